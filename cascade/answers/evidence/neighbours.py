"""The items beside the asked one are answered by those beside the candidate: lower plans often keep the order."""

from __future__ import annotations

import numpy as np

from cascade.answers.pairing import Pairing
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
    for rows in pair.asked.kinds:
        for columns in pair.said.kinds:
            found[rows, columns] = _beside(part[rows, columns])
    return np.minimum(1000 * found // (1024 * _SHARE), 2000)


def _beside(part: Grid) -> Grid:
    """For each place the sum of what stands beside it in rows and columns, the nearer counting more."""
    found = np.zeros_like(part)
    across = [_shifted(part, step) for step in range(1, REACH + 1)]
    for down in range(1, REACH + 1):
        weighed = np.zeros_like(part)
        for right in range(1, REACH + 1):
            weighed += (_SHARE // (down + right)) * across[right - 1]
        found[down:] += weighed[:-down]
        found[:-down] += weighed[down:]
    return found


def _shifted(part: Grid, step: int) -> Grid:
    """The columns `step` before and `step` behind each column, added."""
    found = np.zeros_like(part)
    found[:, step:] += part[:, :-step]
    found[:, :-step] += part[:, step:]
    return found
