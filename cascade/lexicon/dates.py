"""Printed dates: `ngày 15/7/2021`, `ngày 24 tháng 01 năm 2022`, with the spaces and letters that damage leaves."""

from __future__ import annotations

import re
from datetime import date

import msgspec

from cascade.model.doubt import Doubts, doubt

DAY_WORD, MONTH_WORD, YEAR_WORD = r"ng[a-z]{0,2}y", r"th[a-z]{1,2}ng", r"n[a-z]m"
"""The three words of a date, in text without accents, as damage may have left them."""
_SIGN = r"[/.\-–]"
DATE = (
    rf"{DAY_WORD}\s*(?P<d>\d(?:\s?\d)?)\s*(?:{_SIGN}|{MONTH_WORD})\s*(?P<m>\d(?:\s?\d)?)\s*(?:{_SIGN}|,?\s*{YEAR_WORD})"
    r"\s*(?P<y>(?:19|20)\s?\d\s?\d|\d\d)(?!\s?\d)"
)
"""A date in text without accents (`folded_same_length`); the groups `d`, `m`, `y` go to `read_day`."""


class Day(msgspec.Struct, frozen=True):
    """A date as read. `date` is None where the digits make none; `doubts` say what was read into them."""

    date: date | None
    doubts: Doubts = ()


def read_day(found: re.Match[str]) -> Day:
    """The day that a match of `DATE` means."""
    day, month, year = (found[part] or "" for part in ("d", "m", "y"))
    shown = f"{day}/{month}/{year}"
    digits = [part.replace(" ", "") for part in (day, month, year)]
    try:
        read = date(int(digits[2]) + (2000 if len(digits[2]) == 2 else 0), int(digits[1]), int(digits[0]))
    except ValueError:
        return Day(None, doubt("no-such-day", printed=shown))
    if " " in shown or len(digits[2]) == 2:
        return Day(read, doubt("date-mended", printed=shown, read=f"{read:%d/%m/%Y}"))
    return Day(read)
