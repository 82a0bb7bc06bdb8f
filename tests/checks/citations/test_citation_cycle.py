"""Plans that name one another as their basis, in a circle."""

from __future__ import annotations

from datetime import date

from cascade.model.finding import Item
from cascade.model.plan import Citation
from cascade.model.rule import Sketch
from tests.support import COMMUNE, DISTRICT, PROVINCE, commune, found, linked, province

TO_PROVINCE = Citation(role="basis", number="07/KH-UBND", date=date(2021, 10, 1), issuer="UBND tỉnh Ví Dụ")
TO_DISTRICT = Citation(role="basis", number="01/KH-UBND", date=date(2021, 12, 1), issuer="UBND huyện Thử")
TO_COMMUNE = Citation(role="basis", number="09/KH-UBND", date=date(2022, 12, 15), issuer="UBND xã Mẫu")
LAW = Citation(role="basis", title="Luật Tổ chức chính quyền địa phương")


def test_the_circle_is_told_in_the_order_in_which_the_plans_cite_each_other() -> None:
    context = linked(
        Sketch(citations=(LAW, TO_COMMUNE)), Sketch(citations=(TO_PROVINCE,)), province(citations=(TO_DISTRICT,))
    )
    (judged,) = found(context, "citation-cycle")
    assert judged.finding.item == Item(DISTRICT, "citation", 1)
    assert judged.finding.against == Item(COMMUNE)
    assert (
        "01/KH-UBND của UBND huyện Thử → 09/KH-UBND của UBND xã Mẫu → 07/KH-UBND của UBND tỉnh Ví Dụ → "
        "01/KH-UBND của UBND huyện Thử" in judged.message.vi
    )


def test_a_plan_that_only_leads_into_a_circle_is_not_part_of_it() -> None:
    context = linked(
        Sketch(citations=(TO_COMMUNE,)), Sketch(citations=(TO_DISTRICT,)), commune("Ngoài", citations=(TO_DISTRICT,))
    )
    (judged,) = found(context, "citation-cycle")
    assert "Ngoài" not in judged.message.vi


def test_two_circles_that_share_a_plan_are_one_knot_and_one_finding() -> None:
    context = linked(
        Sketch(citations=(TO_COMMUNE, TO_PROVINCE)),
        Sketch(citations=(TO_DISTRICT,)),
        province(citations=(TO_DISTRICT,)),
    )
    (judged,) = found(context, "citation-cycle")
    assert judged.finding.item == Item(DISTRICT, "citation", 1)  # by the smaller id of two equally short ways


def test_two_circles_apart_are_two_findings() -> None:
    to_itself = Citation(role="basis", number="07/KH-UBND", date=date(2021, 10, 1), issuer="UBND tỉnh Ví Dụ")
    context = linked(
        Sketch(citations=(TO_COMMUNE,)), Sketch(citations=(TO_DISTRICT,)), province(citations=(to_itself,))
    )
    assert [judged.finding.item.plan for judged in found(context, "citation-cycle")] == [DISTRICT, PROVINCE]
