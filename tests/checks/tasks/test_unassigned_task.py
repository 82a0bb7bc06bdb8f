"""A task without a lead, in a plan that names a lead for most of its tasks."""

from __future__ import annotations

import msgspec
import pytest

from cascade.audit import run
from cascade.model.rule import Sketch
from tests.support import found, linked, rule, task


def plan(led: int, unled: int) -> Sketch:
    tasks = [task(f"led-{number}", "Công khai", lead=("Công chức",)) for number in range(led)]
    return Sketch(tasks=(*tasks, *(task(f"unled-{number}", "Rà soát") for number in range(unled))))


@pytest.mark.parametrize(("led", "unled", "told"), [(4, 1, 1), (8, 2, 2), (79, 21, 0), (3, 1, 0), (0, 1, 0), (0, 0, 0)])
def test_it_speaks_from_four_fifths_of_assigned_tasks_on(led: int, unled: int, told: int) -> None:
    assert len(found(linked(None, plan(led, unled)), "unassigned-task")) == told


def test_the_share_is_a_parameter_of_the_rule() -> None:
    half = msgspec.structs.replace(rule("unassigned-task"), parameters={"most": 0.5})
    assert len(run(linked(None, plan(1, 1)), half)) == 1
    assert run(linked(None, plan(1, 2)), half) == []


def test_the_words_tell_how_many_tasks_have_a_lead() -> None:
    (judged,) = found(linked(None, plan(4, 1)), "unassigned-task")
    assert judged.message.en == "The task «Rà soát» names no lead, while 4 of the plan's 5 tasks do."
