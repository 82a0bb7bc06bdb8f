"""Which texts name only a topic ("tăng cường công tác …") and nothing that is to be done."""

from __future__ import annotations

import re
from functools import cached_property

import msgspec

from cascade.model.text import NOTHING, nfc
from cascade.model.wording import General

_DIGIT = re.compile(r"\d")


class Generality(msgspec.Struct, frozen=True, dict=True):
    """Tells them by the words of `rules/general.yaml`."""

    general: General

    @cached_property
    def _opening(self) -> re.Pattern[str]:
        return re.compile(r"^\W*" + _alternatives(self.general.opening).pattern)

    @cached_property
    def _hollow(self) -> re.Pattern[str]:
        return _alternatives(self.general.hollow)

    @cached_property
    def _concrete(self) -> re.Pattern[str]:
        return _alternatives(self.general.concrete)

    def is_general(self, text: str) -> bool:
        """Whether a text names only a topic: it begins with a general verb and holds nothing concrete."""
        plain = " ".join(nfc(text).lower().split())
        if not self._opening.search(plain) or _DIGIT.search(plain):
            return False
        return not self._concrete.search(self._hollow.sub(" ", plain))


def _alternatives(words: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(map(nfc, words), key=lambda word: (-len(word), word))
    body = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)
    return re.compile(rf"(?<!\w)(?:{body or NOTHING})(?!\w)")
