"""Pages laid out, made into one document: running headers and footers go, tables cut by page breaks are joined."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from rapidfuzz import fuzz

from cascade.documents.aligned import Piece, PrintedLine, drawn_tables
from cascade.documents.document import Document, Form, Line
from cascade.documents.layout import Block, Page, Row, TableDraft, blocks_of
from cascade.documents.read import digest
from cascade.documents.sheet import Sheet, Slot, is_cut, is_ended, shape

_MARGIN = 0.14  # the share of a page's height where running lines stand, above and below
_OUTER = 3  # so many rows from the edge can be running lines
_LEVEL = 4.0  # points by which a running line may shift from page to page
_EDGE = 4.0  # points by which the edges of a table may shift from page to page
_LETTER = 0.45  # how wide a letter is, of its height
_APART = 2.5  # letters; spaces of a justified line are narrower
_SAME_PRINT = 85  # of 100: how alike two readings of the same print are
_PAGE_NUMBER = re.compile(r"[-–—\s.]*(?:trang\s*)?(\d{1,4})(?:\s*/\s*\d{1,4})?[-–—\s.]*", re.IGNORECASE)
_MARK = re.compile(r"\[?\(?(?:\d{1,2}|[*†])\)?\]?")
_NOTE = re.compile(r"\[?\(?(?:\d{1,2}|[*†])\)?\]?\s?(?=[^\W\d_]{2})")
_SMALL = 0.92  # of the usual size: footnotes are printed smaller
_FEWEST_ROWS = 8  # a page of fewer shows no usual size


def document_of(name: str, data: bytes, form: Form, pages: Sequence[Page], notes: Iterable[str] = ()) -> Document:
    """The document that pages in their order make."""
    _drop_running_lines(pages)
    footnotes = [(page.number, row.text) for page in pages for row in _footnotes(page)]
    for page in pages:
        _draw_tables(page)
    flow = _joined([(page.number, blocks_of(page)) for page in pages])
    if footnotes:
        flow += [(footnotes[0][0], ""), *footnotes]
    sheet = Sheet()
    for number, block in flow:
        if isinstance(block, str):
            sheet.lines.append(Line(block, number))
        else:
            sheet.table(block.rows)
    codes = [*notes]
    if any(isinstance(block, TableDraft) and not block.ruled for _, block in flow):
        codes.append("table-without-rules")
    return Document(name, digest(data), form, tuple(sheet.lines), tuple(sheet.tables), tuple(codes))


# Running headers and footers


def _drop_running_lines(pages: Sequence[Page]) -> None:
    edges = [(page, side, _outer(page, side)) for page in pages for side in (0, 1)]
    seen: dict[tuple[int, str], list[tuple[int, float]]] = defaultdict(list)
    for page, side, rows in edges:
        for row in rows:
            seen[side, _key(row, page)].append((page.number, row.base - side * page.height))
    often = 2 if len(pages) <= 4 else 3
    for page, side, rows in edges:
        for row in rows:
            same = {n for n, base in seen[side, _key(row, page)] if abs(base - row.base + side * page.height) <= _LEVEL}
            if len(same) < often and not (row is rows[0] and _central_number(row, page)):
                break
            page.rows.remove(row)


def _outer(page: Page, side: int) -> list[Row]:
    """The outermost rows above (0) or below (1), the outermost first, as far as no table stands beyond them."""
    limit = page.height * _MARGIN
    if side:
        edge = max([page.height - limit, *(table.bottom for table in page.tables)])
        return [row for row in page.rows[: -_OUTER - 1 : -1] if row.base > edge]
    edge = min([limit, *(table.top for table in page.tables)])
    return [row for row in page.rows[:_OUTER] if row.base < edge]


def _key(row: Row, page: Page) -> str:
    """The row's text; a number that rises with the pages is told by how far it is from the page's own."""
    parts = []
    for part in row.segments:
        number = _PAGE_NUMBER.fullmatch(part.text)
        parts.append(f"#{int(number[1]) - page.number}" if number else part.text)
    return "\n".join(parts)


def _central_number(row: Row, page: Page) -> bool:
    if len(row.segments) != 1 or not _PAGE_NUMBER.fullmatch(row.text):
        return False
    return abs((row.segments[0].x0 + row.segments[0].x1) / 2 - page.width / 2) < page.width / 12


# Footnotes


def _footnotes(page: Page) -> list[Row]:
    """The rows of small print at a page's foot from the first that begins with a mark, taken from the page: they
    would part the sentence that goes on overleaf. The marks in the text are dropped."""
    if page.by_ocr or len(page.rows) < _FEWEST_ROWS:
        return []
    sizes = sorted(row.size for row in page.rows for _ in row.text)
    usual = sizes[len(sizes) // 2]
    page.rows[:] = [row for row in page.rows if not (_MARK.fullmatch(row.text) and row.size < _SMALL * usual)]
    first = len(page.rows)
    while first and page.rows[first - 1].size < _SMALL * usual and page.rows[first - 1].base > page.height / 2:
        first -= 1
    begun = next((at for at in range(first, len(page.rows)) if _NOTE.match(page.rows[at].text)), len(page.rows))
    if any(table.bottom > row.base for table in page.tables for row in page.rows[begun:]):
        return []
    notes = page.rows[begun:]
    del page.rows[begun:]
    return notes


# Tables that only alignment makes


def _draw_tables(page: Page) -> None:
    """Takes out of the page's rows the tables that the places of words draw: numbered rows under a header."""
    if not page.rows:
        return
    left = min(row.segments[0].x0 for row in page.rows)
    letter = _LETTER * sorted(row.size for row in page.rows)[len(page.rows) // 2]
    lines = [_printed(number, row, left, letter) for number, row in enumerate(page.rows)]
    for drawn in reversed(list(drawn_tables(lines))):
        inside = page.rows[drawn.first : drawn.last + 1]
        rows = [
            [Slot((text, page.number) for text in cell.text.split("\n") if text) for cell in row]
            for row in (drawn.head, *drawn.rows)
        ]
        edges = [0.0] * (len(rows[0]) + 1)
        top, bottom = inside[0].base - inside[0].size, inside[-1].base
        page.tables.append(TableDraft(page.number, top, bottom, edges, rows, ruled=False))
        del page.rows[drawn.first : drawn.last + 1]


def _printed(number: int, row: Row, left: float, letter: float) -> PrintedLine:
    """A row with its places in letters, in pieces that no space of a justified line parts."""
    pieces: list[list[tuple[int, int, str]]] = []
    end = float("-inf")
    for x0, x1, text in (word for part in row.segments for word in part.words):
        if x0 - end > _APART * letter:
            pieces.append([])
        pieces[-1].append((round((x0 - left) / letter), round((x1 - left) / letter), text))
        end = x1
    return PrintedLine.of(number, (Piece(tuple(words)) for words in pieces))


# Tables over page breaks

Flow = list[tuple[int, Block]]


def _joined(pages: Sequence[tuple[int, list[Block]]]) -> Flow:
    flow: Flow = []
    for number, blocks in pages:
        new = 0
        if blocks and flow and _goes_on(flow[-1][1], blocks[0]):
            _append(flow[-1][1], blocks[0])
            new = 1
        flow.extend((number, block) for block in blocks[new:])
    return flow


def _goes_on(above: Block, below: Block) -> bool:
    if not isinstance(above, TableDraft) or not isinstance(below, TableDraft) or above.ruled != below.ruled:
        return False
    if not above.ruled:
        return len(above.xs) == len(below.xs)
    if max(abs(above.xs[0] - below.xs[0]), abs(above.xs[-1] - below.xs[-1])) > _EDGE:
        return False
    few, many = sorted((above.xs, below.xs), key=len)
    return all(any(abs(x - other) <= _EDGE for other in many) for x in few)


def _append(above: Block, below: Block) -> None:
    if not isinstance(above, TableDraft) or not isinstance(below, TableDraft):
        raise TypeError
    if above.ruled:
        _same_columns(above, below)
    dropped = _header_rows(above, below)
    rows = below.rows[dropped:]
    if rows:
        open_edge = above.open_bottom or (below.open_top and not dropped)
        cut = above.ruled and is_cut(above.rows[-1], rows[0], open_edge=open_edge)
        _carry_over(above.rows, rows, cut=cut)
        above.rows.extend(rows[1:] if cut else rows)
    above.open_bottom = below.open_bottom


def _same_columns(above: TableDraft, below: TableDraft) -> None:
    few, many = sorted((above, below), key=lambda table: len(table.xs))
    middles = [(left + right) / 2 for left, right in pairwise(many.xs)]
    inner = few.xs[1:-1]
    few.rows = [[row[sum(1 for x in inner if x < middle)] for middle in middles] for row in few.rows]
    few.xs = many.xs


def _header_rows(above: TableDraft, below: TableDraft) -> int:
    """How many rows at the top of `below` repeat the first rows of `above`."""
    alike = _alike if above.by_ocr or below.by_ocr else str.__eq__
    same = 0
    for first, again in zip(above.rows, below.rows, strict=False):
        if not any(cell.lines for cell in again) or not alike(_row_text(first), _row_text(again)):
            break
        same += 1
    return same


def _row_text(row: list[Slot]) -> str:
    return "\t".join(cell.text for cell in row)


def _alike(one: str, other: str) -> bool:
    """Whether two texts differ only as two readings of the same print do; figures must be the same."""
    return re.findall(r"\d+", one) == re.findall(r"\d+", other) and fuzz.ratio(one, other) >= _SAME_PRINT


def _carry_over(above: list[list[Slot]], below: list[list[Slot]], *, cut: bool) -> None:
    """Joins the cells that reach over the page break: all of a cut row, else those merged over rows."""
    last, first = above[-1], below[0]
    for column, (before, after) in enumerate(zip(last, first, strict=True)):
        if before is after or first[column] is before:
            continue
        if cut or _spans_break(above, below, column):
            if before.text != after.text or cut:
                before.lines.extend(after.lines)
            _replace(below, after, before)


def _spans_break(above: list[list[Slot]], below: list[list[Slot]], column: int) -> bool:
    before, after = above[-1][column], below[0][column]
    tall_above = len(above) > 1 and above[-2][column] is before
    tall_below = len(below) > 1 and below[1][column] is after
    if not (tall_above or tall_below) or shape(above[-1]) != shape(below[0]) or not before.lines:
        return False
    if not after.lines or after.text == before.text:
        return True
    return after.text[:1].islower() and not is_ended(before.text)


def _replace(rows: list[list[Slot]], old: Slot, new: Slot) -> None:
    for row in rows:
        row[:] = [new if cell is old else cell for cell in row]
