"""Ratios per a number of people or things: "6 người/100.000 dân", "12 bác sĩ/vạn dân", "15‰".

Two ratios of different bases are compared by their quotient, and only where they count the same of the same: any other
two, and a ratio beside a plain count, are in different units.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

import msgspec

from cascade.model.bound import BASE, PER_THOUSAND
from cascade.model.quantities import Quantities
from cascade.model.text import any_of, fold

_HUNDRED, _THOUSAND = Decimal(100), Decimal(1000)
_SIGNS = {"%": _HUNDRED, PER_THOUSAND: _THOUSAND}


class Ratio(msgspec.Struct, frozen=True):
    """What is `counted`, `per` how many, `of` whom; of a share with a sign neither is said."""

    per: Decimal
    counted: str = ""
    of: str = ""


class Ratios:
    """Tells ratios among units by the words of `rules/quantities.yaml`; `same`: a unit as it is compared."""

    def __init__(self, words: Quantities, same: Callable[[str], str]) -> None:
        self._same = same
        self._bases = {fold(word): Decimal(base) for base, said in words.bases.items() for word in said}
        self._pattern = re.compile(
            rf"(?P<counted>[^/]*?)\s*/\s*(?:(?P<base>{BASE})|(?P<said>{any_of(self._bases)}))\s+(?P<of>[^/\d]+)"
        )

    def of(self, unit: str | None) -> Ratio | None:
        """The ratio that a unit is; None where it is none."""
        if unit in _SIGNS:
            return Ratio(_SIGNS[unit])
        found = self._pattern.fullmatch(fold(unit or ""))
        if found is None:
            return None
        per = Decimal(found["base"].replace(".", "")) if found["base"] else self._bases[" ".join(found["said"].split())]
        return Ratio(per, self._same(found["counted"]), self._same(found["of"].strip()))

    def times(self, given: str | None, asked: str | None) -> Decimal | None:
        """By what a number in the one unit is multiplied to stand in the other; None where they cannot be compared
        so, or need not be. A share in per cent is compared with one in per mille alone: of whom is not said."""
        ours, theirs = self.of(given), self.of(asked)
        if ours is None or theirs is None or given == asked:
            return None
        signs = {given, asked} & set(_SIGNS)
        counted = not ours.counted or not theirs.counted or ours.counted == theirs.counted
        same = len(signs) == len(_SIGNS) or signs == {PER_THOUSAND} or (not signs and ours.of == theirs.of and counted)
        return theirs.per / ours.per if same else None
