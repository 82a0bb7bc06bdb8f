"""Answers of plans to the plans above them, worked out plan by plan and kept as short results."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

import msgspec
import numpy as np
from numpy.typing import NDArray

from cascade.answers.answer import Answer, Candidate, standing
from cascade.answers.evidence.deed import deed
from cascade.answers.lexis import lexis_of
from cascade.answers.pairing import Pairing, Shelf
from cascade.answers.statement import Side, side_of
from cascade.answers.weigh import NEIGHBOURS, Weighing, weigh
from cascade.answers.whole import Grid, chance
from cascade.model.decision import Decisions
from cascade.model.domain import Domain
from cascade.model.finding import Item
from cascade.model.plan import Plan
from cascade.model.unread import NOTHING_UNREAD, Unread
from cascade.model.wording import AnswerRules

MOST = 5  # candidates that are kept of an asked item
Places: TypeAlias = NDArray[np.int64]
"""Places of items that may answer."""
_SIDES = 8  # plans whose statements are kept ready: parents are asked again and again


class Answering:
    """Which item answers which, for any two plans of a corpus. `decisions` of people win over what is computed.

    `unread`: what of some plans could not be read. Such items answer and compete by their words as the others do, so
    that nothing is taken for lacking that one of them says; what they answer is told as hidden."""

    def __init__(
        self,
        plans: Mapping[str, Plan],
        domain: Domain,
        decisions: Decisions | None = None,
        unread: Mapping[str, Unread] = NOTHING_UNREAD,
    ) -> None:
        self._plans, self._unread = plans, unread
        self._domain = domain
        self._decisions = decisions or Decisions()
        self.lexis = lexis_of(domain)
        self._sides: dict[str, tuple[Side, Shelf]] = {}
        self._answers: dict[tuple[str, str], tuple[Answer, ...]] = {}

    @property
    def rules(self) -> AnswerRules:
        """What each evidence weighs, and from which score an answer counts."""
        return self._domain.wording.answers

    def side(self, plan_id: str) -> Side:
        """The statements of a plan, targets first."""
        return self._side(plan_id, self._plans[plan_id])

    def _side(self, plan_id: str, plan: Plan) -> Side:
        return side_of(plan_id, plan, self.lexis, self._domain.measures, self._domain.agencies)

    def _said(self, plan_id: str) -> Side:
        """The statements of a lower plan, those of its items that could not be read among them."""
        unread = self._unread.get(plan_id)
        return self._side(plan_id, unread.beside(self._plans[plan_id])) if unread else self.side(plan_id)

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
        return Pairing(asked, self._said(child_id), shelf)

    def weighing(self, child_id: str, parent_id: str) -> Weighing:
        """The two plans weighed, item beside item. Of a plan beside another only the answers are kept, which are short:
        whoever wants to know why has the one pair weighed for it."""
        return weigh(self.pairing(child_id, parent_id), self.rules)

    def answers(self, child_id: str, parent_id: str) -> tuple[Answer, ...]:
        """For every item of the parent, targets first and in the order of the file, what of the child answers it."""
        key = (child_id, parent_id)
        if key not in self._answers:
            found = self._answered(child_id, parent_id)
            if child_id in self._unread:
                found = tuple(self._but_unread(one, child_id) for one in found)
            self._answers[key] = tuple(sorted(found, key=lambda one: (one.asked.kind == "task", one.asked.index)))
        return self._answers[key]

    def _answered(self, child_id: str, parent_id: str) -> tuple[Answer, ...]:
        pair = self.pairing(child_id, parent_id)
        if not len(pair.asked) or not len(pair.said):
            return tuple(Answer(one.item, (), "none", 99) for one in pair.asked.statements)
        weighing = weigh(pair, self.rules)
        grids, found = weighing.grids, weighing.scores
        nearest = _nearest(found)
        best = [
            [candidate for candidate in row if candidate is not None]
            for row in _candidates(pair, grids, found, nearest)
        ]
        others = [row[0] for row in _candidates(pair, grids, found, _most_said(pair, grids)[:, None])]
        absent = grids["deed-absent"][:, 0].tolist()
        own_words = _in_own_words(weighing, self.rules.verdicts.own_words)
        answers = (
            self._standing(
                Answer(
                    asked.item,
                    tuple(best[row]),
                    "none",
                    1,
                    other_kind=others[row],
                    deed=deed(self.lexis, asked) if absent[row] else None,
                    in_own_words=row in own_words,
                )
            )
            for row, asked in enumerate(pair.asked.statements)
        )
        if not self._decisions.recorded:
            return tuple(answers)
        ids = {one.item: one.id for side in (pair.asked, pair.said) for one in side.statements}
        return tuple(self._settled(answer, ids, child_id, parent_id) for answer in answers)

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

    def _but_unread(self, answer: Answer, child_id: str) -> Answer:
        """The answer without items that could not be read, and whether it is hidden in one."""
        plan, replace = self._plans[child_id], msgspec.structs.replace
        if answer.settled:
            return answer

        def read(one: Candidate) -> bool:
            return one.item.index < len(plan.targets if one.item.kind == "target" else plan.tasks)

        rest = tuple(filter(read, answer.candidates))
        unread = tuple(one for one in answer.candidates if not read(one))
        other = answer.other_kind if answer.other_kind and read(answer.other_kind) else None
        found = self._standing(replace(answer, candidates=rest, other_kind=other))
        if unread and self._standing(replace(answer, candidates=unread)).standing != "none":
            first = answer.candidates[0] is unread[0]
            found = replace(found, hidden="likely") if first or found.standing != "answered" else found
        if found.hidden is None and self._unread[child_id].blank:
            return replace(found, hidden="perhaps")
        return found

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


def _nearest(found: Grid) -> Places:
    """For each asked item the places of the highest scores, the highest first, of equal ones the first."""
    left, rows = found.copy(), np.arange(len(found))
    places: Places = np.empty((len(found), min(MOST, found.shape[1])), dtype=np.int64)
    for column in range(places.shape[1]):
        places[:, column] = left.argmax(axis=1)
        left[rows, places[:, column]] = np.iinfo(np.int32).min
    return places


def _candidates(pair: Pairing, grids: Mapping[str, Grid], found: Grid, places: Places) -> list[list[Candidate | None]]:
    """For each asked item the items at some places; None for a place below 0."""
    told = (
        np.take_along_axis(grid, places, axis=1).tolist()
        for grid in (found, grids["asked-said"], grids["both-said"], grids["excluded"])
    )
    items = [one.item for one in pair.said.statements]
    return [
        [
            Candidate(items[place], score, said, both, bool(excluded)) if place >= 0 else None
            for place, score, said, both, excluded in zip(*row, strict=True)
        ]
        for row in zip(places.tolist(), *told, strict=True)
    ]


def _in_own_words(weighing: Weighing, least: tuple[int, ...]) -> frozenset[int]:
    """The asked items that an item of their kind may answer in words of its own; `least`: its score, and how surely
    their neighbours are answered beside it."""
    pair, grids, found = weighing.pair, weighing.grids, weighing.scores
    columns = np.arange(len(pair.said))
    rows = found.argmax(axis=0)
    apart = grids["excluded"] + grids["other-measure"]
    may = (pair.asked.is_task[rows] == pair.said.is_task) & (apart[rows, columns] == 0)
    if NEIGHBOURS in grids:
        may &= (found[rows, columns] >= least[0]) & (grids[NEIGHBOURS][rows, columns] >= least[1])
    return frozenset(rows[may].tolist())


def _most_said(pair: Pairing, grids: Mapping[str, Grid]) -> Places:
    """For each asked item the place of the item of the other kind that says most of it; -1 where there is none."""
    said = grids["asked-said"] + grids["both-said"]
    found: Places = np.full(len(pair.asked), -1, dtype=np.int64)
    for kind in (0, 1):
        rows, columns = (
            np.flatnonzero(side.is_task == wanted) for side, wanted in ((pair.asked, kind), (pair.said, 1 - kind))
        )
        if len(rows) and len(columns):
            found[rows] = columns[said[np.ix_(rows, columns)].argmax(axis=1)]
    return found
