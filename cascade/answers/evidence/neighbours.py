"""The items beside the asked one are answered by those beside the candidate: lower plans often keep the order."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cascade.answers.pairing import Pairing
from cascade.answers.statement import Side
from cascade.answers.whole import UNIT, Grid

REACH = 3  # items to either side
_SHARE = 60  # divisible by every distance


def neighbours(pair: Pairing, shares: Grid) -> Grid:
    """How surely the neighbours of each asked item are answered near each candidate, the nearer counting more.

    `shares`: how surely each item answers each asked one, in units (see `competition.shares`). Targets have targets for
    neighbours, and tasks have tasks.
    """
    part = (shares // (UNIT >> 10)).astype(np.int32)
    found = np.zeros_like(part)
    for rows in _kinds(pair.asked):
        for columns in _kinds(pair.said):
            found[rows, columns] = _beside(part[rows, columns])
    return np.minimum(1000 * found.astype(np.int64) // (1024 * _SHARE), 2000)


def _kinds(side: Side) -> tuple[slice, slice]:
    """The targets of a plan, which come first, and its tasks."""
    targets = len(side) - int(side.is_task.sum())
    return slice(0, targets), slice(targets, len(side))


def _beside(part: NDArray[np.int32]) -> NDArray[np.int32]:
    """For each place the sum of what stands beside it in rows and columns, the nearer counting more."""
    found = np.zeros_like(part)
    across = [_shifted(part.T, step).T for step in range(1, REACH + 1)]
    for down in range(1, REACH + 1):
        weighed = sum((_SHARE // (down + right)) * across[right - 1] for right in range(1, REACH + 1))
        found += _shifted(np.asarray(weighed, dtype=np.int32), down)
    return found


def _shifted(part: NDArray[np.int32], step: int) -> NDArray[np.int32]:
    """The rows `step` above and `step` below each row, added."""
    found = np.zeros_like(part)
    found[step:] += part[:-step]
    found[:-step] += part[step:]
    return found
