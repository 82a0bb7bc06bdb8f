"""Two files for one plan."""

from __future__ import annotations

from collections.abc import Iterator

from cascade.checks.context import Context
from cascade.model.finding import Finding, Item
from cascade.model.number import parse_number
from cascade.model.plan import Plan
from cascade.model.rule import Rule
from cascade.model.text import fold


def check(context: Context, rule: Rule) -> Iterator[Finding]:
    """One finding a file that records the plan of an earlier file again."""
    numbered: dict[object, str] = {}
    described: dict[object, str] = {}
    for plan_id, plan in context.plans.items():
        number = parse_number(plan.number) if plan.number else None
        first = described.setdefault(_described(plan), plan_id)
        if number is not None and plan.issued is not None:
            first = numbered.setdefault((number, _unit(plan), plan.issued), plan_id)
        if first != plan_id:
            facts = (("file", context.files[first]), ("plan", context.plans[first].label))
            yield Finding(rule=rule.id, item=Item(plan_id), against=Item(first), facts=facts)


def _unit(plan: Plan) -> tuple[str, ...]:
    return (plan.level, *(fold(name) for name in plan.place))


def _described(plan: Plan) -> object:
    """What two records of one plan share: unit, years and title, and number and date where there is a number."""
    numbered = (parse_number(plan.number), plan.issued) if plan.number else None
    return (*_unit(plan), plan.span, fold(plan.title or ""), numbered)
