"""Citations: every document that a plan names, with number, date and issuer as far as it prints them.

The number is the anchor (`76/NQ-CP`, `05-NQ/TU`); its date, issuer and title follow it, seldom
precede it. Laws may be cited by title alone, in the basis.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby, pairwise

import msgspec

from cascade.ingest.citations.basis import Role, Roles
from cascade.ingest.item import Read, Trace
from cascade.ingest.outline.paragraphs import Paragraph
from cascade.lexicon.dates import DATE, Day, read_day
from cascade.lexicon.issuers import Issuer, IssuerReader
from cascade.lexicon.numbers import Numbered, NumberReader
from cascade.lexicon.passage import Passage
from cascade.lexicon.titles import TitleReader, law_title_before, laws_in, shown_title
from cascade.model.domain import Domain
from cascade.model.doubt import Doubt, Doubts, doubt
from cascade.model.plan import Citation
from cascade.model.text import folded_same_length

__all__ = ["DATE", "read_citations"]

_DATE_AFTER = re.compile(rf"[\s,(‘’'`´|~·.]*(?:de\s+|ky\s+|ban hanh\s+)?{DATE}\)?")
_BARE_DATE = re.compile(r"\s*\(\s*(?P<d>\d\d?)[/.-](?P<m>\d\d?)[/.-](?P<y>(?:19|20)\d{2})\s*\)")
_LATE_DATE = re.compile(rf"[\s,]{DATE}\s*(?=[;.,)]|$)")
_JOINS = re.compile(r"^[\s,]*(?:va\s+)?(?:(?:cac|so)\s+)*$")
_JOINS_CLAUSES = re.compile(r"^[\s,;]*(?:va\s+)?$")
_OWN = re.compile(r"(?:^\W*|\([^()]{0,80})(?:ban hanh\s+)?kem theo(?:\s+\S+){0,6}\s*$")
_LETTERHEAD = re.compile(r"^\W*(?:so|s[o60])\s*[:.]?\s*$")
_LOCAL = frozenset({"UBND", "HĐND", "HU", "ĐU", "TU"})


class _Spot(msgspec.Struct):
    """One number in a paragraph, and what the text prints beside it, each with its place."""

    numbered: Numbered
    begin: int
    end: int
    day: Day | None = None
    day_at: tuple[int, int] | None = None
    issuer: Issuer | None = None
    title: tuple[str, int, int] | None = None
    lent: bool = False

    @property
    def date(self) -> date | None:
        """The printed date."""
        return self.day.date if self.day else None


def read_citations(
    paragraphs: Sequence[Paragraph], domain: Domain, cells: Iterable[Passage] = ()
) -> tuple[Read[Citation], ...]:
    """Every citation of the document, in printed order; those in `cells` of tables are never the basis."""
    reader = _Reader(domain)
    found = [*reader.read(paragraphs), *(read for cell in cells for read in reader.of_passage(cell, "body"))]
    return _with_conflicts(sorted(found, key=lambda read: read.item.lines.first if read.item.lines else 0))


class _Reader:
    """Finds citations with the names and phrases of the rules."""

    def __init__(self, domain: Domain) -> None:
        self.roles = Roles(domain)
        self.numbers = NumberReader(domain)
        self.issuers = IssuerReader(domain)
        self.titles = TitleReader(domain)
        self.codes = frozenset(domain.document_types)

    def read(self, paragraphs: Sequence[Paragraph]) -> Iterator[Read[Citation]]:
        """The citations of every paragraph; those of the opening paragraphs are the basis."""
        for paragraph, role, opening in self.roles.printed(paragraphs):
            yield from self.of_passage(paragraph.passage, role, opening=opening)

    def of_passage(self, passage: Passage, role: Role, *, opening: bool = False) -> Iterator[Read[Citation]]:
        """The citations of one paragraph or cell."""
        text = passage.text
        folded = folded_same_length(text)
        numbers = [one for one in self.numbers.find(text, folded) if not _is_own(one, folded, role, opening=opening)]
        spots = self._spots(numbers, text, folded)
        _share(spots, folded)
        _extend_titles(spots, text, folded)
        found = [(spot.begin, self._citation(passage, spot, role)) for spot in spots]
        found += self._laws(passage, folded, spots, role)
        for _, read in sorted(found, key=lambda one: one[0]):
            yield read

    def _spots(self, numbers: Sequence[Numbered], text: str, folded: str) -> list[_Spot]:
        spots = []
        for index, numbered in enumerate(numbers):
            stop = numbers[index + 1].begin if index + 1 < len(numbers) else len(folded)
            spot = _Spot(numbered, numbered.begin, numbered.end)
            self._follow(spot, text, folded, max(stop, numbered.end))
            self._precede(spot, text, folded)
            spoken = numbered.start == numbered.begin and " số " in numbered.number
            if not spoken or spot.date or spot.issuer or text[numbered.start : numbered.start + 2].isupper():
                spots.append(spot)
        return spots

    def _follow(self, spot: _Spot, text: str, folded: str, stop: int) -> None:
        """Date, issuer and title behind a number, each where the one before ends."""
        self._date_at(spot, folded, stop)
        spot.issuer = self.issuers.after(text, folded, spot.end, stop, spot.numbered.body)
        if spot.issuer:
            spot.end = spot.issuer.end
            if spot.day is None:
                self._date_at(spot, folded, stop)
        spot.title = self.titles.after(text, folded, spot.end, stop)
        if spot.day is None and spot.title:
            late = _LATE_DATE.search(folded, spot.title[1], spot.title[2])
            if late and late.end() >= spot.title[2] - 1:
                spot.day, spot.day_at = read_day(late), (late.start() + 1, late.end())
                cut = text[spot.title[1] : late.start()].rstrip(" ,")
                spot.title = (spot.title[0][: len(cut)].rstrip(" ,"), spot.title[1], spot.title[1] + len(cut))
                spot.end = late.end()

    def _date_at(self, spot: _Spot, folded: str, stop: int) -> None:
        found = _DATE_AFTER.match(folded, spot.end, stop) or _BARE_DATE.match(folded, spot.end, stop)
        if found:
            spot.day = read_day(found)
            spot.day_at, spot.end = (found.start("d"), found.end("y")), found.end()

    def _precede(self, spot: _Spot, text: str, folded: str) -> None:
        """Issuer and date before a number, where none is behind it; the title of a law."""
        if spot.numbered.body == "QH":
            law = law_title_before(text, folded, spot.numbered.start)
            if law:
                title, spot.begin = law
                spot.title = (title, spot.begin, spot.numbered.start)
            elif spot.title and folded.startswith("luat", spot.begin):
                title, start, end = spot.title
                spot.title = (f"Luật {title}" if title[:4] != "Luật" else title, start, end)
        if spot.issuer is not None:
            return
        issuer, told = self.issuers.before(text, folded, spot.begin)
        if issuer is not None:
            spot.issuer, spot.begin = issuer, min(spot.begin, issuer.start)
        if told is not None and spot.day is None:
            spot.day, spot.day_at = read_day(told), (told.start("d"), told.end("y"))
            spot.begin = told.start()

    def _citation(self, passage: Passage, spot: _Spot, role: Role) -> Read[Citation]:
        number = spot.numbered
        restored = passage.restored(spot.begin, spot.end) is not None
        item = Citation(
            role=role,
            number=number.number,
            title=spot.title[0] if spot.title else None,
            date=spot.date,
            issuer=spot.issuer.name if spot.issuer else None,
            lines=passage.lines(spot.begin, spot.end),
            doubt=tuple(self._doubts(spot)) or None,
            confidence=round(max(0.3, self._sure(spot) - 0.03 * restored), 2),
        )
        traces = [Trace.of("number", number.number, passage, number.start, number.end)]
        if spot.day_at and spot.date:
            traces.append(Trace.of("date", spot.date, passage, *spot.day_at))
        if spot.issuer:
            traces.append(Trace.of("issuer", spot.issuer.name, passage, spot.issuer.start, spot.issuer.end))
        if spot.title:
            traces.append(Trace.of("title", spot.title[0], passage, spot.title[1], spot.title[2]))
        return Read(item, tuple(traces))

    def _doubts(self, spot: _Spot) -> Iterator[Doubt]:
        """What the text does not settle."""
        yield from spot.numbered.doubts
        if spot.day:
            yield from spot.day.doubts
        yield from self._contradictions(spot)

    def _contradictions(self, spot: _Spot) -> Iterator[Doubt]:
        """Where two things that the text prints of one document do not agree."""
        number = spot.numbered
        if number.kind and number.type and number.kind != number.type and number.type in self.codes:
            yield from doubt("kind-and-code-differ", kind=number.kind, code=number.type)
        year = re.search(r"/((?:19|20)\d\d)/", number.number)
        if year and spot.date and int(year[1]) != spot.date.year:
            yield from doubt("year-and-date-differ", year=year[1], printed=spot.date.year)

    def _sure(self, spot: _Spot) -> float:
        number = spot.numbered
        issuer = spot.issuer
        lacking = 0.04 * (issuer is None) + 0.06 * (spot.date is None) + 0.04 * bool(spot.day and spot.day.doubts)
        unlike = any(self._contradictions(spot))
        inexact = bool(issuer and not issuer.exact)
        return 0.98 * number.sure - lacking - 0.1 * unlike - 0.04 * inexact - 0.03 * spot.lent

    def _laws(
        self, passage: Passage, folded: str, spots: Sequence[_Spot], role: Role
    ) -> list[tuple[int, Read[Citation]]]:
        """Laws cited by title: in the body only with their date. One whose number is printed is among the numbered."""
        found = []
        taken = [(spot.begin, max(spot.end, spot.title[2] if spot.title else 0)) for spot in spots]
        for law in laws_in(passage.text, folded):
            dated = law.day is not None and law.day.date is not None
            if not (dated or role == "basis") or any(begin < law.end and law.start < end for begin, end in taken):
                continue
            item = Citation(
                role=role,
                title=law.title,
                date=law.day.date if law.day else None,
                lines=passage.lines(law.start, law.end),
                doubt=(law.day.doubts or None) if law.day else None,
                confidence=0.95 if law.day and law.day.date else 0.85,
            )
            traces = [Trace.of("title", law.title, passage, law.start, law.title_end)]
            if law.day and law.day.date:
                traces.append(Trace.of("date", law.day.date, passage, law.title_end, law.end))
            found.append((law.start, Read(item, tuple(traces))))
        return found


def _is_own(one: Numbered, folded: str, role: Role, *, opening: bool) -> bool:
    """Whether a number is the document's own: in its letterhead, or where an attachment says what it belongs to."""
    if _OWN.search(folded, max(0, one.begin - 200), one.begin):
        return True
    alone = not one.named
    return alone and (bool(_LETTERHEAD.match(folded, 0, one.begin)) or (opening and role == "body"))


