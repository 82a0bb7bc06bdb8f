"""A unit answers for those that went into it: their plans are found, bind, and are told. All places are invented."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cascade.audit import context_of
from cascade.graph.lineage import Lineage, TakenOver
from cascade.graph.resolve import Outcome
from cascade.graph.succession import NOTHING_BEFORE, Succession
from cascade.model.language import Named
from cascade.model.plan import Citation, LevelId, Plan, Window
from cascade.model.rule import Sketch, plan_of
from tests.lexicon.made import MADE
from tests.support import domain

WORD: dict[str, str] = {"province": "tỉnh", "district": "huyện", "commune": "xã"}


def plan(plan_id: str, level: LevelId, *place: str, **more: Any) -> tuple[str, Plan]:
    head: dict[str, Any] = {
        "issuer": f"UBND {WORD[level]} {place[0]}",
        "number": "05/KH-UBND",
        "issued": "2022-01-10",
        "period": Window(2021, 2030),
        "title": "CCHC giai đoạn 2021-2030",
        "citations": (),
    }
    return plan_of(Sketch(id=plan_id, level=level, place=place, **(head | more)), "other")


def later(level: LevelId, *place: str, **more: Any) -> tuple[str, Plan]:
    """A plan of 2026, which all tests ask about."""
    head = {"issued": "2026-01-15", "period": None, "year": 2026, "title": "CCHC năm 2026", "number": "01/KH-UBND"}
    return plan("later", level, *place, **(head | more))


def basis(**printed: Any) -> Citation:
    head: dict[str, Any] = {"number": "05/KH-UBND", "date": date(2022, 1, 10)}
    return Citation(role="basis", **(head | printed))


def lineage(*plans: tuple[str, Plan]) -> Lineage:
    return context_of(dict(plans), domain(), {}, units=MADE).lineage


def meant(*plans: tuple[str, Plan]) -> tuple[Outcome, tuple[str, ...]]:
    """What the first citation of the later plan comes to."""
    found = lineage(*plans).resolution("later", 0)
    return found.outcome, found.candidates


VI_DU = plan("vi-du", "province", "Ví Dụ")
GIA_DINH = plan("gia-dinh", "province", "Giả Định")
VEN = plan("ven", "commune", "Ven", "Đông Thử", "Ví Dụ")
BO = plan("bo", "commune", "Bờ", "Động Thử", "Giả Định")
THU = plan("thu", "district", "Thử", "Ví Dụ")
DONG_THU = plan("dong-thu", "district", "Động Thử", "Giả Định")


@pytest.mark.parametrize("issuer", ["UBND tỉnh Giả Định", "UBND tỉnh", "Ủy ban nhân dân tỉnh Giả Định"])
def test_a_commune_cites_the_province_in_which_a_part_of_it_lay(issuer: str) -> None:
    citing = later("commune", "Động Thử", "Ví Dụ", citations=(basis(issuer=issuer),))
    assert meant(citing, GIA_DINH) == (Outcome.RESOLVED, ("gia-dinh",))


def test_without_an_issuer_its_units_before_are_looked_at_as_its_superiors_are() -> None:
    citing = later("commune", "Động Thử", "Ví Dụ", citations=(basis(),))
    assert meant(citing, DONG_THU) == (Outcome.RESOLVED, ("dong-thu",))
    assert meant(citing, BO) == (Outcome.RESOLVED, ("bo",))


def test_a_commune_that_took_nothing_of_a_province_does_not_mean_it_by_a_bare_number() -> None:
    citing = later("commune", "Thử", "Ví Dụ", citations=(basis(),))
    assert meant(citing, GIA_DINH) == (Outcome.UNKNOWN, ())


def test_before_the_merger_another_province_is_not_meant() -> None:
    citing = later("commune", "Mẫu", "Thử", "Ví Dụ", issued="2024-01-15", citations=(basis(issuer="UBND tỉnh"),))
    assert meant(citing, GIA_DINH) == (Outcome.UNKNOWN, ())


def test_a_district_of_the_other_province_is_meant_by_its_name() -> None:
    citing = later("commune", "Động Thử", "Ví Dụ", citations=(basis(issuer="UBND huyện Động Thử"),))
    assert meant(citing, DONG_THU) == (Outcome.RESOLVED, ("dong-thu",))


def test_a_new_name_means_the_unit_before_where_none_of_them_had_it() -> None:
    citing = later("province", "Ví Dụ", citations=(basis(issuer="UBND xã Động Thử"),))
    assert meant(citing, BO) == (Outcome.RESOLVED, ("bo",))


def test_of_namesakes_the_unit_that_was_taken_over_is_meant() -> None:
    namesake = plan("namesake", "commune", "Bờ", "Thử", "Ví Dụ")
    citing = later("commune", "Động Thử", "Ví Dụ", citations=(basis(issuer="UBND xã Bờ"),))
    assert meant(citing, BO, namesake) == (Outcome.RESOLVED, ("bo",))


def test_a_unit_of_the_very_name_is_meant_before_one_that_is_now_called_so() -> None:
    named_so = plan("named-so", "commune", "Động Thử", "Thử", "Ví Dụ")
    citing = later("province", "Ví Dụ", citations=(basis(issuer="UBND xã Động Thử"),))
    assert meant(citing, BO, named_so) == (Outcome.RESOLVED, ("named-so",))


def test_a_name_that_one_of_them_had_means_that_one_and_is_never_silently_another() -> None:
    citing = later("province", "Ví Dụ", citations=(basis(issuer="UBND tỉnh Ví Dụ"),))
    assert meant(citing, GIA_DINH) == (Outcome.MISATTRIBUTED, ("gia-dinh",))
    undated = later("province", "Ví Dụ", citations=(basis(issuer="UBND tỉnh Ví Dụ", date=None),))
    assert meant(undated, GIA_DINH) == (Outcome.UNKNOWN, ())


def test_two_units_before_with_one_number_stay_ambiguous() -> None:
    citing = later("commune", "Động Thử", "Ví Dụ", citations=(basis(issuer="UBND tỉnh"),))
    assert meant(citing, GIA_DINH, VI_DU) == (Outcome.AMBIGUOUS, ("gia-dinh", "vi-du"))


@pytest.mark.parametrize("old", [VEN, BO])
def test_a_year_carries_out_the_period_plan_of_a_unit_that_it_took_over(old: tuple[str, Plan]) -> None:
    citing = later("commune", "Động Thử", "Ví Dụ", citations=(basis(issuer=old[1].issuer),))
    linked = lineage(citing, old)
    assert linked.is_own_period_plan("later", old[0])
    assert linked.parents("later") == (old[0],)


def test_the_plan_of_a_level_that_has_ended_binds_only_where_no_other_is_cited() -> None:
    citations = (basis(issuer="UBND huyện Thử"), basis(number="07/KH-UBND", issuer="UBND tỉnh Ví Dụ"))
    citing = later("commune", "Thử", "Ví Dụ", citations=citations)
    above = plan("vi-du", "province", "Ví Dụ", number="07/KH-UBND")
    assert lineage(citing, THU, above).parents("later") == ("vi-du",)
    assert lineage(citing, THU).parents("later") == ("thu",)


def told(found: tuple[TakenOver, ...]) -> list[tuple[str, str, str, bool]]:
    return [(one.plan, one.unit.shown, one.now.shown, one.cited) for one in found]


def test_what_a_unit_took_over_is_told_cited_or_not() -> None:
    citing = later("commune", "Động Thử", "Ví Dụ", citations=(basis(issuer="UBND tỉnh Giả Định"),))
    assert told(lineage(citing, VEN, GIA_DINH, BO).taken_over("later")) == [
        ("gia-dinh", "tỉnh Giả Định", "tỉnh Ví Dụ", True),
        ("bo", "xã Bờ", "xã Động Thử", False),
        ("ven", "xã Ven", "xã Động Thử", False),
    ]


@pytest.mark.parametrize(
    "other",
    [
        plan("x", "commune", "Bờ", "Động Thử", "Giả Định", title="Phòng, chống lụt bão giai đoạn 2021-2030"),
        plan("x", "commune", "Bờ", "Động Thử", "Giả Định", period=Window(2021, 2025)),
        plan("x", "commune", "Bờ", "Động Thử", "Giả Định", period=None, year=2023),
        plan("x", "province", "Ví Dụ"),  # has the name still
        plan("x", "commune", "Mậu", "Đông Thử", "Ví Dụ"),  # no such unit
    ],
)
def test_other_plans_are_not_told_of(other: tuple[str, Plan]) -> None:
    assert lineage(later("commune", "Động Thử", "Ví Dụ"), other).taken_over("later") == ()


def test_a_unit_that_the_lists_do_not_know_stands_for_what_its_province_took_over() -> None:
    citing = later("commune", "Lạ", "Ví Dụ", citations=(basis(issuer="UBND tỉnh Giả Định"),))
    assert meant(citing, GIA_DINH) == (Outcome.RESOLVED, ("gia-dinh",))
    assert Succession(MADE).predecessors(later("commune", "Lạ", "Nơi Lạ")[1]) == NOTHING_BEFORE


@given(st.dates(date(2015, 1, 1), date(2024, 12, 31)))
def test_before_the_first_change_nothing_was_taken_over(day: date) -> None:
    _, old = plan("old", "commune", "Mẫu", "Thử", "Ví Dụ", issued=day.isoformat())
    succession = Succession(MADE)
    assert succession.predecessors(old) == NOTHING_BEFORE
    assert succession.formerly(Named(("commune",), "Động Thử"), old) == frozenset()
