"""How often work is done: who asks for it every half-year is not answered by once a year."""

from __future__ import annotations

import re
from functools import cached_property

import msgspec

from cascade.model.plan import Target, Task
from cascade.model.quantities import Quantities
from cascade.model.remembered import Remembered
from cascade.model.text import any_of, any_word_of, nfc, plain_text


class Often(msgspec.Struct, frozen=True, dict=True):
    """Tells it by the words of `rules/quantities.yaml`."""

    words: Quantities

    def is_seldomer(self, asked: Task, answer: Target | Task) -> bool:
        """Whether both say how often in a year, and the answer says less often; its deadline counts too."""
        wanted = self._most(asked.words)
        if wanted is None:
            return False
        said = (answer.words, answer.due or "", answer.product or "") if isinstance(answer, Task) else (answer.words,)
        given = self._most(" ; ".join(said))
        return given is not None and given < wanted

    def _most(self, text: str) -> int | None:
        """The most that a text says; None where it says nothing, or counts the times."""
        if text not in self._known:
            self._known[text] = self._read(text)
        return self._known[text]

    @cached_property
    def _known(self) -> dict[str, int | None]:
        """What was read before: every child answers the same tasks."""
        return Remembered()

    def _read(self, text: str) -> int | None:
        plain = plain_text(text)
        if self._counted.search(plain):
            return None
        return max((times for times, pattern in self._rates if pattern.search(plain)), default=None)

    @cached_property
    def _rates(self) -> tuple[tuple[int, re.Pattern[str]], ...]:
        return tuple((int(times), any_word_of(words)) for times, words in self.words.rates.items())

    @cached_property
    def _counted(self) -> re.Pattern[str]:
        """Times that are counted, in figures or in words."""
        return re.compile(rf"(?<!\w)\w+\s+(?:{any_of(map(nfc, self.words.occasions))})(?!\w)")
