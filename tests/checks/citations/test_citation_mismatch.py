"""A document cited with two dates, or with a date or an issuer that is not its own."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from cascade.audit import Judged
from cascade.model.finding import Item
from cascade.model.plan import Citation, Lines
from cascade.model.rule import Sketch
from tests.support import COMMUNE, DISTRICT, EMPTY, found, linked

TITLE = "CCHC nhà nước huyện Thử giai đoạn 2021-2025"


def cite(day: date | None, **more: Any) -> Citation:
    return Citation(**({"role": "basis", "number": "01/KH-UBND", "title": TITLE, "date": day} | more))


def told(*citations: Citation, parent: Sketch | None = None) -> list[Judged]:
    return found(linked(parent, Sketch(citations=citations)), "citation-mismatch")


def test_two_dates_of_one_document_are_told_once_with_the_place_of_the_other() -> None:
    citations = (
        cite(date(2021, 1, 7), lines=Lines(14, 14)),
        cite(date(2022, 1, 7), role="body", lines=Lines(23, 24)),
        cite(date(2021, 1, 7), role="body"),
    )
    (judged,) = told(*citations)
    assert judged.finding.item == Item(COMMUNE, "citation", 0)
    assert judged.finding.against == Item(COMMUNE, "citation", 1)
    assert "(lines 23-24)" in judged.message.en
    assert "07/01/2021" in judged.message.vi
    assert "07/01/2022" in judged.message.vi


def test_a_plan_on_file_without_a_date_is_still_cited_with_two() -> None:
    citations = (cite(date(2021, 1, 7)), cite(date(2022, 1, 7), role="body"))
    (judged,) = told(*citations, parent=Sketch(issued="null"))
    assert judged.finding.case == "twice"


@pytest.mark.parametrize(
    "other",
    [
        {"number": "02/KH-UBND"},
        {"title": None},
        {"title": "CCHC nhà nước huyện Thử giai đoạn 2016-2020"},
        {"title": "Tuyên truyền pháp luật huyện Thử giai đoạn 2021-2025"},
    ],
)
def test_what_may_be_another_document_is_left_alone(other: dict[str, Any]) -> None:
    assert told(cite(date(2021, 1, 7)), cite(date(2022, 1, 7), **other)) == []


def test_the_same_number_and_title_of_two_issuers_are_two_documents() -> None:
    title = "CCHC nhà nước giai đoạn 2021-2025"
    one = cite(date(2021, 1, 7), title=title, issuer="UBND huyện Giả Định")
    other = cite(date(2022, 1, 7), title=title, issuer="UBND tỉnh Khác")
    assert told(one, other) == []


def test_each_citation_that_differs_from_the_document_on_file_is_told() -> None:
    wrong, right = cite(date(2021, 11, 1)), cite(date(2021, 12, 1))
    judged = told(wrong, right, cite(date(2021, 11, 2), role="body"), parent=EMPTY)
    assert [(one.finding.item.index, one.finding.against) for one in judged] == [
        (0, Item(DISTRICT)),
        (2, Item(DISTRICT)),
    ]


def test_a_wrong_issuer_is_told_with_the_right_one() -> None:
    (judged,) = told(cite(date(2021, 12, 1), title=None, issuer="UBND tỉnh Ví Dụ"), parent=EMPTY)
    assert judged.finding.against == Item(DISTRICT)
    assert "the issuer UBND tỉnh Ví Dụ" in judged.message.en
    assert "the issuer UBND huyện Thử" in judged.message.en
