"""What stands around an item: the product of the work, and the objective that it serves."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from cascade.answers.lexis import Read
from cascade.answers.pairing import Pairing
from cascade.answers.statement import Statement
from cascade.answers.whole import Grid, Row


def product(pair: Pairing) -> Grid:
    """How much of the asked product the answer says, in its own words or its product's."""
    return _shares(pair, lambda one: one.product)


def objective(pair: Pairing) -> Grid:
    """How much of the objective above the asked task the answer says, in its words or those of its own objective."""
    return _shares(pair, lambda one: one.objective)


def _shares(pair: Pairing, around: Callable[[Statement], Read | None]) -> Grid:
    """The share of the units of the text around each asked item that each answer holds, in its own words or in what
    stands around it; a text that many share is read once."""
    asked = [around(one) for one in pair.asked.statements]
    beside = ((one, around(one)) for one in pair.said.statements)
    answers = [frozenset(one.read.units).union(read.units if read else ()) for one, read in beside]
    grid: Grid = np.zeros((len(pair.asked), len(pair.said)), dtype=np.int32)
    wanted = {unit for read in asked if read is not None for unit in read.units}
    holding = {unit: np.zeros(len(pair.said), dtype=np.int64) for unit in wanted}
    for column, held in enumerate(answers):
        for unit in held & wanted:
            holding[unit][column] = 1
    told = pair.told(sorted(wanted))
    known: dict[tuple[str, ...], Row] = {}
    for row, read in enumerate(asked):
        if read is not None:
            if read.units not in known:
                share = sum(
                    (told[unit] * holding[unit] for unit in read.units), start=np.zeros(len(pair.said), np.int64)
                )
                known[read.units] = 1000 * share // (sum(told[unit] for unit in read.units) or 1)
            grid[row] = known[read.units]
    return grid
