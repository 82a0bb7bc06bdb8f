"""A plan of a level that no longer existed on the day it was issued."""

from __future__ import annotations

from collections.abc import Iterator

from cascade.checks.context import Context
from cascade.model.finding import Finding, Item
from cascade.model.rule import Rule


def check(context: Context, rule: Rule) -> Iterator[Finding]:
    """One finding a plan issued outside the dates of validity of its level."""
    for plan_id, plan in context.plans.items():
        level = context.domain.levels.get(plan.level)
        if plan.issued is None or level.exists_on(plan.issued):
            continue
        facts = (
            ("level", level.name),
            ("issued", f"{plan.issued:%d/%m/%Y}"),
            ("until", f"{level.until:%d/%m/%Y}" if level.until else ""),
        )
        yield Finding(rule=rule.id, item=Item(plan_id), facts=facts)
