"""How likely a document is a plan on administrative reform, and not a report, a letter or a plan on something else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

import msgspec

from cascade.ingest.heading.rows import Opening
from cascade.ingest.heading.title import Title
from cascade.ingest.outline.paragraphs import Paragraph, Style
from cascade.model.domain import Domain
from cascade.model.text import any_of, fold

SURELY_NOT = 0.1
HARDLY = 0.2
BY_CONTENT = 0.6
SURELY = 0.95
_AREAS = 3
"""So many of the seven areas a plan on reform names, and hardly any other plan."""
_PER_THOUSAND = 5
"""So often, in a thousand words, a plan on reform names reform or an area of it."""
_ARTICLES = 4
"""So many articles without the title of a plan make a legal text."""


class Seen(msgspec.Struct, frozen=True):
    """What of a document tells what it is. `announced`: the words with which a body announces its plan, empty
    where it does not; `lines`: all of its lines, as read."""

    type: str | None
    title: Title | None
    opening: Opening
    announced: str
    paragraphs: Sequence[Paragraph]
    lines: Iterable[str]


class LikelihoodReader(msgspec.Struct, frozen=True, dict=True):
    """Tells plans on reform from other documents with the phrases of `rules/`."""

    domain: Domain

    def of(self, seen: Seen) -> float:
        """How likely a document is a plan on reform, from 0 to 1."""
        kind = self.domain.document_types.get(seen.type or "")
        if (kind is not None and not kind.plan) or self._other_kind(seen.opening) or self._is_legal(seen):
            return SURELY_NOT
        if seen.type == "QĐ" and not self._brings(seen):
            return HARDLY
        if kind is not None and seen.title is not None and self._about(seen.title.text):
            return SURELY
        if self._is_on_reform(seen):
            return BY_CONTENT
        return HARDLY if kind is not None else SURELY_NOT

    def _is_on_reform(self, seen: Seen) -> bool:
        """Whether what a document announces, or else its text, is on reform, whatever its title says."""
        title = seen.title.text if seen.title else ""
        if self._about(title) or self._about(seen.announced):
            return True
        text = fold(" ".join(seen.lines))
        return self._dense(text) or (self._names_area(title) and bool(self._subject.search(text)))

    def _other_kind(self, opening: Opening) -> bool:
        """Whether the first line that names a kind of document names one that is never a plan ("GIẤY MỜI")."""
        first = next((kind for kind in opening.kinds if kind.row < max(opening.end, 20)), None)
        if first is None or first.code is not None:
            return False
        return bool(self._no_plan.search(opening.rows[first.row].folded))

    def _brings(self, seen: Seen) -> bool:
        """Whether a decision brings a plan with it: as its subject, attached to it, or by its first article."""
        plans = self.domain.phrases.heading.get("plans", ())
        if seen.title is not None and (
            self._plan_first.match(fold(seen.title.text)) or self._is_plan_kind(seen.title.code, plans)
        ):
            return True
        articles = (one.text for one in seen.paragraphs if one.marker and one.marker.style is Style.ARTICLE)
        return any(self._article.search(fold(text[:200])) for text in articles)

    def _is_plan_kind(self, code: str | None, plans: Sequence[str]) -> bool:
        return code is not None and fold(self.domain.document_types[code].name.vi) in {fold(name) for name in plans}

    def _is_legal(self, seen: Seen) -> bool:
        """Whether a document is a legal text that shows no kind: articles, and no title of a plan."""
        if seen.type is not None or seen.title is not None:
            return False
        articles = [one for one in seen.paragraphs if one.marker is not None and one.marker.style is Style.ARTICLE]
        return len(articles) >= _ARTICLES

    def _about(self, text: str) -> bool:
        """Whether words name a subject of plans."""
        return bool(self.domain.language.subjects_of(text))

    def _names_area(self, text: str) -> bool:
        return any(pattern.search(fold(text)) for pattern in self._areas)

    def _dense(self, text: str) -> bool:
        """Whether a text speaks of reform throughout: of several of its areas, and again and again."""
        counts = [len(pattern.findall(text)) for pattern in self._areas]
        named = sum(counts) + len(self._subject.findall(text))
        return sum(map(bool, counts)) >= _AREAS and named * 1000 >= _PER_THOUSAND * (text.count(" ") + 1)

    @cached_property
    def _areas(self) -> tuple[re.Pattern[str], ...]:
        return tuple(
            re.compile(rf"\b(?:{any_of(fold(phrase) for phrase in area.phrases)})\b")
            for area in self.domain.areas.values()
        )

    @cached_property
    def _subject(self) -> re.Pattern[str]:
        reform = self.domain.language.subjects[0]
        return re.compile(rf"\b(?:{any_of(fold(phrase) for phrase in reform.phrases)})\b")

    @cached_property
    def _no_plan(self) -> re.Pattern[str]:
        names = self.domain.phrases.heading.get("no_plans", ())
        return re.compile(rf"^\W*(?:{any_of(map(fold, names))})(?!\w)")

    @cached_property
    def _plan_first(self) -> re.Pattern[str]:
        heading = self.domain.phrases.heading
        changes, plans = (any_of(map(fold, heading.get(name, ()))) for name in ("changes", "plans"))
        return re.compile(rf"^\W*(?:(?:{changes})(?!\w)[\s,]*)*(?:{plans})(?!\w)")

    @cached_property
    def _article(self) -> re.Pattern[str]:
        plans = any_of(map(fold, self.domain.phrases.heading.get("plans", ())))
        with_it = r"(?:\s+kem theo(?:\s+quyet dinh)?(?:\s+nay)?)?"
        return re.compile(rf"^\W*(?:ban hanh|phe duyet){with_it}\W+(?:{plans})(?!\w)")
