"""Competition: an item that answers another asked item better counts for less here, and the other way round.

Of every pair it is asked what share of all that answers the asked item it is, and what share of all that the
answering item answers. The sum of the two logarithms, in hundredths and at most 0, is the pair's score.
"""

from __future__ import annotations

import numpy as np

from cascade.answers.pairing import Pairing
from cascade.answers.whole import Grid, Row, exp, log_total

NO_RIVAL = 10_000  # hundredths: what no sum of evidence comes near


def compete(pair: Pairing, evidence: Grid, other_kind: int) -> Grid:
    """The score of every pair; `evidence` in hundredths of a logarithm.

    Asked items of the other kind compete for an answer less, by `other_kind` (at most 0); an item that repeats
    another word for word is no rival of it.
    """
    rivals = log_total(_without(evidence, pair.said.repeats[None, :]), axis=1)
    score: Grid = np.minimum(evidence - rivals, 0)
    claiming = _without(evidence, pair.asked.repeats[:, None])
    for rows in pair.asked.kinds:
        if score[rows].size:
            lowered = np.full((len(score), 1), other_kind, dtype=np.int32)
            lowered[rows] = 0
            score[rows] += np.minimum(evidence[rows] - log_total(claiming + lowered, axis=0), 0)
    return score


def _without(evidence: Grid, repeats: Row) -> Grid:
    """The evidence as if items that repeat others were not there."""
    found: Grid = evidence - (NO_RIVAL * repeats).astype(np.int32) if repeats.any() else evidence
    return found


def with_twins(pair: Pairing, scores: Grid, twin: int) -> Grid:
    """Scores in which the twins of an asked target (for another year or tier) do not rival one another: what
    answers one of them answers the others, nearly as surely: it loses `twin`, which is at most 0."""
    found = scores.copy()
    for group in pair.asked.twins:
        rows = list(group)
        found[rows] = np.maximum(scores[rows], scores[rows].max(axis=0, keepdims=True) + twin)
    return found


def shares(scores: Grid) -> Grid:
    """How surely each pair belongs together, in units (see `whole.UNIT`)."""
    return exp(scores)
