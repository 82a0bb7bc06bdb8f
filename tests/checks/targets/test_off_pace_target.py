"""A yearly value that lies behind the pace to what the plan above asks for later."""

from __future__ import annotations

from typing import Any

import pytest

from cascade.model.plan import Target, Window
from cascade.model.rule import Sketch
from tests.support import COMMUNE, PAYMENT, WAITING, found, linked, places, target

ALONE: dict[str, Any] = {"period": Window(2023, 2023)}


def told(asked: Target, answer: Target, kind: dict[str, Any] = ALONE) -> list[tuple[str, str | None, str]]:
    context = linked(Sketch(targets=(asked,)), Sketch(targets=(answer,), **kind))
    return places(context, found(context, "off-pace-target"))


BEHIND = [(COMMUNE, "a", "info")]


@pytest.mark.parametrize(
    ("asked", "answer", "kind", "expected"),
    [
        # 2021-2025: in the third of five years an even rise to 80% stands at 48%
        (target("1", "80%", by=2025), target("a", "47%"), ALONE, BEHIND),
        (target("1", "80%", by=2025), target("a", "48%"), ALONE, []),
        (target("1", "80%"), target("a", "47%"), ALONE, BEHIND),
        (target("1", "80%", in_year=2024), target("a", "59%"), ALONE, BEHIND),
        (target("1", "80%", in_year=2024), target("a", "60%"), ALONE, []),
        # what lies behind the plan has no pace any more
        (target("1", "80%", in_year=2022), target("a", "10%"), ALONE, []),
        # where the years meet, the bounds are compared instead
        (target("1", "80%", by=2025), target("a", "47%"), {"year": 2023}, []),
        (target("1", "80%", yearly=True), target("a", "47%"), ALONE, []),
        # no share that grows
        (target("1", "15 phút", WAITING), target("a", "60 phút", WAITING), ALONE, []),
        (target("1", "tốt", "steering.par-grade"), target("a", "khá", "steering.par-grade"), ALONE, []),
    ],
)
def test_it_is_noted_below_the_straight_line_to_the_year_that_is_asked_for(
    asked: Target, answer: Target, kind: dict[str, Any], expected: list[tuple[str, str | None, str]]
) -> None:
    assert told(asked, answer, kind) == expected


def test_the_note_tells_the_pace() -> None:
    context = linked(Sketch(targets=(target("1", "80%", by=2025),)), Sketch(targets=(target("a", "20%"),), **ALONE))
    (judged,) = found(context, "off-pace-target")
    facts = dict(judged.finding.facts)
    assert (facts["pace"], facts["year"], facts["due"]) == ("48%", "2023", "2025")
    assert (judged.finding.rule, judged.finding.measure) == ("off-pace-target", PAYMENT)
    assert (judged.finding.year, judged.finding.child_value, judged.finding.parent_value) == (2023, "20%", "80%")
