"""Answers of plans to the plans above them, worked out plan by plan and kept as short results."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import msgspec
import numpy as np

from cascade.answers.answer import Answer, Candidate, standing
from cascade.answers.evidence.deed import deed
from cascade.answers.lexis import Lexis
from cascade.answers.pairing import Pairing, Shelf
from cascade.answers.statement import Side, side_of
from cascade.answers.weigh import evidence, ranked, scores
from cascade.answers.whole import chance
from cascade.model.decision import Decisions
from cascade.model.domain import Domain
from cascade.model.plan import Plan
from cascade.model.wording import AnswerRules

MOST = 6  # candidates that are kept of an asked item
_SIDES = 8  # plans whose statements are kept ready: parents are asked again and again


class Answering:
    """Which item answers which, for any two plans of a corpus. `decisions` of people win over what is computed."""

    def __init__(self, plans: Mapping[str, Plan], domain: Domain, decisions: Decisions | None = None) -> None:
        self._plans = plans
        self._domain = domain
        self._decisions = decisions or Decisions()
        self._sides: dict[str, tuple[Side, Shelf]] = {}
        self._answers: dict[tuple[str, str], tuple[Answer, ...]] = {}

    @cached_property
    def lexis(self) -> Lexis:
        """How texts are read."""
        return Lexis(self._domain.language, self._domain.wording)

    @property
    def rules(self) -> AnswerRules:
        """What each evidence weighs, and from which score an answer counts."""
        return self._domain.wording.answers

    def side(self, plan_id: str) -> Side:
        """The statements of a plan, targets first."""
        return side_of(plan_id, self._plans[plan_id], self.lexis, self._domain.measures)

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
        grids = evidence(pair)
        found = scores(pair, grids, self.rules)
        return tuple(
            self._settled(self._one(pair, row, found, grids), pair, child_id, parent_id)
            for row in range(len(pair.asked))
        )

    def _one(self, pair: Pairing, row: int, found: np.ndarray, grids: Mapping[str, np.ndarray]) -> Answer:
        asked = pair.asked.statements[row]

        def candidate(place: int) -> Candidate:
            return Candidate(
                pair.said.statements[place].item,
                int(found[row, place]),
                int(grids["asked-said"][row, place]),
                int(grids["both-said"][row, place]),
                bool(grids["excluded"][row, place]),
            )

        candidates = tuple(candidate(place) for place in ranked(found[row], MOST))
        others = np.flatnonzero(pair.said.is_task != pair.asked.is_task[row])
        absent = deed(self.lexis, asked) if grids["deed-absent"][row, 0] else None
        other_kind = None
        if len(others):
            said = grids["asked-said"][row, others] + grids["both-said"][row, others]
            other_kind = candidate(int(others[ranked(said, 1)[0]]))
        return self._standing(Answer(asked.item, candidates, "none", 1, other_kind=other_kind, deed=absent))

    def _settled(self, answer: Answer, pair: Pairing, child_id: str, parent_id: str) -> Answer:
        """The answer as people decided it, where they did."""
        ids = {one.item: one.id for side in (pair.asked, pair.said) for one in side.statements}
        asked = ids[answer.asked]
        named = self._decisions.answered_by(child_id, parent_id, asked)
        denied = self._decisions.denied(child_id, parent_id, asked)
        if named is None and not denied:
            return answer
        if named is not None:
            chosen = tuple(Candidate(one.item, 0, 1000, 1000) for one in pair.said.statements if one.id in named)
            if chosen:
                return Answer(answer.asked, chosen, "answered", 99, settled=True)
        rest = tuple(candidate for candidate in answer.candidates if ids[candidate.item] not in denied)
        if rest == answer.candidates:
            return answer
        return self._standing(msgspec.structs.replace(answer, candidates=rest))

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
