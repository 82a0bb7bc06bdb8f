"""The plans on file, looked up by what a citation says: those of a unit, an issuer or a chain, and no others."""

from __future__ import annotations

from typing import Any

from cascade.graph.catalogue import Catalogue
from cascade.graph.succession import Succession
from cascade.model.number import Number
from cascade.model.plan import Citation, Plan
from cascade.model.rule import Sketch, plan_of
from tests.lexicon.made import MADE
from tests.support import domain

FIRST = Number("1", "", "kh-ubnd")
THU, MAU, KHAC = "huyen-thu", "xa-mau", "xa-khac"
NUMBERED = "01/KH-UBND"


def plan(plan_id: str, level: Any, *place: str, **more: Any) -> tuple[str, Plan]:
    kind = {"central": "Chính phủ", "province": "UBND tỉnh", "district": "UBND huyện", "commune": "UBND xã"}[level]
    head: dict[str, Any] = {"issuer": " ".join((kind, *place[:1])), "number": NUMBERED}
    return plan_of(Sketch(id=plan_id, level=level, place=place, **(head | more)), "other")


PLANS = dict(
    [
        plan("chinh-phu", "central", number="01/NQ-CP"),
        plan("tinh-vi-du", "province", "Ví Dụ", number="02/KH-UBND"),
        plan(THU, "district", "Thử", "Ví Dụ"),
        plan(MAU, "commune", "Mẫu", "Thử", "Ví Dụ", number=None),
        plan(KHAC, "commune", "Khác", "Thử", "Ví Dụ"),
        plan("xa-mau-noi-khac", "commune", "Mẫu", "Nơi Khác"),
    ]
)


def cited(**printed: Any) -> Citation:
    return Citation(role="basis", **printed)


def catalogue() -> Catalogue:
    return Catalogue(PLANS, domain().language, Succession(MADE))


def test_without_an_issuer_only_the_own_unit_and_its_superiors_are_looked_at() -> None:
    found = catalogue().bearing(FIRST, PLANS[MAU], cited(number=NUMBERED))
    assert found == [THU, "chinh-phu"]


def test_a_named_unit_is_looked_at_beside_the_own_chain() -> None:
    titled = cited(number=NUMBERED, title="CCHC xã KHÁC năm 2023")
    issued = cited(number=NUMBERED, issuer="UBND xã Khác")
    for citation in (titled, issued):
        assert catalogue().bearing(FIRST, PLANS[MAU], citation) == [KHAC, THU, "chinh-phu"]


def test_an_issuer_that_names_no_unit_is_found_by_its_own_words() -> None:
    found = catalogue().bearing(FIRST, PLANS["xa-mau-noi-khac"], cited(number="01/NQ-CP", issuer="CHÍNH PHỦ"))
    assert found == ["chinh-phu", "xa-mau-noi-khac"]


def test_another_serial_or_year_is_not_looked_at() -> None:
    for number in (Number("3", "", "kh-ubnd"), Number("1", "2021", "kh-ubnd")):
        assert catalogue().bearing(number, PLANS[MAU], cited(number=NUMBERED)) == []


def test_the_plans_of_a_unit_are_found_with_and_without_a_number_in_every_province() -> None:
    assert catalogue().of_units(PLANS[MAU], cited(title="CCHC xã Mẫu năm 2023")) == [MAU, "xa-mau-noi-khac"]
    assert catalogue().of_units(PLANS[MAU], cited(title="CCHC năm 2023")) == []


def test_a_word_that_stands_for_two_levels_is_looked_up_at_both() -> None:
    levels = {unit.word: unit.levels for unit in domain().language.units}["thành phố"]
    plans = dict(plan(f"{level}-mau", level, "Mẫu", "Ví Dụ") for level in levels)
    found = Catalogue(plans, domain().language, Succession(MADE)).of_units(
        PLANS[MAU], cited(title="CCHC thành phố Mẫu")
    )
    assert len(levels) == 2
    assert sorted(found) == sorted(plans)
