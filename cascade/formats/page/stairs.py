"""Two guarantees over the years as staircases on a small axis, ready to be drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import msgspec

from cascade.result.result import ItemComparison, YearView

WIDTH, HEIGHT = 240, 96
_LEFT, _RIGHT, _TOP, _BOTTOM = 34, 8, 10, 22
_ROOM = 28
"""How far apart two years stand that are both named."""


class Label(msgspec.Struct, frozen=True):
    """Words at a point; `strong`: of the deciding year."""

    x: float
    y: float
    text: str
    strong: bool = False


class Stairs(msgspec.Struct, frozen=True):
    """What is drawn. `parent` and `child`: paths; `band`: left end and width of the deciding year's
    column, where there are others.

    `said`: the deciding year with what both sides permit, as a plan would write it.
    """

    parent: str
    child: str
    band: tuple[float, float] | None
    years: tuple[Label, ...]
    levels: tuple[Label, ...]
    said: YearView


def stairs(found: ItemComparison | None) -> Stairs | None:
    """The staircases of a comparison; None where no year has two numbers to draw."""
    years = found.years if found else ()
    if found is None or not any(year.parent_level is not None and year.child_level is not None for year in years):
        return None
    decided = next((year for year in years if year.year == found.year), years[-1])
    step = (WIDTH - _LEFT - _RIGHT) / len(years)
    height = _scale(years)
    column = years.index(decided)
    levels = {level for year in (decided, years[0], years[-1]) for level in (year.parent_level, year.child_level)}
    return Stairs(
        parent=_path([year.parent_level for year in years], step, height),
        child=_path([year.child_level for year in years], step, height),
        band=(_round(_LEFT + column * step), _round(step)) if len(years) > 1 else None,
        years=_names(years, decided, step),
        levels=_levels(sorted(level for level in levels if level is not None), height),
        said=decided,
    )


def _round(value: float) -> float:
    return round(value, 1)


def _scale(years: Sequence[YearView]) -> Callable[[float], float]:
    """From a level to its height; levels that are all alike stand in the middle."""
    found = [level for year in years for level in (year.parent_level, year.child_level) if level is not None]
    low, high = min(found), max(found)
    room = HEIGHT - _TOP - _BOTTOM

    def height(level: float) -> float:
        return _round(_TOP + room * ((high - level) / (high - low) if high > low else 0.5))

    return height


def _path(levels: Sequence[float | None], step: float, height: Callable[[float], float]) -> str:
    """Steps from year to year; a year without a bound leaves a gap."""
    drawn = []
    for place, (before, level) in enumerate(pairwise((None, *levels))):
        if level is not None:
            left, y = _round(_LEFT + place * step), height(level)
            drawn.append(f"V{y}" if before is not None else f"M{left} {y}")
            drawn.append(f"H{_round(_LEFT + (place + 1) * step)}")
    return "".join(drawn)


def _names(years: Sequence[YearView], decided: YearView, step: float) -> tuple[Label, ...]:
    """The deciding year and, where there is room, the first, the last and those between."""
    named: list[Label] = []
    for year in (decided, years[0], years[-1], *(years if step >= _ROOM else ())):
        x = _round(_LEFT + (years.index(year) + 0.5) * step)
        if all(abs(x - other.x) >= _ROOM for other in named):
            named.append(Label(x, HEIGHT - 7, str(year.year), year is decided))
    return tuple(sorted(named, key=lambda label: label.x))


def _levels(levels: Sequence[float], height: Callable[[float], float]) -> tuple[Label, ...]:
    """The levels that are named, at least one line apart."""
    named: list[Label] = []
    for level in levels:
        label = Label(_LEFT - 5, _round(height(level) + 4), f"{level:.10g}".replace(".", ","))
        if not named or abs(named[-1].y - label.y) >= 12:
            named.append(label)
    return tuple(named)
