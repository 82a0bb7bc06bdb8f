"""Rows of an appendix table in one shape, whatever the document they come from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice, pairwise

import msgspec

from cascade.documents.document import Cell, Table
from cascade.ingest.tables.columns import TEXTS, VALUED, Header, field_of, header_of
from cascade.ingest.tables.values import is_quantity
from cascade.lexicon.horizon import Horizon, horizons
from cascade.lexicon.passage import Passage, Word, plain_words
from cascade.lexicon.tagged import Lexicon

EMPTY = Passage(())

_LABEL = re.compile(
    r"^(?P<label>\d{1,2}(?:\.\d{1,2}){1,2})(?![\d%]|[.,]\d)[.:)]*\s*(?:(?:[^\W\d_]+\s+){1,3}\d{1,2}\s*[.:)]+\s*)?"
)
_ROMAN = re.compile(r"^(?P<label>(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3})|[A-H])\s*[.):/-]*$")
_TITLED = re.compile(r"^(?P<label>(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3})|[A-H]|\d{1,2})\s*[.):/-]*\s+(?=[^\W\d_])")
_INDICATORS = ("target", "objective", "task")
_MAYBE_VALUES = (*_INDICATORS, "unit")
_NEARLY_ALL = 0.8  # the share of a column's cells that are quantities where it holds values
_FEWEST = 2  # cells that show what a column holds
_ABOVE = 2  # lines above a table that may say when its values apply
_SHORT = 16  # words; a longer text is a task even where no other cell of its row is filled


class Row(msgspec.Struct, frozen=True):
    """One row. `cells`: the filled cells by column field (`columns` in rules/reading.yaml), a year for a
    column of that year, the header's own words for a column of no known kind.

    A cell that is merged over several rows is the same passage in each of them. `area` and
    `section`: of the heading row above ("II Cải cách thủ tục hành chính"). `valued`: whether the table has
    columns of values; `horizon`: what the words above the table say of when they apply.
    """

    cells: dict[str, Passage]
    area: int | None = None
    section: str = ""
    valued: bool = False
    horizon: Horizon | None = None

    def text(self, field: str) -> str:
        """The words of a cell as read; empty where there is none."""
        return self.cells.get(field, EMPTY).text

    def label(self, field: str) -> str:
        """What numbers a cell: `3.7` of "3.7: Hoạt động 7: …"; empty where nothing does."""
        found = _LABEL.match(self.text(field))
        return found["label"] if found else ""

    def body(self, field: str) -> Passage:
        """A cell without its label."""
        cell = self.cells.get(field, EMPTY)
        found = _LABEL.match(cell.text)
        return without(cell, found.end()) if found else cell


def without(passage: Passage, count: int) -> Passage:
    """A passage without the first `count` characters of its text, in the middle of a word if need be."""
    if count <= 0 or not passage.words:
        return passage
    if count >= len(passage.text):
        return EMPTY
    rest = passage.part(count)
    kept = passage.text[count:].lstrip()
    first = rest.words[0]
    cut = len(rest.text) - len(kept)
    if cut <= 0:
        return rest
    read = first.read[cut:]
    printed = first.printed[-len(read) :] if first.printed.endswith(read) else first.printed
    return Passage((Word(printed, read, first.line), *rest.words[1:]))


def table_rows(table: Table, words_of_line: Callable[[int], Sequence[Word]], lexicon: Lexicon) -> tuple[Row, ...]:
    """The rows of a ruled table under its header; none where no row is recognised as a header.

    Heading rows (one cell across, or a number and a title alone) give `area` and `section` to those below.
    """
    header = header_of([[cell.text for cell in row] for row in table.rows], lexicon.domain.phrases.columns)
    if header is None:
        return ()
    return tuple(_TableReader(table, header, words_of_line, lexicon).rows())


def _horizon_above(table: Table, words_of_line: Callable[[int], Sequence[Word]]) -> Horizon | None:
    """When values apply, as the nearest lines above their table say."""
    lines = (words_of_line(number) for number in range(table.lines.first - 1, 0, -1))
    for words in islice((words for words in lines if words), _ABOVE):
        found = [one.horizon for one in horizons(" ".join(word.read for word in words)) if not one.loose]
        if found:
            return found[-1]
    return None


class _TableReader:
    """The rows below a header, read in order."""

    def __init__(
        self, table: Table, header: Header, words_of_line: Callable[[int], Sequence[Word]], lexicon: Lexicon
    ) -> None:
        self.body = table.rows[header.end :]
        self.domain = lexicon.domain
        self.fields = self._by_content(header.fields)
        self.valued = any(VALUED.match(field) for field in self.fields)
        self.horizon = _horizon_above(table, words_of_line) if self.valued else None
        self.vocabulary = lexicon.vocabulary
        self.words_of_line = words_of_line
        self.passages: dict[int, Passage] = {}
        self.ends: dict[tuple[int, int], int] = {}
        self.sections: list[str] = []
        self.area: int | None = None

    def rows(self) -> Iterable[Row]:
        """The rows in order."""
        for place, row in enumerate(self.body):
            following = self.body[place + 1] if place + 1 < len(self.body) else ()
            if self._is_header(row) or self._is_ordinals(row):
                continue
            cells = self._cells(row)
            if cells and not self._opens_section(row, cells, following):
                yield Row(cells, self.area, ".".join(self.sections), self.valued, self.horizon)

    def _by_content(self, fields: tuple[str, ...]) -> tuple[str, ...]:
        """The fields, where the cells say which column of two holds the values and which what they are of."""
        known = list(fields)
        for place, field in enumerate(fields):
            if (field in _MAYBE_VALUES or field not in self.domain.phrases.columns) and not VALUED.match(field):
                others = any(one in _INDICATORS for at, one in enumerate(known) if at != place)
                if others and self._share_of_quantities(place) >= _NEARLY_ALL:
                    known[place] = "value"
        valued = any(VALUED.match(field) for field in known)
        if valued and not any(field in TEXTS for field in known):
            named = [at for at, field in enumerate(known) if field == "value" and not self._share_of_quantities(at)]
            known = ["target" if at in named[:1] else field for at, field in enumerate(known)]
        elif valued and not {"target", "objective", "activity", "product", "due"}.intersection(known):
            known = ["target" if field == "task" else field for field in known]
        return tuple(known)

    def _share_of_quantities(self, place: int) -> float:
        """The share of a column's filled cells that are quantities; none of a single cell."""
        texts = [row[place].text for row in self.body if place < len(row) and row[place].text.strip()]
        if len(texts) < _FEWEST:
            return 0.0
        return sum(is_quantity(text, self.domain.phrases) for text in texts) / len(texts)

    def _cells(self, row: Sequence[Cell]) -> dict[str, Passage]:
        cells: dict[str, Passage] = {}
        seen: set[int] = set()
        for field, cell in zip(self.fields, row, strict=False):
            if not cell.text.strip() or id(cell) in seen:
                continue
            seen.add(id(cell))
            passage = self._passage(cell)
            if field in cells:
                passage = Passage((*cells[field].words, *passage.words))
            cells[field] = passage
        return cells

    def _passage(self, cell: Cell) -> Passage:
        if id(cell) not in self.passages:
            self.passages[id(cell)] = Passage(self._words(cell))
        return self.passages[id(cell)]

    def _words(self, cell: Cell) -> tuple[Word, ...]:
        """The words of the cell's lines; where a line holds several cells, those that are its own."""
        if cell.lines is None:
            return ()
        span = (cell.lines.first, cell.lines.last)
        words = [word for number in range(span[0], span[1] + 1) for word in self.words_of_line(number)]
        wanted = "".join(cell.text.split())
        printed = ["".join(word.printed.split()) for word in words]
        starts = [0]
        for text in printed:
            starts.append(starts[-1] + len(text))
        at = "".join(printed).find(wanted, self.ends.get(span, 0))
        if at < 0:
            return tuple(
                word
                for number, part in enumerate(cell.text.split("\n"), start=span[0])
                for word in plain_words(part, min(number, span[1]))
            )
        self.ends[span] = at + len(wanted)
        return tuple(
            word
            for word, (start, end) in zip(words, pairwise(starts), strict=True)
            if start < at + len(wanted) and end > at
        )

    def _is_header(self, row: Sequence[Cell]) -> bool:
        """Whether the header stands here again, as after a page break."""
        filled = [(field, cell.text) for field, cell in zip(self.fields, row, strict=False) if cell.text.strip()]
        columns = self.domain.phrases.columns
        return len(filled) >= 2 and all((field_of(text, columns) or ("", 0.0))[0] == field for field, text in filled)

    def _is_ordinals(self, row: Sequence[Cell]) -> bool:
        """Whether the row numbers the columns: (1), (2), (3)."""
        texts = [cell.text.strip(" ()[].") for cell in row]
        numbers = [int(text) for text in texts if text.isdecimal() and len(text) < 3]
        return len(numbers) >= 3 and len(numbers) >= len(texts) - 1 and all(b == a + 1 for a, b in pairwise(numbers))

    def _opens_section(self, row: Sequence[Cell], cells: Mapping[str, Passage], following: Sequence[Cell]) -> bool:
        """Take a heading row for what it is; False for any other row."""
        filled = list({id(cell): cell for cell in row if cell.text.strip()}.values())
        if (
            len(filled) == 1
            and len(row) > 2
            and (sum(cell is filled[0] for cell in row) > 1 or self._is_title(filled[0].text))
        ):
            found = _TITLED.match(" ".join(filled[0].text.split()))
            self._open(found["label"] if found else "", filled[0].text)
            return True
        texts = [field for field in cells if field in TEXTS]
        if len(filled) != 2 or set(cells) != {"number", *texts} or len(texts) != 1:
            return False
        label, title = cells["number"].text.strip(" .)"), cells[texts[0]].text
        goes_on = self._number(following).startswith(f"{label}.")
        if self.valued and goes_on and not _ROMAN.match(label) and not title.isupper():
            return False  # an indicator whose values the rows below give
        if len(title.split()) > _SHORT or not (_ROMAN.match(label) or goes_on or self._is_title(title)):
            return False
        self._open(label, title)
        return True

    def _is_title(self, text: str) -> bool:
        """Whether words are the name of an area and hardly more."""
        bare = _TITLED.sub("", " ".join(text.split()))
        return len(bare.split()) <= _SHORT and (bare.isupper() or self._names_area(bare))

    def _names_area(self, text: str) -> bool:
        return (
            len(text.split()) <= 10
            and not text.rstrip().endswith((".", ";"))
            and self.vocabulary.area_of(text) is not None
        )

    def _number(self, row: Sequence[Cell]) -> str:
        return next((cell.text.strip() for field, cell in zip(self.fields, row, strict=False) if field == "number"), "")

    def _open(self, label: str, title: str) -> None:
        outer = bool(_ROMAN.match(label)) or not label
        if outer:
            self.sections = [label] if label else self.sections
            self.area = self.vocabulary.area_of(title)
        else:
            self.sections = [*[one for one in self.sections if _ROMAN.match(one)][:1], label]
            self.area = self.vocabulary.area_of(title) or (self.area if len(self.sections) > 1 else None)
