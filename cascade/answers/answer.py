"""What the answers room says of one asked item: the nearest items of the lower plan, and how sure that is."""

from __future__ import annotations

from typing import Literal

import msgspec

from cascade.model.finding import Item
from cascade.model.wording import Band

Standing = Literal["answered", "unsure", "none"]
Hidden = Literal["likely", "perhaps"]


class Candidate(msgspec.Struct, frozen=True):
    """An item that may answer: its score (see `competition`), how much it says of what is asked and how much each
    of the two says of the other (thousandths), and whether it is about a thing that excludes the asked one."""

    item: Item
    score: int
    said: int
    both: int
    excluded: bool = False


class Answer(msgspec.Struct, frozen=True):
    """One asked item with its candidates, the best first; `settled`: a person named the answer (or that there is none).

    `chance`: the percentage that the best candidate answers it. `other_kind`: the task that says most of an asked
    target, or the target that says most of an asked task, whatever else it answers. `deed`: what the asked task tells
    to do, where the whole lower plan never says it. `hidden`: an item that could not be read answers by its words, or
    one of which not even the words could be read may answer. `in_own_words`: an item of the asked one's kind may answer
    in words that it does not share: it answers nothing else that is asked better, is about no other thing, and stands
    where the neighbours of the asked one are answered.
    """

    asked: Item
    candidates: tuple[Candidate, ...]
    standing: Standing
    chance: int
    settled: bool = False
    other_kind: Candidate | None = None
    deed: str | None = None
    hidden: Hidden | None = None
    in_own_words: bool = False

    @property
    def best(self) -> Candidate | None:
        """The nearest item of the lower plan, whether it answers or not."""
        return self.candidates[0] if self.candidates else None

    def confidence(self, *, answered: bool) -> int:
        """How sure it is, in percent, that the best candidate answers; where nothing is `answered`, that none does."""
        return self.chance if answered else 100 - self.chance


def standing(score: int, band: Band) -> Standing:
    """Whether an item whose best candidate has this score is answered."""
    if score >= band.sure:
        return "answered"
    return "unsure" if score >= band.none else "none"
