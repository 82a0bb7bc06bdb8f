from __future__ import annotations

from decimal import Decimal

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cascade.model.bound import Bound, Relation, parse_bound
from cascade.model.guarantee import Guarantee, Step, applies, guarantee_of
from cascade.model.measure import Measure, Worst
from cascade.model.plan import Growth, Target, Window
from tests.model.values import (
    GRADE,
    GROWTHS,
    GUARANTEES,
    HORIZONS,
    NUMBERS,
    OF_YEARS,
    SHARE,
    WAIT,
    WINDOW,
    YEARS,
    guarantee,
    mirrored,
    mirrored_target,
    target,
    targets,
)


def at_each_year(guarantee: Guarantee, years: range = WINDOW.years()) -> list[Decimal | None]:
    worsts = [guarantee.at(year) for year in years]
    return [None if worst is None else worst.value for worst in worsts]


def is_weaker_nowhere(one: Guarantee, other: Guarantee) -> bool:
    return one.weaker_year(other, YEARS) is None


@pytest.mark.parametrize(
    ("horizon", "values"),
    [
        ({"by": 2023}, [None, None, 80, 80, 80]),
        ({"in_year": 2023}, [None, None, 80, None, None]),
        ({"yearly": True}, [80, 80, 80, 80, 80]),
        ({}, [None, None, None, None, 80]),
        ({"by": 2020}, [80, 80, 80, 80, 80]),
        ({"by": 2030}, [None, None, None, None, None]),
    ],
)
def test_a_target_holds_in_the_years_that_its_horizon_names(horizon: dict[str, int], values: list[int | None]) -> None:
    assert at_each_year(guarantee(target(parse_bound("80%"), **horizon))) == values


def test_a_target_due_after_the_window_holds_in_its_own_year_alone() -> None:
    assert guarantee(target(parse_bound("80%"), by=2030)).steps == (Step(2030, 2030, Worst(Decimal(80))),)


def test_a_target_due_before_the_window_holds_from_its_first_year() -> None:
    assert guarantee(target(parse_bound("80%"), by=2019)).steps == (Step(2021, 2025, Worst(Decimal(80))),)


def test_an_interim_value_without_a_horizon_holds_from_the_first_year() -> None:
    interim = guarantee_of(target(parse_bound("80%")), SHARE, WINDOW, interim=True)
    assert at_each_year(interim) == [80, 80, 80, 80, 80]


def test_a_stated_horizon_decides_even_for_an_interim_value() -> None:
    assert applies(target(parse_bound("80%"), by=2024), WINDOW, interim=True) == (2024, 2025)


@pytest.mark.parametrize(
    ("value", "measure"),
    [
        ("15 phút", SHARE),
        ("80%", WAIT),
        (">= 30 phút", WAIT),
        ("> 30 phút", WAIT),
        ("<= 80%", SHARE),
        ("< 80%", SHARE),
        ("xuất sắc", GRADE),
        ("tốt", SHARE),
    ],
)
def test_a_bound_that_settles_no_value_guarantees_nothing(value: str, measure: Measure) -> None:
    assert guarantee(target(parse_bound(value), by=2021), measure) == Guarantee()


def test_growth_is_a_staircase_from_the_base_in_the_first_year() -> None:
    stairs = guarantee(target(parse_bound("15%"), growth=Growth(Decimal(20))))
    assert at_each_year(stairs) == [15, 35, 55, 75, 95]


def test_growth_stops_at_its_cap() -> None:
    stairs = guarantee(target(parse_bound("50%"), growth=Growth(Decimal(20), until=Decimal(100))))
    assert at_each_year(stairs) == [50, 70, 90, 100, 100]


def test_growth_keeps_the_base_until_the_year_of_the_first_rise() -> None:
    stairs = guarantee(target(parse_bound("15%"), growth=Growth(Decimal(20), since=2024)))
    assert at_each_year(stairs) == [15, 15, 15, 35, 55]


