"""What the two items count, and how much. A weaker value has another number, so a number tells little."""

from __future__ import annotations

from collections.abc import Callable, Hashable

import numpy as np

from cascade.answers.pairing import Pairing
from cascade.answers.statement import Statement
from cascade.answers.whole import Grid, full

Feature = Callable[[Statement], Hashable | None]


def same(pair: Pairing, feature: Feature) -> Grid:
    """Both have the feature, and alike."""
    return _compared(pair, feature, alike=True)


def other(pair: Pairing, feature: Feature) -> Grid:
    """Both have the feature, and differ in it."""
    return _compared(pair, feature, alike=False)


def _compared(pair: Pairing, feature: Feature, *, alike: bool) -> Grid:
    asked, said = ([feature(one) for one in side.statements] for side in (pair.asked, pair.said))
    places: dict[Hashable | None, int] = {None: 0}
    rows, columns = (
        np.array([places.setdefault(value, len(places)) for value in values], dtype=np.int32)
        for values in (asked, said)
    )
    if not rows.any() or not columns.any():
        return np.zeros((len(rows), len(columns)), dtype=np.int32)
    both = (rows > 0)[:, None] & (columns > 0)[None, :]
    return full(both & ((rows[:, None] == columns[None, :]) == alike))


def same_unit(pair: Pairing) -> Grid:
    """Both count in one unit."""
    return same(pair, lambda one: one.unit)


def other_unit(pair: Pairing) -> Grid:
    """They count in different units."""
    return other(pair, lambda one: one.unit)


def same_number(pair: Pairing) -> Grid:
    """Both state one number in one unit."""
    return same(pair, lambda one: (one.number, one.unit) if one.number is not None else None)


def other_year(pair: Pairing) -> Grid:
    """They name different years."""
    return other(pair, lambda one: one.year)


def other_tier(pair: Pairing) -> Grid:
    """They speak of the performance of different levels."""
    return other(pair, lambda one: one.tier)


def other_area(pair: Pairing) -> Grid:
    """They stand in different areas of plans that are divided into areas."""
    return other(pair, lambda one: one.area)


def same_measure(pair: Pairing) -> Grid:
    """Both are on one measure of rules/measures.yaml."""
    return same(pair, lambda one: one.measure)


def other_measure(pair: Pairing) -> Grid:
    """They are on different measures of rules/measures.yaml."""
    return other(pair, lambda one: one.measure)
