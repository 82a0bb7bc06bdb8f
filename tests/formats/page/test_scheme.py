"""The drawing of the cascade: every plan once, none upon another, levels from the highest down, lines between."""

from __future__ import annotations

from itertools import combinations

import msgspec
import pytest

from cascade.formats.page.scheme import FULL, SMALL, TINY, Scheme, scheme
from cascade.result.result import PlanView
from tests.formats.forms import golden, many

WIDE, NARROW = (1080, 5), (350, 2)


def plans(*parents: tuple[str, ...], rank: int = 1) -> list[PlanView]:
    """Plans p0, p1 … that carry out these; those without parents stand on the level above the others."""
    first = golden().plans[0]
    return [
        msgspec.structs.replace(
            first, id=f"p{n}", parents=above, children=(), rank=rank if above else 0, unit=f"xã Mẫu {n}"
        )
        for n, above in enumerate(parents)
    ]


def sound(drawn: Scheme, expected: list[str]) -> None:
    assert sorted(box.plan.id for box in drawn.boxes) == sorted(expected)
    for box in drawn.boxes:
        assert box.x >= 0
        assert box.x + box.width <= drawn.width
        assert box.y + box.height <= drawn.height
        assert any(band.y <= box.y and box.y + box.height <= band.y + band.height for band in drawn.bands)
    for one, other in combinations(drawn.boxes, 2):
        apart = one.x + one.width <= other.x or other.x + other.width <= one.x
        assert apart or one.y + one.height <= other.y or other.y + other.height <= one.y


@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize("below", [0, 1, 2, 4, 5, 6, 20, 21, 60, 61, 130])
def test_any_number_of_plans_has_room(size: tuple[int, int], below: int) -> None:
    drawn = scheme(plans((), *((("p0",),) * below)), *size)
    sound(drawn, [f"p{n}" for n in range(below + 1)])
    assert {box.height for box in drawn.boxes} <= {FULL, SMALL, TINY}
    assert bool(drawn.lines) == bool(below)


@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize("above", [2, 5, 9])
def test_plans_of_several_above_stand_below_their_own(size: tuple[int, int], above: int) -> None:
    given = plans(*[()] * above, *[(f"p{n % above}",) for n in range(40)])
    sound(scheme(given, *size), [plan.id for plan in given])


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_a_corpus_is_drawn(size: tuple[int, int]) -> None:
    for result in (golden(), many()):
        drawn = scheme(result.plans, *size)
        sound(drawn, [plan.id for plan in result.plans])
        tops = [band.y for band in drawn.bands]
        assert tops == sorted(tops)


def test_one_of_the_same_level_stands_below_what_it_carries_out() -> None:
    drawn = scheme(plans((), ("p0",), ("p1",)), *WIDE)
    at = {box.plan.id: box.y for box in drawn.boxes}
    assert at["p0"] < at["p1"] < at["p2"]
    assert len(drawn.bands) == 2


def test_what_a_plan_does_through_another_needs_no_line() -> None:
    assert len(scheme(plans((), ("p0",), ("p1", "p0")), *WIDE).lines) == 2


@pytest.mark.parametrize("circle", [(("p1",), ("p0",)), (("p0",),), (("p2",), ("p0",), ("p1",))])
def test_plans_that_carry_out_one_another_are_drawn_all_the_same(circle: tuple[tuple[str, ...], ...]) -> None:
    given = plans(*circle)
    sound(scheme(given, *WIDE), [plan.id for plan in given])


def test_nothing_is_drawn_of_nothing() -> None:
    assert scheme((), *WIDE).boxes == ()


@pytest.mark.parametrize(("size", "shown"), [(WIDE, "11/KH-UBND"), (NARROW, "11/KH")])
def test_a_number_leaves_room_for_the_counts_beside_it(size: tuple[int, int], shown: str) -> None:
    given = [msgspec.structs.replace(plan, number="11/KH-UBND") for plan in plans((), ("p0",), ("p0",))]
    assert {box.number for box in scheme(given, *size).boxes} == {shown}
