"""The items beside the asked one are answered by those beside the candidate: lower plans often keep the order."""

from __future__ import annotations

import numpy as np

from cascade.answers.pairing import Pairing
from cascade.answers.whole import UNIT, Grid

REACH = 3  # items to either side
_SHARE = 60  # divisible by every distance


def neighbours(pair: Pairing, shares: Grid) -> Grid:
    """How surely the neighbours of each asked item are answered near each candidate, the nearer counting more.

    `shares`: how surely each item answers each asked one, in units (see `competition.shares`).
    """
    rows, columns = shares.shape
    part = shares // (UNIT >> 10)
    found = np.zeros_like(part)
    steps = [step for step in range(-REACH, REACH + 1) if step]
    for down in steps:
        above = slice(max(0, -down), min(rows, rows - down))
        beside = slice(max(0, down), min(rows, rows + down))
        kinds = pair.asked.is_task[above] == pair.asked.is_task[beside]
        for right in steps:
            left = slice(max(0, -right), min(columns, columns - right))
            further = slice(max(0, right), min(columns, columns + right))
            if above.start >= above.stop or left.start >= left.stop:
                continue
            alike = kinds[:, None] & (pair.said.is_task[left] == pair.said.is_task[further])[None, :]
            weight = _SHARE // (abs(down) + abs(right))
            found[above, left] += weight * part[beside, further] * alike
    return np.minimum(1000 * found // (1024 * _SHARE), 2000)
