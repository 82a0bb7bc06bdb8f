"""The parts of what a task asks: what is to be done, clause by clause, without purpose, manner and place.

A half-covered task is told by them ("chưa thấy: lập danh mục"), and a merely general answer by its own words.
"""

from __future__ import annotations

import re
from functools import cached_property

import msgspec

from cascade.answers.lexis import NOTHING, Lexis
from cascade.model.text import NOTHING as NO_TEXT
from cascade.model.text import nfc
from cascade.model.wording import General

_BREAKS = re.compile(r"\s*[;,:.]\s+|\s+(?:và|hoặc)\s+|\s*;\s*")
_DIGIT = re.compile(r"\d")


class Parts(msgspec.Struct, frozen=True, dict=True):
    """Reads tasks by the words of `rules/general.yaml`."""

    general: General
    lexis: Lexis

    @cached_property
    def _clauses(self) -> re.Pattern[str]:
        return _alternatives(self.general.clauses)

    @cached_property
    def _opening(self) -> re.Pattern[str]:
        return re.compile(r"^\W*" + _alternatives(self.general.opening).pattern)

    @cached_property
    def _hollow(self) -> re.Pattern[str]:
        return _alternatives(self.general.hollow)

    @cached_property
    def _concrete(self) -> re.Pattern[str]:
        return _alternatives(self.general.concrete)

    def of(self, text: str) -> tuple[str, ...]:
        """The parts of a task's text that ask for something, in their order; at least one."""
        parts: list[str] = []
        for piece in _BREAKS.split(nfc(text)):
            found = self._clauses.search(piece.lower())
            act = piece[: found.start()] if found else piece
            units = [unit for unit in self.lexis.read(act).units if unit != NOTHING]
            if units and (parts or len(units) > 1):
                parts.append(act.strip())
        return tuple(parts) or (text,)

    def is_general(self, text: str) -> bool:
        """Whether a text names only a topic: it begins with a general verb and holds nothing concrete."""
        plain = " ".join(nfc(text).lower().split())
        if not self._opening.search(plain) or _DIGIT.search(plain):
            return False
        return not self._concrete.search(self._hollow.sub(" ", plain))


def _alternatives(words: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(map(nfc, words), key=lambda word: (-len(word), word))
    body = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)
    return re.compile(rf"(?<!\w)(?:{body or NO_TEXT})(?!\w)")
