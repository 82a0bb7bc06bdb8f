"""An appendix table whose print was flattened to lines, cell after cell: found, and its rows read back.

A PDF extractor writes the cells of a table one below the other and loses where they end. What
remains is evidence: the header that every page repeats, labels ("3.4. Hoạt động 4:"), row numbers,
area headings, how a cell of each column begins, how wide its lines are. Each is read by one small
room; `flat_path` weighs them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from cascade.ingest.flat_marks import (
    USUAL,
    HeaderMark,
    Mark,
    headers,
    headings,
    labels,
    numbers,
    table_end,
)
from cascade.ingest.flat_path import Shape, Step, steps
from cascade.ingest.flat_pieces import Anchors, Piece, pieces
from cascade.ingest.flat_words import Gap, Run
from cascade.ingest.passage import Passage, Word
from cascade.ingest.columns import TEXTS
from cascade.ingest.rows import Row
from cascade.ingest.vocabulary import Vocabulary
from cascade.model.domain import Domain
from cascade.model.plan import Lines
from cascade.model.text import fold

_FEWEST = 3  # labels of activities without a header, or rows under one, that make a table


class FlatTable(msgspec.Struct, frozen=True):
    """Tables read back from lines. `runs`: the lines of the document that they take up. `rows`: in order.

    `apart`: the words of the runs that are in no cell: headers, area headings, page numbers, and the
    text of a merged cell where a page break repeats it.
    """

    runs: tuple[Lines, ...]
    rows: tuple[Row, ...]
    apart: tuple[Word, ...]


def flat_rows(lines: Sequence[Sequence[Word]], domain: Domain) -> FlatTable | None:
    """The tables flattened to text among `lines` (blank ones too, in order), as one; None where there is none."""
    run = Run(lines)
    reader = _Reader(run, domain)
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


class _Marked(msgspec.Struct, frozen=True):
    """The area headings and the row numbers of a region."""

    headings: Sequence[Mark]
    numbers: Sequence[Mark]


class _Reader:
    """The tables of a run of words."""

    def __init__(self, run: Run, domain: Domain) -> None:
        self.run, self.domain = run, domain
        self.vocabulary = Vocabulary(domain)
        self.headers = headers(run, domain.phrases.columns)
        self.labels = labels(run, domain.phrases.columns) if len(run) else []

    def tables(self) -> Iterator[FlatTable | None]:
        """Each region's table."""
        for region in self._regions():
            yield self._table(region)

    def _regions(self) -> Iterator[_Region]:
        groups: list[list[HeaderMark]] = []
        for header in self.headers:
            if groups and set(header.fields) <= set(groups[-1][0].fields):
                groups[-1].append(header)
            else:
                groups.append([header])
        if not groups:
            if sum(mark.field == "activity" for mark in self.labels) >= _FEWEST:
                yield self._region(self._begin(0, len(self.run)), len(self.run), USUAL, ())
            return
        end = 0
        for group, following in pairwise([*groups, []]):
            stop = following[0].start if following else len(self.run)
            fields = max((header.fields for header in group), key=len)
            start = self._begin(end, group[0].start)
            region = self._region(start, stop, fields, tuple(group))
            end = region.end
            yield region

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
        apart = [(mark.start, mark.end) for mark in (*region.headers, *found, *counted)] + pages
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
        return _table(self.run, region, shape, cut, steps(cut, shape), _Marked(found, counted))

    def _page_numbers(self, region: _Region, counted: Sequence[Mark]) -> list[tuple[int, int]]:
        """Lone numbers beside a header that are no row's."""
        known = {mark.start for mark in counted}
        found = []
        for header in region.headers:
            for at in (header.start - 1, header.end):
                if not region.start <= at < region.end or at in known:
                    continue
                alone = self.run.gaps[at] is not Gap.NONE and self.run.line_end(at) == at + 1
                if alone and self.run.words[at].read.isdecimal() and len(self.run.words[at].read) <= 3:
                    found.append((at, at + 1))
        return found


def _inside(at: int, marks: Sequence[HeaderMark]) -> bool:
    return any(mark.start <= at < mark.end for mark in marks)


def _holds_values(shape: Shape) -> bool:
    return any(field.isdecimal() or field == "unit" for field in shape.fields)


def _labelled(marks: Sequence[Mark], fields: Sequence[str]) -> set[str]:
    """The columns whose cells are labelled: several are."""
    return {field for field in fields if sum(mark.field == field for mark in marks) >= 2}


class _Draft(msgspec.Struct):
    """A row while it is put together: its cells as words, the labels of its text cells, what stands above it."""

    cells: dict[str, list[Word]]
    labels: dict[str, str]
    section: str
    area: int | None
    number: Word | None = None


def _drafts(run: Run, shape: Shape, cut: Sequence[Piece], way: Sequence[Step], marked: _Marked) -> list[_Draft]:
    """The rows as the way through the pieces has them, cut by page breaks and repeating merged cells."""
    drafts: list[_Draft] = []
    last = -1
    for piece, step in zip(cut, way, strict=True):
        if step.column is None:
            break
        if step.row:
            section = _last_before(marked.headings, piece.start)
            number = _last_before(marked.numbers, piece.start)
            drafts.append(
                _Draft(
                    {},
                    {},
                    section.label if section else "",
                    section.area if section else None,
                    run.words[number.start] if number and number.start > last else None,
                )
            )
        draft, field = drafts[-1], shape.fields[step.column]
        draft.cells.setdefault(field, []).extend(run.words[piece.start : piece.end])
        if piece.label is not None and piece.label.field in shape.labelled:
            draft.labels.setdefault(field, piece.label.label)
        last = piece.start
    return drafts


