"""Printed lines cut into what is read as one: syllables, numbers, abbreviations, each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from cascade.model.text import nfc
from cascade.restore.channel import look
from cascade.restore.health import is_vietnamese_word
from cascade.restore.tokens import edges, ends_sentence, number_class, pieces

_VOWELS = frozenset("aeiouy")
_SHORT = 0.6
"""A line shorter than this share of the document's long lines ends a paragraph or a heading."""


@dataclass
class Piece:
    """A print that is read as one, and how it was read."""

    printed: str
    kind: str | None
    """The class of a number; None for letters."""
    capitals: int
    """0 in small letters, 1 with a capital, 2 in capitals."""
    locked: bool
    """Whether it stands in a healthy line."""
    starts: bool
    """Whether a sentence, heading or list item starts with it."""
    after: str
    """The punctuation after it."""
    chosen: tuple[str, ...] = ()
    reading: str = ""


@dataclass
class PrintedWord:
    """A word between blanks: punctuation, pieces, punctuation."""

    printed: str
    before: str = ""
    pieces: list[Piece] = field(default_factory=list)

    @property
    def read(self) -> str:
        """The word with the readings of its pieces."""
        if not self.pieces or self.pieces[0].locked:
            return self.printed
        return self.before + "".join(piece.reading + piece.after for piece in self.pieces)


@dataclass(frozen=True)
class _Manner:
    """How a line is printed: whether its letters are whole, whether it is in capitals."""

    healthy: bool
    capital: bool


def has_vowel(print_: str) -> bool:
    """Whether a print can be a syllable: it holds what looks like a vowel."""
    return not _VOWELS.isdisjoint(look(print_))


def cut(lines: Sequence[str], labels: Mapping[int, str]) -> list[list[PrintedWord]]:
    """The words of each line. The words of `labels`, by line, stand for the first word of their lines."""
    lengths = sorted(len(line) for line in lines if line.strip())
    short = _SHORT * lengths[len(lengths) * 4 // 5] if lengths else 0
    text = []
    starts = True
    for number, line in enumerate(lines, 1):
        words = list(_words(line.split(), starts, labels.get(number)))
        text.append(words)
        last = next((word.pieces[-1] for word in words[::-1] if word.pieces), None)
        starts = last is None or len(line) < short or ends_sentence(last.after)
    return text


def _words(words: list[str], starts: bool, label: str | None) -> Iterator[PrintedWord]:
    manner = _manner(words)
    for at, printed in enumerate(words):
        if at == 0 and label is not None:
            yield PrintedWord(printed, "", [Piece(printed, None, 0, manner.healthy, True, "", (), label)])
            starts = True
            continue
        before, core, after = edges(printed if manner.healthy else nfc(printed))
        word = PrintedWord(printed, before, list(_pieces(core, after, manner)) if core else [])
        if word.pieces:
            word.pieces[0].starts = starts or bool(before.strip("(“\"'‘"))
        starts = not core or ends_sentence(after)
        yield word


def _manner(words: Sequence[str]) -> _Manner:
    judged = [word for word in words if sum(map(str.isalpha, word)) > 1]
    healthy = sum(is_vietnamese_word(nfc(word)) for word in words) > 0.3 * len(judged)
    return _Manner(healthy, sum(word.upper() == word for word in judged) > 0.6 * len(judged))


def _pieces(core: str, after: str, manner: _Manner) -> Iterator[Piece]:
    kind = number_class(core, after)
    parts = [core] if kind is not None else pieces(core)
    if not all(has_vowel(part) or len(part) > 3 for part in parts[::2]):
        parts = [core]
    for part, then in zip(parts[::2], [*parts[1::2], after], strict=True):
        yield Piece(part, kind, _capitals(part, manner), manner.healthy, False, then)


def _capitals(part: str, manner: _Manner) -> int:
    letters = [char for char in part if char.isalpha()]
    capitals = sum(map(str.isupper, letters))
    if part[0] == "I" and part[1:2].islower():
        return 0  # an l: no syllable begins with a capital I and a small letter
    if capitals > 1 and capitals >= 0.6 * len(letters):
        return 2
    if not capitals or not part[0].isupper():
        return 0
    return 2 if len(letters) == 1 and manner.capital else 1
