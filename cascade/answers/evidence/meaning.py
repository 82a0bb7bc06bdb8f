"""Nearness of meaning by the directions of the words (rules/vectors.tsv)."""

from __future__ import annotations

from cascade.answers.pairing import Pairing
from cascade.answers.whole import Grid, times


def meaning(pair: Pairing) -> Grid:
    """The cosine of the two items' words."""
    asked, said = pair.vectors
    cosines: Grid = times(asked, said.T) >> 10
    return cosines
