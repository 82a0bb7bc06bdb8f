"""Citations: every document that a plan names, with number, date and issuer as far as it prints them.

The number is the anchor (`76/NQ-CP`, `05-NQ/TU`); its date, issuer and title follow it, seldom
precede it. Laws may be cited by title alone, in the basis.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise

import msgspec

from cascade.ingest.citations.basis import Role, Roles
from cascade.ingest.item import Read, Trace
from cascade.ingest.outline.paragraphs import Paragraph
from cascade.lexicon.dates import Day
from cascade.lexicon.issuers import Issuer
from cascade.lexicon.numbers import Numbered
from cascade.lexicon.passage import P, Passage
from cascade.lexicon.tagged import Lexicon, Tagged
from cascade.lexicon.titles import Title, TitleReader, law_title_before, laws_in, title_of
from cascade.model.domain import Domain
from cascade.model.doubt import Doubt, Doubts, doubt
from cascade.model.plan import Citation
from cascade.model.text import any_of, fold, folded_same_length

_TO_DATE = re.compile(r"[\s,(‘’'`´|~·.]*(?:de\s+|ky\s+|ban hanh\s+)?")
_BY = re.compile(r"[\s,(]*(?:ket luan\s+)?(?:c[a-z]{1,3}|do)\s+")
_BY_BEFORE = re.compile(r"(?<!\w)(?:cua|do)\s+$")
_TO_NUMBER = re.compile(r"[\s,:]*(?:\w+\s+)?(?:tai(?:\s+\w+){0,5}|so)\s*:?\s*|\s*\(\s*(?:tai\s+)?")
_GIVES = re.compile(r"\s+(?:da\s+|vua\s+)?(?:ban hanh|ky|thong qua)\s*")
_JOINS = re.compile(r"^[\s,]*(?:va\s+)?(?:(?:cac|so)\s+)*$")
_JOINS_CLAUSES = re.compile(r"^[\s,;]*(?:va\s+)?$")
_BRACKET = re.compile(r"[(\[][^()\[\]]{1,120}[)\]]")
_PLACE_OF_NUMBER = re.compile(r"^\W*(?:so|s[o60])(?:\s*/?\s*(?:ky\s+)?hieu(?:\s+van\s+ban)?)?\s*[:.|]?\s*$")
_REACH = 1500
"""So many characters before a bracket a document may be named whose short name it says."""
_NEAR = 40
_OF_LOCAL_BODIES = frozenset({"UBND", "HĐND", "HU", "ĐU", "TU"})


class _Cited(msgspec.Struct):
    """One number in a paragraph, and what the text prints beside it; `lent`: some of it beside another number."""

    numbered: Numbered
    begin: int
    end: int
    day: Day | None = None
    issuer: Issuer | None = None
    title: Title | None = None
    lent: bool = False


def read_citations(
    paragraphs: Sequence[Paragraph], domain: Domain, cells: Iterable[Passage] = ()
) -> tuple[Read[Citation], ...]:
    """Every citation of the document, in printed order; those in `cells` of tables are never the basis. Of the
    basis each document is told once, of the body once a paragraph."""
    reader = _Reader(domain)
    found = [*reader.read(paragraphs), *(read for cell in cells for read in reader.of_passage(cell, "body"))]
    basis = _once([read for read in found if read.item.role == "basis"])
    kept = [*basis, *(read for read in found if read.item.role == "body")]
    return _with_conflicts(sorted(kept, key=lambda read: read.item.lines.first if read.item.lines else 0))


class _Reader:
    """Finds citations with the names and phrases of the rules."""

    def __init__(self, domain: Domain) -> None:
        self.lexicon = Lexicon(domain)
        self.roles = Roles(domain)
        self.titles = TitleReader(domain)
        self.codes = frozenset(domain.document_types)
        citing = domain.phrases.citing
        kinds = [*domain.document_types, *(kind.name.vi for kind in domain.document_types.values())]
        own = any_of(map(fold, citing.get("attached", ())))
        appendix = any_of(map(fold, domain.phrases.sections.get("appendix", ())))
        self.attached = re.compile(
            rf"(?:^\W*(?:(?:{appendix})(?!\w)[^()]*\(\W*)?|(?P<bracket>\())(?P<own>{own})(?:\s+\S+){{0,6}}\s*$"
        )
        self.again = re.compile(rf"\(\W*(?:{any_of(map(fold, kinds))})\s+(?:so\s+)?0*(?P<serial>\d+)\W*\)")
        self.short = re.compile(rf"(?<!\w)(?:{any_of(map(fold, citing.get('short', ())))})(?!\w)")
        self.amended = re.compile(rf"[^;.]*(?<!\w)(?:{any_of(map(fold, citing.get('amended', ())))})(?!\w)[^;.]*$")

    def read(self, paragraphs: Sequence[Paragraph]) -> Iterator[Read[Citation]]:
        """The citations of every paragraph; those of the opening paragraphs are the basis."""
        for paragraph, role, opening in self.roles.printed(paragraphs):
            told = "basis" if opening else role
            yield from self.of_passage(paragraph.passage, told, bare=role == "body" and opening)

    def of_passage(self, passage: Passage, role: Role, *, bare: bool = False) -> Iterator[Read[Citation]]:
        """The citations of one paragraph or cell. `bare`: a number alone in it is the document's own."""
        tagged = self.lexicon.tagged(passage)
        brackets = self._short_names(tagged)
        cited = list(self._cited(tagged, brackets, bare=bare))
        _share(cited, tagged.folded)
        _share_list(cited)
        _extend_titles(cited, tagged)
        found = [(one.begin, self._citation(passage, one, role)) for one in cited]
        found += self._laws(tagged, cited, role)
        yield from _once([read for _, read in sorted(found, key=lambda one: one[0])])

    def _short_names(self, tagged: Tagged) -> tuple[tuple[int, int], ...]:
        """The brackets that only say how a document is called from there on: "(sau đây gọi tắt là Kế hoạch số 69)",
        "(Chỉ thị 05/CT-TTg)", "(Nghị quyết 76)"."""
        found = []
        for bracket in _BRACKET.finditer(tagged.folded):
            start, end = bracket.span()
            within = _between(tagged.numbers, start, end)
            before = {one.number for one in _between(tagged.numbers, max(0, start - _REACH), start)}
            serial = self.again.fullmatch(bracket[0])
            again = any(re.match(rf"0*{serial['serial']}\D", number) for number in before) if serial else False
            repeats = bool(within) and {one.number for one in within} <= before
            if self.short.search(bracket[0]) or again or (repeats and not _between(tagged.dates, start, end)):
                found.append((start, end))
        for said in self.short.finditer(tagged.folded):
            one = _next(tagged.numbers, said.end())
            if one and one.start - said.end() < _NEAR:
                found.append((said.start(), one.end))
        return tuple(sorted(found))

    def _cited(self, tagged: Tagged, brackets: Sequence[tuple[int, int]], *, bare: bool) -> Iterator[_Cited]:
        numbers = [
            one
            for one in tagged.numbers
            if not self._is_own(one, tagged, bare=bare) and not any(a < one.start < b for a, b in brackets)
        ]
        stops = sorted([*(one.begin for one in numbers), *(start for start, _ in brackets), len(tagged.folded)])
        passed = {start - 1: end for start, end in brackets} | dict(brackets)
        last: _Cited | None = None
        for numbered in numbers:
            one = _Cited(numbered, numbered.begin, numbered.end)
            self._follow(one, tagged, stops, passed)
            self._precede(one, tagged)
            spoken = numbered.start == numbered.begin and " số " in numbered.number
            said = one.day or one.issuer or tagged.text[numbered.start : numbered.start + 2].isupper()
            if spoken and not said:
                continue
            if last and last.numbered.body == numbered.body == "QH":
                if self.amended.match(tagged.folded, last.numbered.end, one.numbered.begin):
                    continue
            last = one
            yield one

    def _is_own(self, one: Numbered, tagged: Tagged, *, bare: bool) -> bool:
        """Whether a number is the document's own: in its letterhead, or where an attachment says what it belongs to."""
        attached = self.attached.search(tagged.folded, max(0, one.begin - 200), one.begin)
        if attached and (attached["bracket"] is None or tagged.text[attached.start("own")].isupper()):
            return True
        return not one.named and (bare or bool(_PLACE_OF_NUMBER.match(tagged.folded, 0, one.begin)))

    def _follow(self, one: _Cited, tagged: Tagged, stops: Sequence[int], passed: Mapping[int, int]) -> None:
        """Date, issuer and title behind a number, each where the one before ends, before the next of `stops`;
        the brackets that are `passed` over are as if they were not there."""
        stop = stops[bisect_left(stops, one.end)]
        self._date_after(one, tagged, stop)
        by = _BY.match(tagged.folded, one.end, stop)
        start = by.end() if by else one.end + tagged.text.startswith(" ", one.end)
        issuer = _at(tagged.issuers, start)
        if by and issuer is None:
            issuer = self.lexicon.issuers.damaged(tagged.folded, start, stop, one.numbered.body)
        if issuer:
            one.issuer, one.end = issuer, issuer.end
            if one.day is None:
                self._date_after(one, tagged, stop)
        one.end = passed.get(one.end, one.end)
        stop = stops[bisect_left(stops, one.end)]
        one.title = self.titles.after(tagged.text, tagged.folded, one.end, stop)
        if one.day is None and one.title:
            self._date_of_title(one, one.title, tagged)

    def _date_after(self, one: _Cited, tagged: Tagged, stop: int) -> None:
        day = _next(tagged.dates, one.end)
        if day and day.end <= stop and _TO_DATE.fullmatch(tagged.folded, one.end, day.start):
            one.day, one.end = day, day.end + tagged.folded.startswith(")", day.end)

    def _date_of_title(self, one: _Cited, title: Title, tagged: Tagged) -> None:
        """The date behind a title: "Kế hoạch số 12/KH-UBND về cải cách hành chính ngày 01/01/2022"."""
        day = _before(tagged.dates, title.end + 1)
        if day and day.start > title.start and day.end >= title.end - 1:
            one.day, one.end = day, day.end
            one.title = title_of(tagged.text, title.start, len(tagged.text[: day.start].rstrip(" ,")))

    def _precede(self, one: _Cited, tagged: Tagged) -> None:
        """Issuer and date before a number, where none is behind it; the title of a law."""
        folded = tagged.folded
        if one.numbered.body == "QH":
            law = law_title_before(tagged.text, folded, one.numbered.start)
            if law:
                one.title, one.begin = law, law.start
            elif one.title and folded.startswith("luat", one.begin) and not one.title.text.startswith("Luật"):
                one.title = msgspec.structs.replace(one.title, text=f"Luật {one.title.text}")
        issuer = _before(tagged.issuers, one.begin) if one.issuer is None else None
        if issuer is None:
            return
        asked = _TO_NUMBER.fullmatch(folded, issuer.end, one.begin) or _TO_NUMBER.fullmatch(folded, issuer.end, one.numbered.start)
        if asked and _BY_BEFORE.search(folded, max(0, issuer.start - 8), issuer.start):
            one.issuer, one.begin = issuer, issuer.start
        elif _GIVES.fullmatch(folded, issuer.end, one.begin):
            day = _before(tagged.dates, issuer.start)
            one.issuer, one.begin = issuer, issuer.start
            if day and one.day is None and not folded[day.end : issuer.start].strip(" ,"):
                one.day, one.begin = day, day.start

    def _citation(self, passage: Passage, one: _Cited, role: Role) -> Read[Citation]:
        number, day, issuer, title = one.numbered, one.day, one.issuer, one.title
        unlike = tuple(self._contradictions(one))
        sure = 0.98 * number.sure - 0.1 * bool(unlike) - 0.03 * one.lent
        sure -= 0.04 * (issuer is None or not issuer.exact) + 0.06 * (day is None) + 0.04 * bool(day and day.doubts)
        sure -= 0.03 * (passage.restored(one.begin, one.end) is not None)
        item = Citation(
            role=role,
            number=number.number,
            title=title.text if title else None,
            date=day.date if day else None,
            issuer=issuer.name if issuer else None,
            lines=passage.lines(one.begin, one.end),
            doubt=(*number.doubts, *(day.doubts if day else ()), *unlike) or None,
            confidence=round(max(0.3, sure), 2),
        )
        traces = [Trace.of("number", number.number, passage, number.start, number.end)]
        if day and day.date:
            traces.append(Trace.of("date", day.date, passage, day.digits, day.end))
        if issuer:
            traces.append(Trace.of("issuer", issuer.name, passage, issuer.start, issuer.end))
        if title:
            traces.append(Trace.of("title", title.text, passage, title.start, title.end))
        return Read(item, tuple(traces))

    def _contradictions(self, one: _Cited) -> Iterator[Doubt]:
        """Where two things that the text prints of one document do not agree."""
        number, day = one.numbered, one.day.date if one.day else None
        if number.kind and number.type and number.kind != number.type and number.type in self.codes:
            yield from doubt("kind-and-code-differ", kind=number.kind, code=number.type)
        year = _year(number)
        if year and day and year != day.year:
            yield from doubt("year-and-date-differ", year=year, printed=day.year)

    def _laws(self, tagged: Tagged, cited: Sequence[_Cited], role: Role) -> Iterator[tuple[int, Read[Citation]]]:
        """Laws cited by title: in the body only with their date. One whose number is printed is among the numbered."""
        taken = bytearray(len(tagged.text))
        titled = ((one.begin, max(one.end, one.title.end if one.title else 0)) for one in cited)
        for start, end in (*titled, *((one.begin, one.end) for one in tagged.numbers)):
            taken[start:end] = b"\1" * (end - start)
        for law in laws_in(tagged.text, tagged.folded, tagged.dates):
            title, day = law.title, law.day
            if any(taken[title.start : law.end]) or (role == "body" and not (day and day.date)):
                continue
            item = Citation(
                role=role,
                title=title.text,
                date=day.date if day else None,
                lines=tagged.passage.lines(title.start, law.end),
                doubt=(day.doubts or None) if day else None,
                confidence=0.95 if day and day.date else 0.85,
            )
            traces = [Trace.of("title", title.text, tagged.passage, title.start, title.end)]
            if day and day.date:
                traces.append(Trace.of("date", day.date, tagged.passage, day.digits, day.end))
            yield title.start, Read(item, tuple(traces))


