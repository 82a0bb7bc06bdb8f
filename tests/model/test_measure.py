from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cascade.model.bound import parse_bound
from cascade.model.measure import Measure, Worst
from tests.model.values import GRADE, SHARE, WAIT

VALUES = st.decimals(0, 9999, places=2)


@pytest.mark.parametrize(
    ("bound", "worst"),
    [
        ("80%", Worst(Decimal(80))),
        ("80", Worst(Decimal(80))),
        (">= 80%", Worst(Decimal(80))),
        ("> 80%", Worst(Decimal(80), strict=True)),
        ("= 80%", Worst(Decimal(80))),
        ("50-80%", Worst(Decimal(50))),
        ("<= 80%", None),
        ("< 80%", None),
        ("80 phút", None),
        ("tốt", None),
    ],
)
def test_where_higher_is_better_the_lowest_permitted_value_is_the_worst(bound: str, worst: Worst | None) -> None:
    assert SHARE.worst(parse_bound(bound)) == worst


@pytest.mark.parametrize(
    ("bound", "worst"),
    [
        ("15 phút", Worst(Decimal(-15))),
        ("15", Worst(Decimal(-15))),
        ("<= 15 phút", Worst(Decimal(-15))),
        ("< 15 phút", Worst(Decimal(-15), strict=True)),
        ("= 15 phút", Worst(Decimal(-15))),
        ("15-20 phút", Worst(Decimal(-20))),
        (">= 15 phút", None),
        ("> 15 phút", None),
        ("15%", None),
        ("15 ngày", None),
    ],
)
def test_where_lower_is_better_the_highest_permitted_value_is_the_worst(bound: str, worst: Worst | None) -> None:
    assert WAIT.worst(parse_bound(bound)) == worst


@pytest.mark.parametrize(
    ("grade", "worst"),
    [
        ("trung bình", Worst(Decimal(0))),
        ("tốt", Worst(Decimal(2))),
        ("TỐT", Worst(Decimal(2))),
        ("tot", Worst(Decimal(2))),
        ("loại tốt", Worst(Decimal(2))),
        ("tốt trở lên", Worst(Decimal(2))),
        ("từ loại khá trở lên", Worst(Decimal(1))),
        ("xuất sắc", None),
        ("loại", None),
    ],
)
def test_a_grade_is_worth_its_rank_on_the_scale(grade: str, worst: Worst | None) -> None:
    assert GRADE.worst(parse_bound(grade)) == worst


def test_permitted_values_order_by_value_first_and_then_strict_beats_equal() -> None:
    assert Worst(Decimal(80)) < Worst(Decimal(80), strict=True) < Worst(Decimal(81))


@given(value=VALUES, strict=st.booleans(), measure=st.sampled_from([SHARE, WAIT]))
def test_the_bound_written_for_a_worst_value_permits_just_that_value(
    value: Decimal,
    strict: bool,
    measure: Measure,
) -> None:
    worst = Worst(value if measure is SHARE else -value, strict)
    bound = measure.bound(worst)
    assert measure.worst(bound) == worst
    assert parse_bound(str(bound)) == bound


def test_the_bound_written_for_a_grade_is_its_name() -> None:
    assert [GRADE.bound(Worst(Decimal(rank))).text for rank in range(3)] == ["trung bình", "khá", "tốt"]


@pytest.mark.parametrize(
    ("measure", "worst", "text"),
    [
        (SHARE, Worst(Decimal("95.50")), "95,5%"),
        (SHARE, Worst(Decimal(90), strict=True), "> 90%"),
        (WAIT, Worst(Decimal(-15)), "15 phút"),
        (WAIT, Worst(Decimal(-15), strict=True), "< 15 phút"),
    ],
)
def test_a_written_bound_reads_as_a_plan_would_print_it(measure: Measure, worst: Worst, text: str) -> None:
    assert measure.bound(worst).text == text


@pytest.mark.parametrize(
    ("measure", "bound", "vi", "en"),
    [
        (SHARE, "80%", "tối thiểu 80%", "at least 80%"),
        (SHARE, "80", "tối thiểu 80%", "at least 80%"),
        (SHARE, ">= 80%", "tối thiểu 80%", "at least 80%"),
        (SHARE, "> 90%", "trên 90%", "over 90%"),
        (SHARE, "= 5%", "đúng 5%", "exactly 5%"),
        (SHARE, "50-80%", "từ 50% đến 80%", "50% to 80%"),
        (SHARE, "95.50%", "tối thiểu 95,5%", "at least 95,5%"),
        (SHARE, "100%", "100%", "100%"),
        (SHARE, ">= 100%", "tối thiểu 100%", "at least 100%"),
        (WAIT, "15-20 phút", "từ 15 đến 20 phút", "15 to 20 phút"),
        (WAIT, "15", "không quá 15 phút", "at most 15 phút"),
        (WAIT, "< 15 phút", "dưới 15 phút", "under 15 phút"),
        (WAIT, ">= 30 phút", "tối thiểu 30 phút", "at least 30 phút"),
        (WAIT, "<= 2 ngày", "không quá 2 ngày", "at most 2 ngày"),
        (GRADE, "tốt", "loại tốt trở lên", "grade «tốt» or better"),
    ],
)
def test_a_bound_is_said_with_the_direction_that_its_measure_gives_it(
    measure: Measure, bound: str, vi: str, en: str
) -> None:
    said = measure.say(parse_bound(bound))
    assert (said.vi, said.en) == (vi, en)


@pytest.mark.parametrize(
    ("measure", "bound", "vi", "en"),
    [
        (WAIT, "10 phút", "cho phép đến 10 phút", "permits up to 10 phút"),
        (WAIT, "<= 10 phút", "cho phép đến 10 phút", "permits up to 10 phút"),
        (WAIT, "< 10 phút", "cam kết dưới 10 phút", "commits to under 10 phút"),
        (WAIT, "5-10 phút", "cam kết từ 5 đến 10 phút", "commits to 5 to 10 phút"),
        (SHARE, "80%", "cam kết tối thiểu 80%", "commits to at least 80%"),
        (GRADE, "tốt", "cam kết loại tốt trở lên", "commits to grade «tốt» or better"),
    ],
)
def test_a_plan_promises_a_minimum_and_permits_up_to_a_maximum(measure: Measure, bound: str, vi: str, en: str) -> None:
    said = measure.promise(parse_bound(bound))
    assert (said.vi, said.en) == (vi, en)
