"""Whom a plan tells to carry it out."""

from __future__ import annotations

import time

import pytest
from hypothesis import given

from cascade.ingest.addressed import Addressing
from tests.ingest.made import ENDLESS, LINES, lexicon, outlined, split

PLAN = ("II. NHIỆM VỤ", "- UBND các xã xây dựng kế hoạch kiểm tra.", "III. TỔ CHỨC THỰC HIỆN")


def of(*lines: str, level: str | None = "district") -> tuple[str, ...]:
    parts = [part for line in lines for part in split(line)]
    return Addressing(lexicon()).read(parts, outlined(*lines), level)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "1. Yêu cầu các phòng, ban; UBND các xã, thị trấn căn cứ Kế hoạch này xây dựng kế hoạch của đơn vị.",
            ("Các phòng, ban", "UBND các xã, thị trấn"),
        ),
        (
            "Căn cứ Kế hoạch này, các phòng, ban, UBND các xã, thị trấn xây dựng kế hoạch năm 2023.",
            ("Các phòng, ban", "UBND các xã, thị trấn"),
        ),
        (
            "1. Các cơ quan, đơn vị, UBND các xã, phường có trách nhiệm tổ chức thực hiện Kế hoạch.",
            ("Các cơ quan, đơn vị", "UBND các xã, phường"),
        ),
        (
            "- Thủ trưởng các phòng, ban, Chủ tịch UBND các xã, trong phạm vi nhiệm vụ được giao, ban hành kế hoạch.",
            ("Thủ trưởng các phòng, ban", "Chủ tịch UBND các xã"),
        ),
        ("1- Giao UBND các xã, thị trấn cụ thể hóa thành kế hoạch của xã.", ("UBND các xã, thị trấn",)),
    ],
)
def test_a_sentence_that_charges_with_the_plan(text: str, names: tuple[str, ...]) -> None:
    assert of(*PLAN, text) == names


def test_a_heading_that_names_bodies_in_the_plural() -> None:
    heading = "1. Các sở, ban, ngành; UBND các xã, phường:"
    office = ("2. Phòng Nội vụ:", "- Theo dõi việc thực hiện.")
    assert of(*PLAN, heading, "- Làm tốt việc được giao.", *office) == ("Các sở, ban, ngành", "UBND các xã, phường")


@pytest.mark.parametrize(
    "text",
    [
        "2. Phòng Nội vụ theo dõi, tổng hợp việc thực hiện Kế hoạch này.",
        "2. Phòng Nội vụ hướng dẫn các phòng, ban xây dựng kế hoạch.",
        "2. Phòng Tài chính xây dựng kế hoạch kinh phí.",
        "3. Đề nghị Ủy ban Mặt trận Tổ quốc và các đoàn thể xây dựng kế hoạch giám sát.",
        "4. Các phòng, ban chủ trì nhiệm vụ nào thì báo cáo nhiệm vụ đó.",
        "Trong quá trình tổ chức thực hiện, nếu có vướng mắc thì báo cáo.",
    ],
)
def test_what_charges_nobody_with_the_plan(text: str) -> None:
    assert of(*PLAN, text) == ()


def test_a_decision_says_in_its_article_who_carries_it_out() -> None:
    article = "Điều 3. Trưởng các phòng và Chủ tịch UBND các xã chịu trách nhiệm thi hành Quyết định này."
    assert of(article, *PLAN, "1. Phòng Nội vụ:", "- Theo dõi chung.") == ("Trưởng các phòng", "Chủ tịch UBND các xã")


def test_the_words_that_close_a_plan_count_and_name_nobody_twice() -> None:
    closing = "Trên đây là Kế hoạch năm 2023; yêu cầu Chủ tịch UBND các xã nghiêm túc thực hiện."
    assert of(*PLAN, "1. UBND các xã", "- Làm tốt việc được giao.", closing) == ("UBND các xã",)


def test_where_units_of_a_lower_level_are_spoken_of_and_not_read_nothing_is_told() -> None:
    told = "1. Các phòng, ban xây dựng kế hoạch của mình."
    assert of(*PLAN, told) == ("Các phòng, ban",)
    assert of(*PLAN, told, "2. Phòng Nội vụ đôn đốc UBND các xã.") == ()


def test_without_a_level_nothing_is_told() -> None:
    assert of(*PLAN, "1. Các phòng, ban xây dựng kế hoạch của mình.", level=None) == ()


@given(LINES)
def test_whatever_stands_there_gives_names(lines: list[str]) -> None:
    assert all(name.strip() for name in of(*PLAN, *lines))


@pytest.mark.parametrize("piece", [*ENDLESS, "căn cứ ", "yêu cầu ", "các phòng, ", "giao các "])
def test_no_text_keeps_it_long(piece: str) -> None:
    started = time.perf_counter()
    of(*PLAN, piece * 3000)
    assert time.perf_counter() - started < 5
