"""A plan beside an older version of itself: what was lowered, raised, dropped and added."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import msgspec

from cascade.answers.answering import Answering
from cascade.graph.lineage import Lineage
from cascade.model.finding import Item
from cascade.model.measure import Measure
from cascade.model.plan import Plan, Target, Task
from cascade.verdicts.yardstick import Yardsticks

StandsFor = Callable[[int, list[int]], int | None]
"""Which of the items of the newer version that are free stands for one of the older."""
_ALWAYS = 9999  # the year of a target that names none


class Change(msgspec.Struct, frozen=True):
    """A target or task of either version: its words, and its bound before and after, where both are stated."""

    text: str
    before: str | None = None
    after: str | None = None


class Amendment(msgspec.Struct, frozen=True):
    """What a newer version changes; in the order of the older version, what was added in its own."""

    lower: tuple[Change, ...] = ()
    higher: tuple[Change, ...] = ()
    dropped: tuple[Change, ...] = ()
    added: tuple[Change, ...] = ()
    tasks_dropped: tuple[Change, ...] = ()
    tasks_added: tuple[Change, ...] = ()


def amendment(lineage: Lineage, newer_id: str, older_id: str) -> Amendment:
    """What the newer version changes of the older one."""
    plans = {older_id: lineage.older[older_id], newer_id: lineage.plans[newer_id]}
    answering = Answering(plans, lineage.domain, None, lineage.subjects.lexis)
    return _Beside(lineage, answering, newer_id, older_id, plans).amendment()


class _Beside:
    """Two versions side by side."""

    def __init__(
        self, lineage: Lineage, answering: Answering, newer_id: str, older_id: str, plans: dict[str, Plan]
    ) -> None:
        self.newer_id, self.newer, self.older = newer_id, plans[newer_id], plans[older_id]
        self.measures = lineage.domain.measures
        self.yardsticks = Yardsticks(lineage.domain.quantities)
        answers = answering.answers(newer_id, older_id)
        self.said = {one.asked: one.best.item for one in answers if one.best is not None and one.standing == "answered"}
        self.older_id = older_id

    def amendment(self) -> Amendment:
        targets = _pairs(self.older.targets, self.newer.targets, self._target)
        tasks = _pairs(self.older.tasks, self.newer.tasks, self._task)
        found: dict[str, list[Change]] = {"lower": [], "higher": []}
        for before, after in targets.items():
            way = self._way(self.older.targets[before], self.newer.targets[after])
            if way is not None:
                found[way].append(self._change(self.older.targets[before], self.newer.targets[after]))
        return Amendment(
            lower=tuple(found["lower"]),
            higher=tuple(found["higher"]),
            dropped=_left(self.older.targets, targets.keys()),
            added=_left(self.newer.targets, targets.values()),
            tasks_dropped=_left(self.older.tasks, tasks.keys()),
            tasks_added=_left(self.newer.tasks, tasks.values()),
        )

    def _target(self, index: int, free: list[int]) -> int | None:
        """The newer version's target that stands for one of the older: of its measure and tier, or of its words."""
        asked = self.older.targets[index]
        same = [
            one
            for one in free
            if asked.measure is not None
            and (self.newer.targets[one].measure, self.newer.targets[one].tier) == (asked.measure, asked.tier)
        ]
        if same:
            return min(same, key=lambda one: _unlike(self.newer.targets[one], asked))
        return self._by_words(Item(self.older_id, "target", index), free, asked.measure)

    def _by_words(self, asked: Item, free: list[int], measure: str | None) -> int | None:
        item = self.said.get(asked)
        if item is None or item.kind != "target" or item.index not in free:
            return None
        other = self.newer.targets[item.index].measure
        return item.index if measure is None or other is None else None

    def _task(self, index: int, free: list[int]) -> int | None:
        """The task that stands for one of the older version: of the same words, or one that says it."""
        asked = self.older.tasks[index]
        same = [one for one in free if self.newer.tasks[one].words == asked.words]
        if same:
            return same[0]
        item = self.said.get(Item(self.older_id, "task", index))
        return item.index if item is not None and item.kind == "task" and item.index in free else None

    def _way(self, before: Target, after: Target) -> str | None:
        """Whether a target was lowered or raised: by its bound, else by its year, else by how firmly it is promised."""
        measure = self._measure(before)
        worst = [measure.worst(one.value) if measure else None for one in (before, after)]
        if worst[0] is not None and worst[1] is not None and worst[0] != worst[1]:
            return "lower" if worst[1] < worst[0] else "higher"
        if _year(before) != _year(after):
            return "lower" if _year(after) > _year(before) else "higher"
        if (before.hedge is None) != (after.hedge is None):
            return "lower" if before.hedge is None else "higher"
        return None

    def _measure(self, target: Target) -> Measure | None:
        return self.measures.get(target.measure or "") or self.yardsticks.measure(target)

    def _change(self, before: Target, after: Target) -> Change:
        return Change(after.text, _bound(before), _bound(after))


def _unlike(one: Target, other: Target) -> tuple[bool, bool]:
    return one.id != other.id, _year(one) != _year(other)


def _bound(target: Target) -> str:
    hedge = f"{target.hedge} " if target.hedge else ""
    year = _year(target)
    return f"{hedge}{target.value}" + (f" ({year})" if year != _ALWAYS else "")


def _year(target: Target) -> int:
    return target.by or target.in_year or _ALWAYS


def _pairs(older: Sequence[object], newer: Sequence[object], stands_for: StandsFor) -> dict[int, int]:
    """For each item of the older version the one of the newer that stands for it; each stands for one at most."""
    free = list(range(len(newer)))
    found = {}
    for index in range(len(older)):
        other = stands_for(index, free)
        if other is not None:
            free.remove(other)
            found[index] = other
    return found


def _left(items: Sequence[Target | Task], paired: Iterable[int]) -> tuple[Change, ...]:
    taken = set(paired)
    return tuple(Change(item.text) for index, item in enumerate(items) if index not in taken)
