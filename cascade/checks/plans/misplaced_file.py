"""A plan file in the folder of another level."""

from __future__ import annotations

from collections.abc import Iterator

from cascade.checks.context import Context
from cascade.model.finding import Finding, Item
from cascade.model.rule import Rule


def check(context: Context, rule: Rule) -> Iterator[Finding]:
    """One finding a file whose nearest level folder is not its plan's level."""
    levels = context.domain.levels
    for plan_id, plan in context.plans.items():
        folders = context.files[plan_id].split("/")[:-1]
        folder = next((part for part in reversed(folders) if part in levels.ids()), None)
        if folder is not None and folder != plan.level:
            facts = (
                ("folder", folder),
                ("level", plan.level),
                ("level_name", levels.get(plan.level).name),
            )
            yield Finding(rule=rule.id, item=Item(plan_id), facts=facts)
