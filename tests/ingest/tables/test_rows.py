from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cascade.documents.document import Cell, Document, Table
from cascade.documents.text import read_text
from cascade.ingest.tables.columns import field_of, header_of
from cascade.ingest.tables.rows import Row, table_rows, without
from cascade.lexicon.bodies import bodies
from cascade.lexicon.passage import Passage, Word, plain_words
from cascade.model.plan import Lines
from tests.ingest.made import lexicon
from tests.support import domain


def passage(text: str, line: int = 1) -> Passage:
    return Passage(plain_words(text, line))


def document(text: str) -> Document:
    return read_text(text.encode(), "xa-mau.txt")


def words_of(read: Document) -> Callable[[int], Sequence[Word]]:
    return lambda number: plain_words(read.lines[number - 1].text, number)


def rows(text: str) -> tuple[Row, ...]:
    read = document(text)
    (table,) = read.tables
    return table_rows(table, words_of(read), lexicon())


def texts(row: Row) -> dict[str, str]:
    return {field: cell.text for field, cell in row.cells.items()}


def tabbed(*lines: Sequence[str]) -> str:
    return "\n".join("\t".join(line) for line in lines) + "\n"


# --- headers --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("TT", "number"),
        ("1. MỤC TIÊU", "objective"),
        ("4. SẢN PHẨM", "product"),
        ("5. CO QUAN CHU TRI", "lead"),
        ("Cơ quan,\nđơn vị chủ trì", "lead"),
        ("Cơ quan chủ trì, phối hợp", "lead"),
        ("Đơn vị phối hợp thực hiện", "with"),
        ("Thời gian thực hiện nhiệm vụ", "due"),
        ("Kinh phí (triệu đồng)", "funding"),
        ("Đơn vị tính", "unit"),
        ("Đơn vị thực hiện", "lead"),
        ("Năm 2026", "2026"),
        ("Chỉ tiêu 2027", "2027"),
        ("Chỉ tiêu giai đoạn 2026-2030", "target"),
    ],
)
def test_a_header_cell_tells_what_its_column_holds(text: str, field: str) -> None:
    found = field_of(text, domain().phrases.columns)
    assert found is not None
    assert found[0] == field


@pytest.mark.parametrize("text", ["", "12", "Xã Mẫu", "(1)"])
def test_other_words_name_no_column(text: str) -> None:
    assert field_of(text, domain().phrases.columns) is None


def test_a_header_of_two_rows_is_read_from_below() -> None:
    above = ["STT", "Nhiệm vụ", "Cơ quan thực hiện", "Cơ quan thực hiện", "Thời gian"]
    below = ["STT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian"]
    header = header_of([above, below, ["1", "Rà soát", "Phòng Nội vụ", "", "Quý I"]], domain().phrases.columns)
    assert header is not None
    assert header.fields == ("number", "task", "lead", "with", "due")
    assert header.end == 2


def test_beside_activities_tasks_are_duties() -> None:
    header = header_of([["Nhiệm vụ", "Hoạt động", "Sản phẩm"]], domain().phrases.columns)
    assert header is not None
    assert header.fields == ("duty", "activity", "product")


# --- ruled tables ---------------------------------------------------------------------------------

HEADER = ("TT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành")


def test_rows_below_headings_know_their_area() -> None:
    found = rows(
        tabbed(
            HEADER,
            ("I", "Cải cách thể chế", "", "", "", ""),
            ("1", "Rà soát văn bản", "Báo cáo", "Phòng Tư pháp", "UBND các xã, thị trấn", "Quý I"),
            ("II", "CẢI CÁCH THỦ TỤC HÀNH CHÍNH", "", "", "", ""),
            ("2", "Niêm yết thủ tục", "", "UBND xã Mẫu", "", "Thường xuyên"),
        )
    )
    assert [(row.section, row.area, row.text("number")) for row in found] == [("I", 1, "1"), ("II", 2, "2")]
    assert texts(found[1]) == {
        "number": "2",
        "task": "Niêm yết thủ tục",
        "lead": "UBND xã Mẫu",
        "due": "Thường xuyên",
    }
    assert found[0].cells["lead"].lines() == Lines(3, 3)


def test_a_numbered_heading_within_an_area_adds_to_its_section() -> None:
    found = rows(
        tabbed(
            HEADER,
            ("I", "Cải cách thể chế", "", "", "", ""),
            ("1", "Văn bản quy phạm pháp luật của huyện Thử", "", "", "", ""),
            ("1.1", "Rà soát văn bản", "Báo cáo", "Phòng Tư pháp", "", "Quý I"),
        )
    )
    assert [(row.section, row.area) for row in found] == [("I.1", 1)]


