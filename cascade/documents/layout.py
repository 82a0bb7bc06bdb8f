"""Printed words and ruling lines of a page, made into lines in reading order.

Coordinates are points, x to the right and y downwards from the page's upper left corner.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple
from unicodedata import normalize

from cascade.documents.sheet import Slot

_WIDE = 1.6  # a gap this many letter heights wide parts a printed line
_GUTTER = 0.8  # what must stay free, in letter heights, for a gutter to go on
_APART = 6.0  # rows further apart than this many letter heights share no columns
_BLANK = 1.3  # line pitches that make a blank line
_GLUED = 0.05  # pieces closer than this, in letter heights, are one word

_LABEL = re.compile(r"(?:[-–—+*•·o]|\(?(?:\d{1,3}|[A-Za-zđĐ]|[IVXLC]{1,6})(?:\.\d{1,2})*[.)/]?)", re.IGNORECASE)
_FIGURE = re.compile(r"[<>≤≥=]?\s*[-\d.,/%\s]*\d[-\d.,/%\s]*")


class Word(NamedTuple):
    """A word with its box; `base` is its baseline, `loose` says that no printed space stands before it."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    loose: bool = False

    @property
    def size(self) -> float:
        """The height of a letter with its room above and below."""
        return self.bottom - self.top


class Rule(NamedTuple):
    """A ruling line: where it lies across its direction, and from where to where it runs."""

    at: float
    start: float
    end: float


class Rules(NamedTuple):
    """The ruling lines of a page."""

    across: list[Rule]
    down: list[Rule]


class Segment(NamedTuple):
    """A part of a printed row that no wide gap parts: its words with the places where they begin and end."""

    words: tuple[tuple[float, float, str], ...]

    @property
    def x0(self) -> float:
        """Its left edge."""
        return self.words[0][0]

    @property
    def x1(self) -> float:
        """Its right edge."""
        return max(end for _, end, _ in self.words)

    @property
    def text(self) -> str:
        """Its words with single spaces."""
        return " ".join(text for _, _, text in self.words)


@dataclass(slots=True)
class Row:
    """What stands on one baseline."""

    base: float
    size: float
    segments: list[Segment]

    @property
    def text(self) -> str:
        """The whole row from left to right."""
        return " ".join(part.text for part in self.segments)


@dataclass(slots=True)
class TableDraft:
    """A table on one page, or joined over pages. A merged cell is the same object in each of its places.

    `xs` are the column edges; `open_top` and `open_bottom` say that no rule closes the table there.
    `by_ocr`: its text may be misread.
    """

    page: int
    top: float
    bottom: float
    xs: list[float]
    rows: list[list[Slot]]
    ruled: bool = True
    open_top: bool = False
    open_bottom: bool = False
    by_ocr: bool = False


@dataclass(slots=True)
class Page:
    """A page laid out: rows outside ruled tables from top to bottom, and the ruled tables."""

    number: int
    width: float
    height: float
    rows: list[Row]
    tables: list[TableDraft]
    by_ocr: bool = False


Block = str | TableDraft
"""A line of text ("" between paragraphs) or a table."""


def rows_of(words: Iterable[Word]) -> list[Row]:
    """Words on the same baseline as one row, rows from top to bottom."""
    groups: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.base, word.x0)):
        group = next((g for g in reversed(groups[-3:]) if word.base - g[0].base <= 0.38 * _less(word, g[0])), None)
        if group is None:
            groups.append([word])
        else:
            group.append(word)
    return [_row(group) for group in groups]


def _less(one: Word, other: Word) -> float:
    return max(min(one.size, other.size), 0.6 * max(one.size, other.size))


