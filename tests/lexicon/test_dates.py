"""Dates in every print, each found once."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cascade.lexicon.dates import days
from cascade.model.text import folded_same_length

FORMS = ["ngày {d}/{m}/{y}", "ngày {d:02}.{m:02}.{y}", "ngày {d} tháng {m} năm {y}", "{d}/{m}/{y}", "{d}-{m}-{y}"]


@given(st.lists(st.tuples(st.dates(date(1990, 1, 1), date(2035, 12, 31)), st.sampled_from(FORMS)), max_size=4))
def test_dates_are_found_once_and_where_they_stand(printed: list[tuple[date, str]]) -> None:
    parts = [form.format(d=day.day, m=day.month, y=day.year) for day, form in printed]
    text = "theo ".join(["", *(f"{part}; " for part in parts)])
    found = days(folded_same_length(text))
    assert [one.date for one in found] == [day for day, _ in printed]
    assert [text[one.start : one.end] for one in found] == parts
    assert all(text[one.digits].isdigit() for one in found)


@pytest.mark.parametrize("text", ["năm 2022", "tỷ lệ 15/7", "24/24 giờ", "số 15/2021/NĐ-CP", "1.2.3"])
def test_what_is_no_date(text: str) -> None:
    assert days(folded_same_length(text)) == ()
