"""Targets beside targets: does a child guarantee, year by year, what the plans above it promise?"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cascade.answers.answer import Answer, Candidate, Standing
from cascade.model.bound import parse_bound
from cascade.model.finding import Item
from cascade.model.plan import Citation, Growth, Target, Task, Window
from cascade.model.rule import Sketch
from cascade.verdicts.fulfilment import Comparison
from cascade.verdicts.targets import TargetComparing
from cascade.verdicts.verdict import TargetVerdict as Verdict
from tests.support import COMMUNE, DISTRICT, PROVINCE, WAITING, Told, linked, province, target, task

PERIOD: dict[str, Any] = {"period": Window(2021, 2025)}  # the whole period
YEAR: dict[str, Any] = {"period": Window(2021, 2025), "year": 2023}  # one year of it, with what follows
ALONE: dict[str, Any] = {"period": Window(2023, 2023)}  # one year by itself
TO_PROVINCE = Citation(role="basis", number="07/KH-UBND", date=date(2021, 10, 1), issuer="UBND tỉnh Ví Dụ")
GRADE, COLLECTIVE = "steering.par-grade", "steering.communes-par-good"
FILES = "digital.work-files-online"


def compared(
    asked: Target | tuple[Target, ...],
    answers: Target | tuple[Target, ...] = (),
    kind: dict[str, Any] = PERIOD,
    above: dict[str, Any] = PERIOD,
) -> tuple[Comparison, ...]:
    """The targets of huyện Thử (`asked`) beside those of xã Mẫu, whose plan is of this `kind`."""
    asked = asked if isinstance(asked, tuple) else (asked,)
    answers = answers if isinstance(answers, tuple) else (answers,)
    return linked(Sketch(targets=asked, **above), Sketch(targets=answers, **kind)).targets.compare(COMMUNE)


def words(item_id: str, value: str, text: str, **more: Any) -> Target:
    """A target in these words that no measure fits."""
    return target(item_id, value, None, text=text, **more)


def verdict(*args: Any, **more: Any) -> tuple[Verdict, int | None]:
    """The verdict on the only comparison, and the year that decided."""
    (comparison,) = compared(*args, **more)
    return comparison.verdict, comparison.year


# Bounds


@pytest.mark.parametrize(
    ("wanted", "given_bound", "expected"),
    [
        ("80%", "80%", Verdict.HOLDS),
        ("80%", "85%", Verdict.HOLDS),
        ("80%", "79,9%", Verdict.WEAKER),
        ("> 90%", "90%", Verdict.WEAKER),
        ("> 90%", "> 90%", Verdict.HOLDS),
        ("> 90%", "90,1%", Verdict.HOLDS),
        ("90%", "> 90%", Verdict.HOLDS),
        ("80%", "50-80%", Verdict.WEAKER),
        ("50-80%", "50%", Verdict.HOLDS),
        ("50-80%", "49-90%", Verdict.WEAKER),
        ("= 5%", "5%", Verdict.HOLDS),
    ],
)
def test_where_more_is_better_the_lower_end_is_what_is_guaranteed(
    wanted: str, given_bound: str, expected: Verdict
) -> None:
    assert verdict(target("1", wanted), target("a", given_bound)) == (expected, 2025)


@pytest.mark.parametrize(
    ("wanted", "given_bound", "expected"),
    [
        ("15 phút", "15 phút", Verdict.HOLDS),
        ("15 phút", "10 phút", Verdict.HOLDS),
        ("15 phút", "16 phút", Verdict.WEAKER),
        ("15 phút", "10-20 phút", Verdict.WEAKER),
        ("10-20 phút", "20 phút", Verdict.HOLDS),
        ("< 15 phút", "15 phút", Verdict.WEAKER),
        ("15 phút", "<= 15 phút", Verdict.HOLDS),
    ],
)
def test_where_less_is_better_the_upper_end_is_what_is_guaranteed(
    wanted: str, given_bound: str, expected: Verdict
) -> None:
    assert verdict(target("1", wanted, WAITING), target("a", given_bound, WAITING)) == (expected, 2025)


@pytest.mark.parametrize(("given_bound", "expected"), [("xuất sắc", Verdict.HOLDS), ("khá", Verdict.WEAKER)])
def test_grades_are_compared_on_the_measures_scale(given_bound: str, expected: Verdict) -> None:
    assert verdict(target("1", "tốt", GRADE), target("a", given_bound, GRADE)) == (expected, 2025)


# Years


@pytest.mark.parametrize(
    ("asked", "answer", "kind", "expected"),
    [
        # by a year
        ({"by": 2025}, {"by": 2025}, PERIOD, (Verdict.HOLDS, 2025)),
        ({"by": 2025}, {"by": 2023}, PERIOD, (Verdict.HOLDS, 2025)),
        ({"by": 2023}, {"by": 2025}, PERIOD, (Verdict.LATE, 2023)),
        ({"by": 2023}, {"by": 2025}, YEAR, (Verdict.LATE, 2023)),
        ({"by": 2022}, {"by": 2023}, YEAR, (Verdict.HOLDS, 2023)),  # of 2022 the plan for 2023 does not speak
        ({"by": 2022}, {"by": 2022}, YEAR, (Verdict.HOLDS, 2023)),  # even where it repeats what was due then
        # in a year
        ({"in_year": 2022}, {"in_year": 2022}, YEAR, (Verdict.OTHER_YEARS, None)),
        ({"in_year": 2023}, {"in_year": 2023}, PERIOD, (Verdict.HOLDS, 2023)),
        ({"in_year": 2023}, {"in_year": 2024}, PERIOD, (Verdict.LATE, 2023)),
        ({"in_year": 2024}, {"in_year": 2023}, PERIOD, (Verdict.WEAKER, 2024)),  # held once and given up
        ({"in_year": 2023}, {"by": 2023}, PERIOD, (Verdict.HOLDS, 2023)),
        # every year
        (
            {"yearly": True},
            {"yearly": True},
            PERIOD,
            (Verdict.HOLDS, 2022),
        ),  # signed in 2022: of 2021 it is too late to ask
        ({"yearly": True}, {"by": 2025}, PERIOD, (Verdict.LATE, 2022)),
        ({"yearly": True}, {}, PERIOD, (Verdict.LATE, 2022)),
        ({"by": 2025}, {"yearly": True}, PERIOD, (Verdict.HOLDS, 2025)),
        # none stated: by the end of the plan's own period, in a plan for one year at once
        ({}, {}, PERIOD, (Verdict.HOLDS, 2025)),
        ({}, {"by": 2024}, PERIOD, (Verdict.HOLDS, 2025)),
        ({"by": 2024}, {}, PERIOD, (Verdict.LATE, 2024)),
        ({"by": 2023}, {}, YEAR, (Verdict.HOLDS, 2023)),
        ({"yearly": True}, {}, YEAR, (Verdict.HOLDS, 2023)),
        ({"yearly": True}, {}, ALONE, (Verdict.HOLDS, 2023)),
        # a plan for one year by itself is not held to other years, unless it speaks of them
        ({"by": 2025}, {}, ALONE, (Verdict.OTHER_YEARS, None)),
        ({}, {}, ALONE, (Verdict.OTHER_YEARS, None)),
        ({"in_year": 2022}, {}, ALONE, (Verdict.OTHER_YEARS, None)),
        ({"by": 2025}, {"by": 2025}, ALONE, (Verdict.HOLDS, 2025)),
        ({"by": 2025}, {"in_year": 2025}, ALONE, (Verdict.HOLDS, 2025)),
        # a longer period
        ({"by": 2025}, {"by": 2030}, {"period": Window(2021, 2030)}, (Verdict.LATE, 2025)),
        ({"by": 2025}, {}, {"period": Window(2021, 2030)}, (Verdict.LATE, 2025)),
    ],
)
def test_the_same_bound_is_compared_in_every_year_that_both_plans_cover(
    asked: dict[str, Any], answer: dict[str, Any], kind: dict[str, Any], expected: tuple[Verdict, int | None]
) -> None:
    assert verdict(target("1", "80%", **asked), target("a", "80%", **answer), kind) == expected


@pytest.mark.parametrize(
    ("asked", "answer", "kind", "year"),
    [
        ({"by": 2023}, {"by": 2025}, PERIOD, 2025),  # the year in which the child does answer with a number
        ({"by": 2023}, {"in_year": 2023}, PERIOD, 2023),
        ({"yearly": True}, {}, YEAR, 2023),
        ({}, {}, YEAR, 2025),
        ({"by": 2025}, {"by": 2025}, ALONE, 2025),
        ({"yearly": True}, {}, ALONE, 2023),
    ],
)
def test_a_lower_bound_is_weaker_in_the_first_year_in_which_the_child_states_it(
    asked: dict[str, Any], answer: dict[str, Any], kind: dict[str, Any], year: int
) -> None:
    assert verdict(target("1", "80%", **asked), target("a", "60%", **answer), kind) == (Verdict.WEAKER, year)


@pytest.mark.parametrize(("issued", "year"), [("2021-12-31", 2021), ("2022-01-01", 2022), ("null", 2021)])
def test_a_plan_is_held_to_no_year_before_the_one_in_which_it_was_signed(issued: str, year: int) -> None:
    asked, answer = target("1", "80%", yearly=True), target("a", "60%", yearly=True)
    assert verdict(asked, answer, PERIOD | {"issued": issued}) == (Verdict.WEAKER, year)


def test_a_plan_for_one_year_that_states_a_value_for_it_alone_speaks_of_no_other_year() -> None:
    assert verdict(target("1", "80%", by=2025), target("a", "20%", in_year=2023), YEAR) == (Verdict.OTHER_YEARS, None)
    assert verdict(target("1", "80%", by=2025), target("a", "20%"), YEAR) == (Verdict.WEAKER, 2025)


def test_a_late_target_tells_when_it_catches_up() -> None:
    (late,) = compared(target("1", "80%", by=2022), (target("a", "80%", by=2024), target("b", "90%", by=2025)))
    assert (late.verdict, late.year, late.reached, late.child) == (
        Verdict.LATE,
        2022,
        2024,
        Item(COMMUNE, "target", 0),
    )


def test_a_lower_bound_before_the_same_one_is_weaker_and_not_late() -> None:
    (weaker,) = compared(target("1", "80%", by=2023), (target("a", "60%", in_year=2023), target("b", "80%", by=2025)))
    assert (weaker.verdict, weaker.year, weaker.reached) == (Verdict.WEAKER, 2023, None)
    assert weaker.child == Item(COMMUNE, "target", 0)


def test_several_targets_of_the_child_together_hold_what_none_holds_alone() -> None:
    answers = (target("a", "80%", in_year=2024), target("b", "80%", by=2025))
    assert verdict(target("1", "80%", by=2024), answers) == (Verdict.HOLDS, 2024)


@pytest.mark.parametrize("kind", [PERIOD, YEAR])
def test_a_value_for_now_beside_one_for_2025_holds_from_the_plans_first_year(kind: dict[str, Any]) -> None:
    asked = (target("1", "> 90%"), target("2", "95%", by=2025))
    weaker, equal = compared(asked, (target("a", "85%"), target("b", "95%", by=2025)), kind)
    assert (weaker.verdict, weaker.year, weaker.child) == (
        Verdict.WEAKER,
        kind.get("year", 2022),
        Item(COMMUNE, "target", 0),
    )
    assert (equal.verdict, equal.year, equal.child) == (Verdict.HOLDS, 2025, Item(COMMUNE, "target", 1))


def test_the_bound_asked_for_and_the_bound_given_are_told() -> None:
    (comparison,) = compared(target("1", "80%"), target("a", "50-80%"))
    assert (str(comparison.wanted), str(comparison.given)) == ("80%", "50-80%")


# Growth: 15% and 20 more every year up to 100%

STEPS = Growth(per_year=Decimal(20), until=Decimal(100))
FROM_2022 = Growth(per_year=Decimal(20), since=2022, until=Decimal(100))


@pytest.mark.parametrize(("bound", "expected"), [("55%", Verdict.HOLDS), ("54%", Verdict.WEAKER)])
def test_a_plan_for_one_year_is_held_to_the_step_that_the_growth_has_reached(bound: str, expected: Verdict) -> None:
    (comparison,) = compared(target("1", "15%", growth=FROM_2022), target("a", bound), ALONE)
    assert (comparison.verdict, comparison.year) == (expected, 2023)
    if expected is Verdict.WEAKER:
        assert str(comparison.wanted) == "55%"


def test_growth_stops_at_its_cap() -> None:
    asked = target("1", "70%", growth=FROM_2022)  # 70, 90, 100, 100, 100
    assert verdict(asked, target("a", "100%", by=2023)) == (Verdict.LATE, 2022)
    assert verdict(asked, target("a", "100%", yearly=True)) == (Verdict.HOLDS, 2022)
    assert verdict(asked, target("a", "99%", yearly=True)) == (Verdict.WEAKER, 2023)


def test_a_slower_growth_is_weaker_in_the_first_year_in_which_it_falls_behind() -> None:
    slower = target("a", "15%", growth=Growth(per_year=Decimal(10), since=2022))
    (comparison,) = compared(target("1", "15%", growth=FROM_2022), slower)
    assert (comparison.verdict, comparison.year, str(comparison.wanted)) == (Verdict.WEAKER, 2022, "35%")


def test_where_neither_text_says_when_the_growth_starts_both_start_together() -> None:
    asked = target("1", "15%", growth=STEPS)
    assert verdict(asked, target("a", "15%", growth=STEPS), YEAR) == (Verdict.HOLDS, 2023)


def test_where_only_the_parent_says_when_the_growth_starts_the_childs_starts_with_its_own_years() -> None:
    asked = target("1", "15%", growth=FROM_2022)
    assert verdict(asked, target("a", "15%", growth=STEPS), YEAR) == (Verdict.WEAKER, 2023)
    assert verdict(asked, target("a", "15%", growth=STEPS), PERIOD) == (Verdict.HOLDS, 2022)


def test_where_less_is_better_growth_leads_downward() -> None:
    faster = Growth(per_year=Decimal(5), since=2022, until=Decimal(15))  # 30, 25, 20, 15, 15
    (comparison,) = compared(
        target("1", "30 phút", WAITING, growth=faster), target("a", "20 phút", WAITING, yearly=True)
    )
    assert (comparison.verdict, comparison.year, str(comparison.wanted)) == (Verdict.WEAKER, 2024, "15 phút")


# What cannot be compared


def test_other_baselines_are_not_compared() -> None:
    (comparison,) = compared(target("1", "10%", baseline=2021), target("a", "15%", baseline=2015))
    assert (comparison.verdict, comparison.detail) == (Verdict.INCOMPARABLE, "baseline")


@pytest.mark.parametrize(("above", "below"), [(2021, 2021), (2021, None), (None, 2015), (None, None)])
def test_a_baseline_that_one_side_leaves_out_is_the_other_sides(above: int | None, below: int | None) -> None:
    assert verdict(target("1", "10%", baseline=above), target("a", "10%", baseline=below)) == (Verdict.HOLDS, 2025)


@pytest.mark.parametrize(("above", "below"), [("15 phút", "1 ngày"), ("1 ngày", "15 phút")])
def test_other_units_are_not_compared(above: str, below: str) -> None:
    (comparison,) = compared(target("1", above, WAITING), target("a", below, WAITING))
    assert (comparison.verdict, comparison.detail) == (Verdict.INCOMPARABLE, "unit")


def test_a_unit_left_out_is_the_measures_own() -> None:
    assert verdict(target("1", "15 phút", WAITING), target("a", "15", WAITING)) == (Verdict.HOLDS, 2025)


def test_a_grade_beside_minutes_is_not_compared() -> None:
    (comparison,) = compared(target("1", "30 phút", WAITING), target("a", "tốt", WAITING))
    assert (comparison.verdict, comparison.detail) == (Verdict.INCOMPARABLE, "unit")


@pytest.mark.parametrize(("above", "below"), [("30 phút", ">= 30 phút"), (">= 30 phút", "30 phút")])
def test_a_bound_that_makes_no_sense_is_doubtful_and_never_repaired(above: str, below: str) -> None:
    (comparison,) = compared(target("1", above, WAITING), target("a", below, WAITING))
    assert (comparison.verdict, comparison.detail, comparison.year) == (Verdict.DOUBTFUL, "bound", None)


def test_a_comparable_target_beside_an_incomparable_one_decides() -> None:
    answers = (target("a", "20%", baseline=2015), target("b", "5%", baseline=2021))
    (comparison,) = compared(target("1", "10%", baseline=2021), answers)
    assert (comparison.verdict, comparison.child) == (Verdict.WEAKER, Item(COMMUNE, "target", 1))


# Exceptions and softer words: only where nothing firm and whole holds by itself

EXCEPT = {"exception": "lĩnh vực đất đai"}
STRIVE = {"hedge": "phấn đấu"}


@pytest.mark.parametrize(
    ("asked", "answers", "expected", "child"),
    [
        ({}, [("80%", EXCEPT)], Verdict.CARVE_OUT, 0),
        ({}, [("80%", STRIVE)], Verdict.SOFTER, 0),
        ({}, [("80%", EXCEPT | STRIVE)], Verdict.CARVE_OUT, 0),
        ({}, [("80%", EXCEPT), ("80%", {})], Verdict.HOLDS, 0),
        ({}, [("90%", EXCEPT), ("80%", {})], Verdict.HOLDS, 0),
        ({}, [("80%", STRIVE), ("80%", {})], Verdict.HOLDS, 0),
        ({}, [("90%", STRIVE), ("80%", {})], Verdict.HOLDS, 0),
        ({}, [("70%", {}), ("80%", EXCEPT)], Verdict.CARVE_OUT, 1),
        ({}, [("70%", {}), ("80%", STRIVE)], Verdict.SOFTER, 1),
        ({}, [("80%", EXCEPT), ("80%", STRIVE)], Verdict.SOFTER, 1),  # the one without exceptions is soft
        (EXCEPT, [("80%", EXCEPT)], Verdict.HOLDS, 0),
        (EXCEPT, [("80%", {"exception": "riêng lĩnh vực Đất đai"})], Verdict.HOLDS, 0),
        (EXCEPT, [("80%", {"exception": "hồ sơ bí mật nhà nước"})], Verdict.CARVE_OUT, 0),
        (EXCEPT, [("80%", {})], Verdict.HOLDS, 0),
        (STRIVE, [("80%", STRIVE)], Verdict.HOLDS, 0),
        (STRIVE, [("80%", {})], Verdict.HOLDS, 0),
        ({}, [("70%", EXCEPT | STRIVE)], Verdict.WEAKER, 0),
    ],
)
def test_an_exception_or_softer_words_count_only_where_the_bound_needs_them(
    asked: dict[str, Any], answers: list[tuple[str, dict[str, Any]]], expected: Verdict, child: int
) -> None:
    sides = tuple(target(f"a{index}", value, **more) for index, (value, more) in enumerate(answers))
    (comparison,) = compared(target("1", "80%", **asked), sides)
    assert (comparison.verdict, comparison.child) == (expected, Item(COMMUNE, "target", child))


@pytest.mark.parametrize(
    ("theirs", "ours", "expected"),
    [
        ("lĩnh vực đất đai", "lĩnh vực đất đai", Verdict.HOLDS),
        ("lĩnh vực đất đai, xây dựng", "lĩnh vực đất đai", Verdict.HOLDS),  # ours leaves out less
        ("lĩnh vực đất đai", "lĩnh vực đất đai, xây dựng, đầu tư", Verdict.CARVE_OUT),  # ours leaves out more
        ("lĩnh vực đất đai", "lĩnh vực hộ tịch", Verdict.CARVE_OUT),
    ],
)
def test_an_exception_is_the_parents_own_where_that_names_all_of_it(theirs: str, ours: str, expected: Verdict) -> None:
    asked, answer = target("1", "80%", exception=theirs), target("a", "80%", exception=ours)
    assert verdict(asked, answer)[0] is expected


# Tiers


def test_a_target_for_the_districts_own_tier_does_not_bind_the_commune() -> None:
    asked = target("1", "80%", FILES, tier="district")
    assert verdict(asked, target("a", "60%", FILES, tier="commune")) == (Verdict.NOT_ASKED, None)
    assert verdict(asked) == (Verdict.NOT_ASKED, None)


@pytest.mark.parametrize(("tier", "asked"), [("commune", "direct"), (None, "implied")])
def test_a_target_asks_directly_where_it_names_the_childs_level(tier: str | None, asked: str) -> None:
    (comparison,) = compared(target("1", "80%", FILES, tier=tier), target("a", "80%", FILES))
    assert (comparison.verdict, comparison.asked) == (Verdict.HOLDS, asked)


def test_of_the_childs_targets_that_on_the_same_tier_answers() -> None:
    answers = (target("a", "90%", FILES), target("b", "70%", FILES, tier="commune"))
    (comparison,) = compared(target("1", "80%", FILES, tier="commune"), answers)
    assert (comparison.verdict, comparison.child) == (Verdict.WEAKER, Item(COMMUNE, "target", 1))


def district_beside_province(asked: Target, *answers: Target) -> tuple[Comparison, ...]:
    above = province(targets=(asked,))
    return linked(Sketch(citations=(TO_PROVINCE,), targets=answers), None, above).targets.compare(DISTRICT)


def test_a_target_for_all_is_answered_tier_by_tier_where_the_child_tells_them_apart() -> None:
    own, communes = target("a", "80%", FILES, tier="district"), target("b", "60%", FILES, tier="commune")
    found = district_beside_province(target("1", "70%", FILES), own, communes)
    assert [(one.verdict, one.child) for one in found] == [
        (Verdict.HOLDS, Item(DISTRICT, "target", 0)),
        (Verdict.WEAKER, Item(DISTRICT, "target", 1)),
    ]


@pytest.mark.parametrize(
    ("tier", "expected"),
    [("province", Verdict.NOT_ASKED), ("district", Verdict.MISSING), ("commune", Verdict.MISSING)],
)
def test_a_target_binds_the_tier_that_it_names_and_those_above_that_answer_for_it(tier: str, expected: Verdict) -> None:
    (comparison,) = district_beside_province(target("1", "70%", FILES, tier=tier))
    assert comparison.verdict is expected


# Collectives, holders, measures that do another's work


@pytest.mark.parametrize(("grade", "expected"), [("tốt", Verdict.HOLDS), ("khá", Verdict.WEAKER)])
def test_a_target_of_all_communes_binds_each_as_its_own_part(grade: str, expected: Verdict) -> None:
    (comparison,) = compared(target("1", "85%", COLLECTIVE), target("a", grade, GRADE))
    assert (comparison.verdict, comparison.measure_id, str(comparison.wanted)) == (expected, GRADE, "tốt")
    assert comparison.asked == "direct"


def test_a_commune_that_leaves_its_part_out_misses_the_grade() -> None:
    (comparison,) = compared(target("1", "85%", COLLECTIVE))
    assert (comparison.verdict, comparison.measure_id, str(comparison.wanted)) == (Verdict.MISSING, GRADE, "tốt")


def test_to_the_district_the_same_target_stays_a_share_of_communes() -> None:
    (comparison,) = district_beside_province(target("1", "85%", COLLECTIVE), target("a", "80%", COLLECTIVE))
    assert (comparison.verdict, comparison.measure_id, comparison.asked) == (Verdict.WEAKER, COLLECTIVE, "implied")


def test_a_level_without_the_measured_thing_owes_nothing() -> None:
    assert verdict(target("1", "10%", "org.public-units-cut")) == (Verdict.NOT_ASKED, None)
    (comparison,) = district_beside_province(target("1", "10%", "org.public-units-cut"))
    assert comparison.verdict is Verdict.MISSING


STANDARDS, DEGREE = "civil.commune-standards", "civil.commune-degree"


@pytest.mark.parametrize(("value", "expected"), [("100%", Verdict.HOLDS), ("90%", Verdict.WEAKER)])
def test_a_measure_that_does_anothers_work_is_held_to_the_same_bound(value: str, expected: Verdict) -> None:
    (comparison,) = compared(target("1", "100%", STANDARDS), target("a", value, DEGREE))
    assert (comparison.verdict, comparison.measure_id) == (expected, STANDARDS)


def test_the_reverse_is_not_so() -> None:
    assert verdict(target("1", "100%", DEGREE), target("a", "100%", STANDARDS)) == (Verdict.MISSING, None)


# Numbers that stand in the task part


def test_a_number_among_the_tasks_counts_only_where_the_objectives_are_silent() -> None:
    in_tasks = target("2", "90%", where="tasks")
    answer = target("a", "80%")
    assert [one.parent.index for one in compared((target("1", "80%"), in_tasks), answer)] == [0]
    assert verdict(in_tasks, answer) == (Verdict.WEAKER, 2025)


def test_a_number_among_the_tasks_for_a_tier_on_which_the_objectives_are_silent_counts() -> None:
    asked = (target("1", "80%", FILES, tier="district"), target("2", "60%", FILES, tier="commune", where="tasks"))
    found = compared(asked, target("a", "50%", FILES, tier="commune"))
    assert [(one.parent.index, one.verdict) for one in found] == [(0, Verdict.NOT_ASKED), (1, Verdict.WEAKER)]


def test_a_number_among_the_childs_tasks_answers_only_where_its_objectives_are_silent() -> None:
    in_tasks = target("b", "90%", where="tasks")
    assert verdict(target("1", "80%"), (target("a", "70%"), in_tasks)) == (Verdict.WEAKER, 2025)
    assert verdict(target("1", "80%"), in_tasks) == (Verdict.HOLDS, 2025)


def test_a_number_among_the_tasks_that_nobody_answers_is_missing_as_a_number_of_a_task() -> None:
    (comparison,) = compared(target("1", "80%", where="tasks"))
    assert (comparison.verdict, comparison.detail) == (Verdict.MISSING, "in-task")


def test_a_number_among_the_tasks_without_a_measure_is_not_lost() -> None:
    found = compared((target("1", "80%"), target("2", "30%", None, where="tasks")), target("a", "80%"))
    assert [(one.verdict, one.detail) for one in found] == [(Verdict.HOLDS, None), (Verdict.MISSING, "in-task")]


# No number answers


def test_what_nothing_answers_is_missing() -> None:
    (comparison,) = compared(target("1", "80%"), target("a", "80%", "tthc.on-time"))
    assert (comparison.verdict, comparison.child, str(comparison.wanted)) == (Verdict.MISSING, None, "80%")


def test_a_plan_for_one_year_need_not_repeat_what_is_due_later() -> None:
    assert verdict(target("1", "80%", by=2025), (), ALONE) == (Verdict.NOT_ASKED, None)
    assert verdict(target("1", "80%", yearly=True), (), ALONE) == (Verdict.MISSING, None)
    assert verdict(target("1", "80%", by=2025), (), YEAR) == (Verdict.MISSING, None)


PAYABLE = "80% thủ tục hành chính được triển khai thanh toán trực tuyến"


@pytest.mark.parametrize(
    ("text", "expected", "given_bound"),
    [
        ("Triển khai thanh toán trực tuyến đối với thủ tục hành chính", Verdict.UNQUANTIFIED, None),
        ("Triển khai thanh toán trực tuyến đối với 70% thủ tục hành chính", Verdict.WEAKER, "70 %"),
        ("Triển khai thanh toán trực tuyến đối với 85% thủ tục hành chính", Verdict.HOLDS, "85 %"),
        ("Triển khai thanh toán trực tuyến đối với toàn bộ thủ tục hành chính", Verdict.HOLDS, "100%"),
        ("Triển khai thanh toán trực tuyến trong 15 phút đối với thủ tục hành chính", Verdict.UNQUANTIFIED, None),
    ],
)
def test_a_task_that_does_the_work_answers_by_the_number_that_it_states(
    text: str, expected: Verdict, given_bound: str | None
) -> None:
    sketch = Sketch(tasks=(task("a", "Trồng cây xanh ven đường"), task("b", text)), **PERIOD)
    asked = target("1", "80%", text=PAYABLE)
    (comparison,) = linked(Sketch(targets=(asked,)), sketch).targets.pair(COMMUNE, DISTRICT)
    assert (comparison.verdict, comparison.child) == (expected, Item(COMMUNE, "task", 1))
    assert (str(comparison.given) if comparison.given else None) == given_bound


# Without a measure: the words tell what answers, and which way is better

BESIDE = words("9", "90%", "Tỷ lệ hộ dân dùng nước sạch tập trung đạt 90%")
ON_TIME = "98% hồ sơ hộ tịch được giải quyết đúng hẹn"
MEETINGS = "Mỗi năm tổ chức ít nhất {} cuộc đối thoại với thanh niên"


def worded(asked: Target, *answers: Target | Task, **more: Any) -> Comparison:
    """The first target of huyện Thử beside the items of xã Mẫu; both plans have a target on water besides."""
    targets = (*(one for one in answers if isinstance(one, Target)), BESIDE)
    tasks = tuple(one for one in answers if isinstance(one, Task))
    child = Sketch(targets=targets, tasks=tasks, **(PERIOD | more))
    return linked(Sketch(targets=(asked, BESIDE), **PERIOD), child).targets.pair(COMMUNE, DISTRICT)[0]


@pytest.mark.parametrize(
    ("asked", "answer", "expected", "detail"),
    [
        # higher is better, lower is better
        (("50%", "50% hộ dùng nước sạch ở nông thôn"), ("45%", "45% hộ dùng nước sạch ở nông thôn"), "weaker", None),
        (("50%", "50% hộ dùng nước sạch ở nông thôn"), ("55%", "55% hộ dùng nước sạch ở nông thôn"), "holds", None),
        (
            ("15 phút", "Thời gian chờ nộp hồ sơ tối đa 15 phút"),
            ("20 phút", "Thời gian chờ nộp hồ sơ tối đa 20 phút"),
            "weaker",
            None,
        ),
        (
            ("15 phút", "Thời gian chờ nộp hồ sơ tối đa 15 phút"),
            ("10 phút", "Thời gian chờ nộp hồ sơ tối đa 10 phút"),
            "holds",
            None,
        ),
        (
            ("2%", "Tỷ lệ hộ nghèo còn dưới 2%"),
            ("3%", "Tỷ lệ hộ nghèo còn dưới 3%"),
            "weaker",
            None,
        ),
        # inside out: 98% on time leaves 2% late
        (("98%", ON_TIME), ("2%", "Tỷ lệ hồ sơ hộ tịch giải quyết trễ hẹn không quá 2%"), "holds", "turned"),
        (("98%", ON_TIME), ("3%", "Tỷ lệ hồ sơ hộ tịch giải quyết trễ hẹn không quá 3%"), "weaker", "turned"),
        # neither counts a bad thing: nothing is turned
        (
            ("80%", "80% cuộc họp thôn được ghi biên bản"),
            ("20%", "Không quá 20% cuộc họp thôn được ghi biên bản"),
            "weaker",
            None,
        ),
        # at another rate: one a quarter is four a year
        (
            ("4 cuộc", MEETINGS.format(4)),
            ("1 cuộc", "Mỗi quý tổ chức 1 cuộc đối thoại với thanh niên"),
            "holds",
            "scaled",
        ),
        (
            ("5 cuộc", MEETINGS.format(5)),
            ("1 cuộc", "Mỗi quý tổ chức 1 cuộc đối thoại với thanh niên"),
            "weaker",
            "scaled",
        ),
        # units that count the same
        (
            ("4 cuộc", MEETINGS.format(4)),
            ("4 buổi", "Mỗi năm tổ chức ít nhất 4 buổi đối thoại với thanh niên"),
            "holds",
            None,
        ),
        # a share of all that reaches a grade binds each to the grade
        (
            ("85%", "85% xã được đánh giá chuyển đổi số loại tốt trở lên"),
            ("tốt", "Xã được đánh giá chuyển đổi số loại tốt trở lên"),
            "holds",
            "collective",
        ),
        (
            ("85%", "85% xã được đánh giá chuyển đổi số loại tốt trở lên"),
            ("khá", "Xã được đánh giá chuyển đổi số loại khá trở lên"),
            "weaker",
            "collective",
        ),
        # what a person could not compare either
        (
            ("80%", "80% thôn có nhà văn hóa đạt chuẩn"),
            ("5 nhà", "Xây mới 5 nhà văn hóa thôn đạt chuẩn"),
            "incomparable",
            "unit",
        ),
        (
            ("30 phút", "Thời gian xử lý mỗi hồ sơ tối thiểu 30 phút"),
            ("20 phút", "Thời gian xử lý mỗi hồ sơ tối đa 20 phút"),
            "doubtful",
            "direction",
        ),
    ],
)
def test_a_target_that_no_measure_fits_is_compared_by_its_own_words(
    asked: tuple[str, str], answer: tuple[str, str], expected: str, detail: str | None
) -> None:
    found = worded(words("1", *asked), words("a", *answer))
    assert (found.verdict.value, found.detail, found.child) == (expected, detail, Item(COMMUNE, "target", 0))
    assert found.measure_id is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tổ chức 5 cuộc đối thoại với thanh niên", Verdict.HOLDS),
        ("Tổ chức 3 cuộc đối thoại với thanh niên", Verdict.WEAKER),
        ("Tổ chức đối thoại với thanh niên", Verdict.UNQUANTIFIED),
    ],
)
def test_a_task_can_answer_a_target_that_no_measure_fits(text: str, expected: Verdict) -> None:
    found = worded(words("1", "4 cuộc", MEETINGS.format(4)), task("a", text))
    assert (found.verdict, found.child) == (expected, Item(COMMUNE, "task", 0))


def test_a_target_on_another_measure_does_not_answer_however_like_its_words_are() -> None:
    text = "Tỷ lệ hồ sơ thanh toán trực tuyến đạt 80%"
    asked, answer = target("1", "80%", text=text), target("a", "80%", "tthc.on-time", text=text)
    (comparison,) = compared(asked, answer)
    assert (comparison.verdict, comparison.child) == (Verdict.MISSING, None)


# How sure the answer is

HALLS = "{} thôn có nhà văn hóa"


def told(
    standing: Standing,
    answers: tuple[Target, ...],
    asked: Target | None = None,
    scores: tuple[int, ...] = (),
    **more: Any,
) -> Comparison:
    """The verdict where the child's targets answer so, in this order."""
    context = linked(
        Sketch(targets=(asked or words("1", "80%", HALLS.format("80%")),), **PERIOD), Sketch(targets=answers, **PERIOD)
    )
    candidates = tuple(
        Candidate(Item(COMMUNE, "target", index), score, 500, 500)
        for index, score in enumerate(scores or (-300,) * len(answers))
    )
    answer = Answer(Item(DISTRICT, "target", 0), candidates, standing, 50, **more)
    (found,) = TargetComparing(context.lineage, Told(context, answer), context.scopings).pair(COMMUNE, DISTRICT)
    return found


