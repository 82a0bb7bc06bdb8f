"""A plan of a level that no longer existed on the day it was issued."""

from __future__ import annotations

from collections.abc import Iterator

from cascade.checks.context import Context
from cascade.model.finding import Finding, Item
from cascade.model.level import Level
from cascade.model.rule import Rule
from cascade.model.words import Words


def check(context: Context, rule: Rule) -> Iterator[Finding]:
    """One finding a plan issued outside the dates of validity of its level."""
    for plan_id, plan in context.plans.items():
        level = context.domain.levels.get(plan.level)
        if plan.issued is None or level.exists_on(plan.issued):
            continue
        facts = (
            ("level", level.name),
            ("issued", f"{plan.issued:%d/%m/%Y}"),
            ("validity", _validity(level)),
        )
        yield Finding(rule=rule.id, item=Item(plan_id), facts=facts)


def _validity(level: Level) -> Words:
    if level.until is not None:
        return Words(f"chỉ đến hết ngày {level.until:%d/%m/%Y}", f"only until {level.until:%d/%m/%Y}")
    since = f"{level.since:%d/%m/%Y}" if level.since else ""
    return Words(f"chỉ từ ngày {since}", f"only from {since}")
