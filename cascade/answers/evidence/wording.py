"""The words that both items say: the same, synonyms, words near them, syllables in common."""

from __future__ import annotations

import numpy as np

from cascade.answers.pairing import Pairing
from cascade.answers.whole import Grid, parts


def asked_said(pair: Pairing) -> Grid:
    """How much of what is asked the answer says."""
    return pair.asked_said


def both_said(pair: Pairing) -> Grid:
    """How much of each of the two the other says, the smaller share counting more."""
    return parts(2 * pair.asked_said * pair.said_asked, np.maximum(pair.asked_said + pair.said_asked, 1))


def shorter_said(pair: Pairing) -> Grid:
    """How much of the shorter of the two the longer says."""
    shorter = pair.totals[0][:, None] <= pair.totals[1][None, :]
    return np.where(shorter, pair.asked_said, pair.said_asked)
