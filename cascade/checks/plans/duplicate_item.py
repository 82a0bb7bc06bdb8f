"""One item written twice in one plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import msgspec

from cascade.checks.context import Context
from cascade.model.finding import Finding, Item
from cascade.model.rule import Rule
from cascade.model.text import syllables

_BEGINNING = 3  # syllables that items must begin with alike to be compared
MOST_ALIKE = 100
"""How many items that begin alike are held against each later one: time must not grow with their square."""


def check(context: Context, rule: Rule) -> Iterator[Finding]:
    """One finding an item that repeats an earlier one of the same kind, part and bodies."""
    long, alike = rule.parameters.get("long", 12), rule.parameters.get("alike", 0.92)
    for plan_id, plan in context.own.items():
        seen: dict[object, Item] = {}
        begun: dict[object, list[tuple[Counter[str], Item]]] = {}
        for index, target in enumerate(plan.targets):
            commitment = msgspec.structs.replace(target, id="", text="", lines=None, doubt=None)
            words = tuple(syllables(target.text))
            item = Item(plan_id, "target", index)
            yield from _repeats(context, rule, seen.setdefault((words, commitment), item), item)
        for index, task in enumerate(plan.tasks):
            work = msgspec.structs.replace(task, id="", text="", lines=None, doubt=None)
            words = tuple(syllables(task.text))
            item = Item(plan_id, "task", index)
            first = seen.setdefault((words, work), item)
            if first == item and len(words) >= long:
                earlier = begun.setdefault((words[:_BEGINNING], work), [])
                counted = Counter(words)
                first = next((other for known, other in earlier if _shared(known, counted) >= alike), item)
                if len(earlier) < MOST_ALIKE:
                    earlier.append((counted, item))
            yield from _repeats(context, rule, first, item)


def _shared(one: Counter[str], other: Counter[str]) -> float:
    """The share of the syllables of two texts that both have."""
    return 2 * (one & other).total() / (one.total() + other.total())


def _repeats(context: Context, rule: Rule, first: Item, item: Item) -> Iterator[Finding]:
    if first != item:
        earlier = context.target(first) if first.kind == "target" else context.task(first)
        facts = (("child_text", context.text(item)), ("parent_item", earlier.id))
        yield Finding(rule=rule.id, item=item, against=first, facts=facts)
