"""A basis that names a plan from further up, but none of the level just above."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from cascade.model.finding import Item
from cascade.model.plan import Citation, Window
from cascade.model.rule import Sketch
from tests.support import COMMUNE, PROVINCE, found, linked, province

TO_PROVINCE = Citation(role="basis", number="07/KH-UBND", date=date(2021, 10, 1), issuer="UBND tỉnh Ví Dụ")


@pytest.mark.parametrize(
    ("child", "told"),
    [
        ({"issued": "2025-06-30"}, True),  # the last day of the district level
        ({"issued": "2025-07-01"}, False),
        ({"issued": "null", "period": Window(2026, 2026)}, False),  # a draft: its years tell
        ({"issued": "null", "period": Window(2021, 2025), "year": 2025}, True),
        ({"issued": "null", "period": Window(2021, 2030), "year": 2026}, False),
        ({"content": "excerpt"}, False),
    ],
)
def test_the_level_just_above_is_one_that_exists_on_the_day_of_signing(child: dict[str, Any], told: bool) -> None:
    context = linked(None, Sketch(citations=(TO_PROVINCE,), **child), province())
    expected = [(Item(COMMUNE), Item(PROVINCE))] if told else []
    assert [(j.finding.item, j.finding.against) for j in found(context, "skipped-level")] == expected


def test_any_document_of_the_district_in_the_basis_is_enough() -> None:
    letter = Citation(role="basis", number="120/UBND-NV", issuer="UBND huyện Thử")
    context = linked(None, Sketch(citations=(TO_PROVINCE, letter)), province())
    assert found(context, "skipped-level") == []


def test_a_document_of_the_district_in_the_body_is_not() -> None:
    letter = Citation(role="body", number="120/UBND-NV", issuer="UBND huyện Thử")
    context = linked(None, Sketch(citations=(TO_PROVINCE, letter)), province())
    assert len(found(context, "skipped-level")) == 1
