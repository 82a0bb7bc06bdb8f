"""Evidence weighed: every pair of items of two plans with its score."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from cascade.answers.competition import compete, shares, with_twins
from cascade.answers.evidence import deed, exclusion, kind, meaning, quantity, surroundings, wording
from cascade.answers.evidence.neighbours import neighbours
from cascade.answers.pairing import Pairing
from cascade.answers.whole import Grid
from cascade.model.wording import AnswerRules

EVIDENCE: Mapping[str, Callable[[Pairing], Grid]] = {
    "asked-said": wording.asked_said,
    "both-said": wording.both_said,
    "shorter-said": wording.shorter_said,
    "meaning": meaning.meaning,
    "same-kind": kind.same_kind,
    "same-unit": quantity.same_unit,
    "other-unit": quantity.other_unit,
    "same-number": quantity.same_number,
    "other-year": quantity.other_year,
    "other-tier": quantity.other_tier,
    "other-area": quantity.other_area,
    "same-measure": quantity.same_measure,
    "other-measure": quantity.other_measure,
    "product": surroundings.product,
    "objective": surroundings.objective,
    "excluded": exclusion.excluded,
    "deed-absent": deed.deed_absent,
}
"""Every evidence of a pair, by the name under which `rules/answers.yaml` weighs and explains it."""

NEIGHBOURS = "neighbours"
"""The evidence that needs a first answer of the others."""


def evidence(pair: Pairing) -> dict[str, Grid]:
    """Every evidence, before it is weighed."""
    return {name: function(pair) for name, function in EVIDENCE.items()}


def weighed(grids: Mapping[str, Grid], rules: AnswerRules) -> Grid:
    """The sum of the evidence in hundredths of a logarithm."""
    weights = rules.weights
    total: Grid = np.zeros_like(next(iter(grids.values())))
    for name, grid in grids.items():
        if weights.get(name):
            total += weights[name] * grid
    total //= 1000
    return total


def scores(pair: Pairing, grids: Mapping[str, Grid], rules: AnswerRules) -> Grid:
    """The score of every pair of items, in hundredths of a logarithm, at most 0.

    Rivals say little where there are few of them, so evidence that would not be enough by itself lowers the score.
    """
    total = weighed(grids, rules)
    other_kind = rules.competition.other_kind
    first = compete(pair, total, other_kind)
    beside = rules.weights.get(NEIGHBOURS, 0)
    if beside:
        total = total + beside * neighbours(pair, shares(first)) // 1000
        first = compete(pair, total, other_kind)
    found: Grid = with_twins(pair, first) + np.minimum(total - rules.competition.enough, 0)
    return found