MORE, LESS = words("a", "90%", HALLS.format("90%")), words("a", "70%", HALLS.format("70%"))


@pytest.mark.parametrize(
    ("standing", "answer", "expected", "unsure"),
    [
        ("answered", MORE, Verdict.HOLDS, False),
        ("answered", LESS, Verdict.WEAKER, False),
        ("unsure", LESS, Verdict.WEAKER, True),
        ("unsure", MORE, Verdict.MISSING, True),  # whether anything is missing, a person has to say
        ("none", MORE, Verdict.MISSING, False),
    ],
)
def test_what_is_not_sure_is_said_to_be_so(standing: Standing, answer: Target, expected: Verdict, unsure: bool) -> None:
    found = told(standing, (answer,))
    assert (found.verdict, found.unsure) == (expected, unsure)


@pytest.mark.parametrize(("score", "expected"), [(-400, Verdict.WEAKER), (-401, Verdict.UNQUANTIFIED)])
def test_a_task_in_words_is_taken_where_no_target_comes_near(score: int, expected: Verdict) -> None:
    asked = words("1", "80%", HALLS.format("80%"))
    child = Sketch(targets=(LESS,), tasks=(task("b", "Xây nhà văn hóa ở các thôn"),), **PERIOD)
    context = linked(Sketch(targets=(asked,), **PERIOD), child)
    near = Candidate(Item(COMMUNE, "target", 0), score, 500, 500)
    work = Candidate(Item(COMMUNE, "task", 0), -900, 500, 500)
    answer = Answer(Item(DISTRICT, "target", 0), (near,), "unsure", 50, other_kind=work)
    (found,) = TargetComparing(context.lineage, Told(context, answer), context.scopings).pair(COMMUNE, DISTRICT)
    assert (found.verdict, found.unsure) == (expected, True)


