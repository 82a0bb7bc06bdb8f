"""One item written twice in one plan."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from cascade.checks.context import Context
from cascade.model.finding import Finding, Item
from cascade.model.rule import Rule
from cascade.model.text import syllables


def check(context: Context, rule: Rule) -> Iterator[Finding]:
    """One finding an item that repeats an earlier one of the same kind, part and bodies."""
    for plan_id, plan in context.plans.items():
        seen: dict[object, Item] = {}
        for index, target in enumerate(plan.targets):
            commitment = msgspec.structs.replace(target, id="", text="", lines=None, doubt=None)
            words = tuple(syllables(target.text))
            yield from _repeats(context, rule, seen, (words, commitment), Item(plan_id, "target", index))
        for index, task in enumerate(plan.tasks):
            work = msgspec.structs.replace(task, id="", text="", lines=None, doubt=None)
            words = tuple(syllables(task.text))
            yield from _repeats(context, rule, seen, (words, work), Item(plan_id, "task", index))


def _repeats(context: Context, rule: Rule, seen: dict[object, Item], key: object, item: Item) -> Iterator[Finding]:
    first = seen.setdefault(key, item)
    if first != item:
        earlier = context.target(first) if first.kind == "target" else context.task(first)
        facts = (("child_text", context.text(item)), ("parent_item", earlier.id))
        yield Finding(rule=rule.id, item=item, against=first, facts=facts)
