"""Matters: whose business the words of an item say that it is (`rules/matters.yaml`)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Literal

import msgspec

from cascade.model.text import NOTHING, nfc

MatterKind = Literal["foreign", "service", "half", "act", "product", "rank", "own", "have", "neutral", "upper"]


class Matter(msgspec.Struct, frozen=True):
    """Words that tell whose business an item is.

    `level`: the lowest level that has it. `foreign`: lower levels have no such thing; `service`: the same,
    unless the item names them as partners; `half`: they have a share at most; `act`: a deed of a higher
    body, `product` the product of one; `rank`: a place among its like, of a target only; `own`: words of
    the level; `have`: things that every unit of the level has; `upper`: words of a higher level;
    `neutral`: says where a thing lies or who asked for it, and is taken out first.
    In a phrase `*` stands for up to six words, and `^` for the beginning of the text.
    """

    kind: MatterKind
    phrase: str
    level: str | None = None
    example: str = ""


class Matters(msgspec.Struct, frozen=True, dict=True):
    """All matters, ready to be found in a text."""

    matters: tuple[Matter, ...]

    def plain(self, text: str) -> str:
        """`text` in the form in which matters are sought: lower case, neutral phrases taken out."""
        spelt = " ".join(nfc(text).lower().split())
        return self._neutral.sub(" ", spelt)

    @cached_property
    def _neutral(self) -> re.Pattern[str]:
        return _pattern(matter.phrase for matter in self.matters if matter.kind == "neutral")

    @cached_property
    def _levels(self) -> tuple[str, ...]:
        return tuple(sorted({matter.level for matter in self.matters if matter.level}))

    @cached_property
    def _patterns(self) -> dict[tuple[str, str], re.Pattern[str]]:
        grouped: dict[tuple[str, str], list[str]] = {}
        for matter in self.matters:
            if matter.level:
                grouped.setdefault((matter.kind, matter.level), []).append(matter.phrase)
        return {key: _pattern(phrases) for key, phrases in grouped.items()}

    def find(self, plain: str, kinds: Iterable[MatterKind], levels: Iterable[str]) -> str | None:
        """The words of `plain` that are a matter of one of `kinds` at one of `levels`, if any (the first kind's)."""
        wanted = tuple(levels)
        for kind in kinds:
            for level in wanted:
                pattern = self._patterns.get((kind, level))
                found = pattern.search(plain) if pattern else None
                if found:
                    return found[0].strip()
        return None


_GAP = r"[\s,;]+"
_ANY = r"(?:\S+\s+){0,6}?"


def _pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    ordered = sorted((nfc(phrase).lower() for phrase in phrases), key=lambda phrase: (-len(phrase), phrase))
    return re.compile("|".join(map(_one, ordered)) or NOTHING)


def _one(phrase: str) -> str:
    words = [_ANY if word == "*" else re.escape(word) + _GAP for word in phrase.lstrip("^").split()]
    body = "".join(words).removesuffix(_GAP)
    return (r"^\W*" if phrase.startswith("^") else r"(?<!\w)") + body + r"(?!\w)"
