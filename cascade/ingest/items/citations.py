"""Citations: every document that a plan names, with number, date and issuer as far as it prints them.

The number is the anchor (`76/NQ-CP`, `05-NQ/TU`); its date, issuer and title follow it. Patterns run
on text without accents of the same length, since it is accents that damage takes first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec

from cascade.ingest.item import Read, Trace
from cascade.ingest.passage import Passage
from cascade.ingest.sections.paragraphs import Paragraph, Style
from cascade.ingest.vocabulary import any_of
from cascade.model.domain import Domain
from cascade.model.plan import Citation
from cascade.model.text import fold, folded_same_length

_NUMBERED = re.compile(
    r"(?<![\w/])(?P<serial>\d{1,5})\s*/\s*(?:(?P<year>(?:19|20)\d{2})\s*/\s*)?(?P<code>[a-z]{1,7}\s*[-–]\s*[a-z&]{2,10}(?:\s?[-–]\s?[a-z]{2,8})*)(?![\w@])"
    r"|(?<![\w/])(?P<party>\d{1,4})\s*[-–]\s*(?P<kind>[a-z]{2,5})\s*/\s*(?P<body>[a-z]{2,6})(?![\w@])"
    r"|(?<![\w/])(?P<law>\d{1,3})\s*/\s*(?P<lawyear>(?:19|20)\d{2})\s*/\s*(?P<house>(?:qh|ubtvqh|pl-ubtvqh)\s?\d{1,2})(?!\w)"
)
DATE = r"ngay\s+(?P<d>\d\s?\d?)\s*(?:/|-|\.|\s+thang\s+)\s*(?P<m>\d\s?\d?)\s*(?:/|-|\.|,?\s+nam\s+)\s*(?P<y>(?:19|20)\d{2})"
_DATE_AFTER = re.compile(rf"[\s,(]*(?:de\s+)?{DATE}(?!\d)")
_ISSUER_AFTER = re.compile(
    r"[\s,]*(?:cua|do)\s+(?P<who>[a-z][a-z&\s.,-]{2,90}?)(?=\s*(?:[;:()“\"]|[.](?:\s|$)|,\s|$)|\s+(?:ve|ban hanh|quy dinh|phe duyet|huong dan|sua doi|doi voi|"
    r"trien khai|day manh|tang cuong|thuc hien|ngay|so|v/v|bo sung|cong bo|giao|theo|nham|trong|tai|khoa|ky hop|da|co|duoc|de|la|tren|thi hanh|khac phuc|phu hop|cho)\s)"
)
_TITLE_AFTER = re.compile(
    r"[\s,]*(?:(?:ve viec|ve)\s+|(?=(?:ban hanh|phe duyet|quy dinh|huong dan|sua doi|day manh|tang cuong|trien khai|thuc hien)\s))(?P<title>[^;]+)"
)
_TITLE_END = re.compile(r"[;]|[.](?=\s|$)|\)(?=\s*[;.,]|$)")
_LAW = re.compile(rf"(?<!\w)(?P<title>(?:bo )?luat\s+(?!nay)[^;.]*?)[\s,]+(?:nam\s+\d{{4}}[\s,]+)?(?:{DATE})")
_LAW_UNDATED = re.compile(
    r"^\W*can cu\s+(?:theo\s+)?(?P<title>(?:bo )?luat\s+(?:(?!ngay)[^;.,()])*?)\s*(?:nam\s+\d{4})?\s*[;.,]?$"
)
_JOINS = re.compile(r"^[\s,;]*(?:va\s+)?$")
_SELF = re.compile(r"kem theo\s+(?:\S+\s+){0,4}$")
_LETTERHEAD = re.compile(r"^\W*(?:so|s6)\s*[:.]")
_STRONG_HEADINGS = (Style.PART, Style.CHAPTER, Style.ROMAN, Style.ARTICLE)
_LOOKALIKES = str.maketrans({"b": "d", "p": "d", "0": "o"})
_ENDED = re.compile(r"[.;:]\s*$")
_LONGEST_TITLE = 40


class _Spot(msgspec.Struct):
    """One number in a paragraph: where the citation begins and ends, and what follows the number."""

    start: int
    anchor: tuple[int, int]
    end: int
    number: str
    repaired: bool
    date: date | None = None
    date_at: tuple[int, int] | None = None
    issuer: str | None = None
    issuer_at: tuple[int, int] | None = None
    title: str | None = None


def read_citations(
    paragraphs: Sequence[Paragraph], domain: Domain, cells: Iterable[Passage] = ()
) -> tuple[Read[Citation], ...]:
    """Every citation of the document, in printed order; those in `cells` of tables are never the basis."""
    reader = _Reader(domain)
    found = [*reader.read(paragraphs), *(read for cell in cells for read in reader.of_cell(cell))]
    return tuple(sorted(found, key=lambda read: read.item.lines.first if read.item.lines else 0))


class _Reader:
    """Finds citations with the names of `rules/document-types.yaml`."""

    def __init__(self, domain: Domain) -> None:
        self.domain = domain
        names = {fold(kind.name.vi): code for code, kind in domain.document_types.items()}
        self.codes = {fold(code): code for code in domain.document_types}
        self.kinds = re.compile(rf"(?<!\w)(?:{any_of(names)}|luat|phap lenh)\s*(?:(?:so|s6|s)\b\s*[:.]?\s*)?$")
        self.basis = re.compile(rf"^\W*(?:{any_of(map(fold, domain.phrases.basis))})(?!\w)")

    def read(self, paragraphs: Sequence[Paragraph]) -> Iterator[Read[Citation]]:
        """The citations of every paragraph; those of the opening paragraphs are the basis."""
        opening, goes_on = True, False
        for paragraph in paragraphs:
            if paragraph.marker is not None and paragraph.marker.style in _STRONG_HEADINGS:
                opening = False
            folded = folded_same_length(paragraph.text)
            role = "basis" if opening and (goes_on or self.basis.match(folded)) else "body"
            goes_on = role == "basis" and not _ENDED.search(folded)
            if not (opening and role == "body" and self._is_head(folded)):
                yield from self._of_paragraph(paragraph.passage, folded, role)

    def of_cell(self, cell: Passage) -> Iterator[Read[Citation]]:
        """The citations of a cell of a table."""
        return self._of_paragraph(cell, folded_same_length(cell.text), "body")

    def _is_head(self, folded: str) -> bool:
        """Whether an opening paragraph is of the letterhead, whose number is the document's own."""
        return bool(_LETTERHEAD.match(folded)) or (len(folded) < 60 and "so:" in folded.replace(" ", ""))

    def _of_paragraph(self, passage: Passage, folded: str, role: str) -> Iterator[Read[Citation]]:
        spots = list(self._spots(passage.text, folded))
        self._share_issuers(spots, folded)
        found = [(spot.start, self._citation(passage, spot, role)) for spot in spots]
        if role == "basis":
            found += self._laws(passage, folded, spots)
        for _, read in sorted(found, key=lambda one: one[0]):
            yield read

    def _spots(self, text: str, folded: str) -> Iterator[_Spot]:
        matches = list(_NUMBERED.finditer(folded))
        for position, match in enumerate(matches):
            number, repaired = self._number(text, match)
            if number is None or _SELF.search(folded[: match.start()]):
                continue
            kind = self.kinds.search(folded[: match.start()])
            following = matches[position + 1].start() if position + 1 < len(matches) else len(folded)
            spot = _Spot(kind.start() if kind else match.start(), match.span(), match.end(), number, repaired)
            self._follow(spot, text, folded, following)
            yield spot

    def _number(self, text: str, match: re.Match[str]) -> tuple[str | None, bool]:
        """The number as a person prints it; None where the code is none of a document."""
        if match["law"]:
            return f"{match['law']}/{match['lawyear']}/{match['house'].replace(' ', '').upper()}", False
        if match["party"]:
            code, repaired = self._code(text[slice(*match.span("kind"))])
            return (f"{match['party']}-{code}/{match['body'].upper()}", repaired) if code else (None, False)
        parts = re.split(r"\s*[-–]\s*", text[slice(*match.span("code"))].strip())
        first, repaired = self._code(parts[0])
        if first is None:
            if not parts[0].isupper() or not parts[-1].isupper():
                return None, False
            first = parts[0]
        rest = [self._issuer_code(part) for part in parts[1:]]
        year = f"{match['year']}/" if match["year"] else ""
        return f"{match['serial']}/{year}{'-'.join([first, *rest])}", repaired

    def _code(self, printed: str) -> tuple[str | None, bool]:
        """A type code in its own spelling; letters that damage confuses with Đ are tried as Đ."""
        bare = fold(printed.strip())
        if bare in self.codes:
            return self.codes[bare], False
        swapped = bare[:1] + bare[1:].translate(_LOOKALIKES)
        return self.codes.get(swapped) or self.codes.get(bare.translate(_LOOKALIKES)), True

    def _issuer_code(self, printed: str) -> str:
        known = {"ttg": "TTg", "hdnd": "HĐND", "du": "ĐU"}
        return known.get(fold(printed), printed.upper())

    def _follow(self, spot: _Spot, text: str, folded: str, stop: int) -> None:
        """Date, issuer and title behind a number, each where the one before ends."""
        day = _DATE_AFTER.match(folded, spot.end, stop)
        if day:
            spot.date = _date(day)
            if spot.date is not None:
                spot.date_at, spot.end = day.span(), day.end()
        issuer = _ISSUER_AFTER.match(folded, spot.end, stop)
        if issuer:
            spot.issuer = _tidy_issuer(text[slice(*issuer.span("who"))])
            spot.issuer_at, spot.end = issuer.span("who"), issuer.end("who")
            if spot.date is None:
                late = _DATE_AFTER.match(folded, spot.end, stop)
                if late:
                    spot.date, spot.date_at, spot.end = _date(late), late.span(), late.end()
        title = _TITLE_AFTER.match(folded, spot.end, stop)
        if title:
            stopped = _TITLE_END.search(folded, title.start("title"), title.end("title"))
            end = stopped.start() if stopped else title.end("title")
            spot.title = _tidy_title(text[title.start("title") : end], self.kinds)

    def _share_issuers(self, spots: list[_Spot], folded: str) -> None:
        """ "Nghị định số 62/… và Nghị định số 106/… của Chính phủ": one issuer for both."""
        for one, other in zip(spots[-2::-1], spots[:0:-1], strict=False):
            same_code = one.number.rsplit("/", 1)[-1] == other.number.rsplit("/", 1)[-1]
            if (
                one.issuer is None
                and other.issuer is not None
                and same_code
                and _JOINS.match(folded[one.end : other.start])
            ):
                one.issuer = other.issuer

    def _citation(self, passage: Passage, spot: _Spot, role: str) -> Read[Citation]:
        sure = 0.98 - 0.04 * (spot.issuer is None) - 0.06 * (spot.date is None) - 0.1 * spot.repaired
        start, end = spot.start, spot.end
        item = Citation(
            role=role,  # type: ignore[arg-type]
            number=spot.number,
            title=spot.title,
            date=spot.date,
            issuer=spot.issuer,
            lines=passage.lines(start, end),
            confidence=round(sure, 2),
        )
        traces = [Trace.of("number", spot.number, passage, *spot.anchor)]
        if spot.date_at:
            traces.append(Trace.of("date", spot.date, passage, *spot.date_at))
        if spot.issuer_at:
            traces.append(Trace.of("issuer", spot.issuer, passage, *spot.issuer_at))
        return Read(item, tuple(traces))

    def _laws(self, passage: Passage, folded: str, spots: Sequence[_Spot]) -> list[tuple[int, Read[Citation]]]:
        """Laws cited by title; one whose number is printed is among the numbered."""
        found = []
        for match in (*_LAW.finditer(folded), *filter(None, [_LAW_UNDATED.match(folded)])):
            if any(match.start() < spot.anchor[0] < match.end() for spot in spots):
                continue
            start, end = match.span("title")
            day = _date(match) if "d" in match.groupdict() and match.groupdict().get("d") else None
            title = passage.text[start:end].strip(" ,")
            item = Citation(
                role="basis",
                title=title[0].upper() + title[1:],
                date=day,
                lines=passage.lines(start, match.end()),
                confidence=0.95 if day else 0.85,
            )
            found.append((start, Read(item, (Trace.of("title", title, passage, start, end),))))
        return found


def _date(match: re.Match[str]) -> date | None:
    try:
        return date(int(match["y"]), int(match["m"].replace(" ", "")), int(match["d"].replace(" ", "")))
    except ValueError:
        return None


def _tidy_issuer(printed: str) -> str:
    text = " ".join(printed.split()).strip(" ,.-")
    return re.sub(r"^[ỦU][ỷyỶYủỦ]?\s?ban nhân dân\b", "UBND", text, flags=re.IGNORECASE)


def _tidy_title(printed: str, kinds: re.Pattern[str]) -> str | None:
    text = " ".join(printed.split()).strip(' ,.-;“”"')
    cut = kinds.search(folded_same_length(text))
    text = text[: cut.start()].rstrip(" ,;") if cut and cut.start() > 10 else text
    words = text.split()[:_LONGEST_TITLE]
    text = " ".join(words)
    return text[0].upper() + text[1:] if len(words) > 1 else None
