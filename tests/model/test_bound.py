from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cascade.model.bound import BadBoundError, Bound, Relation, number, parse_bound, plain, same_unit

DECIMALS = st.decimals(0, 999_999, places=3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("80%", Bound("80%", Relation.AS_GOOD, Decimal(80), None, "%")),
        ("> 90%", Bound("> 90%", Relation.ABOVE, Decimal(90), None, "%")),
        ("< 5 ngày", Bound("< 5 ngày", Relation.BELOW, Decimal(5), None, "ngày")),
        (">= 30 phút", Bound(">= 30 phút", Relation.AT_LEAST, Decimal(30), None, "phút")),
        ("≥ 30 phút", Bound("≥ 30 phút", Relation.AT_LEAST, Decimal(30), None, "phút")),
        ("<= 30 phút", Bound("<= 30 phút", Relation.AT_MOST, Decimal(30), None, "phút")),
        ("≤30 phút", Bound("≤30 phút", Relation.AT_MOST, Decimal(30), None, "phút")),
        ("= 5", Bound("= 5", Relation.EXACTLY, Decimal(5))),
        ("10", Bound("10", Relation.AS_GOOD, Decimal(10))),
        ("15 phút", Bound("15 phút", Relation.AS_GOOD, Decimal(15), None, "phút")),
        ("15phút", Bound("15phút", Relation.AS_GOOD, Decimal(15), None, "phút")),
        ("50-80%", Bound("50-80%", Relation.AS_GOOD, Decimal(50), Decimal(80), "%")),
        ("50%-80%", Bound("50%-80%", Relation.AS_GOOD, Decimal(50), Decimal(80), "%")),
        ("20 – 25%", Bound("20 – 25%", Relation.AS_GOOD, Decimal(20), Decimal(25), "%")),
        ("20—25%", Bound("20—25%", Relation.AS_GOOD, Decimal(20), Decimal(25), "%")),
        ("95% đến 100%", Bound("95% đến 100%", Relation.AS_GOOD, Decimal(95), Decimal(100), "%")),
        ("2 đến 3 ngày", Bound("2 đến 3 ngày", Relation.AS_GOOD, Decimal(2), Decimal(3), "ngày")),
        ("80-80%", Bound("80-80%", Relation.AS_GOOD, Decimal(80), Decimal(80), "%")),
        ("95,5%", Bound("95,5%", Relation.AS_GOOD, Decimal("95.5"), None, "%")),
        ("95.5%", Bound("95.5%", Relation.AS_GOOD, Decimal("95.5"), None, "%")),
        ("1.000 hồ sơ", Bound("1.000 hồ sơ", Relation.AS_GOOD, Decimal(1000), None, "hồ sơ")),
        ("9 xe/1.000 hộ", Bound("9 xe/1.000 hộ", Relation.AS_GOOD, Decimal(9), None, "xe/1.000 hộ")),
        ("2-3 vụ/10000 xe", Bound("2-3 vụ/10000 xe", Relation.AS_GOOD, Decimal(2), Decimal(3), "vụ/10000 xe")),
        ("4/1.000 trẻ đẻ sống", Bound("4/1.000 trẻ đẻ sống", Relation.AS_GOOD, Decimal(4), None, "/1.000 trẻ đẻ sống")),
        ("12,5 ‰", Bound("12,5 ‰", Relation.AS_GOOD, Decimal("12.5"), None, "‰")),
        ("tốt", Bound("tốt", grade="tốt")),
        ("hoàn thành nhiệm vụ", Bound("hoàn thành nhiệm vụ", grade="hoàn thành nhiệm vụ")),
        ("  80%\n", Bound("80%", Relation.AS_GOOD, Decimal(80), None, "%")),
        ("hoàn thành xuất sắc nhiệm vụ", Bound("hoàn thành xuất sắc nhiệm vụ", grade="hoàn thành xuất sắc nhiệm vụ")),
        ("hoàn \n thành", Bound("hoàn thành", grade="hoàn thành")),
    ],
)
def test_a_bound_is_read_as_a_person_writes_it(text: str, expected: Bound) -> None:
    assert parse_bound(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "%",
        "-5%",
        "+5%",
        "80-50%",
        "> 50-80%",
        "= 50-80%",
        "=> 80%",
        "80%%",
        "80% trở xuống",
        "50%-80 phút",
        "80 90%",
        "8O%",
        "1.000.5",
        "1,000,000",
        "1e9",
        "NaN%",
        "٨٠%",
        "tốt 80%",
        "tốt, khá",
        "tốt hay khá thì cũng là được",
        "9" * 40,
        "5 " + "ngày " * 30,
    ],
)
def test_what_writes_no_bound_is_refused(text: str) -> None:
    with pytest.raises(BadBoundError):
        parse_bound(text)


