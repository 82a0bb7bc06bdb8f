"""The letterhead: number, date and issuer, in whatever order its two columns were flattened to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

import msgspec

from cascade.documents.document import Document
from cascade.ingest.heading.properties import Properties
from cascade.ingest.heading.rows import Opening, Row, trimmed, without
from cascade.ingest.heading.units import Unit, UnitReader
from cascade.lexicon.dates import DATE, DAY_WORD, MONTH_WORD, YEAR_WORD, Day, read_day
from cascade.lexicon.passage import Passage
from cascade.lexicon.tagged import Lexicon
from cascade.model.doubt import Doubts, doubt
from cascade.model.text import any_of, fold, folded_same_length

_SAYS = r"(?<![\w])(?:so|s[o60d])\s*[:.;]?\s*"
_BLANK = r"[\s.…_-]*(?:xx+[\s.…_-]*)?"
_EMPTY = re.compile(
    rf"{_SAYS}{_BLANK}/\s*(?:(?P<year>20\d\d)\s*/\s*)?(?P<code>[a-z]{{2,4}}\s?[-–]\s?[a-z]{{2,8}})(?!\w)"
)
_PARTY_EMPTY = re.compile(rf"{_SAYS}{_BLANK}[-–]\s*(?P<code>[a-z]{{2,4}}\s?/\s?[a-z]{{2,8}})(?!\w)")
_NUMBER_SAID = re.compile(_SAYS + "$")
_OWN_NUMBER = re.compile(rf"^\W*{_SAYS}[\d\s.…_-]*/[^()]{{2,24}}$")
_PLACE_DATE = re.compile(
    rf"(?:{DAY_WORD}{_BLANK}(?P<d>\d(?:\s?\d)?)?{_BLANK}(?:{MONTH_WORD}|/)|,\s*{MONTH_WORD})"
    rf"{_BLANK}(?P<m>\d(?:\s?\d)?)?{_BLANK},?\s*(?:{YEAR_WORD}|/)"
    rf"{_BLANK}(?P<y>(?:19|20)\s?\d\s?\d|20(?=[\s.…_]*$))?"
)
_DAY = re.compile(rf"[,\s]{DATE}")
_STAMP = re.compile(r"(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)T\d\d:\d\d")
_SIGNED = re.compile(
    r"(?:ngay ky|thoi gian ky|ky ngay|ky boi|signed|date)\W{0,4}[^;]{0,80}?"
    r"(?P<d>\d\d)[/.-](?P<m>\d\d)[/.-](?P<y>20\d\d)"
)
_CLOSING = re.compile(rf"^\W*[^\d,;:]{{2,40}},\s*{DATE}\W*$")
_GOES_ON = re.compile(r"(?:và|-|–)\s")
_PART_BEGINS = re.compile(r"(?P<before>^|\svà\s|\s[-–]\s|,\s)(?P<letter>\w)")
_RULE = re.compile(r"(?:[-_–—*=~.]\s?){3,}")


class Found(msgspec.Struct, frozen=True):
    """A value read from a line, how sure it is, and what it leaves open."""

    value: str | date | None
    sure: float
    passage: Passage | None = None
    doubts: Doubts = ()


class Issuer(msgspec.Struct, frozen=True):
    """Who a letterhead names: its units, highest line first, the committee (`UBND`, `HĐND`) and the office."""

    units: tuple[Unit, ...] = ()
    committee: str | None = None
    office: str | None = None
    central: str | None = None
    passage: Passage | None = None


class LetterheadReader:
    """Reads letterheads with the phrases of `rules/reading.yaml`."""

    def __init__(self, lexicon: Lexicon, units: UnitReader) -> None:
        domain = lexicon.domain
        self.domain, self.units, self.numbers = domain, units, lexicon.numbers
        self.mottos = domain.phrases.letterhead
        heading = domain.phrases.heading
        committees = {code: domain.phrases.issuers.get(code, ()) for code in heading.get("committees", ())}
        self.committees = {fold(name): names[0] for names in committees.values() for name in names}
        party = {
            name for code in ("TU", "HU", "ĐU") for name in domain.phrases.issuers.get(code, ()) if name.endswith("ủy")
        }
        self.committees |= {fold(name): name for name in party}
        self.committee = re.compile(rf"(?<!\w)(?P<name>{any_of(self.committees)})(?!\w)")
        self.office = re.compile(rf"^\W*(?:{any_of(map(str.lower, heading.get('offices', ())))})(?!\w)\s+\S")
        openers = [*heading.get("offices", ()), *(name for name in heading.get("central", ()) if " " not in name)]
        self.begins = re.compile(rf"(?:{any_of(map(str.lower, openers))})(?!\w)")
        self.shorts = frozenset(short.upper() for short in domain.language.abbreviations)
        self.open_end = re.compile(rf"(?:(?<!\w)(?:và|{any_of(units.levels)})|[,–-])$")
        self.not_office = re.compile(rf"(?:{any_of(heading.get('issues', ()))})(?!\w)")
        central = heading.get("central", ())
        self.central = re.compile(rf"^\W*(?:{any_of(map(fold, central))})(?!\w)")
        self.surely_central = re.compile(rf"^\W*(?:{any_of(fold(name) for name in central if ' ' in name)})(?!\w)")
        self.known = {fold(name): name for names in domain.phrases.issuers.values() for name in names}
        self.known |= {fold(name): name for name in central}

    # --- number -----------------------------------------------------------------------------------

    def number(self, opening: Opening) -> tuple[Found | None, str | None]:
        """The number and the type code that it bears; the number is None where its place is left empty."""
        for passage in (*_alone_and_paired(opening.letterhead), *_matching(_OWN_NUMBER, opening.unsettled)):
            text = passage.text
            folded = folded_same_length(text)
            for one in self.numbers.find(text, folded):
                said = bool(_NUMBER_SAID.search(folded[: one.start]))
                if not one.named and (said or trimmed(text) == trimmed(text[one.start : one.end])):
                    part = passage.part(one.start, one.end)
                    return Found(one.number, 0.97 * one.sure, part, one.doubts), one.type or None
            empty = _EMPTY.search(folded) or _PARTY_EMPTY.search(folded)
            if empty:
                code = re.split(r"[-–/]", empty["code"])[0].strip()
                blank = doubt("number-blank")
                return Found(None, 0.0, passage.part(*empty.span()), blank), self.numbers.codes.get(code)
        return None, None

    def stated(self, properties: Properties) -> tuple[Found | None, str | None]:
        """The number among the properties of a page, and its type code."""
        passage = properties.values.get("number")
        for one in self.numbers.find(passage.text, folded_same_length(passage.text)) if passage else ():
            return Found(one.number, 0.95 * one.sure, passage, one.doubts), one.type or None
        return None, None

    # --- date -------------------------------------------------------------------------------------

    def issued(self, opening: Opening, document: Document) -> Found | None:
        """The date: printed in the letterhead, else above the signature, else of the digital signature."""
        printed = self._printed(opening)
        if printed is not None and printed.value is not None:
            return printed
        closing = None if printed else self._closing(opening)
        return closing or self._stamped(document) or printed

    def _printed(self, opening: Opening) -> Found | None:
        passages = [*_alone_and_paired(opening.letterhead), *_matching(_CLOSING, opening.unsettled)]
        for passage in passages:
            folded = folded_same_length(passage.text)
            if "(" in folded[:3] or "kem theo" in folded:
                continue
            full = _DAY.search(folded) if len(folded) <= 160 else None
            if full:
                return _dated(read_day(full), 0.97, passage.part(full.start("d"), full.end()))
            place = _PLACE_DATE.search(folded) if len(folded) <= 160 else None
            if place and not (place["d"] and place["m"] and place["y"]):
                torn = self._torn_off(passage, passages)
                if torn is not None:
                    return torn
                shown = "/".join(place[part] or "…" for part in ("d", "m", "y"))
                return Found(None, 0.0, passage.part(*place.span()), doubt("date-incomplete", printed=shown))
        return None

    def _torn_off(self, passage: Passage, passages: Sequence[Passage]) -> Found | None:
        """The date whose year stands on the next line ("ngày 17 tháng 01 năm" | "2023")."""
        for pair in passages:
            if len(pair.words) > len(passage.words) and pair.words[: len(passage.words)] == passage.words:
                full = _DAY.search(folded_same_length(pair.text))
                return _dated(read_day(full), 0.95, pair.part(full.start("d"), full.end())) if full else None
        return None

    def _closing(self, opening: Opening) -> Found | None:
        """A date above the signature, where short documents print it."""
        for paragraph in reversed(opening.paragraphs[-60:]):
            text = paragraph.text
            found = _CLOSING.match(folded_same_length(text)) if len(text) <= 80 else None
            if found and text.lstrip(" (")[:1].isupper():
                return _dated(read_day(found), 0.85, paragraph.passage)
        return None

    def _stamped(self, document: Document) -> Found | None:
        """The day of the last digital signature, where it does not gainsay what is printed."""
        days = sorted(set(_stamps(document)))
        if not days:
            return None
        day = days[-1]
        return Found(day, 0.7, None, doubt("date-of-signature", date=f"{day:%d/%m/%Y}"))

    # --- issuer -----------------------------------------------------------------------------------

    def issuer(self, opening: Opening) -> Issuer | None:
        """Who issues the document, as its letterhead or the line below its title says."""
        found = self._issuer_in(self._whole(self._names(opening.letterhead)))
        if found is None or not (found.units or found.central):
            below = self._issuer_in(self._whole(self._names(opening.below, below=True)))
            found = below if below is not None and (below.units or below.central) else found
        if found is None or not (found.units or found.central):
            found = self._stated_issuer(opening.properties) or found
        return found if found and (found.units or found.central or found.office) else None

    def _stated_issuer(self, properties: Properties) -> Issuer | None:
        """The issuer among the properties of a page: "Tỉnh Ví Dụ", "UBND huyện Thử"."""
        passage = properties.values.get("issuer")
        said = self._said(trimmed(passage.text)) if passage else Issuer()
        return msgspec.structs.replace(said, passage=passage) if said.units or said.central else None

    def _names(self, rows: Sequence[Row], *, below: bool = False) -> Iterator[tuple[str, Row]]:
        """What is left of each line of names: no motto, number, date."""
        for row in rows:
            text = without(row.text, row.folded, self.mottos)
            folded = folded_same_length(text)
            stop = min(
                (found.start() for pattern in _NOT_NAMES if (found := pattern.search(folded))), default=len(text)
            )
            text = trimmed(_RULE.sub("  ", text[:stop]))
            letters = [char for char in text if char.isalpha()]
            capital = bool(letters) and sum(map(str.isupper, letters)) >= 0.8 * len(letters)
            begins = bool(self.committee.match(fold(text))) and len(text) <= 60
            if text and len(text) <= 100 and (capital or (begins and not below)):
                yield text, row

    def _whole(self, names: Iterable[tuple[str, Row]]) -> Iterator[tuple[str, Row]]:
        """The names with those as one that are broken over two lines: `SỞ KHOA HỌC` | `VÀ CÔNG NGHỆ`."""
        held: tuple[str, Row] | None = None
        for text, row in names:
            if held is not None and (self.open_end.search(held[0].lower()) or _GOES_ON.match(text.lower())):
                held = (f"{held[0]} {text}", row)
                continue
            if held is not None:
                yield held
            held = (text, row)
        if held is not None:
            yield held

    def _issuer_in(self, names: Iterable[tuple[str, Row]]) -> Issuer | None:
        """The lines of names taken together: a committee ends what an office above it said."""
        found = Issuer()
        for text, row in names:
            said = self._said(text)
            if said.office or said.committee:
                party = found.committee if said.office and found.committee and found.committee.endswith("ủy") else None
                found = msgspec.structs.replace(found, office=said.office, committee=said.committee or party)
            if said.central and not found.units:
                found = msgspec.structs.replace(found, central=said.central)
            if said != Issuer():
                found = msgspec.structs.replace(found, units=(*found.units, *said.units), passage=row.passage)
        return found if found.passage is not None else None

    def _said(self, text: str) -> Issuer:
        """What one line of names says."""
        folded = fold(text)
        if self.surely_central.match(folded):
            return Issuer(central=self._central_name(text))
        units = tuple(self.units.in_capitals(text))
        if self.office.match(text.lower()) and not self.not_office.match(text.lower()):
            name = text[: units[0].start] if units else text
            whole = self.known.get(" ".join(fold(f"{name} {units[0].word}" if units else name).split()))
            shown = whole.removesuffix(f" {units[0].word}") if whole and units else whole
            return Issuer(units, office=shown or self._office_name(name))
        own = tuple(unit for unit in units if self._is_own_name(unit, text))
        committee = self.committee.search(folded)
        if own or committee:
            return Issuer(own, self.committees[" ".join(committee["name"].split())] if committee else None)
        return Issuer(central=self._central_name(text)) if self.central.match(folded) else Issuer()

    def _is_own_name(self, unit: Unit, text: str) -> bool:
        """Whether a unit begins a line, or follows a committee's name, "ĐẢNG BỘ" or another unit there."""
        before = fold(text[: unit.start])
        return (
            not before.strip(" ,-–")
            or bool(self.committee.search(before))
            or before.rstrip().endswith((",", "-", "–", "uy", "dang bo"))
        )

    def _office_name(self, text: str) -> str:
        """A name of a body in capitals as one prints it: `SỞ KHOA HỌC VÀ CÔNG NGHỆ` → `Sở Khoa học và Công nghệ`."""
        if not text.isupper():
            return text.strip()
        known = self.begins.match(text.lower())
        first, rest = (known[0], text[known.end() :].strip()) if known else ("", text)
        shown = " ".join(word if word in self.shorts else word.lower() for word in rest.split())
        capital = _PART_BEGINS.sub(lambda found: found["before"] + found["letter"].upper(), shown)
        return f"{first.capitalize()} {capital}".strip()

    def _central_name(self, text: str) -> str:
        known = self.known.get(" ".join(fold(text).split()))
        return known or self._office_name(text)


