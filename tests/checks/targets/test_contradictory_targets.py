"""Two targets of one plan on one measure, tier and horizon that state different bounds."""

from __future__ import annotations

from decimal import Decimal

import pytest

from cascade.model.plan import Growth, Target
from cascade.model.rule import Sketch
from tests.support import COMMUNE, WAITING, found, linked, places, target


def told(*targets: Target) -> list[str | None]:
    """The items of xã Mẫu's plan that contradict an earlier one."""
    context = linked(None, Sketch(targets=targets))
    return [item for _, item, _ in places(context, found(context, "contradictory-targets"))]


def test_of_three_bounds_both_later_ones_are_reported_against_the_first() -> None:
    context = linked(None, Sketch(targets=(target("a", "80%"), target("b", "60%"), target("c", "70%"))))
    judged = found(context, "contradictory-targets")
    assert places(context, judged) == [(COMMUNE, "b", "warning"), (COMMUNE, "c", "warning")]
    assert {one.finding.against.index for one in judged if one.finding.against} == {0}


def test_a_value_for_now_does_not_contradict_one_for_later() -> None:
    assert told(target("a", "85%"), target("b", "95%", by=2025)) == []


@pytest.mark.parametrize(
    "other",
    [
        target("b", "60%", "tthc.online-payment-transactions"),
        target("b", "60%", tier="commune"),
        target("b", "60%", baseline=2015),
        target("b", "60%", hedge="phấn đấu"),
        target("b", "60%", exception="đất đai"),
        target("b", "60%", growth=Growth(per_year=Decimal(10))),
        target("b", "60%", in_year=2023),
        target("b", "60%", None),
    ],
)
def test_targets_that_commit_on_different_things_do_not_contradict_each_other(other: Target) -> None:
    assert told(target("a", "80%"), other) == []


def test_a_number_among_the_tasks_can_contradict_the_objectives() -> None:
    assert told(target("a", "80%"), target("b", "60%", where="tasks")) == ["b"]


def test_strict_and_equal_are_two_bounds() -> None:
    assert told(target("a", "> 90%"), target("b", "90%")) == ["b"]


def test_a_bound_that_makes_no_sense_contradicts_nothing() -> None:
    assert told(target("a", ">= 30 phút", WAITING), target("b", "15 phút", WAITING)) == []
