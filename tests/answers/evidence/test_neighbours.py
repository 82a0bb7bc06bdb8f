"""Items beside answered ones are answered beside their answers."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cascade.answers.evidence.neighbours import REACH, neighbours
from cascade.answers.pairing import Pairing
from cascade.answers.whole import UNIT, Grid
from tests.answers.made import pairing, words


def plans(rows: int, columns: int) -> Pairing:
    return pairing(tuple(f"việc {n}" for n in range(rows)), tuple(f"việc {n}" for n in range(columns)))


def sure(rows: int, columns: int, *places: tuple[int, int]) -> Grid:
    """A grid in which these pairs surely belong together."""
    grid = np.zeros((rows, columns), dtype=np.int32)
    for place in places:
        grid[place] = UNIT
    return grid


def test_one_sure_pair_speaks_for_those_around_it_the_nearer_the_more() -> None:
    found = neighbours(plans(9, 9), sure(9, 9, (4, 4)))
    assert found[4, 4] == 0  # not for itself
    assert found[5, 4] == found[4, 5] == 0  # nor for others in its row and column
    assert found[5, 5] == found[3, 3] == found[5, 3] == 500
    assert found[5, 6] == 333
    assert found[4 + REACH, 4 + REACH] == 166
    assert found[8, 8] == found[0, 0] == 0


def test_sure_pairs_on_both_sides_say_more_and_not_without_end() -> None:
    found = neighbours(plans(7, 7), sure(7, 7, (2, 2), (4, 4)))
    assert found[3, 3] == 1000
    assert neighbours(plans(7, 7), np.full((7, 7), UNIT, dtype=np.int32)).max() == 2000


def test_a_task_is_no_neighbour_of_a_target() -> None:
    items = (words("1", "5%"), words("2", "6%"), "việc 1", "việc 2")
    pair = pairing(items, items)
    assert neighbours(pair, sure(4, 4, (1, 1)))[0, 0] == 500
    assert neighbours(pair, sure(4, 4, (1, 1)))[2, 2] == 0
    assert neighbours(pair, sure(4, 4, (2, 2)))[3, 3] == 500


def test_a_plan_of_one_item_has_no_neighbours() -> None:
    assert neighbours(plans(1, 5), sure(1, 5, (0, 0))).tolist() == [[0] * 5]
    assert neighbours(plans(5, 1), sure(5, 1, (0, 0))).tolist() == [[0]] * 5


@given(st.integers(1, 6), st.integers(1, 6), st.data())
def test_turning_both_plans_round_turns_what_neighbours_say(rows: int, columns: int, data: st.DataObject) -> None:
    shares = np.array(
        data.draw(st.lists(st.integers(0, UNIT), min_size=rows * columns, max_size=rows * columns)), dtype=np.int32
    ).reshape(rows, columns)
    pair = plans(rows, columns)
    assert (neighbours(pair, shares[::-1, ::-1]) == neighbours(pair, shares)[::-1, ::-1]).all()
