"""A document cited with two dates, or with a date or an issuer that is not its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cascade.checks.context import Context
from cascade.graph.resolve import Outcome, Resolution
from cascade.model.finding import Finding, Item
from cascade.model.number import parse_number
from cascade.model.plan import Citation
from cascade.model.rule import Rule
from cascade.model.text import fold
from cascade.model.words import Words


def check(context: Context, rule: Rule) -> Iterator[Finding]:
    """One finding a citation that differs from its document, or else a document cited with two dates."""
    for plan_id, plan in context.plans.items():
        groups: list[list[Resolution]] = []
        for index in range(len(plan.citations)):
            resolution = context.lineage.resolution(plan_id, index)
            if resolution.outcome in (Outcome.MISDATED, Outcome.MISATTRIBUTED):
                yield _against_document(context, rule, resolution)
            elif plan.citations[index].date is not None:
                group = next((group for group in groups if _same_document(context, group[0], resolution)), None)
                if group is None:
                    groups.append([resolution])
                else:
                    group.append(resolution)
        for group in groups:
            other = next((r for r in group if _citation(context, r).date != _citation(context, group[0]).date), None)
            if other is not None:
                yield _against_citation(context, rule, group[0], other)


def _citation(context: Context, resolution: Resolution) -> Citation:
    return context.plans[resolution.plan].citations[resolution.index]


def _same_document(context: Context, one: Resolution, other: Resolution) -> bool:
    """Whether two citations of a plan mean one document: the same plan on file, or the same number,
    issuer and title, the years of the title included."""
    if one.target is not None or other.target is not None:
        return one.target == other.target
    first, second = _citation(context, one), _citation(context, other)
    number = parse_number(first.number or "")
    if number is None or number != parse_number(second.number or "") or not first.title or not second.title:
        return False
    if first.issuer and second.issuer and fold(first.issuer) != fold(second.issuer):
        return False
    if set(re.findall(r"\d{4}", first.title)) != set(re.findall(r"\d{4}", second.title)):
        return False
    from rapidfuzz import fuzz

    return fuzz.token_set_ratio(fold(first.title), fold(second.title)) >= 90


def _dated(citation: Citation) -> Words:
    day = f"{citation.date:%d/%m/%Y}" if citation.date else ""
    return Words(f"ngày {day}", f"the date {day}")


def _against_document(context: Context, rule: Rule, resolution: Resolution) -> Finding:
    cited, citation = context.plans[resolution.target or ""], _citation(context, resolution)
    if resolution.outcome is Outcome.MISDATED:
        stated = _dated(citation)
        actual = Words(f"ngày {cited.issued:%d/%m/%Y}", f"the date {cited.issued:%d/%m/%Y}")
    else:
        issuer = citation.issuer or citation.title or ""
        stated = Words(f"cơ quan ban hành là {issuer}", f"the issuer {issuer}")
        actual = Words(f"cơ quan ban hành là {cited.issuer}", f"the issuer {cited.issuer}")
    return Finding(
        rule=rule.id,
        item=Item(resolution.plan, "citation", resolution.index),
        against=Item(resolution.target or ""),
        case="document",
        facts=(
            ("number", citation.number or ""),
            ("stated", stated),
            ("actual", actual),
            ("other", Words(f"{cited.label.vi} trong hồ sơ", f"{cited.label.en} on file")),
        ),
    )


def _against_citation(context: Context, rule: Rule, one: Resolution, other: Resolution) -> Finding:
    citation, second = _citation(context, one), _citation(context, other)
    where = Words("không rõ dòng", "lines not recorded")
    if second.lines:
        where = Words(f"dòng {second.lines}", f"lines {second.lines}")
    return Finding(
        rule=rule.id,
        item=Item(one.plan, "citation", one.index),
        against=Item(other.plan, "citation", other.index),
        case="twice",
        facts=(
            ("number", citation.number or ""),
            ("stated", _dated(citation)),
            ("actual", _dated(second)),
            (
                "other",
                Words(
                    f"chỗ viện dẫn khác trong cùng kế hoạch ({where.vi})",
                    f"another citation in the same plan ({where.en})",
                ),
            ),
        ),
    )
