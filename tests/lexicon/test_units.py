"""Units of government by name and day."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cascade.lexicon.units import Unit, Units
from cascade.lexicon.units_table import builtin_units
from tests.lexicon.made import MADE

BEFORE, AFTER = date(2022, 3, 1), date(2026, 3, 1)
EVERY = tuple(MADE)


def shown(*units: Unit | None) -> list[str]:
    return [unit.shown if unit else "" for unit in units]


def one(*place: str, level: str, on: date = BEFORE) -> Unit:
    found = MADE.find(place, level, on)
    assert found is not None
    return found


def test_a_unit_is_found_by_kind_name_and_day() -> None:
    (mau,) = MADE.named("Mẫu", kind="xã", on=BEFORE, within=["Thử"])
    assert MADE.place(mau, BEFORE) == ("Mẫu", "Thử", "Ví Dụ")
    assert MADE.named("Mẫu", kind="xã", on=AFTER) == ()


def test_a_name_spelt_as_printed_wins_over_those_of_the_same_letters() -> None:
    assert shown(*MADE.named("Đông Thử", level="district")) == ["huyện Đông Thử"]
    assert shown(*MADE.named("DONG THU", level="district")) == ["huyện Đông Thử", "huyện Động Thử"]


@pytest.mark.parametrize("printed", ["Hòa Mẫu", "Hoà Mẫu", "HÒA  MẪU", "Hòa-Mẫu"])
def test_where_the_tone_stands_and_how_words_are_parted_is_no_other_name(printed: str) -> None:
    assert shown(*MADE.named(printed, on=BEFORE)) == ["phường Hoà Mẫu"]


def test_a_number_is_the_same_with_and_without_its_zero() -> None:
    assert MADE.named("9", kind="phường") == MADE.named("09", kind="phường") != ()


def test_the_kind_and_the_day_tell_the_level_of_a_city() -> None:
    assert [unit.level for unit in MADE.named("Ví Dụ", kind="thành phố", on=BEFORE)] == ["district"]
    assert [unit.level for unit in MADE.named("Kinh Đô", kind="thành phố", on=AFTER)] == ["province"]


def test_the_superiors_of_a_unit_are_those_of_the_day() -> None:
    noi = one("Nội", level="district")
    assert shown(*MADE.superiors(noi, BEFORE)) == ["tỉnh Kinh Đô"]
    assert shown(*MADE.superiors(noi, date(2025, 3, 1))) == shown(*MADE.superiors(noi)) == ["thành phố Kinh Đô"]
    assert MADE.superiors(one("Kinh Đô", level="province")) == ()


def test_a_place_that_may_be_of_several_units_is_none() -> None:
    assert MADE.find(("Mẫu",), "commune", BEFORE) is None
    assert MADE.find(("Mẫu", "Giả Định"), "commune", BEFORE) is not None
    assert MADE.find((), "commune", BEFORE) is None


def test_a_divided_commune_went_first_into_the_one_that_took_most_of_it() -> None:
    assert shown(*MADE.successors(one("Mậu", "Thử", level="commune"))) == ["xã Thử", "xã Động Thử"]


def test_a_district_went_into_the_communes_of_its_communes_or_into_what_it_became() -> None:
    assert shown(*MADE.successors(one("Thử", level="district"))) == ["xã Thử", "xã Động Thử"]
    assert shown(*MADE.successors(one("Đảo Mẫu", level="district"))) == ["đặc khu Đảo Mẫu"]


def test_a_unit_took_over_all_that_went_into_it_and_into_them() -> None:
    assert shown(*MADE.predecessors(one("Ví Dụ", level="province", on=AFTER))) == ["tỉnh Ví Dụ", "tỉnh Giả Định"]
    assert shown(*MADE.former(one("Kinh Đô", level="province", on=AFTER))) == ["thành phố Kinh Đô", "tỉnh Kinh Đô"]
    assert MADE.predecessors(one("Ví Dụ", level="province")) == ()


def test_nothing_has_a_predecessor_before_the_first_change() -> None:
    assert MADE.first_change == date(2025, 1, 1)
    assert Units(lambda: "").first_change == date.max


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Đống Thử", "huyện Đông Thử"),  # an accent
        ("Đông Tbử", "huyện Đông Thử"),  # a letter
        ("Đông Tbữa", ""),  # two
        ("Thừ", "huyện Thử"),
        ("Thứa", ""),  # too short to be sure of a letter
    ],
)
def test_a_damaged_name_is_the_only_near_one_within_its_parent(printed: str, meant: str) -> None:
    assert shown(MADE.spelt(printed, level="district", on=BEFORE, within=["Ví Dụ"])) == [meant]


def test_a_damaged_name_is_not_looked_for_in_the_whole_country() -> None:
    assert MADE.spelt("Đông Tbử", level="district", within=[]) is None


@given(st.sampled_from(EVERY))
def test_each_is_the_successor_of_what_it_took_over(unit: Unit) -> None:
    assert all(unit in MADE.successors(before) for before in MADE.predecessors(unit))


@given(st.sampled_from(EVERY), st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_superiors_are_of_higher_levels_and_exist_on_the_day(unit: Unit, day: date) -> None:
    above = MADE.superiors(unit, day)
    assert sorted(other.level for other in above) == sorted({other.level for other in above})
    assert all(len(other.code) < len(unit.code) for other in above)
    assert all(other.exists_on(day) for other in above if unit.exists_on(day))


# The shipped table


def test_thirty_four_provinces_have_3321_communes_since_july_2025() -> None:
    now = [unit for unit in builtin_units() if unit.until is None]
    levels = [unit.level for unit in now]
    assert (levels.count("province"), levels.count("district"), levels.count("commune")) == (34, 0, 3321)
    assert all(unit.since == date(2025, 7, 1) for unit in now)


def test_sixty_three_provinces_ended_the_day_before() -> None:
    then = [unit for unit in builtin_units() if unit.until == date(2025, 6, 30)]
    levels = [unit.level for unit in then]
    assert (levels.count("province"), levels.count("district"), levels.count("commune")) == (63, 696, 10035)


def test_every_unit_since_july_2025_took_over_one_before() -> None:
    units = builtin_units()
    assert all(units.predecessors(unit) for unit in units if unit.until is None)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Hải Dương", "Hải Phòng"),
        ("Thái Bình", "Hưng Yên"),
        ("Bình Thuận", "Lâm Đồng"),
        ("Đắk Nông", "Lâm Đồng"),
        ("Nghệ An", "Nghệ An"),
        ("Thừa Thiên Huế", "Huế"),
    ],
)
def test_which_province_went_into_which(old: str, new: str) -> None:
    units = builtin_units()
    unit = units.find((new,), "province", AFTER)
    assert unit is not None
    assert old in [before.name for before in units.former(unit)]


def test_a_commune_of_2022_lies_in_its_district_and_went_into_another_province() -> None:
    units = builtin_units()
    unit = units.find(("Quang Khải", "Tứ Kỳ", "Hải Dương"), "commune", date(2022, 12, 31))
    assert unit is not None
    assert [units.place(after) for after in units.successors(unit)] == [("Tứ Kỳ", "Hải Phòng")]


def test_the_table_is_not_read_before_a_question() -> None:
    code = (
        "from cascade.lexicon.units_table import builtin_units as b; print('_text' in vars(b()), b().first_change.year)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["False", "2025"]


def test_the_units_of_a_level_below_another_are_those_of_the_day() -> None:
    province = one("Ví Dụ", level="province")
    assert shown(*MADE.below(one("Thử", "Ví Dụ", level="district"), "commune", BEFORE)) == [
        "xã Mẫu",
        "xã Mậu",
        "thị trấn Thử",
    ]
    assert len(MADE.below(province, "commune", BEFORE)) == 5
    assert shown(*MADE.below(one("Ví Dụ", level="province", on=AFTER), "commune", AFTER)) == [
        "xã Thử",
        "xã Động Thử",
        "đặc khu Đảo Mẫu",
    ]
