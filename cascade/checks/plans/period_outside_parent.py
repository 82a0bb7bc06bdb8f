"""A plan for years that the plan it carries out does not cover."""

from __future__ import annotations

from collections.abc import Iterator

from cascade.checks.context import Context
from cascade.model.finding import Finding, Item
from cascade.model.rule import Rule


def check(context: Context, rule: Rule) -> Iterator[Finding]:
    """One finding a parent whose period lies wholly outside, or does not hold, the plan's years."""
    for plan_id, plan in context.plans.items():
        for parent_id in context.lineage.parents(plan_id):
            parent = context.plans[parent_id]
            within_period = not parent.yearly and plan.period in parent.period
            if within_period or plan.span in parent.span:
                continue
            apart = plan.span.last < parent.span.first or parent.span.last < plan.span.first
            yield Finding(
                rule=rule.id,
                item=Item(plan_id),
                case="apart" if apart else "overlap",
                against=Item(parent_id),
                facts=(
                    ("period", str(plan.span)),
                    ("parent_period", str(parent.span)),
                    ("parent_plan", context.short(parent_id)),
                ),
            )
