"""Where the readers of all formats write what they read: lines as they come, and tables as rows of cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from cascade.documents.clean import clean, squeezed
from cascade.documents.document import Cell, Line, Table
from cascade.documents.fault import DocumentError
from cascade.model.plan import Lines

WIDEST = 200
"""No table of a plan has more columns; a span beyond them is cut."""
MOST_PLACES = 1_000_000
"""The most places of a table; more is an attack, not a plan."""
_FEWEST_COLUMNS = 3  # of a table that may go on in the next one
_ITEM = re.compile(r"(?:\d{1,3}|[IVXLC]{1,6}|[A-Za-zđĐ])(?:\.\d{1,2})*[.)]?")
_ENDED = re.compile(r"[.;:!?…][\"”’)]*$")


class Slot:
    """One cell before it is written: its lines, each with its page. A merged cell is one slot in all its places."""

    __slots__ = ("lines",)

    def __init__(self, lines: Iterable[tuple[str, int | None]] = ()) -> None:
        self.lines = list(lines)

    @property
    def text(self) -> str:
        """The cell's words on one line."""
        return " ".join(text for text, _ in self.lines)


Row = Sequence[Slot]


class MarkedTable:
    """A table as a marked-up format gives it: rows filled from the left, around cells that reach down from above."""

    def __init__(self) -> None:
        self.rows: list[list[Slot]] = []
        self.places = 0

    def row(self) -> int:
        """Begin a row below; its number from 0."""
        self.rows.append([])
        return len(self.rows) - 1

    def free(self, row: int, column: int) -> int:
        """The first free column of a row, from `column` on."""
        line = self.rows[row]
        return next((place for place in range(column, len(line)) if line[place] is EMPTY), max(column, len(line)))

    def put(self, row: int, column: int, width: int, slot: Slot) -> int:
        """Put a slot in `width` places of a row, at most up to the widest table; the column after it."""
        end = min(column + max(width, 1), WIDEST)
        line = self.rows[row]
        line.extend([EMPTY] * (end - len(line)))
        line[column:end] = [slot] * (end - column)
        self.places += end - column
        if self.places > MOST_PLACES:
            raise DocumentError("bomb", part="table")
        return end

    def at(self, row: int, column: int) -> Slot | None:
        """The slot in one place."""
        inside = 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row])
        return self.rows[row][column] if inside else None

    def settled(self) -> list[list[Slot]]:
        """The rows, all as wide, without those that repeat the first and with those joined that a line end cuts."""
        width = max(map(len, self.rows), default=0)
        found: list[list[Slot]] = []
        heading = _texts(self.rows[0]) if self.rows else ()
        for place, row in enumerate(self.rows):
            if place and _texts(row) == heading and sum(map(bool, heading)) >= 2:
                continue
            line = [*row, *(Slot() for _ in range(width - len(row)))]
            if found and width >= _FEWEST_COLUMNS and _only_goes_on(found[-1], line):
                for before, after in dict.fromkeys(zip(found[-1], line, strict=True)):
                    before.lines += after.lines if after is not before else ()
            else:
                found.append(line)
        return found


EMPTY = Slot()
"""What stands in a place that nothing has been put in."""
Block = str | MarkedTable
"""What the body of a document is made of, in reading order."""


def flat(blocks: Iterable[Block]) -> Iterator[str]:
    """The lines of a cell; a table inside it row by row."""
    for block in blocks:
        rows: list[list[Slot]] = block.rows if isinstance(block, MarkedTable) else [[Slot([(squeezed(block), None)])]]
        seen: set[int] = set()
        for row in rows:
            texts = [slot.text for slot in dict.fromkeys(row) if id(slot) not in seen and slot.text]
            seen.update(map(id, row))
            if texts:
                yield " ".join(texts)


