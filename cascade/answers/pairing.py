"""Two plans side by side: what several evidences need of them, worked out once.

Only what belongs to the pair is made here (how rare a unit is in both plans, how near each unit of the one
comes to each of the other); what belongs to one plan is kept by its `Side`, and how near a unit comes to the
units of the higher plan is shared by all children of that plan.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from math import isqrt

import msgspec
import numpy as np
from numpy.typing import NDArray

from cascade.answers.lexis import Lexis
from cascade.answers.statement import Side
from cascade.answers.whole import Grid, Row, parts, rarity, times

_LENGTH = 1024  # of a vector


class Shelf:
    """The vocabulary of a higher plan, asked how near the units of its children come to it."""

    def __init__(self, side: Side) -> None:
        self._vocabulary = side.vocabulary
        self._lexis = side.lexis
        self._rows: dict[str, NDArray[np.int8]] = {}
        self._holding: dict[str | int, list[int]] = {}
        for place, unit in enumerate(self._vocabulary):
            for key in self._keys(unit):
                self._holding.setdefault(key, []).append(place)

    def _keys(self, unit: str) -> tuple[str | int, ...]:
        """By what a unit is found: its syllables, and the concepts it stands for."""
        return (*unit.split(), *self._lexis.concepts(unit))

    def row(self, unit: str) -> NDArray[np.int8]:
        """How near `unit` comes to every unit of the vocabulary, from 0 to 100."""
        found = self._rows.get(unit)
        if found is None:
            found = self._rows[unit] = np.zeros(len(self._vocabulary), dtype=np.int8)
            for place in {place for key in self._keys(unit) for place in self._holding.get(key, ())}:
                found[place] = self._lexis.near(unit, self._vocabulary[place])[0]
        return found


class Pairing(msgspec.Struct, frozen=True, dict=True):
    """The items of a higher plan (`asked`) and those of a lower one (`said`)."""

    asked: Side
    said: Side
    shelf: Shelf

    @property
    def lexis(self) -> Lexis:
        """How both were read."""
        return self.asked.lexis

    @cached_property
    def near(self) -> NDArray[np.int8]:
        """How near units come, from 0 to 100: a row a unit of `said`, a column a unit of `asked`."""
        return np.stack([self.shelf.row(unit) for unit in self.said.vocabulary])

    def told(self, units: Iterable[str]) -> dict[str, int]:
        """How much each unit tells in these two plans, in thousandths."""
        rare, asked, said = self._rare, self.asked.held.get, self.said.held.get
        found = {}
        for unit in units:
            keys, length = self.lexis.strict(unit)
            found[unit] = min(int(rare[asked(key, 0) + said(key, 0)]) for key in keys) * length // 100
        return found

    @cached_property
    def _rare(self) -> Row:
        """How much a word tells that so many statements of the two plans hold."""
        texts = len(self.asked) + len(self.said)
        return np.array([rarity(texts, holding) for holding in range(texts + 1)], dtype=np.int64)

    @cached_property
    def weights(self) -> tuple[Row, Row]:
        """What each unit of the two vocabularies tells, in thousandths: (asked, said)."""
        return self._weights(self.asked, self.said), self._weights(self.said, self.asked)

    def _weights(self, side: Side, beside: Side) -> Row:
        keys = side.keys
        rare = self._rare[keys.held + beside.holding(keys.names)]
        found: Row = np.minimum.reduceat(rare, keys.starts) * keys.lengths // 100
        return found

    @cached_property
    def totals(self) -> tuple[Row, Row]:
        """What each statement tells in all: (asked, said), never 0."""
        return tuple(  # type: ignore[return-value]
            np.maximum(np.add.reduceat(weights[side.tokens], side.starts), 1)
            for side, weights in zip((self.asked, self.said), self.weights, strict=True)
        )

    @cached_property
    def asked_said(self) -> Grid:
        """How much of what is asked the answer says, in thousandths."""
        told = times(_holding(self.asked, 10 * self.weights[0]), _nearest(self.near, self.said).T)
        return parts(told, self.totals[0][:, None])

    @cached_property
    def said_asked(self) -> Grid:
        """How much of what the answer says is asked, in thousandths."""
        near = np.ascontiguousarray(self.near.T)
        told = times(_nearest(near, self.asked), _holding(self.said, 10 * self.weights[1]).T)
        return parts(told, self.totals[1][None, :])

    @cached_property
    def vectors(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The direction of each statement's words, weighed by the root of what they tell: (asked, said)."""
        pair = []
        for side, weights in zip((self.asked, self.said), self.weights, strict=True):
            roots = np.sqrt(1000 * weights).astype(np.int64)  # rounded alike everywhere, and right below 2 ** 52
            units = side.directions * roots[:, None]
            sums = np.add.reduceat(units[side.tokens], side.starts, axis=0)
            lengths = np.array([isqrt(int(square)) or 1 for square in (sums * sums).sum(axis=1)], dtype=np.int64)
            pair.append(_LENGTH * sums // lengths[:, None])
        return pair[0], pair[1]


def _holding(side: Side, weights: Row) -> NDArray[np.float64]:
    """For each statement (a row) and unit of its plan what the unit tells, where the statement holds it."""
    found = np.zeros((len(side), len(weights)), dtype=np.float64)
    found[np.repeat(np.arange(len(side)), side.sizes), side.tokens] = weights[side.tokens]
    return found


def _nearest(near: NDArray[np.int8], side: Side) -> NDArray[np.int8]:
    """For each statement of a plan, of whose units `near` has the rows, the most of each column: by the longest first,
    all their first units, then all their second ones, and so on, which is far faster than statement by statement."""
    order = np.argsort(-side.sizes, kind="stable")
    starts, sizes = side.starts[order], side.sizes[order]
    best = near[side.tokens[starts]]
    for step in range(1, int(sizes[0])):
        longer = int(np.searchsorted(-sizes, -step, side="left"))
        np.maximum(best[:longer], near[side.tokens[starts[:longer] + step]], out=best[:longer])
    found = np.empty_like(best)
    found[order] = best
    return found
