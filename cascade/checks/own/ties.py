"""How the items of a plan stand with those of the plans above it: one tie an item above."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from cascade.checks.context import Context
from cascade.model.finding import Item
from cascade.verdicts.verdict import TargetVerdict, TaskVerdict

_UNANSWERED = (TargetVerdict.MISSING, TargetVerdict.NOT_ASKED)
_ANSWERED = (TaskVerdict.COVERED, TaskVerdict.PARTIAL)


class Tie(msgspec.Struct, frozen=True):
    """An item above (`asked`), what the plan makes of it, and its item that answers, if any does."""

    asked: Item
    verdict: str
    answer: Item | None
    unsure: bool

    def confidence(self, context: Context, plan_id: str) -> int:
        """How sure it is, in percent, that the answer answers, or that nothing does."""
        asked = context.plans[self.asked.plan]
        place = self.asked.index + (0 if self.asked.kind == "target" else len(asked.targets))
        answers = context.answering.answers(plan_id, self.asked.plan)
        return answers[place].confidence(answered=self.answer is not None)


def ties_of(context: Context, plan_id: str) -> Iterator[Tie]:
    """Every item of the plans above that was held against a plan."""
    for one in context.comparisons.get(plan_id, ()):
        answer = None if one.verdict in _UNANSWERED else one.child
        yield Tie(one.parent, one.verdict.value, answer, one.unsure)
    for other in context.coverage.get(plan_id, ()):
        answer = other.child if other.verdict in _ANSWERED else None
        yield Tie(other.parent, other.verdict.value, answer, other.unsure)
