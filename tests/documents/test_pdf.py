"""PDF files: what is kept, what goes, and what is refused.

`files/plan.pdf` and `files/table.pdf` are printed by Chromium from the .html beside them; `locked.pdf`
and `owner.pdf` hold one line and are encrypted with a user's and only an owner's password.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from cascade.documents import pdf, scan
from cascade.documents.document import Document, Table
from cascade.documents.fault import PROBLEMS, DocumentError
from cascade.documents.layout import Page
from cascade.documents.pdf import read_pdf
from cascade.model.doubt import DOUBTS
from cascade.model.limits import Limits
from tests.support import limited

FILES = Path(__file__).parent / "files"
WIDTH, HEIGHT = 595, 842

Text = tuple[float, float, str]
Rule = tuple[float, float, float, float]


def raw(objects: Sequence[bytes]) -> bytes:
    """A PDF file of numbered objects; the first is the catalogue."""
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return out + head + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(out))


def stream(body: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(body), body)


def content(texts: Sequence[Text] = (), rules: Sequence[Rule] = ()) -> bytes:
    """Places count from the upper left corner."""
    parts = [f"BT /F 12 Tf 1 0 0 1 {x} {HEIGHT - y} Tm ({text}) Tj ET" for x, y, text in texts]
    parts += [f"{x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S" for x0, y0, x1, y1 in rules]
    return "\n".join(parts).encode("latin-1")


def made(*pages: bytes, box: str = f"0 0 {WIDTH} {HEIGHT}", more: str = "", font: bytes = b"") -> bytes:
    """A PDF file with one page for each content."""
    font = font or b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        font,
    ]
    for n, page in enumerate(pages):
        entry = f"/Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents {5 + 2 * n} 0 R {more}"
        objects += [f"<< {entry} /Resources << /Font << /F 3 0 R >> >> >>".encode(), stream(page)]
    return raw(objects)


def grid(xs: Sequence[float], ys: Sequence[float]) -> list[Rule]:
    return [(xs[0], y, xs[-1], y) for y in ys] + [(x, ys[0], x, ys[-1]) for x in xs]


def read(data: bytes) -> Document:
    return read_pdf(data, "mau.pdf")


def texts(document: Document) -> list[str]:
    return [line.text for line in document.lines]


def rows(table: Table) -> list[list[str]]:
    return [[cell.text.replace("\n", " ") for cell in row] for row in table.rows]


def refusal(data: bytes) -> DocumentError:
    with pytest.raises(DocumentError) as caught:
        read(data)
    for lang in ("vi", "en"):
        assert "{" not in caught.value.message(lang)
    return caught.value


@pytest.fixture(scope="module")
def plan() -> Document:
    return read((FILES / "plan.pdf").read_bytes())


@pytest.fixture(scope="module")
def table() -> Table:
    (found,) = read((FILES / "table.pdf").read_bytes()).tables
    return found


# Prose


def test_prose_keeps_printed_lines_with_their_pages(plan: Document) -> None:
    lines = texts(plan)
    at = lines.index("1. Ít nhất 85% hồ sơ của xã Mẫu được trả trước hạn; mỗi tháng công bố")
    assert lines[at - 1] == ""
    assert lines[at + 1 : at + 3] == ["một lần trên bảng tin và trang thông tin của xã để người dân theo dõi.", ""]
    assert plan.lines[at].page == 1
    assert plan.lines[lines.index("Nơi nhận:")].page == 2
    assert plan.form == "pdf"
    assert plan.notes == ()


def test_running_lines_and_page_numbers_go(plan: Document) -> None:
    assert "Kế hoạch cải cách hành chính xã Mẫu" not in texts(plan)
    assert not {"1", "2"} & set(texts(plan))


def test_no_blank_line_at_a_page_break(plan: Document) -> None:
    at = next(n for n, line in enumerate(plan.lines) if line.page == 2)
    assert plan.lines[at - 1].text == "III. TỔ CHỨC THỰC HIỆN"
    assert plan.lines[at].text.startswith("Văn phòng xã theo dõi")


def test_letterhead_and_signature_are_read_column_by_column(plan: Document) -> None:
    lines = texts(plan)
    assert lines[:4] == ["ỦY BAN NHÂN DÂN", "XÃ MẪU", "Số: 12/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA"]
    at = lines.index("- Lưu: VT.")
    assert lines[at + 1 : at + 3] == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]


def test_a_signature_stamp_ends_its_page(plan: Document) -> None:
    assert texts(plan)[-2:] == ["Ký bởi: Lê Văn Mẫu", "Thời gian ký: 15.01.2026 08:00:00 +07:00"]


def test_lists_with_wide_indents_stay_in_rows() -> None:
    items = [(x, 100 + 16 * n, text) for n in range(4) for x, text in ((90, f"{n + 1}."), (140, f"Item {n + 1}"))]
    assert texts(read(made(content(items)))) == [f"{n}. Item {n}" for n in range(1, 5)]


def test_a_heading_repeated_elsewhere_on_the_page_is_no_running_line() -> None:
    pages = [content([(90, 300, "The same words"), (90, 316 + n, f"page {n}")]) for n in range(4)]
    assert texts(read(made(*pages))).count("The same words") == 4


def test_appendix_numbers_that_do_not_repeat_are_no_running_lines() -> None:
    pages = [content([(90, 60, f"Phu luc {n}"), (90, 300, f"Body {n}")]) for n in (1, 2, 3)]
    assert [text for text in texts(read(made(*pages))) if text.startswith("Phu luc")] == [
        "Phu luc 1",
        "Phu luc 2",
        "Phu luc 3",
    ]


def test_a_lone_number_away_from_the_margin_stays() -> None:
    assert "46" in texts(read(made(content([(290, 400, "46"), (90, 430, "Words of the page")]))))


def test_a_turned_page_is_read_as_it_is_seen() -> None:
    lines = ["First line", "Second line"]
    turned = "\n".join(f"BT /F 12 Tf 0 1 -1 0 {100 + 16 * n} 90 Tm ({text}) Tj ET" for n, text in enumerate(lines))
    assert texts(read(made(turned.encode(), more="/Rotate 90"))) == lines
    assert texts(read(made(turned.encode()))) == lines


# Ruled tables


def test_a_table_over_three_pages_is_one_table(table: Table) -> None:
    assert [row[0].text for row in table.rows if row[0].text.isdigit()] == [str(n) for n in range(1, 17)]
    assert [row[0].text for row in table.rows].count("STT") == 2


def test_a_header_over_two_rows_keeps_its_merged_cells(table: Table) -> None:
    first, second = table.rows[:2]
    assert [cell.text for cell in first] == ["STT", "Mục tiêu", "Việc phải làm", "Phân công", "Phân công", "Thời hạn"]
    assert [cell.text for cell in second][3:5] == ["Chủ trì", "Phối hợp"]
    assert first[3] is first[4]
    assert first[0] is second[0]


def test_cells_merged_down_and_across_are_the_same_object(table: Table) -> None:
    by_number = {row[0].text: row for row in table.rows}
    assert by_number["1"][1] is by_number["2"][1]
    assert by_number["2"][1] is not by_number["3"][1]
    (area,) = (row for row in table.rows if row[0].text == "II. Cải cách thủ tục hành chính")
    assert all(cell is area[0] for cell in area)


def test_a_cell_cut_by_the_page_break_is_one_cell(table: Table) -> None:
    document = read((FILES / "table.pdf").read_bytes())
    (cut,) = (row for row in table.rows if row[0].text == "5")
    assert cut[2].text.startswith("Việc thứ 5: Rà soát")
    assert cut[2].text.endswith("cho cả xã cùng biết")
    assert cut[2].lines is not None
    pages = [document.lines[n - 1].page for n in range(cut[2].lines.first, cut[2].lines.last + 1)]
    assert set(pages) == {1, 2}
    assert cut[5].text == "Quý 2/2026"


def test_empty_cells_hold_no_lines(table: Table) -> None:
    (row,) = (row for row in table.rows if row[0].text == "3")
    assert (row[4].text, row[4].lines) == ("", None)


def test_lines_of_a_table_are_those_of_its_cells_once() -> None:
    document = read((FILES / "table.pdf").read_bytes())
    (found,) = document.tables
    at = found.lines.first
    for cell in dict.fromkeys(id(cell) for row in found.rows for cell in row):
        held = next(c for row in found.rows for c in row if id(c) == cell)
        if held.lines is not None:
            assert held.lines.first == at
            lines = document.lines[held.lines.first - 1 : held.lines.last]
            assert held.text == "\n".join(line.text for line in lines)
            at = held.lines.last + 1
    assert at == found.lines.last + 1
    assert texts(document)[-1] == "Bảng này do Văn phòng xã Mẫu lập và theo dõi."


def _two_pages(last: Sequence[str], first: Sequence[str]) -> list[list[str]]:
    """The rows of a closed table: head and one row on one page, head and one row on the next."""
    xs = (60, 110, 350, 500)
    head = ["No", "What", "Who"]
    pages = []
    for top, row in ((600, last), (60, first)):
        words = [(x + 5, top + 20 + 30 * n, text) for n, line in enumerate((head, row)) for x, text in zip(xs, line)]  # noqa: B905
        pages.append(content(words, grid(xs, (top, top + 30, top + 60))))
    (found,) = read(made(*pages)).tables
    return rows(found)


def test_the_rest_of_a_row_is_told_although_rules_close_both_pages() -> None:
    assert _two_pages(["5", "Write the list and", "Office"], ["", "hang it up", ""])[1:] == [
        ["5", "Write the list and hang it up", "Office"]
    ]


def test_a_new_row_after_the_page_break_stays_a_row() -> None:
    assert _two_pages(["5", "Write the list", "Office"], ["6", "Hang it up", ""])[1:] == [
        ["5", "Write the list", "Office"],
        ["6", "Hang it up", ""],
    ]


def _page_of_merged(top: float, numbers: Sequence[str], goal: str) -> bytes:
    """A head and two rows whose second column is one cell."""
    xs = (60, 110, 350, 500)
    rules = grid(xs, (top, top + 30, top + 90))
    rules += [(60, top + 60, 110, top + 60), (350, top + 60, 500, top + 60)]
    words = [(x + 5, top + 20, text) for x, text in zip(xs, ("No", "Goal", "Task"), strict=False)]
    words += [(65, top + 50 + 30 * n, number) for n, number in enumerate(numbers)]
    words += [(355, top + 50 + 30 * n, f"Task {number}") for n, number in enumerate(numbers)]
    return content([*words, (115, top + 50, goal)] if goal else words, rules)


@pytest.mark.parametrize("again", ["", "At least 80%"])
def test_a_merged_cell_reaches_over_the_page_break(again: str) -> None:
    data = made(_page_of_merged(600, ("1", "2"), "At least 80%"), _page_of_merged(60, ("3", "4"), again))
    (found,) = read(data).tables
    assert [row[0].text for row in found.rows] == ["No", "1", "2", "3", "4"]
    assert found.rows[1][1].text == "At least 80%"
    assert all(row[1] is found.rows[1][1] for row in found.rows[1:])


def test_another_merged_cell_after_the_page_break_is_another() -> None:
    data = made(_page_of_merged(600, ("1", "2"), "At least 80%"), _page_of_merged(60, ("3", "4"), "At least 90%"))
    (found,) = read(data).tables
    assert [row[1].text for row in found.rows[1:]] == ["At least 80%"] * 2 + ["At least 90%"] * 2


def test_tables_of_other_widths_are_not_joined() -> None:
    one = content([(70, 620, "a"), (200, 620, "b")], grid((60, 150, 400), (600, 640)))
    other = content([(70, 80, "c"), (200, 80, "d")], grid((60, 190, 500), (60, 100)))
    assert [rows(found) for found in read(made(one, other)).tables] == [[["a", "b"]], [["c", "d"]]]


def test_a_table_without_outer_rules_keeps_all_its_columns() -> None:
    rules: list[Rule] = [(60, y, 500, y) for y in (100, 140, 180)]
    rules += [(200, 100, 200, 180), (350, 100, 350, 180)]
    words = [(x, y, f"{x}-{y}") for y in (120, 160) for x in (70, 210, 360)]
    (found,) = read(made(content(words, rules))).tables
    assert rows(found) == [[f"{x}-{y}" for x in (70, 210, 360)] for y in (120, 160)]


def test_frames_and_underlines_are_no_tables() -> None:
    document = read(made(content([(90, 120, "In a frame")], [*grid((60, 300), (100, 140)), (90, 125, 150, 125)])))
    assert document.tables == ()
    assert texts(document) == ["In a frame"]


# Tables that only alignment makes


def test_a_table_without_rules_is_seen_and_said() -> None:
    words = [(x, 200 + 18 * n, f"{name}{n}") for n in range(4) for x, name in ((90, "No"), (200, "Task"), (400, "Who"))]
    document = read(made(content([(90, 150, "Words before the table that run on over the page"), *words])))
    assert document.notes == ("table-without-rules",)
    assert rows(document.tables[0]) == [[f"No{n}", f"Task{n}", f"Who{n}"] for n in range(4)]
    assert all(code in DOUBTS for code in document.notes)


def test_numbered_rows_under_a_header_are_a_table_though_their_cells_print_close_together() -> None:
    places = (60, 100, 330, 460)
    lines = (
        ("TT", "Task", "Who", "When"),
        ("1", "Look through all papers of the town", "Office of the town", "May 2026"),
        ("2", "Visit each of the offices that belong to us", "Office of culture", "June 2026"),
        ("", "and write down what was seen", "and sports", ""),
        ("3", "Tell people", "Police", "At all times"),
    )
    words = [
        (x, 200 + 16 * n, text) for n, line in enumerate(lines) for x, text in zip(places, line, strict=True) if text
    ]
    document = read(made(content([(60, 150, "Words before the table that run on over the page"), *words])))
    assert document.notes == ("table-without-rules",)
    (found,) = document.tables
    assert rows(found) == [
        ["TT", "Task", "Who", "When"],
        ["1", *lines[1][1:]],
        ["2", f"{lines[2][1]} {lines[3][1]}", "Office of culture and sports", "June 2026"],
        ["3", *lines[4][1:]],
    ]


def test_figures_beside_names_are_a_table() -> None:
    words = [(x, 200 + 18 * n, text) for n in range(4) for x, text in ((90, f"Measure {n}"), (400, f"{80 + n}%"))]
    assert rows(read(made(content(words))).tables[0]) == [[f"Measure {n}", f"{80 + n}%"] for n in range(4)]


# Refusals


def test_a_password_is_asked_for() -> None:
    assert refusal((FILES / "locked.pdf").read_bytes()).code == "encrypted"


def test_an_owner_password_alone_does_not_matter() -> None:
    assert texts(read((FILES / "owner.pdf").read_bytes())) == ["12/KH-UBND"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "damaged"),
        (b"%PDF-1.7\n%%EOF\n", "damaged"),
        (made(), "no-text"),
        (made(content([(90, 90, "x")]), box="0 0 20000 842"), "page-too-large"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, code: str) -> None:
    assert refusal(data).code == code
    assert code in PROBLEMS


def test_a_truncated_file_is_refused() -> None:
    whole = (FILES / "plan.pdf").read_bytes()
    assert refusal(whole[: len(whole) // 2]).code == "damaged"
    linearised = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n2 0 obj\n<< /Type"
    assert refusal(linearised).code == "damaged"


@pytest.mark.parametrize("box", ["0 0 0 0", "10 10 10 700", "0 0 0.001 0.001", "0 0 -5 -5"])
def test_a_page_without_size_is_read_or_refused(box: str) -> None:
    data = made(content([(72, 700, "Xin chào")]), box=box)
    with suppress(DocumentError):
        assert read(data).form in {"pdf", "scan"}


def test_too_many_pages_are_refused_before_any_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_read_page", lambda *_: pytest.fail("a page was read"))
    with limited(Limits(pages=3)):
        fault = refusal(made(*[b""] * 4))
    assert (fault.code, fault.facts) == ("too-many-pages", {"pages": "4", "most": "3"})


# Pages without text


@pytest.fixture
def ocr(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of the pages that are given to OCR."""
    asked: list[int] = []

    def recognised(pictures: Iterable[scan.Picture], _total: int) -> list[Page]:
        asked.extend(number for number, _, _ in pictures)
        return [Page(number, WIDTH, HEIGHT, [], [], by_ocr=True) for number in asked]

    monkeypatch.setattr(scan, "recognised", recognised)
    return asked


def test_glyphs_without_letters_are_read_as_a_picture(ocr: list[int]) -> None:
    cmap = b"begincmap 1 begincodespacerange <00> <ff> endcodespacerange "
    cmap += b"1 beginbfrange <20> <7e> <e020> endbfrange endcmap"
    private = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>"
    plain = made(content([(90, 90, "Words that nobody can map")]), font=private)
    body = plain[: plain.index(b"xref\n")]
    objects = [part.split(b"obj\n", 1)[1] for part in body.split(b"\nendobj\n")[:-1]]
    document = read(raw([*objects, stream(cmap)]))
    assert ocr == [1]
    assert document.form == "scan"
    assert document.notes == ("read-by-ocr",)


def test_blank_and_short_pages_are_no_scans(ocr: list[int]) -> None:
    assert read(made(b"", content([(90, 90, "short")]))).form == "pdf"
    assert ocr == []


def test_reading_starts_no_heavy_library() -> None:
    code = "import sys, cascade.documents.pdf, cascade.documents.scan; print({'PIL', 'pypdfium2'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
