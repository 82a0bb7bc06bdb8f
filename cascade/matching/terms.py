"""Text to terms: the weighted syllable runs by which two items are compared.

Abbreviations are written out, synonyms read as one, and words without substance weigh nothing;
accents are kept, because Vietnamese without them confuses words (measurements.md, Matching).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise
from math import log

import msgspec

from cascade.model.language import Language
from cascade.model.text import nfc, syllables

Terms = tuple[str, ...]


class Reader:
    """Reads texts to terms by the words of `rules/language.yaml`; remembers what it has read."""

    def __init__(self, language: Language) -> None:
        self._short = _alternation(language.abbreviations, ignore_case=False)
        self._long = {nfc(key): nfc(value) for key, value in language.abbreviations.items()}
        self._same = {nfc(key).lower(): nfc(value).lower() for key, value in language.synonyms.items()}
        self._variants = _alternation(self._same, ignore_case=True)
        self._empty = _alternation(dict.fromkeys(language.empty, ""), ignore_case=True)
        self._read: dict[str, Terms] = {}
        self._deeds: dict[str, str | None] = {}

    def plain(self, text: str) -> list[list[str]]:
        """The substantial syllables of `text`, in runs between which words without substance stood."""
        text = self._short.sub(lambda found: self._long[found[0]], nfc(text)).lower()
        text = self._variants.sub(lambda found: self._same[found[0]], text)
        return [run for part in self._empty.sub(" | ", text).split("|") if (run := syllables(part))]

    def terms(self, text: str) -> Terms:
        """The syllables and pairs of neighbouring syllables of `text`, each once, sorted."""
        if text not in self._read:
            found: set[str] = set()
            for run in self.plain(text):
                found.update(run)
                found.update(f"{one} {two}" for one, two in pairwise(run))
            self._read[text] = tuple(sorted(found))
        return self._read[text]

    def deed(self, text: str) -> str | None:
        """The first word of substance: what is to be done ("lưu trữ", "chứng thực"), if there is one.

        A Vietnamese task opens with its verb, and nearly every verb of this prose has two syllables.
        """
        if text not in self._deeds:
            self._deeds[text] = next((" ".join(run[:2]) for run in self.plain(text) if len(run) > 1), None)
        return self._deeds[text]


def _alternation(words: Mapping[str, str], *, ignore_case: bool) -> re.Pattern[str]:
    if not words:
        return re.compile(r"(?!)")
    ordered = sorted((nfc(word) for word in words), key=lambda word: (-len(word), word))
    body = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)", re.IGNORECASE if ignore_case else 0)


class Weights(msgspec.Struct, frozen=True):
    """How much each term tells: rare terms tell more (inverse document frequency).

    Weights are whole numbers, so that sums are exact and no order of summing changes a result.
    """

    by_term: dict[str, int]
    unseen: int

    @classmethod
    def learn(cls, texts: Iterable[Terms]) -> Weights:
        """Weights from the items of the plans that are compared."""
        counts: Counter[str] = Counter()
        total = 0
        for terms in texts:
            counts.update(terms)
            total += 1
        by_term = {term: round(1000 * (log((1 + total) / (1 + count)) + 0.1)) for term, count in counts.items()}
        return cls(by_term, round(1000 * (log(1 + total) + 0.1)))

    def total(self, terms: Iterable[str]) -> int:
        """The weight of several terms; one never seen tells most."""
        return sum(self.by_term.get(term, self.unseen) for term in terms)
