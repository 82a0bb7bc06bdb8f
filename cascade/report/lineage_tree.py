"""The plans as a tree, from the highest level down: the rows that every picture of them shares."""

from __future__ import annotations

import msgspec

from cascade.graph.lineage import Lineage


class Row(msgspec.Struct, frozen=True):
    """One plan of the tree. `again`: it was drawn before, under another plan, with all below it."""

    plan: str
    depth: int
    guides: str
    again: bool


def tree_rows(lineage: Lineage) -> tuple[Row, ...]:
    """Every plan at least once, each below the plans that it carries out."""
    rows: list[Row] = []
    drawn: set[str] = set()
    order = sorted(lineage.plans, key=lambda plan_id: (lineage.rank(plan_id), plan_id))

    def draw(plan_id: str, depth: int, stem: str, branch: str) -> None:
        again = plan_id in drawn
        rows.append(Row(plan_id, depth, stem + branch, again))
        if again:
            return
        drawn.add(plan_id)
        below = sorted(lineage.children(plan_id), key=lambda child: (lineage.rank(child), child))
        stem += {"": "", "├─ ": "│  ", "└─ ": "   "}[branch]
        for child in below:
            draw(child, depth + 1, stem, "└─ " if child == below[-1] else "├─ ")

    for plan_id in order:
        if plan_id not in drawn and not lineage.parents(plan_id):
            draw(plan_id, 0, "", "")
    for plan_id in order:  # plans that cite one another in a circle have no top
        if plan_id not in drawn:
            draw(plan_id, 0, "", "")
    return tuple(rows)
