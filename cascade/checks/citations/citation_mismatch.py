"""One document cited with two dates, or with a date that it does not bear."""

from __future__ import annotations

from collections.abc import Iterator

from cascade.checks.context import Context
from cascade.graph.resolve import Outcome, Resolution
from cascade.model.finding import Finding, Item
from cascade.model.number import parse_number
from cascade.model.rule import Rule
from cascade.model.text import fold
from cascade.model.words import Words


def check(context: Context, rule: Rule) -> Iterator[Finding]:
    """One finding a citation whose date is not the document's, or not that of another citation of it."""
    for plan_id, plan in context.plans.items():
        dated = [
            resolution
            for resolution in context.lineage.resolutions
            if resolution.plan == plan_id and plan.citations[resolution.index].date is not None
        ]
        for position, resolution in enumerate(dated):
            if resolution.outcome is Outcome.MISMATCH:
                yield _against_document(context, rule, resolution)
                continue
            for other in dated[position + 1 :]:
                if _same_document(context, resolution, other) and _date(context, resolution) != _date(context, other):
                    yield _against_citation(context, rule, resolution, other)
                    break


def _date(context: Context, resolution: Resolution) -> str:
    day = context.plans[resolution.plan].citations[resolution.index].date
    return f"{day:%d/%m/%Y}" if day else ""


def _same_document(context: Context, one: Resolution, other: Resolution) -> bool:
    """Whether two citations of a plan mean one document: the same plan on file, or the same number and title."""
    if one.target is not None or other.target is not None:
        return one.target == other.target
    first = context.plans[one.plan].citations[one.index]
    second = context.plans[other.plan].citations[other.index]
    same_number = first.number and second.number and parse_number(first.number) == parse_number(second.number)
    if not same_number or not first.title or not second.title:
        return False
    from rapidfuzz import fuzz

    return fuzz.token_set_ratio(fold(first.title), fold(second.title)) >= 90


def _against_document(context: Context, rule: Rule, resolution: Resolution) -> Finding:
    cited = context.plans[resolution.target or ""]
    citation = context.plans[resolution.plan].citations[resolution.index]
    return Finding(
        rule=rule.id,
        item=Item(resolution.plan, "citation", resolution.index),
        against=Item(resolution.target or ""),
        case="document",
        facts=(
            ("number", citation.number or ""),
            ("date", _date(context, resolution)),
            ("other_date", f"{cited.issued:%d/%m/%Y}" if cited.issued else ""),
            ("other", cited.label),
        ),
    )


def _against_citation(context: Context, rule: Rule, one: Resolution, other: Resolution) -> Finding:
    citation = context.plans[one.plan].citations[one.index]
    lines = context.plans[other.plan].citations[other.index].lines
    return Finding(
        rule=rule.id,
        item=Item(one.plan, "citation", one.index),
        against=Item(other.plan, "citation", other.index),
        case="twice",
        facts=(
            ("number", citation.number or ""),
            ("date", _date(context, one)),
            ("other_date", _date(context, other)),
            (
                "other",
                Words(
                    f"lần viện dẫn khác{f', dòng {lines}' if lines else ''}",
                    f"another citation{f', lines {lines}' if lines else ''}",
                ),
            ),
        ),
    )
