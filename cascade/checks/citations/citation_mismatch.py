"""A document cited with two dates, or with a date or an issuer that is not its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cascade.checks.context import Context
from cascade.graph.resolve import Outcome, Resolution
from cascade.model.finding import Finding, Item
from cascade.model.number import Number, parse_number
from cascade.model.plan import Citation
from cascade.model.rule import Rule
from cascade.model.text import fold
from cascade.model.words import Words

MOST_ALIKE = 20
"""How many documents with one number a plan may cite before later ones are no longer held against each."""


def check(context: Context, rule: Rule) -> Iterator[Finding]:
    """One finding a citation that differs from its document, or else a document cited with two dates."""
    for plan_id, plan in context.plans.items():
        documents = _Documents(context)
        for index in range(len(plan.citations)):
            resolution = context.lineage.resolution(plan_id, index)
            if resolution.outcome in (Outcome.MISDATED, Outcome.MISATTRIBUTED):
                yield _against_document(context, rule, resolution)
            elif plan.citations[index].date is not None:
                documents.add(resolution)
        for group in documents.groups:
            other = next((r for r in group if _citation(context, r).date != _citation(context, group[0]).date), None)
            if other is not None:
                yield _against_citation(context, rule, group[0], other)


def _citation(context: Context, resolution: Resolution) -> Citation:
    return context.plans[resolution.plan].citations[resolution.index]


class _Documents:
    """The citations of one plan, grouped by the document that they mean: the plan on file, or the same
    number, issuer and title, the years of the title included."""

    def __init__(self, context: Context) -> None:
        self.groups: list[list[Resolution]] = []
        self._context = context
        self._on_file: dict[str, list[Resolution]] = {}
        self._numbered: dict[Number, list[tuple[Citation, list[Resolution]]]] = {}

    def add(self, resolution: Resolution) -> None:
        """Put a citation with those of the same document."""
        if resolution.target is not None:
            document = resolution.older or resolution.target
            if document not in self._on_file:
                self._on_file[document] = self._new_group()
            self._on_file[document].append(resolution)
            return
        citation = _citation(self._context, resolution)
        number = parse_number(citation.number or "")
        if number is None or not citation.title:
            return
        alike = self._numbered.setdefault(number, [])
        group = next((group for first, group in alike if _same_document(first, citation)), None)
        if group is None:
            group = self._new_group()
            if len(alike) < MOST_ALIKE:
                alike.append((citation, group))
        group.append(resolution)

    def _new_group(self) -> list[Resolution]:
        self.groups.append([])
        return self.groups[-1]


def _same_document(first: Citation, second: Citation) -> bool:
    """Whether two citations with one number mean one document."""
    if first.issuer and second.issuer and fold(first.issuer) != fold(second.issuer):
        return False
    if set(re.findall(r"\d{4}", first.title or "")) != set(re.findall(r"\d{4}", second.title or "")):
        return False
    from rapidfuzz import fuzz

    return fuzz.token_set_ratio(fold(first.title or ""), fold(second.title or "")) >= 90


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
