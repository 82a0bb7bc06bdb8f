"""A decision that fits nothing any more is told once, with its place; one that counts no longer is not."""

from __future__ import annotations

from datetime import date

import pytest

from cascade.checks.plans.stale_decision import check
from cascade.model.decision import Answer, Decision, Decisions, Denial, Recorded, Waiver
from cascade.model.rule import Sketch
from tests.support import COMMUNE, DISTRICT, decided, linked, rule, task

ON, LATER = date(2026, 1, 12), date(2026, 2, 1)
CONTEXT = linked(Sketch(tasks=(task("1", "Công khai TTHC"),)), Sketch(tasks=(task("a", "Công khai TTHC"),)))


def stale(*made: Decision) -> list[tuple[str, str]]:
    """Of each decision that is told its place and why, in English."""
    recorded = tuple(Recorded(one, "d.yaml", line, 5) for line, one in enumerate(made, 3))
    facts = (dict(found.facts) for found in check(decided(CONTEXT, Decisions(recorded)), rule("stale-decision")))
    return [(str(fact["place"]), fact["why"].en) for fact in facts if not isinstance(fact["why"], str)]


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (Answer(COMMUNE, DISTRICT, "1", ("a", "z"), "P", ON), "there is no item z any more"),
        (Answer(COMMUNE, DISTRICT, "9", ("a",), "P", ON), "there is no item 9 any more"),
        (Denial(COMMUNE, DISTRICT, "1", ("z",), "P", ON), "there is no item z any more"),
        (Denial(COMMUNE, "x", "1", ("a",), "P", ON), "there is no plan x"),
    ],
)
def test_what_is_gone_is_named(made: Decision, why: str) -> None:
    assert stale(made) == [("d.yaml:3", why)]


def test_what_fits_is_about_another_plan_or_was_overruled_is_silent() -> None:
    assert stale(Answer(COMMUNE, DISTRICT, "1", ("a",), "P", ON), Denial(COMMUNE, DISTRICT, "1", ("a",), "P", ON)) == []
    assert stale(Answer("xa-khac", DISTRICT, "1", ("z",), "P", ON)) == []
    assert (
        stale(Answer(COMMUNE, DISTRICT, "1", ("z",), "P", ON), Answer(COMMUNE, DISTRICT, "1", ("a",), "P", LATER)) == []
    )


def test_a_waiver_is_told_only_where_nothing_is_found() -> None:
    assert stale(Waiver(COMMUNE, "no-parent", "vì", "P", ON)) == []
