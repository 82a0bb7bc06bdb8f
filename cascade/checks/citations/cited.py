"""What several checks ask of a citation: could it be the parent, and of which level is it."""

from __future__ import annotations

from cascade.checks.context import Context
from cascade.model.number import parse_number
from cascade.model.plan import Citation, Plan
from cascade.model.text import fold


def could_be_parent(context: Context, plan: Plan, citation: Citation) -> bool:
    """Whether the citation names a plan on the subject of `plan`, by its number's type and its title."""
    number = parse_number(citation.number) if citation.number else None
    if number is None or number.year:
        return False
    kinds = {fold(kind.code) for kind in context.domain.document_types.values() if kind.plan}
    subjects = context.domain.language.subjects_of
    return number.type_code in kinds and bool(subjects(citation.title or "") & subjects(plan.title))


def level_of(context: Context, citing: str, index: int) -> str | None:
    """The level of the body that issued what is cited: of the plan on file, or as its words show."""
    plan = context.plans[citing]
    resolution = next(r for r in context.lineage.resolutions if (r.plan, r.index) == (citing, index))
    if resolution.target is not None:
        return context.plans[resolution.target].level
    citation = plan.citations[index]
    language, levels = context.domain.language, context.domain.levels
    for text in (citation.issuer, citation.title):
        if text is None:
            continue
        named = language.units_named(text)
        if named:
            return max((level for level, _ in named), key=levels.rank)
        for level in levels.all:
            if any(fold(phrase) in fold(text) for phrase in level.phrases):
                return level.id
    return None
