"""A plan for years that the plan it carries out does not cover."""

from __future__ import annotations

from typing import Any

import pytest

from cascade.model.plan import Citation, Window
from cascade.model.rule import Sketch
from tests.support import COMMUNE, EMPTY, found, linked


@pytest.mark.parametrize(
    ("parent", "child", "severity"),
    [
        ((2021, 2025), (2021, 2025), None),
        ((2021, 2030), (2026, 2030), None),
        ((2021, 2025), (2024, 2026), "warning"),
        ((2021, 2025), (2025, 2030), "warning"),
        ((2021, 2025), (2016, 2021), "warning"),
        ((2021, 2025), (2026, 2030), "error"),
        ((2021, 2025), (2016, 2020), "error"),
        ((2021, 2025), (2020, 2020), "error"),
        ((2021, 2025), (2025, 2025), None),
    ],
)
def test_the_years_must_lie_within_those_of_the_parent(
    parent: tuple[int, int], child: tuple[int, int], severity: str | None
) -> None:
    context = linked(Sketch(period=Window(*parent)), Sketch(period=Window(*child)))
    assert [j.severity for j in found(context, "period-outside-parent")] == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("parent_year", "child", "severity"),
    [(2023, {"year": 2023}, None), (2022, {"year": 2023}, "error"), (2023, {"period": Window(2021, 2025)}, "warning")],
)
def test_beside_a_parent_for_one_year_that_year_alone_counts(
    parent_year: int, child: dict[str, Any], severity: str | None
) -> None:
    context = linked(Sketch(year=parent_year), Sketch(**child))
    assert [j.severity for j in found(context, "period-outside-parent")] == ([severity] if severity else [])


def test_each_parent_is_looked_at_and_told_by_its_years() -> None:
    yearly = Sketch(id="huyen-thu-2022", number="05/KH-UBND", issued="2021-12-20", year=2022)
    citations = (
        Citation(role="basis", number="01/KH-UBND", issuer="UBND huyện Thử"),
        Citation(role="basis", number="05/KH-UBND", issuer="UBND huyện Thử"),
    )
    context = linked(EMPTY, Sketch(citations=citations), yearly)
    (judged,) = found(context, "period-outside-parent")
    assert (judged.finding.item.plan, judged.finding.case) == (COMMUNE, "apart")
    assert judged.finding.against is not None
    assert judged.finding.against.plan == "huyen-thu-2022"
    assert "(2023)" in judged.message.en
    assert "(2022)" in judged.message.en
