"""Plans that name one another as their basis, in a circle."""

from __future__ import annotations

from collections.abc import Iterator

from cascade.checks.context import Context
from cascade.model.finding import Finding, Item
from cascade.model.rule import Rule
from cascade.model.words import Words


def check(context: Context, rule: Rule) -> Iterator[Finding]:
    """One finding a circle, on the citation by which its first plan enters it."""
    for circle in context.lineage.cycles():
        first, after = circle[0], circle[1] if len(circle) > 1 else circle[0]
        index = next(
            index
            for index, citation in enumerate(context.plans[first].citations)
            if citation.role == "basis" and context.lineage.resolution(first, index).target == after
        )
        labels = [context.plans[plan_id].label for plan_id in (*circle, first)]
        names = Words(" → ".join(label.vi for label in labels), " → ".join(label.en for label in labels))
        item = Item(first, "citation", index)
        facts = (("circle", names), ("number", context.text(item)))
        yield Finding(rule=rule.id, item=item, against=Item(after), facts=facts)