def test_growth_that_rose_before_the_window_begins_above_its_base() -> None:
    stairs = guarantee(target(parse_bound("15%"), growth=Growth(Decimal(20), since=2020)))
    assert at_each_year(stairs) == [55, 75, 95, 115, 135]


def test_growth_without_a_first_year_starts_from_the_year_that_is_given_for_it() -> None:
    rising = target(parse_bound("15%"), growth=Growth(Decimal(20)))
    stairs = guarantee_of(rising, SHARE, Window(2023, 2025), growth_start=2021)
    assert at_each_year(stairs, range(2023, 2026)) == [55, 75, 95]


def test_growth_of_a_measure_that_is_better_lower_goes_down_to_its_cap() -> None:
    stairs = guarantee(target(parse_bound("40 phút"), growth=Growth(Decimal(10), until=Decimal(15))), WAIT)
    assert at_each_year(stairs) == [-40, -30, -20, -15, -15]


def test_growth_keeps_a_strict_base_strict_until_it_rises() -> None:
    stairs = guarantee(target(parse_bound("> 15%"), growth=Growth(Decimal(20), since=2022)))
    assert [stairs.at(2021), stairs.at(2022)] == [Worst(Decimal(15), strict=True), Worst(Decimal(35))]


def test_growth_that_can_rise_no_further_keeps_its_strict_base() -> None:
    stairs = guarantee(target(parse_bound("> 90%"), growth=Growth(Decimal(20), until=Decimal(90))))
    assert {stairs.at(year) for year in WINDOW.years()} == {Worst(Decimal(90), strict=True)}


@given(target=targets(SHARE), growth=GROWTHS)
def test_growth_never_falls(target: Target, growth: Growth) -> None:
    stairs = guarantee(msgspec.structs.replace(target, growth=growth))
    worsts = [worst for year in WINDOW.years() if (worst := stairs.at(year)) is not None]
    assert len(worsts) == 5
    assert worsts == sorted(worsts)


@given(target=targets(WAIT), growth=GROWTHS)
def test_growth_never_passes_its_cap_nor_falls_short_of_its_base(target: Target, growth: Growth) -> None:
    base = WAIT.worst(target.value)
    assert base is not None
    stairs = guarantee(msgspec.structs.replace(target, growth=growth), WAIT)
    cap = max(base.value, -growth.until) if growth.until is not None else None
    for step in stairs.steps:
        assert step.worst >= base
        assert cap is None or step.worst.value <= cap


@given(GUARANTEES)
def test_no_guarantee_is_weaker_than_itself(one: Guarantee) -> None:
    assert one.weaker_year(one, YEARS) is None


@given(GUARANTEES, GUARANTEES, GUARANTEES)
def test_not_being_weaker_is_transitive(one: Guarantee, two: Guarantee, three: Guarantee) -> None:
    year = one.weaker_year(three, YEARS)
    assume(year is not None)
    assert year is not None
    assert one.weaker_year(two, [year]) == year or two.weaker_year(three, [year]) == year


@given(GUARANTEES, GUARANTEES)
def test_of_two_guarantees_one_at_least_is_not_weaker_in_a_year(one: Guarantee, other: Guarantee) -> None:
    for year in YEARS:
        assert one.weaker_year(other, [year]) is None or other.weaker_year(one, [year]) is None


@given(GUARANTEES)
def test_every_guarantee_is_at_least_no_guarantee(one: Guarantee) -> None:
    assert is_weaker_nowhere(one, Guarantee())


@given(GUARANTEES, st.lists(GUARANTEES, max_size=3))
def test_commitments_made_together_guarantee_the_best_of_each_year(one: Guarantee, others: list[Guarantee]) -> None:
    together = one.together(others)
    for year in YEARS:
        each = [worst for part in (one, *others) if (worst := part.at(year)) is not None]
        assert together.at(year) == max(each, default=None)