_NOT_NAMES = (
    re.compile(_SAYS + r"(?:[\d.…_\s]*/|\d)"),
    re.compile(rf",?\s*{DAY_WORD}\b.{{0,12}}(?:{MONTH_WORD}|[/.]\d)"),
    re.compile(r"\d{1,4}\s*/\s*[a-z]{2,4}\s*-"),
)


def _alone_and_paired(rows: Sequence[Row]) -> Iterator[Passage]:
    """Each line, then each two that follow one another, for what is broken over two."""
    for row in rows:
        yield row.passage
    for one, other in pairwise(rows):
        yield Passage((*one.passage.words, *other.passage.words))


def _matching(pattern: re.Pattern[str], rows: Sequence[Row]) -> Iterator[Passage]:
    """The lines that a pattern tells to be of a letterhead wherever they stand."""
    return (row.passage for row in rows if pattern.match(row.folded) and row.text.lstrip(" (")[:1].isupper())


def _dated(day: Day, sure: float, passage: Passage) -> Found:
    return Found(day.date, sure - 0.07 * bool(day.doubts) if day.date else 0.0, passage, day.doubts)


def _stamps(document: Document) -> Iterator[date]:
    """The days of the digital signatures in the text."""
    for line in document.lines:
        folded = folded_same_length(line.text)
        for found in (*_STAMP.finditer(line.text), *_SIGNED.finditer(folded)):
            try:
                yield date(int(found["y"]), int(found["m"]), int(found["d"]))
            except ValueError:
                continue
