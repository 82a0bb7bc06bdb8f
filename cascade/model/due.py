"""Deadlines as printed, read to the last day that they allow."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date

import msgspec

from cascade.model.text import fold, nfc

_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_DAY = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b")
_LONG_DAY = re.compile(r"\bngay\s+(\d{1,2})\s+thang\s+(\d{1,2})\s+nam\s+(\d{4})\b")
_MONTH = re.compile(r"\bthang\s+(\d{1,2})\s*(?:/|nam\s+)\s*(\d{4})\b")
_QUARTER = re.compile(r"\bquy\s+(iv|iii|ii|i|[1-4])\s*(?:/|nam\s+|,\s*nam\s+)\s*(\d{4})\b")
_SCHOOL_YEAR = re.compile(r"\b(dau |hoc ky i )?nam hoc (20\d{2})\s*[-–]\s*(20\d{2})\b")
_YEAR = re.compile(r"\b(20\d{2})\b")
_ONLY_YEAR = re.compile(r"^(?:nam )?(\d{4})$")
_FROM = re.compile(r"\btừ\b", re.IGNORECASE)
_BEGINNING = re.compile(r"@ (?:(?:ngay|dau|cuoi|nam) )*$")
_NUMERAL = r"(?:iv|iii|ii|i|[1-4])"
_DAY_THEN_YEAR = re.compile(r"\b(\d{1,2}/\d{1,2}),? nam (\d{4})\b")
_ANY_YEAR = re.compile(
    rf"""
    (?<![\d/])(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})(?![\d/])
    | \bngay\ (?P<long_day>\d{{1,2}})\ thang\ (?P<long_month>\d{{1,2}})\b
    | \bthang\ (?P<whole_month>\d{{1,2}})\b
    | \bquy\ (?P<quarters>{_NUMERAL}(?:\s*(?:,|;|-|va)\s*(?:quy\ )?{_NUMERAL})*)\b
    """,
    re.VERBOSE,
)
_IS_NUMERAL = re.compile(rf"\b{_NUMERAL}\b")
_WRITTEN = re.compile(r"^(\d{1,2})/(\d{1,2})(?:/(\d{4}))?$")
_BEFORE = 40  # characters before a day in which a word stands that makes it a beginning
_LEAP = 2000  # a year that has every day
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


class Day(msgspec.Struct, frozen=True):
    """A day of one year, or (`year` None) of every year."""

    month: int
    day: int
    year: int | None = None

    @classmethod
    def parse(cls, text: str) -> Day:
        """`15/12`, `15/12/2026` or `2026-12-15`; raises ValueError otherwise."""
        if _ISO.fullmatch(text):
            found = date.fromisoformat(text)
            return cls(found.month, found.day, found.year)
        written = _WRITTEN.match(text)
        if written is None:
            raise ValueError(text)
        day, month, year = int(written[1]), int(written[2]), int(written[3]) if written[3] else None
        date(year or _LEAP, month, day)
        return cls(month, day, year)

    def __le__(self, other: Day) -> bool:
        """Whether it is no later in the year, or in time where both name a year."""
        ours, theirs = (self.month, self.day), (other.month, other.day)
        if self.year is None or other.year is None:
            return ours <= theirs
        return (self.year, *ours) <= (other.year, *theirs)

    def __str__(self) -> str:
        return f"{self.day:02}/{self.month:02}" + (f"/{self.year}" if self.year else "")


def last_day(due: str) -> date | None:
    """The last day that a deadline allows: `2022` is 2022-12-31, `quý II/2022` is 2022-06-30.

    None where the words name no day or year ("hàng năm"), or only when the work begins ("từ 2022").
    Of several years the last counts.
    """
    return max(_ends(_plain(due))[0], default=None)


def days_named(due: str) -> tuple[Day, ...]:
    """Every last day that a deadline allows, those that it names for any year too: `15/6 và 15/12 hằng năm`."""
    ends, rest = _ends(_DAY_THEN_YEAR.sub(r"\1/\2", _plain(due)))
    dated = (Day(end.month, end.day, end.year) for end in sorted(ends))
    return tuple(dict.fromkeys((*dated, *_of_any_year(rest))))


def _of_any_year(text: str) -> Iterator[Day]:
    for found in _ANY_YEAR.finditer(text):
        if _BEGINNING.search(text[max(0, found.start() - _BEFORE) : found.start()]):
            continue
        months = [3 * _QUARTERS[numeral] for numeral in _IS_NUMERAL.findall(found["quarters"] or "")]
        if found["whole_month"]:
            months = [int(found["whole_month"])]
        ends = [_end_of_month(_LEAP - 1, month) for month in months]
        if not months:
            ends = [_day(_LEAP, int(found["month"] or found["long_month"]), int(found["day"] or found["long_day"]))]
        yield from (Day(end.month, end.day) for end in ends if end is not None)


def _plain(due: str) -> str:
    """A deadline without accents, on one line; `@` stands for the word that only says when the work begins."""
    return " ".join(fold(_FROM.sub("@", nfc(due))).split())


def _ends(text: str) -> tuple[list[date], str]:
    """The last days that a text names with their years, and what is left of it."""
    ends: list[date] = []
    for pattern, build in (
        (_ISO, _from_iso),
        (_DAY, _from_day),
        (_LONG_DAY, _from_day),
        (_MONTH, _from_month),
        (_QUARTER, _from_quarter),
        (_SCHOOL_YEAR, _from_school_year),
        (_YEAR, _from_year),
    ):
        for found in pattern.finditer(text):
            day = build(found)
            if day is not None and not _BEGINNING.search(text[: found.start()]):
                ends.append(day)
        text = pattern.sub(" ", text)
    return ends, text


def years_of(due: str) -> tuple[int, ...]:
    """The years of the days, months and quarters that a deadline names, possible or not."""
    text = " ".join(fold(due).split())
    dated = (_ISO, 1), (_DAY, 3), (_LONG_DAY, 3), (_MONTH, 2), (_QUARTER, 2), (_ONLY_YEAR, 1)
    return tuple(int(found[year]) for pattern, year in dated for found in pattern.finditer(text))


def shown(due: str) -> str:
    """A deadline as a Vietnamese document writes it: 31/12/2021 for 2021-12-31."""
    return _ISO.sub(r"\3/\2/\1", due)


def _from_iso(found: re.Match[str]) -> date | None:
    return _day(int(found[1]), int(found[2]), int(found[3]))


def _from_day(found: re.Match[str]) -> date | None:
    return _day(int(found[3]), int(found[2]), int(found[1]))


def _from_month(found: re.Match[str]) -> date | None:
    return _end_of_month(int(found[2]), int(found[1]))


def _from_quarter(found: re.Match[str]) -> date | None:
    return _end_of_month(int(found[2]), 3 * _QUARTERS[found[1]])


def _from_school_year(found: re.Match[str]) -> date | None:
    """A school year ends in May; its beginning is over with September, its first term with the year."""
    ends = {None: (int(found[3]), 5), "dau ": (int(found[2]), 9)}
    return _end_of_month(*ends.get(found[1], (int(found[2]), 12)))


def _from_year(found: re.Match[str]) -> date | None:
    return _day(int(found[1]), 12, 31)


def _end_of_month(year: int, month: int) -> date | None:
    if not 1 <= month <= 12:
        return None
    return _day(year, month, calendar.monthrange(year, month)[1])


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
