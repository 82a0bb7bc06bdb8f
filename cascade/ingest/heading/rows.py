"""The lines of a document's beginning, as read: which of them are letterhead, kind and title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import groupby

import msgspec
from rapidfuzz import fuzz

from cascade.ingest.citations.basis import Roles, cites
from cascade.ingest.heading.properties import Properties, properties_of
from cascade.ingest.outline.paragraphs import Paragraph, Style
from cascade.lexicon.passage import Passage
from cascade.lexicon.tagged import Lexicon
from cascade.model.domain import Domain
from cascade.model.text import any_of, fold, folded_same_length

_TRIM = " \t.:*-–—_“”\"'’‘|"
_MARKS = re.compile(r"\W+")
_ALIKE = 85
_LONGEST_KIND = 30
_SIDE_BY_SIDE = 70
_LONGEST_ROW = 400
"""A longer line is none of a head."""
_PART_OF_IT = 85
_FIRST = 8
"""On so many lines a title may begin with the kind of document in small letters."""


class Row(msgspec.Struct, frozen=True, dict=True):
    """One line, the paragraph that it belongs to (by its index), and whether it begins one that bears a marker."""

    passage: Passage
    paragraph: int
    marked: bool = False

    @cached_property
    def text(self) -> str:
        """The words as read."""
        return self.passage.text

    @cached_property
    def folded(self) -> str:
        """The words without accents or case, letter for letter."""
        return folded_same_length(self.text)

    @property
    def line(self) -> int:
        """The line's number."""
        return self.passage.words[0].line

    @cached_property
    def capital(self) -> bool:
        """Whether the line is in capitals."""
        letters = [char for char in self.text if char.isalpha()]
        return bool(letters) and sum(map(str.isupper, letters)) >= 0.8 * len(letters)


def _rows_of(paragraphs: Iterable[Paragraph]) -> Iterator[Row]:
    """The lines of the paragraphs."""
    for index, paragraph in enumerate(paragraphs):
        first = True
        for _, words in groupby(paragraph.passage.words, key=lambda word: word.line):
            marker = paragraph.marker if first else None
            yield Row(Passage(tuple(words)), index, marker is not None and marker.style is not Style.STAR)
            first = False


class Kind(msgspec.Struct, frozen=True):
    """A line that names the kind of document (KẾ HOẠCH): its row, the type code, what of the title is beside it."""

    row: int
    code: str | None
    rest: str = ""


class Opening(msgspec.Struct, frozen=True, dict=True):
    """The beginning of a document: its lines up to the first heading, the lines that name a kind of document, and the
    properties that a page prints above."""

    paragraphs: Sequence[Paragraph]
    rows: tuple[Row, ...]
    kinds: tuple[Kind, ...]
    basis: frozenset[int]
    end: int
    properties: Properties

    @property
    def letterhead(self) -> tuple[Row, ...]:
        """The lines above the first that names a kind of document or is of the basis."""
        if self.kinds and self.kinds[0].row < self.end:
            rows = self.rows[: self.kinds[0].row]
        else:
            until = (at for at, row in enumerate(self.rows) if row.paragraph in self.basis or row.marked)
            rows = self.rows[: min(next(until, self.end), self.end)]
        return tuple(row for row in rows if len(row.text) <= _LONGEST_ROW and row.paragraph not in self.basis)

    @property
    def below(self) -> tuple[Row, ...]:
        """The lines of the opening below the letterhead."""
        last = self.letterhead[-1].line if self.letterhead else 0
        return tuple(row for row in self.rows[: self.end] if row.line > last)

    @property
    def unsettled(self) -> tuple[Row, ...]:
        """Where parts of a letterhead may stand that were flattened to below the title."""
        rows = self.rows[: min(self.end, 15)]
        return tuple(row for row in rows if row.paragraph not in self.basis and len(row.text) <= _LONGEST_ROW)


