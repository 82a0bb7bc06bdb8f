"""Which plans were held against nothing, because no plan that they carry out is on file, and what is missing."""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from cascade.checks.citations.missing_parent import could_be_missing
from cascade.checks.context import Context


class NotCompared(msgspec.Struct, frozen=True):
    """A plan that nothing was compared with. `missing`: the numbers, else the titles, of the documents of its
    basis that it may carry out and whose content is not on file; empty where its basis names none."""

    plan: str
    missing: tuple[str, ...]


def not_compared(context: Context, chosen: Collection[str] = ()) -> tuple[NotCompared, ...]:
    """The plans with items, below the centre, that have no plan with items above them on file.

    The plan of a province that others on file carry out is the measure of these, and only the centre is
    above it: it counts only where it is `chosen` by name. `chosen` leaves out all others.
    """
    return tuple(
        NotCompared(plan_id, _missing(context, plan_id))
        for plan_id, plan in context.plans.items()
        if (not chosen or plan_id in chosen)
        and plan.items
        and plan.content != "cited"
        and context.lineage.rank(plan_id) > 0
        and not is_compared(context, plan_id)
        and (plan_id in chosen or not _heads_the_corpus(context, plan_id))
    )


def is_compared(context: Context, plan_id: str) -> bool:
    """Whether a plan with items stands below another one with items on file."""
    return bool(context.plans[plan_id].items) and any(
        context.plans[other].items and context.plans[other].content != "cited"
        for other in context.lineage.ancestors(plan_id)
    )


def _heads_the_corpus(context: Context, plan_id: str) -> bool:
    return context.lineage.rank(plan_id) == 1 and bool(context.lineage.children(plan_id))


def _missing(context: Context, plan_id: str) -> tuple[str, ...]:
    names: dict[str, None] = {}
    for index, citation in enumerate(context.plans[plan_id].citations):
        resolution = context.lineage.resolution(plan_id, index)
        if citation.role == "basis" and could_be_missing(context, resolution):
            names.setdefault(citation.number or citation.title or "")
    return tuple(names)
