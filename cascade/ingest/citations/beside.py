"""What a text prints beside the number of a document: the number is the anchor (`76/NQ-CP`, `05-NQ/TU`); date,
issuer and title follow it, seldom precede it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from cascade.lexicon.dates import Day
from cascade.lexicon.issuers import Issuer
from cascade.lexicon.numbers import Numbered
from cascade.lexicon.passage import P
from cascade.lexicon.tagged import Lexicon, Tagged
from cascade.lexicon.titles import Title, TitleReader, law_title_before, title_of
from cascade.model.text import any_of, fold

_TO_DATE = re.compile(r"[\s,(‘’'`´|~·.]*(?:de\s+|ky\s+|ban hanh\s+)?")
_BY = re.compile(r"[\s,(]*(?:ket luan\s+)?(?:c[a-z]{1,3}|do)\s+")
_BY_BEFORE = re.compile(r"(?<!\w)(?:cua|do|duoc)\s+$")
_TO_NUMBER = re.compile(r"[\s,:]*(?:\w+\s+){0,2}(?:tai(?:\s+\w+){0,5}|so)\s*:?\s*|\s*\(\s*(?:tai\s+)?")
_GIVES = re.compile(r"\s+(?:da\s+|vua\s+)?(?:ban hanh|ky|thong qua)\s*")
_JOINS = re.compile(r"[\s,]*(?:va\s+)?(?:(?:cac|so)\s+)*")
_JOINS_CLAUSES = re.compile(r"[\s,;]*(?:va\s+)?")
_BRACKET = re.compile(r"[(\[][^()\[\]]{1,120}[)\]]")
_PLACE_OF_NUMBER = re.compile(r"^\W*s[o60](?:\s*/?\s*(?:ky\s+)?hieu(?:\s+van\s+ban)?)?\s*[:.|]?\s*$")
_REACH = 1500
"""So many characters before a bracket a document may be named whose short name it says."""
_LONGEST_CLAUSE = 400
_NEAR = 40
"""So many characters behind "sau đây gọi tắt là" a number is part of the short name."""
_OF_LOCAL_BODIES = frozenset({"UBND", "HĐND", "HU", "ĐU", "TU"})


class Cited(msgspec.Struct):
    """One document cited in a passage, and what is printed of it; `lent`: some of it beside another. A law that is
    cited by title alone has no number."""

    numbered: Numbered | None
    begin: int
    end: int
    day: Day | None = None
    issuer: Issuer | None = None
    title: Title | None = None
    lent: bool = False

    @property
    def body(self) -> str:
        """The code of the issuer in the number."""
        return self.numbered.body if self.numbered else ""

    @property
    def year(self) -> int | None:
        """The year that the number holds: 2020 of 62/2020/NĐ-CP."""
        year = re.search(r"/((?:19|20)\d\d)/", self.numbered.number if self.numbered else "")
        return int(year[1]) if year else None


class Beside:
    """Finds what is cited with the names and phrases of the rules."""

    def __init__(self, lexicon: Lexicon) -> None:
        phrases, types = lexicon.domain.phrases, lexicon.domain.document_types
        attached, short, amended = (
            any_of(map(fold, phrases.citing.get(key, ()))) for key in ("attached", "short", "amended")
        )
        appendix = any_of(map(fold, phrases.sections.get("appendix", ())))
        kinds = any_of(map(fold, [*types, *(kind.name.vi for kind in types.values())]))
        self.lexicon = lexicon
        self.titles = TitleReader(lexicon.domain)
        self.attached = re.compile(
            rf"(?:^\W*(?:(?:{appendix})(?!\w)[^()]*\(\W*)?|(?P<bracket>\())(?P<own>{attached})(?:\s+\S+){{0,6}}\s*$"
        )
        self.again = re.compile(rf"\(\W*(?:{kinds})\s+(?:so\s+)?0*(?P<serial>\d+)\W*\)")
        self.short = re.compile(rf"(?<!\w)(?:{short})(?!\w)")
        self.amended = re.compile(rf"[^;.]*(?<!\w)(?:{amended})(?!\w)[^;.]*")

    def find(self, tagged: Tagged, *, bare: bool) -> list[Cited]:
        """The documents that a passage cites by number, in order. `bare`: a number alone is the document's own."""
        text, folded = tagged.text, tagged.folded
        brackets = dict(self._short_names(tagged))
        hidden = bytearray(len(text) + 1)
        for start, end in brackets.items():
            hidden[start:end] = b"\1" * (end - start)
        numbers = [one for one in tagged.numbers if not hidden[one.start] and not self._is_own(one, tagged, bare=bare)]
        stops = sorted([*(one.begin for one in numbers), *brackets, len(folded)])
        found: list[Cited] = []
        law = 0  # where the number of the law before ends
        for number in numbers:
            one = Cited(number, number.begin, number.end)
            self._follow(one, tagged, stops, brackets)
            self._precede(one, tagged)
            named = one.day or one.issuer or text[number.start : number.start + 2].isupper()
            if " số " in number.number and number.start == number.begin and not named:
                continue
            near = number.body == "QH" and law and number.begin - law < _LONGEST_CLAUSE
            if near and self.amended.fullmatch(folded, law, number.begin):
                continue
            law = number.end if number.body == "QH" else 0
            found.append(one)
        _share(found, folded)
        _extend_titles(found, tagged)
        return found

    def _short_names(self, tagged: Tagged) -> Iterator[tuple[int, int]]:
        """Where a text only says how a document is called from there on: "(sau đây gọi tắt là Kế hoạch số 69)",
        "(Chỉ thị 05/CT-TTg)", "(Nghị quyết 76)"."""
        for said in self.short.finditer(tagged.folded):
            one = _next(tagged.numbers, said.end())
            if one and one.start - said.end() < _NEAR and not self._fresh(tagged, said.start(), one.end):
                yield said.start(), one.end
        for bracket in _BRACKET.finditer(tagged.folded):
            start, end = bracket.span()
            serial = self.again.fullmatch(bracket[0])
            again = serial and any(re.match(rf"0*{serial['serial']}\D", one) for one in self._before(tagged, start))
            repeats = _between(tagged.numbers, start, end) and not _between(tagged.dates, start, end)
            if again or ((repeats or self.short.search(bracket[0])) and not self._fresh(tagged, start, end)):
                yield start, end

    def _before(self, tagged: Tagged, at: int) -> set[str]:
        return {one.number for one in _between(tagged.numbers, max(0, at - _REACH), at)}

    def _fresh(self, tagged: Tagged, start: int, end: int) -> bool:
        """Whether a full number stands between two offsets that was not printed before them."""
        within = {one.number for one in _between(tagged.numbers, start, end) if one.body}
        return not within <= self._before(tagged, start)

    def _is_own(self, one: Numbered, tagged: Tagged, *, bare: bool) -> bool:
        """Whether a number is the document's own: in its letterhead, or where an attachment says what it belongs to."""
        attached = self.attached.search(tagged.folded, max(0, one.begin - 200), one.begin)
        if attached and (attached["bracket"] is None or tagged.text[attached.start("own")].isupper()):
            return True
        return not one.named and (bare or bool(_PLACE_OF_NUMBER.match(tagged.folded, 0, one.begin)))

    def _follow(self, one: Cited, tagged: Tagged, stops: Sequence[int], brackets: dict[int, int]) -> None:
        """Date, issuer and title behind a number, each where the one before ends, before the next of `stops`."""
        stop = stops[bisect_left(stops, one.end)]
        self._date_after(one, tagged, stop)
        by = _BY.match(tagged.folded, one.end, stop)
        start = by.end() if by else one.end + tagged.text.startswith(" ", one.end)
        issuer = _next(tagged.issuers, start)
        issuer = issuer if issuer and issuer.start == start else None
        if by and not (issuer and issuer.known):
            issuer = self.lexicon.issuers.damaged(tagged.folded, start, stop, one.body) or issuer
        if issuer:
            one.issuer, one.end = issuer, issuer.end
            self._date_after(one, tagged, stop)
        one.end = brackets.get(one.end + 1, one.end)
        one.title = self.titles.after(tagged.text, tagged.folded, one.end, stops[bisect_left(stops, one.end)])
        if one.day is None and one.title:
            self._date_of_title(one, one.title, tagged)

    def _date_after(self, one: Cited, tagged: Tagged, stop: int) -> None:
        day = _next(tagged.dates, one.end) if one.day is None else None
        if day and day.end <= stop and _TO_DATE.fullmatch(tagged.folded, one.end, day.start):
            one.day, one.end = day, day.end + tagged.folded.startswith(")", day.end)

    def _date_of_title(self, one: Cited, title: Title, tagged: Tagged) -> None:
        """The date behind a title: "Kế hoạch số 12/KH-UBND về cải cách hành chính ngày 01/01/2022"."""
        day = _before(tagged.dates, title.end + 1)
        if day and day.start > title.start and day.end >= title.end - 1:
            one.day, one.end = day, day.end
            one.title = title_of(tagged.text, title.start, len(tagged.text[: day.start].rstrip(" ,")))

    def _precede(self, one: Cited, tagged: Tagged) -> None:
        """Issuer and date before a number, where none is behind it: "của Sở Nội vụ tại Tờ trình số …", "ngày
        15/7/2021, Chính phủ ban hành Nghị quyết số …"; the title of a law."""
        folded, at = tagged.folded, one.numbered.start if one.numbered else one.begin
        if one.body == "QH" and (law := law_title_before(tagged.text, folded, at)):
            one.title, one.begin = law, law.start
        elif one.body == "QH" and one.title and folded.startswith("luat", one.begin):
            named = one.title.text.removeprefix("Luật ")
            one.title = msgspec.structs.replace(one.title, text=f"Luật {named}")
        issuer = _before(tagged.issuers, one.begin) if one.issuer is None else None
        if issuer is None:
            return
        asked = _BY_BEFORE.search(folded, max(0, issuer.start - 8), issuer.start)
        if asked and any(_TO_NUMBER.fullmatch(folded, issuer.end, to) for to in (one.begin, at)):
            one.issuer, one.begin = issuer, issuer.start
        elif _GIVES.fullmatch(folded, issuer.end, one.begin):
            one.issuer, one.begin = issuer, issuer.start
            day = _before(tagged.dates, issuer.start) if one.day is None else None
            if day and not folded[day.end : issuer.start].strip(" ,"):
                one.day, one.begin = day, day.start


