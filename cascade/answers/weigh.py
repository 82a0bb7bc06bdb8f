"""Evidence weighed: every pair of items of two plans with its score."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec
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


class Weighing(msgspec.Struct, frozen=True):
    """Every pair of items of two plans: each evidence, that of the neighbours included, and the score."""

    pair: Pairing
    grids: Mapping[str, Grid]
    scores: Grid


def weigh(pair: Pairing, rules: AnswerRules) -> Weighing:
    """Two plans weighed, item beside item."""
    return weigh_again(pair, evidence(pair), rules)


def weigh_again(pair: Pairing, grids: Mapping[str, Grid], rules: AnswerRules) -> Weighing:
    """The same, where the evidence is at hand: the score in hundredths of a logarithm, at most 0.

    Rivals say little where there are few of them, so evidence that would not be enough by itself lowers the score.
    """
    total = weighed(grids, rules)
    other_kind = rules.competition.other_kind
    first = compete(pair, total, other_kind)
    beside = rules.weights.get(NEIGHBOURS, 0)
    if beside:
        grids = {**grids, NEIGHBOURS: neighbours(pair, shares(first))}
        total += beside * grids[NEIGHBOURS] // 1000
        first = compete(pair, total, other_kind)
    found: Grid = with_twins(pair, first, rules.competition.twin) + np.minimum(total - rules.competition.enough, 0)
    return Weighing(pair, grids, found)