def _next(tags: Sequence[P], at: int) -> P | None:
    """The first of what was found that begins at or behind an offset."""
    index = bisect_left(tags, at, key=lambda tag: tag.start)
    return tags[index] if index < len(tags) else None


def _between(tags: Sequence[P], start: int, end: int) -> Sequence[P]:
    """What was found that begins between two offsets."""
    first, last = (bisect_left(tags, at, key=lambda tag: tag.start) for at in (start, end))
    return tags[first:last]


def _at(tags: Sequence[P], at: int) -> P | None:
    """What was found that begins right at an offset."""
    tag = _next(tags, at)
    return tag if tag and tag.start == at else None


def _before(tags: Sequence[P], at: int) -> P | None:
    """The last of what was found that ends at or before an offset."""
    index = bisect_left(tags, at, key=lambda tag: tag.start)
    return tags[index - 1] if index and tags[index - 1].end <= at else None


def _year(number: Numbered) -> int | None:
    """The year that a number holds: 2020 of 62/2020/NĐ-CP."""
    year = re.search(r"/((?:19|20)\d\d)/", number.number)
    return int(year[1]) if year else None


def _share(cited: Sequence[_Cited], folded: str) -> None:
    """One issuer for all of an enumeration ("Nghị định số 62/… và Nghị định số 106/… của Chính phủ"); one date for
    numbers in one list ("số 107/… và 108/… ngày …"), or of the year in the numbers."""
    for one, other in reversed(list(pairwise(cited))):
        if one.numbered.body != other.numbered.body:
            continue
        between = folded[one.end : other.begin if other.begin >= one.end else other.numbered.start]
        joined = _JOINS.match(between)
        clauses = one.numbered.body not in _OF_LOCAL_BODIES and _JOINS_CLAUSES.match(between)
        if (joined or clauses) and one.issuer is None and other.issuer is not None:
            one.issuer, one.lent = other.issuer, True
        same_list = other.numbered.begin <= one.numbered.start or not other.numbered.named
        day = other.day if joined and one.day is None else None
        if day and (same_list or (day.date and _year(one.numbered) == _year(other.numbered) == day.date.year)):
            one.day, one.lent = day, True


