"""The guarantee of a target: a function from year to the worst value that it still permits.

Source: docs/domain.md, Targets. None stands for "permits anything": before a target applies, and
where its words settle no value. Better is larger (see `Worst`), so `a` is weaker than `b` in a
year when a's worst is below b's there.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from cascade.model.measure import Measure, Worst
from cascade.model.plan import Growth, Target, Window


class Step(msgspec.Struct, frozen=True):
    """`worst` holds in every year from `first` to `last`, both included."""

    first: int
    last: int
    worst: Worst


class Guarantee(msgspec.Struct, frozen=True):
    """What one target, or several together, guarantee year by year."""

    steps: tuple[Step, ...] = ()

    def at(self, year: int) -> Worst | None:
        """The worst value permitted in `year`: the best of the steps that hold then."""
        best: Worst | None = None
        for step in self.steps:
            if step.first <= year <= step.last and (best is None or step.worst > best):
                best = step.worst
        return best

    def together(self, others: Iterable[Guarantee]) -> Guarantee:
        """The guarantee of a plan that makes all these commitments at once."""
        return Guarantee(self.steps + tuple(step for other in others for step in other.steps))

    def weaker_year(self, other: Guarantee, years: Iterable[int]) -> int | None:
        """The first of `years` in which this permits a worse value than `other`, else None."""
        for year in years:
            theirs, ours = other.at(year), self.at(year)
            if theirs is not None and (ours is None or ours < theirs):
                return year
        return None

    def catches_up(self, other: Guarantee, year: int) -> int | None:
        """The first year after `year` that guarantees what `other` does in `year`, else None."""
        wanted = other.at(year)
        if wanted is None:
            return None
        reached = [max(step.first, year + 1) for step in self.steps if step.last > year and step.worst >= wanted]
        return min(reached, default=None)


def guarantee_of(
    target: Target, measure: Measure, window: Window, *, interim: bool = False, growth_start: int | None = None
) -> Guarantee:
    """What `target` guarantees within its plan's `window` of years.

    A target that states no horizon holds by the window's end; as an `interim` value (in a plan for
    one year of a period, or beside another target that does state one) it holds from the window's
    first year, since it would otherwise never decide anything. Where a growth does not say in which year it
    starts, its base is taken to hold in `growth_start`, by default the window's first year.
    """
    worst = measure.worst(target.value)
    if worst is None:
        return Guarantee()
    if target.growth is not None:
        return _staircase(target.growth, worst, measure, window, growth_start or window.first)
    first, last = applies(target, window, interim)
    return Guarantee((Step(first, last, worst),)) if first <= last else Guarantee()


def _staircase(growth: Growth, base: Worst, measure: Measure, window: Window, base_year: int) -> Guarantee:
    """The base up to the year before the first rise, then one rise a year up to the cap."""
    first_rise = growth.since if growth.since is not None else base_year + 1
    cap = None
    if growth.until is not None:
        cap = max(base.value, growth.until if measure.better == "higher" else -growth.until)
    steps = []
    for year in range(window.first, window.last + 1):
        rises = max(0, year - first_rise + 1)
        value = base.value + growth.per_year * rises
        value = value if cap is None else min(value, cap)
        steps.append(Step(year, year, Worst(value, base.strict and value == base.value)))
    return Guarantee(tuple(steps))


def applies(target: Target, window: Window, interim: bool) -> tuple[int, int]:
    """The first and last year in which a target without growth holds."""
    if target.in_year is not None:
        return target.in_year, target.in_year
    if target.by is not None:
        return max(target.by, window.first), max(target.by, window.last)
    if target.yearly or interim:
        return window.first, window.last
    return window.last, window.last
