"""A plan whose basis names no plan that it carries out."""

from __future__ import annotations

from collections.abc import Iterator

from cascade.checks.citations.cited import could_be_parent
from cascade.checks.context import Context
from cascade.model.finding import Finding, Item
from cascade.model.rule import Rule
from cascade.model.words import Words


def check(context: Context, rule: Rule) -> Iterator[Finding]:
    """One finding a plan below the highest level that carries out nothing on file or named."""
    for plan_id, plan in context.plans.items():
        top = context.domain.levels.rank(plan.level) == 0
        if top or plan.content != "full" or context.lineage.parents(plan_id):
            continue
        basis = [index for index, citation in enumerate(plan.citations) if citation.role == "basis"]
        unclear = (context.lineage.resolution(plan_id, index) for index in basis)
        if any(r.target is None and (r.candidates or could_be_parent(context, plan_id, r.index)) for r in unclear):
            continue
        said = Words(f"trong {len(basis)} căn cứ không có kế hoạch nào", f"none of its {len(basis)} citations is one")
        none = Words("chưa ghi nhận được căn cứ nào", "no basis at all is recorded")
        case = "no-plan" if basis else "no-basis"
        yield Finding(rule=rule.id, item=Item(plan_id), case=case, facts=(("basis", said if basis else none),))
