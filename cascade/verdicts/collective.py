"""Targets of a collective: a share or a number of the units of lower levels that are to reach something.

Such a target binds each unit as its own part, and is kept or missed by all of them together: how many promise their
part, how many must. Source: domain.md, Targets.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from math import ceil, floor

import msgspec

from cascade.model.bound import Bound, Relation
from cascade.model.domain import Domain
from cascade.model.plan import Plan, Target
from cascade.model.quantities import Quantities
from cascade.model.text import NOTHING, UPPER, any_of, any_word_of, nfc, plain_text

_NUMBER = r"(?<![\d.,/])0*(?P<number>\d{1,4}(?:[.,]\d{1,2})?)"
_NAME = rf"(?!\s+[{UPPER}])"  # a unit's own name begins with a capital: one unit is no collective
_NEAR = 60  # characters before a number in which a word stands that makes it a reduction
_HUNDRED = Decimal(100)
_NO_MORE = (Relation.BELOW, Relation.AT_MOST)


class Collective(msgspec.Struct, frozen=True):
    """Units of some `levels` that are to reach something: a share of them in percent, or a number."""

    levels: tuple[str, ...]
    bound: Bound
    share: bool

    def required(self, units: int) -> int:
        """How many of so many units have to, at least."""
        low = self.bound.low or Decimal(0)
        wanted = low * units / _HUNDRED if self.share else low
        return floor(wanted) + 1 if self.bound.relation is Relation.ABOVE else ceil(wanted)


class Collectives:
    """Tells them by their measure, or by the words of `rules/quantities.yaml`."""

    def __init__(self, domain: Domain) -> None:
        self._domain = domain

    def of(self, target: Target, plan: Plan) -> Collective | None:
        """What a target asks of the units below its plan; None where it is no target of a collective."""
        if target.value.low is None or target.value.relation in _NO_MORE:
            return None
        measure = self._domain.measures.get(target.measure or "")
        member = measure.member if measure else None
        levels = (member.level,) if member else self._counted(target)
        rank = self._domain.levels.rank
        below = tuple(level for level in levels if rank(level) > rank(plan.level))
        return Collective(below, target.value, target.value.unit == "%") if below else None

    def _counted(self, target: Target) -> tuple[str, ...]:
        """The levels of the units that a target's number counts."""
        share = target.value.unit == "%"
        text = nfc(target.words)
        for found in (self._shares if share else self._numbers).finditer(text):
            if self._reduced.search(plain_text(text[max(0, found.start() - _NEAR) : found.start()])):
                continue
            if found["number"] is None or Decimal(found["number"].replace(",", ".")) == target.value.low:
                who = found["who"].lower()
                return tuple(level for level, pattern in self._levels.items() if pattern.search(who))
        return ()

    @cached_property
    def _levels(self) -> Mapping[str, re.Pattern[str]]:
        return {
            level: re.compile(rf"(?<!\w)(?:{any_of(map(str.lower, phrases))})(?!\w)")
            for level, phrases in self._words.collectives.items()
        }

    @property
    def _words(self) -> Quantities:
        return self._domain.quantities

    @cached_property
    def _reduced(self) -> re.Pattern[str]:
        return any_word_of(self._words.reduced)

    @cached_property
    def _shares(self) -> re.Pattern[str]:
        return self._pattern(rf"(?:{_NUMBER}\s*%|(?<!\w)(?i:{any_of(self._words.collective_shares)}))")

    @cached_property
    def _numbers(self) -> re.Pattern[str]:
        return self._pattern(_NUMBER)

    def _pattern(self, before: str) -> re.Pattern[str]:
        words = self._words
        between, apart = any_of(words.collective_between), any_of(words.collective_apart)
        joining = any_of(words.collective_joining)
        unit = any_of(phrase for phrases in words.collectives.values() for phrase in phrases) or NOTHING
        one = rf"(?!(?i:{apart})(?!\w))(?i:{unit})(?!\w)"
        return re.compile(
            rf"{before}\s+(?:(?i:{between})\s+)*(?P<who>(?>{one}(?:\s*(?:,|;|(?i:{joining}))\s*{one})*)){_NAME}"
        )
