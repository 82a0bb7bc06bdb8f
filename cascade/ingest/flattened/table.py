"""An appendix table whose print was flattened to lines, cell after cell: found, and its rows read back.

A PDF extractor writes the cells of a table one below the other and loses where they end. What
remains is evidence: the header that every page repeats, labels ("3.4. Hoạt động 4:"), row numbers,
area headings, how a cell of each column begins, how wide its lines are. Each is read by one small
module; `path` weighs them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from cascade.ingest.flattened.assembly import Marked, assembled
from cascade.ingest.flattened.marks import (
    USUAL,
    HeaderMark,
    Mark,
    headers,
    headings,
    labels,
    numbers,
    table_end,
)
from cascade.ingest.flattened.path import Shape, Step, steps
from cascade.ingest.flattened.pieces import Anchors, Piece, pieces
from cascade.ingest.flattened.words import Gap, Run
from cascade.ingest.tables.columns import without_values
from cascade.ingest.tables.rows import Row
from cascade.lexicon.passage import Word
from cascade.lexicon.tagged import Lexicon
from cascade.model.plan import Lines

_PART = re.compile(r"^[IVX]{1,4}\s*[.)/]")
_FEWEST = 3  # labels of activities without a header, or rows under one, that make a table


class FlatTable(msgspec.Struct, frozen=True):
    """Tables read back from lines. `runs`: the lines of the document that they take up. `rows`: in order.

    `apart`: the words of the runs that are in no cell: headers, area headings, page numbers, and the
    text of a merged cell where a page break repeats it.
    """

    runs: tuple[Lines, ...]
    rows: tuple[Row, ...]
    apart: tuple[Word, ...]


def flat_rows(lines: Sequence[Sequence[Word]], lexicon: Lexicon) -> FlatTable | None:
    """The tables flattened to text among `lines` (blank ones too, in order), as one; None where there is none."""
    run = Run(lines)
    reader = _Reader(run, lexicon)
    found = [table for table in reader.tables() if table is not None]
    if not found:
        return None
    return FlatTable(
        tuple(one for table in found for one in table.runs),
        tuple(row for table in found for row in table.rows),
        tuple(word for table in found for word in table.apart),
    )


class _Region(msgspec.Struct, frozen=True):
    """The words in which a table may stand, its columns, and the headers that repeat in it."""

    start: int
    end: int
    fields: tuple[str, ...]
    headers: tuple[HeaderMark, ...] = ()


class _Reader:
    """The tables of a run of words."""

    def __init__(self, run: Run, lexicon: Lexicon) -> None:
        self.run, self.domain, self.vocabulary = run, lexicon.domain, lexicon.vocabulary
        columns = self.domain.phrases.columns
        self.headers = headers(run, columns)
        self.labels = labels(run, without_values(columns)) if len(run) else []

    def tables(self) -> Iterator[FlatTable | None]:
        """Each region's table."""
        for region in self._regions():
            yield self._table(region)

    def _regions(self) -> Iterator[_Region]:
        groups = self._groups()
        if not groups:
            if sum(mark.field == "activity" for mark in self.labels) >= _FEWEST:
                yield self._region(self._begin(0, len(self.run)), len(self.run), USUAL, ())
            return
        end = 0
        for group, following in pairwise([*groups, []]):
            stop = self._title_before(following[0].start) if following else len(self.run)
            fields = max((header.fields for header in group), key=len)
            start = self._begin(end, group[0].start)
            region = self._region(start, stop, fields, tuple(group))
            end = region.end
            yield region

    def _title_before(self, at: int) -> int:
        """Where the numbered title of a part begins that stands right above a header; the header where none does."""
        start = at - 1
        while start > 0 and self.run.gaps[start] is Gap.NONE:
            start -= 1
        line = self.run.text(start, at)
        return start if _PART.match(line) and line.isupper() else at

    def _groups(self) -> list[list[HeaderMark]]:
        """The headers of each table: those that page breaks repeat, and not that of the next one."""
        groups: list[list[HeaderMark]] = []
        for header in self.headers:
            repeated = groups and set(header.fields) <= set(groups[-1][0].fields)
            if repeated and not self._starts_anew(groups[-1][-1].end, header):
                groups[-1].append(header)
            else:
                groups.append([header])
        return groups

    def _starts_anew(self, before: int, header: HeaderMark) -> bool:
        """Whether a header with the columns of the one before is of another table: counting begins again."""
        first = self.run.bare[header.end] if header.end < len(self.run) else ""
        if first == "i":
            return True
        return first in ("1", "01") and (
            table_end(self.run, self.domain, self.vocabulary, before, header.start) < header.start
        )

    def _region(self, start: int, stop: int, fields: tuple[str, ...], group: tuple[HeaderMark, ...]) -> _Region:
        last = max((header.end for header in group), default=start)
        end = table_end(self.run, self.domain, self.vocabulary, min(last, stop), stop)
        return _Region(start, end, fields, tuple(header for header in group if header.end <= end))

    def _begin(self, start: int, header: int) -> int:
        """Where a table begins whose first pages have lost their header: with the first label, or its heading."""
        first = next((mark.start for mark in self.labels if start <= mark.start < header), None)
        if first is None:
            return header
        found = headings(self.run, self.vocabulary, max(start, first - 20), first, [first])
        return found[-1].start if found and found[-1].end >= first - 1 else first

    def _table(self, region: _Region) -> FlatTable | None:
        marks = [
            msgspec.structs.replace(mark, field="duty") if mark.field == "task" and "duty" in region.fields else mark
            for mark in self.labels
            if region.start <= mark.start < region.end
        ]
        labelled = _labelled(marks, region.fields)
        marks = [mark for mark in marks if mark.field in labelled]
        breaks = [header.start for header in region.headers]
        begun = [mark.start for mark in marks]
        found = headings(self.run, self.vocabulary, region.start, region.end, begun)
        found = [one for one in found if not _inside(one.start, region.headers)]
        counted = numbers(self.run, region.start, region.end, [one.end for one in found], labelled=begun, breaks=breaks)
        counted = [one for one in counted if not _inside(one.start, region.headers)]
        shape = Shape(
            tuple(field for field in region.fields if field != "number"),
            frozenset(labelled),
            len(counted) >= 2 and not labelled,
        )
        pages = self._page_numbers(region, counted)
        marks_apart: tuple[HeaderMark | Mark, ...] = (*region.headers, *found, *counted)
        apart = [(mark.start, mark.end) for mark in marks_apart] + pages
        anchors = Anchors(
            {mark.start: mark for mark in marks},
            sorted(apart),
            frozenset(mark.start for mark in counted),
            frozenset([*breaks, *(start for start, _ in pages)]),
            frozenset(one.start for one in found),
        )
        cut = pieces(self.run, region.start, region.end, anchors, self.domain, values=_holds_values(shape))
        if not cut:
            return None
        return _table(self.run, region, shape, cut, steps(cut, shape), Marked(found, counted))

    def _page_numbers(self, region: _Region, counted: Sequence[Mark]) -> list[tuple[int, int]]:
        """Lone numbers that are no row's: beside a header, or one more from page to page."""
        known = {mark.start for mark in counted}
        beside = {at for header in region.headers for at in (header.start - 1, header.end)}
        lone = [
            at
            for at in range(region.start, region.end)
            if at not in known
            and self.run.gaps[at] is not Gap.NONE
            and self.run.words[at].read.isdecimal()
            and len(self.run.words[at].read) <= 3
            and self.run.line_end(at) == at + 1
            and not _inside(at, region.headers)
        ]
        values = any(map(str.isdecimal, region.fields))
        rising = set() if values else _rising([int(self.run.words[at].read) for at in lone])
        return [(at, at + 1) for place, at in enumerate(lone) if at in beside or place in rising]


