"""A plan that the basis names and that is not on file, so that nothing can be compared with it."""

from __future__ import annotations

from collections.abc import Iterator

from cascade.checks.citations.cited import could_be_parent, is_plan_number, level_of
from cascade.checks.context import Context
from cascade.graph.resolve import Outcome, Resolution
from cascade.model.finding import Finding, Item
from cascade.model.number import parse_number
from cascade.model.rule import Rule


def check(context: Context, rule: Rule) -> Iterator[Finding]:
    """One finding a plan of the basis that is unknown, or known from citations only."""
    for resolution in context.lineage.resolutions:
        plan = context.plans[resolution.plan]
        citation = plan.citations[resolution.index]
        if citation.role != "basis" or plan.content != "full":
            continue
        if resolution.outcome is Outcome.UNKNOWN and _higher_or_own(context, resolution):
            case, title = "unknown", citation.title or ""
        elif resolution.target in context.lineage.parents(resolution.plan):
            parent = context.plans[resolution.target or ""]
            if parent.content != "cited":
                continue
            case, title = "cited", parent.title or ""
        else:
            continue
        yield Finding(
            rule=rule.id,
            item=Item(resolution.plan, "citation", resolution.index),
            case=case,
            against=Item(resolution.target) if resolution.target else None,
            facts=(("number", citation.number or ""), ("title", title)),
        )


def could_be_missing(context: Context, resolution: Resolution) -> bool:
    """Whether a citation names what its plan carries out and whose items are not on file."""
    target = resolution.target
    if target is None:
        return _higher_or_own(context, resolution) or _untitled_above(context, resolution)
    unread = context.plans[target].content == "cited" or not context.plans[target].items
    return unread and target in context.lineage.ancestors(resolution.plan)


def _untitled_above(context: Context, resolution: Resolution) -> bool:
    """Whether a citation gives the number of a plan of a higher level, and no title that tells its subject."""
    citation = context.plans[resolution.plan].citations[resolution.index]
    number = parse_number(citation.number or "")
    level = level_of(context, resolution.plan, resolution.index)
    if citation.title or number is None or level is None:
        return False
    return is_plan_number(context, number) and context.domain.levels.rank(level) < context.lineage.rank(resolution.plan)


def _higher_or_own(context: Context, resolution: Resolution) -> bool:
    """Whether an unknown document could be the parent; one of a lower level is `cites-lower-level`."""
    level = level_of(context, resolution.plan, resolution.index)
    rank = context.domain.levels.rank
    lower = level is not None and rank(level) > context.lineage.rank(resolution.plan)
    return not lower and could_be_parent(context, resolution.plan, resolution.index)
