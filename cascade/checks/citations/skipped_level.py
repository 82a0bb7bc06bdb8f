"""A basis that names a plan from further up, but none of the level just above."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cascade.checks.citations.cited import level_of
from cascade.checks.context import Context
from cascade.model.finding import Finding, Item
from cascade.model.rule import Rule


def check(context: Context, rule: Rule) -> Iterator[Finding]:
    """One finding a plan with a higher plan in its basis but none of the level just above it."""
    levels = context.domain.levels
    for plan_id, plan in context.plans.items():
        above = levels.above(plan.level, plan.issued or date(plan.span.first, 1, 1))
        parents = [other for other in context.lineage.parents(plan_id) if context.plans[other].level != plan.level]
        if above is None or not parents or plan.content != "full":
            continue
        named = {
            level_of(context, plan_id, index)
            for index, citation in enumerate(plan.citations)
            if citation.role == "basis"
        }
        if above.id not in named:
            facts = (("level", above.name), ("parent_plan", context.plans[parents[0]].label))
            yield Finding(rule=rule.id, item=Item(plan_id), against=Item(parents[0]), facts=facts)
