"""Citations: every document that a plan names, with number, date and issuer as far as it prints them. Laws may be
cited by title alone, and in the basis any document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec

from cascade.ingest.citations.basis import Role, Roles
from cascade.ingest.citations.beside import Beside, Cited
from cascade.ingest.citations.titled import TitledReader
from cascade.ingest.item import Read, Trace
from cascade.ingest.outline.paragraphs import Paragraph
from cascade.lexicon.passage import Passage
from cascade.lexicon.tagged import Lexicon, Tagged
from cascade.lexicon.titles import laws_in
from cascade.model.doubt import Doubt, doubt
from cascade.model.plan import Citation
from cascade.model.text import fold, folded_same_length


def read_citations(
    paragraphs: Sequence[Paragraph], lexicon: Lexicon, cells: Iterable[Passage] = ()
) -> tuple[Read[Citation], ...]:
    """Every citation of the document, in printed order; those in `cells` of tables are never the basis. Of the
    basis each document is told once, of the body once a paragraph."""
    reader = _Reader(lexicon)
    found = [*reader.read(paragraphs), *(read for cell in cells for read in reader.of_passage(cell, "body"))]
    basis = _once([read for read in found if read.item.role == "basis"])
    kept = [*basis, *(read for read in found if read.item.role == "body")]
    return _with_conflicts(sorted(kept, key=lambda read: read.item.lines.first if read.item.lines else 0))


class _Reader:
    """Finds citations with the names and phrases of the rules."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.roles = Roles(lexicon)
        self.beside = Beside(lexicon)
        self.titled = TitledReader(lexicon, self.beside.titles)
        self.codes = frozenset(lexicon.domain.document_types)

    def read(self, paragraphs: Sequence[Paragraph]) -> Iterator[Read[Citation]]:
        """The citations of every paragraph; those of the opening paragraphs are the basis."""
        for paragraph, role, opening in self.roles.printed(paragraphs):
            told: Role = "basis" if opening else role
            yield from self.of_passage(paragraph.passage, told, bare=role == "body" and opening)

    def of_passage(self, passage: Passage, role: Role, *, bare: bool = False) -> list[Read[Citation]]:
        """The citations of one paragraph or cell. `bare`: a number alone in it is the document's own."""
        tagged = self.lexicon.tagged(passage)
        cited = self.beside.find(tagged, bare=bare)
        titled = [*_laws(tagged, cited, role), *(self.titled.find(tagged) if role == "basis" else ())]
        found = sorted([*cited, *titled], key=lambda one: one.begin)
        return _once([self._citation(passage, one, role) for one in found])

    def _citation(self, passage: Passage, one: Cited, role: Role) -> Read[Citation]:
        number, day, issuer, title = one.numbered, one.day, one.issuer, one.title
        unlike = self._contradictions(one)
        item = Citation(
            role=role,
            number=number.number if number else None,
            title=title.text if title else None,
            date=day.date if day else None,
            issuer=issuer.name if issuer else None,
            lines=passage.lines(one.begin, one.end),
            doubt=(*(more for part in (number, day) if part for more in part.doubts), *unlike) or None,
            confidence=self._sure(passage, one),
        )
        places = {
            "number": (number.start, number.end) if number else None,
            "date": (day.digits, day.end) if day and day.date else None,
            "issuer": (issuer.start, issuer.end) if issuer else None,
            "title": (title.start, title.end) if title else None,
        }
        traces = (Trace.of(name, getattr(item, name), passage, *at) for name, at in places.items() if at)
        return Read(item, tuple(traces))

    def _contradictions(self, one: Cited) -> Iterator[Doubt]:
        """Where two things that the text prints of one document do not agree."""
        number, day = one.numbered, one.day.date if one.day else None
        if number and number.kind and number.kind != number.type and number.type in self.codes:
            yield from doubt("kind-and-code-differ", kind=number.kind, code=number.type)
        if one.year and day and one.year != day.year:
            yield from doubt("year-and-date-differ", year=one.year, printed=day.year)

    def _sure(self, passage: Passage, one: Cited) -> float:
        if one.numbered is None:
            return 0.95 if one.day and one.day.date else 0.85
        sure = 0.98 * one.numbered.sure - 0.1 * any(self._contradictions(one)) - 0.03 * one.lent
        sure -= 0.04 * (one.issuer is None or not one.issuer.exact)
        sure -= 0.06 * (one.day is None or one.day.date is None) + 0.04 * bool(one.day and one.day.doubts)
        sure -= 0.03 * (passage.restored(one.begin, one.end) is not None)
        return round(max(0.3, sure), 2)


def _laws(tagged: Tagged, cited: Sequence[Cited], role: Role) -> Iterator[Cited]:
    """Laws cited by title: in the body only with their date. One whose number is printed is among the numbered."""
    taken = bytearray(len(tagged.text))
    titled = ((one.begin, max(one.end, one.title.end if one.title else 0)) for one in cited)
    for start, end in (*titled, *((one.begin, one.end) for one in tagged.numbers)):
        taken[start:end] = b"\1" * (end - start)
    for law in laws_in(tagged.text, tagged.folded, tagged.dates):
        if not any(taken[law.title.start : law.end]) and (role == "basis" or (law.day and law.day.date)):
            yield Cited(None, law.title.start, law.end, law.day, title=law.title)


def _once(reads: Sequence[Read[Citation]]) -> list[Read[Citation]]:
    """Each document once, as it is told most fully."""
    kept: list[Read[Citation]] = []
    known: dict[str, list[int]] = {}
    for read in reads:
        before = known.setdefault(read.item.number or read.item.title or "", [])
        same = next((at for at in before if _is_same(kept[at].item, read.item)), None)
        if same is None:
            before.append(len(kept))
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
    dates: dict[tuple[str, str], set[date]] = {}
    for item in (read.item for read in reads):
        if item.number and item.date:
            dates.setdefault(_identity(item), set()).add(item.date)
    return tuple(_doubted(read, sorted(dates.get(_identity(read.item), ()))) for read in reads)


def _identity(item: Citation) -> tuple[str, str]:
    """What makes two citations one document but for the date: the number, and the title where the number restarts."""
    number = item.number or ""
    central = number.endswith(("-CP", "-TTg", "/TW"))
    return number, "" if central else folded_same_length(item.title or str(item.date))


def _doubted(read: Read[Citation], dates: Sequence[date]) -> Read[Citation]:
    item = read.item
    if len(dates) < 2 or item.date is None:
        return read
    more = doubt("two-dates", number=item.number, dates=", ".join(f"{day:%d/%m/%Y}" for day in dates))
    sure = round((item.confidence or 0) - 0.05, 2)
    known = item.doubt if isinstance(item.doubt, tuple) else ()
    return msgspec.structs.replace(read, item=msgspec.structs.replace(item, doubt=(*known, *more), confidence=sure))
