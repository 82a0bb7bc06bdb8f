from __future__ import annotations

import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cascade.model.due import Day, days_named, last_day, shown

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
        ("năm học 2022-2023", date(2023, 5, 31)),
        ("đầu năm học 2022 - 2023", date(2022, 9, 30)),
        ("học kỳ I năm học 2022-2023", date(2022, 12, 31)),
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
    assert all(1 <= named.month <= 12 for named in days_named(due))


@pytest.mark.parametrize(
    ("due", "words"),
    [("2021-12-31", "31/12/2021"), ("trước 2022-02-18", "trước 18/02/2022"), ("2021-2025", "2021-2025")],
)
def test_a_day_is_shown_as_a_vietnamese_document_writes_it(due: str, words: str) -> None:
    assert shown(due) == words


@pytest.mark.parametrize(
    ("due", "days"),
    [
        ("Trước ngày 15/12 hằng năm", ["15/12"]),
        ("10/3, 10/6, 10/9 và 10/12", ["10/03", "10/06", "10/09", "10/12"]),
        ("Chậm nhất ngày 15 tháng 6 và ngày 15 tháng 12", ["15/06", "15/12"]),
        ("ngày 15/12 năm 2026", ["15/12/2026"]),
        ("Tháng 3, tháng 6/2026", ["30/06/2026", "31/03"]),
        ("Quý I, II và quý IV", ["31/03", "30/06", "31/12"]),
        ("Quý IV/2026", ["31/12/2026"]),
        ("tháng 02", ["28/02"]),
        ("Năm 2026", ["31/12/2026"]),
        ("Từ ngày 01/01/2026 đến 15/3/2026", ["15/03/2026"]),
        ("từ tháng 3", []),
        ("Hằng năm", []),
        ("31/02; quý 5; tháng 13", []),
    ],
)
def test_every_last_day_that_is_named_is_found_with_or_without_its_year(due: str, days: list[str]) -> None:
    assert [str(day) for day in days_named(due)] == days


def test_a_day_without_a_year_is_one_of_every_year() -> None:
    day, sooner, later = Day.parse("15/12"), Day.parse("14/12/2030"), Day.parse("16/12/2020")
    assert sooner <= day <= later
    assert not later <= day
    assert later <= sooner  # both name a year
    assert Day.parse("2026-12-15") == Day.parse("15/12/2026")
    assert Day.parse("29/2") == Day(2, 29)


@pytest.mark.parametrize("text", ["31/02", "29/2/2023", "15/13", "15-12", "2026-12", "tháng 12"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        Day.parse(text)
