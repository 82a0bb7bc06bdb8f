"""An area of the reform on which the plan says nothing though the plan that it carries out does."""

from __future__ import annotations

from collections.abc import Iterator

from cascade.checks.context import Context
from cascade.model.finding import Finding, Item
from cascade.model.rule import Rule
from cascade.verdicts.verdict import TargetVerdict, TaskVerdict


def check(context: Context, rule: Rule) -> Iterator[Finding]:
    """One finding an area in which the parent asks something and the child has nothing; silent on plans that give
    the area of few of their items: any of the others may be of it."""
    for plan_id, plan in context.own.items():
        if not context.is_whole(plan_id):
            continue
        known = [area for item in plan.items if (area := context.area(item)) is not None]
        if not known or len(known) / len(plan.items) < rule.parameters.get("most", 0.8):
            continue
        own = set(known)
        for parent_id in context.lineage.parents(plan_id):
            asked = _asked(context, plan_id, parent_id)
            for area in sorted(asked.keys() - own):
                yield Finding(
                    rule=rule.id,
                    item=Item(plan_id),
                    against=asked[area],
                    facts=(
                        ("area", context.domain.area_name(area)),
                        ("area_number", str(area)),
                        ("parent_plan", context.short(parent_id)),
                    ),
                )


def _asked(context: Context, plan_id: str, parent_id: str) -> dict[int, Item]:
    """For each area in which the parent asks something of the plan's level, the first item that does."""
    items = [c.parent for c in context.comparisons[plan_id] if c.verdict is not TargetVerdict.NOT_ASKED]
    items += [c.parent for c in context.coverage[plan_id] if c.verdict is not TaskVerdict.NOT_ASKED]
    found: dict[int, Item] = {}
    for item in items:
        area = context.area(context.target(item) if item.kind == "target" else context.task(item))
        if item.plan == parent_id and area is not None:
            found.setdefault(area, item)
    return found
