"""Whether two titles are about one subject, on whatever subject they are.

Subjects that `rules/language.yaml` knows decide; titles on others are about one thing where most of what the
shorter says, years and names of units apart, the other says too.
"""

from __future__ import annotations

import re
from functools import cached_property

import msgspec

from cascade.answers.lexis import lexis_of
from cascade.answers.likeness import said_share
from cascade.model.domain import Domain
from cascade.model.remembered import Remembered
from cascade.model.text import any_of


class Subjects(msgspec.Struct, frozen=True, dict=True):
    """The subjects of titles."""

    domain: Domain

    def alike(self, one: str, other: str) -> bool:
        """Whether two titles are about one subject; a known subject is another than an unknown one."""
        first, second = (self.domain.language.subjects_of(title) for title in (one, other))
        if first or second:
            return bool(first & second)
        return self._share(one, other) >= self.domain.wording.answers.alike.titles

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
    def _known(self) -> dict[tuple[str, str], int]:
        """Titles that were compared before: all units below a plan cite it by one title."""
        return Remembered()

    def _share(self, one: str, other: str) -> int:
        key = (one, other)
        if key not in self._known:
            lexis, (first, second) = lexis_of(self.domain), (self._bare(title) for title in key)
            self._known[key] = max(said_share(lexis, first, second), said_share(lexis, second, first))
        return self._known[key]

    @cached_property
    def _years(self) -> re.Pattern[str]:
        before = any_of(self.domain.wording.general.before_years)
        return re.compile(rf"\b(?:{before})?\s*\d{{4}}(?:\s*[-–]\s*\d{{4}})?", re.IGNORECASE)

    def _bare(self, title: str) -> str:
        """A title without its years, the units that it names, and words that any plan's title holds."""
        bare = self._years.sub(" ", title)
        for unit in self.domain.language.units_named(bare):
            bare = bare.replace(unit.name, " ")
        lexis = lexis_of(self.domain)
        said = lexis.light.union(self.domain.wording.general.titles)
        return ", ".join(unit for unit in lexis.read(bare).units if unit not in said)
