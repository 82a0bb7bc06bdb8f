"""The head of a plan: number, date, type, issuer, level, place, title, period, year.

Read from the letterhead where there is one, in whatever layout it was flattened to; what it lacks
is taken from the body with less confidence, and left out where the text does not tell it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import msgspec

from cascade.documents.document import Document
from cascade.ingest.heading.announced import AnnouncementReader
from cascade.ingest.heading.casing import Casing
from cascade.ingest.heading.letterhead import Issuer, LetterheadReader
from cascade.ingest.heading.nature import why_no_plan
from cascade.ingest.heading.period import PeriodReader, commonest_period
from cascade.ingest.heading.places import Evidence, Own, PlaceReader
from cascade.ingest.heading.rows import opening_of
from cascade.ingest.heading.title import Title, TitleLines
from cascade.ingest.heading.units import UnitReader
from cascade.ingest.item import Read, Trace
from cascade.ingest.outline.paragraphs import Paragraph
from cascade.lexicon.dates import DATE, read_day
from cascade.lexicon.numbers import Numbered
from cascade.lexicon.passage import Passage
from cascade.lexicon.tagged import Lexicon
from cascade.model.doubt import Doubt, Doubts, unique
from cascade.model.plan import Citation, Window
from cascade.model.text import fold, folded_same_length

_DECISIONS = ("QĐ", "NQ")
_PLANS = ("KH", "CTr", "ĐA")
_LETTER = re.compile(r"^\W*(?:kinh gui|v/v)(?!\w)")


class Head(msgspec.Struct, frozen=True):
    """What the head tells; None or () where the text does not.

    `no_plan`: why the document may be no plan, but a report, a letter or another kind of decision.
    """

    number: str | None = None
    type: str | None = None
    issued: date | None = None
    issuer: str | None = None
    level: str | None = None
    place: tuple[str, ...] = ()
    title: str | None = None
    period: Window | None = None
    year: int | None = None
    confidence: dict[str, float] = {}
    traces: tuple[Trace, ...] = ()
    doubts: Doubts = ()
    no_plan: Doubts = ()


def read_head(
    document: Document, paragraphs: Sequence[Paragraph], citations: Sequence[Read[Citation]], lexicon: Lexicon
) -> Head:
    """The head of the plan in `document`."""
    return _HeadReader(document, paragraphs, citations, lexicon).read()


class _HeadReader:
    """One document's head being read."""

    def __init__(
        self, document: Document, paragraphs: Sequence[Paragraph], citations: Sequence[Read[Citation]], lexicon: Lexicon
    ) -> None:
        domain = lexicon.domain
        self.document, self.paragraphs, self.domain = document, paragraphs, domain
        self.citations = [read.item for read in citations]
        self.units = UnitReader(domain)
        self.letterhead = LetterheadReader(lexicon, self.units)
        self.lines = TitleLines(domain, Casing((line.text for line in document.lines), domain, self.units))
        self.opening = opening_of(paragraphs, lexicon)
        self.damaged = any(word.read != word.printed for row in self.opening.rows for word in row.passage.words)
        self.found: dict[str, object] = {}
        self.confidence: dict[str, float] = {}
        self.traces: list[Trace] = []
        self.doubts: Doubts = ()
        self.title: Title | None = None
        self.announcements = AnnouncementReader(domain, lexicon.numbers)
        self.announced = list(self.announcements.find(paragraphs))

    def read(self) -> Head:
        """Every field, the surest first: later ones lean on them."""
        self._number()
        self._issued()
        self._title()
        self._type()
        self._years()
        self._places()
        return Head(
            **self.found,  # type: ignore[arg-type]
            confidence=self.confidence,
            traces=tuple(self.traces),
            doubts=unique(self.doubts),
            no_plan=why_no_plan(self._code(), self.title, self.opening, self.paragraphs, self.domain),
        )

    def _set(self, name: str, value: object, sure: float, passage: Passage | None = None, doubts: Doubts = ()) -> None:
        if value is not None:
            self.found[name] = value
            self.confidence[name] = round(sure, 2)
            if passage is not None and passage.words:
                self.traces.append(Trace.of(name, value, passage))
        self.doubts += doubts

    def _code(self) -> str | None:
        code = self.found.get("type")
        return code if isinstance(code, str) else None

    # --- number, date, title, type -----------------------------------------------------------------

    def _number(self) -> None:
        stated = self.letterhead.stated(self.opening.properties)
        number, code = stated if stated[0] is not None else self.letterhead.number(self.opening)
        if code is not None:
            self._set("type", code, 0.98)
        if number is not None:
            self._set("number", number.value, number.sure, number.passage, number.doubts)
        elif code is None:
            self._attached()
        if "number" not in self.found and code is None:
            self._of_page()

    def _of_page(self) -> None:
        """Number and date that a news page names as it announces the plan that it prints."""
        for one in self.announced:
            if one.number is not None:
                if not self.opening.kinds:
                    self._set("type", one.code, 0.9)
                span = one.number.start, one.number.end
                self._set("number", one.number.number, 0.9 * one.number.sure, one.passage.part(*span))
                self._set("issued", one.issued, 0.85, one.passage)
                return

    def _attached(self) -> None:
        """What a plan says of the decision that issues it ("(Ban hành kèm theo Quyết định số …)"), or an appendix
        alone of the plan that it is attached to ("(Kèm theo Kế hoạch số …)")."""
        titled = bool(self.opening.kinds) and self.opening.kinds[0].row <= 12
        for paragraph in self.paragraphs[:14]:
            text = paragraph.text
            folded = folded_same_length(text)
            at = folded.find("ban hanh kem theo" if titled else "kem theo")
            numbered = next((one for one in self.letterhead.numbers.find(text, folded) if one.start > at >= 0), None)
            if numbered is not None and (not titled or numbered.type in _DECISIONS):
                self._attached_to(numbered, paragraph.passage, folded)
                return

    def _attached_to(self, numbered: Numbered, passage: Passage, folded: str) -> None:
        if not self.opening.kinds:
            self._set("type", numbered.type or None, 0.85)
        self._set("number", numbered.number, 0.85, passage.part(numbered.start, numbered.end), numbered.doubts)
        found = re.compile(DATE).search(folded, numbered.end)
        if found is not None:
            day = read_day(found)
            self._set("issued", day.date, 0.85, passage.part(*found.span()), day.doubts)

    def _issued(self) -> None:
        if "issued" in self.found:
            return
        properties = self.opening.properties
        if properties.issued is not None:
            self._set("issued", properties.issued, 0.95, properties.values["issued"])
            return
        found = self.letterhead.issued(self.opening, self.document)
        if found is not None:
            self._set("issued", found.value, found.sure, found.passage, found.doubts)

    def _title(self) -> None:
        """The title: of a decision that brings a plan with it, the plan's; of a page, what it is called there."""
        titles = list(self.lines.titles(self.opening))
        if titles:
            self.title = titles[0]
            if (self._code() or titles[0].code) in _DECISIONS:
                self.title = next((one for one in titles[1:] if one.code in _PLANS), titles[0])
        else:
            self.title = self.lines.of_appendix(self.opening) or self._title_of_page()
        if self.title is not None:
            self._set("title", self.title.text, self.title.sure, self.title.passage)

    def _title_of_page(self) -> Title | None:
        stated = self.opening.properties.values.get("title")
        kind = self.domain.document_types.get(self._code() or "")
        if stated is not None and (text := self.lines.shown(stated.text)):
            named = kind is not None and kind.code not in _DECISIONS and fold(text).startswith(fold(kind.name.vi) + " ")
            return Title(self.lines.shown(text[len(kind.name.vi) :]) if kind and named else text, stated, self._code())
        article = self.announcements.article(self.paragraphs) if self._code() in _DECISIONS else None
        if article is not None:
            start, (_, end) = article.start, article.title_span
            return Title(self.lines.shown(article.passage.text[start:end]), article.passage, self._code(), sure=0.85)
        capitals = self.lines.of_capitals(self.opening)
        announced = next((one for one in self.announced if one.title), None)
        if capitals is None and announced is not None and not self.opening.kinds:
            passage = announced.passage.part(*announced.title_span)
            return Title(self.lines.shown(announced.title), passage, announced.code, sure=0.8)
        return capitals

    def _type(self) -> None:
        """The type from the number, else from the line or the property that names the kind of document."""
        if "type" in self.found:
            return
        kind = next((kind for kind in self.opening.kinds if kind.row < max(self.opening.end, 20)), None)
        if kind is not None and kind.code is not None:
            self._set("type", kind.code, 0.95, self.opening.rows[kind.row].passage)
            return
        stated = fold(self.opening.properties.text("type")).strip(" .:|")
        self._set(
            "type", {fold(one.name.vi): code for code, one in self.domain.document_types.items()}.get(stated), 0.9
        )
        letter = next((row for row in self.opening.rows[:20] if _LETTER.match(row.folded)), None)
        if letter is not None and "type" not in self.found:
            self._set("type", "CV", 0.9, letter.passage)

    # --- years ---------------------------------------------------------------------------------------

    def _day(self) -> date | None:
        issued = self.found.get("issued")
        return issued if isinstance(issued, date) else None

    def _years(self) -> None:
        """The period that the title states, else the announcement, else what is aimed at; all of a text without title
        tells it too."""
        reader = PeriodReader(self.domain, self.paragraphs, self._day())
        texts = [(self.title.text, 0.95, self.title.passage)] if self.title else []
        texts += [(one.text, 0.85, one.passage) for one in self.announced[:1]]
        found = next((period for text in texts if (period := reader.stated(*text))), None) or reader.aimed()
        if found is None and self.title is None:
            found = commonest_period(line.text for line in self.document.lines)
        if found is not None:
            self._set("period", found.window, found.sure, found.passage, found.doubts)
            self._set("year", found.year, found.sure)

    # --- who issues it -------------------------------------------------------------------------------

    def _places(self) -> None:
        issuer = self.letterhead.issuer(self.opening)
        seen = Evidence(
            self.document,
            self.opening,
            self.citations,
            issuer,
            self._day(),
            self.title.text if self.title else "",
            self.damaged,
            str(self.found.get("number", "")),
        )
        if issuer is not None and issuer.central is not None:
            self._set("level", self.domain.levels.all[0].id, 0.93)
            self._set("issuer", issuer.central, 0.93, issuer.passage)
            return
        places = PlaceReader(self.domain, self.units)
        own = places.own(seen)
        if own is None:
            return
        period = self.found.get("period")
        above = places.superiors(own, seen, period.first if isinstance(period, Window) else None)
        own = places.respelt(own, above, seen)
        self._set("level", own.level, own.sure, doubts=own.doubts)
        self._set("issuer", _issuer_name(own, issuer, seen.number), own.sure, issuer.passage if issuer else None)
        sure = own.sure - 0.15 * bool(above.lacking) - 0.1 * bool(above.guessed)
        self._set("place", (own.unit.name, *above.names), sure)
        self.doubts += tuple(Doubt(f"no-{level}") for level in above.lacking)
        self.doubts += tuple(Doubt(f"{level}-of-content") for level in above.guessed)


def _issuer_name(own: Own, issuer: Issuer | None, number: str) -> str:
    """The issuer as recorded: `UBND huyện Thử`, `Phòng Nội vụ huyện Thử`."""
    usual = "UBND"
    if number.endswith(("/TU", "/HU", "/ĐU")):
        usual = "Đảng ủy" if number.endswith("ĐU") else f"{own.unit.word.split()[0].capitalize()} ủy"
    committee = issuer.committee if issuer is not None and issuer.committee else usual
    if issuer is not None and issuer.office is not None:
        inside = (issuer.committee or "").endswith("ủy") and not issuer.office.endswith(("ủy", "Đảng bộ"))
        committee = f"{issuer.office} {committee}" if inside else issuer.office
    *_, kind, last = ["", *committee.lower().split()]
    if last == "ủy" and own.unit.word.startswith(kind):  # Tỉnh ủy Ví Dụ, Thành ủy Thử
        return f"{committee} {own.unit.name}"
    return f"{committee} {own.unit.shown}"
