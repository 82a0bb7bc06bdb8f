"""The title of a plan, in sentence case, and the years that it names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from cascade.ingest.heading.rows import Opening, Row, trimmed
from cascade.ingest.heading.units import Unit, UnitReader
from cascade.lexicon.passage import Passage
from cascade.lexicon.titles import shown_title
from cascade.model.domain import Domain
from cascade.model.plan import Window
from cascade.model.text import any_of, fold, folded_same_length

_STAGE = r"(?:gi[a-z]i\s+do[a-z]n|th[a-z]i\s+k[a-z])"
_BETWEEN = r"\s*(?:[-–—−]|den\s+(?:het\s+)?(?:nam\s+)?)?\s*"
_PERIOD = re.compile(rf"{_STAGE}\s*(?:(?:tu\s+)?nam\s+)?(?P<first>20\d\d){_BETWEEN}(?P<last>20\d\d)(?!\d)")
_YEARS = re.compile(
    r"(?<![\d/.])(?P<first>20\d\d)\s*[-–—−]\s*(?P<last>20\d\d)(?![\d/])|(?<!\d)(?P<from>20\d\d)(?P<to>20\d\d)(?!\d)"
)
_FROM_TO = re.compile(r"tu\s+(?:nam\s+)?(?P<first>20\d\d)\s+den\s+(?:het\s+)?(?:nam\s+)?(?P<last>20\d\d)")
_UNTIL = re.compile(r"den\s+(?:het\s+|cuoi\s+)?nam\s+(?P<last>20\d\d)")
_YEAR = re.compile(
    r"(?:(?<!\w)n[a-z]m\s+|(?<!\w)(?:quy\s+(?:[ivx]+|\d)|thang\s+\d{1,2})\s*/\s*)"
    r"(?P<year>20\d\d)(?!\s*[-–—]\s*20\d\d)(?!\d)"
)
_NOT_YEAR = re.compile(
    r"(?:(?:den|het|tu|truoc|sau|ket qua|tong ket)\s+(?:het\s+|cuoi\s+)?|ngay\s+\d{1,2}\s+thang\s+\d{1,2}\s+)$"
)
_BEFORE = 40
"""So many characters before a year tell what it is."""
_ENDS = re.compile(r"[.;:]\W*$")
_STOPS = re.compile(r"[.;:,]\W*$")
_ASKS = re.compile(r"^\W*(?:can cu|xet|theo)(?!\w)")
_NO_TITLE = re.compile(r"^\W*so\s*[:.]?\s*[\d.…]*\s*/|,\s*ng[a-z]{0,2}y\s*[\d.…]+\s*(?:/|th[a-z]{1,2}ng)|^\W*kinh gui")
_BRACKET = re.compile(r"\s*[(\[].*$")
_LONGEST = 400
_MOST_LINES = 8
_ROMAN = re.compile(r"^[ivx]{1,4}$")


class Title(msgspec.Struct, frozen=True):
    """A title as read, the words that it was read from, and the type of the document that bears it."""

    text: str
    passage: Passage
    code: str | None
    attached: bool = False
    sure: float = 0.93


class TitleLines:
    """Finds titles below the lines that name a kind of document."""

    def __init__(self, domain: Domain, units: UnitReader, shorts: Iterable[str] = ()) -> None:
        self.domain, self.units = domain, units
        citing = domain.phrases.citing
        self.about = re.compile(rf"^\W*(?:(?:{any_of(map(fold, citing.get('about', ())))})(?!\w)[\s:“\"]*)+")
        bodies = [name for code in ("UBND", "HĐND", "TTg") for name in domain.phrases.issuers.get(code, ())]
        self.body_line = re.compile(
            rf"^\W*(?:chu tich\s+)?(?:{any_of(map(fold, bodies))}|chinh phu|bo truong|kinh gui)(?!\w)"
        )
        appendix = domain.phrases.sections.get("appendix", ())
        self.appendix = re.compile(rf"^\W*(?:{any_of(map(fold, appendix))})(?:\s+\S{{1,4}})?\W*$")
        known = [*domain.language.abbreviations, *shorts]
        self.shorts = {word.upper(): word for short in known for word in short.split()}
        self.bodies = {name.lower(): name for name in bodies if " " in name}
        self.names_body = re.compile(rf"(?<!\w)(?:{any_of(self.bodies)})(?!\w)")
        joining = set(domain.phrases.dangling) - set(units.levels)
        self.open_end = re.compile(rf"(?<!\w)(?:{any_of(joining)})$")

    def titles(self, opening: Opening) -> Iterator[Title]:
        """The titles of the document and of what is attached to it, in order."""
        for kind in opening.kinds:
            lines = list(self._below(opening, kind.row, bool(kind.rest)))
            title = self._joined(kind.rest, lines, opening.rows[kind.row])
            if title is not None:
                attached = kind.row >= opening.end
                yield Title(title[0], title[1], kind.code, attached, 0.88 if kind.rest else 0.93)

    def of_appendix(self, opening: Opening) -> Title | None:
        """The title of an appendix that stands alone."""
        for at, row in enumerate(opening.rows[:20]):
            if self.appendix.match(row.folded):
                title = self._joined("", list(self._below(opening, at, started=False)), row)
                if title is not None:
                    return Title(title[0], title[1], None, sure=0.7)
        return None

    def _below(self, opening: Opening, at: int, started: bool) -> Iterator[Row]:
        """The lines of a title below line `at`."""
        kinds = {kind.row for kind in opening.kinds}
        first: Row | None = None
        before = ""
        length = 0
        for index, row in enumerate(opening.rows[at + 1 : at + 1 + _MOST_LINES], start=at + 1):
            if (
                index in kinds
                or row.marked
                or (row.paragraph in opening.basis and not self._cites(row, opening, first))
            ):
                return
            if not self.open_end.search(before) and self._breaks(row, opening, first):
                return
            if not any(map(str.isalpha, row.text)):
                continue
            before = row.text.lower().rstrip()
            if (first is not None or started) and not self._goes_on(row, first, length):
                return
            first = first or row
            length += len(row.text)
            yield row
            if "(" in row.text and ")" not in row.text[row.text.index("(") :]:
                return

    def _breaks(self, row: Row, opening: Opening, first: Row | None) -> bool:
        """Whether a line is of what follows a title, of which `first` is the first line."""
        paragraph = self._own_part(row, opening)
        runs_on = len(paragraph) > 120 and bool(_ENDS.search(paragraph))
        signed = row.folded.lstrip().startswith("(") or bool(_NO_TITLE.search(row.folded))
        return signed or runs_on or ((row.capital or first is not None) and self._speaks(row))

    def _cites(self, row: Row, opening: Opening, first: Row | None) -> bool:
        """Whether a line that reads like the basis is of a title that cites: "Thực hiện Nghị quyết số …" and no sign
        at its end."""
        if first is not None and first.paragraph != row.paragraph:
            return False
        text = self._own_part(row, opening)
        return len(text) <= _LONGEST and not _STOPS.search(text) and not _ASKS.match(fold(text))

    def _own_part(self, row: Row, opening: Opening) -> str:
        """The paragraph of a line up to where a body begins to speak: a title that reaches the margin runs into it."""
        lines: list[str] = []
        for other in (one for one in opening.rows if one.paragraph == row.paragraph):
            if other.line > row.line and not self.open_end.search(lines[-1].lower()) and self._speaks(other):
                break
            lines.append(other.text.rstrip())
        return " ".join(lines)

    def _speaks(self, row: Row) -> bool:
        """Whether a line begins with the name of a body: "Ủy ban nhân dân xã ban hành …"."""
        return row.text[:1].isupper() and bool(self.body_line.match(row.folded))

    def _goes_on(self, row: Row, first: Row | None, length: int) -> bool:
        """Whether a line goes on with a title, and is not the first of the text."""
        if length > _LONGEST or _ENDS.search(row.text):
            return False
        start = row.text.lstrip("“\"'*")[:1]
        if start.islower() or start.isdigit() or (first is not None and row.capital == first.capital and row.capital):
            return True
        return (first is not None and row.paragraph == first.paragraph) or length < 60

    def _joined(self, rest: str, lines: Sequence[Row], at: Row) -> tuple[str, Passage] | None:
        text = " ".join([rest, *(row.text for row in lines)])
        unclosed = "(" in text and ")" not in text
        text = trimmed(_BRACKET.sub("", text) if unclosed or "kem theo" in fold(text) else text)
        opener = self.about.match(folded_same_length(text))
        text = text[opener.end() :] if opener else text
        if len(text.split()) < 2:
            return None
        words = [word for row in lines for word in row.passage.words] or list(at.passage.words)
        return self.sentence_case(shown_title(text)), Passage(tuple(words))

    # --- sentence case -------------------------------------------------------------------------------

    def sentence_case(self, title: str) -> str:
        """A title in capitals as a sentence: names of units, Roman numbers and abbreviations keep theirs."""
        letters = [char for char in title if char.isalpha()]
        if not letters or sum(map(str.isupper, letters)) < 0.8 * len(letters):
            return title[:1].upper() + title[1:]
        named = {at: unit for unit in self.units.in_capitals(title) for at in range(unit.start, unit.end)}
        words = [
            self._word(found, named.get(found.start()) is not None and self._in_name(found, named))
            for found in re.finditer(r"\S+", title)
        ]
        text = self.names_body.sub(lambda found: self.bodies[found[0]], " ".join(words))
        return text[:1].upper() + text[1:]

    def _in_name(self, found: re.Match[str], named: dict[int, Unit]) -> bool:
        unit = named[found.start()]
        return found.start() >= unit.end - len(unit.name)

    def _word(self, found: re.Match[str], in_name: bool) -> str:
        word = found[0]
        bare = word.strip(',.;:()“”"')
        if bare in self.shorts:
            return word.replace(bare, self.shorts[bare])
        if in_name:
            return word[:1] + word[1:].lower()
        if _ROMAN.match(bare.lower()) and bare.isupper():
            return word
        return word.lower()


class Years(msgspec.Struct, frozen=True):
    """The period and the year that a text names."""

    period: Window | None = None
    year: int | None = None
    until: int | None = None


def years_in(text: str, outlook: Iterable[str] = ()) -> Years:
    """The years of a title or of the sentence that announces a plan. `outlook`: words before years that only lie
    ahead ("định hướng", "tầm nhìn")."""
    folded = folded_same_length(text)
    ahead = re.compile(rf"(?:{any_of(map(fold, outlook))})\s+(?:(?:den|giai doan|nam|cac)\s+)*$")

    def follows(pattern: re.Pattern[str], at: int) -> bool:
        return bool(pattern.search(folded[max(0, at - _BEFORE) : at]))

    period = next((window for window, at in periods_in(folded) if not follows(ahead, at)), None)
    single = [
        int(one["year"])
        for one in _YEAR.finditer(folded)
        if not (follows(_NOT_YEAR, one.start()) or follows(ahead, one.start()))
    ]
    year = next((one for one in single if period is None or one in period.years()), None)
    until = next((one for one in _UNTIL.finditer(folded) if not follows(ahead, one.start())), None)
    if period is not None:
        return Years(period, year)
    until = next(
        (
            one
            for one in _UNTIL.finditer(folded)
            if not ahead.search(folded[max(0, one.start() - _BEFORE) : one.start()])
        ),
        None,
    )
    if year is not None and (until is None or int(until["last"]) <= year):
        return Years(Window(year, year), year)
    return Years(None, None, int(until["last"]) if until else None)


def periods_in(folded: str) -> Iterator[tuple[Window, int]]:
    """The periods that a text without accents names, each with its offset, those that are called so first."""
    for pattern in (_PERIOD, _FROM_TO, _YEARS):
        for found in pattern.finditer(folded):
            groups = found.groupdict()
            first, last = (int(groups.get(a) or groups.get(b) or 0) for a, b in (("first", "from"), ("last", "to")))
            if first < last <= first + 30:
                yield Window(first, last), found.start()


def stages_in(lines: Iterable[str]) -> Iterator[Window]:
    """The periods that lines without accents call so."""
    for line in lines:
        for found in _PERIOD.finditer(line):
            if int(found["first"]) < int(found["last"]):
                yield Window(int(found["first"]), int(found["last"]))
