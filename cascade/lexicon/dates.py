"""Printed dates: `ngày 15/7/2021`, `ngày 24 tháng 01 năm 2022`, with the spaces and letters that damage leaves."""

from __future__ import annotations

import re
from datetime import date

import msgspec

from cascade.lexicon.passage import apart
from cascade.model.doubt import Doubts, doubt

DAY_WORD, MONTH_WORD, YEAR_WORD = r"ng[a-z]{0,2}y", r"th[a-z]{1,2}ng", r"n[a-z]m"
"""The three words of a date, in text without accents, as damage may have left them."""
_SIGN = r"[/.\-–]"
DATE = (
    rf"{DAY_WORD}\s*(?P<d>\d(?:\s?\d)?)\s*(?:{_SIGN}|{MONTH_WORD})\s*(?P<m>\d(?:\s?\d)?)\s*(?:{_SIGN}|,?\s*{YEAR_WORD})"
    r"\s*(?P<y>(?:19|20)\s?\d\s?\d|\d\d)(?!\s?\d)"
)
"""A date in text without accents (`folded_same_length`); the groups `d`, `m`, `y` go to `read_day`."""
_DATES = (
    re.compile(DATE),
    re.compile(r"(?<![\d/.-])(?P<d>\d\d?)[/.-](?P<m>\d\d?)[/.-](?P<y>(?:19|20)\d{2})(?![\d/])"),
)


class Day(msgspec.Struct, frozen=True):
    """A date as read, and where it stands; its digits begin at `digits`. `date` is None where they make none;
    `doubts` say what was read into them."""

    date: date | None
    doubts: Doubts = ()
    start: int = 0
    digits: int = 0
    end: int = 0


def days(folded: str) -> tuple[Day, ...]:
    """The dates of a text without accents, in order, with or without the word before them."""
    found = apart((match for form in _DATES for match in map(read_day, form.finditer(folded))), len(folded))
    return tuple(sorted(found, key=lambda day: day.start))


def read_day(found: re.Match[str]) -> Day:
    """The day that a match of `DATE` means."""
    parts = tuple(found[part] or "" for part in ("d", "m", "y"))
    place = (found.start(), found.start("d"), found.end())
    shown = "/".join(parts)
    day, month, year = (part.replace(" ", "") for part in parts)
    try:
        read = date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    except ValueError:
        return Day(None, doubt("no-such-day", printed=shown), *place)
    mended = " " in shown or len(year) == 2
    return Day(read, doubt("date-mended", printed=shown, read=f"{read:%d/%m/%Y}") if mended else (), *place)
