"""The words of two items that tie them, found in their texts: a text as pieces, each with how it is tied."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from cascade.answers.because import Because
from cascade.model.text import fold, nfc, one_line

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
        return fold(syllable)[:1] == self.said if self.initial else syllable == self.said


def marked(text: str, because: Iterable[Because], side: Side) -> list[Piece]:
    """`text`, one line of it, in pieces; joined they are the text."""
    text = nfc(one_line(text))
    tokens = _tokens(text)
    kinds: list[Tied | None] = [None] * len(text)
    for one in sorted(because, key=lambda one: _RANK.index(_TIED.get(one.kind, "alike"))):
        for start, end in _places(tokens, getattr(one, side).split()):
            kinds[start:end] = [_TIED.get(one.kind, "alike")] * (end - start)
    runs = (list(run) for _, run in groupby(range(len(text)), key=kinds.__getitem__))
    return [(text[run[0] : run[-1] + 1], kinds[run[0]]) for run in runs]


def _tokens(text: str) -> tuple[list[_Token], list[_Token]]:
    """The words of a text, and the same with the letters of its abbreviations (TTHC) each for itself."""
    plain, spread = [], []
    for found in _WORD.finditer(text):
        word, token = found[0], _Token(found[0].lower(), *found.span())
        plain.append(token)
        if len(word) > 1 and word.isupper():
            spread += [_Token(fold(letter), *found.span(), initial=True) for letter in word]
        else:
            spread.append(token)
    return plain, spread


def _places(tokens: Iterable[Sequence[_Token]], syllables: Sequence[str]) -> Iterable[tuple[int, int]]:
    """Where these syllables follow one another."""
    if not syllables:
        return
    for read in tokens:
        for first in range(len(read) - len(syllables) + 1):
            run = read[first : first + len(syllables)]
            if all(token.fits(syllable) for token, syllable in zip(run, syllables, strict=True)):
                yield run[0].start, run[-1].end
