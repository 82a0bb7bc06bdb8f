"""A plan that the basis names and that is not on file."""

from __future__ import annotations

from typing import Any

import pytest

from cascade.model.plan import Citation
from cascade.model.rule import Sketch
from tests.support import COMMUNE, EMPTY, found, linked, places, province

TITLE = "CCHC nhà nước huyện Thử giai đoạn 2021-2025"


def told(*citations: Citation, parent: Sketch | None = None, **child: Any) -> list[tuple[str, str | None, str]]:
    context = linked(parent, Sketch(citations=citations, **child))
    return places(context, found(context, "missing-parent"))


def cite(**printed: Any) -> Citation:
    return Citation(**({"role": "basis", "number": "01/KH-UBND", "title": TITLE} | printed))


@pytest.mark.parametrize("number", ["01/KH-UBND", "12/QĐ-UBND", "03/ĐA-UBND"])
def test_types_and_issuers_whose_plans_are_carried_out_are_missed(number: str) -> None:
    assert told(cite(number=number)) == [(COMMUNE, number, "warning")]


@pytest.mark.parametrize("number", ["05-CTr/TU", "01/BC-UBND", "01/KH-SNV", "12/2021/QĐ-UBND"])
def test_party_documents_reports_offices_and_legal_documents_are_not(number: str) -> None:
    assert told(cite(number=number)) == []


def test_a_plan_cited_by_its_title_alone_is_missed_too() -> None:
    assert told(cite(number=None)) == [(COMMUNE, TITLE, "warning")]
    assert told(cite(number=None, title="Luật Tổ chức chính quyền địa phương")) == []


def test_an_excerpt_is_on_file_as_far_as_it_goes() -> None:
    assert told(cite(), parent=Sketch(content="excerpt")) == []


def test_a_plan_known_from_citations_is_only_noted_and_only_where_it_is_the_parent() -> None:
    assert told(cite(), parent=Sketch(content="cited")) == [(COMMUNE, "01/KH-UBND", "info")]
    to_province = Citation(role="basis", number="07/KH-UBND", issuer="UBND tỉnh Ví Dụ")
    context = linked(EMPTY, Sketch(citations=(to_province, cite())), province(content="cited"))
    assert found(context, "missing-parent") == []


def test_of_a_plan_that_is_itself_an_excerpt_nothing_is_missed() -> None:
    assert told(cite(), content="excerpt") == []