def test_a_decomposed_unit_is_held_composed() -> None:
    assert parse_bound(unicodedata.normalize("NFD", "15 phút")).unit == "phút"


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("95,5", "95.5"),
        ("95.5", "95.5"),
        ("95,50", "95.5"),
        ("1.000", "1000"),
        ("12.500", "12500"),
        ("1.234.567", "1234567"),
        ("1.234,5", "1234.5"),
        ("1,234", "1.234"),
        ("12.34", "12.34"),
        ("1.2345", "1.2345"),
        ("0.500", "0.5"),
        ("007", "7"),
    ],
)
def test_a_point_groups_thousands_only_before_three_digits(printed: str, value: str) -> None:
    assert number(printed) == Decimal(value)


@given(st.decimals(0, 9999, places=2))
def test_a_decimal_comma_and_a_decimal_point_say_the_same(value: Decimal) -> None:
    assert number(f"{value:f}") == number(f"{value:f}".replace(".", ",")) == value


@given(st.integers(1, 10**12))
def test_thousands_points_change_no_whole_number(value: int) -> None:
    assert number(f"{value:,}".replace(",", ".")) == value


@given(DECIMALS)
@example(Decimal("1E+3"))
@example(Decimal("0.500"))
def test_a_printed_value_reads_back_as_itself(value: Decimal) -> None:
    assert number(plain(value)) == value


@pytest.mark.parametrize(
    ("value", "printed"), [("95.50", "95,5"), ("1000", "1000"), ("1E+3", "1000"), ("0.0", "0"), ("-15.0", "-15")]
)
def test_a_value_is_printed_with_a_comma_and_no_idle_zeros(value: str, printed: str) -> None:
    assert plain(Decimal(value)) == printed


@given(
    sign=st.sampled_from(["", ">", "<", ">=", "<=", "="]),
    value=DECIMALS,
    unit=st.sampled_from(["", "%", " %", " phút", "ngày làm việc", "  hồ sơ"]),
    space=st.sampled_from(["", " ", "  "]),
)
def test_spacing_never_changes_what_a_bound_says(sign: str, value: Decimal, unit: str, space: str) -> None:
    bound = parse_bound(f"{space}{sign}{space}{plain(value)}{unit}{space}")
    assert (bound.relation, bound.low, bound.high, bound.grade) == (Relation(sign), value, None, None)
    assert bound.unit == (unit.strip() or None)


@given(
    low=DECIMALS,
    width=DECIMALS,
    dash=st.sampled_from(["-", " - ", "–", "%-", " đến ", "% đến "]),
)
def test_a_range_keeps_both_ends(low: Decimal, width: Decimal, dash: str) -> None:
    bound = parse_bound(f"{plain(low)}{dash}{plain(low + width)}%")
    assert (bound.low, bound.high, bound.unit) == (low, low + width, "%")


@given(
    st.sampled_from(["80%", ">90%", "≤ 15 phút", "50%-80%", "2 – 3 ngày", "1.000,5 hồ sơ", "tốt", " = 5 "]),
)
def test_the_text_of_a_bound_parses_back_to_it(text: str) -> None:
    bound = parse_bound(text)
    assert parse_bound(str(bound)) == bound


@given(st.text(max_size=30))
def test_any_text_is_a_bound_that_parses_back_or_none(text: str) -> None:
    try:
        bound = parse_bound(text)
    except BadBoundError:
        return
    assert parse_bound(str(bound)) == bound
    assert (bound.low is None) != (bound.grade is None)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("%", "%", True),
        ("phút", "Phút", True),
        (None, "phút", True),
        ("%", None, True),
        ("phút", "ngày", False),
        ("%", "phút", False),
    ],
)
def test_a_unit_left_out_is_the_measures_own(one: str | None, other: str | None, same: bool) -> None:
    assert same_unit(one, other) is same
