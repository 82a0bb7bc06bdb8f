"""What becomes of the targets and tasks above, counted by level, area and year."""

from __future__ import annotations

from typing import Any

import pytest

from cascade.model.rule import Sketch
from cascade.result.figures import LevelFigures, figures, target_outcome, task_outcome
from cascade.result.fill import fill
from cascade.result.result import ItemComparison, YearView
from tests.formats.forms import golden
from tests.support import audited, commune, linked, target, task

ANY = next(finding.item for finding in golden().findings if finding.item.kind == "target")
LEAD = {"lead": ("UBND các xã, thị trấn",)}


def made(verdict: str, **more: Any) -> ItemComparison:
    return ItemComparison(ANY, verdict, **more)


def levels(parent: Sketch, child: Sketch, *others: Sketch) -> tuple[LevelFigures, ...]:
    return figures(fill(audited(linked(parent, child, *others)), {"comparisons"}))


@pytest.mark.parametrize(
    ("found", "whole", "outcome"),
    [
        (made("holds"), True, "met"),
        (made("holds", unsure=True), True, "met"),
        (made("softer"), True, "partial"),
        (made("carve-out"), True, "partial"),
        (made("unquantified"), True, "partial"),
        (made("weaker"), True, "weaker"),
        (made("weaker", unsure=True), True, "unsettled"),
        (made("late"), True, "late"),
        (made("missing"), True, "missing"),
        (made("missing"), False, "unsettled"),
        (made("incomparable"), True, "unsettled"),
        (made("not-asked"), True, None),
        (made("other-years"), True, None),
    ],
)
def test_what_became_of_a_target(found: ItemComparison, whole: bool, outcome: str | None) -> None:
    assert target_outcome(found, whole=whole) == outcome


@pytest.mark.parametrize(
    ("better", "levels", "outcome"),
    [
        ("higher", [(80.0, 90.0)], "exceeded"),
        ("higher", [(80.0, 80.0), (80.0, 90.0)], "exceeded"),
        ("higher", [(80.0, 80.0)], "met"),
        ("lower", [(15.0, 10.0)], "exceeded"),
        ("higher", [(None, 90.0)], "met"),
        ("higher", [], "met"),
    ],
)
def test_a_target_is_exceeded_where_it_is_better_in_some_year(
    better: Any, levels: list[tuple[float | None, float]], outcome: str
) -> None:
    years = tuple(YearView(2021 + n, None, None, above, below) for n, (above, below) in enumerate(levels))
    assert target_outcome(made("holds", better=better, years=years), whole=True) == outcome


@pytest.mark.parametrize(
    ("found", "whole", "outcome"),
    [
        (made("covered"), True, "covered"),
        (made("partial"), True, "partial"),
        (made("uncovered"), True, "missing"),
        (made("uncovered", unsure=True), True, "unsettled"),
        (made("uncovered"), False, "unsettled"),
        (made("not-asked"), True, None),
    ],
)
def test_what_became_of_a_task(found: ItemComparison, whole: bool, outcome: str | None) -> None:
    assert task_outcome(found, whole=whole) == outcome


def test_targets_and_tasks_are_counted_by_level_and_area() -> None:
    parent = Sketch(
        targets=(target("1", "80%", tier="commune"), target("2", "15 phút", "tthc.waiting-time", tier="commune")),
        tasks=(task("T", "Công khai ngân sách xã", area=5, **LEAD),),
    )
    child = Sketch(
        targets=(target("a", "90%"), target("b", "20 phút", "tthc.waiting-time")),
        tasks=(task("t", "Công khai ngân sách xã", area=5),),
    )
    (one,) = levels(parent, child)
    assert (one.level, one.plans, list(one.areas)) == ("commune", 1, [2, 5])
    assert {name: n for name, n in one.whole.targets.items() if n} == {"exceeded": 1, "weaker": 1}
    assert {name: n for name, n in one.areas[5].tasks.items() if n} == {"covered": 1}
    assert list(one.years) == ["2023"]


def test_years_stand_apart_where_plans_of_several_are_on_file() -> None:
    parent = Sketch(targets=(target("1", "80%", tier="commune"),))
    child = Sketch(targets=(target("a", "80%"),))
    from cascade.model.plan import Citation

    cited = Citation(role="basis", number="01/KH-UBND", issuer="UBND huyện Thử")
    later = commune("Mẫu", id="xa-mau-2024", year=2024, issued="2023-12-15", citations=(cited,), targets=child.targets)
    (one,) = levels(parent, child, later)
    assert list(one.years) == ["2023", "2024"]
    assert sum(tally.targets["met"] for tally in one.years.values()) == one.whole.targets["met"] == 2
