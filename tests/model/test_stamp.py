"""The mark of an item changes with what it says and asks, and with nothing else."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from cascade.model.bound import parse_bound
from cascade.model.plan import Growth, Lines, Plan
from cascade.model.rule import Sketch
from cascade.model.stamp import LENGTH, stamp, stamps
from tests.support import COMMUNE, linked, target, task

TARGET = target("1", "80%", by=2025)
TASK = task("2", "Công khai", lead=("UBND các xã",), due="2023")
SAME: dict[str, Any] = {"id": "x", "lines": Lines(1, 2), "page": 3, "doubt": "?", "confidence": 0.5, "area": 2}


@pytest.mark.parametrize("key", SAME)
def test_where_an_item_stands_and_how_surely_it_was_read_does_not_count(key: str) -> None:
    for item in (TARGET, TASK):
        assert stamp(msgspec.structs.replace(item, **{key: SAME[key]})) == stamp(item)


CHANGES: list[dict[str, Any]] = [
    {"text": "khác"},
    {"value": parse_bound("85%")},
    {"measure": None},
    {"by": 2024},
    {"by": None, "in_year": 2025},
    {"by": None, "yearly": True},
    {"tier": "commune"},
    {"growth": Growth(per_year=parse_bound("5").low or 0)},  # type: ignore[arg-type]
    {"baseline": 2020},
    {"hedge": "phấn đấu"},
    {"exception": "trừ"},
]


def test_whatever_a_target_asks_otherwise_is_another_version() -> None:
    marks = [stamp(msgspec.structs.replace(TARGET, **change)) for change in CHANGES]
    assert len({stamp(TARGET), *marks}) == len(CHANGES) + 1
    assert {len(mark) for mark in marks} == {LENGTH}


def test_whatever_a_task_asks_otherwise_is_another_version() -> None:
    changes: list[dict[str, Any]] = [
        {"text": "khác"},
        {"lead": ("UBND xã",)},
        {"lead": (), "partners": ("UBND các xã",)},
        {"due": "2024"},
        {"product": "Báo cáo"},
        {"kind": "objective"},
    ]
    marks = {stamp(msgspec.structs.replace(TASK, **change)) for change in changes}
    assert len({stamp(TASK), *marks}) == len(changes) + 1


def test_a_plan_has_the_mark_of_each_item_under_its_id() -> None:
    plan: Plan = linked(None, Sketch(targets=(TARGET,), tasks=(TASK,))).plans[COMMUNE]
    assert stamps(plan) == {"1": stamp(TARGET), "2": stamp(TASK)}