def _row(words: list[Word]) -> Row:
    words.sort(key=lambda word: word.x0)
    size = sorted(word.size for word in words)[len(words) // 2]
    segments: list[list[tuple[float, float, str]]] = []
    end = float("-inf")
    for word in words:
        gap = word.x0 - end
        start, text = word.x0, normalize("NFC", word.text)
        if gap > _WIDE * size:
            segments.append([])
            end = word.x1
        elif word.loose and gap < _GLUED * size:
            start, _, before = segments[-1].pop()
            text = normalize("NFC", before + text)
        end = max(end, word.x1)
        segments[-1].append((start, end, text))
    return Row(words[0].base, size, [Segment(tuple(parts)) for parts in segments])


def blocks_of(page: Page) -> list[Block]:
    """A page in reading order: text lines with blank lines between paragraphs, and tables."""
    blocks: list[Block] = []
    rows = page.rows
    pitch = _pitch(rows)
    for table in sorted(page.tables, key=lambda table: table.top):
        above = [row for row in rows if row.base < table.top + 1]
        rows = rows[len(above) :]
        _extend(blocks, _flow(above, pitch, page.number))
        _extend(blocks, [table])
    _extend(blocks, _flow(rows, pitch, page.number))
    return blocks


def _extend(blocks: list[Block], more: list[Block]) -> None:
    if blocks and more:
        blocks.append("")
    blocks.extend(more)


def _pitch(rows: Sequence[Row]) -> float:
    steps = sorted(
        below.base - above.base
        for above, below in pairwise(rows)
        if 0.7 * above.size < below.base - above.base < 3 * above.size
    )
    return steps[len(steps) // 4] if steps else 0.0


def _flow(rows: Sequence[Row], pitch: float, page: int) -> list[Block]:
    blocks: list[Block] = []
    at, before = 0, None
    while at < len(rows):
        gutters, end = _columns(rows, at, pitch)
        region = rows[at:end]
        inner = _region(region, gutters, pitch, page) if gutters else None
        if inner is None:
            inner, end = [rows[at].text], at + 1
        if before is not None and (_parted(before, rows[at], pitch) or not isinstance(inner[0], str)):
            blocks.append("")
        blocks.extend(inner)
        at, before = end, rows[end - 1]
    return blocks


def _parted(above: Row, below: Row, pitch: float) -> bool:
    return below.base - above.base > _BLANK * max(pitch, above.size, below.size)


Gap = tuple[float, float]


def _columns(rows: Sequence[Row], start: int, pitch: float) -> tuple[list[Gap], int]:
    """The gutters that run down from `rows[start]`, and the row where they end.

    They end where a line runs across them, and where a line stands alone and apart.
    """
    gutters = _gaps(rows[start])
    end = start + 1
    while gutters and end < len(rows):
        row = rows[end]
        left = [part for gap in gutters if (part := _free(gap, row))]
        apart = _APART * row.size if len(row.segments) > 1 else _BLANK * max(pitch, row.size)
        if not left or row.base - rows[end - 1].base > apart or _lost(gutters, left, end - start):
            break
        gutters, end = left, end + 1
    return gutters, end


def _lost(before: list[Gap], after: list[Gap], rows: int) -> bool:
    """Whether columns that held for some rows end here, and others go on."""
    return rows >= 3 and len(after) < len(before)


def _gaps(row: Row) -> list[Gap]:
    return [(left.x1, right.x0) for left, right in pairwise(row.segments)]


def _free(gap: Gap, row: Row) -> Gap | None:
    """The widest part of a gap that a row leaves free, if it is wide enough."""
    start, best = gap[0], (0.0, 0.0)
    for part in [*row.segments, Segment(((gap[1], gap[1], ""),))]:
        end = min(part.x0, gap[1])
        if end - start > best[1] - best[0]:
            best = (start, end)
        start = max(start, part.x1)
    return best if best[1] - best[0] > _GUTTER * row.size else None


def _region(rows: Sequence[Row], gutters: list[Gap], pitch: float, page: int) -> list[Block] | None:
    """Rows with gutters as columns read one after the other or as a table; None if they are plain lines."""
    columns = [[_within(row, low, high) for row in rows] for low, high in _bands(gutters)]
    beside = sum(1 for places in zip(*columns, strict=True) if sum(map(bool, places)) > 1)
    first, last = [text for text in columns[0] if text], [text for text in columns[-1] if text]
    if len(columns) > 2:
        return [_unruled(rows, columns, gutters, page)] if beside >= 3 else None
    if all(_LABEL.fullmatch(text) for text in first):
        return None
    if beside >= 3 and sum(1 for text in last if _FIGURE.fullmatch(text)) >= 0.6 * len(last):
        return [_unruled(rows, columns, gutters, page)]
    if min(len(first), len(last)) < 2:
        return None
    return [line for column in columns for line in _column_lines(rows, column, pitch)]


def _bands(gutters: list[Gap]) -> list[Gap]:
    edges = [float("-inf"), *((low + high) / 2 for low, high in gutters), float("inf")]
    return list(pairwise(edges))


def _within(row: Row, low: float, high: float) -> str:
    return " ".join(part.text for part in row.segments if low <= (part.x0 + part.x1) / 2 < high)


def _column_lines(rows: Sequence[Row], column: list[str], pitch: float) -> list[Block]:
    lines: list[Block] = []
    before: Row | None = None
    for row, text in zip(rows, column, strict=True):
        if not text:
            continue
        if before and _parted(before, row, pitch):
            lines.append("")
        lines.append(text)
        before = row
    return lines


def _unruled(rows: Sequence[Row], columns: list[list[str]], gutters: list[Gap], page: int) -> TableDraft:
    """A table that only alignment makes: a row begins where its first column has text."""
    cells: list[list[Slot]] = []
    for places in zip(*columns, strict=True):
        if places[0] or not cells:
            cells.append([Slot() for _ in places])
        for cell, text in zip(cells[-1], places, strict=True):
            if text:
                cell.lines.append((text, page))
    ink = [part for row in rows for part in row.segments]
    edges = [min(part.x0 for part in ink), *(sum(gap) / 2 for gap in gutters), max(part.x1 for part in ink)]
    return TableDraft(page, rows[0].base - rows[0].size, rows[-1].base, edges, cells, ruled=False)
