"""Whether two titles are about one subject, on whatever subject they are.

Subjects that `rules/language.yaml` knows decide; titles on others are about one thing where most of what the
shorter says, years and names of units apart, the other says too.
"""

from __future__ import annotations

import re
from functools import cached_property

import msgspec

from cascade.answers.lexis import Lexis
from cascade.answers.likeness import said_share
from cascade.model.domain import Domain
from cascade.model.remembered import Remembered

ALIKE = 500  # thousandths of the shorter title that the other says
_YEARS = re.compile(r"\b(?:giai đoạn|năm|đến|tầm nhìn)?\s*\d{4}(?:\s*[-–]\s*\d{4})?", re.IGNORECASE)


class Subjects(msgspec.Struct, frozen=True, dict=True):
    """The subjects of titles."""

    domain: Domain

    def alike(self, one: str, other: str) -> bool:
        """Whether two titles are about one subject; a known subject is another than an unknown one."""
        first, second = (self.domain.language.subjects_of(title) for title in (one, other))
        if first or second:
            return bool(first & second)
        return self._share(one, other) >= ALIKE

    def may_be_alike(self, one: str, other: str) -> bool:
        """The same, but a title that names no known subject is not held against one that does."""
        first, second = (self.domain.language.subjects_of(title) for title in (one, other))
        if bool(first) != bool(second):
            return True
        return self.alike(one, other)

    def same(self, one: str, other: str) -> bool:
        """Whether two titles say the same, in whatever order, years and names of units apart."""
        return self._words(one) == self._words(other)

    def _words(self, title: str) -> frozenset[str]:
        bare = self._bare(title)
        return frozenset(bare.split(", ")) if bare else frozenset(title.split())

    @cached_property
    def lexis(self) -> Lexis:
        """How texts are read: its tables take a while, so whoever compares items reads by it too."""
        return Lexis(self.domain.language, self.domain.wording)

    @cached_property
    def _known(self) -> dict[tuple[str, str], int]:
        """Titles that were compared before: all units below a plan cite it by one title."""
        return Remembered()

    def _share(self, one: str, other: str) -> int:
        key = (one, other)
        if key not in self._known:
            first, second = (self._bare(title) for title in key)
            self._known[key] = max(said_share(self.lexis, first, second), said_share(self.lexis, second, first))
        return self._known[key]

    def _bare(self, title: str) -> str:
        """A title without its years, the units that it names, and words that any plan's title holds."""
        bare = _YEARS.sub(" ", title)
        for unit in self.domain.language.units_named(bare):
            bare = bare.replace(unit.name, " ")
        said = self.lexis.light.union(self.domain.wording.general.titles)
        return ", ".join(unit for unit in self.lexis.read(bare).units if unit not in said)
