"""Laws of the verdicts on whole plans, whatever their items are: targets that a measure fits and others, and tasks."""

from __future__ import annotations

from random import Random
from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from cascade.model.bound import parse_bound
from cascade.model.plan import Target, Task
from cascade.model.rule import Sketch
from cascade.verdicts.verdict import TargetVerdict, TaskVerdict
from tests.strategies import HORIZONS, PERIOD, SUBJECTS, Subject, plans
from tests.support import COMMUNE, DISTRICT, audited, linked, target


@given(plans())
def test_a_child_equal_to_its_parent_falls_short_of_nothing(
    plan: tuple[tuple[Target, ...], tuple[Task, ...]],
) -> None:
    targets, tasks = plan
    sketch = Sketch(targets=targets, tasks=tasks, **PERIOD)
    context = linked(sketch, sketch)
    assert {one.verdict for one in context.targets.pair(COMMUNE, DISTRICT)} == {TargetVerdict.HOLDS}
    assert {one.verdict for one in context.tasks.pair(COMMUNE, DISTRICT)} <= {
        TaskVerdict.COVERED,
        TaskVerdict.NOT_ASKED,
    }
    against = [one.finding for one in audited(context).findings if one.finding.against is not None]
    assert [one for one in against if one.against and one.against.plan == DISTRICT] == []


def beside(asked: Target, answer: Target) -> TargetVerdict:
    """The verdict on one target beside its answer; both plans have two targets on other things as well."""
    others = tuple(
        target(f"k{number}", "50%", None, text=text)
        for number, text in enumerate(["50% đường thôn có đèn", "50% rác thải được thu gom"])
    )
    above, below = Sketch(targets=(asked, *others), **PERIOD), Sketch(targets=(answer, *others), **PERIOD)
    return linked(above, below).targets.pair(COMMUNE, DISTRICT)[0].verdict


@given(st.sampled_from(SUBJECTS), st.integers(10, 90), st.integers(1, 9), HORIZONS)
def test_tightening_a_bound_never_makes_it_weaker_and_loosening_it_always_does(
    subject: Subject, number: int, by: int, horizon: dict[str, Any]
) -> None:
    asked = subject.at("1", number, **horizon)
    tight, loose = (number + by, number - by) if subject.more else (number - by, number + by)
    assert beside(asked, subject.at("a", number, **horizon)) is TargetVerdict.HOLDS
    assert beside(asked, subject.at("a", tight, **horizon)) is TargetVerdict.HOLDS
    assert beside(asked, subject.at("a", loose, **horizon)) is TargetVerdict.WEAKER


@given(st.sampled_from(SUBJECTS), st.integers(10, 90), st.sampled_from([2023, 2024]))
def test_the_same_bound_later_is_late(subject: Subject, number: int, year: int) -> None:
    asked, answer = subject.at("1", number, by=year), subject.at("a", number, by=2025)
    assert beside(asked, answer) is TargetVerdict.LATE
    assert beside(answer, asked) is TargetVerdict.HOLDS


@given(plans(), plans(), st.randoms(use_true_random=False))
def test_the_order_of_targets_never_changes_a_verdict(
    above: tuple[tuple[Target, ...], tuple[Task, ...]],
    below: tuple[tuple[Target, ...], tuple[Task, ...]],
    random: Random,
) -> None:
    asked = tuple(msgspec.structs.replace(one, id=f"p-{one.id}") for one in above[0] if one.measure is not None)
    answers = [one for one in below[0] if one.measure is not None]
    told = []
    for turn in range(2):
        context = linked(Sketch(targets=asked, **PERIOD), Sketch(targets=tuple(answers), **PERIOD))
        found = context.targets.pair(COMMUNE, DISTRICT)
        told.append({context.id_of(c.parent): (c.verdict, c.child and context.id_of(c.child), c.year) for c in found})
        if turn == 0:
            random.shuffle(answers)
            asked = tuple(random.sample(asked, len(asked)))
    assert told[0] == told[1]


@given(st.randoms(use_true_random=False))
def test_nor_does_it_where_words_decide(random: Random) -> None:
    asked = [subject.at(f"p{number}", 40) for number, subject in enumerate(SUBJECTS)]
    answers = [subject.at(f"c{number}", 40 + (number % 3 - 1) * 5) for number, subject in enumerate(SUBJECTS)]
    random.shuffle(asked)
    random.shuffle(answers)
    context = linked(Sketch(targets=tuple(asked), **PERIOD), Sketch(targets=tuple(answers), **PERIOD))
    for found in context.targets.pair(COMMUNE, DISTRICT):
        number = int(context.id_of(found.parent)[1:])
        less, more = number % 3 == 0, number % 3 == 2
        worse = less if SUBJECTS[number].more else more
        assert found.child is not None
        assert context.id_of(found.child) == f"c{number}"
        assert found.verdict is (TargetVerdict.WEAKER if worse else TargetVerdict.HOLDS)


def test_the_subjects_read_as_they_are_meant() -> None:
    for subject in SUBJECTS:
        assert parse_bound(f"5{subject.unit}") == subject.at("1", 5).value
