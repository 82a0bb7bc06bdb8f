"""Tasks beside tasks: what a higher plan asks of the child, and whether the child does it.

Source: domain.md, Tasks. Three questions in order: is the child in the task at all; is the task
any business of its level; and if so, which of its items does the work.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from itertools import islice
from typing import Literal

import msgspec

from cascade.graph.lineage import Lineage
from cascade.matching.match import Entry, Match, Matcher
from cascade.matching.terms import Reader
from cascade.model.agency import Role
from cascade.model.due import last_day
from cascade.model.finding import Item
from cascade.model.plan import Plan, Target, Task
from cascade.model.text import fold

NotAsked = Literal["not-in-it", "foreign-subject", "act-of-another", "assists-only", "objective", "other-year", "past"]


class Cover(Enum):
    """What a child makes of one task of the plan that it carries out."""

    COVERED = "covered"
    PARTIAL = "partial"
    UNCOVERED = "uncovered"
    NOT_ASKED = "not-asked"


class Coverage(msgspec.Struct, frozen=True):
    """One task of the parent beside the child's nearest item.

    `why`: for NOT_ASKED, why it asks nothing; otherwise why the nearest item is not enough
    (`deed-absent`, `deed-elsewhere`, `few-words`) or None where it is.
    """

    parent: Item
    cover: Cover
    role: Role | None = None
    closest: Item | None = None
    match: Match | None = None
    why: str | None = None


class Thresholds(msgspec.Struct, frozen=True):
    """When an answer counts (parameters of `rules/uncovered-task.yaml`; all from 0 to 1).

    `said`: strength from which a task whose deed is named is covered; `same_words`: strength that
    covers it though the deed is named otherwise; `like_words`: strength from which it is partial
    then; `topic`: share of the words from which a task is partial whose deed is named elsewhere.
    """

    said: float
    same_words: float
    like_words: float
    topic: float


class Coverages:
    """The coverage of every child by its parents' tasks; what is worked out once is kept for the run."""

    def __init__(self, lineage: Lineage) -> None:
        self._lineage = lineage
        self._reader = Reader(lineage.domain.language)
        self._matchers: dict[tuple[str, str], Matcher] = {}
        self._entries: dict[str, tuple[list[Entry], list[Item]]] = {}
        self._asked: dict[tuple[str, str, tuple[str, ...]], list[tuple[Role | None, NotAsked | None]]] = {}
        rule = lineage.domain.rules.get("uncovered-task")
        given: Mapping[str, float] = rule.parameters if rule else {}
        self._thresholds = Thresholds(
            said=given.get("said", 0.35),
            same_words=given.get("same_words", 0.65),
            like_words=given.get("like_words", 0.5),
            topic=given.get("topic", 0.3),
        )

    def coverage(self, child_id: str) -> tuple[Coverage, ...]:
        """Every task of the nearest plans above whose tasks are on file, in their order."""
        parents = self._lineage.parents(child_id)
        with_tasks = [parent for parent in parents if self._lineage.plans[parent].tasks]
        if not any(self._lineage.plans[parent].content == "full" for parent in parents):
            further = (other for other in self._lineage.ancestors(child_id) if self._lineage.plans[other].tasks)
            with_tasks = with_tasks or list(islice(further, 1))
        return tuple(found for parent in with_tasks for found in self.pair(child_id, parent))

    def pair(self, child_id: str, parent_id: str) -> tuple[Coverage, ...]:
        """Every task of one plan beside what one child makes of it."""
        child, parent = self._lineage.plans[child_id], self._lineage.plans[parent_id]
        if self._lineage.is_own_period_plan(child_id, parent_id):
            asks = [self._asks_of_own_year(task, child) for task in parent.tasks]
        else:
            asks = [
                (role, why or ("past" if self._is_past(task, child) else None))
                for task, (role, why) in zip(parent.tasks, self._asks_of(parent_id, child), strict=True)
            ]
        first = len(parent.targets)
        return tuple(
            Coverage(Item(parent_id, "task", index), Cover.NOT_ASKED, role, why=why)
            if why is not None
            else self._cover(child_id, Item(parent_id, "task", index), self._items(parent_id)[0][first + index], role)
            for index, (role, why) in enumerate(asks)
        )

    def _cover(self, child_id: str, item: Item, entry: Entry, role: Role | None) -> Coverage:
        match = self._matcher(child_id, item.plan).match(entry)
        closest = None if match.best is None else self._items(child_id)[1][match.best]
        cover, why_not = judge(match, self._thresholds)
        return Coverage(item, cover, role, closest, match, why_not)

    def _asks_of_own_year(self, task: Task, child: Plan) -> tuple[Role | None, NotAsked | None]:
        """What a unit's own period plan asks of its plan for one year: the tasks that fall due then."""
        if task.kind == "objective":
            return None, "objective"
        due = self._deadline(task)
        now = due.year == child.span.first if due else task.due is not None
        return ("lead", None) if now else (None, "other-year")

    def _deadline(self, task: Task) -> date | None:
        """The last day of a task that is to be finished once; None for one that recurs or names no day."""
        if task.due is None or self._lineage.domain.language.is_recurring(task.due):
            return None
        return last_day(task.due)

    def _is_past(self, task: Task, child: Plan) -> bool:
        """Whether the task was to be finished before the years of which the child speaks."""
        due = self._deadline(task)
        return due is not None and due.year < child.window.first

    def _asks_of(self, parent_id: str, child: Plan) -> list[tuple[Role | None, NotAsked | None]]:
        """For each task of a plan, in which role it asks something of the child's unit, or why it does not."""
        key = (parent_id, child.level, child.place[:1] if self._names_units(parent_id, child.level) else ())
        if key not in self._asked:
            asks: list[tuple[Role | None, NotAsked | None]] = []
            for task in self._lineage.plans[parent_id].tasks:
                role = None if task.kind == "objective" else self._role(task, child)
                asks.append(
                    (role, "objective" if task.kind == "objective" else self._not_asked(role, task, child.level))
                )
            self._asked[key] = asks
        return self._asked[key]

    def _names_units(self, parent_id: str, level: str) -> bool:
        """Whether any task of a plan names a single unit of `level` ("UBND xã Mẫu")."""
        bodies = (body for task in self._lineage.plans[parent_id].tasks for body in (*task.lead, *task.partners))
        units = self._lineage.domain.language.units_named
        return any(level in unit.levels for body in bodies for unit in units(body))

    def _role(self, task: Task, child: Plan) -> Role | None:
        """The role in which the child's unit is in the task; a task that names nobody and takes
        place at its level means it indirectly, and one that names another unit does not mean it."""
        agencies = self._lineage.domain.agencies
        nobody = not (task.lead or task.partners)
        if nobody and agencies.happens_at(task.words, child.level):
            return "indirect"
        lead, partners = (
            [body for body in bodies if self._can_mean(body, child)] for bodies in (task.lead, task.partners)
        )
        return agencies.role_of(child.level, lead, partners)

    def _can_mean(self, body: str, child: Plan) -> bool:
        """Whether a body as named can be the child's unit: not where it names other units of its level."""
        units = [unit for unit in self._lineage.domain.language.units_named(body) if child.level in unit.levels]
        own = fold(child.place[0]) if child.place else ""
        return not units or any(fold(unit.name) == own for unit in units)

    def _not_asked(self, role: Role | None, task: Task, level: str) -> NotAsked | None:
        """Why the task asks nothing of units of `level` though they are in it in `role`, if so."""
        agencies = self._lineage.domain.agencies
        if role is None:
            return "not-in-it"
        if role == "lead":
            return None
        if agencies.foreign_subject(f"{task.words} {task.product or ''}", level):
            return "foreign-subject"
        if agencies.is_act(task.product):
            return "act-of-another"
        return "assists-only" if role == "indirect" and not agencies.happens_at(task.words, level) else None

    def answering_task(self, child_id: str, parent_id: str, target: Target) -> int | None:
        """The index of the child's task that does a target's work in words, without its number."""
        child = self._lineage.plans[child_id]
        match = self._matcher(child_id, parent_id).match(self._target_entry(target), only_tasks=True)
        if match.best is None or match.strength < self._thresholds.like_words:
            return None
        found = self._items(child_id)[1][match.best]
        return found.index if found.kind == "task" and child.tasks else None

    def nearest(self, child_id: str, parent_id: str, number: int) -> Item | None:
        """The child's item nearest to item `number` of the parent (targets first, then tasks)."""
        match = self._matcher(child_id, parent_id).match(self._items(parent_id)[0][number])
        return None if match.best is None else self._items(child_id)[1][match.best]

    def _matcher(self, child_id: str, parent_id: str) -> Matcher:
        key = (parent_id, child_id)
        if key not in self._matchers:
            answers, items = self._items(child_id)
            tasks = frozenset(index for index, item in enumerate(items) if item.kind == "task")
            self._matchers[key] = Matcher(self._reader, self._items(parent_id)[0], answers, tasks)
        return self._matchers[key]

    def _items(self, plan_id: str) -> tuple[list[Entry], list[Item]]:
        """A plan's targets and tasks as the matcher sees them, with the items they stand for."""
        if plan_id not in self._entries:
            plan = self._lineage.plans[plan_id]
            texts = {item.id: item.words for item in plan.items}
            entries = [self._target_entry(target) for target in plan.targets]
            entries += [Entry(t.words, t.area, texts.get(t.under) if t.under else None, t.product) for t in plan.tasks]
            items = [Item(plan_id, "target", index) for index in range(len(plan.targets))]
            items += [Item(plan_id, "task", index) for index in range(len(plan.tasks))]
            self._entries[plan_id] = entries, items
        return self._entries[plan_id]

    def _target_entry(self, target: Target) -> Entry:
        measure = self._lineage.domain.measures.get(target.measure or "")
        return Entry(target.words, target.area or (measure.area if measure else None))


def judge(match: Match, thresholds: Thresholds) -> tuple[Cover, str | None]:
    """Whether a match covers what was asked, and if not, why not."""
    if match.best is None:
        return Cover.UNCOVERED, "no-words"
    if match.strength >= thresholds.same_words:
        return Cover.COVERED, None
    if match.deed_near:
        return (Cover.COVERED, None) if match.strength >= thresholds.said else (Cover.PARTIAL, "few-words")
    if match.deed_anywhere:
        return (Cover.PARTIAL, "deed-elsewhere") if match.topic >= thresholds.topic else (Cover.UNCOVERED, "few-words")
    return (
        (Cover.PARTIAL, "deed-absent") if match.strength >= thresholds.like_words else (Cover.UNCOVERED, "deed-absent")
    )