def test_an_answer_that_a_person_named_is_compared_whatever_it_measures() -> None:
    asked = target("1", "80%", text="80% thủ tục thanh toán trực tuyến")
    other = target("a", "70%", "tthc.on-time")
    assert told("answered", (other,), asked).verdict is Verdict.MISSING
    found = told("answered", (other,), asked, settled=True)
    assert (found.verdict, found.unsure) == (Verdict.WEAKER, False)


@pytest.mark.parametrize(
    ("second", "score", "expected"),
    [
        ({"by": 2023}, -150, Verdict.HOLDS),
        ({"by": 2023}, -151, Verdict.LATE),  # too far to answer as well
        ({"by": 2025}, -150, Verdict.LATE),  # for the same year the best alone answers
    ],
)
def test_a_second_target_as_near_answers_for_other_years(second: dict[str, Any], score: int, expected: Verdict) -> None:
    asked = words("1", "80%", HALLS.format("80%"), by=2023)
    answers = (words("a", "85%", HALLS.format("85%"), by=2025), words("b", "80%", HALLS.format("80%"), **second))
    assert told("answered", answers, asked, (0, score)).verdict is expected


# One cause, one finding


def test_of_two_bounds_missed_by_one_target_the_earlier_year_is_told() -> None:
    found = compared((target("1", "80%", by=2024), target("2", "90%", by=2025)), target("a", "60%", by=2022))
    assert [(one.parent.index, one.verdict, one.year) for one in found] == [(0, Verdict.WEAKER, 2024)]


