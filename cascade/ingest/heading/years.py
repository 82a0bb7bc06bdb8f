"""The period and the year that a title, an announcement or a heading names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from cascade.lexicon.dates import YEAR_WORD
from cascade.model.plan import Window
from cascade.model.text import any_of, fold, folded_same_length

_STAGE = r"(?:gi[a-z]i\s+do[a-z]n|th[a-z]i\s+k[a-z])"
_BETWEEN = r"\s*(?:[-–—−]|den\s+(?:het\s+)?(?:nam\s+)?)?\s*"
_PERIOD = re.compile(rf"{_STAGE}\s*(?:(?:tu\s+)?nam\s+)?(?P<first>20\d\d){_BETWEEN}(?P<last>20\d\d)(?!\d)")
_YEARS = re.compile(
    r"(?<![\d/.])(?P<first>20\d\d)\s*[-–—−]\s*(?P<last>20\d\d)(?![\d/])|(?<!\d)(?P<from>20\d\d)(?P<to>20\d\d)(?!\d)"
)
_FROM_TO = re.compile(r"tu\s+(?:nam\s+)?(?P<first>20\d\d)\s+den\s+(?:het\s+)?(?:nam\s+)?(?P<last>20\d\d)")
_UNTIL = re.compile(r"den\s+(?:het\s+|cuoi\s+)?nam\s+(?P<last>20\d\d)")
_YEAR = re.compile(
    rf"(?:(?<!\w){YEAR_WORD}\s+|(?<!\w)(?:quy\s+(?:[ivx]+|\d)|thang\s+\d{{1,2}})\s*/\s*)"
    r"(?P<year>20\d\d)(?!\s*[-–—]\s*20\d\d)(?!\d)"
)
_NOT_YEAR = re.compile(
    r"(?:(?:den|het|tu|truoc|sau|ket qua|tong ket)\s+(?:het\s+|cuoi\s+)?|ngay\s+\d{1,2}\s+thang\s+\d{1,2}\s+)$"
)
_BEFORE = 40
"""So many characters before a year tell what it is."""
_LONGEST = 30  # years


class Years(msgspec.Struct, frozen=True):
    """What a text names: a period, a year, and the year until which it reaches, with where that stands."""

    period: Window | None = None
    year: int | None = None
    until: int | None = None
    at: int = 0


def years_in(text: str, outlook: Iterable[str] = (), issued: int = 0) -> Years:
    """The years of a title or of the sentence that announces a plan. `outlook`: words before years that only lie
    ahead ("định hướng", "tầm nhìn"); `issued`: before this year no period ends, unless it is the only one."""
    folded = folded_same_length(text)
    ahead = re.compile(rf"(?:{any_of(map(fold, outlook))})\s+(?:(?:den|giai doan|nam|cac)\s+)*$")

    def follows(pattern: re.Pattern[str], at: int) -> bool:
        return bool(pattern.search(folded[max(0, at - _BEFORE) : at]))

    periods = [window for window, at in _periods_in(folded) if not follows(ahead, at)]
    period = next((one for one in periods if one.last >= issued), periods[0] if periods else None)
    single = [
        int(one["year"])
        for one in _YEAR.finditer(folded)
        if not (follows(_NOT_YEAR, one.start()) or follows(ahead, one.start()))
    ]
    year = next((one for one in single if period is None or one in period.years()), None)
    if period is not None:
        return Years(period, year)
    until = next((one for one in _UNTIL.finditer(folded) if not follows(ahead, one.start())), None)
    if year is not None and (until is None or int(until["last"]) <= year):
        return Years(Window(year, year), year)
    return Years(None, None, int(until["last"]), until.start()) if until else Years()


def _periods_in(folded: str) -> Iterator[tuple[Window, int]]:
    """The periods that a text without accents names, each with its offset, those that are called so first."""
    for pattern in (_PERIOD, _FROM_TO, _YEARS):
        for found in pattern.finditer(folded):
            groups = found.groupdict()
            first, last = (int(groups.get(a) or groups.get(b) or 0) for a, b in (("first", "from"), ("last", "to")))
            if first < last <= first + _LONGEST:
                yield Window(first, last), found.start()


def untils_in(folded: str) -> Iterator[int]:
    """The years until which a text without accents says that something is reached."""
    return (int(one["last"]) for one in _UNTIL.finditer(folded))


def stages_in(lines: Iterable[str]) -> Iterator[Window]:
    """The periods that lines without accents call so."""
    for line in lines:
        for found in _PERIOD.finditer(line):
            if int(found["first"]) < int(found["last"]):
                yield Window(int(found["first"]), int(found["last"]))
