"""A citation of a document that bears a later date than the plan itself."""

from __future__ import annotations

from datetime import date

from cascade.model.plan import Citation
from cascade.model.rule import Sketch
from tests.support import COMMUNE, EMPTY, found, linked, places

WRONG_YEAR = Citation(
    role="basis", number="01/KH-UBND", date=date(2023, 12, 1), title="CCHC nhà nước huyện Thử giai đoạn 2021-2025"
)


def test_a_later_date_of_a_document_that_is_not_on_file_is_told() -> None:
    context = linked(None, Sketch(citations=(WRONG_YEAR,)))
    assert places(context, found(context, "cites-later-document")) == [(COMMUNE, "01/KH-UBND", "error")]


def test_a_wrong_date_of_a_plan_on_file_is_a_mismatch_and_not_told_twice() -> None:
    context = linked(EMPTY, Sketch(citations=(WRONG_YEAR,)))
    assert found(context, "cites-later-document") == []
    assert len(found(context, "citation-mismatch")) == 1


def test_a_plan_on_file_that_really_is_later_is_told() -> None:
    citation = Citation(role="basis", number="01/KH-UBND", date=date(2023, 1, 10), issuer="UBND huyện Thử")
    context = linked(Sketch(issued="2023-01-10"), Sketch(citations=(citation,)))
    assert len(found(context, "cites-later-document")) == 1
