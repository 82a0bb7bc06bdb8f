"""Whom a plan tells to carry it out: the bodies that "Tổ chức thực hiện" and sentences of its kind charge with it.

Only a charge with the plan as a whole counts ("các phòng, ban; UBND các xã căn cứ Kế hoạch này xây dựng kế hoạch"),
and only of bodies in the plural: what one office does for the plan says nothing of whom the plan speaks to. Where it
is not clear, nothing is read: a wrong body would tell the audit that a unit is not asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from cascade.ingest.outline.outline import Entry
from cascade.ingest.outline.paragraphs import Paragraph
from cascade.lexicon.spans import sentences
from cascade.lexicon.tagged import Lexicon
from cascade.model.text import any_of, fold

_REACH = 200  # characters behind bodies in which they are charged
_WITHIN = "organisation"


class Addressing:
    """Finds whom a plan addresses with the phrases of `rules/reading.yaml`."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.domain, self.vocabulary = lexicon.domain, lexicon.vocabulary
        self.charged = self.vocabulary.charged
        words = self.domain.phrases.addressing
        self.asks, self.plural, self.charges, self.plans, self.others = (
            re.compile(rf"(?<!\w)(?:{any_of(words.get(name, ()))})(?!\w)\s*", re.IGNORECASE)
            for name in ("asks", "plural", "charges", "plans", "others")
        )

    def read(self, parts: Iterable[Paragraph], entries: Sequence[Entry], level: str | None) -> tuple[str, ...]:
        """The bodies that a plan of this level addresses, as printed, each once."""
        if level is None:
            return ()
        within = [entry for entry in entries if entry.section.kind == _WITHIN]
        found = [*self._of_section(within), *self._of_document(parts)]
        told = "\n".join(dict.fromkeys(text for one in within for text in (one.section.heading, one.paragraph.text)))
        names = self._each_once(name for name in found if not self.others.search(name))
        return () if self._leaves_out(names, told, level) else names

    def _of_section(self, entries: Sequence[Entry]) -> Iterator[str]:
        """Those of the section on carrying out: of its headings, and of its sentences that charge with the plan."""
        for entry in entries:
            yield from self._plural(entry.section.lead)
            yield from self._of_text(entry.paragraph.text)

    def _of_document(self, parts: Iterable[Paragraph]) -> Iterator[str]:
        """Those of sentences anywhere that name the plan itself, and of the words that close it."""
        for part in parts:
            text = part.text
            if self.plans.search(text) or self.vocabulary.is_formal("closing", text):
                yield from self._of_text(text)

    def _of_text(self, text: str) -> Iterator[str]:
        for start, end in sentences(text):
            yield from self._told(text[start:end].strip())

    def _told(self, sentence: str) -> tuple[str, ...]:
        """The bodies that a sentence charges with the plan: no deed stands between them and the words that charge."""
        asked = [found.end() for found in self.asks.finditer(sentence)]
        for start in (*reversed(asked), self.charged.opening(sentence)):
            end = self.charged.bodies.run(sentence, start)
            charge = self.charges.search(sentence, end, end + _REACH) if end is not None else None
            if end is not None and charge and self.charged.bodies.verb_at(sentence, end, charge.start()) is None:
                return self._plural(self.charged.bodies.named(sentence, start, end))
        return ()

    def _plural(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """The names, where one of them stands for many."""
        return names if any(self.plural.search(name) for name in names) else ()

    def _each_once(self, names: Iterable[str]) -> tuple[str, ...]:
        """The names without those that name again what was named."""
        kept: dict[str, str] = {}
        told: set[str] = set()
        for name in names:
            meant = {body.id for body in self.domain.agencies.bodies_in(name)}
            if fold(name) not in kept and not (meant and meant <= told):
                kept[fold(name)] = name
                told |= meant
        return tuple(kept.values())

    def _leaves_out(self, names: Sequence[str], told: str, level: str) -> bool:
        """Whether the section speaks of the units of a lower level and the names do not: then it was not read well
        enough to say whom the plan addresses."""
        levels, named = self.domain.levels, self.domain.agencies.bodies_in("\n".join(names))
        if any(body.meaning == "anyone" for body in named):
            return False
        lower = {
            body.id
            for body in self.domain.agencies.bodies_in(told)
            if body.meaning == "members" and body.level is not None and levels.rank(body.level) > levels.rank(level)
        }
        return bool(lower - {body.id for body in named})
