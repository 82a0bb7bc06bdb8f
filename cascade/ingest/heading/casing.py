"""Titles in capitals as sentences, with the capitals that the text itself gives its words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from cascade.ingest.heading.units import UnitReader
from cascade.model.domain import Domain
from cascade.model.text import any_of, fold

_EDGE = ',.;:()“”"'
_ENDS = (".", ";", ":", "?", "!")
_ROMAN = re.compile(r"^[IVX]{1,4}$")
_SYLLABLE = re.compile(
    r"(?:b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu?|r|s|t|th|tr|v|x)?[aeiouy]{1,3}(?:c|ch|m|n|ng|nh|p|t)?"
)
_LONGEST_SHORT = 5
"""A word of capitals that is no syllable and no longer than this is a short form."""
_MIXED = 20
"""A line with so many small letters is not in capitals."""


class Casing:
    """How a text writes its words behind and before others, learnt when the first title in capitals asks for it; short
    forms of the rules are known without it."""

    def __init__(self, lines: Iterable[str], domain: Domain, units: UnitReader) -> None:
        self.units = units
        self.behind: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self.before: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self.shorts = {word: word for short in domain.language.abbreviations for word in short.split()}
        self.unread: Iterable[str] = lines
        bodies = [name for names in domain.phrases.issuers.values() for name in names]
        self.bodies = {name.lower(): name for name in bodies if " " in name}
        kinds = [kind.name.vi.lower() for kind in domain.document_types.values()]
        self.named = re.compile(rf"(?:(?<=hiện )|(?<=khai )|(?<=hành )|(?<=duyệt ))(?:{any_of(kinds)})(?!\w)")
        self.names_body = re.compile(rf"(?<!\w)(?:{any_of(self.bodies)})(?!\w)")

    def _learn(self, words: list[str]) -> None:
        begins = True
        for one, other in pairwise(words):
            first, second = one.strip(_EDGE), other.strip(_EDGE)
            if not begins:
                self.before[first.lower(), second.lower()][first] += 1
            begins = one.endswith(_ENDS) or len(first) < len("ab")
            if not begins:
                self.behind[first.lower(), second.lower()][second] += 1
        for word in (one.strip(_EDGE) for one in words):
            if 1 < len(word) < 8 and word.isalpha() and word.isupper():
                self.shorts.setdefault(word, word)

    def sentence(self, title: str) -> str:
        """A title in capitals as a sentence; any other as it is, with a capital first."""
        letters = [char for char in title if char.isalpha()]
        if letters and sum(map(str.isupper, letters)) >= 0.8 * len(letters):
            for text in self.unread:
                if sum(map(str.islower, text)) > _MIXED:
                    self._learn(text.split())
            self.unread = ()
            title = self.names_body.sub(lambda found: self.bodies[found[0]], " ".join(self._words(title)))
            title = self.named.sub(lambda found: found[0][:1].upper() + found[0][1:], title)
        return title[:1].upper() + title[1:]

    def _words(self, title: str) -> Iterator[str]:
        words = title.split()
        names = {at for unit in self.units.in_capitals(title) for at in range(unit.end - len(unit.name), unit.end)}
        offset = 0
        for index, word in enumerate(words):
            bare = word.strip(_EDGE)
            around = [words[at].strip(_EDGE).lower() if 0 <= at < len(words) else "" for at in (index - 1, index + 1)]
            yield word.replace(bare, self._form(bare, *around, in_name=offset in names)) if bare else word
            offset += len(word) + 1

    def _form(self, word: str, behind: str, before: str, *, in_name: bool) -> str:
        if word in self.shorts:
            return self.shorts[word]
        low = word.lower()
        seen = self.behind.get((behind, low))
        if seen:
            return max(seen, key=lambda form: (seen[form], form))
        short = len(word) <= _LONGEST_SHORT and word.isalpha() and not _SYLLABLE.fullmatch(fold(word))
        if any(map(str.isdigit, word)) or (not in_name and (_ROMAN.match(word) or short)):
            return word
        if in_name:
            return word[:1] + word[1:].lower()
        follows = self.before.get((low, before), Counter())
        return next(iter(follows)) if len(follows) == 1 else low
