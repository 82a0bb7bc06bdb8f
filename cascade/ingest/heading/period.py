"""The period of a plan: as its title states it, else its announcement, else the headings of what it aims at."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property

import msgspec

from cascade.ingest.heading.years import Years, stages_in, untils_in, years_in
from cascade.ingest.outline.paragraphs import Paragraph
from cascade.lexicon.passage import Passage
from cascade.model.domain import Domain
from cascade.model.doubt import Doubts, doubt
from cascade.model.plan import Window
from cascade.model.text import any_of, fold, folded_same_length

_OFTEN, _MOST = 3, 0.75  # mentions, and their share, that settle a period which no title states
_SHORT = 160
"""A heading or a line of aims is no longer, in characters."""
_FIRST = 400
"""So many paragraphs may say what is aimed at."""


class Period(msgspec.Struct, frozen=True):
    """A period as read, the year of a yearly plan, how sure they are, and the words that state them."""

    window: Window
    sure: float
    passage: Passage | None = None
    year: int | None = None
    doubts: Doubts = ()


class PeriodReader(msgspec.Struct, frozen=True, dict=True):
    """Reads the period of a plan from its paragraphs with the phrases of `rules/reading.yaml`."""

    domain: Domain
    paragraphs: Sequence[Paragraph]
    issued: date | None

    def stated(self, text: str, sure: float, passage: Passage) -> Period | None:
        """The period that a title or an announcement states."""
        years = years_in(text, self._outlook, self.issued.year if self.issued else 0)
        if years.period is not None:
            return Period(years.period, sure, passage, years.year)
        return self._until(years, text, sure, passage)

    def _until(self, years: Years, text: str, sure: float, passage: Passage) -> Period | None:
        """The period of a plan "đến năm 2025": from the year in which it is issued. Where a document that the plan
        carries out is said to reach until then, the plan's own aims must say so too."""
        if years.until is None or self.issued is None or self.issued.year > years.until:
            return None
        if self._cited.search(fold(text[: years.at])) and years.until not in self._aims:
            return None
        first = self.issued.year
        return Period(Window(first, years.until), sure - 0.25, passage, None, doubt("first-year-of-issue", year=first))

    def aimed(self) -> Period | None:
        """The one period that the headings of aims name."""
        aims = self.domain.phrases.sections
        begins = re.compile(rf"^\W*(?:{any_of(map(fold, (*aims.get('both', ()), *aims.get('aims', ()))))})(?!\w)")
        found = {
            years.period: one.passage
            for one in self._short
            if one.marker is not None and begins.match(fold(one.text))
            if (years := years_in(one.text, self._outlook)).period is not None
        }
        return _of_content(*found.popitem(), 0.75) if len(found) == 1 else None

    @property
    def _outlook(self) -> tuple[str, ...]:
        return self.domain.phrases.heading.get("outlook", ())

    @cached_property
    def _short(self) -> list[Paragraph]:
        return [one for one in self.paragraphs[:_FIRST] if len(one.text) <= _SHORT]

    @cached_property
    def _aims(self) -> set[int]:
        """The years until which short lines say that something is aimed at."""
        texts = (folded_same_length(one.text).lstrip(" -+*“(") for one in self._short)
        return {year for text in texts if text.startswith(("den", "muc")) for year in untils_in(text)}

    @cached_property
    def _cited(self) -> re.Pattern[str]:
        """What names a document that a plan carries out."""
        names = [kind.name.vi for kind in self.domain.document_types.values()]
        names += [*self.domain.phrases.kinds, *self.domain.phrases.heading.get("carried_out", ())]
        return re.compile(rf"(?<!\w)(?:{any_of(map(fold, names))})(?!\w)")


def commonest_period(lines: Iterable[str]) -> Period | None:
    """The period that a text names most often, a name broken over two lines too."""
    filled = [folded_same_length(text) for text in lines if text.strip()]
    counts = Counter(stages_in(f"{one} {other}" for one, other in zip(filled[::2], [*filled[1::2], ""], strict=False)))
    if not counts:
        return None
    best = max(counts, key=lambda window: (counts[window], -window.first, -window.last))
    alone = counts[best] >= _OFTEN and counts[best] >= _MOST * counts.total()
    return _of_content(best, None, 0.8 if alone else 0.6)


def _of_content(window: Window, passage: Passage | None, sure: float) -> Period:
    return Period(window, sure, passage, None, doubt("period-of-content", period=window))