def test_two_targets_of_the_child_that_each_fall_short_are_two_causes() -> None:
    answers = (target("a", "60%", in_year=2024), target("b", "70%", by=2025))
    found = compared((target("1", "80%", in_year=2024), target("2", "90%", by=2025)), answers)
    assert [(one.parent.index, one.child) for one in found] == [
        (0, Item(COMMUNE, "target", 0)),
        (1, Item(COMMUNE, "target", 1)),
    ]


# Which plans bind

PAID, WAIT = "tthc.online-payment-transactions", WAITING


def three_levels(above: Sketch, between: dict[str, Any], *answers: Target) -> list[tuple[Item, Verdict, str]]:
    """What xã Mẫu makes of huyện Thử's plan (`between`) and of the province's, which only that one cites."""
    middle = Sketch(citations=(TO_PROVINCE,), **between)
    context = linked(middle, Sketch(targets=answers, **PERIOD), above)
    return [(one.parent, one.verdict, one.asked) for one in context.targets.compare(COMMUNE)]


def test_a_full_parent_ends_the_search_though_the_province_asks_for_more() -> None:
    above = province(targets=(target("1", "90%"), target("2", "30%", PAID)))
    found = three_levels(above, {"targets": (target("1", "80%"),)}, target("a", "80%"))
    assert found == [(Item(DISTRICT, "target", 0), Verdict.HOLDS, "implied")]


