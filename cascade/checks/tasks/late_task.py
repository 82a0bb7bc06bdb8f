"""A task that the child carries out, but by a later day than the plan above it asks."""

from __future__ import annotations

from collections.abc import Iterator

from cascade.checks.context import Context
from cascade.model.due import shown
from cascade.model.finding import Finding
from cascade.model.rule import Rule
from cascade.verdicts.scope import deadline
from cascade.verdicts.verdict import TaskVerdict


def check(context: Context, rule: Rule) -> Iterator[Finding]:
    """One finding a task that is due later than the one it answers."""
    for coverages in context.coverage.values():
        for coverage in coverages:
            child = coverage.child
            if coverage.verdict is not TaskVerdict.COVERED or child is None or child.kind != "task":
                continue
            asked, answer = context.task(coverage.parent), context.task(child)
            wanted, given = (deadline(task, context.domain) for task in (asked, answer))
            if wanted is None or given is None or given <= wanted:
                continue
            yield Finding(
                rule=rule.id,
                item=child,
                against=coverage.parent,
                facts=(
                    ("child_text", answer.text),
                    ("parent_text", asked.text),
                    ("parent_plan", context.short(coverage.parent.plan)),
                    ("parent_item", asked.id),
                    ("child_due", shown(answer.due or "")),
                    ("parent_due", shown(asked.due or "")),
                ),
            )
