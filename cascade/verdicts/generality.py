"""Which texts name only a topic ("tăng cường công tác …") and nothing that is to be done."""

from __future__ import annotations

import re
from functools import cached_property

import msgspec

from cascade.model.text import any_of, any_word_of, nfc, plain_text
from cascade.model.wording import General

_TOPIC = 8  # syllables of a topic at most
_BETWEEN = 3  # syllables of further general verbs ("tiếp tục làm tốt công tác …")
_DIGIT = re.compile(r"\d")


class Generality(msgspec.Struct, frozen=True, dict=True):
    """Tells them by the words of `rules/general.yaml`."""

    general: General

    @cached_property
    def _opening(self) -> re.Pattern[str]:
        return re.compile(r"^\W*" + any_word_of(self.general.opening).pattern)

    @cached_property
    def _topic(self) -> re.Pattern[str]:
        """The work of a topic, and not another word: "làm tốt công tác báo cáo"."""
        work = any_of(map(nfc, self.general.work))
        return re.compile(self._opening.pattern + rf"(?: \w+){{0,{_BETWEEN}}} (?:{work})(?: \w+){{1,{_TOPIC}}}\W*$")

    @cached_property
    def _hollow(self) -> re.Pattern[str]:
        return any_word_of(self.general.hollow)

    @cached_property
    def _concrete(self) -> re.Pattern[str]:
        return any_word_of(self.general.concrete)

    def is_general(self, text: str) -> bool:
        """Whether a text names only a topic: it begins with a general verb, and holds nothing concrete or nothing but
        "công tác" and the topic."""
        words = plain_text(text)
        if not self._opening.search(words) or _DIGIT.search(words):
            return False
        return bool(self._topic.search(words)) or not self._concrete.search(self._hollow.sub(" ", words))
