"""Findings on targets that fall short: their places and words, and the plans below that they affect."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from cascade.checks.context import Context
from cascade.model.finding import Item
from cascade.model.plan import Citation, Target
from cascade.model.rule import Sketch
from tests.support import COMMUNE, DISTRICT, PAYMENT, PROVINCE, WAITING, commune, found, linked, province, target, task

TO_PROVINCE = Citation(role="basis", number="07/KH-UBND", date=date(2021, 10, 1), issuer="UBND tỉnh Ví Dụ")
TO_DISTRICT = Citation(role="basis", number="01/KH-UBND", date=date(2021, 12, 1), issuer="UBND huyện Thử")


def cascade_of(*answers: Target, child: dict[str, Any] | None = None, others: tuple[Sketch, ...] = ()) -> Context:
    """The province asks for 80%, huyện Thử for 60%, and xã Mẫu answers."""
    above = province(targets=(target("1", "80%"),))
    between = Sketch(citations=(TO_PROVINCE,), targets=(target("1", "60%"),))
    return linked(between, Sketch(targets=answers, **(child or {})), above, *others)


def test_a_commune_that_copies_its_weaker_district_is_affected_and_not_blamed_again() -> None:
    (judged,) = found(cascade_of(target("a", "60%")), "weaker-target")
    assert judged.finding.item == Item(DISTRICT, "target", 0)
    assert judged.finding.against == Item(PROVINCE, "target", 0)
    assert judged.finding.affects == (COMMUNE,)


def test_a_commune_that_does_better_than_its_district_is_not_affected() -> None:
    (judged,) = found(cascade_of(target("a", "80%")), "weaker-target")
    assert judged.finding.affects == ()


def test_all_communes_that_inherit_the_shortfall_are_listed_in_the_order_of_their_ids() -> None:
    others = (
        commune("Sau", citations=(TO_DISTRICT,)),  # says nothing of it
        commune("Hay", citations=(TO_DISTRICT,), targets=(target("a", "85%"),)),
        commune("Nay", citations=(TO_DISTRICT,), tasks=(task("b", "Chỉ tiêu 1"),)),  # has the work without the number
        commune("Trích", citations=(TO_DISTRICT,), content="excerpt"),  # nothing may be concluded from what it lacks
    )
    (judged,) = found(cascade_of(target("a", "60%"), others=others), "weaker-target")
    assert judged.finding.affects == (COMMUNE, "xa-nay-2023", "xa-sau-2023")


def test_a_commune_that_falls_short_of_its_district_too_is_blamed_for_that_alone() -> None:
    first, second = found(cascade_of(target("a", "50%")), "weaker-target")
    assert (first.finding.item.plan, first.finding.affects) == (DISTRICT, (COMMUNE,))
    assert (second.finding.item.plan, second.finding.against) == (COMMUNE, Item(DISTRICT, "target", 0))
    assert second.finding.affects == ()


def test_what_the_district_leaves_out_affects_the_communes_that_leave_it_out() -> None:
    above = province(targets=(target("1", "80%"),))
    context = linked(Sketch(citations=(TO_PROVINCE,)), Sketch(), above)
    (judged,) = found(context, "missing-target")
    assert (judged.finding.item, judged.finding.affects) == (Item(DISTRICT), (COMMUNE,))


@pytest.mark.parametrize("below", ["80%", "50%"])
def test_an_added_exception_affects_nobody(below: str) -> None:
    above = province(targets=(target("1", "80%"),))
    carved = target("1", "80%", exception="đất đai")
    child = Sketch(targets=(target("a", below, exception="đất đai"),))
    (judged,) = found(linked(Sketch(citations=(TO_PROVINCE,), targets=(carved,)), child, above), "carve-out")
    assert (judged.finding.item.plan, judged.finding.affects) == (DISTRICT, ())


# Places and values


def test_a_weaker_target_tells_both_places_both_values_and_the_year() -> None:
    parent, child = Sketch(targets=(target("1", "80%"),)), Sketch(targets=(target("a", "50-80%"),))
    (judged,) = found(linked(parent, child), "weaker-target")
    finding = judged.finding
    assert (finding.item, finding.against) == (Item(COMMUNE, "target", 0), Item(DISTRICT, "target", 0))
    assert (finding.measure, finding.year) == (PAYMENT, 2025)
    assert (finding.child_value, finding.parent_value) == ("50-80%", "80%")


def test_a_missing_target_is_a_finding_on_the_plan_itself() -> None:
    (judged,) = found(linked(Sketch(targets=(target("1", "80%"),)), Sketch()), "missing-target")
    finding = judged.finding
    assert (finding.item, finding.against) == (Item(COMMUNE), Item(DISTRICT, "target", 0))
    assert (finding.child_value, finding.parent_value, finding.year) == (None, "80%", None)


def test_a_target_without_a_measure_is_told_by_its_own_words() -> None:
    (judged,) = found(
        linked(Sketch(targets=(target("1", "90%", None, text="Thôn có tổ số"),)), Sketch()), "missing-target"
    )
    assert (judged.severity, judged.finding.measure, judged.finding.parent_value) == ("warning", None, "90%")
    assert "Thôn có tổ số" in judged.message.vi
    assert "Thôn có tổ số" in judged.message.en
    assert "at least 90%" in judged.message.en


def test_other_units_are_said_to_be_so_on_the_childs_item() -> None:
    parent = Sketch(targets=(target("1", "80%", None, text="80% thôn có nhà văn hóa"),))
    child = Sketch(targets=(target("a", "5 nhà", None, text="Xây 5 nhà văn hóa thôn"),))
    (judged,) = found(linked(parent, child), "incomparable-target")
    assert judged.finding.item == Item(COMMUNE, "target", 0)
    assert "the units differ" in judged.message.en


# Words


@pytest.mark.parametrize(
    ("measure", "asked", "answer", "suggestion"),
    [
        (
            PAYMENT,
            "80%",
            "50-80%",
            (
                "Đề nghị sửa thành «tối thiểu 80%», áp dụng từ năm 2025.",
                "State «at least 80%» from 2025 on.",
            ),
        ),
        (
            WAITING,
            "15 phút",
            "20 phút",
            (
                "Đề nghị sửa thành «không quá 15 phút», áp dụng từ năm 2025.",
                "State «at most 15 phút» from 2025 on.",
            ),
        ),
    ],
)
def test_what_would_mend_it_follows_the_measures_direction(
    measure: str, asked: str, answer: str, suggestion: tuple[str, str]
) -> None:
    context = linked(Sketch(targets=(target("1", asked, measure),)), Sketch(targets=(target("a", answer, measure),)))
    (judged,) = found(context, "weaker-target")
    assert (judged.suggestion.vi, judged.suggestion.en) == suggestion


def test_a_late_target_says_from_when_to_when() -> None:
    context = linked(Sketch(targets=(target("1", "80%", by=2024),)), Sketch(targets=(target("a", "80%", by=2025),)))
    (judged,) = found(context, "late-target")
    assert (judged.finding.year, "2025" in judged.message.vi) == (2024, True)
    assert judged.suggestion.vi == "Đề nghị nêu tối thiểu 80% ngay từ năm 2024, không chờ đến năm 2025."
    assert judged.suggestion.en == "State at least 80% from 2024 on, not only by 2025."
