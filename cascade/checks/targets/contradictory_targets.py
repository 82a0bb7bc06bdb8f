"""Two targets of one plan on one measure, tier and horizon that state different bounds."""

from __future__ import annotations

from collections.abc import Iterator

from cascade.checks.context import Context
from cascade.model.finding import Finding, Item
from cascade.model.guarantee import applies
from cascade.model.plan import Plan, Target
from cascade.model.rule import Rule
from cascade.verdicts.twins import worst_of


def check(context: Context, rule: Rule) -> Iterator[Finding]:
    """One finding a later target that contradicts an earlier one."""
    for plan_id, plan in context.plans.items():
        stated: dict[object, int] = {}
        for index, target in enumerate(plan.targets):
            if target.measure is None or worst_of(target, context.domain.measures) is None:
                continue
            first = stated.setdefault(_commits_on(context, target, plan), index)
            if worst_of(plan.targets[first], context.domain.measures) != worst_of(target, context.domain.measures):
                yield _finding(context, rule, Item(plan_id, "target", index), Item(plan_id, "target", first))


def _commits_on(context: Context, target: Target, plan: Plan) -> object:
    """What two targets must share to contradict one another, the years included."""
    years = applies(target, plan.window, context.targets.twins.is_interim(target, plan))
    return target.measure, target.tier, target.baseline, years, target.growth, target.exception, target.hedge


def _finding(context: Context, rule: Rule, item: Item, first: Item) -> Finding:
    target, earlier = context.target(item), context.target(first)
    measure = context.domain.measures[target.measure or ""]
    return Finding(
        rule=rule.id,
        item=item,
        against=first,
        measure=measure.id,
        child_value=str(target.value),
        parent_value=str(earlier.value),
        facts=(
            ("child_text", target.text),
            ("parent_text", earlier.text),
            ("parent_item", earlier.id),
            ("measure", measure.name),
            ("child_bound", measure.say(target.value)),
            ("parent_bound", measure.say(earlier.value)),
        ),
    )
