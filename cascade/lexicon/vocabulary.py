"""The phrases of `rules/`, made ready to be found in a text: headings, areas, bodies, tiers, measures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

import msgspec

from cascade.lexicon.charges import Charged
from cascade.model.domain import Domain
from cascade.model.text import any_of, fold


class Vocabulary(msgspec.Struct, frozen=True, dict=True):
    """What the domain's phrases say about a text. Headings are compared without accents, since the
    capitals of a heading are where print loses them; all else with accents."""

    domain: Domain

    @cached_property
    def charged(self) -> Charged:
        """What finds who is charged with something, made once."""
        return Charged(self.domain)

    @cached_property
    def _kinds(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        return tuple(
            (kind, re.compile(rf"\b(?:{any_of(fold(phrase) for phrase in phrases)})\b"))
            for kind, phrases in self.domain.phrases.sections.items()
        )

    @cached_property
    def _areas(self) -> tuple[tuple[re.Pattern[str], int], ...]:
        pairs = [(fold(phrase), area.id) for area in self.domain.areas.values() for phrase in area.phrases]
        pairs.sort(key=lambda pair: (-len(pair[0]), pair[0]))
        return tuple((re.compile(rf"\b{re.escape(phrase)}\b"), area) for phrase, area in pairs)

    @cached_property
    def _tiers(self) -> Mapping[str, re.Pattern[str]]:
        return {
            level: re.compile(rf"(?<!\w)(?:{any_of(phrases)})(?!\w)", re.IGNORECASE)
            for level, phrases in self.domain.phrases.tiers.items()
        }

    def kind_of(self, text: str) -> str | None:
        """What a heading announces, if anything."""
        folded = fold(text)
        found = next((kind for kind, pattern in self._kinds if pattern.search(folded)), None)
        return "tasks" if found == "results" and self.is_formal("remedies", text) else found

    def opens_with(self, kind: str, text: str) -> bool:
        """Whether `text` begins with a phrase of a kind of heading."""
        return any(pattern.match(fold(text)) for name, pattern in self._kinds if name == kind)

    def is_formal(self, kind: str, text: str) -> bool:
        """Whether `text` begins with a phrase of a kind of `formal`."""
        return bool(self._formal[kind].match(fold(text))) if kind in self._formal else False

    @cached_property
    def _formal(self) -> Mapping[str, re.Pattern[str]]:
        formal = self.domain.phrases.formal
        return {kind: re.compile(rf"\W*(?:{any_of(map(fold, phrases))})\b") for kind, phrases in formal.items()}

    def area_of(self, text: str) -> int | None:
        """The area that `text` names; of several phrases the longest decides."""
        folded = fold(text)
        return next((area for pattern, area in self._areas if pattern.search(folded)), None)

    @cached_property
    def _hedges(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{any_of(self.domain.phrases.hedges)})(?!\w)", re.IGNORECASE)

    def hedge_of(self, text: str) -> str | None:
        """The last hedge of `text` in its one spelling: the first phrase of the list stands for its misprints."""
        found = self._hedges.findall(text)
        if not found:
            return None
        hedge, first = found[-1].lower(), self.domain.phrases.hedges[0]
        return first if fold(hedge) == fold(first) else hedge

    def tiers_in(self, text: str) -> tuple[tuple[int, str], ...]:
        """The levels whose performance `text` names, with the offset of each, in order."""
        found = [(match.start(), level) for level, pattern in self._tiers.items() for match in pattern.finditer(text)]
        return tuple(sorted(found))

    def tier_of(self, text: str) -> str | None:
        """The first level whose performance `text` names."""
        return next((level for _, level in self.tiers_in(text)), None)
