"""A task that the child carries out, but by a later day than the plan above it asks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cascade.checks.context import Context
from cascade.compare.tasks import Cover
from cascade.model.due import last_day, shown
from cascade.model.finding import Finding
from cascade.model.plan import Task
from cascade.model.rule import Rule


def check(context: Context, rule: Rule) -> Iterator[Finding]:
    """One finding a task that is due later than the one it answers."""
    for coverages in context.coverage.values():
        for coverage in coverages:
            if coverage.cover is not Cover.COVERED or not coverage.closest or coverage.closest.kind != "task":
                continue
            asked, answer = context.task(coverage.parent), context.task(coverage.closest)
            wanted, given = (_deadline(context, task) for task in (asked, answer))
            if wanted is None or given is None or given <= wanted:
                continue
            yield Finding(
                rule=rule.id,
                item=coverage.closest,
                against=coverage.parent,
                facts=(
                    ("child_text", answer.text),
                    ("parent_text", asked.text),
                    ("parent_plan", context.plans[coverage.parent.plan].label),
                    ("parent_item", asked.id),
                    ("child_due", shown(answer.due or "")),
                    ("parent_due", shown(asked.due or "")),
                ),
            )


def _deadline(context: Context, task: Task) -> date | None:
    """The last day of a task that is to be finished once; None for one that recurs."""
    if task.due is None or context.domain.language.is_recurring(task.due):
        return None
    return last_day(task.due)