def opening_of(paragraphs: Sequence[Paragraph], lexicon: Lexicon, longest: int = 160) -> Opening:
    """The opening of a document, and of what is attached to it further on."""
    domain, teller = lexicon.domain, Roles(lexicon)
    paragraphs = tuple(teller.parted(paragraphs))
    every = tuple(row for row, _ in zip(_rows_of(paragraphs), range(longest), strict=False))
    properties = properties_of([row.passage for row in every], domain)
    rows = tuple(row for at, row in enumerate(every) if at not in properties.rows)
    known = _kinds_known(domain)
    drafts = re.compile(rf"^(?:{any_of(map(fold, domain.phrases.heading.get('drafts', ())))})\s+(?=\w)")
    kinds = tuple(kind for at, row in enumerate(rows) if (kind := _kind_of(at, row, known, drafts)) is not None)
    roles = list(teller.of(paragraphs[: rows[-1].paragraph + 1])) if rows else []
    basis = frozenset(
        index
        for index, (one, role, _) in enumerate(roles)
        if role == "basis" and (one.marker is not None or cites(one.text))
    )
    closed = next(
        (index for index, (_, role, opening) in enumerate(roles) if not opening and role == "body"), len(roles)
    )
    end = next((at for at, row in enumerate(rows) if row.paragraph >= closed), len(rows))
    return Opening(paragraphs, rows, kinds, basis, min(end, 60), properties)


def _kinds_known(domain: Domain) -> dict[str, str | None]:
    """The names of kinds of documents, folded, with their type codes: `chuong trinh hanh dong` is of type CTr."""
    types = {fold(kind.name.vi): code for code, kind in domain.document_types.items()}
    others = map(fold, (*domain.phrases.kinds, *domain.phrases.heading.get("no_plans", ())))
    return types | {
        name: next((code for kind, code in types.items() if name.startswith(f"{kind} ")), None)
        for name in others
        if name not in types
    }


def _kind_of(at: int, row: Row, known: dict[str, str | None], drafts: re.Pattern[str]) -> Kind | None:
    if len(row.text) > _LONGEST_ROW:
        return None
    bare = drafts.sub("", " ".join(_MARKS.sub(" ", row.folded).split()))
    return _kind_alone(at, row, bare, known) or _kind_with_title(at, row, bare, known)


def _kind_alone(at: int, row: Row, bare: str, known: dict[str, str | None]) -> Kind | None:
    """A kind on a line of its own, its letters spaced or damaged or not."""
    if len(bare) > _LONGEST_KIND:
        return None
    if bare in known:
        return Kind(at, known[bare])
    if not row.capital:
        return None
    joined = bare.replace(" ", "")
    spaced = next((name for name in known if name.replace(" ", "") == joined), None)
    alike = spaced or max(known, key=lambda name: fuzz.ratio(bare, name))
    return Kind(at, known[alike]) if spaced or fuzz.ratio(bare, alike) >= _ALIKE else None


def _kind_with_title(at: int, row: Row, bare: str, known: dict[str, str | None]) -> Kind | None:
    words = bare.split()
    shown = row.text.split()
    shown = shown[max(0, len(shown) - len(words)) :]
    for count in (4, 3, 2):  # kind and title on one line: the kind alone in capitals, or all of it
        name = " ".join(words[:count])
        if known.get(name) and len(words) > count and not row.marked:
            capital = " ".join(shown[:count]).isupper()
            if capital or (
                at < _FIRST and shown[0][:1].isupper() and not cites(row.text) and row.text[-1:] not in ";.:"
            ):
                return Kind(at, known[name], " ".join(shown[count:]))
    return None


def without(text: str, folded: str, phrases: Iterable[str]) -> str:
    """A line with phrases that print beside others (the state's name and motto) blanked out."""
    for phrase in phrases:
        found = fuzz.partial_ratio_alignment(fold(phrase), folded) if len(folded) >= 0.6 * len(phrase) else None
        least = _SIDE_BY_SIDE if len(folded) >= 0.85 * len(phrase) else _PART_OF_IT
        if found is not None and found.score >= least and found.dest_end > found.dest_start:
            start, end = _whole_words(folded, found.dest_start, found.dest_end)
            blank = " " * (end - start)
            text, folded = text[:start] + blank + text[end:], folded[:start] + blank + folded[end:]
    return text


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def trimmed(text: str) -> str:
    """Words on one line without signs around them."""
    return " ".join(text.split()).strip(_TRIM)
