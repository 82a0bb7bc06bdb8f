"""The words of lines as one run: how each is parted from the one before, how wide it prints, what begins at it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from functools import lru_cache

from cascade.lexicon.passage import Word
from cascade.model.phrases import Phrases
from cascade.model.text import fold


class Gap(IntEnum):
    """What parts a word from the one before it."""

    NONE = 0
    LINE = 1
    BLANK = 2
    PAGE = 3


class Run:
    """A run of words. `folded`: the words as one text without accents, marks other than brackets left blank;
    `folds`: where each begins in it. `bare`: each word in small letters, without marks around it."""

    def __init__(self, lines: Sequence[Sequence[Word]]) -> None:
        self.words: list[Word] = []
        self.gaps: list[Gap] = []
        gap = Gap.PAGE
        for line in lines:
            if not line:
                gap = max(gap, Gap.BLANK)
            for word in line:
                self.words.append(word)
                self.gaps.append(gap)
                gap = Gap.NONE
            if line:
                gap = Gap.LINE
        self.folded, self.folds = _joined(_folded(word.read) for word in self.words)
        self.bare = [_bare(word.read) for word in self.words]

    def __len__(self) -> int:
        return len(self.words)

    def word_after(self, offset: int) -> int:
        """The first word of `folded` that begins at `offset` or behind it."""
        return bisect_left(self.folds, offset)

    def line_end(self, at: int) -> int:
        """Where the line that holds word `at` ends."""
        end = at + 1
        while end < len(self.words) and self.gaps[end] is Gap.NONE:
            end += 1
        return end

    def text(self, start: int, end: int) -> str:
        """Words as read, single spaces between them."""
        return " ".join(word.read for word in self.words[start:end])

    def width(self, start: int, end: int) -> float:
        """How wide words print on one line, in ems; roughly."""
        return sum(_width(word.printed) for word in self.words[start:end]) + _SPACE * (end - start - 1)


_MARKS = re.compile(r"[^\w()]|_")


@lru_cache(maxsize=50_000)
def _folded(word: str) -> str:
    return _MARKS.sub(" ", fold(word))


@lru_cache(maxsize=50_000)
def _bare(word: str) -> str:
    return word.lower().strip(".,;:()[]+*“”\"'…") or word


def _joined(parts: Iterable[str]) -> tuple[str, list[int]]:
    texts, starts, at = [], [], 0
    for part in parts:
        starts.append(at)
        texts.append(part)
        at += len(part) + 1
    return " ".join(texts), starts


_SPACE = 0.25
_WIDTHS = {
    **dict.fromkeys("iljt.,;:'|!()[]/-", 0.28),
    **dict.fromkeys("frsIJ", 0.36),
    **dict.fromkeys("mwW%&M", 0.8),
}


@lru_cache(maxsize=50_000)
def _width(word: str) -> float:
    """How wide a word prints in the serif face of office documents, in ems."""
    return sum(_char_width(char) for char in word)


@lru_cache(maxsize=2_000)
def _char_width(char: str) -> float:
    base = fold(char)[:1]
    return _WIDTHS.get(base.upper() if char.isupper() else base) or (0.68 if char.isupper() else 0.46)


NUMBER = re.compile(r"\d[\d/.–-]*|[ivx]{1,4}(?:[/-]\d+)?")
_DAY = re.compile(r"\d{1,2}(?:/\d{1,2})?/\d{4}")
_VALUE = re.compile(r"[<>≥≤=]{0,2}\d+(?:[.,]\d+)*%?|[<>≥≤]|-")


@lru_cache(maxsize=50_000)
def _signs(word: str) -> tuple[str, ...]:
    """The signs that stand for a word in a phrase: `#` for a number, `#/#` for a day or month."""
    if not NUMBER.fullmatch(word):
        return ()
    return ("#", "#/#") if _DAY.fullmatch(word) else ("#",)


class Starters:
    """What begins at a word: the phrases by the kind of cell that they begin (`starters` in rules/reading.yaml)."""

    def __init__(self, run: Run, phrases: Phrases, *, values: bool) -> None:
        self.run, self.values = run, values
        self.grades = frozenset(phrases.grades)
        self.known: dict[int, dict[str, int]] = {}
        self.by_word: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        named: Mapping[str, Iterable[str]] = phrases.starters
        if values:
            named = {**named, "unit": [one for spelt in phrases.units.values() for one in spelt]}
        for kind, starters in named.items():
            for phrase in starters:
                words = tuple(_bare(word) for word in phrase.split())
                self.by_word.setdefault(words[0], []).append((words, kind))

    def at(self, word: int) -> dict[str, int]:
        """The kinds of cell that the words from `word` on may begin, with the number of words that say so."""
        if word < 0:
            return {}
        if word not in self.known:
            self.known[word] = self._found(word)
        return self.known[word]

    def _found(self, word: int) -> dict[str, int]:
        first = self.run.bare[word]
        known = [*self.by_word.get(first, ()), *(one for sign in _signs(first) for one in self.by_word.get(sign, ()))]
        found: dict[str, int] = {}
        for words, kind in known:
            if len(words) > found.get(kind, 0) and self._matches(word, words):
                found[kind] = len(words)
        if self.values and (_VALUE.fullmatch(first) or self._is_grade(word)):
            found["year"] = 1
        return found

    def _is_grade(self, word: int) -> bool:
        """Whether a word is a grade in a cell of its own: with a capital, before another or the end of the line."""
        read = self.run.words[word].read
        if read[:1].islower() or self.run.bare[word] not in self.grades:
            return False
        return self.run.line_end(word) == word + 1 or self.run.bare[word + 1] in self.grades

    def _matches(self, at: int, words: Sequence[str]) -> bool:
        printed = self.run.bare[at : at + len(words)]
        return len(printed) == len(words) and all(
            one == other or one in _signs(other) for one, other in zip(words, printed, strict=True)
        )
