"""Matters: whose business the words of an item say that it is (`rules/matters.yaml`)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Literal

import msgspec

from cascade.model.remembered import Remembered
from cascade.model.text import nfc

MatterKind = Literal[
    "foreign", "service", "half", "act", "product", "rank", "own", "have", "neutral", "upper", "itself"
]


class Matter(msgspec.Struct, frozen=True):
    """Words that tell whose business an item is: phrases of one kind and level, each with an example.

    `level`: the lowest level that has it. `foreign`: lower levels have no such thing; `service`: the same,
    unless the item names them as partners; `half`: they have a share at most; `act`: a deed of a higher
    body, `product` the product of one; `rank`: a place among its like, of a target only; `own`: words of
    the level; `have`: things that every unit of the level has; `upper`: words of a higher level;
    `neutral`: says where a thing lies or who asked for it, and is taken out first; `itself`: asks for no more than
    that the plan be carried out by a plan of one's own.
    In a phrase `*` stands for up to six words, `^` for the beginning of the text and `$` for its end.
    """

    kind: MatterKind
    phrases: dict[str, str]
    level: str | None = None


class Matters(msgspec.Struct, frozen=True, dict=True):
    """All matters, ready to be found in a text."""

    matters: tuple[Matter, ...]

    def plain(self, text: str) -> str:
        """`text` in the form in which matters are sought: its words in lower case, neutral phrases taken out."""
        found = self._plain.get(text)
        if found is None:
            found = self._plain[text] = self._plainly(text)
        return found

    @cached_property
    def _plain(self) -> dict[str, str]:
        """Texts that were asked for before: every unit below a plan asks for the same."""
        return Remembered()

    @cached_property
    def _found(self) -> dict[tuple[str, str, str | None], str | None]:
        """Likewise what was found in them."""
        return Remembered()

    def _plainly(self, text: str) -> str:
        spelt = _spelt(text)
        for phrase in self._phrases.get(("neutral", None), ()):
            spelt = spelt.replace(phrase, " ")
        for pattern in self._patterns.get(("neutral", None), ()):
            spelt = pattern.sub(" ", spelt)
        return spelt

    @cached_property
    def _grouped(self) -> dict[tuple[str, str | None], list[str]]:
        grouped: dict[tuple[str, str | None], list[str]] = {}
        for matter in self.matters:
            grouped.setdefault((matter.kind, matter.level), []).extend(matter.phrases)
        return {key: sorted(phrases, key=lambda phrase: (-len(phrase), phrase)) for key, phrases in grouped.items()}

    @cached_property
    def _phrases(self) -> dict[tuple[str, str | None], tuple[str, ...]]:
        """The phrases that stand as they are, spelt as texts are: most of them, and quick to find."""
        return {
            key: tuple(_spelt(phrase) for phrase in phrases if not _OPEN & set(phrase))
            for key, phrases in self._grouped.items()
        }

    @cached_property
    def _patterns(self) -> dict[tuple[str, str | None], tuple[re.Pattern[str], ...]]:
        """The phrases with `*`, `^` or `$`."""
        return {
            key: tuple(re.compile(_pattern(phrase)) for phrase in phrases if _OPEN & set(phrase))
            for key, phrases in self._grouped.items()
        }

    def find(self, plain: str, kinds: Iterable[MatterKind], levels: Iterable[str | None]) -> str | None:
        """The words of `plain` that are a matter of one of `kinds` at one of `levels`, if any (the first kind's)."""
        wanted, known = tuple(levels), self._found
        for kind in kinds:
            for level in wanted:
                asked = (plain, kind, level)
                found = known.get(asked, _UNASKED)
                if found is _UNASKED:
                    found = known[asked] = self._find(plain, (kind, level))
                if found is not None:
                    return found
        return None

    def _find(self, plain: str, key: tuple[str, str | None]) -> str | None:
        for phrase in self._phrases.get(key, ()):
            if phrase in plain:
                return phrase.strip()
        for pattern in self._patterns.get(key, ()):
            found = pattern.search(plain)
            if found:
                return found[0].strip()
        return None


_UNASKED = "?"
_OPEN = frozenset("*^$")
_WORD = re.compile(r"\w+")
_ANY = r"(?:\S+ ){0,6}?"


def _spelt(text: str) -> str:
    """The words of a text in lower case, a space before and after each."""
    return f" {' '.join(_WORD.findall(nfc(text).lower()))} "


def _pattern(phrase: str) -> str:
    words = [
        _ANY if word == "*" else re.escape(word) + " "
        for word in _spelt(phrase.replace("*", " _any_ ")).replace("_any_", "*").split()
    ]
    return ("^ " if phrase.startswith("^") else " ") + "".join(words) + ("$" if phrase.endswith("$") else "")
