"""The cascade as a drawing: levels as bands from the highest down, plans as boxes, lines from a plan to those below.

Few plans stand in a row as boxes with their names; more are small boxes; very many are marks alone. A band of one
level has a row for plans that carry out another of that level below it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import groupby

import msgspec
import networkx as nx

from cascade.model.words import Words
from cascade.result.result import PlanView

FULL, SMALL, TINY = 46, 28, 20
"""Heights of the boxes: with name and number, with the name, with the mark alone."""
_LINES, _NAMED = 4, 60
"""So many lines of full boxes stand below one another, and so many plans of one block are named."""
_GAP, _HEAD, _EDGE, _PAD = 12, 26, 30, 12
_COUNTS = 80  # what is kept free beside a number for how many points the plan has


class Box(msgspec.Struct, frozen=True):
    """One plan where it is drawn. `name` and `number`: what there is room for, "" in a mark alone."""

    plan: PlanView
    x: float
    y: float
    width: float
    height: float
    name: str
    number: str


class Band(msgspec.Struct, frozen=True):
    """One level."""

    name: Words
    y: float
    height: float


class Scheme(msgspec.Struct, frozen=True):
    """What is drawn, on a page so wide and high. `lines`: paths from a plan to one below."""

    width: int
    height: float
    bands: tuple[Band, ...]
    boxes: tuple[Box, ...]
    lines: tuple[str, ...]


def scheme(plans: Sequence[PlanView], width: int, columns: int) -> Scheme:
    """The drawing with at most `columns` boxes in a row."""
    return _Drawing(plans, width, columns).scheme()


class _Drawing:
    """One drawing being laid out."""

    def __init__(self, plans: Sequence[PlanView], width: int, columns: int) -> None:
        self.plans = {plan.id: plan for plan in plans}
        self.width, self.columns = width, columns
        self.boxes: dict[str, Box] = {}
        self.tops: dict[str, tuple[float, float]] = {}  # where a line to a plan ends

    def scheme(self) -> Scheme:
        bands, y = [], 0.0
        for rows in self._bands:
            top, name = y, rows[0][0].level_name
            y += _HEAD
            for row in rows:
                y = self._place(row, y) + _EDGE
            y += _PAD - _EDGE
            bands.append(Band(name, top, y - top))
            y += _EDGE - _PAD
        return Scheme(
            self.width, y - _EDGE + _PAD, tuple(bands), tuple(self.boxes.values()), tuple(dict.fromkeys(self._lines()))
        )

    @cached_property
    def _bands(self) -> list[list[list[PlanView]]]:
        """Level by level the rows of plans, those that carry out one of their own level below it."""
        depths = self._depths()
        bands: dict[int, dict[int, list[PlanView]]] = {}
        for plan in self.plans.values():
            bands.setdefault(plan.rank, {}).setdefault(depths[plan.id], []).append(plan)
        return [[rows[depth] for depth in sorted(rows)] for _, rows in sorted(bands.items())]

    def _depths(self) -> Mapping[str, int]:
        """How many plans of its own level stand above each; plans that carry out one another end the count."""
        depths = dict.fromkeys(self.plans, 0)
        for _ in range(min(len(depths), 4)):
            for plan in self.plans.values():
                same = [depths[one] for one in self._parents(plan) if self.plans[one].rank == plan.rank]
                depths[plan.id] = min(max((depth + 1 for depth in same), default=0), 4)
        return depths

    def _parents(self, plan: PlanView) -> Iterable[str]:
        """What a plan carries out itself: what it does through another of them needs no line."""
        found = [one for one in plan.parents if one in self.plans and one != plan.id]
        return (
            one
            for one in found
            if not any(one in self._ancestors[other] and other not in self._ancestors[one] for other in found)
        )

    @cached_property
    def _ancestors(self) -> Mapping[str, frozenset[str]]:
        """All plans above each; two that carry out each other are both above both."""
        graph: nx.DiGraph[str] = nx.DiGraph()
        graph.add_edges_from(
            (plan.id, one) for plan in self.plans.values() for one in plan.parents if one in self.plans
        )
        graph.add_nodes_from(self.plans)
        return {plan_id: frozenset(nx.descendants(graph, plan_id)) for plan_id in self.plans}

    def _place(self, row: list[PlanView], y: float) -> float:
        """Put a row's plans below `y`, each as near as may be to what it carries out; gives the lower end."""
        ordered = sorted(row, key=lambda plan: (self._above(plan), bool(plan.children), plan.unit, plan.id))
        if len(ordered) <= self.columns:
            room = self._room(self.columns)
            for plan, left in zip(ordered, self._spread(ordered, room), strict=True):
                self._line([plan], left, y, (room, FULL), _GAP)
                self.tops[plan.id] = (left + room / 2, y)
            return y + FULL
        left, foot = float(_PAD), y
        for block, columns in self._blocks(ordered):
            foot = max(foot, self._block(block, left, y, columns))
            left += columns * (self._room(self.columns) + _GAP)
        return foot

    def _spread(self, row: Sequence[PlanView], room: float) -> Sequence[float]:
        """The left ends of boxes in one row, those below one plan around its middle as far as the others let them."""
        step, last = room + _GAP, self.width - _PAD - room
        wanted = []
        for middle, same in groupby(row, key=self._above):
            count = len(list(same))
            centre = middle or self.width / 2
            wanted += [centre - room / 2 + (place - (count - 1) / 2) * step for place in range(count)]
        ends: list[float] = []
        for left in wanted:
            ends.append(max(left, ends[-1] + step if ends else _PAD))
        return [min(left, last - step * (len(ends) - 1 - place)) for place, left in enumerate(ends)]

    def _room(self, columns: int) -> float:
        """How wide each of so many boxes in a row may be."""
        return (self.width - 2 * _PAD - _GAP * (columns - 1)) / columns

    def _blocks(self, row: list[PlanView]) -> Iterable[tuple[list[PlanView], int]]:
        """A crowded row by what its plans carry out, each part with its share of the columns; one block of all where
        there are more parts than columns."""
        parts: dict[tuple[str, ...], list[PlanView]] = {}
        for plan in row:
            parts.setdefault(tuple(self._parents(plan)), []).append(plan)
        blocks = list(parts.values()) if len(parts) <= self.columns else [row]
        shares = [1] * len(blocks)
        for _ in range(self.columns - len(blocks)):
            crowded = max(range(len(blocks)), key=lambda one: len(blocks[one]) / shares[one])
            shares[crowded] += 1
        return zip(blocks, shares, strict=True)

    def _block(self, block: list[PlanView], left: float, y: float, columns: int) -> float:
        """Put plans in lines below one another, as large as their number lets them be."""
        height = FULL if len(block) <= _LINES * columns else SMALL if len(block) <= _NAMED else TINY
        across = columns * self._room(self.columns) + (columns - 1) * _GAP
        gap, room = _GAP, self._room(self.columns)
        if height == TINY:
            gap, room = 5, TINY
            columns = int((across + gap) // (TINY + gap))
        for start in range(0, len(block), columns):
            self._line(block[start : start + columns], left, y, (room, height), gap)
            y += height + min(gap, 8)
        top = self.boxes[block[0].id].y
        self.tops |= {plan.id: (left + across / 2, top - 4) for plan in block}
        return y - min(gap, 8)

    def _line(self, plans: Iterable[PlanView], left: float, y: float, size: tuple[float, int], gap: float) -> None:
        width, height = size
        for place, plan in enumerate(plans):
            number = plan.number or f"{plan.type or 'KH'} {plan.year or plan.period}"
            self.boxes[plan.id] = Box(
                plan,
                round(left + place * (width + gap), 1),
                y,
                round(width, 1),
                height,
                "" if height == TINY else _cut(plan.unit, (width - 34) / 7.3),
                _numbered(number, (width - 34 - _COUNTS) / 6.4) if height == FULL else "",
            )

    def _above(self, plan: PlanView) -> float:
        """Where, on average, what a plan carries out stands."""
        found = [self.boxes[one] for one in self._parents(plan) if one in self.boxes]
        return round(sum(box.x + box.width / 2 for box in found) / len(found), 1) if found else 0.0

    def _lines(self) -> Iterable[str]:
        """A line from each plan to one that carries it out; to those that stand in a block one line to the block."""
        for below in self.boxes.values():
            end, foot = self.tops[below.plan.id]
            for one in self._parents(below.plan):
                above = self.boxes[one]
                if above.y < below.y:
                    x, y = above.x + above.width / 2, above.y + above.height
                    middle = (y + foot) / 2
                    yield f"M{x:g} {y:g}C{x:g} {middle:g} {end:g} {middle:g} {end:g} {foot:g}"


def _numbered(number: str, room: float) -> str:
    """A number, without its issuer where there is no room for it: the name above says who that is."""
    return _cut(number if len(number) <= room else number.partition("-")[0], room)


def _cut(text: str, room: float) -> str:
    """As much of a text as there is room for."""
    most = max(int(room), 4)
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
