from __future__ import annotations

import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cascade.model.due import last_day, shown

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("due", "day"),
    [
        ("2022", date(2022, 12, 31)),
        ("năm 2022", date(2022, 12, 31)),
        ("2021-2025", date(2025, 12, 31)),
        ("2025, 2023", date(2025, 12, 31)),
        ("2022-02-18", date(2022, 2, 18)),
        ("trước 15/7/2021", date(2021, 7, 15)),
        ("ngày 24 tháng 01 năm 2022", date(2022, 1, 24)),
        ("tháng 2/2024", date(2024, 2, 29)),
        ("tháng 02 năm 2023", date(2023, 2, 28)),
        ("quý I/2022", date(2022, 3, 31)),
        ("quý II/2022", date(2022, 6, 30)),
        ("Quý III năm 2022", date(2022, 9, 30)),
        ("quý IV, năm 2022", date(2022, 12, 31)),
        ("quý 2/2022", date(2022, 6, 30)),
        ("quý II/2022 và quý I/2023", date(2023, 3, 31)),
        ("15/6/2022, báo cáo 2021", date(2022, 6, 15)),
        ("QUÝ II/2022", date(2022, 6, 30)),
    ],
)
def test_a_deadline_allows_until_its_last_day(due: str, day: date) -> None:
    assert last_day(due) == day


@pytest.mark.parametrize(
    "due", ["", "hàng năm", "thường xuyên", "quý IV hàng năm", "định kỳ", "6 tháng, 9 tháng", "1999", "khi có yêu cầu"]
)
def test_words_without_a_day_or_year_give_no_last_day(due: str) -> None:
    assert last_day(due) is None


@pytest.mark.parametrize(
    "due", ["từ 2022", "Từ năm 2022", "từ quý II/2022", "từ tháng 3/2022", "từ ngày 01/01/2022", "từ đầu năm 2022"]
)
def test_the_day_on_which_work_begins_is_not_its_last(due: str) -> None:
    assert last_day(due) is None


@pytest.mark.parametrize(
    ("due", "day"),
    [
        ("từ 2021 đến 2025", date(2025, 12, 31)),
        ("từ 2021-2025", date(2025, 12, 31)),
        ("từ ngày 01/01/2022 đến ngày 30/6/2022", date(2022, 6, 30)),
        ("đầu tư 2022", date(2022, 12, 31)),
    ],
)
def test_what_begins_and_ends_is_due_at_its_end(due: str, day: date) -> None:
    assert last_day(due) == day


@pytest.mark.parametrize("due", ["31/02/2022", "2022-13-01", "tháng 13/2022"])
def test_a_day_that_does_not_exist_is_no_deadline(due: str) -> None:
    assert last_day(due) is None


def test_decomposed_words_name_the_same_day() -> None:
    assert last_day(unicodedata.normalize("NFD", "quý II năm 2022")) == date(2022, 6, 30)


@given(DAYS)
def test_every_way_of_writing_a_day_names_that_day(day: date) -> None:
    ways = [
        day.isoformat(),
        f"{day.day}/{day.month}/{day.year}",
        f"{day:%d/%m/%Y}",
        f"ngày {day.day} tháng {day.month} năm {day.year}",
    ]
    assert [last_day(way) for way in ways] == [day] * 4


@given(DAYS)
def test_a_month_ends_on_the_day_before_the_next(day: date) -> None:
    end = last_day(f"tháng {day.month}/{day.year}")
    assert end is not None
    assert (end.year, end.month) == (day.year, day.month)
    assert (end + timedelta(days=1)).day == 1


@given(st.text(max_size=40))
def test_no_words_make_the_reader_of_deadlines_raise(due: str) -> None:
    day = last_day(due)
    assert day is None or isinstance(day, date)


@pytest.mark.parametrize(
    ("due", "words"),
    [("2021-12-31", "31/12/2021"), ("trước 2022-02-18", "trước 18/02/2022"), ("2021-2025", "2021-2025")],
)
def test_a_day_is_shown_as_a_vietnamese_document_writes_it(due: str, words: str) -> None:
    assert shown(due) == words
