"""A deadline that had passed on the day the plan was signed."""

from __future__ import annotations

from collections.abc import Iterator

from cascade.checks.context import Context
from cascade.model.due import last_day, shown
from cascade.model.finding import Finding, Item
from cascade.model.rule import Rule


def check(context: Context, rule: Rule) -> Iterator[Finding]:
    """One finding a task whose last day lies before the plan's own date."""
    for plan_id, plan in context.own.items():
        for index, task in enumerate(plan.tasks):
            day = last_day(task.due) if task.due and not context.domain.language.is_recurring(task.due) else None
            if day is None or plan.issued is None or day >= plan.issued:
                continue
            yield Finding(
                rule=rule.id,
                item=Item(plan_id, "task", index),
                facts=(
                    ("child_text", task.text),
                    ("child_due", shown(task.due or "")),
                    ("issued", f"{plan.issued:%d/%m/%Y}"),
                ),
            )