def test_where_the_parent_is_known_from_citations_the_nearest_plan_on_file_binds() -> None:
    found = three_levels(province(targets=(target("1", "90%"),)), {"content": "cited"}, target("a", "80%"))
    assert found == [(Item(PROVINCE, "target", 0), Verdict.WEAKER, "remote")]


def test_of_an_excerpt_each_measure_that_it_is_silent_on_is_looked_for_further_up() -> None:
    above = province(targets=(target("1", "90%"), target("2", "30%", PAID)))
    between = {"content": "excerpt", "targets": (target("1", "80%"),)}
    assert three_levels(above, between, target("a", "80%"), target("b", "20%", PAID)) == [
        (Item(DISTRICT, "target", 0), Verdict.HOLDS, "implied"),
        (Item(PROVINCE, "target", 1), Verdict.WEAKER, "remote"),
    ]


def test_an_excerpt_that_speaks_only_of_another_tier_is_silent_for_this_one() -> None:
    above = province(targets=(target("1", "60%", FILES, tier="commune"),))
    between = {"content": "excerpt", "targets": (target("1", "80%", FILES, tier="district"),)}
    assert three_levels(above, between, target("a", "50%", FILES, tier="commune")) == [
        (Item(DISTRICT, "target", 0), Verdict.NOT_ASKED, "implied"),
        (Item(PROVINCE, "target", 0), Verdict.WEAKER, "remote"),
    ]