def test_a_task_without_other_cells_is_a_row() -> None:
    long = "Tổ chức hội nghị đánh giá kết quả cải cách hành chính của các xã trong cả giai đoạn vừa qua"
    found = rows(tabbed(HEADER, ("1", long, "", "", "", ""), ("2", "Họp giao ban", "", "UBND xã Mẫu", "", "")))
    assert [row.text("task") for row in found] == [long, "Họp giao ban"]


def test_repeated_headers_and_numbers_of_columns_are_no_rows() -> None:
    found = rows(
        tabbed(
            HEADER,
            ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"),
            ("1", "Rà soát văn bản", "Báo cáo", "Phòng Tư pháp", "", "Quý I"),
            tuple(title.upper() for title in HEADER),
            ("2", "Niêm yết thủ tục", "Bảng", "UBND xã Mẫu", "", "Quý II"),
        )
    )
    assert [row.text("number") for row in found] == ["1", "2"]


def test_targets_by_year_keep_their_years() -> None:
    found = rows(
        tabbed(
            ("STT", "Chỉ tiêu", "ĐVT", "2026", "Năm 2027", "Ghi chú"),
            ("1", "Hồ sơ đúng hạn", "%", "95", "98", ""),
            ("2", "Hồ sơ trực tuyến", "%", "60", "≥ 70", "Toàn xã"),
        )
    )
    assert texts(found[1]) == {
        "number": "2",
        "target": "Hồ sơ trực tuyến",
        "unit": "%",
        "2026": "60",
        "2027": "≥ 70",
        "note": "Toàn xã",
    }


def test_years_under_one_head_are_reached_by_then_where_it_says_so() -> None:
    head = ("STT", "Chỉ tiêu", "ĐVT", "Chỉ tiêu phải đạt đến năm", "Chỉ tiêu phải đạt đến năm")
    found = rows(tabbed(head, ("STT", "Chỉ tiêu", "ĐVT", "2026", "2030"), ("1", "Tỷ lệ che phủ rừng", "%", "42", "45")))
    assert {name: text for name, text in texts(found[0]).items() if name[0] == "2"} == {
        "2026 by": "42",
        "2030 by": "45",
    }


def test_a_column_of_no_known_kind_keeps_its_own_words() -> None:
    found = rows(tabbed(("TT", "Nhiệm vụ", "Lĩnh vực", "Chủ trì"), ("1", "Rà soát", "Đất đai", "Phòng Tư pháp")))
    assert texts(found[0])["lĩnh vực"] == "Đất đai"


def test_a_table_without_a_header_has_no_rows() -> None:
    assert rows(tabbed(("a", "b", "c"), ("1", "Rà soát", "Phòng Tư pháp"))) == ()


def test_equal_cells_of_one_line_are_each_read_where_they_stand() -> None:
    read = document(tabbed(("TT", "Nhiệm vụ", "Chủ trì", "Phối hợp"), ("1", "Họp", "UBND xã Mẫu", "UBND xã Mẫu")))
    words = plain_words(read.lines[1].text, 2)
    (row,) = table_rows(read.tables[0], lambda number: words if number == 2 else (), lexicon())
    assert [row.cells[field].words[0] is words[at] for field, at in (("lead", 2), ("with", 5))] == [True, True]


def test_a_merged_cell_is_one_passage_in_every_row() -> None:
    objective = Cell("1.4 Mục tiêu 4: Mọi hồ sơ đúng hạn", Lines(2, 3))
    header = tuple(Cell(title, Lines(1, 1)) for title in ("Mục tiêu", "Nhiệm vụ", "Chủ trì"))
    lines = ("Mục tiêu Nhiệm vụ Chủ trì", "1.4 Mục tiêu 4: Mọi", "hồ sơ đúng hạn", "Nhắc hẹn", "Xã", "Trả sớm", "Xã")
    body = [
        (objective, Cell("Nhắc hẹn", Lines(4, 4)), Cell("Xã", Lines(5, 5))),
        (objective, Cell("Trả sớm", Lines(6, 6)), Cell("Xã", Lines(7, 7))),
    ]
    table = Table(Lines(1, 7), (header, *body))
    found = table_rows(table, lambda number: plain_words(lines[number - 1], number), lexicon())
    assert found[0].cells["objective"] is found[1].cells["objective"]
    assert found[1].cells["objective"].lines() == Lines(2, 3)
    assert [row.label("objective") for row in found] == ["1.4", "1.4"]
    assert found[0].body("objective").text == "Mọi hồ sơ đúng hạn"