def _share(spots: Sequence[_Spot], folded: str) -> None:
    """One issuer for all of an enumeration ("Nghị định số 62/… và Nghị định số 106/… của Chính phủ"), and for
    numbers in one list ("số 107/… và 108/… ngày …") one date."""
    for one, other in reversed(list(pairwise(spots))):
        between = folded[one.end : other.begin] if other.begin >= one.end else folded[one.end : other.numbered.start]
        same_list = other.numbered.begin <= one.numbered.start or not other.numbered.named
        if one.numbered.body != other.numbered.body:
            continue
        joined = _JOINS.match(between) or (one.numbered.body not in _LOCAL and _JOINS_CLAUSES.match(between))
        if joined and one.issuer is None and other.issuer is not None:
            one.issuer, one.lent = other.issuer, True
        if same_list and _JOINS.match(between) and one.day is None and other.day is not None:
            one.day, one.day_at, one.lent = other.day, other.day_at, True


def _extend_titles(spots: Sequence[_Spot], text: str, folded: str) -> None:
    """What a document is about may itself be cited: "về việc triển khai Chỉ thị số 11-CT/TU của …"."""
    for one, other in reversed(list(pairwise(spots))):
        if one.title is None or other.end <= one.title[2]:
            continue
        _, start, end = one.title
        if end < other.begin and re.fullmatch(r"\s*(?:cua|theo|tai|trong)?\s*", folded[end : other.begin]):
            one.title = (shown_title(text[start : other.end]), start, other.end)


