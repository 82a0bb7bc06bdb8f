"""Two targets of one plan on one measure, tier and horizon that state different bounds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from cascade.answers.statement import natural
from cascade.checks.context import Context
from cascade.model.finding import Finding, Item
from cascade.model.guarantee import applies
from cascade.model.plan import Plan, Target
from cascade.model.rule import Rule
from cascade.verdicts.twins import worst_of


def check(context: Context, rule: Rule) -> Iterator[Finding]:
    """One finding a target that contradicts what most targets on the same commitment say (of as many, the first
    by its number): the order in which a file holds them never matters."""
    for plan_id, plan in context.own.items():
        stated: dict[object, list[int]] = {}
        for index, target in enumerate(plan.targets):
            if target.measure is not None and worst_of(target, context.domain.measures) is not None:
                stated.setdefault(_commits_on(context, target, plan), []).append(index)
        for same in stated.values():
            yield from _contradictions(context, rule, plan_id, same)


def _contradictions(context: Context, rule: Rule, plan_id: str, same: list[int]) -> Iterator[Finding]:
    targets = context.plans[plan_id].targets
    ordered = sorted(same, key=lambda index: natural(targets[index].id))
    said = {index: worst_of(targets[index], context.domain.measures) for index in ordered}
    counted = Counter(said.values())
    usual = max(ordered, key=lambda index: counted[said[index]])
    for index in sorted(same):
        if said[index] != said[usual]:
            yield _finding(context, rule, Item(plan_id, "target", index), Item(plan_id, "target", usual))


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
