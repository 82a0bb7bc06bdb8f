"""An area of the reform on which the plan says nothing though the plan that it carries out does."""

from __future__ import annotations

from collections.abc import Iterator

from cascade.checks.context import Context
from cascade.model.finding import Finding, Item
from cascade.model.plan import Plan
from cascade.model.rule import Rule


def check(context: Context, rule: Rule) -> Iterator[Finding]:
    """One finding an area of the parent without a target or task in the child."""
    for plan_id, plan in context.plans.items():
        if plan.content != "full":
            continue
        own = _areas(context, plan)
        for parent_id in context.lineage.parents(plan_id):
            for area in sorted(_areas(context, context.plans[parent_id]) - own):
                yield Finding(
                    rule=rule.id,
                    item=Item(plan_id),
                    against=Item(parent_id),
                    facts=(
                        ("area", context.domain.area_name(area)),
                        ("area_number", str(area)),
                        ("parent_plan", context.plans[parent_id].label),
                    ),
                )


def _areas(context: Context, plan: Plan) -> set[int]:
    measures = context.domain.measures
    of_targets = {measures[target.measure].area if target.measure else target.area for target in plan.targets}
    return {area for area in of_targets | {task.area for task in plan.tasks} if area is not None}