def _with_conflicts(reads: Sequence[Read[Citation]]) -> tuple[Read[Citation], ...]:
    """A number that is printed with two dates, of what seems one document, is doubtful at both places."""
    doubts: dict[int, Doubts] = {}
    numbered = [(index, read.item) for index, read in enumerate(reads) if read.item.number and read.item.date]
    for _, group in groupby(sorted(numbered, key=_identity), key=_identity):
        cited = list(group)
        dates = sorted({item.date for _, item in cited if item.date})
        if len(dates) > 1:
            shown = ", ".join(f"{day:%d/%m/%Y}" for day in dates)
            doubts |= {index: doubt("two-dates", number=item.number, dates=shown) for index, item in cited}
    return tuple(_doubted(read, doubts.get(index, ())) for index, read in enumerate(reads))


def _identity(pair: tuple[int, Citation]) -> tuple[str, str]:
    """What makes two citations one document but for the date: the number, and the title where the number restarts."""
    _, item = pair
    number = item.number or ""
    central = number.endswith(("-CP", "-TTg", "/TW"))
    return number, "" if central else folded_same_length(item.title or str(item.date))


def _doubted(read: Read[Citation], more: Doubts) -> Read[Citation]:
    if not more:
        return read
    known = (*(read.item.doubt or ()), *more)
    sure = round((read.item.confidence or 0) - 0.05, 2)
    return msgspec.structs.replace(read, item=msgspec.structs.replace(read.item, doubt=known, confidence=sure))
