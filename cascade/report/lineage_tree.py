"""The plans as a tree, from the highest level down: the rows that every picture of them shares."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import msgspec


class Row(msgspec.Struct, frozen=True):
    """One plan of the tree. `again`: it was drawn before, under another plan, with all below it."""

    plan: str
    depth: int
    guides: str
    again: bool


def tree_rows(ranks: Mapping[str, int], parents: Mapping[str, tuple[str, ...]]) -> tuple[Row, ...]:
    """Every plan at least once, each below the plans that it carries out (`parents`)."""
    rows: list[Row] = []
    drawn: set[str] = set()
    order = sorted(ranks, key=lambda plan_id: (ranks[plan_id], plan_id))
    children: defaultdict[str, list[str]] = defaultdict(list)
    for plan_id in order:
        for parent in parents[plan_id]:
            children[parent].append(plan_id)

    def draw(plan_id: str, depth: int, stem: str, branch: str) -> None:
        again = plan_id in drawn
        rows.append(Row(plan_id, depth, stem + branch, again))
        if again:
            return
        drawn.add(plan_id)
        below = children[plan_id]
        stem += {"": "", "├─ ": "│  ", "└─ ": "   "}[branch]
        for child in below:
            draw(child, depth + 1, stem, "└─ " if child == below[-1] else "├─ ")

    for plan_id in order:
        if plan_id not in drawn and not parents[plan_id]:
            draw(plan_id, 0, "", "")
    for plan_id in order:  # plans that cite one another in a circle have no top
        if plan_id not in drawn:
            draw(plan_id, 0, "", "")
    return tuple(rows)