def test_the_first_weaker_year_is_the_one_reported() -> None:
    child = guarantee(target(parse_bound("80%"), by=2025))
    parent = guarantee(target(parse_bound("80%"), by=2023))
    assert child.weaker_year(parent, WINDOW.years()) == 2023


def test_only_the_years_asked_about_are_compared() -> None:
    child = guarantee(target(parse_bound("80%"), by=2025))
    parent = guarantee(target(parse_bound("80%"), by=2023))
    assert child.weaker_year(parent, [2021, 2022, 2025]) is None


def test_a_lower_value_for_an_earlier_year_is_not_weaker_than_a_higher_one_for_a_later_year() -> None:
    child = guarantee(target(parse_bound("40%"), in_year=2022))
    parent = guarantee(target(parse_bound("80%"), by=2025))
    assert child.weaker_year(parent, [2022]) is None


@pytest.mark.parametrize(("measure", "worse", "better"), [(SHARE, "79,9%", "80%"), (WAIT, "16 phút", "15 phút")])
def test_a_worse_value_in_the_same_year_is_weaker(measure: Measure, worse: str, better: str) -> None:
    child = guarantee(target(parse_bound(worse), by=2022), measure)
    parent = guarantee(target(parse_bound(better), by=2022), measure)
    assert (child.weaker_year(parent, YEARS), parent.weaker_year(child, YEARS)) == (2022, None)


@pytest.mark.parametrize(("measure", "equal", "strict"), [(SHARE, "90%", "> 90%"), (WAIT, "15 phút", "< 15 phút")])
def test_equal_is_weaker_than_strict(measure: Measure, equal: str, strict: str) -> None:
    child = guarantee(target(parse_bound(equal), by=2022), measure)
    parent = guarantee(target(parse_bound(strict), by=2022), measure)
    assert (child.weaker_year(parent, YEARS), parent.weaker_year(child, YEARS)) == (2022, None)


def test_a_higher_equal_bound_beats_a_lower_strict_one() -> None:
    child = guarantee(target(parse_bound("91%"), by=2022))
    assert child.weaker_year(guarantee(target(parse_bound("> 90%"), by=2022)), YEARS) is None


@pytest.mark.parametrize(("measure", "spread", "end"), [(SHARE, "50-80%", "50%"), (WAIT, "15-20 phút", "20 phút")])
def test_a_range_guarantees_what_its_worse_end_does(measure: Measure, spread: str, end: str) -> None:
    by_range = guarantee(target(parse_bound(spread), by=2022), measure)
    assert by_range == guarantee(target(parse_bound(end), by=2022), measure)
    assert by_range.at(2022) is not None


@given(low=NUMBERS, above=NUMBERS, horizon=HORIZONS)
def test_the_better_end_of_a_range_never_changes_its_guarantee(
    low: Decimal, above: Decimal, horizon: dict[str, int]
) -> None:
    spread = target(Bound("", low=low, high=low + above), **horizon)
    assert guarantee(spread) == guarantee(target(Bound("", low=low), **horizon))
    assert guarantee(spread, WAIT) == guarantee(target(Bound("", low=low + above), **horizon), WAIT)


@given(child=targets(SHARE), more=NUMBERS, parent=GUARANTEES)
def test_raising_the_bound_never_makes_a_target_weaker(child: Target, more: Decimal, parent: Guarantee) -> None:
    value = child.value
    assert value.low is not None
    high = value.high and value.high + more
    tighter = guarantee(
        msgspec.structs.replace(child, value=msgspec.structs.replace(value, low=value.low + more, high=high))
    )
    assert is_weaker_nowhere(tighter, guarantee(child))
    assert is_weaker_nowhere(tighter, parent) or not is_weaker_nowhere(guarantee(child), parent)


@given(child=targets(WAIT), less=NUMBERS)
def test_lowering_the_bound_never_makes_a_target_weaker_where_lower_is_better(child: Target, less: Decimal) -> None:
    value = child.value
    assert value.low is not None
    high = None if value.high is None else value.high - less
    tighter = msgspec.structs.replace(child, value=msgspec.structs.replace(value, low=value.low - less, high=high))
    assert is_weaker_nowhere(guarantee(tighter, WAIT), guarantee(child, WAIT))


