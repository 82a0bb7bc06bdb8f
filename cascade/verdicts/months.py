"""The part of a year for which a text says its number: "từ tháng 01 đến tháng 6", "6 tháng cuối năm", "quý III"."""

from __future__ import annotations

import re
from functools import cached_property

import msgspec

from cascade.model.quantities import Quantities
from cascade.model.text import any_of, any_word_of, nfc, plain_text, roman

_YEAR, _QUARTER = 12, 3


class Months(msgspec.Struct, frozen=True, dict=True):
    """Reads it by the words of `rules/quantities.yaml`."""

    words: Quantities

    def named(self, text: str) -> frozenset[int]:
        """The months of which a text speaks, where it names one run of them and no more; empty where it names none."""
        plain = plain_text(text)
        found = [range(1 + 6 * half, 7 + 6 * half) for half, said in enumerate(self._halves) if said.search(plain)]
        found += [range(int(one[1]), int(one[2]) + 1) for one in self._runs.finditer(plain)]
        found += [_quarter(one[1]) for one in self._quarters.finditer(plain)]
        months = frozenset(found[0]) if len(found) == 1 else frozenset()
        return months if months < frozenset(range(1, _YEAR + 1)) else frozenset()

    @cached_property
    def _halves(self) -> tuple[re.Pattern[str], ...]:
        return tuple(any_word_of(said) for said in self.words.halves)

    @cached_property
    def _runs(self) -> re.Pattern[str]:
        """Months from one to another."""
        month, to = any_of(map(nfc, self.words.months)), any_of(map(nfc, self.words.runs_to))
        number = r"0?(\d{1,2})(?![\d/])"
        return re.compile(rf"(?<!\w)(?:{month})\s+{number}\s*(?:{to})\s*(?:(?:{month})\s+)?{number}")

    @cached_property
    def _quarters(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{any_of(map(nfc, self.words.quarters))})\s+([1-4]|iv|i{{1,3}})(?!\w)")


def _quarter(said: str) -> range:
    number = int(said) if said.isdigit() else roman(said.upper())
    return range(_QUARTER * (number - 1) + 1, _QUARTER * number + 1)
