"""Tables found from their ruling lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cascade.documents.layout import Rule, Rules, Word
from cascade.documents.ruled import grids_of, tables_of


def word(text: str, x: float, y: float) -> Word:
    return Word(text, x, y, x + 10, y + 10, y + 8)


def rules(xs: list[float], ys: list[float]) -> Rules:
    return Rules([Rule(y, xs[0], xs[-1]) for y in ys], [Rule(x, ys[0], ys[-1]) for x in xs])


def test_words_go_into_cells_and_what_is_outside_stays() -> None:
    words = [word("a", 10, 10), word("b", 60, 10), word("c", 10, 40), word("d", 300, 300)]
    (table,), rest = tables_of(words, rules([0, 50, 100], [0, 30, 60]), 1)
    assert [[slot.text for slot in row] for row in table.rows] == [["a", "b"], ["c", ""]]
    assert [one.text for one in rest] == ["d"]


def test_places_that_no_rule_parts_are_one_cell() -> None:
    given = rules([0, 50, 100], [0, 30, 60])
    given.down[1] = Rule(50, 30, 60)
    (table,), _ = tables_of([word("a", 10, 10)], given, 1)
    assert table.rows[0][0] is table.rows[0][1]
    assert table.rows[1][0] is not table.rows[1][1]


def test_a_grid_inside_another_is_no_table_of_its_own() -> None:
    outer, inner = rules([0, 50, 100], [0, 60]), rules([10, 20, 30], [10, 20])
    assert len(grids_of(Rules(outer.across + inner.across, outer.down + inner.down))) == 1


def test_a_drawing_of_thousands_of_lines_is_no_table() -> None:
    assert grids_of(rules([float(x) for x in range(0, 20_000, 5)], [0.0, 30.0, 60.0])) == []


EDGES = st.lists(st.integers(0, 500), min_size=2, max_size=6, unique=True).map(sorted)


@given(EDGES, EDGES)
def test_every_word_is_in_one_place(xs: list[int], ys: list[int]) -> None:
    words = [word(f"{x}-{y}", x, y) for x in range(0, 500, 97) for y in range(0, 500, 97)]
    tables, rest = tables_of(words, rules([float(x) for x in xs], [float(y) for y in ys]), 1)
    slots = {id(slot): slot for table in tables for row in table.rows for slot in row}
    kept = " ".join(slot.text for slot in slots.values()).split() + [one.text for one in rest]
    assert sorted(kept) == sorted(one.text for one in words)
