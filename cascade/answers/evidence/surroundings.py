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
    grid = np.zeros((len(pair.asked), len(pair.said)), dtype=np.int64)
    known: dict[tuple[str, ...], Grid] = {}
    for row, read in enumerate(asked):
        if read is not None:
            if read.units not in known:
                told = {unit: pair.told(unit) for unit in read.units}
                whole = sum(told.values()) or 1
                shares = [1000 * sum(told[u] for u in read.units if u in held) // whole for held in answers]
                known[read.units] = np.array(shares, dtype=np.int64)
            grid[row] = known[read.units]
    return grid
