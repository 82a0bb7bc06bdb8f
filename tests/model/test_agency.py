"""Which bodies a text names."""

from __future__ import annotations

import unicodedata

import pytest

from cascade.model.agency import Agencies, Body
from cascade.model.words import Words
from tests.support import domain

COMMUNES = Body(
    "communes", Words("UBND các xã", "communes"), "members", ("UBND các xã, thị trấn", "UBND xã"), "commune"
)
DISTRICTS = Body("districts", Words("UBND các huyện", "districts"), "members", ("UBND huyện",), "district")
OFFICE = Body("office", Words("Văn phòng UBND xã", "office"), "office", ("Văn phòng UBND xã",), "commune")
ANYONE = Body("anyone", Words("các đơn vị", "units"), "anyone", ("các cơ quan, đơn vị liên quan",))
BANKS = Body("banks", Words("ngân hàng", "banks"), "outside", ("ngân hàng",))
AGENCIES = Agencies((COMMUNES, DISTRICTS, OFFICE, ANYONE, BANKS))


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("UBND các xã, thị trấn", [COMMUNES]),
        ("ubnd  xã Mẫu", [COMMUNES]),
        ("UBND huyện Thử, UBND xã Mẫu", [COMMUNES, DISTRICTS]),
        ("Ngân hàng", [BANKS]),
        ("UBND xãy", []),
        ("", []),
    ],
)
def test_a_text_names_every_body_whose_words_it_has(text: str, bodies: list[Body]) -> None:
    assert sorted(AGENCIES.bodies_in(text), key=lambda body: body.id) == bodies


def test_where_phrases_overlap_the_longest_decides() -> None:
    assert AGENCIES.bodies_in("Văn phòng UBND xã") == (OFFICE,)


def test_a_body_named_twice_is_one_body() -> None:
    assert AGENCIES.bodies_in("UBND xã, UBND các xã, thị trấn") == (COMMUNES,)


def test_a_body_is_found_in_decomposed_text_without_accents_too() -> None:
    assert AGENCIES.bodies_in(unicodedata.normalize("NFD", "UBND huyện")) == (DISTRICTS,)
    assert AGENCIES.bodies_in("UBND huyen") == (DISTRICTS,)


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("UBND các xã, phường rà soát thủ tục", "rà soát thủ tục"),
        ("UBND các xã, thị trấn và các cơ quan, đơn vị liên quan: rà soát thủ tục", "rà soát thủ tục"),
        ("Rà soát thủ tục của UBND xã", "Rà soát thủ tục của UBND xã"),
        ("Xã hội hóa dịch vụ", "Xã hội hóa dịch vụ"),
        ("UBND cấp xã", "UBND cấp xã"),
    ],
)
def test_the_deed_of_a_text_begins_behind_the_bodies_with_which_it_opens(text: str, done: str) -> None:
    assert domain().agencies.deed_of(text) == done
