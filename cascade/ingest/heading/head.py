"""The head of a plan: number, date, type, issuer, level, place, title, period, year.

Read from the letterhead where there is one, in whatever layout it was flattened to; what it lacks
is taken from the body with less confidence, and left out where the text does not tell it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import zip_longest

import msgspec

from cascade.documents.document import Document
from cascade.ingest.heading.letterhead import Issuer, LetterheadReader
from cascade.ingest.heading.likely import LikelihoodReader, Seen
from cascade.ingest.heading.places import Evidence, Own, PlaceReader
from cascade.ingest.heading.rows import opening_of
from cascade.ingest.heading.title import Title, TitleLines, Years, stages_in, years_in
from cascade.ingest.heading.units import UnitReader
from cascade.ingest.item import Read, Trace
from cascade.ingest.outline.paragraphs import Paragraph
from cascade.lexicon.dates import DATE, read_day
from cascade.lexicon.numbers import Numbered
from cascade.lexicon.passage import Passage
from cascade.model.domain import Domain
from cascade.model.doubt import Doubt, Doubts, doubt, unique
from cascade.model.plan import Citation, Lines, Window
from cascade.model.text import fold, folded_same_length

_ANNOUNCES = re.compile(r"(?:xay dung|ban hanh|lap)\s+(?:va\s+\w+\s+\w+\s+)?(?:ke hoach|chuong trinh|de an|kh(?!\w))")
_DECISIONS = ("QĐ", "NQ")
_PLANS = ("KH", "CTr", "ĐA")
_CAPITALS = re.compile(r"(?<!\w)[^\W\d_a-z]{2,7}(?!\w)")
_LETTER = re.compile(r"^\W*(?:kinh gui|v/v)(?!\w)")
_OFTEN, _MOST = 3, 0.75  # mentions, and their share, that settle a period which no title states
_ANNOUNCED = 160
"""So many characters of an announcement name what is announced."""

LIKELY = 0.3
"""From this likelihood on a document is taken for a plan."""


class Head(msgspec.Struct, frozen=True):
    """What the head tells; None or () where the text does not.

    `own_lines`: from the first line of the letterhead to the last of the title. `is_plan`: how likely
    the document is a plan at all, and not a report, a letter or another kind of decision.
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
    own_lines: Lines | None = None
    confidence: dict[str, float] = {}
    traces: tuple[Trace, ...] = ()
    doubts: Doubts = ()
    is_plan: float = 1.0

    @property
    def is_likely_plan(self) -> bool:
        """Whether the document is taken for a plan."""
        return self.is_plan >= LIKELY


def read_head(
    document: Document, paragraphs: Sequence[Paragraph], citations: Sequence[Read[Citation]], domain: Domain
) -> Head:
    """The head of the plan in `document`."""
    return _HeadReader(document, paragraphs, citations, domain).read()


