"""A task that the child carries out, but by a later day than the plan above it asks."""

from __future__ import annotations

from collections.abc import Iterator

from cascade.checks.context import Context
from cascade.compare.tasks import Cover
from cascade.model.due import last_day
from cascade.model.finding import Finding
from cascade.model.rule import Rule


def check(context: Context, rule: Rule) -> Iterator[Finding]:
    """One finding a task that is due later than the one it answers."""
    for coverages in context.coverage.values():
        for coverage in coverages:
            if coverage.cover is not Cover.COVERED or not coverage.closest or coverage.closest.kind != "task":
                continue
            asked, answer = context.task(coverage.parent), context.task(coverage.closest)
            wanted = last_day(asked.due) if asked.due else None
            given = last_day(answer.due) if answer.due else None
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
                    ("child_due", answer.due or ""),
                    ("parent_due", asked.due or ""),
                ),
            )