def _share_list(cited: Sequence[_Cited]) -> None:
    """The issuer that is told before a list of numbers: "Quyết định của Thủ tướng Chính phủ: số 06/…; số 07/…"."""
    for one, other in pairwise(cited):
        alike = (one.numbered.body, one.numbered.type) == (other.numbered.body, other.numbered.type)
        if alike and other.issuer is None and not other.numbered.named and one.issuer:
            other.issuer, other.lent = one.issuer, True


def _extend_titles(cited: Sequence[_Cited], tagged: Tagged) -> None:
    """What a document is about may itself be cited: "về việc triển khai Chỉ thị số 11-CT/TU của …"."""
    for one, other in reversed(list(pairwise(cited))):
        title = one.title
        if title is None or not title.end < other.begin or other.end <= title.end:
            continue
        if re.fullmatch(r"\s*(?:cua|theo|tai|trong)?\s*", tagged.folded[title.end : other.begin]):
            one.title = title_of(tagged.text, title.start, other.end)


def _once(reads: Sequence[Read[Citation]]) -> list[Read[Citation]]:
    """Each document once, as it is told most fully."""
    kept: list[Read[Citation]] = []
    by_number: dict[str, list[int]] = {}
    for read in reads:
        known = by_number.setdefault(read.item.number or read.item.title or "", [])
        same = next((at for at in known if _is_same(kept[at].item, read.item)), None)
        if same is None:
            known.append(len(kept))
            kept.append(read)
        elif _told(read.item) > _told(kept[same].item):
            kept[same] = read
    return kept


def _is_same(one: Citation, other: Citation) -> bool:
    """Whether two citations with one number are of one document: nothing that both print differs."""
    issuers = sorted((fold(one.issuer or ""), fold(other.issuer or "")), key=len)
    return (one.date == other.date or None in (one.date, other.date)) and issuers[1].startswith(issuers[0])


def _told(item: Citation) -> tuple[int, bool]:
    """How fully a citation is told: what is printed of it, and the title not in capitals."""
    told = sum(value is not None for value in (item.date, item.issuer, item.title))
    return told, not (item.title or "").isupper()


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
