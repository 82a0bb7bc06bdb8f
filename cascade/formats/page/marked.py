"""The words of two items that tie them, found in their texts: a text as pieces, each with how it is tied."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Literal, NamedTuple

from cascade.answers.because import Because
from cascade.model.text import fold, nfc, page_line

Tied = Literal["same", "alike", "unsaid", "excluded"]
Side = Literal["parent", "child"]
Piece = tuple[str, Tied | None]

_TIED: dict[str, Tied] = {"same": "same", "unsaid": "unsaid", "excluded": "excluded"}
_RANK: tuple[Tied, ...] = ("unsaid", "alike", "same", "excluded")
"""What is marked last stands where two marks meet."""
_WORD = re.compile(r"[^\W_]+")


class _Token(NamedTuple):
    """A syllable, or one letter of an abbreviation, which stands for a syllable that begins with it."""

    said: str
    start: int
    end: int
    initial: bool = False

    def fits(self, syllable: str) -> bool:
        return _initial(syllable) == self.said if self.initial else syllable == self.said


class _Read:
    """The words of a text in order, found by how they begin."""

    def __init__(self, tokens: Sequence[_Token]) -> None:
        self._tokens = tokens
        self._at: defaultdict[tuple[str, bool], list[int]] = defaultdict(list)
        for place, token in enumerate(tokens):
            self._at[token.said, token.initial].append(place)

    def places(self, syllables: Sequence[str]) -> Iterable[tuple[int, int]]:
        """Where these syllables follow one another."""
        first = syllables[0]
        for place in (*self._at.get((first, False), ()), *self._at.get((_initial(first), True), ())):
            run = self._tokens[place : place + len(syllables)]
            if len(run) == len(syllables) and all(map(_Token.fits, run, syllables)):
                yield run[0].start, run[-1].end


def marked(text: str, because: Iterable[Because], side: Side) -> list[Piece]:
    """`text`, one line of it, in pieces; joined they are the text."""
    text = nfc(page_line(text))
    reads = _reads(text)
    kinds: list[Tied | None] = [None] * len(text)
    for one in sorted(because, key=lambda one: _RANK.index(_TIED.get(one.kind, "alike"))):
        syllables = (one.parent if side == "parent" else one.child).split()
        places = (place for read in reads for place in read.places(syllables)) if syllables else ()
        for start, end in places:
            kinds[start:end] = [_TIED.get(one.kind, "alike")] * (end - start)
    runs = (list(run) for _, run in groupby(range(len(text)), key=kinds.__getitem__))
    return [(text[run[0] : run[-1] + 1], kinds[run[0]]) for run in runs]


@lru_cache(maxsize=1024)
def _reads(text: str) -> tuple[_Read, _Read]:
    """The words of a text, and the same with the letters of its abbreviations (TTHC) each for itself."""
    plain, spread = [], []
    for found in _WORD.finditer(text):
        word, token = found[0], _Token(found[0].lower(), *found.span())
        plain.append(token)
        if len(word) > 1 and word.isupper():
            spread += [_Token(_initial(letter), *found.span(), initial=True) for letter in word]
        else:
            spread.append(token)
    return _Read(plain), _Read(spread)


def _initial(syllable: str) -> str:
    return fold(syllable)[:1]
