"""Why an item is taken for the answer and another is not: the evidence of each candidate, and what else it answers."""

from __future__ import annotations

import msgspec

from cascade.answers.answer import Answer, Candidate
from cascade.answers.answering import Answering
from cascade.model.finding import Item

SHOWN = 2  # candidates that are explained: the best, and the runner-up


class Weighed(msgspec.Struct, frozen=True):
    """One evidence: its name in `rules/answers.yaml`, its value and its weight in thousandths."""

    name: str
    value: int
    weight: int

    @property
    def counts(self) -> int:
        """What it adds to the sum, in hundredths of a logarithm."""
        return self.value * self.weight // 1000


class Explained(msgspec.Struct, frozen=True):
    """A candidate with its evidence, the largest first; `answers_rather`: the asked item that it answers better."""

    candidate: Candidate
    evidence: tuple[Weighed, ...]
    answers_rather: Item | None


class Explanation(msgspec.Struct, frozen=True):
    """An answer with its best candidates explained."""

    answer: Answer
    candidates: tuple[Explained, ...]


def explain(answering: Answering, child_id: str, parent_id: str, asked: Item) -> Explanation:
    """The answer to one item of a parent, explained; raises StopIteration where the parent has no such item."""
    answer = next(one for one in answering.answers(child_id, parent_id) if one.asked == asked)
    if not answer.candidates:
        return Explanation(answer, ())
    weighing, weights = answering.weighing(child_id, parent_id), answering.rules.weights
    pair, found = weighing.pair, weighing.scores
    row = next(place for place, one in enumerate(pair.asked.statements) if one.item == asked)
    columns = {one.item: place for place, one in enumerate(pair.said.statements)}
    explained = []
    for candidate in answer.candidates[:SHOWN]:
        column = columns[candidate.item]
        weighed = [
            Weighed(name, int(grid[row, column]), weights[name])
            for name, grid in weighing.grids.items()
            if weights.get(name) and grid[row, column]
        ]
        weighed.sort(key=lambda one: (-abs(one.counts), one.name))
        better = pair.asked.statements[int(found[:, column].argmax())].item
        explained.append(Explained(candidate, tuple(weighed), None if better == asked else better))
    return Explanation(answer, tuple(explained))