def _next(tags: Sequence[P], at: int) -> P | None:
    """The first of what was found that begins at or behind an offset."""
    return next(iter(_between(tags, at, at + _REACH)), None)


def _before(tags: Sequence[P], at: int) -> P | None:
    """The last of what was found, if it ends at or before an offset."""
    index = bisect_left(tags, at, key=lambda tag: tag.start)
    return tags[index - 1] if index and tags[index - 1].end <= at else None


def _between(tags: Sequence[P], start: int, end: int) -> Sequence[P]:
    """What was found that begins between two offsets."""
    first, last = (bisect_left(tags, at, key=lambda tag: tag.start) for at in (start, end))
    return tags[first:last]


def _share(cited: Sequence[Cited], folded: str) -> None:
    """One issuer for all of an enumeration ("Nghị định số 62/… và Nghị định số 106/… của Chính phủ", "Quyết định của
    Thủ tướng Chính phủ: số 06/…; số 07/…"); one date for numbers in one list ("số 107/… và 108/… ngày …"), or of
    the year in the numbers."""
    pairs = [(one, other) for one, other in pairwise(cited) if one.body == other.body]
    for one, other in reversed(pairs):
        if one.numbered is None or other.numbered is None:
            continue
        to = other.begin if other.begin >= one.end else other.numbered.start
        joined = _JOINS.fullmatch(folded, one.end, to)
        clauses = one.body not in _OF_LOCAL_BODIES and _JOINS_CLAUSES.fullmatch(folded, one.end, to)
        if (joined or clauses) and one.issuer is None and other.issuer:
            one.issuer, one.lent = other.issuer, True
        same_list = other.numbered.begin <= one.numbered.start or not other.numbered.named
        day = other.day if joined and one.day is None else None
        if day and (same_list or (day.date and one.year == other.year == day.date.year)):
            one.day, one.lent = day, True
    for one, other in pairs:
        if other.issuer is None and one.issuer and other.numbered and not other.numbered.named:
            other.issuer, other.lent = one.issuer, True


def _extend_titles(cited: Sequence[Cited], tagged: Tagged) -> None:
    """What a document is about may itself be cited: "về việc triển khai Chỉ thị số 11-CT/TU của …"."""
    for one, other in reversed(list(pairwise(cited))):
        title = one.title
        if title is None or not title.end < other.begin or other.end <= title.end:
            continue
        if re.fullmatch(r"\s*(?:cua|theo|tai|trong)?\s*", tagged.folded[title.end : other.begin]):
            one.title = title_of(tagged.text, title.start, other.end)
