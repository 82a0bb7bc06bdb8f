"""Titles of cited documents, and laws that are cited by title alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from cascade.lexicon.dates import DATE, Day, read_day
from cascade.model.domain import Domain
from cascade.model.text import any_of, fold

_ABBREVIATED = r"(?<!\btp)(?<!\btx)(?<!\btt)(?<!\bths)(?<!\bts)"
_SENTENCE_END = rf"{_ABBREVIATED}[.](?=\s|$|/)"
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*[-–—−]?\s*((?:19|20)\d{2})(?!\d)")
_LONGEST = 40
_LAW = re.compile(r"(?<!\w)(?:bo\s+luat|luat|phap\s+lenh)\s+(?!nay\b|gia\b|su\b|phap\b|dinh\b)")
_IN_YEAR = re.compile(r"[\s,]*nam\s+(?:19|20)\d{2}")
_DAY = re.compile(DATE)
_AMENDS = re.compile(r"luat\s+sua\s+doi")
_LEADS = re.compile(
    r"[\W_]*(?:(?:va|can cu|theo|vao|thuc hien|thi hanh|quy dinh|cua|tai|ve)[\s:]+)*(?:cac\s+)?[\W_]*", re.ASCII
)
_LONGEST_LAW = 300
_UNDATED_ENDS = (
    re.compile(r"[.](?=\s|$)"),
    re.compile(r"[\s,]+(?:va\s+)?(?=(?:bo\s+)?luat\s)"),
    re.compile(r"\s+(?:va\s+)?cac\s+"),
)
_PASSED = re.compile(r"\s+(?:duoc|da\s+duoc)\s+.*$|\s+(?:so)\s*$")


class Law(msgspec.Struct, frozen=True):
    """A law cited by title: the title, its date, and where both stand."""

    title: str
    day: Day | None
    start: int
    title_end: int
    end: int


class TitleReader:
    """Reads titles with the phrases of `rules/reading.yaml`."""

    def __init__(self, domain: Domain) -> None:
        citing = domain.phrases.citing
        about = any_of(map(fold, citing.get("about", ())))
        begins = any_of(map(fold, citing.get("titles", ())))
        bodies = any_of(fold(name) for names in domain.phrases.issuers.values() for name in names)
        ends = any_of(map(str.lower, citing.get("title_ends", ())))
        terms = any_of(map(fold, citing.get("terms", ())))
        self.term = re.compile(
            rf"[\s,(]*(?:{terms})\s+\w+(?:\s+\w+){{0,5}}?\)?(?=[\s,]*(?:(?:{about}|{begins})(?!\w)|[;.]|$))"
        )
        self.opener = re.compile(rf"[\s,(*“\"-]*(?:(?:(?:{about})(?!\w)[\s“\":]*)+|(?=(?:{begins})(?!\w)))")
        self.closer = re.compile(
            rf"[;”]|{_SENTENCE_END}|\s[*•]\s|,\s*(?=(?:{bodies})(?!\w))"
            rf"|\s(?=(?:{bodies})\s+[^,;.]{{0,40}}(?:xay dung|ban hanh)\s+ke hoach)"
        )
        self.goes_on = re.compile(rf",\s*(?=(?:{ends})(?!\w))")
        names = any_of(fold(kind.name.vi) for kind in domain.document_types.values())
        self.next = re.compile(rf"[\s,;]*(?:va|cung|,)?\s*(?:{names})(?:\s+so)?\s*$")
        units = {word for unit in domain.language.units for word in unit.word.split()}
        self.dangling = frozenset(map(str.lower, domain.phrases.dangling)) - units - {"năm", "tháng", "ngày", "số"}

    def after(self, text: str, folded: str, at: int, stop: int) -> tuple[str, int, int] | None:
        """The title printed from `at` on, and where it stands."""
        term = self.term.match(folded, at, stop)
        opener = self.opener.match(folded, term.end() if term else at, stop)
        if opener is None:
            return None
        start = opener.end()
        closers = [self.closer.search(folded, start, stop), self.goes_on.search(lowered(text), start, stop)]
        closer = min((one.start() for one in closers if one), default=None)
        end = stop if closer is None else closer
        end = _closed_before(folded, start, end)
        if closer is None and stop < len(folded):
            following = self.next.search(folded, start, stop)
            end = min(end, following.start()) if following else end
        return self._tidy(text, start, end)

    def _tidy(self, text: str, start: int, end: int) -> tuple[str, int, int] | None:
        words = list(re.finditer(r"\S+", text[start:end]))[:_LONGEST]
        while words and words[-1][0].lower().strip(' ,.-“"') in self.dangling | {""}:
            words.pop()
        if len(words) < 2:
            return None
        end = start + words[-1].end()
        title = shown_title(text[start:end])
        return (title, start, end) if title else None


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


def laws_in(text: str, folded: str) -> Iterator[Law]:
    """The laws that a paragraph of the basis cites by title: each that is dated, and each that a clause is about."""
    at = 0
    for clause in re.split(r"(;)", folded):
        start, at = at, at + len(clause)
        yield from _laws_of(text, folded, start, at)


def _laws_of(text: str, folded: str, start: int, stop: int) -> Iterator[Law]:
    at = start
    while found := _LAW.search(folded, at, stop):
        begin, before, at = found.start(), at, found.end()
        until = min(stop, begin + _LONGEST_LAW)
        dated = _day_of_law(folded, begin, until)
        if not (text[begin].isupper() or _AMENDS.match(folded, begin)):
            continue
        if dated is None and not _LEADS.fullmatch(folded, before, begin):
            continue
        title_end = dated.start() if dated else _undated_end(folded, begin, until)
        title_end = begin + len(_PASSED.sub("", folded[begin:title_end].rstrip(" ,.(")).rstrip(" ,.("))
        at = max(at, dated.end() if dated else title_end)
        shown = shown_title(text[begin:title_end])
        if 3 <= len(shown.split()) <= _LONGEST:
            yield Law(shown, read_day(dated) if dated else None, begin, title_end, at)


def _day_of_law(folded: str, begin: int, until: int) -> re.Match[str] | None:
    """The date behind a law's title, unless the title has ended with a year before it."""
    dated = _DAY.search(folded, begin, until)
    year = _IN_YEAR.search(folded, begin, dated.start()) if dated else None
    if dated and year and folded[year.end() : dated.start()].strip(" ,("):
        return None
    return dated


def _undated_end(folded: str, begin: int, stop: int) -> int:
    """Where the title of a law without a date ends: at its year, at the next law, with the sentence."""
    patterns = _UNDATED_ENDS[:1] if _AMENDS.match(folded, begin) else _UNDATED_ENDS
    ends = [match.start() for pattern in patterns if (match := pattern.search(folded, begin + 5, stop))]
    year = _IN_YEAR.search(folded, begin, stop)
    return min([*ends, stop, *([year.end()] if year else [])])


def law_title_before(text: str, folded: str, start: int) -> tuple[str, int] | None:
    """The title before a law's number, and where it begins: "Luật Tổ chức chính quyền địa phương số 77/2015/QH13"."""
    window = max(0, start - _LONGEST_LAW)
    clause = max(window, *(folded.rfind(sign, window, start) + 1 for sign in ";.:"))
    found = list(_LAW.finditer(folded, clause, start))
    if not found:
        return None
    begin = next((one.start() for one in found if _AMENDS.match(folded, one.start())), found[-1].start())
    title = re.sub(r"\s*(?:so|s6)?\s*[:.]?\s*$", "", folded[begin:start])
    shown = shown_title(text[begin : begin + len(title)])
    return (shown, begin) if len(shown.split()) >= 3 else None
