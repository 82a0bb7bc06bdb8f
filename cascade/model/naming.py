"""How a plan is named: in full, as Decree 30/2020/NĐ-CP has it cited the first time, and in short after that."""

from __future__ import annotations

from collections.abc import Mapping

from cascade.model.domain import DocumentType
from cascade.model.plan import Plan
from cascade.model.words import Words

_DOCUMENT = Words("Văn bản", "Document")


def in_full(plan: Plan, types: Mapping[str, DocumentType]) -> Words:
    """Kind, number, date and body: "Kế hoạch số 412/KH-UBND ngày 22/12/2025 của UBND tỉnh Cao Lĩnh"."""
    kind = _kind(plan, types)
    if plan.number:
        vi, en = f"{kind.vi} số {plan.number}", f"{kind.en} {plan.number}"
    else:
        vi, en = _by_years(plan, kind)
    if plan.issued:
        vi, en = f"{vi} ngày {plan.issued:%d/%m/%Y}", f"{en} of {plan.issued:%d/%m/%Y}"
    return Words(f"{vi} của {plan.issuer}", f"{en}, {plan.issuer}")


def in_short(plan: Plan, types: Mapping[str, DocumentType]) -> Words:
    """Kind and the number's own figure: "Kế hoạch 412"; without a number the kind and the years."""
    kind = _kind(plan, types)
    if not plan.number:
        return Words(*_by_years(plan, kind))
    figure = plan.number.partition("/")[0].strip()
    return Words(f"{kind.vi} {figure}", f"{kind.en} {figure}")


def _kind(plan: Plan, types: Mapping[str, DocumentType]) -> Words:
    found = types.get(plan.type or "KH")
    return found.name if found else _DOCUMENT


def _by_years(plan: Plan, kind: Words) -> tuple[str, str]:
    years = f"năm {plan.span}" if plan.yearly else str(plan.span)
    return f"{kind.vi} {years}", f"{kind.en} {plan.span}"
