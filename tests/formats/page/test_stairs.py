"""Staircases: a step a year, a gap where nothing is promised, the deciding year marked."""

from __future__ import annotations

import re
from itertools import pairwise

import msgspec
import pytest

from cascade.formats.page.stairs import HEIGHT, WIDTH, Stairs, stairs
from cascade.model.bound import Bound, parse_bound
from cascade.result.result import ItemComparison, YearView
from tests.formats.forms import golden


def bound(level: float | None) -> Bound | None:
    return None if level is None else parse_bound(f"{level}")


def comparison(*levels: tuple[float | None, float | None], year: int = 2021) -> ItemComparison:
    parent = golden().findings[0].item
    rows = (YearView(2021 + n, bound(above), bound(here), above, here) for n, (above, here) in enumerate(levels))
    return ItemComparison(parent, "weaker", year=year, years=tuple(rows))


def drawn(*levels: tuple[float | None, float | None], year: int = 2021) -> Stairs:
    found = stairs(comparison(*levels, year=year))
    assert found is not None
    return found


def heights(path: str) -> list[float]:
    return [float(y) for y in re.findall(r"(?:M[\d.]+ |V)([\d.]+)", path)]


def test_the_higher_level_is_drawn_higher_and_steps_go_from_year_to_year() -> None:
    found = drawn((90, 85), (90, 85), (90, 95))
    (above,) = set(heights(found.parent))
    assert heights(found.child)[0] > above > heights(found.child)[-1]
    assert found.child.count("H") == 3
    assert found.band is not None


def test_a_year_without_a_bound_is_a_gap() -> None:
    found = drawn((80, None), (80, 50), (80, None), (80, 60))
    assert found.child.count("M") == 2
    assert found.parent.count("M") == 1


@pytest.mark.parametrize("levels", [((80, 80),), ((0, 0), (0, 0))])
def test_levels_that_are_alike_stand_in_the_middle(levels: tuple[tuple[float, float], ...]) -> None:
    found = drawn(*levels)
    assert found.parent == found.child
    assert 0 < heights(found.parent)[0] < HEIGHT


@pytest.mark.parametrize("years", [1, 2, 5, 6, 10, 30])
def test_no_name_stands_upon_another_and_the_deciding_year_is_named(years: int) -> None:
    for decided in range(years):
        found = drawn(*((80, 50),) * years, year=2021 + decided)
        places = [label.x for label in found.years]
        assert all(after - before >= 24 for before, after in pairwise(places))
        assert [label.text for label in found.years if label.strong] == [str(2021 + decided)]
        assert all(0 < place < WIDTH for place in places)


def test_levels_are_written_as_vietnamese_prints_them() -> None:
    assert [label.text for label in drawn((95.5, 20)).levels] == ["20", "95,5"]


def test_without_two_numbers_in_one_year_nothing_is_drawn() -> None:
    assert stairs(None) is None
    assert stairs(comparison()) is None
    assert stairs(comparison((80, None), (None, 50))) is None


def test_what_is_said_is_the_deciding_year() -> None:
    assert drawn((90, 85), (90, 95), year=2022).said.year == 2022
    found = stairs(msgspec.structs.replace(comparison((90, 85), (90, 95)), year=None))
    assert found is not None
    assert found.said.year == 2022
