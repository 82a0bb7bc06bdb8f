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
    apart: Grid = np.zeros((len(pair.asked), len(pair.said)), dtype=np.int64)
    for contrast in np.flatnonzero(asked.any(axis=0) & said.any(axis=0)):
        rows, columns = np.flatnonzero(asked[:, contrast]), np.flatnonzero(said[:, contrast])
        apart[np.ix_(rows, columns)] += (asked[rows, contrast][:, None] & said[columns, contrast][None, :]) == 0
    found: Grid = 1000 * np.minimum(apart, _ENOUGH)
    return found


def _groups(side: Side) -> Grid:
    found: Grid = np.zeros((len(side), len(side.lexis.wording.contrasts)), dtype=np.int64)
    for row, one in enumerate(side.statements):
        for number, bits in one.read.groups.items():
            found[row, number] = bits
    return found
