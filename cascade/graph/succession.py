"""Which units a plan's unit answers for: those that went into it, and who lay above them.

Source: docs/domain.md, Levels. A plan issued after units were merged may carry out and cite plans of units that are no
more. A unit that the lists do not know is what its printed places say, and answers for nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property

import msgspec

from cascade.lexicon.units import Unit, Units
from cascade.model.language import Named
from cascade.model.plan import Plan
from cascade.model.text import fold


class Predecessors(msgspec.Struct, frozen=True, dict=True):
    """The units before a plan's unit. `unit`: itself, or else the innermost of its superiors that is known; `former`:
    the units that went into it; `above`: those above them."""

    unit: Unit | None = None
    former: frozenset[Unit] = frozenset()
    above: frozenset[Unit] = frozenset()

    @property
    def chain(self) -> frozenset[Unit]:
        """All units that were there before, of any level."""
        return self.former | self.above

    @cached_property
    def provinces(self) -> frozenset[str]:
        """The folded names of the provinces that its parts lay in before."""
        return frozenset(fold(unit.name) for unit in self.chain if unit.level == "province")


NOTHING_BEFORE = Predecessors()


class Succession:
    """Units of plans, and the units before them. The lists are opened where a plan is of a day after a change."""

    def __init__(self, units: Units) -> None:
        self.units = units
        self._units: dict[tuple[str, tuple[str, ...], date], Unit | None] = {}
        self._predecessors: dict[tuple[str, tuple[str, ...], date], Predecessors] = {}

    def unit(self, plan: Plan) -> Unit | None:
        """The unit that issued a plan, where the lists know it."""
        key = _key(plan)
        if key not in self._units:
            self._units[key] = self.units.find(plan.place, plan.level, _day(plan))
        return self._units[key]

    def predecessors(self, plan: Plan) -> Predecessors:
        """What the unit that issued a plan answers for."""
        if not plan.place or _day(plan) < self.units.first_change:
            return NOTHING_BEFORE
        key = _key(plan)
        if key not in self._predecessors:
            self._predecessors[key] = self._predecessors_of(plan)
        return self._predecessors[key]

    def _predecessors_of(self, plan: Plan) -> Predecessors:
        unit = self.unit(plan) or self.units.find(plan.place[-1:], "province", _day(plan))
        if unit is None:
            return NOTHING_BEFORE
        former = self.units.former(unit)
        above = {other for one in former for other in self.units.superiors(one)}
        above |= {before for other in above for before in self.units.former(other)}
        return Predecessors(unit, frozenset(former), frozenset(above))

    def formerly(self, named: Named, citing: Plan) -> frozenset[Unit]:
        """The units that went into one which a plan names, where none of them had its name: a citation may give the
        new name for the old unit."""
        if not citing.place or _day(citing) < self.units.first_change:
            return frozenset()
        found = {before for level in named.levels for unit in self._now(named, level, citing) for before in unit}
        same = any(fold(before.name) == fold(named.name) for before in found)
        return frozenset() if same else frozenset(found)

    def _now(self, named: Named, level: str, citing: Plan) -> Iterator[tuple[Unit, ...]]:
        within = () if level == "province" else citing.place[-1:]
        for unit in self.units.named(named.name, level=level, on=_day(citing), within=within):
            yield self.units.former(unit)

    def heir(self, before: Unit, predecessors: Predecessors) -> Unit:
        """The unit, of those that `predecessors` are of, that a former unit is now part of."""
        if predecessors.unit is None:
            return before
        own = (predecessors.unit, *self.units.superiors(predecessors.unit))
        level = before.level if before.level != "district" else own[0].level
        return next((unit for unit in own if unit.level == level), predecessors.unit)


def _key(plan: Plan) -> tuple[str, tuple[str, ...], date]:
    return plan.level, plan.place, _day(plan)


def _day(plan: Plan) -> date:
    """The day of a plan, as far as it is known."""
    return plan.issued or date(plan.span.first, 1, 1)