WORDS = st.text(alphabet="abcđêô", min_size=1, max_size=4)
CELLS = st.lists(WORDS, max_size=3).map(" ".join)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=6))
def test_no_word_of_a_table_is_lost(body: list[tuple[str, str, str]]) -> None:
    numbered = [(str(place), *row) for place, row in enumerate(body, start=1)]
    text = tabbed(("TT", "Nhiệm vụ", "Chủ trì", "Thời gian"), *numbered)
    found = rows(text)
    printed = [word.printed for row in found for cell in row.cells.values() for word in cell.words]
    assert printed == " ".join(" ".join(row) for row in numbered).split()


# --- labels ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "label", "body"),
    [
        ("3.7: Hoạt động 7: - Xây dựng kế hoạch", "3.7", "- Xây dựng kế hoạch"),
        ("3.8.Hoạt động 8: Lưu trữ hồ sơ", "3.8", "Lưu trữ hồ sơ"),
        ("1.6 Mục tiêu 6: Phấn đấu 80%", "1.6", "Phấn đấu 80%"),
        ("2.10. Nhiệm vụ 10 : Đánh giá", "2.10", "Đánh giá"),
        ("2.1 Xây dựng 10 mô hình", "2.1", "Xây dựng 10 mô hình"),
        ("1.2.3. Rà soát", "1.2.3", "Rà soát"),
        ("Rà soát văn bản", "", "Rà soát văn bản"),
        ("2.500 hồ sơ", "", "2.500 hồ sơ"),
        ("31.12.2025", "", "31.12.2025"),
        ("", "", ""),
    ],
)
def test_the_label_of_a_cell_and_what_it_labels(text: str, label: str, body: str) -> None:
    row = Row({"activity": passage(text)} if text else {})
    assert row.label("activity") == label
    assert row.body("activity").text == body


@given(st.lists(WORDS, min_size=1, max_size=6), st.integers(0, 40))
def test_a_passage_without_its_beginning_is_the_rest_of_its_text(words: list[str], count: int) -> None:
    whole = passage(" ".join(words))
    assert without(whole, count).text == whole.text[count:].lstrip()


# --- bodies ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Các phòng chuyên môn; UBND các xã, thị trấn", ["Các phòng chuyên môn", "UBND các xã, thị trấn"]),
        ("Văn phòng HĐND&UBND huyện,, Phòng Văn hoá", ["Văn phòng HĐND&UBND huyện", "Phòng Văn hoá"]),
        ("Phòng Văn hoá và Thông tin huyện", ["Phòng Văn hoá và Thông tin huyện"]),
        (
            "Phòng Tài chính - Kế hoạch và các cơ quan liên quan",
            ["Phòng Tài chính - Kế hoạch", "các cơ quan liên quan"],
        ),
        ("Các phòng, ban, ngành chuyên môn", ["Các phòng, ban, ngành chuyên môn"]),
        ("Các phòng, ban, đơn vị và UBND các thị trấn, xã", ["Các phòng, ban, đơn vị", "UBND các thị trấn, xã"]),
        ("Các cơ quan, đơn vị liên quan", ["Các cơ quan, đơn vị liên quan"]),
        ("Các cơ quan, đơn vị, UBND các xã, thị trấn", ["Các cơ quan, đơn vị", "UBND các xã, thị trấn"]),
        ("Văn phòng HĐND và UBND huyện", ["Văn phòng HĐND và UBND huyện"]),
        ("Phòng Nội vụ, phòng Văn hóa Thông tin", ["Phòng Nội vụ", "phòng Văn hóa Thông tin"]),
        ("Đài phát thanh huyện, các xã, thị trấn.", ["Đài phát thanh huyện", "các xã, thị trấn"]),
        ("- Công an xã; - Trạm Y tế", ["Công an xã", "Trạm Y tế"]),
        ("", []),
        (" ; , ", []),
    ],
)
def test_the_bodies_that_a_cell_names(text: str, names: list[str]) -> None:
    assert list(bodies(passage(text), domain())) == names


@given(
    st.lists(
        st.sampled_from(["Phòng Nội vụ", "UBND các xã, thị trấn", "Các phòng, ban chuyên môn", "Công an huyện Thử"]),
        unique=True,
    ),
    st.sampled_from(["; ", ";", ", ", " và "]),
)
def test_bodies_put_together_are_parted_again(names: list[str], mark: str) -> None:
    assert list(bodies(passage(mark.join(names)), domain())) == names
