"""Deadlines as printed, read to the last day that they allow."""

from __future__ import annotations

import calendar
import re
from datetime import date

from cascade.model.text import fold, nfc

_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_DAY = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b")
_LONG_DAY = re.compile(r"\bngay\s+(\d{1,2})\s+thang\s+(\d{1,2})\s+nam\s+(\d{4})\b")
_MONTH = re.compile(r"\bthang\s+(\d{1,2})\s*(?:/|nam\s+)\s*(\d{4})\b")
_QUARTER = re.compile(r"\bquy\s+(iv|iii|ii|i|[1-4])\s*(?:/|nam\s+|,\s*nam\s+)\s*(\d{4})\b")
_YEAR = re.compile(r"\b(20\d{2})\b")
_ONLY_YEAR = re.compile(r"^(?:nam )?(\d{4})$")
_FROM = re.compile(r"\btừ\b", re.IGNORECASE)
_BEGINNING = re.compile(r"@ (?:(?:ngay|dau|cuoi|nam) )*$")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def last_day(due: str) -> date | None:
    """The last day that a deadline allows: `2022` is 2022-12-31, `quý II/2022` is 2022-06-30.

    None where the words name no day or year ("hàng năm"), or only when the work begins ("từ 2022").
    Of several years the last counts.
    """
    text = " ".join(fold(_FROM.sub("@", nfc(due))).split())
    ends: list[date] = []
    for pattern, build in (
        (_ISO, _from_iso),
        (_DAY, _from_day),
        (_LONG_DAY, _from_day),
        (_MONTH, _from_month),
        (_QUARTER, _from_quarter),
        (_YEAR, _from_year),
    ):
        for found in pattern.finditer(text):
            day = build(found)
            if day is not None and not _BEGINNING.search(text[: found.start()]):
                ends.append(day)
        text = pattern.sub(" ", text)
    return max(ends, default=None)


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
