"""A basis that names a document of a lower level: nobody carries out what a lower body has planned."""

from __future__ import annotations

from collections.abc import Iterator

from cascade.checks.citations.cited import could_be_parent, level_of
from cascade.checks.context import Context
from cascade.model.finding import Finding, Item
from cascade.model.rule import Rule


def check(context: Context, rule: Rule) -> Iterator[Finding]:
    """One finding a basis citation of a plan of a lower level."""
    levels = context.domain.levels
    for plan_id, plan in context.plans.items():
        for index, citation in enumerate(plan.citations):
            if citation.role != "basis" or not could_be_parent(context, plan_id, index):
                continue
            level = level_of(context, plan_id, index)
            if level is not None and levels.rank(level) > levels.rank(plan.level):
                facts = (
                    ("number", citation.number or ""),
                    ("cited_level", levels.get(level).name),
                    ("own_level", levels.get(plan.level).name),
                )
                yield Finding(rule=rule.id, item=Item(plan_id, "citation", index), facts=facts)
