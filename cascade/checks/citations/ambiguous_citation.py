"""A citation that fits two or more plans on file."""

from __future__ import annotations

from collections.abc import Iterator

from cascade.checks.context import Context
from cascade.graph.resolve import Outcome
from cascade.model.finding import Finding, Item
from cascade.model.rule import Rule


def check(context: Context, rule: Rule) -> Iterator[Finding]:
    """One finding a citation between several plans; none of them is taken for it."""
    for resolution in context.lineage.resolutions:
        if resolution.outcome is Outcome.AMBIGUOUS:
            item = Item(resolution.plan, "citation", resolution.index)
            plans = [(plan_id, context.plans[plan_id]) for plan_id in resolution.candidates]
            candidates = "; ".join(
                f"{plan_id} ({plan.issuer}, {plan.issued:%d/%m/%Y}: {plan.title})"
                if plan.issued
                else f"{plan_id} ({plan.issuer}: {plan.title})"
                for plan_id, plan in plans
            )
            facts = (("number", context.citation(item).number or ""), ("candidates", candidates))
            yield Finding(rule=rule.id, item=item, against=Item(resolution.candidates[0]), facts=facts)