class Sheet:
    """The lines and tables of a document as they are written."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.tables: list[Table] = []

    def write(self, blocks: Iterable[Block]) -> None:
        """Write lines and tables in order; a table that goes on below with no words between is one table."""
        table: MarkedTable | None = None
        between: list[str] = []
        for block in blocks:
            if isinstance(block, str):
                between.append(clean(block))
                continue
            if table is not None and not any(between) and _is_rest(table, block):
                table.rows += block.rows
            else:
                self._end(table, between)
                table = block
            between = []
        self._end(table, between)

    def _end(self, table: MarkedTable | None, lines: Iterable[str]) -> None:
        if table is not None:
            self.table(table.settled())
        self.lines.extend(map(Line, lines))

    def table(self, rows: Iterable[Row]) -> None:
        """Write a table, cell by cell, each once; none where no cell has text."""
        first = len(self.lines) + 1
        written: dict[int, Cell] = {}
        made = [tuple(self._cell(slot, written) for slot in row) for row in rows]
        if len(self.lines) >= first:
            self.tables.append(Table(Lines(first, len(self.lines)), tuple(made)))

    def _cell(self, slot: Slot, written: dict[int, Cell]) -> Cell:
        if not slot.lines:
            return Cell()
        if id(slot) not in written:
            first = len(self.lines) + 1
            self.lines.extend(Line(text, page) for text, page in slot.lines)
            text = "\n".join(text for text, _ in slot.lines)
            written[id(slot)] = Cell(text, Lines(first, len(self.lines)))
        return written[id(slot)]


def _texts(row: Row) -> list[str]:
    return [slot.text for slot in row]


def _is_rest(above: MarkedTable, below: MarkedTable) -> bool:
    """Whether a table is the rest of the one above it: as wide, and its first row the heading again or no heading."""
    widths = {max(map(len, table.rows), default=0) for table in (above, below)}
    if len(widths) > 1 or min(widths) < _FEWEST_COLUMNS:
        return False
    first, again = above.rows[0], below.rows[0]
    if not first or not again:  # a row may be empty where a page says nothing of its cells
        return False
    numbered = not again[0].lines or _ITEM.fullmatch(again[0].text)
    return _texts(first) == _texts(again) or bool(numbered and first[0].lines and not _ITEM.fullmatch(first[0].text))


def _only_goes_on(last: Row, first: Row) -> bool:
    """Whether a row holds but the ends of the cells above it: no number, and no cell that begins anew."""
    if (
        not first
        or not last
        or first[0].lines
        or not _ITEM.fullmatch(last[0].text)
        or not is_cut(last, first, open_edge=False)
    ):
        return False
    starts = [after.text[:2] for after in first if after.lines]
    begun = [start for start in starts if not start[0].islower() and start != "- "]
    return not begun and sum(start[0].islower() for start in starts) >= 2


def is_cut(last: Row, first: Row, *, open_edge: bool) -> bool:
    """Whether a row is the rest of the row before it; `open_edge`: nothing closes the one or the other."""
    if shape(last) != shape(first) or not any(cell.lines for cell in first):
        return False
    pairs = [(before, after) for before, after in zip(last, first, strict=True) if before.lines or after.lines]
    if not pairs[0][0].lines or (pairs[0][1].lines and _ITEM.fullmatch(pairs[0][1].text)):
        return False
    if open_edge:
        return True
    ended = sum(1 for before, after in pairs if before.lines and not after.lines)
    if not ended or any(not before.lines for before, _ in pairs):
        return False
    lower = any(after.text[:1].islower() for _, after in pairs)
    longest = max((before for before, after in pairs if after.lines), key=lambda cell: len(cell.text))
    return lower or 2 * ended >= len(pairs) or not is_ended(longest.text)


def is_ended(text: str) -> bool:
    """Whether words end as a sentence or an item of a list does."""
    return _ENDED.search(text) is not None


def shape(row: Row) -> list[bool]:
    """Which neighbours in a row are one cell."""
    return [left is right for left, right in pairwise(row)]
