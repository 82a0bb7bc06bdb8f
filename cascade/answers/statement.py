"""The items of a plan as the answers room sees them: statements of one shape, targets and tasks alike."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from functools import cached_property

import msgspec
import numpy as np

from cascade.answers.lexis import Lexis, Read
from cascade.answers.likeness import overlap
from cascade.answers.whole import Grid
from cascade.model.agency import Agencies
from cascade.model.domain import area_of
from cascade.model.finding import Item, ItemKind
from cascade.model.measure import Measure
from cascade.model.plan import Plan, Target, Task
from cascade.model.text import fold, roman

_RUNS = re.compile(r"\d{1,9}|[^\W\d_]+")
_ROMAN = re.compile(r"[IVX]+")


class Statement(msgspec.Struct, frozen=True):
    """One item: its words as read, of a task those behind the bodies with which it opens (`done`), those of its product
    and of the objective above it, and what it is about.

    `unit` is that of the quantity (`%`, `phút`, `grade`), `number` the quantity's better-known end, `year` the one
    that it applies in or by.
    """

    item: Item
    id: str
    read: Read
    done: Read | None = None
    product: Read | None = None
    objective: Read | None = None
    measure: str | None = None
    unit: str | None = None
    number: Decimal | None = None
    tier: str | None = None
    year: int | None = None
    area: int | None = None

    @property
    def kind(self) -> ItemKind:
        """`target` or `task`."""
        return self.item.kind


class Side(msgspec.Struct, frozen=True, dict=True):
    """All statements of one plan, targets first, ready to be laid beside those of another."""

    statements: tuple[Statement, ...]
    lexis: Lexis

    def __len__(self) -> int:
        return len(self.statements)

    @cached_property
    def vocabulary(self) -> tuple[str, ...]:
        """Every unit of the plan once, in a fixed order."""
        return tuple(sorted({unit for one in self.statements for unit in one.read.units}))

    @cached_property
    def tokens(self) -> Grid:
        """The units of all statements in a row, as places in the vocabulary."""
        places = {unit: place for place, unit in enumerate(self.vocabulary)}
        return np.array([places[unit] for one in self.statements for unit in one.read.units], dtype=np.int64)

    @cached_property
    def running(self) -> str:
        """The syllables of all statements in a row, a space before and after each."""
        return f" {' | '.join(' '.join(one.read.syllables) for one in self.statements)} "

    @cached_property
    def starts(self) -> Grid:
        """Where in `tokens` each statement begins."""
        sizes = [len(one.read.units) for one in self.statements]
        return np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(sizes, dtype=np.int64)[:-1]])

    @cached_property
    def holding(self) -> Grid:
        """1 where a statement (a row) holds a unit of the vocabulary (a column)."""
        found: Grid = np.zeros((len(self), len(self.vocabulary)), dtype=np.int64)
        sizes = np.diff(self.starts, append=len(self.tokens))
        found[np.repeat(np.arange(len(self)), sizes), self.tokens] = 1
        return found

    @cached_property
    def directions(self) -> Grid:
        """For each unit of the vocabulary the sum of its words' vectors."""
        table = self.lexis.table
        found: Grid = np.zeros((len(self.vocabulary), table.shape[1]), dtype=np.int64)
        for place, unit in enumerate(self.vocabulary):
            rows = self.lexis.rows(unit)
            if rows:
                found[place] = table[rows[0]] if len(rows) == 1 else table[list(rows)].sum(axis=0)
        return found

    @cached_property
    def held(self) -> Counter[str | int]:
        """How many statements hold each unit and each concept."""
        counted: Counter[str | int] = Counter()
        for one in self.statements:
            keys: set[str | int] = set(one.read.units)
            keys.update(concept for unit in one.read.units for concept in self.lexis.concepts(unit))
            counted.update(keys)
        return counted

    @cached_property
    def repeats(self) -> Grid:
        """1 for each statement that says word for word what an earlier one of its kind says."""
        seen: set[tuple[str, tuple[str, ...]]] = set()
        found = []
        for one in self.statements:
            key = (one.kind, one.read.syllables)
            found.append(key in seen)
            seen.add(key)
        return np.array(found, dtype=np.int64)

    @cached_property
    def twins(self) -> tuple[tuple[int, ...], ...]:
        """Targets in nearly the same words (for another year or tier), as groups of places of two and more."""
        groups: list[list[int]] = []
        for place, one in enumerate(self.statements):
            if one.kind != "target":
                break
            same = (group for group in groups if self._are_twins(one, self.statements[group[0]]))
            group = next(same, None)
            if group is None:
                groups.append([place])
            else:
                group.append(place)
        return tuple(tuple(group) for group in groups if len(group) > 1)

    def _are_twins(self, one: Statement, other: Statement) -> bool:
        if one.measure is not None or other.measure is not None:
            return one.measure == other.measure
        alike = self.lexis.wording.answers.alike
        return one.unit == other.unit and overlap(one.read, other.read) >= alike.twins

    @cached_property
    def is_task(self) -> Grid:
        """1 for each statement that is a task, 0 for a target."""
        return np.array([one.kind == "task" for one in self.statements], dtype=np.int64)


def side_of(plan_id: str, plan: Plan, lexis: Lexis, measures: dict[str, Measure], agencies: Agencies) -> Side:
    """The statements of a plan: its targets, then its tasks, each in the order of its numbering.

    The order in which a file holds them says nothing: items keep their neighbours by what they are called.
    """
    heads = {item.id: item.words for item in plan.items}
    found = [_target(Item(plan_id, "target", index), t, lexis, measures) for index, t in enumerate(plan.targets)]
    found += [_task(Item(plan_id, "task", index), t, lexis, heads, agencies) for index, t in enumerate(plan.tasks)]
    found.sort(key=lambda one: (one.kind == "task", natural(one.id), one.item.index))
    return Side(tuple(found), lexis)


def natural(item_id: str) -> tuple[tuple[bool, int, str], ...]:
    """An id as a key by which numbered items stand in their order: II.2 before II.10, and IX after VIII."""
    return tuple(_counted(part) for part in _RUNS.findall(item_id))


def _counted(part: str) -> tuple[bool, int, str]:
    if part.isdecimal():
        return False, int(part), ""
    if _ROMAN.fullmatch(part):
        return False, roman(part), part
    return True, 0, part


def _target(item: Item, target: Target, lexis: Lexis, measures: dict[str, Measure]) -> Statement:
    value, measure = target.value, measures.get(target.measure or "")
    return Statement(
        item,
        target.id,
        lexis.read(target.words),
        measure=target.measure,
        unit="grade" if value.grade is not None else fold(value.unit or (measure.unit if measure else "")) or None,
        number=value.low,
        tier=target.tier,
        year=target.in_year or target.by,
        area=area_of(target, measures),
    )


def _task(item: Item, task: Task, lexis: Lexis, heads: dict[str, str], agencies: Agencies) -> Statement:
    objective = heads.get(task.under or "")
    return Statement(
        item,
        task.id,
        lexis.read(task.words),
        done=lexis.read(agencies.deed_of(task.words)),
        product=lexis.read(task.product) if task.product else None,
        objective=lexis.read(objective) if objective else None,
        area=task.area,
    )
