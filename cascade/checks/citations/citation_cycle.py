"""Plans that name one another as their basis, in a circle."""

from __future__ import annotations

from collections.abc import Iterator

from cascade.checks.context import Context
from cascade.model.finding import Finding, Item
from cascade.model.rule import Rule


def check(context: Context, rule: Rule) -> Iterator[Finding]:
    """One finding a circle, on the citation by which its first plan enters it."""
    for circle in context.lineage.cycles():
        first, members = circle[0], set(circle)
        index = next(
            resolution.index
            for resolution in context.lineage.resolutions
            if resolution.plan == first
            and resolution.target in members
            and context.plans[first].citations[resolution.index].role == "basis"
        )
        facts = (("circle", " → ".join([*circle, first])),)
        yield Finding(rule=rule.id, item=Item(first, "citation", index), against=Item(circle[-1]), facts=facts)
