"""How a plan is named the first time, and after that."""

from __future__ import annotations

import pytest

from cascade.model.naming import in_full, in_short
from cascade.model.rule import Sketch, plan_of
from tests.support import domain

CASES = [
    (
        Sketch(number="412/KH-UBND", issuer="UBND tỉnh Ví Dụ", issued="2025-12-22"),
        "Kế hoạch số 412/KH-UBND ngày 22/12/2025 của UBND tỉnh Ví Dụ",
        "Kế hoạch 412",
    ),
    (
        Sketch(number="169/QĐ-UBND", type="QĐ", issuer="UBND huyện Thử", issued="null"),
        "Quyết định số 169/QĐ-UBND của UBND huyện Thử",
        "Quyết định 169",
    ),
]


@pytest.mark.parametrize(("sketch", "full", "short"), CASES)
def test_a_plan_with_a_number(sketch: Sketch, full: str, short: str) -> None:
    _, plan = plan_of(sketch, "parent")
    types = domain().document_types
    assert (in_full(plan, types).vi, in_short(plan, types).vi) == (full, short)


@pytest.mark.parametrize(
    ("period", "year", "short"), [(None, 2023, "Kế hoạch năm 2023"), (None, None, "Kế hoạch 2021-2025")]
)
def test_a_plan_without_one_is_named_by_its_years(period: None, year: int | None, short: str) -> None:
    _, plan = plan_of(Sketch(period=period, year=year, issued="null", issuer="UBND xã Mẫu"), "other")
    types = domain().document_types
    assert in_short(plan, types).vi == short
    assert in_full(plan, types).vi == f"{short} của UBND xã Mẫu"
