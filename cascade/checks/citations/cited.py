"""What several checks ask of a citation: could it be the parent, and of which level is it."""

from __future__ import annotations

from cascade.checks.context import Context
from cascade.model.number import Number, parse_number
from cascade.model.text import fold


def could_be_parent(context: Context, citing: str, index: int) -> bool:
    """Whether a citation names a plan on the subject of the citing one, by a body whose plans others
    carry out: the plan on file that it means, or else by its number and title."""
    plan = context.plans[citing]
    target = context.lineage.resolution(citing, index).target
    if target is not None:
        return context.lineage.same_subject(plan, context.plans[target])
    citation = plan.citations[index]
    if not context.lineage.subjects.alike(citation.title or "", plan.about):
        return False
    number = parse_number(citation.number) if citation.number else None
    if number is None:
        return bool(context.domain.language.units_named(f"{citation.title}; {citation.issuer or ''}"))
    return is_plan_number(context, number)


def is_plan_number(context: Context, number: Number) -> bool:
    """Whether a number is that of a plan by a body whose plans others carry out."""
    kinds = {fold(kind.code) for kind in context.domain.document_types.values() if kind.plan}
    planners = {fold(code) for code in context.domain.planners}
    issued_by_planner = not number.issuer_code or number.issuer_code in planners
    return not number.year and number.type_code in kinds and issued_by_planner


def level_of(context: Context, citing: str, index: int) -> str | None:
    """The level of the body that issued what is cited: of the plan on file, or as its words show."""
    target = context.lineage.resolution(citing, index).target
    if target is not None:
        return context.plans[target].level
    citation = context.plans[citing].citations[index]
    language, levels = context.domain.language, context.domain.levels
    for text in (citation.issuer, citation.title):
        named = language.units_named(text or "")
        if named:
            return named[0].levels[0] if len(named[0].levels) == 1 else None
        for level in levels.all:
            if text is not None and any(fold(phrase) in fold(text) for phrase in level.phrases):
                return level.id
    return None
