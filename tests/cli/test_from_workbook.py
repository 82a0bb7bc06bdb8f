"""`cascade decide --from`: what people wrote into the workbook is kept, each once, and each fault names its cell."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tests.cli.command import DISTRICT, Command, Result, write
from tests.cli.test_decide import ABOVE, HEAD, LACKS, OLD, OTHER, SIGNED, WEAK, WEAKER

KEYS = ("code", "decision", "reason", "document", "until", "answered_by", "fingerprint")
NOTHING = ("", "", "", None, "")


@pytest.fixture
def own(tmp_path: Path) -> Command:
    write(
        tmp_path,
        {
            "data/district/huyen-thu-2021-2025": DISTRICT + ABOVE,
            "data/commune/xa-mau-2023": WEAKER,
            "data/commune/xa-hai-2023": OTHER,
        },
    )
    return Command(tmp_path)


def prints(own: Command) -> dict[tuple[str, str], str]:
    """The fingerprint of each finding by its rule and plan."""
    report = json.loads(own._make("audit", "data", "--format", "json").out)
    return {(one["rule"], one["plan"]): one["fingerprint"] for one in report["findings"]}


def table(own: Command, *rows: tuple[Any, ...]) -> None:
    """A workbook as `cascade audit -o bang.xlsx` writes it, with what people filled in: of each row the decision, the
    reason, the document, the last day, the answering item, and the fingerprint."""
    book = Workbook()
    book.create_sheet("Tổng hợp", 0)
    sheet = book.worksheets[1]
    sheet.append(KEYS)
    sheet.append(("Mã", "Kết luận của người soát", "Lý do", "Văn bản", "Đến ngày", "Mục trả lời", "Mã nhận dạng"))
    for number, row in enumerate(rows, 1):
        sheet.append((f"A{number}", *row))
    book.save(own.folder / "bang.xlsx")


def read(own: Command, *more: str, day: str = "2026-03-01") -> Result:
    call = ("decide", "data", "--from", "bang.xlsx", "--by", "Phòng CCHC", "--today", day)
    return own._make(*call, *more)


def kept(own: Command) -> str:
    return (own.folder / "data/decisions.yaml").read_text("utf-8")


def test_each_choice_is_kept_and_what_stands_in_the_file_stays(own: Command) -> None:
    (own.folder / "data/decisions.yaml").write_text(HEAD + OLD, "utf-8")
    found = prints(own)
    weak, hai, mau = (
        found["weaker-target", "xa-mau-2023"],
        found["uncovered-task", "xa-hai-2023"],
        found["uncovered-task", "xa-mau-2023"],
    )
    table(
        own,
        ("Chấp nhận", "lùi mức", "15/TB-UBND", datetime(2026, 12, 31), None, weak),
        ("mục khác trả lời ", None, None, None, "mục b; C", hai),
        ("Không đúng", None, None, None, None, mau),
    )
    made = read(own)
    assert (made.status, made.err) == (0, "")
    assert made.out == "Đã ghi 3 kết luận vào data/decisions.yaml; đã có từ trước 0, dòng có lỗi 0\n"
    entries = (
        f"  - {{{WEAK}, waived: lùi mức, document: 15/TB-UBND, {SIGNED}, until: 2026-12-31}}\n"
        f"  - {{plan: xa-hai-2023, parent: huyen-thu-2021-2025, asked: 2, answered_by: [b, c], {SIGNED}}}\n"
        f"  - {{plan: xa-mau-2023, {LACKS}, waived: nhận xét không đúng, wrong: true, {SIGNED}}}\n"
    )
    assert kept(own) == HEAD + OLD.replace("# hết", f"{entries}# hết")
    assert own._make("audit", "data", "--today", "2026-03-01").status == 0


def test_what_is_decided_so_already_is_not_written_again(own: Command) -> None:
    weak = prints(own)["weaker-target", "xa-mau-2023"]
    for row in (("Đúng", *NOTHING[1:], weak), ("Chấp nhận", "lùi mức", "", "31/12/2026", "", weak)):
        table(own, row)
        read(own)
        text = kept(own)
        made = read(own, day="2026-04-01")
        assert made.out.startswith("Đã ghi 0 kết luận vào data/decisions.yaml; đã có từ trước 1")
        assert kept(own) == text
        (own.folder / "data/decisions.yaml").unlink()


def test_another_decision_of_the_same_day_is_a_fault_and_a_later_one_is_kept(own: Command) -> None:
    weak = prints(own)["weaker-target", "xa-mau-2023"]
    table(own, ("Chấp nhận", "lùi mức", "", "2026-12-31", "", weak))
    read(own)
    table(own, ("Chấp nhận", "lùi mức", "", "2027-06-30", "", weak))
    made = read(own, "--lang", "en")
    assert made.status == 2
    assert made.err == (
        "bang.xlsx:3:2: cell B3: the same day has another decision (Phòng CCHC); correct that one in the file of "
        "decisions\n"
    )
    assert read(own, day="2026-04-01").status == 0
    assert "until: 2027-06-30" in kept(own)


FAULTS: dict[str, tuple[tuple[Any, ...], str]] = {
    "a choice that is none": (("Có lẽ", "", "", None, ""), "3:2: ô B3: ghi «Có lẽ»; cần một trong Đúng | Không đúng"),
    "accepted without a reason": (("Chấp nhận", " ", "", None, ""), "3:3: ô C3: «Chấp nhận» cần lý do"),
    "a day that is none": (("Chấp nhận", "vì", "", "mai", ""), "3:5: ô E3: ghi «mai»; cần một ngày"),
    "no item": (("Mục khác trả lời", "", "", None, ";"), "3:6: ô F3: «Mục khác trả lời» cần số mục trả lời"),
    "an item that is none": (("Mục khác trả lời", "", "", None, "b; bb"), "3:6: ô F3: kế hoạch không có mục «bb»"),
    "no decision": (("", "vì", "", None, ""), "3:2: ô B3: chưa chọn kết luận, nhưng ô C3 có ghi"),
}


@pytest.mark.parametrize(("row", "told"), FAULTS.values(), ids=FAULTS)
def test_a_cell_that_cannot_be_understood_is_named_and_the_other_rows_are_kept(
    own: Command, row: tuple[Any, ...], told: str
) -> None:
    found = prints(own)
    table(
        own,
        (*row, found["weaker-target", "xa-mau-2023"]),
        ("Đúng", *NOTHING[1:], found["uncovered-task", "xa-mau-2023"]),
    )
    made = read(own)
    assert made.status == 2
    assert made.err.startswith(f"bang.xlsx:{told}")
    assert len(made.err.splitlines()) == 1
    assert f"{LACKS}, confirmed: true" in kept(own)


def test_a_row_without_its_fingerprint_or_decided_twice_is_told(own: Command) -> None:
    weak = prints(own)["weaker-target", "xa-mau-2023"]
    right, wrong = ("Đúng", *NOTHING[1:]), ("Không đúng", *NOTHING[1:])
    table(own, (*right, ""), (*right, weak), (*right, weak), (*wrong, weak))
    made = read(own, "--lang", "en")
    assert [line.split(": ")[1][:8] for line in made.err.splitlines()] == ["cell G3 ", "cell B6"]
    assert made.out.startswith("1 decisions written")
    assert kept(own).count("confirmed: true") == 1


def test_what_is_found_no_more_is_told_and_is_no_fault(own: Command) -> None:
    table(own, ("Đúng", *NOTHING[1:], "0" * 16))
    made = read(own)
    assert (made.status, len(made.err.splitlines())) == (0, 1)
    assert "ô B3: điểm này nay không còn" in made.err
    assert not (own.folder / "data/decisions.yaml").exists()


def test_another_workbook_and_another_file_are_told_in_one_line(own: Command) -> None:
    Workbook().save(own.folder / "bang.xlsx")
    made = read(own)
    assert (made.status, len(made.err.splitlines())) == (2, 1)
    assert "bảng không có cột kết luận" in made.err
    (own.folder / "bang.xlsx").write_bytes(b"x")
    made = read(own)
    assert (made.status, len(made.err.splitlines())) == (2, 1)


def test_who_decides_is_named_where_nobody_can_be_asked(own: Command) -> None:
    table(own)
    made = own._make("decide", "data", "--from", "bang.xlsx")
    assert made.status == 2
    assert "--by TÊN" in made.err


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("vi", "Chưa có kết luận nào được điền trong bang.xlsx. Mở bảng, ở trang «Các điểm cần xem», cột «Kết luận"),
        ("en", "No decision is filled in in bang.xlsx. Open it, choose for each point, in the column «Decision» of"),
    ],
)
def test_a_workbook_in_which_nothing_is_filled_in_is_told_with_how_to(own: Command, lang: str, told: str) -> None:
    table(own, (*NOTHING, prints(own)["weaker-target", "xa-mau-2023"]))
    made = read(own, "--lang", lang)
    assert (made.status, made.err) == (0, "")
    assert made.out.startswith(told)
    assert ("Chấp nhận" if lang == "vi" else "Accepted") in made.out
    assert not (own.folder / "data/decisions.yaml").exists()
