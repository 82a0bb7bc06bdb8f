"""Thresholds that narrow whom a target is for: "cỗ từ 30 mâm trở lên", "hộ có từ 3 con".

A target that only begins further on is for fewer. Source: domain.md, Targets ("a smaller population is a carve-out").
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import cached_property

import msgspec

from cascade.model.bound import number
from cascade.model.plan import Target
from cascade.model.quantities import Quantities
from cascade.model.text import any_of, nfc, plain_text

_NUMBER = r"0*(?P<number>\d{1,7}(?:[.,]\d{1,3})?)"


class Threshold(msgspec.Struct, frozen=True):
    """From how many of a `unit` a target is for something; `said`: in its words."""

    low: Decimal
    unit: str
    said: str


class Thresholds(msgspec.Struct, frozen=True, dict=True):
    """Reads them by the words of `rules/quantities.yaml`; `same`: a unit as it is compared."""

    words: Quantities
    same: Callable[[str], str]

    def narrowed(self, asked: Target, given: Target) -> str | None:
        """The words by which a target begins further on than the one asked for; None where it does not."""
        theirs, ours = self._of(asked), self._of(given)
        if len(theirs) != 1 or len(ours) != 1 or theirs[0].unit != ours[0].unit:
            return None
        return ours[0].said if ours[0].low > theirs[0].low else None

    def _of(self, target: Target) -> list[Threshold]:
        """The thresholds that a target names, beside the value that it promises."""
        found = [
            Threshold(number(one["number"]), self.same(one["unit"]), one[0])
            for one in self._pattern.finditer(plain_text(target.words))
        ]
        own = target.value.low, self.same(target.value.unit or "")
        return [one for one in found if (one.low, one.unit) != own]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        since, more = any_of(map(nfc, self.words.since)), any_of(map(nfc, self.words.and_more))
        return re.compile(rf"(?<!\w)(?:{since})\s+{_NUMBER}\s+(?P<unit>[^\W\d_]+)(?:\s+[^\W\d_]+)?\s+(?:{more})(?!\w)")