class _HeadReader:
    """One document's head being read."""

    def __init__(
        self, document: Document, paragraphs: Sequence[Paragraph], citations: Sequence[Read[Citation]], domain: Domain
    ) -> None:
        self.document, self.paragraphs, self.domain = document, paragraphs, domain
        self.citations = [read.item for read in citations]
        self.units = UnitReader(domain)
        self.letterhead = LetterheadReader(domain, self.units)
        self.lines = TitleLines(domain, self.units, _short_forms(document))
        self.opening = opening_of(paragraphs, domain)
        self.damaged = any(word.read != word.printed for row in self.opening.rows for word in row.passage.words)
        self.found: dict[str, object] = {}
        self.confidence: dict[str, float] = {}
        self.traces: list[Trace] = []
        self.doubts: Doubts = ()
        self.title: Title | None = None
        self.announcing = next(
            (one for one in paragraphs[:60] if _ANNOUNCES.search(folded_same_length(one.text))), None
        )

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
            own_lines=self._own_lines(),
            confidence=self.confidence,
            traces=tuple(self.traces),
            doubts=unique(self.doubts),
            is_plan=self._is_plan(),
        )

    def _set(self, name: str, value: object, sure: float, passage: Passage | None = None, doubts: Doubts = ()) -> None:
        if value is not None:
            self.found[name] = value
            self.confidence[name] = round(sure, 2)
            if passage is not None and passage.words:
                self.traces.append(Trace.of(name, value, passage))
        self.doubts += doubts

    # --- number, date, title, type -----------------------------------------------------------------

    def _number(self) -> None:
        number, code = self.letterhead.number(self.opening)
        if code is not None:
            self._set("type", code, 0.98)
        if number is not None:
            self._set("number", number.value, number.sure, number.passage, number.doubts)
        elif code is None:
            self._attached()

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
        found = self.letterhead.issued(self.opening, self.document)
        if found is not None:
            self._set("issued", found.value, found.sure, found.passage, found.doubts)

    def _title(self) -> None:
        """The title: of a decision that brings a plan with it, the plan's."""
        titles = list(self.lines.titles(self.opening))
        if titles:
            self.title = titles[0]
            if (self.found.get("type") or titles[0].code) in _DECISIONS:
                self.title = next((one for one in titles[1:] if one.code in _PLANS), titles[0])
        else:
            self.title = self.lines.of_appendix(self.opening)
        if self.title is not None:
            self._set("title", self.title.text, self.title.sure, self.title.passage)

    def _type(self) -> None:
        """The type from the number, else from the line that names the kind of document."""
        if "type" in self.found:
            return
        kind = next((kind for kind in self.opening.kinds if kind.row < max(self.opening.end, 20)), None)
        if kind is not None and kind.code is not None:
            self._set("type", kind.code, 0.95, self.opening.rows[kind.row].passage)
            return
        letter = next((row for row in self.opening.rows[:20] if _LETTER.match(row.folded)), None)
        if letter is not None:
            self._set("type", "CV", 0.9, letter.passage)

    # --- years ---------------------------------------------------------------------------------------

    def _years(self) -> None:
        texts = [(self.title.text, 0.95, self.title.passage)] if self.title else []
        if self.announcing is not None:
            texts.append((self._announced(self.announcing.text), 0.85, self.announcing.passage))
        outlook = self.domain.phrases.heading.get("outlook", ())
        for text, sure, passage in texts:
            years = years_in(text, outlook)
            if years.period is not None:
                self._set("period", years.period, sure, passage)
                self._set("year", years.year, sure)
                return
            if self._until(years, sure, passage):
                return
        self._common_period()

    def _announced(self, text: str) -> str:
        """Of a paragraph that announces the plan, the words from there on; what it cites before has other years."""
        return text[[one.start() for one in _ANNOUNCES.finditer(folded_same_length(text))][-1] :]

    def _until(self, years: Years, sure: float, passage: Passage) -> bool:
        """Whether the years end "đến năm 2025": such a plan runs from the year in which it is issued."""
        issued = self.found.get("issued")
        if years.until is None or not isinstance(issued, date) or issued.year > years.until:
            return False
        period = Window(issued.year, years.until)
        self._set("period", period, sure - 0.25, passage, doubt("first-year-of-issue", year=issued.year))
        return True

    def _common_period(self) -> None:
        """The period that the whole text names most often."""
        lines = [line.text for line in self.document.lines if line.text.strip()]
        pairs = [folded_same_length(f"{one} {other}") for one, other in zip_longest(lines, lines[1:], fillvalue="")][
            ::2
        ]
        counts = Counter(stages_in(pairs))
        if counts:
            best = max(counts, key=lambda window: (counts[window], -window.first, -window.last))
            alone = counts[best] >= _OFTEN and counts[best] >= _MOST * counts.total()
            self._set(
                "period",
                best,
                0.8 if alone else 0.6,
                doubts=doubt("period-of-content", period=best),
            )

    # --- who issues it -------------------------------------------------------------------------------

    def _places(self) -> None:
        issuer = self.letterhead.issuer(self.opening)
        issued = self.found.get("issued")
        seen = Evidence(
            self.document,
            self.opening,
            self.citations,
            issuer,
            issued if isinstance(issued, date) else None,
            self.title.text if self.title else "",
            self.damaged,
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
        self._set("issuer", _issuer_name(own, issuer), own.sure, issuer.passage if issuer else None)
        sure = own.sure - 0.15 * bool(above.lacking) - 0.1 * bool(above.guessed)
        self._set("place", (own.unit.name, *above.names), sure)
        self.doubts += tuple(Doubt(f"no-{level}") for level in above.lacking)
        self.doubts += tuple(Doubt(f"{level}-of-content") for level in above.guessed)

    def _own_lines(self) -> Lines | None:
        rows = [row for row in self.opening.letterhead if row.passage.words]
        words = [word for row in rows for word in row.passage.words]
        words += list(self.title.passage.words) if self.title and not self.title.attached else []
        return Lines(min(word.line for word in words), max(word.line for word in words)) if words else None

    # --- is it a plan at all ---------------------------------------------------------------------------

    def _is_plan(self) -> float:
        lines = [line.text for line in self.document.lines]
        read = [one.text for one in self.paragraphs] if self.damaged else []
        kind = self.found.get("type")
        announced = self._announced(self.announcing.text)[:_ANNOUNCED] if self.announcing else ""
        seen = Seen(str(kind) if kind else None, self.title, self.opening, announced, self.paragraphs, [*lines, *read])
        return LikelihoodReader(self.domain).of(seen)


def _issuer_name(own: Own, issuer: Issuer | None) -> str:
    """The issuer as recorded: `UBND huyện Thử`, `Phòng Nội vụ huyện Thử`."""
    if issuer is not None and issuer.office is not None:
        return f"{issuer.office} {own.unit.shown}"
    committee = issuer.committee if issuer is not None and issuer.committee else "UBND"
    if fold(committee).endswith(f"{fold(own.unit.word)} uy"):  # Tỉnh ủy Ví Dụ
        return f"{committee} {own.unit.name}"
    return f"{committee} {own.unit.shown}"


def _short_forms(document: Document) -> frozenset[str]:
    """The words that the text prints in capitals among small letters: short forms that stay so in any title."""
    mixed = [line.text for line in document.lines if sum(map(str.islower, line.text)) > 20]
    return frozenset(word for text in mixed for word in _CAPITALS.findall(text))
