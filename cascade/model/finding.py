"""Findings: which rule, which items of which plans, and the facts that the words are made of."""

from __future__ import annotations

import hashlib
from typing import Literal

import msgspec

from cascade.model.words import Words

ItemKind = Literal["plan", "citation", "target", "task"]


class Item(msgspec.Struct, frozen=True, order=True):
    """One item of one plan: the plan itself, or its citation, target or task number `index`."""

    plan: str
    kind: ItemKind = "plan"
    index: int = 0


class Finding(msgspec.Struct, frozen=True):
    """One inconsistency, before it is put into words.

    `item` is where the child falls short (the plan itself where something is missing), `against`
    the item it falls short of. `case` picks the severity in the rule. `facts` fill the words.
    `affects`: plans below that inherit the shortfall and are not blamed for it again. `nearest`: the child's
    item that comes nearest, where none answers. `confidence`: how sure the verdict is, in percent.
    `mark`: what tells it from others of the same rule on the same items.
    """

    rule: str
    item: Item
    case: str = "default"
    against: Item | None = None
    measure: str | None = None
    year: int | None = None
    child_value: str | None = None
    parent_value: str | None = None
    facts: tuple[tuple[str, str | Words], ...] = ()
    affects: tuple[str, ...] = ()
    nearest: Item | None = None
    confidence: int | None = None
    mark: str = ""


Contribution = Literal["promised", "unclear", "none"]
"""What a unit's plan makes of its part of a target of a collective."""


class Contributed(msgspec.Struct, frozen=True, array_like=True):
    """What a plan makes of one target of a collective, that of a plan above it; None: it is not asked."""

    parent: str
    index: int
    contribution: Contribution | None


class Checked(msgspec.Struct, frozen=True):
    """How many targets and tasks of the plans above were asked of a plan, and so compared."""

    targets: int = 0
    tasks: int = 0


def fingerprint(*parts: str) -> str:
    """A short stable name for a finding, from ids alone: never from line numbers or words."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]
