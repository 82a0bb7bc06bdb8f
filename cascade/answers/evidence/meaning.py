"""Nearness of meaning by the directions of the words (rules/vectors.tsv)."""

from __future__ import annotations

import numpy as np

from cascade.answers.pairing import Pairing
from cascade.answers.whole import Grid, times


def meaning(pair: Pairing) -> Grid:
    """The cosine of the two items' words."""
    asked, said = pair.vectors
    return times(asked, said.T).astype(np.int32) >> 10
