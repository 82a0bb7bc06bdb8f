"""Words that exclude one another: who asks for copies on paper is not answered by electronic ones."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cascade.answers.pairing import Pairing
from cascade.answers.statement import Side
from cascade.answers.whole import Grid

_ENOUGH = 2  # contrasts: more say no more


def excluded(pair: Pairing) -> Grid:
    """Both speak of one contrast of rules/contrasts.yaml, and of different groups of it; two contrasts say it twice."""
    (asked, asking), (said, saying) = _spoken(pair.asked), _spoken(pair.said)
    apart = np.array(
        [[contrast == other and not groups & theirs for other, theirs in said] for contrast, groups in asked],
        dtype=np.float32,
    ).reshape(len(asked), len(said))
    contrasts: Grid = (asking @ apart @ saying.T).astype(np.int32)  # counts of a few, which are exact
    return 1000 * np.minimum(contrasts, _ENOUGH)


def _spoken(side: Side) -> tuple[list[tuple[int, int]], NDArray[np.float32]]:
    """The contrasts, each with the groups of it as bits, that any statement speaks of; 1 for each that one does."""
    places: dict[tuple[int, int], int] = {}
    held = [(row, groups) for row, one in enumerate(side.statements) for groups in one.read.groups.items()]
    columns = [places.setdefault(groups, len(places)) for _, groups in held]
    found = np.zeros((len(side), len(places)), dtype=np.float32)
    found[[row for row, _ in held], columns] = 1
    return list(places), found
