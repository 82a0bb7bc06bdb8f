"""A plan whose basis names no plan that it carries out."""

from __future__ import annotations

from collections.abc import Iterator

from cascade.checks.citations.cited import could_be_parent
from cascade.checks.context import Context
from cascade.model.finding import Finding, Item
from cascade.model.rule import Rule


def check(context: Context, rule: Rule) -> Iterator[Finding]:
    """One finding a plan below the highest level that carries out nothing on file or named."""
    for plan_id, plan in context.plans.items():
        top = context.domain.levels.rank(plan.level) == 0
        if top or plan.content != "full" or context.lineage.parents(plan_id):
            continue
        basis = [citation for citation in plan.citations if citation.role == "basis"]
        if not basis:
            yield Finding(rule=rule.id, item=Item(plan_id), case="no-basis")
        elif not any(could_be_parent(context, plan, citation) for citation in basis):
            yield Finding(rule=rule.id, item=Item(plan_id), case="no-plan")
