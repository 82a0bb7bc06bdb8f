"""Two plans side by side: what several evidences need of them, worked out once.

Only what belongs to the pair is made here (how rare a unit is in both plans, how near each unit of the one
comes to each of the other); what belongs to one plan is kept by its `Side`, and how near a unit comes to the
units of the higher plan is shared by all children of that plan.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from math import isqrt

import msgspec
import numpy as np
from numpy.typing import NDArray

from cascade.answers.lexis import Lexis
from cascade.answers.statement import Side
from cascade.answers.whole import Grid, rarity, times

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

    def told(self, unit: str) -> int:
        """How much a unit tells in these two plans, in thousandths."""
        return self._told((unit,))[0]

    def _told(self, units: Sequence[str]) -> list[int]:
        rare = self._rare
        asked, said, strict = self.asked.held, self.said.held, self.lexis.strict
        found = []
        for unit in units:
            keys, length = strict(unit)
            tells = min([rare[asked.get(key, 0) + said.get(key, 0)] for key in keys])
            found.append(tells * length // 100)
        return found

    @cached_property
    def _rare(self) -> list[int]:
        """How much a word tells that so many statements of the two plans hold."""
        texts = len(self.asked) + len(self.said)
        return [rarity(texts, holding) for holding in range(texts + 1)]

    @cached_property
    def weights(self) -> tuple[Grid, Grid]:
        """What each unit of the two vocabularies tells: (asked, said)."""
        asked, said = (np.array(self._told(side.vocabulary), dtype=np.int64) for side in (self.asked, self.said))
        return asked, said

    @cached_property
    def totals(self) -> tuple[Grid, Grid]:
        """What each statement tells in all: (asked, said), never 0."""
        return tuple(  # type: ignore[return-value]
            np.maximum(np.add.reduceat(weights[side.tokens], side.starts), 1)
            for side, weights in zip((self.asked, self.said), self.weights, strict=True)
        )

    @cached_property
    def asked_said(self) -> Grid:
        """How much of what is asked the answer says, in thousandths."""
        best = np.maximum.reduceat(self.near[self.said.tokens], self.said.starts, axis=0)
        told = times(self.asked.holding * self.weights[0], best.T)
        return 10 * told // self.totals[0][:, None]

    @cached_property
    def said_asked(self) -> Grid:
        """How much of what the answer says is asked, in thousandths."""
        best = np.maximum.reduceat(self.near[:, self.asked.tokens], self.asked.starts, axis=1)
        told = times(best.T, (self.said.holding * self.weights[1]).T)
        return 10 * told // self.totals[1][None, :]

    @cached_property
    def vectors(self) -> tuple[Grid, Grid]:
        """The direction of each statement's words, weighed by the root of what they tell: (asked, said)."""
        pair = []
        for side, weights in zip((self.asked, self.said), self.weights, strict=True):
            roots = np.array([isqrt(1000 * int(weight)) for weight in weights], dtype=np.int64)
            units = side.directions * roots[:, None]
            sums = np.add.reduceat(units[side.tokens], side.starts, axis=0)
            lengths = np.array([isqrt(int(square)) or 1 for square in (sums * sums).sum(axis=1)], dtype=np.int64)
            pair.append(_LENGTH * sums // lengths[:, None])
        return pair[0], pair[1]
