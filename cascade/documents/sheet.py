"""What the readers of marked-up formats write on: lines as they come, and tables as grids of merged cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cascade.documents.clean import clean, squeezed
from cascade.documents.document import Cell, Line, Table
from cascade.documents.fault import DocumentError
from cascade.model.plan import Lines

WIDEST = 200
"""No table of a plan has more columns; a span beyond them is cut."""
MOST_PLACES = 1_000_000
"""The most places of a table; more is an attack, not a plan."""


class Slot:
    """One cell before it is written: its lines. A merged cell is one slot in all the places that it covers."""

    __slots__ = ("texts",)

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self.texts = [text for text in map(squeezed, texts) if text]


class Grid:
    """A table before it is written: rows of slots, filled from the left, around cells that reach down from above."""

    def __init__(self) -> None:
        self.rows: list[list[Slot | None]] = []
        self.places = 0

    def row(self) -> int:
        """Begin a row below; its number from 0."""
        self.rows.append([])
        return len(self.rows) - 1

    def free(self, row: int, column: int = 0) -> int:
        """The first free column of a row, from `column` on."""
        line = self.rows[row]
        while column < len(line) and line[column] is not None:
            column += 1
        return column

    def put(self, row: int, column: int, width: int, slot: Slot) -> int:
        """Put a slot in `width` places of a row, at most up to the widest table; the column after it."""
        end = min(column + max(width, 1), WIDEST)
        line = self.rows[row]
        line.extend([None] * (end - len(line)))
        for place in range(column, end):
            line[place] = slot
        self.places += end - column
        if self.places > MOST_PLACES:
            raise DocumentError("bomb", part="table")
        return end

    def at(self, row: int, column: int) -> Slot | None:
        """The slot in one place."""
        if not 0 <= row < len(self.rows) or not 0 <= column < len(self.rows[row]):
            return None
        return self.rows[row][column]

    def flat(self) -> Iterator[str]:
        """Each row as one line: for a table inside a cell."""
        seen: set[int] = set()
        for row in self.rows:
            slots = [slot for slot in row if slot is not None and id(slot) not in seen]
            texts = [text for slot in dict.fromkeys(slots) for text in slot.texts]
            seen.update(map(id, slots))
            if texts:
                yield " ".join(texts)


Block = str | Grid
"""What the body of a document is made of, in reading order."""


class Sheet:
    """The lines and tables of a document as they are written."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.tables: list[Table] = []

    def write(self, blocks: Iterable[Block]) -> None:
        """Write lines and tables in order."""
        for block in blocks:
            if isinstance(block, Grid):
                self._table(block)
            else:
                self.lines.append(Line(clean(block)))

    def _table(self, grid: Grid) -> None:
        first = len(self.lines) + 1
        width = max(map(len, grid.rows), default=0)
        written: dict[int, Cell] = {}
        rows = [
            tuple(self._cell(row[place] if place < len(row) else None, written) for place in range(width))
            for row in _once(grid.rows)
        ]
        if len(self.lines) >= first:
            self.tables.append(Table(Lines(first, len(self.lines)), tuple(rows)))

    def _cell(self, slot: Slot | None, written: dict[int, Cell]) -> Cell:
        if slot is None or not slot.texts:
            return Cell()
        if id(slot) not in written:
            first = len(self.lines) + 1
            self.lines.extend(map(Line, slot.texts))
            written[id(slot)] = Cell("\n".join(slot.texts), Lines(first, len(self.lines)))
        return written[id(slot)]


def _once(rows: list[list[Slot | None]]) -> Iterator[list[Slot | None]]:
    """The rows without those that repeat the first, as a heading is repeated at the top of a page."""
    heading = _texts(rows[0]) if rows else []
    for number, row in enumerate(rows):
        if not number or _texts(row) != heading or sum(map(bool, heading)) < 2:
            yield row


def _texts(row: list[Slot | None]) -> list[list[str]]:
    return [slot.texts if slot else [] for slot in row]
