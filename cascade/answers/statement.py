"""The items of a plan as the answers room sees them: statements of one shape, targets and tasks alike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from cascade.answers.lexis import Lexis, Read
from cascade.answers.likeness import overlap
from cascade.answers.whole import Row
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


class Keys(NamedTuple):
    """Of each unit of a vocabulary, in a row, the `names` by which its rarity is told (those of a unit begin at its
    `starts`), the percentage at which its length counts, and how many statements of its own plan hold each name."""

    names: list[str | int]
    starts: Row
    lengths: Row
    held: Row


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
    def tokens(self) -> Row:
        """The units of all statements in a row, as places in the vocabulary."""
        places = {unit: place for place, unit in enumerate(self.vocabulary)}
        return np.array([places[unit] for one in self.statements for unit in one.read.units], dtype=np.int64)

    @cached_property
    def running(self) -> str:
        """The syllables of all statements in a row, a space before and after each."""
        return f" {' | '.join(' '.join(one.read.syllables) for one in self.statements)} "

    @cached_property
    def starts(self) -> Row:
        """Where in `tokens` each statement begins."""
        return np.cumsum(self.sizes) - self.sizes

    @cached_property
    def sizes(self) -> Row:
        """How many units each statement has: at least one."""
        return np.array([len(one.read.units) for one in self.statements], dtype=np.int64)

    @cached_property
    def directions(self) -> NDArray[np.int64]:
        """For each unit of the vocabulary the sum of its words' vectors."""
        return np.stack([self.lexis.direction(unit) for unit in self.vocabulary])

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
    def keys(self) -> Keys:
        """By what the rarity of the units of the vocabulary is told."""
        strict = [self.lexis.strict(unit) for unit in self.vocabulary]
        names = [key for keys, _ in strict for key in keys]
        sizes = np.array([len(keys) for keys, _ in strict], dtype=np.int64)
        lengths = np.array([length for _, length in strict], dtype=np.int64)
        return Keys(names, np.cumsum(sizes) - sizes, lengths, self.holding(names))

    def holding(self, keys: Sequence[str | int]) -> Row:
        """How many statements hold each of some units and concepts."""
        held = self.held.get
        return np.array([held(key, 0) for key in keys], dtype=np.int64)

    @cached_property
    def repeats(self) -> Row:
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

    @property
    def kinds(self) -> tuple[slice, slice]:
        """Where the targets stand, which come first, and where the tasks."""
        targets = len(self) - int(self.is_task.sum())
        return slice(0, targets), slice(targets, len(self))

    @cached_property
    def is_task(self) -> Row:
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