def test_an_excerpt_that_speaks_only_of_other_years_is_silent_for_these() -> None:
    above = province(targets=(target("1", "80%", by=2025),))
    between = Sketch(citations=(TO_PROVINCE,), content="excerpt", targets=(target("1", "50%", in_year=2022),))
    context = linked(between, Sketch(targets=(target("a", "60%", by=2025),), **ALONE), above)
    found = context.targets.compare(COMMUNE)
    assert [(one.parent.plan, one.verdict) for one in found] == [
        (DISTRICT, Verdict.OTHER_YEARS),
        (PROVINCE, Verdict.WEAKER),
    ]


def test_further_up_too_the_nearest_plan_that_speaks_of_a_measure_binds() -> None:
    to_centre = Citation(role="basis", number="99/NQ-CP", issuer="Chính phủ")
    centre = Sketch(
        id="chinh-phu",
        title="CCHC",
        level="central",
        place=(),
        issuer="Chính phủ",
        number="99/NQ-CP",
        issued="2021-07-01",
        content="excerpt",
        targets=(target("1", "95%"), target("2", "40%", PAID)),
    )
    above = province(content="excerpt", targets=(target("1", "90%"),), citations=(to_centre,))
    to_district = Citation(role="basis", number="01/KH-UBND", issuer="UBND huyện Thử")
    child = Sketch(citations=(to_centre, to_district), targets=(target("a", "90%"), target("b", "40%", PAID)), **PERIOD)
    context = linked(Sketch(content="cited", citations=(TO_PROVINCE,)), child, above, centre)
    found = context.targets.compare(COMMUNE)
    assert [(one.parent, one.verdict) for one in found] == [
        (Item(PROVINCE, "target", 0), Verdict.HOLDS),
        (Item("chinh-phu", "target", 1), Verdict.HOLDS),
    ]


