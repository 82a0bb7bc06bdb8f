from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cascade.model.bound import parse_bound
from cascade.model.plan import Lines, Plan, Target, Task, Window, clean

RUNS = st.tuples(st.integers(1, 9000), st.integers(0, 900)).map(lambda run: (run[0], run[0] + run[1]))
SPANS = st.tuples(st.integers(1945, 2100), st.integers(0, 30)).map(lambda span: (span[0], span[0] + span[1]))
WINDOWS = SPANS.map(lambda span: Window(*span))


def plan(**more: Any) -> Plan:
    given: dict[str, Any] = {
        "schema": "plan/1",
        "title": "CCHC",
        "type": "KH",
        "level": "commune",
        "issuer": "UBND xã Mẫu",
        "place": ("Mẫu", "Thử"),
        "period": Window(2021, 2025),
        "content": "full",
        "review": "reviewed",
    }
    return Plan(**(given | more))


@pytest.mark.parametrize(
    ("text", "lines"),
    [("12", Lines(12, 12)), ("12-14", Lines(12, 14)), (" 12 - 14 ", Lines(12, 14)), ("7-7", Lines(7, 7))],
)
def test_lines_are_one_line_or_a_run(text: str, lines: Lines) -> None:
    assert Lines.parse(text) == lines


@pytest.mark.parametrize("text", ["", "0", "0-3", "14-12", "12-", "-12", "12,14", "a", "12–14", "9" * 20, "١٢"])
def test_what_is_no_run_of_lines_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        Lines.parse(text)


@given(RUNS)
def test_lines_print_as_they_parse(run: tuple[int, int]) -> None:
    assert Lines.parse(str(Lines(*run))) == Lines(*run)


@pytest.mark.parametrize(
    ("text", "window"),
    [("2022", Window(2022, 2022)), ("2021-2025", Window(2021, 2025)), ("2021 – 2025", Window(2021, 2025))],
)
def test_a_window_is_a_year_or_a_period(text: str, window: Window) -> None:
    assert Window.parse(text) == window


@pytest.mark.parametrize("text", ["", "22", "20212025", "2025-2021", "2021-25", "2021-2025-2030", "năm 2022", "٢٠٢٢"])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        Window.parse(text)


@given(WINDOWS)
def test_a_window_prints_as_it_parses(window: Window) -> None:
    assert Window.parse(str(window)) == window


@given(WINDOWS, WINDOWS)
def test_a_window_contains_another_where_it_has_all_its_years(one: Window, other: Window) -> None:
    assert (other in one) == (set(other.years()) <= set(one.years()))


def test_the_years_of_a_window_include_both_ends() -> None:
    assert list(Window(2021, 2023).years()) == [2021, 2022, 2023]


@pytest.mark.parametrize(
    ("more", "window", "span", "yearly"),
    [
        ({}, Window(2021, 2025), Window(2021, 2025), False),
        ({"year": 2023}, Window(2023, 2025), Window(2023, 2023), True),
        ({"period": Window(2022, 2022)}, Window(2022, 2022), Window(2022, 2022), True),
    ],
)
def test_a_yearly_plan_of_a_period_speaks_from_its_own_year_to_the_periods_end(
    more: dict[str, Any], window: Window, span: Window, yearly: bool
) -> None:
    found = plan(**more)
    assert (found.window, found.span, found.yearly) == (window, span, yearly)


@pytest.mark.parametrize(
    ("more", "vi", "en"),
    [
        ({"number": "09/KH-UBND"}, "09/KH-UBND của UBND xã Mẫu", "09/KH-UBND of UBND xã Mẫu"),
        ({"year": 2023}, "KH năm 2023 của UBND xã Mẫu", "KH 2023 of UBND xã Mẫu"),
        ({}, "KH 2021-2025 của UBND xã Mẫu", "KH 2021-2025 of UBND xã Mẫu"),
    ],
)
def test_a_plan_is_called_by_its_number_or_years_and_who_issued_it(more: dict[str, Any], vi: str, en: str) -> None:
    label = plan(**more).label
    assert (label.vi, label.en) == (vi, en)


def test_items_are_the_targets_and_then_the_tasks() -> None:
    target = Target(id="1", text="mẫu", value=parse_bound("80%"))
    tasks = (Task(id="a", text="mẫu"), Task(id="b", text="mẫu"))
    assert plan(targets=(target,), tasks=tasks).items == (target, *tasks)


@pytest.mark.parametrize(
    ("horizon", "stated"), [({"by": 2025}, True), ({"in_year": 2022}, True), ({"yearly": True}, True), ({}, False)]
)
def test_a_target_has_a_horizon_where_its_text_says_when(horizon: dict[str, Any], stated: bool) -> None:
    assert Target(id="1", text="mẫu", value=parse_bound("80%"), **horizon).has_horizon is stated


def test_a_text_is_held_composed_and_without_space_around_it() -> None:
    assert clean("  xa\u0303 Mâ\u0303u\n") == "xã Mẫu"


def test_two_plans_with_the_same_facts_are_equal() -> None:
    assert plan(issued=date(2022, 12, 15)) == plan(issued=date(2022, 12, 15))
