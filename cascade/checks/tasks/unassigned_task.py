"""A task without a lead, in a plan that names a lead for most of its tasks."""

from __future__ import annotations

from collections.abc import Iterator

from cascade.checks.context import Context
from cascade.model.finding import Finding, Item
from cascade.model.rule import Rule


def check(context: Context, rule: Rule) -> Iterator[Finding]:
    """One finding a task that nobody is to lead; silent on plans that assign few of their tasks."""
    for plan_id, plan in context.own.items():
        tasks = [(index, task) for index, task in enumerate(plan.tasks) if task.kind == "task"]
        led = sum(1 for _, task in tasks if task.lead)
        if not tasks or led / len(tasks) < rule.parameters.get("most", 0.8):
            continue
        for index, task in tasks:
            if not task.lead:
                facts = (("child_text", task.text), ("led", str(led)), ("tasks", str(len(tasks))))
                yield Finding(rule=rule.id, item=Item(plan_id, "task", index), facts=facts)
