"""Titles as recorded, and laws cited by title."""

from __future__ import annotations

from datetime import date

import pytest

from cascade.lexicon.dates import days
from cascade.lexicon.titles import TitleReader, law_title_before, laws_in, shown_title
from cascade.model.text import folded_same_length
from tests.support import domain


def laws(text: str) -> list[tuple[str, date | None]]:
    folded = folded_same_length(text)
    return [(law.title.text, law.day.date if law.day else None) for law in laws_in(text, folded, days(folded))]


def title(text: str) -> str | None:
    folded = folded_same_length(text)
    found = TitleReader(domain()).after(text, folded, 0, len(text))
    return found.text if found else None


def test_a_title_is_shown_in_one_form() -> None:
    assert shown_title(" “cải cách  hành chính giai đoạn 2021 – 2025”; ") == "Cải cách hành chính giai đoạn 2021-2025"


def test_a_title_begins_behind_a_term_of_office() -> None:
    assert title(" khóa XVIII, kỳ họp thứ 20 về nhiệm vụ năm 2025;") == "Nhiệm vụ năm 2025"
    assert title(" (khóa XX) về cải cách hành chính.") == "Cải cách hành chính"
    assert title(" của huyện") is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Luật Thực hiện dân chủ ở cơ sở ngày 10/11/2022;", [("Luật Thực hiện dân chủ ở cơ sở", date(2022, 11, 10))]),
        ("Căn cứ Luật Viên chức năm 2010;", [("Luật Viên chức năm 2010", None)]),
        ("Căn cứ Luật Lưu trữ được Quốc hội thông qua ngày 21/6/2024;", [("Luật Lưu trữ", date(2024, 6, 21))]),
        ("văn bản quy phạm pháp luật số 12; theo quy định của pháp luật.", []),
    ],
)
def test_laws_by_title(text: str, found: list[tuple[str, date | None]]) -> None:
    assert laws(text) == found


def test_the_title_before_the_number_of_a_law() -> None:
    text = "Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 80/2015/QH13"
    found = law_title_before(text, folded_same_length(text), text.index("80/"))
    assert found is not None
    assert found.text == "Luật Ban hành văn bản quy phạm pháp luật"
    assert text[found.start :].startswith("Luật Ban hành")
