"""Tables written with pipes: a row on a line as Markdown has it, over several lines, or each pipe on a line of its
own between the cells, as some converters write them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from cascade.documents.document import Cell, Table, cell_of
from cascade.model.plan import Lines

BREAK = re.compile(r"<br\s*/?>", re.I)
_ROW = re.compile(r"^\s*\|.*\|\s*$")
_PIPE = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"^\s*:?-+:?\s*$")
_BARE_RULE = re.compile(r"^\s*:?-{2,}:?(?:\s*\|\s*:?-{2,}:?)+\s*$")
_LONGEST_CELL = 40  # lines of one cell, or a pipe is no table's

_Written = list[tuple[int, str]]
"""What a cell holds: lines by their place in the file, from 0."""


def with_outer_pipes(lines: Sequence[str]) -> list[str]:
    """The lines, with pipes around the rows of tables that Markdown lets go without them."""
    found = list(lines)
    bare = [at for at, line in enumerate(lines) if at and _BARE_RULE.match(line) and "|" in lines[at - 1]]
    end = 0
    for at in bare:
        if at > end and not _ROW.match(lines[at - 1]):
            end = next((n for n in range(at, len(lines)) if "|" not in lines[n]), len(lines))
            found[at - 1 : end] = [f"|{row.strip()}|" for row in lines[at - 1 : end]]
    return found


class PipedTable(msgspec.Struct, frozen=True):
    """Rows with pipes: the lines from `start` up to `end`, counted from 0, and their cells."""

    start: int
    end: int
    rows: list[list[_Written]]

    def shown(self) -> Table | None:
        """The table of a document, or None for a row or a column alone. The title of a section, alone in its row, is
        one cell across."""
        width = max(map(len, self.rows), default=0)
        if len(self.rows) < 2 or width < 2:
            return None
        header = _texts(self.rows[0])
        rows = [row for place, row in enumerate(self.rows) if not place or _texts(row) != header]
        return Table(Lines(self.start + 1, self.end), tuple(tuple(_padded(row, width)) for row in rows))

    def lines(self) -> Iterator[str]:
        """Its lines without the pipes: the cells of a line side by side."""
        held: dict[int, list[str]] = {}
        for row in self.rows:
            for place, text in (part for cell in row for part in cell):
                held.setdefault(place, []).append(text)
        return ("  ".join(held.get(place, ())) for place in range(self.start, self.end))


def piped_tables(lines: Sequence[str]) -> Iterator[PipedTable]:
    """The rows with pipes among the lines, those that stand together as one."""
    at = 0
    while at < len(lines):
        end = at
        if lines[at].lstrip().startswith("|"):
            reader = _Reader(lines, at)
            end = reader.read()
            rows = [row for row in reader.rows() if not all(_is_rule(cell) for cell in row)]
            if end > at and reader.pieces[0]:
                yield PipedTable(at, end, rows)
        at = max(end, at + 1)


class _Reader:
    """Reads on from a line that begins with a pipe, as long as rows follow."""

    def __init__(self, lines: Sequence[str], start: int) -> None:
        self.lines, self.end = lines, start  # every line before `end` is taken, and the last of them ends with a pipe
        self.alone = lines[start].strip() == "|"
        self.pieces: list[list[_Written]] = [[]]
        self.gaps = [0]  # how many pipes stand before each piece of a row with nothing between them
        self.cell: _Written | None = None
        self.pipes = 0

    def read(self) -> int:
        """Where the rows end."""
        for number in range(self.end, len(self.lines)):
            line = self.lines[number].strip()
            closed = number == self.end
            goes_on = self._goes_on(number, line) if closed else self._is_open(line)
            if not goes_on or number - self.end > _LONGEST_CELL:
                break
            self._take(number, line)
            if line.endswith("|") and not line.endswith("\\|"):
                self.end = number + 1
        return self.end

    def _goes_on(self, number: int, line: str) -> bool:
        """Whether a line behind a pipe belongs to the rows: only a row that a lone pipe opened goes on below it."""
        if line.startswith("|"):
            return self.alone or line != "|"
        full = self.pipes < 2 and len(self.pieces) > 1 and len(self.pieces[-1]) >= len(self.pieces[0])
        if not self.alone or full:
            return False
        return bool(line) or self.lines[number + 1 : number + 2] == ["|"]

    def _is_open(self, line: str) -> bool:
        """Whether a cell goes on with a line: not where another row begins though no pipe has ended this one."""
        return line == "|" or not line.startswith("|") if self.alone else bool(line) and not line.startswith("|")

    def _take(self, number: int, line: str) -> None:
        parts = _PIPE.split(line)
        for place, part in enumerate(parts):
            if place and self.cell is None:
                self.pipes += 1
            elif place:
                self.pieces[-1].append([piece for piece in self.cell or () if piece[1]])
                self.cell, self.pipes = None, 1
            if not part.strip() and place in {0, len(parts) - 1}:
                continue
            if self.cell is None and self.pipes > 1 and self.pieces[-1]:
                self.pieces.append([])
                self.gaps.append(self.pipes)
            self.cell = [*(self.cell or ()), (number, part.strip().replace("\\|", "|"))]
            self.pipes = 0

    def rows(self) -> list[list[_Written]]:
        """The cells of each row. Where pipes follow one another over line ends, a row ends between them; an empty
        cell between lone pipes looks the same, and is told by the width of the first row."""
        width = len(self.pieces[0])
        rows: list[list[_Written]] = []
        for piece, pipes in zip(self.pieces, self.gaps, strict=True):
            between: list[_Written] = [[] for _ in range(pipes - 1)]
            if rows and len(rows[-1]) < width == len(rows[-1]) + len(between) + len(piece):
                rows[-1] += between + piece
            elif piece:
                rows.append((between[1:] if len(between[1:]) + len(piece) == width else []) + piece)
        return rows


def _is_rule(cell: _Written) -> bool:
    return len(cell) == 1 and bool(_RULE.match(cell[0][1]))


def _texts(row: Sequence[_Written]) -> list[str]:
    return [" ".join(text for _, text in cell) for cell in row]


def _padded(row: Sequence[_Written], width: int) -> list[Cell]:
    cells = [_cell(cell) for cell in row]
    return cells * width if len(cells) == 1 else cells + [Cell()] * (width - len(cells))


def _cell(written: _Written) -> Cell:
    return cell_of([(number + 1, part) for number, text in written for part in BREAK.split(text)])
