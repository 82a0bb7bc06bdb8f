"""What stands around an item: the product of the work, and the objective that it serves."""

from __future__ import annotations

import numpy as np

from cascade.answers.lexis import Read
from cascade.answers.pairing import Pairing
from cascade.answers.whole import Grid


def product(pair: Pairing) -> Grid:
    """How much of the asked product the answer says, in its own words or its product's."""
    answers = [
        frozenset(one.read.units).union(one.product.units if one.product else ()) for one in pair.said.statements
    ]
    return _shares(pair, [one.product for one in pair.asked.statements], answers)


def objective(pair: Pairing) -> Grid:
    """How much of the objective above the asked task the answer says, in its words or those of its own objective."""
    answers = [
        frozenset(one.read.units).union(one.objective.units if one.objective else ()) for one in pair.said.statements
    ]
    return _shares(pair, [one.objective for one in pair.asked.statements], answers)


def _shares(pair: Pairing, asked: list[Read | None], answers: list[frozenset[str]]) -> Grid:
    """The share of the units of each text that each answer holds; a text that many share is read once."""
    grid: Grid = np.zeros((len(pair.asked), len(pair.said)), dtype=np.int64)
    wanted = {unit for read in asked if read is not None for unit in read.units}
    holding = {unit: np.zeros(len(pair.said), dtype=np.int64) for unit in wanted}
    for column, held in enumerate(answers):
        for unit in held & wanted:
            holding[unit][column] = 1
    known: dict[tuple[str, ...], Grid] = {}
    for row, read in enumerate(asked):
        if read is not None:
            if read.units not in known:
                told = {unit: pair.told(unit) for unit in read.units}
                share = sum((told[unit] * holding[unit] for unit in read.units), start=np.zeros_like(grid[row]))
                known[read.units] = 1000 * share // (sum(told.values()) or 1)
            grid[row] = known[read.units]
    return grid
