"""Tables written with pipes."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cascade.documents.document import Document
from cascade.documents.piped import piped_tables, with_outer_pipes
from cascade.documents.text import read_text
from cascade.model.plan import Lines

HEADER = ("TT", "Việc", "Chủ trì", "Hạn")
ROW = ("1", "Rà soát", "Phòng Thử", "Quý I")


def read(*lines: str, name: str = "mẫu.txt") -> Document:
    return read_text("\n".join(lines).encode(), name)


def told(document: Document) -> list[list[str]]:
    (table,) = document.tables
    return [[cell.text for cell in row] for row in table.rows]


def lone(*rows: tuple[str, ...]) -> list[str]:
    """Each pipe and each cell on a line of its own; nothing stands for an empty cell."""
    lines: list[str] = []
    for row in rows:
        lines.append("|")
        for cell in row:
            lines += [*cell.split("\n"), "|"] if cell else ["|"]
    return lines


def test_a_row_on_a_line() -> None:
    document = read("# X", "# Y", "| TT | Việc |", "|:--|--:|", r"| 1 | a\|b<br>c |", "", "sau", name="x.md")
    assert told(document) == [["TT", "Việc"], ["1", "a|b\nc"]]
    assert [line.text for line in document.lines][2:5] == ["TT  Việc", "", "1  a|b c"]


def test_cells_between_lone_pipes() -> None:
    document = read("Danh mục", *lone(HEADER, ("1", "Rà soát\nvăn bản", *ROW[2:])), "", "III. TỔ CHỨC")
    assert told(document) == [list(HEADER), ["1", "Rà soát\nvăn bản", "Phòng Thử", "Quý I"]]
    (table,) = document.tables
    assert table.lines == Lines(2, 20)
    assert table.rows[1][1].lines == Lines(14, 15)
    assert not any("|" in line.text for line in document.lines)


@pytest.mark.parametrize("empty", range(1, 4))
def test_an_empty_cell_between_lone_pipes_is_told_by_the_width(empty: int) -> None:
    row = tuple("" if place == empty else cell for place, cell in enumerate(ROW))
    assert told(read(*lone(HEADER, row))) == [list(HEADER), list(row)]


def test_a_lone_pipe_before_cells_that_end_with_theirs() -> None:
    lines = ["|", "UBND XÃ MẪU |", "CỘNG HÒA", "VIỆT NAM |", "|", "Số: 1/KH-UBND |", "Mẫu, ngày 1 |", "KẾ HOẠCH", "năm"]
    document = read("| Số hiệu | 1/KH-UBND |", "| Ngày | 01/01/2026 |", *lines)
    first, second = document.tables
    assert [[cell.text for cell in row] for row in first.rows] == [["Số hiệu", "1/KH-UBND"], ["Ngày", "01/01/2026"]]
    assert [[cell.text for cell in row] for row in second.rows] == [
        ["UBND XÃ MẪU", "CỘNG HÒA\nVIỆT NAM"],
        ["Số: 1/KH-UBND", "Mẫu, ngày 1"],
    ]
    assert second.lines == Lines(3, 9)


def test_a_row_over_several_lines() -> None:
    assert told(read("| TT | Việc |", "| 1 | Rà soát", "văn bản |", "| 2 | Họp |")) == [
        ["TT", "Việc"],
        ["1", "Rà soát\nvăn bản"],
        ["2", "Họp"],
    ]


def test_a_table_without_outer_pipes() -> None:
    assert told(read("trước", "TT | Việc", "--- | ---", "1 | Họp", "", "a | b")) == [["TT", "Việc"], ["1", "Họp"]]


def test_a_title_alone_in_its_row_is_one_cell_across_and_a_repeated_header_goes() -> None:
    document = read("| TT | Việc | Hạn |", "| I. THỂ CHẾ |", "| 1 | a | 2026 |", "| TT | Việc | Hạn |", "| 2 | b | |")
    assert told(document)[2:] == [["1", "a", "2026"], ["2", "b", ""]]
    title = document.tables[0].rows[1]
    assert title[0].text == "I. THỂ CHẾ"
    assert title[0] is title[1] is title[2]


def test_one_row_is_no_table_and_loses_its_pipes() -> None:
    document = read("| UBND XÃ MẪU | CỘNG HÒA |", "|---|---|", "", "KẾ HOẠCH")
    assert document.tables == ()
    assert [line.text for line in document.lines] == ["UBND XÃ MẪU  CỘNG HÒA", "", "", "KẾ HOẠCH"]


@pytest.mark.parametrize("lines", [["| nhiễu", "đoạn văn"], ["|"], ["| a", "", "b |"], ["x | y", "z"]])
def test_pipes_of_no_table_stay(lines: list[str]) -> None:
    document = read(*lines)
    assert document.tables == ()
    assert document.lines[0].text == lines[0]


@pytest.mark.parametrize("line", ["|a", "|", "a|b\n--|--", "|\nx", "| |", "||||"])
def test_many_pipes_take_no_time(line: str) -> None:
    lines = "\n".join([line] * 20_000).split("\n")
    begun = time.process_time()
    assert all(table.end > table.start for table in piped_tables(with_outer_pipes(lines)))
    assert time.process_time() - begun < 5


WORDS = st.text(alphabet="aăb1 ,", min_size=1, max_size=8).map(str.strip).filter(bool)


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=2, max_size=5), st.booleans())
def test_a_table_is_read_back_as_it_was_written(rows: list[tuple[str, str, str]], apart: bool) -> None:
    rows = [(f"{number}. {row[0]}", *row[1:]) for number, row in enumerate(rows)]
    lines = lone(*rows) if apart else ["| " + " | ".join(row) + " |" for row in rows]
    assert told(read(*lines)) == [[" ".join(cell.split()) for cell in row] for row in rows]


@given(st.lists(st.text(alphabet="|a -\\", max_size=6), max_size=20))
def test_any_lines_are_read_and_none_stands_in_two_tables(lines: list[str]) -> None:
    tables = list(piped_tables(with_outer_pipes(lines)))
    taken = [place for table in tables for place in range(table.start, table.end)]
    assert len(taken) == len(set(taken))
    assert all(len(list(table.lines())) == table.end - table.start for table in tables)
