"""Words that exclude one another: who asks for copies on paper is not answered by electronic ones."""

from __future__ import annotations

import numpy as np

from cascade.answers.pairing import Pairing
from cascade.answers.statement import Side
from cascade.answers.whole import Grid

_ENOUGH = 2  # contrasts: more say no more


def excluded(pair: Pairing) -> Grid:
    """Both speak of one contrast of rules/contrasts.yaml, and of different groups of it; two contrasts say it twice."""
    asked, said = _groups(pair.asked), _groups(pair.said)
    both = np.flatnonzero(asked.any(axis=0) & said.any(axis=0))
    asked, said = asked[:, None, both], said[None, :, both]
    apart = (asked > 0) & (said > 0) & ((asked & said) == 0)
    found: Grid = 1000 * np.minimum(apart.sum(axis=2), _ENOUGH)
    return found


def _groups(side: Side) -> Grid:
    found: Grid = np.zeros((len(side), len(side.lexis.wording.contrasts)), dtype=np.int64)
    for row, one in enumerate(side.statements):
        for number, bits in one.read.groups.items():
            found[row, number] = bits
    return found
