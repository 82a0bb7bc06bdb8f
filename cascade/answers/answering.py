"""Answers of plans to the plans above them, worked out plan by plan and kept as short results."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
import numpy as np

from cascade.answers.answer import Answer, Candidate, standing
from cascade.answers.evidence.deed import deed
from cascade.answers.lexis import Lexis
from cascade.answers.pairing import Pairing, Shelf
from cascade.answers.statement import Side, side_of
from cascade.answers.weigh import Weighing, weigh
from cascade.answers.whole import Grid, chance
from cascade.model.decision import Decisions
from cascade.model.domain import Domain
from cascade.model.finding import Item
from cascade.model.plan import Plan
from cascade.model.wording import AnswerRules

MOST = 5  # candidates that are kept of an asked item
_SIDES = 8  # plans whose statements are kept ready: parents are asked again and again


class Answering:
    """Which item answers which, for any two plans of a corpus. `decisions` of people win over what is computed;
    `lexis`: how texts are read."""

    def __init__(
        self,
        plans: Mapping[str, Plan],
        domain: Domain,
        decisions: Decisions | None = None,
        lexis: Lexis | None = None,
    ) -> None:
        self._plans = plans
        self._domain = domain
        self._decisions = decisions or Decisions()
        self.lexis = lexis or Lexis(domain.language, domain.wording)
        self._sides: dict[str, tuple[Side, Shelf]] = {}
        self._answers: dict[tuple[str, str], tuple[Answer, ...]] = {}

    @property
    def rules(self) -> AnswerRules:
        """What each evidence weighs, and from which score an answer counts."""
        return self._domain.wording.answers

    def side(self, plan_id: str) -> Side:
        """The statements of a plan, targets first."""
        return side_of(plan_id, self._plans[plan_id], self.lexis, self._domain.measures, self._domain.agencies)

    def _parent(self, plan_id: str) -> tuple[Side, Shelf]:
        if plan_id not in self._sides:
            while len(self._sides) >= _SIDES:
                self._sides.pop(next(iter(self._sides)))
            side = self.side(plan_id)
            self._sides[plan_id] = side, Shelf(side)
        return self._sides[plan_id]

    def pairing(self, child_id: str, parent_id: str) -> Pairing:
        """The two plans side by side."""
        asked, shelf = self._parent(parent_id)
        return Pairing(asked, self.side(child_id), shelf)

    def weighing(self, child_id: str, parent_id: str) -> Weighing:
        """The two plans weighed, item beside item. Of a plan beside another only the answers are kept, which are short:
        whoever wants to know why has the one pair weighed for it."""
        return weigh(self.pairing(child_id, parent_id), self.rules)

    def answers(self, child_id: str, parent_id: str) -> tuple[Answer, ...]:
        """For every item of the parent, targets first and in the order of the file, what of the child answers it."""
        key = (child_id, parent_id)
        if key not in self._answers:
            found = self._answered(child_id, parent_id)
            self._answers[key] = tuple(sorted(found, key=lambda one: (one.asked.kind == "task", one.asked.index)))
        return self._answers[key]

    def _answered(self, child_id: str, parent_id: str) -> tuple[Answer, ...]:
        pair = self.pairing(child_id, parent_id)
        if not len(pair.asked) or not len(pair.said):
            return tuple(Answer(one.item, (), "none", 99) for one in pair.asked.statements)
        weighing = weigh(pair, self.rules)
        grids, found = weighing.grids, weighing.scores
        nearest = np.argsort(-found, axis=1, kind="stable")[:, :MOST]
        others = _most_said(pair, grids)
        answers = (
            self._one(pair, row, [int(place) for place in nearest[row]], others[row], found, grids)
            for row in range(len(pair.asked))
        )
        if not self._decisions.recorded:
            return tuple(answers)
        ids = {one.item: one.id for side in (pair.asked, pair.said) for one in side.statements}
        return tuple(self._settled(answer, ids, child_id, parent_id) for answer in answers)

    def _one(
        self,
        pair: Pairing,
        row: int,
        nearest: list[int],
        other: int | None,
        found: Grid,
        grids: Mapping[str, Grid],
    ) -> Answer:
        asked = pair.asked.statements[row]
        said, both, excluded = (grids[name][row] for name in ("asked-said", "both-said", "excluded"))

        def candidate(place: int) -> Candidate:
            item = pair.said.statements[place].item
            return Candidate(item, int(found[row, place]), int(said[place]), int(both[place]), bool(excluded[place]))

        return self._standing(
            Answer(
                asked.item,
                tuple(candidate(place) for place in nearest),
                "none",
                1,
                other_kind=None if other is None else candidate(other),
                deed=deed(self.lexis, asked) if grids["deed-absent"][row, 0] else None,
            )
        )

    def _settled(self, answer: Answer, ids: Mapping[Item, str], child_id: str, parent_id: str) -> Answer:
        """The answer as people decided it, where they did; `ids`: of the items of both plans."""
        asked = ids[answer.asked]
        named = self._decisions.answered_by(child_id, parent_id, asked)
        denied = self._decisions.denied(child_id, parent_id, asked)
        if named is None and not denied:
            return answer
        if named is not None:
            chosen = tuple(
                Candidate(item, 0, 1000, 1000)
                for item, item_id in ids.items()
                if item.plan == child_id and item_id in named
            )
            if chosen:
                return Answer(answer.asked, chosen, "answered", 99, settled=True)
        rest = tuple(candidate for candidate in answer.candidates if ids[candidate.item] not in denied)
        if rest == answer.candidates:
            return answer
        return self._standing(msgspec.structs.replace(answer, candidates=rest))

    def denied(self, child_id: str, parent_id: str, asked_id: str) -> frozenset[str]:
        """The items of the child of which a person has said that they do not answer this item of the parent."""
        return self._decisions.denied(child_id, parent_id, asked_id)

    def chance(self, answer: Answer, candidate: Candidate) -> int:
        """The percentage that a candidate would answer, were it the best."""
        band = self.rules.bands[answer.asked.kind]
        return chance(candidate.score, band.middle, band.slope)

    def _standing(self, answer: Answer) -> Answer:
        """The answer with how sure its best candidate is; one about an excluded thing is the less so."""
        rules = self.rules
        band, best = rules.bands[answer.asked.kind], answer.best
        score = band.none - 1
        if best is not None:
            score = best.score + (rules.competition.excluded if best.excluded else 0)
        return msgspec.structs.replace(
            answer, standing=standing(score, band), chance=chance(score, band.middle, band.slope)
        )


def _most_said(pair: Pairing, grids: Mapping[str, Grid]) -> list[int | None]:
    """For each asked item the item of the other kind that says most of it, if there is one."""
    said = grids["asked-said"] + grids["both-said"]
    found: list[int | None] = [None] * len(pair.asked)
    for kind in (0, 1):
        rows, columns = (
            np.flatnonzero(side.is_task == wanted) for side, wanted in ((pair.asked, kind), (pair.said, 1 - kind))
        )
        if len(rows) and len(columns):
            for row, best in zip(rows, said[np.ix_(rows, columns)].argmax(axis=1), strict=True):
                found[int(row)] = int(columns[best])
    return found