def _rising(numbers_: Sequence[int]) -> set[int]:
    """The places of the longest run of numbers each one more than the last, if it has three."""
    length: dict[int, list[int]] = {}
    best: list[int] = []
    for place, number in enumerate(numbers_):
        length[number] = [*length.get(number - 1, []), place]
        best = max(best, length[number], key=len)
    return set(best) if len(best) >= 3 else set()


def _inside(at: int, marks: Sequence[HeaderMark]) -> bool:
    return any(mark.start <= at < mark.end for mark in marks)


def _holds_values(shape: Shape) -> bool:
    return any(field.isdecimal() or field == "unit" for field in shape.fields)


def _labelled(marks: Sequence[Mark], fields: Sequence[str]) -> set[str]:
    """The columns whose cells are labelled: several are."""
    return {field for field in fields if sum(mark.field == field for mark in marks) >= 2}


def _table(
    run: Run, region: _Region, shape: Shape, cut: Sequence[Piece], way: Sequence[Step], marked: Marked
) -> FlatTable | None:
    """The table that a way through the pieces makes; None where it makes none."""
    rows = assembled(run, shape, cut, way, marked)
    if not rows:
        return None
    inside = {id(word) for row in rows for cell in row.cells.values() for word in cell.words}
    end = next((piece.start for piece, step in zip(cut, way, strict=True) if step.column is None), region.end)
    words = run.words[region.start : end]
    apart = tuple(word for word in words if id(word) not in inside)
    return FlatTable((Lines(words[0].line, words[-1].line),), rows, apart)