def test_what_has_no_measure_is_not_asked_from_further_up() -> None:
    found = three_levels(province(targets=(target("1", "90%", None),)), {"content": "cited"})
    assert found == [(Item(PROVINCE, "target", 0), Verdict.NOT_ASKED, "remote")]


def test_what_its_own_period_plan_says_is_not_asked_of_a_yearly_plan_a_second_time() -> None:
    own = Sketch(
        id="xa-mau-2021-2025",
        level="commune",
        place=("Mẫu", "Thử", "Ví Dụ"),
        issuer="UBND xã Mẫu",
        number="03/KH-UBND",
        issued="2022-01-20",
        targets=(target("1", "70%", yearly=True),),
    )
    citations = (
        Citation(role="basis", number="01/KH-UBND", issuer="UBND huyện Thử"),
        Citation(role="basis", number="03/KH-UBND", issuer="UBND xã Mẫu"),
    )
    child = Sketch(citations=citations, targets=(target("a", "60%"),), **YEAR)
    context = linked(Sketch(targets=(target("1", "50%", yearly=True),)), child, own)
    found = context.targets.compare(COMMUNE)
    assert [(one.parent.plan, one.verdict) for one in found] == [
        ("xa-mau-2021-2025", Verdict.WEAKER),
    ]


# Laws

SHORT = {Verdict.WEAKER, Verdict.LATE}
HORIZONS: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.just({}),
    st.just({"yearly": True}),
    st.integers(2021, 2026).map(lambda year: {"by": year}),
    st.integers(2021, 2026).map(lambda year: {"in_year": year}),
)
EXTRAS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {},
    optional={
        "hedge": st.just("phấn đấu"),
        "exception": st.sampled_from(["lĩnh vực đất đai", "hồ sơ bí mật nhà nước"]),
        "baseline": st.sampled_from([2015, 2021]),
        "tier": st.just("commune"),
        "growth": st.sampled_from([STEPS, FROM_2022]),
    },
)
KINDS = st.sampled_from([PERIOD, YEAR, ALONE])


@st.composite
def targets(draw: st.DrawFn, more: st.SearchStrategy[dict[str, Any]]) -> Target:
    low = draw(st.integers(0, 100))
    sign = draw(st.sampled_from(["", "> "]))
    return target(f"t{draw(st.integers(0, 10**9))}", f"{sign}{low}%", **draw(HORIZONS), **draw(more))


PLAIN, RICH = targets(st.just({})), targets(EXTRAS)


@given(PLAIN, st.lists(PLAIN, min_size=1, max_size=4), KINDS, st.data())
def test_tightening_a_bound_of_the_child_never_makes_it_fall_short(
    asked: Target, answers: list[Target], kind: dict[str, Any], data: st.DataObject
) -> None:
    before = {one.verdict for one in compared(asked, tuple(answers), kind)}
    index = data.draw(st.integers(0, len(answers) - 1))
    loose = answers[index].value
    tight = data.draw(st.integers(int(loose.low or 0), 200))
    value = parse_bound(f"{loose.relation.value} {tight}%".strip())
    answers[index] = msgspec.structs.replace(answers[index], value=value)
    after = {one.verdict for one in compared(asked, tuple(answers), kind)}
    assert before & SHORT or not after & SHORT


@given(st.lists(RICH, min_size=1, max_size=5), st.sampled_from([PERIOD, YEAR]))
def test_a_child_that_copies_every_target_is_never_blamed(copied: list[Target], kind: dict[str, Any]) -> None:
    found = compared(tuple(copied), tuple(copied), kind)
    assert {one.verdict for one in found} <= {Verdict.HOLDS, Verdict.OTHER_YEARS}


