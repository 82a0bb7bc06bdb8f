"""Tables as they are written: what goes on below is one table."""

from __future__ import annotations

import pytest

from cascade.documents.fault import DocumentError
from cascade.documents.sheet import MOST_PLACES, WIDEST, Block, MarkedTable, Sheet, Slot, flat
from cascade.model.plan import Lines

HEADER = ("TT", "Nhiệm vụ", "Chủ trì")


def table(*rows: tuple[str, ...]) -> MarkedTable:
    made = MarkedTable()
    for texts in rows:
        row = made.row()
        for column, text in enumerate(texts):
            made.put(row, column, 1, Slot([(text, None)] if text else []))
    return made


def written(*blocks: Block) -> list[list[list[str]]]:
    sheet = Sheet()
    sheet.write(blocks)
    return [[[cell.text for cell in row] for row in found.rows] for found in sheet.tables]


def test_a_table_goes_on_without_its_header() -> None:
    (found,) = written("a", table(HEADER, ("1", "Họp", "Phòng Thử")), "", table(("2", "Rà soát", "Xã Mẫu")), "b")
    assert found == [list(HEADER), ["1", "Họp", "Phòng Thử"], ["2", "Rà soát", "Xã Mẫu"]]


def test_a_table_goes_on_with_its_header_again() -> None:
    (found,) = written(table(HEADER, ("1", "a", "b")), table(HEADER, ("2", "c", "d")))
    assert [row[0] for row in found] == ["TT", "1", "2"]


@pytest.mark.parametrize(
    "second",
    [
        table(("STT", "Chỉ tiêu", "Mức"), ("1", "a", "b")),
        table(("2", "Rà soát")),
        table(("2", "Rà soát", "Xã Mẫu", "2026")),
    ],
)
def test_another_table_is_another(second: MarkedTable) -> None:
    assert len(written(table(HEADER, ("1", "Họp", "Phòng Thử")), "", second)) == 2


def test_words_between_part_tables() -> None:
    assert len(written(table(HEADER, ("1", "a", "b")), "Phụ lục 2", table(("2", "c", "d")))) == 2


def test_a_row_that_only_goes_on_is_the_end_of_the_row_above() -> None:
    rows = (("1", "Kiểm tra tại các", "Phòng Văn hóa"), ("", "phòng chuyên môn", "- thông tin xã"), ("2", "Họp", "Xã"))
    (found,) = written(table(HEADER, *rows[:2], ("3", "x", "y")))
    assert found[1:3] == [["1", "Kiểm tra tại các", "Phòng Văn hóa"], ["", "phòng chuyên môn", "- thông tin xã"]]
    cut = (("1", "Kiểm tra tại các", "Phòng Văn hóa và"), ("", "phòng chuyên môn", "thông tin xã"))
    (found,) = written(table(HEADER, *cut))
    assert found[1] == ["1", "Kiểm tra tại các\nphòng chuyên môn", "Phòng Văn hóa và\nthông tin xã"]


def test_a_second_task_of_a_row_stays_a_row() -> None:
    rows = (("1", "Rà soát văn bản", "Phòng Thử"), ("", "Kiểm tra công vụ", "Xã Mẫu"))
    (found,) = written(table(HEADER, *rows))
    assert len(found) == 3


def test_lines_are_counted_and_a_merged_cell_is_written_once() -> None:
    made = MarkedTable()
    made.put(made.row(), 0, 2, Slot([("Tên", None), ("gọi", None)]))
    sheet = Sheet()
    sheet.write(["a", made, "b"])
    (found,) = sheet.tables
    assert found.lines == Lines(2, 3)
    assert found.rows[0][0] is found.rows[0][1]
    assert [line.text for line in sheet.lines] == ["a", "Tên", "gọi", "b"]


def test_a_table_inside_a_cell_is_its_rows() -> None:
    assert list(flat(["x  y", "", table(("1", "a"), ("", ""), ("2", "b"))])) == ["x y", "1 a", "2 b"]


def test_spans_are_bounded() -> None:
    made = MarkedTable()
    assert made.put(made.row(), 0, 10_000, Slot()) == WIDEST
    for _ in range(MOST_PLACES // WIDEST - 1):
        made.put(made.row(), 0, WIDEST, Slot())
    with pytest.raises(DocumentError) as caught:
        made.put(0, 0, WIDEST, Slot())
    assert caught.value.code == "bomb"
