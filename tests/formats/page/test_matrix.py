"""The matrix: every item above that is asked of a plan is in one row, and every finding about one in a cell."""

from __future__ import annotations

from collections import Counter

import msgspec

from cascade.formats.page.matrix import COLUMNS, Row, matrices
from cascade.formats.page.passages import concerns
from cascade.result.result import Result
from tests.formats.forms import clean, golden, many


def rows(result: Result) -> list[Row]:
    return [row for one in matrices(result) for row in (*one.rows, *one.unsure, *one.sound)]


def test_every_finding_about_an_item_above_is_in_one_cell() -> None:
    for result in (golden(), many()):
        told = Counter(code for row in rows(result) for cell in row.cells for code in cell.codes)
        about = Counter(one.code for one in result.findings if concerns(one, result) and result.comparison(one))
        assert told == about
        assert told


def test_the_worst_of_a_row_says_where_it_stands() -> None:
    for one in matrices(golden()):
        assert all(row.worst in ("lacking", "weaker", "part") for row in one.rows)
        assert {row.worst for row in one.unsure} <= {"unsure"}
        assert not [code for row in one.sound for cell in row.cells for code in cell.codes]


def test_what_is_lacking_where_not_all_was_read_is_not_sure() -> None:
    def lacking(result: Result) -> int:
        return sum(cell.state == "lacking" for row in rows(result) for cell in row.cells)

    result = many()
    assert lacking(result) > 0
    pairs = tuple(msgspec.structs.replace(pair, whole=False) for pair in result.comparisons)
    assert lacking(msgspec.structs.replace(result, comparisons=pairs)) == 0


def test_many_plans_are_counted() -> None:
    (one,) = matrices(many())
    assert one.crowded
    assert len(one.children) > COLUMNS
    for row in one.rows:
        assert sum(len(cells) for _, cells in row.counts) == len(row.cells) == len(one.children)


def test_nearest_words_are_of_plans_with_which_something_is_amiss() -> None:
    shown = [cell for row in rows(golden()) for cell in row.nearest]
    assert shown
    assert all(cell.codes and cell.state not in ("sound", "free") for cell in shown)


def test_without_comparisons_there_is_none() -> None:
    assert matrices(clean()) == ()


def test_the_nearest_words_of_a_finding_stand_in_its_cell_where_nothing_answers() -> None:
    result = golden()
    lacking = [one for one in result.findings if one.rule in ("missing-target", "uncovered-task") and one.nearest]
    cells = {code: cell for made in matrices(result) for row in made.rows for cell in row.cells for code in cell.codes}
    shown = [one for one in lacking if one.code in cells]
    assert shown
    assert [cells[one.code].nearest for one in shown] == [one.nearest for one in shown]
