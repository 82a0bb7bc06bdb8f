"""Who is asked: does an item of a higher plan ask something of a given lower unit, and in which role?

Small questions in a fixed order; the first that decides gives the reason, and the words that decided.
The words are data: `rules/matters.yaml` (whose business a matter is) and `rules/agencies.yaml` (who is named).
Source: docs/domain.md, Tasks ("the false alarm to avoid").
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Literal

import msgspec

from cascade.graph.lineage import Lineage
from cascade.model.agency import Body, Role
from cascade.model.domain import Domain
from cascade.model.due import last_day
from cascade.model.matter import MatterKind
from cascade.model.plan import Plan, Target, Task
from cascade.model.text import fold
from cascade.verdicts.own_plan import own_plan_of

Asked = Literal["asked", "not-asked", "unsure"]
Reason = Literal[
    "leads",  # the child's level, or every body, carries the task out
    "takes-part",  # the child's level stands beside others
    "tier",  # a target's own tier
    "addressed",  # nobody is named: everyone whom the plan addresses
    "objective",  # a heading that only announces what stands under it
    "other-unit",  # names other units of the child's level
    "past",  # to be finished before the child's years
    "later",  # due after the child's years
    "other-body",  # names other bodies alone
    "other-tier",  # about the performance of a higher level
    "rank",  # a place among its like that only the higher unit can have
    "act",  # the deed of a higher body
    "foreign",  # a matter that the child's level has not
    "shared",  # a matter of which the child's level has a share at most
    "not-addressed",  # nobody is named, and the plan addresses others
    "itself",  # asks for a plan that carries the parent out: the child is one
]


class Scope(msgspec.Struct, frozen=True):
    """Whether an item asks the child for something, why, and by which words (None: by what is not said).

    `role`: in which role; `named`: the item itself names the child's level, in its words or bodies.
    """

    asked: Asked
    reason: Reason
    words: str | None = None
    role: Role | None = None
    named: bool = False


class Scopings:
    """The questions for each pair of plans, made once for their targets and tasks alike."""

    def __init__(self, lineage: Lineage) -> None:
        self._lineage = lineage
        self._made: dict[tuple[str, str], Scoping] = {}

    def of(self, child_id: str, parent_id: str) -> Scoping:
        """The questions asked of the items of one parent for one child."""
        key = (child_id, parent_id)
        if key not in self._made:
            plans = self._lineage.plans
            self._made[key] = Scoping(self._lineage.domain, plans[parent_id], plans[child_id])
        return self._made[key]


class Scoping(msgspec.Struct, frozen=True, dict=True):
    """The questions, asked of the items of one parent for one child. Items are asked in the parent's words."""

    domain: Domain
    parent: Plan
    child: Plan

    @cached_property
    def _rank(self) -> int:
        return self.domain.levels.rank(self.child.level)

    @cached_property
    def _above(self) -> tuple[str, ...]:
        """The levels whose matters the child has not."""
        return ("outside", *(level.id for level in self.domain.levels.all if level.rank < self._rank))

    def target(self, target: Target) -> Scope:
        """Whether a target binds the child."""
        plain = self._plain(target.words)
        own = self._own(plain)
        others = self._other_units(target.words)
        if others is not None:
            return Scope("not-asked", "other-unit", others)
        if target.tier is not None and self.domain.levels.rank(target.tier) < self._rank:
            return Scope("not-asked", "other-tier")
        if target.tier is not None:
            return Scope("asked", "tier", named=True)
        return self._unnamed(plain, own, rank=True)

    def task(self, task: Task, first: Task | None = None, head: Task | None = None) -> Scope:
        """Whether a task asks the child for something.

        `first`: the item of whose printed sentence this one is a part; `head`: the item above it.
        """
        if task.kind == "objective" and not _asks_by_itself(task):
            return Scope("not-asked", "objective")
        others = self._other_units(" ; ".join((*task.lead, *task.partners))) or self._other_units(task.words)
        if others is not None:
            return Scope("not-asked", "other-unit", others)
        years = self._other_years(task)
        if years is not None:
            return years
        lead = task.lead or (head.lead if head and not task.partners else ())
        scope = self._by_bodies(task, self._bodies(lead), self._bodies(task.partners))
        if scope is None:
            plain = self._plain(task.words)
            scope = self._unnamed(plain, self._own(plain), product=task.product)
            if first is not None and first is not task and scope.asked == "asked" and not scope.named:
                whole = self.task(first)
                scope = whole if whole.reason in ("act", "foreign", "shared") else scope
        return scope

    def itself(self, task: Task) -> str | None:
        """Words by which a task asks for no more than a plan of one's own that carries the parent out, if any."""
        words = self.domain.matters.find(self._plain(task.words), ("itself",), (None,))
        return words or own_plan_of(self.domain).asked_for(task.words, self.child.title)

    def _by_bodies(self, task: Task, leads: tuple[Body, ...], partners: tuple[Body, ...]) -> Scope | None:
        """What the named bodies say; None where the task names none."""
        if any(self._is_child(body) or body.meaning == "anyone" for body in leads):
            return Scope("asked", "leads", role="lead", named=any(map(self._is_child, leads)))
        if not any(map(self._is_child, partners)):
            return Scope("not-asked", "other-body") if task.lead or task.partners or leads else None
        plain = self._plain(task.words)
        words = self._find(plain, ("act",)) or self._find(self._plain(task.product or ""), ("product",))
        if words is not None:
            return Scope("not-asked", "act", words, "coordinating", named=True)
        words = None if self._own(plain) else self._find(plain, ("foreign",))
        if words is not None:
            return Scope("not-asked", "foreign", words, "coordinating", named=True)
        return Scope("asked", "takes-part", role="coordinating", named=True)

    def _unnamed(self, plain: str, own: str | None, *, rank: bool = False, product: str | None = None) -> Scope:
        """What the words alone say of an item that names no body."""
        act = self._find(plain, ("act",)) or self._find(self._plain(product or ""), ("product",))
        if act is not None:
            return Scope("not-asked", "act", act)
        if own is None:
            words = self._find(plain, ("rank",)) if rank else None
            if words is not None:
                return Scope("not-asked", "rank", words)
            words = self._find(plain, ("foreign", "service"))
            if words is not None:
                return Scope("not-asked", "foreign", words)
            words = self._find(plain, ("half",))
            if words is not None:
                return Scope("unsure", "shared", words, "indirect")
        if self.parent.addressed and not self._addressed:
            return Scope("unsure", "not-addressed", role="indirect")
        have = own or self.domain.matters.find(plain, ("have",), (self.child.level,))
        return Scope("asked", "addressed", have, "indirect", named=have is not None)

    @cached_property
    def _addressed(self) -> bool:
        bodies = self._bodies(self.parent.addressed)
        return any(self._is_child(body) or body.meaning == "anyone" for body in bodies)

    def _is_child(self, body: Body) -> bool:
        return body.meaning == "members" and body.level == self.child.level

    def _bodies(self, texts: Iterable[str]) -> tuple[Body, ...]:
        return tuple(body for text in texts for body in self.domain.agencies.bodies_in(text))

    def _plain(self, text: str) -> str:
        return self.domain.matters.plain(text)

    def _find(self, plain: str, kinds: tuple[MatterKind, ...]) -> str | None:
        return self.domain.matters.find(plain, kinds, self._above)

    def _own(self, plain: str) -> str | None:
        """Words of the child's level in the text, if any."""
        return self.domain.matters.find(plain, ("own",), (self.child.level,))

    def _other_units(self, text: str) -> str | None:
        """The single units of the child's level that `text` names, where the child is not among them."""
        named = [unit for unit in self.domain.language.units_named(text) if self.child.level in unit.levels]
        place = tuple(map(fold, self.child.place))
        if not named or not place or any(fold(unit.name) == place[0] for unit in named):
            return None
        if _listed(place[0], text):
            return None
        apart = [unit.name for unit in named if fold(unit.name) not in place]
        return ", ".join(apart) or None

    def _other_years(self, task: Task) -> Scope | None:
        """Whether a task is to be finished once, and in years of which the child does not speak. What a plan for one
        year asks for by a day after it is to be begun in that year."""
        due = deadline(task, self.domain)
        if due is None:
            return None
        if due.year < self.child.window.first:
            return Scope("not-asked", "past", task.due)
        if due.year > self.child.window.last and self.parent.span.first != self.parent.span.last:
            return Scope("not-asked", "later", task.due)
        return None


def _listed(name: str, text: str) -> bool:
    """Whether a folded name stands in an enumeration ("các xã Ví Dụ, Mẫu và Thử"), which names the units in turn."""
    items = re.split(r"[,;()]|\bvà\b", text)
    return any(fold(item).strip() == name for item in items)


def deadline(task: Task, domain: Domain) -> date | None:
    """The last day of a task that is to be finished once; None for one that recurs or names no day."""
    if task.due is None or domain.language.is_recurring(task.due):
        return None
    return last_day(task.due)


def _asks_by_itself(task: Task) -> bool:
    """Whether an objective asks for something of its own: it names who, when or what is to come of it."""
    return bool(task.lead or task.due or task.product)
