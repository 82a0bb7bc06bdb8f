"""The closed lists of what a lower plan can make of an item of the plan that it carries out."""

from __future__ import annotations

from enum import Enum


class TargetVerdict(Enum):
    """What a child makes of one target of a plan above it."""

    HOLDS = "holds"
    SOFTER = "softer"  # the same bound, but only striven for
    CARVE_OUT = "carve-out"  # the same bound, but an exception is added
    LATE = "late"  # the same bound, reached later
    WEAKER = "weaker"
    UNQUANTIFIED = "unquantified"  # the substance without the number
    MISSING = "missing"
    INCOMPARABLE = "incomparable"  # another unit or baseline: a person could not compare them either
    DOUBTFUL = "doubtful"  # the words settle no bound, not which way is better, or could not be read whole
    OTHER_YEARS = "other-years"  # no year that both cover
    NOT_ASKED = "not-asked"


class TaskVerdict(Enum):
    """What a child makes of one task of the plan that it carries out."""

    COVERED = "covered"
    PARTIAL = "partial"
    UNCOVERED = "uncovered"
    NOT_ASKED = "not-asked"
