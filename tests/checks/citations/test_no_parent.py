"""A plan whose basis names no plan that it carries out."""

from __future__ import annotations

from cascade.model.plan import Citation
from cascade.model.rule import Sketch
from tests.support import COMMUNE, EMPTY, found, linked, places, province

LAW = Citation(role="basis", title="Luật Tổ chức chính quyền địa phương")


def test_nothing_is_above_the_centre() -> None:
    centre = Sketch(id="chinh-phu", level="central", place=(), issuer="Chính phủ", citations=(LAW,))
    context = linked(None, None, centre)
    assert found(context, "no-parent") == []


def test_a_citation_between_two_plans_is_reported_as_ambiguous_alone() -> None:
    unclear = Citation(role="basis", number="01/KH-UBND")
    context = linked(EMPTY, Sketch(citations=(unclear,)), province(number="01/KH-UBND"))
    assert [plan for plan, _, _ in places(context, found(context, "no-parent"))] == [
        "huyen-thu-2021-2025",
        "tinh-vi-du-2021-2025",
    ]  # not xã Mẫu's: they state no basis themselves
    assert len(found(context, "ambiguous-citation")) == 1


def test_the_words_tell_how_many_citations_were_looked_at() -> None:
    (judged,) = found(linked(None, Sketch(citations=(LAW, LAW))), "no-parent")
    assert (judged.finding.item.plan, judged.severity) == (COMMUNE, "warning")
    assert "none of its 2 citations is one" in judged.message.en
    (judged,) = found(linked(None, Sketch(citations=())), "no-parent")
    assert "no basis at all is recorded" in judged.message.en