@given(child=targets(SHARE))
def test_making_the_bound_strict_never_makes_a_target_weaker(child: Target) -> None:
    assume(child.value.high is None)
    strict = msgspec.structs.replace(child, value=msgspec.structs.replace(child.value, relation=Relation.ABOVE))
    assert is_weaker_nowhere(guarantee(strict), guarantee(child))


@given(child=targets(SHARE), by=OF_YEARS, years=st.integers(0, 6))
def test_bringing_a_target_forward_never_makes_it_weaker(child: Target, by: int, years: int) -> None:
    due = msgspec.structs.replace(child, by=by, in_year=None, yearly=False, growth=None)
    assert is_weaker_nowhere(guarantee(msgspec.structs.replace(due, by=by - years)), guarantee(due))


@given(child=targets(SHARE), horizon=HORIZONS)
def test_promising_a_target_for_every_year_never_makes_it_weaker(child: Target, horizon: dict[str, int]) -> None:
    bound = msgspec.structs.replace(child, growth=None).value
    assert is_weaker_nowhere(guarantee(target(bound, yearly=True)), guarantee(target(bound, **horizon)))


@given(child=targets(SHARE), growth=GROWTHS, since=OF_YEARS, years=st.integers(0, 4))
def test_bringing_growth_forward_never_makes_it_weaker(child: Target, growth: Growth, since: int, years: int) -> None:
    later = msgspec.structs.replace(child, growth=msgspec.structs.replace(growth, since=since))
    earlier = msgspec.structs.replace(child, growth=msgspec.structs.replace(growth, since=since - years))
    assert is_weaker_nowhere(guarantee(earlier), guarantee(later))


@given(child=targets(SHARE), parent=targets(SHARE))
def test_negating_all_values_and_turning_the_direction_keeps_every_verdict(child: Target, parent: Target) -> None:
    turned = mirrored(SHARE)
    for year in YEARS:
        verdict = guarantee(child).weaker_year(guarantee(parent), [year])
        mirror = guarantee(mirrored_target(child), turned).weaker_year(
            guarantee(mirrored_target(parent), turned), [year]
        )
        assert mirror == verdict


def test_a_late_guarantee_catches_up_in_the_year_it_reaches_the_value() -> None:
    child = guarantee(target(parse_bound("80%"), by=2025))
    parent = guarantee(target(parse_bound("80%"), by=2023))
    assert child.catches_up(parent, 2023) == 2025


def test_growth_catches_up_at_the_first_stair_that_is_high_enough() -> None:
    child = guarantee(target(parse_bound("15%"), growth=Growth(Decimal(20))))
    parent = guarantee(target(parse_bound("50%"), by=2021))
    assert child.catches_up(parent, 2021) == 2023


def test_a_guarantee_that_stays_below_never_catches_up() -> None:
    child = guarantee(target(parse_bound("79%"), by=2023))
    assert child.catches_up(guarantee(target(parse_bound("80%"), by=2022)), 2022) is None


def test_there_is_nothing_to_catch_up_with_where_nothing_is_guaranteed() -> None:
    child = guarantee(target(parse_bound("80%"), by=2021))
    assert child.catches_up(guarantee(target(parse_bound("80%"), by=2024)), 2023) is None


@given(GUARANTEES, GUARANTEES, st.sampled_from(YEARS))
def test_catching_up_means_guaranteeing_later_what_was_asked(child: Guarantee, parent: Guarantee, year: int) -> None:
    reached, wanted = child.catches_up(parent, year), parent.at(year)
    if reached is None:
        return
    there = child.at(reached)
    assert reached > year
    assert wanted is not None
    assert there is not None
    assert there >= wanted
    between = [child.at(earlier) for earlier in range(year + 1, reached)]
    assert all(worst is None or worst < wanted for worst in between)
