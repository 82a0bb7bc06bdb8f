"""Exponentials and logarithms in whole numbers, so that every machine computes the same.

A logarithm is natural and in hundredths; an exponential counts in `UNIT`s. Both come from one table of
rounded numbers, none of which lies near the boundary of a rounding.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Grid: TypeAlias = NDArray[np.int32]
"""Small whole numbers, a row an item that is asked, a column an item that may answer it."""

Row: TypeAlias = NDArray[np.int64]
"""Whole numbers, one an item or a unit."""

UNIT = 1 << 20
_DEEPEST = 1600  # e**-16 of a unit is nothing
_HIGHEST = 1200  # e**12 rivals are more than any plan has items
_EXP: Grid = np.array([round(UNIT * math.exp(-k / 100)) for k in range(_DEEPEST)] + [0], dtype=np.int32)
_POWERS: Row = np.array([round(UNIT * math.exp(k / 100)) for k in range(_HIGHEST)], dtype=np.int64)


def times(one: NDArray[np.number], other: NDArray[np.number]) -> NDArray[np.float64]:
    """The product of two matrices of whole numbers, which floating ones hold exactly up to 2 ** 53."""
    found: NDArray[np.float64] = one.astype(np.float64, copy=False) @ other.astype(np.float64, copy=False)
    return found


def parts(some: NDArray[np.number], of: NDArray[np.number]) -> Grid:
    """How many whole times each of `of`, which are above 0, goes into each of `some`, which are at least 0: both below
    2 ** 50, so that the floating quotient lies on the right side of every whole number."""
    found: Grid = (some / of).astype(np.int32)
    return found


def full(holds: NDArray[np.bool_]) -> Grid:
    """Full evidence, in thousandths, where something holds; else none."""
    return holds.astype(np.int32) * np.int32(1000)


def exp(logarithms: Grid) -> Grid:
    """The exponentials of `logarithms` that are at most 0, in units."""
    return _exp_below(np.zeros((), dtype=np.int32), logarithms)


def _exp_below(top: Grid, logarithms: Grid) -> Grid:
    """The exponentials of `logarithms` less `top`, which none is above; places of a table are of the machine's size."""
    found: Grid = _EXP.take(np.subtract(top, logarithms, dtype=np.intp), mode="clip")
    return found


def log_total(logarithms: Grid, axis: int) -> Grid:
    """The logarithm of the sum of the exponentials along `axis`, which is kept with one place."""
    top = logarithms.max(axis=axis, keepdims=True)
    total = _exp_below(top, logarithms).sum(axis=axis, keepdims=True, dtype=np.int64)
    found: Grid = top + (np.searchsorted(_POWERS, total, side="right") - 1).astype(np.int32)
    return found


@lru_cache(maxsize=100_000)
def rarity(texts: int, holding: int) -> int:
    """How much a word tells that `holding` of `texts` hold: a rare one tells more. In thousandths."""
    return round(1000 * (math.log((1 + texts) / (1 + holding)) + 0.1))


def chance(score: int, middle: int, slope: int) -> int:
    """The percentage that a logistic curve gives `score`: 50 at `middle`; whole, from 1 to 99."""
    steps = max(-10 * 100, min(10 * 100, 100 * (score - middle) // max(slope, 1)))
    share = int(_EXP[abs(steps)])
    below = 100 * share // (UNIT + share)
    return max(1, min(99, below if steps < 0 else 100 - below))
