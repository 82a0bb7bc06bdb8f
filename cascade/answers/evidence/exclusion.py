"""Words that exclude one another: who asks for copies on paper is not answered by electronic ones."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cascade.answers.pairing import Pairing
from cascade.answers.statement import Side
from cascade.answers.whole import Grid, Row

_ENOUGH = 2  # contrasts: more say no more


def excluded(pair: Pairing) -> Grid:
    """Both speak of one contrast of rules/contrasts.yaml, and of different groups of it; two contrasts say it twice."""
    (asked, rows), (said, columns) = _groups(pair.asked), _groups(pair.said)
    apart: Grid = np.zeros((len(asked), len(said)), dtype=np.int32)
    for contrast in np.flatnonzero(asked.any(axis=0) & said.any(axis=0)):
        ours, theirs = asked[:, contrast][:, None], said[:, contrast][None, :]
        apart += (ours != 0) & (theirs != 0) & (ours & theirs == 0)
    found: Grid = 1000 * np.minimum(apart, _ENOUGH)
    return found[rows].take(columns, axis=1)


def _groups(side: Side) -> tuple[NDArray[np.int64], Row]:
    """The groups that any statement speaks of, by contrast, each set of them once; which of the sets each has."""
    places: dict[tuple[tuple[int, int], ...], int] = {}
    which = [places.setdefault(tuple(sorted(one.read.groups.items())), len(places)) for one in side.statements]
    found = np.zeros((len(places), len(side.lexis.wording.contrasts)), dtype=np.int64)
    for groups, row in places.items():
        for number, bits in groups:
            found[row, number] = bits
    return found, np.array(which, dtype=np.int64)
