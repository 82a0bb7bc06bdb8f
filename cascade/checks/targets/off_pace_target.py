"""A plan for earlier years whose value lies below the straight way to what the plan above asks later.

The years differ, so nothing is promised less (docs/domain.md, Targets): a note, never an error.
"""

from __future__ import annotations

from collections.abc import Iterator

from cascade.checks.context import Context
from cascade.model.finding import Finding
from cascade.model.guarantee import Guarantee, guarantee_of
from cascade.model.measure import Measure
from cascade.model.plan import Plan, Target
from cascade.model.rule import Rule
from cascade.verdicts.fulfilment import Comparison
from cascade.verdicts.verdict import TargetVerdict


def check(context: Context, rule: Rule) -> Iterator[Finding]:
    """One finding a share that is to grow and lies below its pace in the last year that the child covers."""
    for comparisons in context.comparisons.values():
        for comparison in comparisons:
            if comparison.verdict is TargetVerdict.OTHER_YEARS and comparison.child is not None:
                yield from _pace(context, rule, comparison)


def _pace(context: Context, rule: Rule, comparison: Comparison) -> Iterator[Finding]:
    measure = comparison.measure
    if (
        comparison.child is None
        or measure is None
        or comparison.unsure
        or measure.unit != "%"
        or measure.better != "higher"
    ):
        return
    child, parent = context.plans[comparison.child.plan], context.plans[comparison.parent.plan]
    asked, answer = context.target(comparison.parent), context.target(comparison.child)
    theirs, ours = (_guarantee(context, target, measure, plan) for target, plan in ((asked, parent), (answer, child)))
    year, due = child.window.last, min((step.first for step in theirs.steps), default=0)
    now, then = ours.at(year), theirs.at(due)
    if now is None or then is None or not parent.window.first <= year < due:
        return
    share = then.value * (year - parent.window.first + 1) / (due - parent.window.first + 1)
    if now.value < share:
        yield Finding(
            rule=rule.id,
            item=comparison.child,
            against=comparison.parent,
            measure=comparison.measure_id,
            year=year,
            child_value=str(answer.value),
            parent_value=str(asked.value),
            facts=(
                ("measure", measure.name),
                ("child_bound", measure.say(answer.value)),
                ("parent_bound", measure.say(asked.value)),
                ("parent_plan", context.short(comparison.parent.plan)),
                ("parent_item", asked.id),
                ("year", str(year)),
                ("due", str(due)),
                ("pace", f"{share:.0f}%"),
            ),
        )


def _guarantee(context: Context, target: Target, measure: Measure, plan: Plan) -> Guarantee:
    return guarantee_of(target, measure, plan.window, interim=context.targets.twins.is_interim(target, plan))
