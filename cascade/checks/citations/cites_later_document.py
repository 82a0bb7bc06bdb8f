"""A citation of a document that bears a later date than the plan itself."""

from __future__ import annotations

from collections.abc import Iterator

from cascade.checks.context import Context
from cascade.graph.resolve import Outcome
from cascade.model.finding import Finding, Item
from cascade.model.rule import Rule


def check(context: Context, rule: Rule) -> Iterator[Finding]:
    """One finding a citation dated after the day on which the plan was signed."""
    for plan_id, plan in context.plans.items():
        for index, citation in enumerate(plan.citations):
            misdated = context.lineage.resolution(plan_id, index).outcome is Outcome.MISDATED
            if plan.issued and citation.date and citation.date > plan.issued and not misdated:
                facts = (
                    ("number", citation.number or citation.title or ""),
                    ("date", f"{citation.date:%d/%m/%Y}"),
                    ("issued", f"{plan.issued:%d/%m/%Y}"),
                )
                yield Finding(rule=rule.id, item=Item(plan_id, "citation", index), facts=facts)
