"""The one place where a target is made of what was read, whether in a sentence or in a row of a table."""

from __future__ import annotations

from typing import Literal, TypedDict, Unpack

from cascade.ingest.targets.measures import Recognised
from cascade.lexicon.horizon import Horizon
from cascade.model.bound import Bound
from cascade.model.doubt import Doubts
from cascade.model.plan import Growth, LevelId, Lines, Target

_UNKNOWN = 0.8  # how sure a value of no known measure is, beside one of a known measure's 1.0
_DOUBTED = 0.25  # by how much less sure a value with a doubt is


class Rest(TypedDict, total=False):
    """What a target may say besides its value, its measure and its horizon."""

    tier: LevelId | None
    lines: Lines
    growth: Growth | None
    baseline: int | None
    hedge: str | None
    exception: str | None
    where: Literal["tasks"] | None
    restored: str | None


def target_of(
    text: str,
    bound: Bound,
    recognised: Recognised | None,
    horizon: Horizon | None,
    *,
    area: int | None,
    sure: float,
    doubts: Doubts = (),
    **rest: Unpack[Rest],
) -> Target:
    """A target that has no id yet. `area`: that of where it stands, kept where its measure does not tell it; `sure`:
    how sure its value is, from 0 to 1."""
    known = recognised.sure if recognised else _UNKNOWN
    return Target(
        id="",
        text=text,
        value=bound,
        measure=recognised.measure.id if recognised else None,
        by=horizon.year if horizon and horizon.kind == "by" else None,
        in_year=horizon.year if horizon and horizon.kind == "in" else None,
        yearly=horizon is not None and horizon.kind == "yearly",
        area=area if recognised is None else None,
        doubt=doubts or None,
        confidence=round(max(0.1, sure * known - (_DOUBTED if doubts else 0)), 2),
        **rest,
    )


def written(number: str, relation: str, recognised: Recognised | None) -> str:
    """A value as a plan file writes it: with the sign of how it binds (a name of `bounds` in rules/reading.yaml, or
    "="), none where it binds the better way of its measure, is a range, or is signed already."""
    lower = recognised is not None and recognised.measure.better == "lower"
    signs = {"above": "> ", "below": "< ", "=": "= "}
    signs |= {"at_least": ">= "} if lower else {"at_most": "<= "}
    return number if "-" in number or number.startswith("=") else f"{signs.get(relation, '')}{number}"
