"""Titles of cited documents, and laws that are cited by title alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from cascade.lexicon.dates import Day
from cascade.model.domain import Domain
from cascade.model.text import any_of, fold

_ABBREVIATED = r"(?<!\btp)(?<!\btx)(?<!\btt)(?<!\bths)(?<!\bts)"
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*[-–—−]?\s*((?:19|20)\d{2})(?!\d)")
_LONGEST = 40
_LAW = re.compile(r"(?<!\w)(?<!phap )(?:bo\s+luat|luat|phap\s+lenh)\s+(?!nay\b|gia\b|su\b|phap\b|dinh\b)")
_IN_YEAR = re.compile(r"[\s,]*nam\s+(?:19|20)\d{2}")
_AMENDS = re.compile(r"luat\s+sua\s+doi")
_LEADS = re.compile(
    r"[\W_]*(?:(?:va|can cu|theo|vao|thuc hien|thi hanh|quy dinh|cua|tai|ve)[\s:]+)*(?:cac\s+)?[\W_]*", re.ASCII
)
_LONGEST_LAW = 300
_ENDS = re.compile(r"[.](?=\s|$)")
_UNDATED_ENDS = re.compile(rf"{_ENDS.pattern}|[\s,]+(?:va\s+)?(?=(?:bo\s+)?luat\s)|\s+(?:va\s+)?cac\s+")
_PASSED = re.compile(r"\s+(?:duoc|da\s+duoc)\s+.*$")
_SAYS_NUMBER = re.compile(r"[\s(]+(?:so|s6)\s*[:.]?\s*$")


class Title(msgspec.Struct, frozen=True):
    """A title as recorded, and where it is printed."""

    text: str
    start: int
    end: int


class Law(msgspec.Struct, frozen=True):
    """A law cited by title, and its date."""

    title: Title
    day: Day | None

    @property
    def end(self) -> int:
        """Where all of it ends."""
        return max(self.title.end, self.day.end if self.day else 0)


class TitleReader:
    """Reads titles with the phrases of `rules/reading.yaml`."""

    def __init__(self, domain: Domain) -> None:
        citing = domain.phrases.citing
        about, begins, terms = (any_of(map(fold, citing.get(key, ()))) for key in ("about", "titles", "terms"))
        bodies = any_of(fold(name) for names in domain.phrases.issuers.values() for name in names)
        self.term = re.compile(
            rf"(?:[\s,(]*(?:{terms})\s+\w+(?:\s+\w+){{0,5}}?\)?){{1,3}}(?=[\s,]*(?:(?:{about}|{begins})(?!\w)|[;.]|$))"
        )
        self.opener = re.compile(rf"[\s,*“\"-]*(?:(?:(?:{about})(?!\w)[\s“\":]*)+|(?=(?:{begins})(?!\w)))")
        self.closer = re.compile(rf"[;”]|{_ABBREVIATED}[.](?=\s|$|/)|\s[*•]\s|,\s*(?=(?:{bodies})(?!\w))")
        self.goes_on = re.compile(rf",\s*(?=(?:{any_of(map(str.lower, citing.get('title_ends', ())))})(?!\w))")
        names = any_of(fold(kind.name.vi) for kind in domain.document_types.values())
        self.next = re.compile(rf"[\s,;]*(?:va|cung|,)?\s*(?:{names})(?:\s+so)?\s*$")
        units = {word for unit in domain.language.units for word in unit.word.split()}
        self.dangling = frozenset(map(str.lower, domain.phrases.dangling)) - units - {"năm", "tháng", "ngày", "số"}

    def closed(self, folded: str, start: int, stop: int) -> int:
        """Where a title that begins at `start` ends at the latest, before `stop`."""
        found = self.closer.search(folded, start, stop)
        return _closed_before(folded, start, found.start() if found else stop)

    def after(self, text: str, folded: str, at: int, stop: int) -> Title | None:
        """The title printed from `at` on, before `stop`."""
        term = self.term.match(folded, at, stop)
        opener = self.opener.match(folded, term.end() if term else at, stop)
        if opener is None:
            return None
        start = opener.end()
        goes_on = self.goes_on.search(lowered(text), start, stop)
        end = min(self.closed(folded, start, stop), goes_on.start() if goes_on else stop)
        if end == stop < len(folded) and (following := self.next.search(folded, start, stop)):
            end = following.start()
        words = list(re.finditer(r"\S+", text[start:end]))[:_LONGEST]
        while words and words[-1][0].lower().strip(' ,.-(“"') in self.dangling | {""}:
            words.pop()
        return title_of(text, start, start + words[-1].end()) if len(words) >= 2 else None


def title_of(text: str, start: int, end: int) -> Title | None:
    """The words between two offsets as a title."""
    shown = shown_title(text[start:end])
    return Title(shown, start, end) if shown else None


def shown_title(printed: str) -> str:
    """A title as recorded: single spaces, no quotes around it, years joined by a plain hyphen, a capital first."""
    title = " ".join(printed.split()).strip(" ,.;:*-–“”\"'")
    title = _YEARS.sub(lambda found: f"{found[1]}-{found[2]}" if found[1] < found[2] else found[0], title)
    return title[:1].upper() + title[1:]


@lru_cache(maxsize=4)
def lowered(text: str) -> str:
    """`text` in small letters, letter for letter."""
    return "".join(char.lower()[:1] for char in text)


def _closed_before(folded: str, start: int, end: int) -> int:
    """`end`, or where a bracket closes that was not opened within."""
    depth = 0
    for at in range(start, end):
        depth += {"(": 1, ")": -1}.get(folded[at], 0)
        if depth < 0:
            return at
    return end


def laws_in(text: str, folded: str, dates: Sequence[Day]) -> Iterator[Law]:
    """The laws that a paragraph cites by title: each that is dated, and each that a clause is about."""
    at = 0
    for clause in re.split(r"(;)", folded):
        start, at = at, at + len(clause)
        yield from _laws_of(text, folded, start, at, dates)


def _laws_of(text: str, folded: str, start: int, stop: int, dates: Sequence[Day]) -> Iterator[Law]:
    at = start
    while found := _LAW.search(folded, at, stop):
        begin, before, at = found.start(), at, found.end()
        until = min(stop, begin + _LONGEST_LAW)
        day = _day_of_law(folded, begin, until, dates)
        if not (text[begin].isupper() or _AMENDS.match(folded, begin)):
            continue
        if day is None and not _LEADS.fullmatch(folded, before, begin):
            continue
        title_end = day.start if day else _undated_end(folded, begin, until)
        title_end = begin + len(_PASSED.sub("", folded[begin:title_end].rstrip(" ,.(")).rstrip(" ,.("))
        at = max(at, day.end if day else title_end)
        title = title_of(text, begin, title_end)
        if title and 3 <= len(title.text.split()) <= _LONGEST:
            yield Law(title, day)


def _day_of_law(folded: str, begin: int, until: int, dates: Sequence[Day]) -> Day | None:
    """The date behind a law's title, unless the title has ended with a year before it."""
    at = bisect_left(dates, begin, key=lambda day: day.start)
    day = dates[at] if at < len(dates) and dates[at].end <= until else None
    year = _IN_YEAR.search(folded, begin, day.start) if day else None
    return None if day and year and folded[year.end() : day.start].strip(" ,(") else day


def _undated_end(folded: str, begin: int, stop: int) -> int:
    """Where the title of a law without a date ends: at its year, at the next law, with the sentence."""
    ends = _ENDS if _AMENDS.match(folded, begin) else _UNDATED_ENDS
    found, year = ends.search(folded, begin + 5, stop), _IN_YEAR.search(folded, begin, stop)
    return min(found.start() if found else stop, year.end() if year else stop)


def law_title_before(text: str, folded: str, start: int) -> Title | None:
    """The title before a law's number: "Luật Tổ chức chính quyền địa phương số 77/2015/QH13"."""
    window = max(0, start - _LONGEST_LAW)
    clause = max(window, *(folded.rfind(sign, window, start) + 1 for sign in ";.:"))
    found = [one.start() for one in _LAW.finditer(folded, clause, start)]
    if not found:
        return None
    begin = next((one for one in found if _AMENDS.match(folded, one)), found[-1])
    title = title_of(text, begin, begin + len(_SAYS_NUMBER.sub("", folded[begin:start])))
    return title if title and len(title.text.split()) >= 3 else None
