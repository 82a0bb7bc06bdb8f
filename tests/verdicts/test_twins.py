"""Targets of one plan that speak of one thing, and which of them hold from now on."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import msgspec
import pytest

from cascade.answers.answering import Answering
from cascade.model.measure import Worst
from cascade.model.plan import Plan, Target
from cascade.model.rule import Sketch, plan_of
from cascade.verdicts.twins import Twins, worst_of
from cascade.verdicts.yardstick import Yardsticks
from tests.support import WAITING, domain, target

TWINS = Twins(Answering({}, domain()), Yardsticks(domain().quantities))
TEXT = "80% hồ sơ đất đai được số hóa"


def words(value: str = "80%", text: str = TEXT, **more: Any) -> Target:
    return target("1", value, None, text=text, **more)


@pytest.mark.parametrize(
    ("one", "other", "twins"),
    [
        # on a measure: that alone decides
        (target("1", "80%"), target("2", "90%", text="Nói cách khác"), True),
        (target("1", "80%"), target("2", "15 phút", WAITING), False),
        (target("1", "80%", text=TEXT), words(), False),
        # without one: nearly the same words, in one unit
        (words(), words("90%", "90% hồ sơ đất đai được số hóa"), True),
        (words(by=2023), words(by=2025), True),
        (words(), words("90%", "90% hộ dân dùng nước sạch"), False),
        (words(), words("90 bộ", TEXT), False),
        (words("5 cuộc", "Tổ chức 5 cuộc đối thoại"), words("5 buổi", "Tổ chức 5 buổi đối thoại"), True),
        # for one tier and against one baseline
        (target("1", "80%", tier="commune"), target("2", "80%", tier="district"), False),
        (target("1", "80%", tier="commune"), target("2", "80%"), False),
        (target("1", "10%", baseline=2015), target("2", "10%", baseline=2021), False),
    ],
)
def test_targets_about_one_thing_are_twins_either_way_round(one: Target, other: Target, twins: bool) -> None:
    assert TWINS.are_twins(one, other) is twins
    assert TWINS.are_twins(other, one) is twins


def test_no_target_is_its_own_twin() -> None:
    one = words()
    assert not TWINS.are_twins(one, one)
    assert TWINS.are_twins(one, msgspec.structs.replace(one))


def plan(*targets: Target, **more: Any) -> Plan:
    return plan_of(Sketch(targets=targets, **more), "parent")[1]


def test_a_value_without_a_horizon_is_for_now_in_a_plan_for_one_year_or_beside_one_for_later() -> None:
    now, later = words(), words("95%", by=2025)
    alone, elsewhere = plan(now), plan(now, words("5 hộ", "5 hộ thoát nghèo", by=2025))
    assert TWINS.is_interim(now, plan(now, year=2023))
    assert TWINS.is_interim(now, plan(now, later))
    assert not TWINS.is_interim(now, alone)
    assert not TWINS.is_interim(now, elsewhere)
    assert not TWINS.is_interim(later, plan(now, later))
    assert not TWINS.is_interim(now, plan(now, msgspec.structs.replace(later, where="tasks")))


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (target("1", "80%"), Worst(Decimal(80))),
        (target("1", "15 phút", WAITING), Worst(Decimal(-15))),
        (target("1", ">= 15 phút", WAITING), None),
        (words(), None),
    ],
)
def test_the_worst_that_a_target_permits_is_told_by_its_measure(one: Target, expected: Worst | None) -> None:
    assert worst_of(one, domain().measures) == expected
