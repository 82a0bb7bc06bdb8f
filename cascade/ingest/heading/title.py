"""The title of a plan: the lines below its kind, or what stands for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from cascade.ingest.heading.casing import Casing
from cascade.ingest.heading.rows import Opening, Row, trimmed
from cascade.lexicon.dates import DAY_WORD, MONTH_WORD
from cascade.lexicon.passage import Passage
from cascade.lexicon.titles import shown_title
from cascade.model.domain import Domain
from cascade.model.text import any_of, fold, folded_same_length

_ENDS = re.compile(r"[.;:]\W*$")
_STOPS = re.compile(r"[.;:,]\W*$")
_ASKS = re.compile(r"^\W*(?:can cu|xet|theo)(?!\w)")
_NO_TITLE = re.compile(
    rf"^\W*so\s*[:.]?\s*[\d.…]*\s*/|(?:^|[^-/\w])[^\W\d]+\s*,\s*{DAY_WORD}\s*[\d.…]+\s*(?:/|{MONTH_WORD})"
    r"|^\W*kinh gui"
)
_IN_BRACKETS = re.compile(r"^\W*\(\s*(?:v/v|ve)(?!\w)")
_RULE = re.compile(r"\s*[-_–—*=]{3,}\s*")
_BRACKET = re.compile(r"\s*[(\[].*$")
_LONGEST = 400
_MOST_LINES = 10
_FEWEST = 4
"""Words of a title that stands below no kind of document."""


class Title(msgspec.Struct, frozen=True):
    """A title as read, the words that it was read from, and the type of the document that bears it."""

    text: str
    passage: Passage
    code: str | None
    attached: bool = False
    sure: float = 0.93


class TitleLines:
    """Finds titles below the lines that name a kind of document."""

    def __init__(self, domain: Domain, casing: Casing) -> None:
        self.casing = casing
        phrases = domain.phrases
        about = any_of(map(fold, phrases.citing.get("about", ())))
        self.about = re.compile(rf"^\W*(?:(?:{about})(?!\w)[\s:“\"]*)+")
        bodies = [name for code in ("UBND", "HĐND", "TTg") for name in phrases.issuers.get(code, ())]
        self.body_line = re.compile(
            rf"^\W*(?:chu tich\s+)?(?:{any_of(map(fold, bodies))}|chinh phu|bo truong|kinh gui)(?!\w)"
        )
        appendix = phrases.sections.get("appendix", ())
        self.appendix = re.compile(rf"^\W*(?:{any_of(map(fold, appendix))})(?:\s+\S{{1,4}})?\W*$")
        units = {unit.word for unit in domain.language.units}
        self.open_end = re.compile(rf"(?<!\w)(?<!tiếp )(?:{any_of(set(phrases.dangling) - units)})$")
        leads = any_of(map(fold, (*phrases.basis, *phrases.heading.get("announces", ()), *phrases.dangling)))
        self.leads_on = re.compile(rf"(?<!\w)(?<!tiep )(?:{leads})$")

    def titles(self, opening: Opening) -> Iterator[Title]:
        """The titles of the document and of what is attached to it, in order."""
        inside = -1
        for kind in opening.kinds:
            if kind.row <= inside:
                continue
            rows = list(self._below(opening, kind.row, bool(kind.rest)))
            title = self._joined(kind.rest, [row for _, row in rows], opening.rows[kind.row])
            if title is not None:
                inside = max((at for at, _ in rows), default=kind.row)
                attached = kind.row >= opening.end
                yield Title(title[0], title[1], kind.code, attached, 0.88 if kind.rest else 0.93)

    def of_appendix(self, opening: Opening) -> Title | None:
        """The title of an appendix that stands alone."""
        for at, row in enumerate(opening.rows[:20]):
            if self.appendix.match(row.folded):
                title = self._joined("", [row for _, row in self._below(opening, at, started=False)], row)
                if title is not None:
                    return Title(title[0], title[1], None, sure=0.7)
        return None

    def of_capitals(self, opening: Opening) -> Title | None:
        """The run of capitals at the end of a letterhead that names no kind of document, below number and date."""
        rows = opening.letterhead
        dated = [at for at, row in enumerate(rows) if _NO_TITLE.search(row.folded)]
        found: list[Row] = []
        for row in rows[dated[-1] + 1 :] if dated else ():
            if row.capital and not self._speaks(row):
                found.append(row)
            elif found:
                break
        title = self._joined("", found, found[0]) if found else None
        return Title(title[0], title[1], None, sure=0.7) if title and len(title[0].split()) >= _FEWEST else None

    def _below(self, opening: Opening, at: int, started: bool) -> Iterator[tuple[int, Row]]:
        """The lines of a title below line `at`, with their indexes."""
        kinds = {kind.row for kind in opening.kinds}
        last: Row | None = opening.rows[at] if started else None
        first: Row | None = None
        length = 0
        for index, row in enumerate(opening.rows[at + 1 : at + 1 + _MOST_LINES], start=at + 1):
            if first and last and (_runs_into(last, row) or _RULE.fullmatch(row.text)):
                return
            before = last.text.lower().rstrip() if last is not None else ""
            open_ended = bool(first and self.leads_on.search(fold(before))) and not _ASKS.match(row.folded)
            if row.marked or (index in kinds and not open_ended):
                return
            basis = row.paragraph in opening.basis and not (first and last and last.paragraph == row.paragraph)
            if basis and not open_ended and not self._cites(row, opening, first):
                return
            if not self.open_end.search(before) and not open_ended and self._breaks(row, opening, first):
                return
            if not any(map(str.isalpha, row.text)):
                continue
            if last is not None and not open_ended and not self._goes_on(row, first, last, length):
                return
            first, last = first or row, row
            length += len(row.text)
            yield index, row
            opens = "(" in row.text and not _IN_BRACKETS.match(row.folded)
            if opens and ")" not in row.text[row.text.index("(") :]:
                return

    def _breaks(self, row: Row, opening: Opening, first: Row | None) -> bool:
        """Whether a line is of what follows a title, of which `first` is the first line."""
        paragraph = self._own_part(row, opening)
        runs_on = len(paragraph) > 120 and bool(_ENDS.search(paragraph))
        titled = first is None and bool(_IN_BRACKETS.match(row.folded))
        signed = (row.folded.lstrip().startswith("(") and not titled) or bool(_NO_TITLE.search(row.folded))
        return signed or runs_on or ((row.capital or first is not None) and self._speaks(row))

    def _cites(self, row: Row, opening: Opening, first: Row | None) -> bool:
        """Whether a line that reads like the basis is of a title that cites: "Thực hiện Nghị quyết số …" and no sign
        at its end."""
        if first is not None and first.paragraph != row.paragraph:
            return False
        text = self._own_part(row, opening)
        return len(text) <= _LONGEST and not _STOPS.search(text) and not _ASKS.match(fold(text))

    def _own_part(self, row: Row, opening: Opening) -> str:
        """The paragraph of a line up to where the text begins, into which a title runs that reaches the margin: where a
        body begins to speak, or behind a line in capitals the first one that is not."""
        lines: list[str] = []
        for other in (one for one in opening.rows if one.paragraph == row.paragraph):
            below = bool(lines) and other.line > row.line
            if below and _runs_into(row, other):
                break
            if below and not self.open_end.search(lines[-1].lower()) and self._speaks(other):
                break
            lines.append(other.text.rstrip())
        return " ".join(lines)

    def _speaks(self, row: Row) -> bool:
        """Whether a line begins with the name of a body: "Ủy ban nhân dân xã ban hành …"."""
        return row.text[:1].isupper() and bool(self.body_line.match(row.folded))

    def _goes_on(self, row: Row, first: Row | None, last: Row, length: int) -> bool:
        """Whether a line goes on with a title, and is not the first of the text."""
        if length > _LONGEST or _ENDS.search(row.text):
            return False
        start = row.text.lstrip("“\"'*")[:1]
        if start.islower() or start.isdigit() or (last.capital and row.capital):
            return True
        return row.paragraph == last.paragraph or (first is not None and length < 60)

    def _joined(self, rest: str, lines: Sequence[Row], at: Row) -> tuple[str, Passage] | None:
        text = " ".join([rest, *(row.text for row in lines)])
        words = [word for row in lines for word in row.passage.words] or list(at.passage.words)
        shown = self.shown(text)
        return (shown, Passage(tuple(words))) if len(shown.split()) > 1 else None

    def shown(self, text: str) -> str:
        """A title as recorded: without what is no part of it, as a sentence."""
        text = text.strip()
        text = text[1:].removesuffix(")") if _IN_BRACKETS.match(fold(text)) else text
        unclosed = "(" in text and ")" not in text
        text = trimmed(_BRACKET.sub("", text) if unclosed or "kem theo" in fold(text) else text)
        opener = self.about.match(folded_same_length(text))
        text = text[opener.end() :] if opener else text
        return self.casing.sentence(shown_title(text)) if text else ""


def _runs_into(title: Row, text: Row) -> bool:
    """Whether a title in capitals reaches the margin and runs into the text below it, which begins with a line that
    is not in capitals."""
    return title.paragraph == text.paragraph and title.capital and not text.capital and text.text[:1].isupper()