def _last_before(marks: Sequence[Mark], at: int) -> Mark | None:
    return next((mark for mark in reversed(marks) if mark.start < at), None)


def _table(
    run: Run, region: _Region, shape: Shape, cut: Sequence[Piece], way: Sequence[Step], marked: _Marked
) -> FlatTable | None:
    """The table that a way through the pieces makes; None where it makes none."""
    drafts = _whole(_drafts(run, shape, cut, way, marked), shape)
    main = shape.fields[shape.main]
    if sum(main in draft.cells and _assigned(draft, shape) for draft in drafts) < 2:
        return None
    rows = tuple(_Merged(shape, drafts).rows())
    inside = {id(word) for row in rows for cell in row.cells.values() for word in cell.words}
    end = next((piece.start for piece, step in zip(cut, way, strict=True) if step.column is None), region.end)
    words = run.words[region.start : end]
    return FlatTable(
        (Lines(words[0].line, words[-1].line),), rows, tuple(word for word in words if id(word) not in inside)
    )


def _assigned(draft: _Draft, shape: Shape) -> bool:
    return any(field in draft.cells for field in shape.fields if field not in TEXTS)


def _whole(drafts: Sequence[_Draft], shape: Shape) -> list[_Draft]:
    """Rows that a page break has cut, and begun again with the same label, made one."""
    main = shape.fields[shape.main]
    whole: list[_Draft] = []
    for draft in drafts:
        label = draft.labels.get(main)
        before = whole[-1] if whole else None
        if label is None or before is None or before.labels.get(main) != label or before.section != draft.section:
            whole.append(draft)
            continue
        for field, words in draft.cells.items():
            known = before.cells.setdefault(field, [])
            if not _repeats(words, known):
                known.extend(words)
    return whole


def _repeats(words: Sequence[Word], known: Sequence[Word]) -> bool:
    """Whether words say what others say, or its beginning."""
    one, other = (fold("".join(word.read for word in group)) for group in (words, known))
    return bool(known) and (other.startswith(one) or one.startswith(other))


class _Merged:
    """Rows with the cells that are merged over several of them, each the same passage in all."""

    def __init__(self, shape: Shape, drafts: Sequence[_Draft]) -> None:
        self.shape, self.drafts = shape, drafts
        self.main = shape.fields[shape.main]
        self.wide = [field for field in shape.fields[: shape.main] if field in TEXTS]
        self.cells: list[list[Word]] = []  # every merged cell's words

    def rows(self) -> Iterator[Row]:
        """The rows in order; a merged cell under which no row stands is a row of its own."""
        above_all = self._read()
        passages = [Passage(tuple(words)) for words in self.cells]
        shared = self._shared()
        used = {
            cell
            for place, above in enumerate(above_all)
            if self.main in self.drafts[place].cells
            for cell in above.values()
        }
        for place, draft in enumerate(self.drafts):
            above = above_all[place]
            own = {field: Passage(tuple(words)) for field, words in draft.cells.items() if field not in self.wide}
            if not own and used.issuperset(above[field] for field in draft.cells if field in above):
                continue
            used.update(above.values())
            number = {"number": Passage((draft.number,))} if draft.number else {}
            cells = {**number, **{field: passages[cell] for field, cell in above.items()}, **own}
            yield Row({**cells, **shared.get(place, {})}, draft.area, draft.section)

    def _read(self) -> list[dict[str, int]]:
        """For each row the merged cells above it, by field."""
        found: list[dict[str, int]] = []
        current: dict[str, int] = {}
        labels: dict[str, str] = {}
        section = None
        for draft in self.drafts:
            if draft.section != section:
                current, labels, section = {}, {}, draft.section
            for depth, field in enumerate(self.wide):
                words = draft.cells.get(field)
                if words is None or self._is_known(
                    words, draft.labels.get(field, ""), current.get(field), labels.get(field, "")
                ):
                    continue
                for deeper in self.wide[depth:]:
                    current.pop(deeper, None)
                    labels.pop(deeper, None)
                current[field] = len(self.cells)
                labels[field] = draft.labels.get(field, "")
                self.cells.append(words)
            found.append(dict(current))
        return found

    def _is_known(self, words: list[Word], label: str, cell: int | None, known: str) -> bool:
        """Whether a merged cell is one that a page break repeats; the longer text of the two is kept."""
        if cell is None:
            return False
        if label and known:
            if _order(label) > _order(known):
                return False
            if label == known and len(words) > len(self.cells[cell]):
                self.cells[cell] = words
            return True
        if not _repeats(words, self.cells[cell]):
            return False
        if len(words) > len(self.cells[cell]):
            self.cells[cell] = words
        return True

    def _shared(self) -> dict[int, dict[str, Passage]]:
        """The cells that several activities in one cell share: printed behind the last of them."""
        shared: dict[int, dict[str, Passage]] = {}
        below: dict[str, Passage] = {}
        for place in range(len(self.drafts) - 1, -1, -1):
            draft = self.drafts[place]
            own = {
                field: words for field, words in draft.cells.items() if field != self.main and field not in self.wide
            }
            following = self.drafts[place + 1] if place + 1 < len(self.drafts) else None
            if own:
                below = {field: Passage(tuple(words)) for field, words in own.items()}
                shared[place] = below
            elif self.main in draft.cells and following is not None and self._goes_on(draft, following):
                shared[place] = below
            else:
                below = {}
        return shared

    def _goes_on(self, draft: _Draft, following: _Draft) -> bool:
        """Whether two activities stand in one row of the table: labelled, and nothing above the second one."""
        return (
            self.main in self.shape.labelled
            and set(following.cells) & {*self.wide, self.main} == {self.main}
            and following.section == draft.section
        )


def _order(label: str) -> tuple[int, ...]:
    return tuple(int(part) for part in label.split("."))
