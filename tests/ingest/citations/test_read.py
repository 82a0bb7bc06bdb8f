from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given

from cascade.ingest.citations.read import read_citations
from cascade.model.doubt import doubt
from cascade.model.plan import Citation, Lines
from tests.ingest.made import ENDLESS, LINES, lexicon, passage_of, split


def citations(*lines: str) -> list[Citation]:
    return [read.item for read in read_citations(split(*lines), lexicon())]


def citation(*lines: str) -> Citation:
    (found,) = citations(*lines)
    return found


@pytest.mark.parametrize(
    ("text", "number", "day", "issuer"),
    [
        (
            "Căn cứ Kế hoạch số 09/KH-UBND ngày 15/7/2021 của UBND huyện Thử;",
            "09/KH-UBND",
            date(2021, 7, 15),
            "UBND huyện Thử",
        ),
        (
            "Căn cứ Quyết định số 12/QĐ-UBND ngày 24 tháng 01 năm 2022 của UBND tỉnh Ví Dụ;",
            "12/QĐ-UBND",
            date(2022, 1, 24),
            "UBND tỉnh Ví Dụ",
        ),
        ("Căn cứ Nghị định số 108/2020/NĐ-CP của Chính phủ;", "108/2020/NĐ-CP", None, "Chính phủ"),
        ("Thực hiện Chỉ thị số 11-CT/TU ngày 02/8/2021 của Tỉnh ủy;", "11-CT/TU", date(2021, 8, 2), "Tỉnh ủy"),
        ("Căn cứ Kế hoạch số 09/KH-UBND;", "09/KH-UBND", None, None),
    ],
)
def test_words_to_a_citation(text: str, number: str, day: date | None, issuer: str | None) -> None:
    found = citation(text)
    assert (found.number, found.date, found.issuer, found.role) == (number, day, issuer, "basis")


def test_the_title_follows() -> None:
    found = citation("Căn cứ Kế hoạch số 09/KH-UBND ngày 15/7/2021 của UBND huyện Thử về cải cách hành chính năm 2022;")
    assert found.title == "Cải cách hành chính năm 2022"


def test_a_law_may_be_cited_by_title_alone() -> None:
    found = citation("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;")
    assert (found.number, found.title, found.date) == (None, "Luật Tổ chức chính quyền địa phương", date(2015, 6, 19))


def test_several_in_one_paragraph_are_several() -> None:
    found = citations("Căn cứ Kế hoạch số 09/KH-UBND ngày 15/7/2021; Quyết định số 12/QĐ-UBND ngày 16/7/2021;")
    assert [one.number for one in found] == ["09/KH-UBND", "12/QĐ-UBND"]


def test_after_the_first_heading_citations_are_of_the_body() -> None:
    found = citations(
        "Căn cứ Kế hoạch số 09/KH-UBND ngày 15/7/2021 của UBND huyện Thử;",
        "I. MỤC TIÊU",
        "Thực hiện tốt Kế hoạch số 10/KH-UBND ngày 16/7/2021 của UBND huyện Thử.",
    )
    assert [(one.number, one.role) for one in found] == [("09/KH-UBND", "basis"), ("10/KH-UBND", "body")]


def test_a_list_of_numbers_shares_the_issuer_behind_it() -> None:
    found = citations("Căn cứ Nghị định số 62/2020/NĐ-CP và Nghị định số 106/2020/NĐ-CP của Chính phủ;")
    assert [one.issuer for one in found] == ["Chính phủ", "Chính phủ"]


def test_one_number_with_two_dates_is_doubted_at_both_places() -> None:
    found = citations(
        "Căn cứ Kế hoạch số 02/KH-UBND ngày 07/01/2021 của UBND huyện Thử về cải cách hành chính;",
        "Căn cứ Kế hoạch số 02/KH-UBND ngày 07/01/2022 của UBND huyện Thử về cải cách hành chính;",
    )
    assert len(found) == 2
    assert all(one.doubt == doubt("two-dates", number="02/KH-UBND", dates="07/01/2021, 07/01/2022") for one in found)


def test_a_date_that_is_none_is_left_out_and_doubted() -> None:
    found = citation("Căn cứ Kế hoạch số 09/KH-UBND ngày 31/02/2021 của UBND huyện Thử;")
    assert found.date is None
    assert found.doubt is not None


def test_the_own_number_of_a_plan_is_no_citation() -> None:
    assert citations("Số: 09/KH-UBND", "(Kèm theo Kế hoạch số 09/KH-UBND của UBND xã Mẫu)") == []


@pytest.mark.parametrize("text", ["Xã Mẫu, ngày 15/7/2021", "đạt 80% hồ sơ", "TCVN ISO 9001:2015", "24/24 giờ", ""])
def test_other_numbers_are_no_citation(text: str) -> None:
    assert citations(f"Căn cứ {text}" if text else text) == []


def test_lines_are_those_of_the_words() -> None:
    found = citation("Căn cứ Kế hoạch số", "09/KH-", "UBND ngày 15/7/2021 của UBND huyện Thử;")
    assert (found.number, found.lines) == ("09/KH-UBND", Lines(1, 3))


@given(LINES)
def test_citations_of_any_words_lie_in_their_lines(lines: list[str]) -> None:
    found = citations(*lines)
    assert found == citations(*lines)
    for one in found:
        words = passage_of(*lines).lines()
        assert one.lines is not None
        assert words.first <= one.lines.first <= one.lines.last <= words.last


@pytest.mark.parametrize("opening", ["", "Căn cứ "])
@pytest.mark.parametrize("piece", ENDLESS)
def test_long_paragraphs_are_read_in_short_time(piece: str, opening: str) -> None:
    begun = time.process_time()
    citations(opening + (piece * 20_000)[:20_000])
    assert time.process_time() - begun < 6
