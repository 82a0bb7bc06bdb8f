"""Targets of one plan that speak of the same thing for different years, tiers or bounds."""

from __future__ import annotations

from collections.abc import Mapping

from cascade.answers.answering import Answering
from cascade.answers.likeness import alike
from cascade.model.measure import Measure, Worst
from cascade.model.plan import Plan, Target
from cascade.verdicts.yardstick import Yardsticks


class Twins:
    """Which targets of a plan are about one thing: on one measure, or in nearly the same words."""

    def __init__(self, answering: Answering, yardsticks: Yardsticks) -> None:
        self._answering, self.yardsticks = answering, yardsticks

    def are_twins(self, one: Target, other: Target) -> bool:
        """Whether two targets of one plan are about one thing, for one tier, against one baseline."""
        if one is other or (one.tier, one.baseline) != (other.tier, other.baseline):
            return False
        if one.measure is not None or other.measure is not None:
            return one.measure == other.measure
        unit = self.yardsticks.unit
        if unit(one.value.unit) != unit(other.value.unit):
            return False
        return alike(self._answering.lexis, one.words, other.words) >= self._answering.rules.verdicts.same_thing

    def is_interim(self, target: Target, plan: Plan) -> bool:
        """Whether a target without a horizon holds from the plan's first year on: in a plan for one year
        of a period, or beside another target about the same thing that states its horizon."""
        if target.has_horizon:
            return False
        if plan.year is not None:
            return True
        others = (other for other in plan.targets if other.has_horizon and other.where is None)
        return any(self.are_twins(target, other) for other in others)


def worst_of(target: Target, measures: Mapping[str, Measure]) -> Worst | None:
    """The worst value that a target's bound permits on its measure, if it settles one."""
    measure = measures.get(target.measure or "")
    return measure.worst(target.value) if measure else None