@given(PLAIN, st.integers(1, 50))
def test_the_same_target_with_less_is_always_weaker(asked: Target, less: int) -> None:
    low = (asked.value.low or Decimal(0)) + less
    wanted = msgspec.structs.replace(asked, value=parse_bound(f"{low}%"))
    answer = msgspec.structs.replace(asked, value=parse_bound(f"{low - less}%"))
    assert verdict(wanted, answer)[0] is Verdict.WEAKER


@given(st.lists(RICH, max_size=4), st.lists(RICH, max_size=4), KINDS)
def test_every_target_of_the_parent_is_judged_or_has_the_same_cause_as_one_that_is(
    asked: list[Target], answers: list[Target], kind: dict[str, Any]
) -> None:
    context = linked(Sketch(targets=tuple(asked), **PERIOD), Sketch(targets=tuple(answers), **kind))
    found = context.targets.pair(COMMUNE, DISTRICT)
    judged = {one.parent.index for one in found}
    causes = {one.child for one in found if one.verdict in SHORT}
    assert judged <= set(range(len(asked)))
    assert judged == set(range(len(asked))) or causes
    assert [one.parent.index for one in found] == sorted(one.parent.index for one in found)


# Ratios per a number of people or things


@pytest.mark.parametrize(
    ("wanted", "given_bound", "expected"),
    [
        ("6 vụ/100.000 dân", "8 vụ/100.000 dân", Verdict.WEAKER),
        ("6 vụ/100.000 dân", "0,6 vụ/10.000 dân", Verdict.HOLDS),
        ("6 vụ/100.000 dân", "0,7 vụ/vạn dân", Verdict.WEAKER),
        ("6 vụ/100.000 dân", "6 vụ/100.000 người", Verdict.HOLDS),
        ("6‰", "0,6%", Verdict.HOLDS),
        ("6‰", "7/1.000 dân", Verdict.WEAKER),
        ("6 vụ/100.000 dân", "6 vụ", Verdict.INCOMPARABLE),
        ("6 vụ/100.000 dân", "6 vụ/100.000 xe", Verdict.INCOMPARABLE),
        ("6 vụ/100.000 dân", "0,006%", Verdict.INCOMPARABLE),
    ],
)
def test_ratios_of_two_bases_are_held_against_one_another_by_their_quotient(
    wanted: str, given_bound: str, expected: Verdict
) -> None:
    asked = words("1", wanted, f"Giữ số vụ tai nạn giao thông không quá {wanted}")
    assert verdict(asked, words("a", given_bound, f"Tai nạn giao thông không quá {given_bound}"))[0] is expected


def test_how_often_things_are_counted_may_stand_in_the_unit() -> None:
    asked = words("1", "30 cây", "Mỗi thôn trồng tối thiểu 30 cây trong năm")
    assert verdict(asked, words("a", "2 cây/tháng", "Mỗi thôn trồng tối thiểu 2 cây mỗi tháng"))[0] is Verdict.WEAKER
    assert verdict(asked, words("a", "3 cây/tháng", "Mỗi thôn trồng tối thiểu 3 cây mỗi tháng"))[0] is Verdict.HOLDS


def test_a_task_that_states_the_ratio_does_the_targets_work() -> None:
    asked = words("1", "12 thợ/10.000 dân", "Đạt tối thiểu 12 thợ/10.000 dân được cấp chứng chỉ nghề")
    stated = task("a", "Cấp chứng chỉ nghề, đạt 11 thợ/10.000 dân")
    context = linked(Sketch(targets=(asked,), **PERIOD), Sketch(tasks=(stated,), **PERIOD))
    (found,) = context.targets.compare(COMMUNE)
    assert found.verdict is Verdict.WEAKER


def test_a_target_that_answers_nothing_else_may_be_the_asked_one_in_words_of_its_own() -> None:
    asked = (
        words("1", "90%", "90% hộ dân ký hợp đồng bao tiêu cây ăn quả"),
        words("2", "70%", "70% diện tích rừng phòng hộ được khoanh nuôi"),
        words("3", "95%", "95% đàn gia súc được tiêm phòng dịch bệnh"),
    )
    done = (
        words("a", "90%", "90% hộ dân ký hợp đồng bao tiêu cây ăn quả"),
        words("b", "75%", "75% rừng phòng hộ được khoanh nuôi"),
    )
    everyday = words("c", "95%", "95% trâu bò trong xã có sổ chích ngừa")
    for answers, unsure in (((*done, everyday), True), (done, False)):
        found = compared(asked, answers)[2]
        assert (found.verdict, found.unsure) == (Verdict.MISSING, unsure)


def test_a_target_for_fewer_is_a_carve_out_that_says_which_words_narrow_it() -> None:
    asked = words("1", "100%", "100% hộ nuôi từ 30 con trở lên đăng ký chuồng trại")
    (found,) = compared(asked, words("a", "100%", "100% hộ nuôi từ 50 con trở lên đăng ký chuồng trại"))
    assert (found.verdict, found.exception) == (Verdict.CARVE_OUT, "từ 50 con trở lên")


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("Từ tháng 7 đến tháng 12 trồng 300 cây phân tán ven đường", Verdict.HOLDS),
        ("6 tháng cuối năm trồng 300 cây phân tán ven đường", Verdict.HOLDS),
        ("Từ tháng 4 đến tháng 9 trồng 300 cây phân tán ven đường", Verdict.WEAKER),  # they overlap
    ],
)
def test_numbers_for_the_parts_of_a_year_are_summed(second: str, expected: Verdict) -> None:
    asked = words("1", "500 cây", "Mỗi xã trồng tối thiểu 500 cây phân tán ven đường trong năm", in_year=2023)
    parts = (
        words("a", "300 cây", "Từ tháng 1 đến tháng 6 trồng 300 cây phân tán ven đường", in_year=2023),
        words("b", "300 cây", second, in_year=2023),
    )
    assert compared(asked, parts, ALONE, ALONE)[0].verdict is expected


def test_a_number_for_half_a_year_is_not_counted_twice() -> None:
    asked = words("1", "500 cây", "Mỗi xã trồng tối thiểu 500 cây phân tán trong năm", in_year=2023)
    half = words("a", "300 cây", "6 tháng đầu năm mỗi xã trồng tối thiểu 300 cây phân tán", in_year=2023)
    assert compared(asked, half, ALONE, ALONE)[0].verdict is Verdict.WEAKER


def test_a_share_of_those_who_do_it_wrong_is_turned() -> None:
    asked = words("1", "85%", "85% hộ dân phân loại rác đúng cách")
    assert verdict(asked, words("a", "15%", "Hộ dân phân loại rác làm sai cách chỉ còn tối đa 15%"))[0] is Verdict.HOLDS
    assert (
        verdict(asked, words("a", "20%", "Hộ dân phân loại rác làm sai cách chỉ còn tối đa 20%"))[0] is Verdict.WEAKER
    )
