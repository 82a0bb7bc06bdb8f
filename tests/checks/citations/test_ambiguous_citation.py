"""A citation that fits two or more plans on file."""

from __future__ import annotations

from datetime import date

from cascade.model.finding import Item
from cascade.model.plan import Citation
from cascade.model.rule import Sketch
from tests.support import COMMUNE, DISTRICT, EMPTY, PROVINCE, found, linked, province

UNDATED = Citation(role="body", number="01/KH-UBND")


def test_it_is_told_with_every_plan_that_it_may_mean_and_none_is_taken() -> None:
    context = linked(EMPTY, Sketch(citations=(UNDATED,)), province(number="01/KH-UBND", issued="null"))
    (judged,) = found(context, "ambiguous-citation")
    assert (judged.finding.item, judged.finding.against) == (Item(COMMUNE, "citation", 0), Item(DISTRICT))
    assert judged.message.en == (
        "The citation 01/KH-UBND may mean any of these plans on file, so none of them was compared: "
        "huyen-thu-2021-2025 (UBND huyện Thử, 01/12/2021: CCHC nhà nước giai đoạn 2021-2025); "
        "tinh-vi-du-2021-2025 (UBND tỉnh Ví Dụ: CCHC nhà nước giai đoạn 2021-2025)."
    )
    assert context.lineage.parents(COMMUNE) == ()


def test_with_its_date_it_means_one() -> None:
    dated = Citation(role="basis", number="01/KH-UBND", date=date(2021, 12, 1))
    context = linked(EMPTY, Sketch(citations=(dated,)), province(number="01/KH-UBND"))
    assert found(context, "ambiguous-citation") == []
    assert PROVINCE not in context.lineage.parents(COMMUNE)
