"""Whether a condition of one's own rule holds: every key that is given, asked of one plan or one item."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property

import msgspec

from cascade.checks.context import Context
from cascade.checks.own.deadline import Recurring, due_of, within
from cascade.checks.own.ties import Tie, ties_of
from cascade.model.bound import Bound
from cascade.model.due import Day
from cascade.model.finding import Item
from cascade.model.own_rule import Condition, Due, PlanCondition
from cascade.model.plan import Plan, Target, Task
from cascade.model.text import fold


class Looked(msgspec.Struct, frozen=True):
    """What a condition is asked of: an item (None: the plan as a whole), and for one that stands above the plan that
    is checked, how it stands with it."""

    plan: str
    item: Item | None = None
    tie: Tie | None = None


class Holding:
    """Asks the conditions of one rule, of the items of one plan and of those above it."""

    def __init__(self, context: Context, plan_id: str, recurring: Recurring) -> None:
        self.context, self.plan_id, self.recurring = context, plan_id, recurring

    @cached_property
    def ties(self) -> tuple[Tie, ...]:
        """How the plan stands with each item above."""
        return tuple(ties_of(self.context, self.plan_id))

    @cached_property
    def above(self) -> dict[Item, list[Tie]]:
        """Of each item of the plan those above that it answers."""
        found: defaultdict[Item, list[Tie]] = defaultdict(list)
        for tie in self.ties:
            if tie.answer is not None:
                found[tie.answer].append(tie)
        return found

    def holds(self, asked: Condition, looked: Looked) -> bool:
        """Whether everything that is given holds."""
        if not all(self.holds(one, looked) for one in asked.all):
            return False
        if asked.any and not any(self.holds(one, looked) for one in asked.any):
            return False
        if asked.negated is not None and self.holds(asked.negated, looked):
            return False
        if asked.plan is not None and not self.head(asked.plan, looked.item.plan if looked.item else looked.plan):
            return False
        if looked.item is None:
            return True
        return self._says(asked, self.item(looked.item)) and self._stands(asked, looked)

    def item(self, item: Item) -> Target | Task:
        """The target or task itself."""
        return self.context.target(item) if item.kind == "target" else self.context.task(item)

    # what it says

    def _says(self, asked: Condition, item: Target | Task) -> bool:
        sought = self.context.sought
        return (
            (asked.kind is None or isinstance(item, Target) == (asked.kind == "target"))
            and (not asked.words or sought.says(item.words, asked.words))
            and (not asked.printed or sought.prints(item.words, asked.printed))
            and (not asked.area or self.context.area(item) in asked.area)
            and all(_has(item, column) for column in asked.has)
            and (asked.due is None or self._due(asked.due, item))
            and (self._target(asked, item) if isinstance(item, Target) else self._task(asked, item))
        )

    def _target(self, asked: Condition, item: Target) -> bool:
        return (
            not (asked.lead or asked.partners or asked.product)
            and (not asked.tier or item.tier in asked.tier)
            and (not asked.measure or item.measure in asked.measure)
            and (asked.guarantees is None or self._guarantees(item, asked.guarantees))
        )

    def _task(self, asked: Condition, item: Task) -> bool:
        says = self.context.sought.says
        return (
            not (asked.tier or asked.measure or asked.guarantees)
            and (not asked.lead or any(says(body, asked.lead) for body in item.lead))
            and (not asked.partners or any(says(body, asked.partners) for body in item.partners))
            and (not asked.product or says(item.product or "", asked.product))
        )

    def _due(self, asked: Due, item: Target | Task) -> bool:
        said = not asked.words or self.context.sought.says(due_of(item), asked.words)
        return said and self.recurring.meets(item, asked)

    def _guarantees(self, item: Target, least: Bound) -> bool:
        """Whether the worst that a target permits is no worse than a bound, on its measure or as its words say."""
        measure = self.context.domain.measures.get(item.measure or "") or self.context.targets.yardsticks.measure(item)
        ours, theirs = (measure.worst(item.value), measure.worst(least)) if measure else (None, None)
        return ours is not None and theirs is not None and ours >= theirs

    # how it stands with other plans

    def _stands(self, asked: Condition, looked: Looked) -> bool:
        tie, sure = looked.tie, asked.confidence
        if asked.verdict and (tie is None or tie.verdict not in asked.verdict):
            return False
        if sure is not None and not (
            tie is not None and sure.at_least <= tie.confidence(self.context, self.plan_id) <= sure.at_most
        ):
            return False
        if asked.answer is not None:
            answer = tie.answer if tie else None
            if answer is None or not self.holds(asked.answer, Looked(self.plan_id, answer)):
                return False
        if asked.above is None:
            return True
        ties = self.above.get(looked.item, ()) if looked.item else ()
        return any(self.holds(asked.above, Looked(one.asked.plan, one.asked, one)) for one in ties)

    # what a plan's head says

    def head(self, asked: PlanCondition, plan_id: str) -> bool:
        """Whether everything that is given of a plan's head holds."""
        if not all(self.head(one, plan_id) for one in asked.all):
            return False
        if asked.any and not any(self.head(one, plan_id) for one in asked.any):
            return False
        if asked.negated is not None and self.head(asked.negated, plan_id):
            return False
        plan = self.context.plans[plan_id]
        return self._head(asked, plan) and self._names(asked, plan)

    def _head(self, asked: PlanCondition, plan: Plan) -> bool:
        years, signed = asked.years, asked.signed
        return (
            (not asked.level or plan.level in asked.level)
            and (not asked.type or plan.type in asked.type)
            and (asked.yearly is None or plan.yearly == asked.yearly)
            and (asked.review is None or plan.review == asked.review)
            and (years is None or (plan.span.first <= years.last and years.first <= plan.span.last))
            and (signed is None or within(_signed(plan), signed))
        )

    def _names(self, asked: PlanCondition, plan: Plan) -> bool:
        says = self.context.sought.says
        return (
            (not asked.title or says(plan.title or "", asked.title))
            and (not asked.issuer or says(plan.issuer, asked.issuer))
            and (not asked.place or _is_at(plan.place, asked.place))
        )


_COLUMNS: dict[str, Callable[[Target | Task], object]] = {
    "lead": lambda item: isinstance(item, Task) and item.lead,
    "with": lambda item: isinstance(item, Task) and item.partners,
    "product": lambda item: isinstance(item, Task) and item.product,
    "due": due_of,
    "measure": lambda item: isinstance(item, Target) and item.measure,
}


def _has(item: Target | Task, column: str) -> bool:
    return bool(_COLUMNS[column](item))


def _signed(plan: Plan) -> tuple[Day, ...]:
    return (Day(plan.issued.month, plan.issued.day, plan.issued.year),) if plan.issued else ()


def _is_at(place: Iterable[str], named: Iterable[str]) -> bool:
    """Whether one of the names (`Ví Dụ`, `tỉnh Ví Dụ`) is one of a plan's place."""
    names = [f" {fold(name)}" for name in place]
    return any(f" {fold(one)}".endswith(name) for one in named for name in names)
