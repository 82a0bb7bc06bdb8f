from __future__ import annotations

import unicodedata

import msgspec
import pytest

from cascade.model.agency import Agencies, Body, Subject
from cascade.model.words import Words

COMMUNES = Body(
    "communes", Words("UBND các xã", "communes"), "members", ("UBND các xã, thị trấn", "UBND xã"), "commune"
)
DISTRICTS = Body("districts", Words("UBND các huyện", "districts"), "members", ("UBND huyện",), "district")
OFFICE = Body("office", Words("Văn phòng UBND xã", "office"), "office", ("Văn phòng UBND xã",), "commune")
ANYONE = Body("anyone", Words("các đơn vị", "units"), "anyone", ("các cơ quan, đơn vị liên quan",))
BANKS = Body("banks", Words("ngân hàng", "banks"), "outside", ("ngân hàng",))
UNITS = Subject("units", Words("đơn vị sự nghiệp", "service units"), ("province", "district"), ("đơn vị sự nghiệp",))
AGENCIES = Agencies(
    bodies=(COMMUNES, DISTRICTS, OFFICE, ANYONE, BANKS),
    subjects=(UNITS,),
    acts=("kế hoạch", "quyết định"),
    at_level={"commune": ("cấp xã", "của xã")},
)


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
    ("lead", "partners", "role"),
    [
        (["UBND xã"], [], "lead"),
        (["UBND huyện", "UBND xã"], ["UBND xã"], "lead"),
        (["UBND huyện"], ["UBND các xã, thị trấn"], "coordinating"),
        (["các cơ quan, đơn vị liên quan"], [], "indirect"),
        (["UBND huyện"], ["các cơ quan, đơn vị liên quan"], "indirect"),
        (["các cơ quan, đơn vị liên quan"], ["UBND xã"], "coordinating"),
        (["Văn phòng UBND xã"], [], None),
        (["UBND huyện"], ["ngân hàng"], None),
        ([], [], None),
    ],
)
def test_a_task_asks_something_of_a_level_only_in_the_role_its_bodies_give_it(
    lead: list[str], partners: list[str], role: str | None
) -> None:
    assert AGENCIES.role_of("commune", lead, partners) == role


def test_a_level_that_lacks_the_thing_a_task_is_about_has_nothing_to_do() -> None:
    assert AGENCIES.foreign_subject("Sắp xếp đơn vị sự nghiệp", "commune") == UNITS


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Sắp xếp đơn vị sự nghiệp", "district"),
        ("Niêm yết TTHC", "commune"),
        ("Sắp xếp đơn vị sự nghiệp cấp xã", "commune"),
    ],
)
def test_a_subject_is_foreign_only_where_the_level_lacks_it_and_the_text_does_not_say_otherwise(
    text: str, level: str
) -> None:
    assert AGENCIES.foreign_subject(text, level) is None


@pytest.mark.parametrize(
    ("product", "act"),
    [
        ("Kế hoạch của UBND huyện", True),
        ("- Các quyết định", True),
        ("Báo cáo, kế hoạch", False),
        ("Kế hoạchh", False),
        (None, False),
    ],
)
def test_a_product_is_an_act_where_it_begins_with_one(product: str | None, act: bool) -> None:
    assert AGENCIES.is_act(product) is act


@pytest.mark.parametrize(
    ("text", "level", "there"),
    [
        ("Một cửa cấp xã", "commune", True),
        ("Một cửa CAP  XA", "commune", True),
        ("Một cửa cấp xã", "district", False),
        ("Một cửa cấp huyện", "commune", False),
    ],
)
def test_a_text_says_where_it_is_carried_out(text: str, level: str, there: bool) -> None:
    assert AGENCIES.happens_at(text, level) is there


def test_an_empty_list_of_phrases_matches_nothing() -> None:
    nothing = Agencies(
        bodies=(),
        subjects=(msgspec.structs.replace(UNITS, phrases=()),),
        acts=(),
        at_level={"commune": ()},
    )
    assert nothing.foreign_subject("Sắp xếp đơn vị sự nghiệp", "commune") is None
    assert nothing.is_act("Kế hoạch") is False
    assert nothing.happens_at("Một cửa cấp xã", "commune") is False
