"""How far plans carry out what is above them, in numbers: by level, by area, over the years."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from cascade.model.words import Words
from cascade.result.result import ItemComparison, PairView, PlanView, Result

TARGET_OUTCOMES = ("exceeded", "met", "partial", "late", "weaker", "missing", "unsettled")
TASK_OUTCOMES = ("covered", "partial", "missing", "unsettled")
"""Best first; `partial`: stated with less than was asked (softer, with an exception, without the number);
`unsettled`: nothing can be concluded."""
_TARGETS: Mapping[str, str] = {
    "holds": "met",
    "softer": "partial",
    "carve-out": "partial",
    "unquantified": "partial",
    "late": "late",
    "weaker": "weaker",
    "missing": "missing",
    "incomparable": "unsettled",
    "doubtful": "unsettled",
}
_TASKS: Mapping[str, str] = {"covered": "covered", "partial": "partial", "uncovered": "missing"}


class Tally(msgspec.Struct, frozen=True):
    """How many targets and tasks of plans above had each outcome."""

    targets: Mapping[str, int]
    tasks: Mapping[str, int]


class LevelFigures(msgspec.Struct, frozen=True):
    """The plans of one level beside those that they carry out. `areas` by number, 0: of no known area; `years` by the
    year or the period of the plans."""

    level: str
    name: Words
    plans: int
    whole: Tally
    areas: Mapping[int, Tally]
    years: Mapping[str, Tally]


class _Counts:
    """Outcomes being counted."""

    def __init__(self) -> None:
        self.targets: Counter[str] = Counter()
        self.tasks: Counter[str] = Counter()

    def tally(self) -> Tally:
        return Tally(
            {outcome: self.targets[outcome] for outcome in TARGET_OUTCOMES},
            {outcome: self.tasks[outcome] for outcome in TASK_OUTCOMES},
        )


def figures(result: Result) -> tuple[LevelFigures, ...]:
    """The figures of each level that has a plan compared with one above, the highest first. Each plan counts beside
    those that it carries out itself; beside others only where it carries out none that is on file."""
    by_level: defaultdict[str, list[tuple[PlanView, PairView]]] = defaultdict(list)
    below: defaultdict[str, list[PairView]] = defaultdict(list)
    for pair in result.comparisons:
        below[pair.child].append(pair)
    for plan in sorted(result.plans, key=lambda plan: (plan.rank, plan.id)):
        for pair in _pairs(below.get(plan.id, [])):
            by_level[plan.level].append((plan, pair))
    return tuple(_level(pairs) for pairs in by_level.values())


def _pairs(pairs: list[PairView]) -> list[PairView]:
    """Of a plan's pairs those that count."""
    return [pair for pair in pairs if not pair.remote] or pairs


def _level(pairs: Iterable[tuple[PlanView, PairView]]) -> LevelFigures:
    whole, plans = _Counts(), {}
    areas: defaultdict[int, _Counts] = defaultdict(_Counts)
    years: defaultdict[str, _Counts] = defaultdict(_Counts)
    for plan, pair in pairs:
        plans[plan.id] = plan
        for target in pair.targets:
            if outcome := target_outcome(target, whole=pair.whole):
                for counts in (whole, areas[target.parent.area or 0], years[_years(plan)]):
                    counts.targets[outcome] += 1
        for task in pair.tasks:
            if outcome := task_outcome(task, whole=pair.whole):
                for counts in (whole, areas[task.parent.area or 0], years[_years(plan)]):
                    counts.tasks[outcome] += 1
    first = next(iter(plans.values()))
    return LevelFigures(
        first.level,
        first.level_name,
        len(plans),
        whole.tally(),
        {area: areas[area].tally() for area in sorted(areas, key=lambda area: area or 99)},
        {year: years[year].tally() for year in sorted(years)},
    )


def _years(plan: PlanView) -> str:
    return str(plan.year or plan.period)


def target_outcome(found: ItemComparison, *, whole: bool) -> str | None:
    """What became of a target above; None where it is not asked, or for other years."""
    outcome = _TARGETS.get(found.verdict)
    if outcome is None or (found.unsure and outcome != "met") or (outcome == "missing" and not whole):
        return outcome and "unsettled"
    return "exceeded" if outcome == "met" and _is_exceeded(found) else outcome


def task_outcome(found: ItemComparison, *, whole: bool) -> str | None:
    """What became of a task above; None where it is not asked."""
    outcome = _TASKS.get(found.verdict)
    if outcome is None or (found.unsure and outcome != "covered") or (outcome == "missing" and not whole):
        return outcome and "unsettled"
    return outcome


def _is_exceeded(found: ItemComparison) -> bool:
    """Whether the plan below permits less bad values than asked in some year, and in none worse ones."""
    sign = -1 if found.better == "lower" else 1
    both = [
        sign * (year.child_level - year.parent_level)
        for year in found.years
        if year.child_level is not None and year.parent_level is not None
    ]
    return bool(both) and max(both) > 0 and min(both) >= 0
