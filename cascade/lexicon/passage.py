"""A run of words with the place of each: what every reader of items works on."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Protocol, TypeVar

import msgspec

from cascade.model.misprint import meant
from cascade.model.plan import Lines

_HYPHENATED = re.compile(r"[^\W_][-/]$")
_REACH = 200


class Placed(Protocol):
    """Anything found between two offsets of a text."""

    @property
    def start(self) -> int: ...  # noqa: D102

    @property
    def end(self) -> int: ...  # noqa: D102


P = TypeVar("P", bound=Placed)


def before(text: str, at: int, reach: int = _REACH) -> str:
    """The whole words of `text` that stand right before an offset, no more than `reach` characters of them:
    what a word there may belong to, found without reading all of a long text again for every number in it."""
    start = max(0, at - reach)
    if start and not text[start - 1].isspace():
        space = text.find(" ", start, at)
        start = at if space < 0 else space + 1
    return text[start:at]


def apart(found: Iterable[P], length: int) -> list[P]:
    """What does not overlap with any kept before it, in the given order; `length` is that of the text."""
    taken = bytearray(length)
    kept = []
    for one in found:
        if not any(taken[one.start : one.end]):
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
            kept.append(one)
    return kept


class Word(msgspec.Struct, frozen=True):
    """One printed word: as printed, as read (the same, unless the text is damaged and was restored), its line."""

    printed: str
    read: str
    line: int


class Passage(msgspec.Struct, frozen=True, dict=True):
    """Words in reading order. `text` is what is matched; offsets into it lead back to lines and print."""

    words: tuple[Word, ...]

    @cached_property
    def _parts(self) -> tuple[str, tuple[int, ...]]:
        parts: list[str] = []
        starts: list[int] = []
        at = 0
        for index, word in enumerate(self.words):
            if index and not self._joined(index):
                parts.append(" ")
                at += 1
            starts.append(at)
            parts.append(word.read)
            at += len(word.read)
        return "".join(parts), tuple(starts)

    def _joined(self, index: int) -> bool:
        """Whether a word goes on where the line before broke off: `KH-` | `UBND`, `2021-` | `2025`."""
        before, word = self.words[index - 1], self.words[index]
        return word.line != before.line and bool(_HYPHENATED.search(before.read)) and word.read[:1].isalnum()

    @property
    def text(self) -> str:
        """The words as read, single spaces between them."""
        return self._parts[0]

    def _span(self, start: int, end: int | None) -> tuple[int, int]:
        starts = self._parts[1]
        start += self.text[start : start + 1] == " "
        stop = len(self.text) if end is None else end
        first = max(0, bisect_right(starts, start) - 1)
        last = max(first, bisect_right(starts, max(start, stop - 1)) - 1)
        return first, last

    def part(self, start: int, end: int | None = None) -> Passage:
        """The words that the offsets `start` to `end` touch."""
        if not self.words:
            return self
        first, last = self._span(start, end)
        return Passage(self.words[first : last + 1])

    def lines(self, start: int = 0, end: int | None = None) -> Lines:
        """The lines that a part of the passage stands on; the passage must not be empty."""
        first, last = self._span(start, end)
        numbers = [word.line for word in self.words[first : last + 1]]
        return Lines(min(numbers), max(numbers))

    def printed(self, start: int = 0, end: int | None = None) -> str:
        """The words as printed, single spaces between them."""
        if not self.words:
            return ""
        first, last = self._span(start, end)
        return " ".join(word.printed for word in self.words[first : last + 1])

    def restored(self, start: int = 0, end: int | None = None) -> str | None:
        """The words as read, where they were restored; None where they read as printed."""
        if not self.words:
            return None
        first, last = self._span(start, end)
        words = self.words[first : last + 1]
        read = " ".join(word.read for word in words if word.read)
        return None if read == " ".join(word.printed for word in words) else read


def passage(lines: Iterable[Sequence[Word]]) -> Passage:
    """The words of several lines as one passage."""
    return Passage(tuple(word for line in lines for word in line))


def plain_words(text: str, line: int) -> tuple[Word, ...]:
    """The words of a healthy line: read as printed, but for letters that stand for others."""
    return tuple(Word(printed, read, line) for printed, read in zip(text.split(), meant(text).split(), strict=True))
