"""Tables that nothing but the places of words draws: cells side by side on a line, each column at its own place, a
cell that wraps going on below itself. So `pdftotext -layout` writes tables, and PDF files print those without rules.

Places are counted in letters from the left edge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

import msgspec

from cascade.documents.document import Cell, Table, cell_of
from cascade.model.plan import Lines

_PIECE = re.compile(r"\S+(?: \S+)*")
_NUMBER = re.compile(r"^(?:(?:\d{1,3}(?:\.\d{1,2}){0,2}|[IVX]{1,5}|[A-HĐ])[.)]?|[-–+•])$")
_HEADING = re.compile(r"^([IVX]{1,5}[.)/]?|[A-HĐ][.)]) (?=[^\W\da-zà-ỹđ_])")
_NUMBERED = re.compile(r"^(\d{1,3}[.)]?|[-–+•]) ")
_PROSE = re.compile(r"^\d{1,2}\.\s")
_LONG = 50  # characters; a numbered line as long that stands alone is a paragraph
_LEFT = 6  # places from the left edge within which numbers stand
_VALUE = re.compile(r"%|(?<!\d)(?!(?:19|20)\d\d(?!\d))\d")  # what no header prints: a number that is no year
_FEWEST = 3  # pieces side by side that may be the header of a table
_HEADER = 12  # lines of a header at most, blank ones left out
_HEADER_LINES = 4  # lines of a header; where there are more, the first row prints above its number
_ROWS = 2  # rows that make a table
_LABEL = 10  # characters of the header of the numbers
_SLACK = 2  # places by which a cell may reach over where its column ends
_REACH = 2_000  # lines of one table at most


class Piece(msgspec.Struct, frozen=True):
    """Words that stand together on a line: each with the places where it begins and ends."""

    words: tuple[tuple[int, int, str], ...]

    @property
    def start(self) -> int:
        """The place of its first letter."""
        return self.words[0][0]

    @property
    def end(self) -> int:
        """The place behind its last letter."""
        return self.words[-1][1]

    @property
    def text(self) -> str:
        """Its words with single spaces."""
        return " ".join(text for _, _, text in self.words)


class PrintedLine(msgspec.Struct, frozen=True):
    """A line that is not blank, by its number."""

    number: int
    pieces: tuple[Piece, ...]

    @classmethod
    def of(cls, number: int, pieces: Iterable[Piece]) -> PrintedLine:
        """The line of these pieces; a number that stands close to what it numbers becomes a piece of its own."""
        one, *rest = pieces
        label = (_NUMBERED if rest else _HEADING).match(one.text) if one.start <= _LEFT else None
        parted = (Piece(one.words[:1]), Piece(one.words[1:])) if label and len(one.words) > 1 else (one,)
        return cls(number, (*parted, *rest))

    @property
    def begins_row(self) -> bool:
        """Whether it opens with the number of a row or of a heading, and says more."""
        return len(self.pieces) >= 2 and bool(_NUMBER.match(self.pieces[0].text))

    @property
    def is_heading(self) -> bool:
        """Whether it is a number and words alone, which may run over columns."""
        return self.begins_row and len(self.pieces) == 2

    @property
    def is_section(self) -> bool:
        """Whether it is the heading of a section of the table, numbered with a letter or a Roman number."""
        return self.is_heading and self.pieces[0].text[:1].isalpha()

    @property
    def text(self) -> str:
        """Its pieces with single spaces."""
        return " ".join(piece.text for piece in self.pieces)


def aligned_tables(lines: Sequence[str]) -> Iterator[Table]:
    """The tables among the lines of a text, in order."""
    filled = [
        PrintedLine.of(number, map(_piece, _PIECE.finditer(line.expandtabs())))
        for number, line in enumerate(lines, start=1)
        if line.strip()
    ]
    return (Table(Lines(drawn.first, drawn.last), (drawn.head, *drawn.rows)) for drawn in drawn_tables(filled))


def _piece(found: re.Match[str]) -> Piece:
    at = found.start()
    return Piece(tuple((at + word.start(), at + word.end(), word[0]) for word in re.finditer(r"\S+", found[0])))


def drawn_tables(filled: Sequence[PrintedLine]) -> Iterator[DrawnTable]:
    """The tables among lines, in order. A page that begins with the header again goes on with its table."""
    at = 0
    table: DrawnTable | None = None
    while at < len(filled):
        body = _body(filled, at)
        if body is None:
            at += 1
            continue
        first = _header_start(filled, at)
        end = _end(filled, body, label=filled[at].pieces[0].text)
        repeated = table is not None and _texts(filled[first:body])[: len(table.head_texts)] == table.head_texts
        below = first + len(table.head_texts) if table is not None and repeated else body
        drawn = _drawn(filled[first:below], filled[below:end])
        if drawn is None:
            at += 1
            continue
        if table is not None and repeated:
            table = table.with_page(drawn)
        else:
            if table is not None:
                yield table
            table = drawn
        at = end
    if table is not None:
        yield table


def _texts(lines: Sequence[PrintedLine]) -> list[str]:
    return [line.text for line in lines]


class DrawnTable(msgspec.Struct, frozen=True):
    """A table while its pages are put together. `cut`: its first row goes on from the page before."""

    first: int
    last: int
    head_texts: list[str]
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    cut: bool

    def with_page(self, page: DrawnTable) -> DrawnTable:
        """The table with the rows of one page more; a row that the page break cuts is one."""
        before, rows = self.rows, page.rows
        if page.cut and before:
            joined = tuple(_joined(one, other) for one, other in zip(before[-1], rows[0], strict=True))
            before, rows = (*before[:-1], joined), rows[1:]
        return msgspec.structs.replace(self, last=page.last, rows=(*before, *rows))


def _body(filled: Sequence[PrintedLine], at: int) -> int | None:
    """Where the rows begin below what may be a header: with "1", "I" or "A" at its left edge."""
    head = filled[at]
    first = head.pieces[0].text
    if len(head.pieces) < _FEWEST or head.begins_row or len(first) > _LABEL or not first[:1].isupper():
        return None
    if any(_VALUE.search(piece.text) for piece in head.pieces):
        return None
    for place in range(at + 1, min(at + _HEADER, len(filled))):
        line = filled[place]
        if line.begins_row:
            return place if line.pieces[0].start <= head.pieces[0].end + _SLACK else None
        if line.pieces[0].start < head.pieces[0].start and len(line.pieces) == 1:
            return None
    return None


def _header_start(filled: Sequence[PrintedLine], at: int) -> int:
    """The first line of a header whose cells print higher than its first one does: beside it, not above it."""
    beside = filled[at].pieces
    while at and filled[at - 1].number == filled[at].number - 1:
        before = filled[at - 1]
        over = any(one.start < other.end and other.start < one.end for one in before.pieces for other in beside)
        if before.begins_row or before.pieces[0].start <= beside[0].end or over or before.text.isdecimal():
            break
        at -= 1
    return at


def _end(filled: Sequence[PrintedLine], body: int, *, label: str) -> int:
    """Where the rows end: at the header of the next page or table, or where a line runs over the columns."""
    most = min(body + _REACH, len(filled))
    again = (at for at in range(body + 1, most) if filled[at].pieces[0].text == label)
    stop = next((at for at in again if len(filled[at].pieces) >= _FEWEST), most)
    rows = (line for line in filled[body:stop] if line.begins_row and not line.is_heading)
    gutter = min((line.pieces[1].start for line in rows), default=0)
    for place in range(body + 1, stop):
        first, *rest = filled[place].pieces
        over = first.start < gutter and first.end > gutter + _SLACK
        if not rest and (over or (_PROSE.match(first.text) and len(first.text) > _LONG)):
            return _without_titles(filled, body, place)
    return _without_titles(filled, body, stop)


def _without_titles(filled: Sequence[PrintedLine], body: int, end: int) -> int:
    """Where rows end before headings under which none stand, and before the title of the next table."""
    while end > body:
        pieces = filled[end - 1].pieces
        heading = filled[end - 1].is_section
        title = len(pieces) == 1 and (pieces[0].text.isupper() or pieces[0].text.startswith("("))
        if not (heading or title):
            break
        end -= 1
    return end


def _drawn(head: Sequence[PrintedLine], body: Sequence[PrintedLine]) -> DrawnTable | None:
    """The table of a header and rows; None where they do not stand in columns."""
    places = _cells(head)
    rows = [line for line in body if not _is_page_number(line, places[0])]
    if len(places) < _FEWEST or len(head) > _HEADER_LINES or sum(line.begins_row for line in rows) < _ROWS:
        return None
    gutters = _gutters(places, rows)
    header = tuple(_header_cell(head, place) for place in places)
    centred = _is_centred(rows, places[0])
    groups = _balanced(rows, places[0]) if centred else _topped(rows, places[0])
    return DrawnTable(
        head[0].number,
        body[-1].number,
        _texts(head),
        header,
        tuple(_row(group, gutters, [start for start, _ in places[1:]]) for group in groups),
        cut=not (centred or rows[0].begins_row),
    )


def _joined(one: Cell, other: Cell) -> Cell:
    """A cell that a page break cuts."""
    if one.lines is None or other.lines is None:
        return other if one.lines is None else one
    return Cell(f"{one.text}\n{other.text}", Lines(one.lines.first, other.lines.last))


def _header_cell(head: Sequence[PrintedLine], place: tuple[int, int]) -> Cell:
    first, last = place
    pieces = ((line.number, piece) for line in head for piece in line.pieces)
    return cell_of((number, piece.text) for number, piece in pieces if first <= piece.start and piece.end <= last)


def _is_page_number(line: PrintedLine, numbers: tuple[int, int]) -> bool:
    return len(line.pieces) == 1 and line.pieces[0].text.isdecimal() and not _stands_in(line, numbers)


def _stands_in(line: PrintedLine, numbers: tuple[int, int]) -> bool:
    """Whether a line opens in the column of the numbers."""
    return line.pieces[0].start < numbers[1] + _SLACK


def _topped(rows: Sequence[PrintedLine], numbers: tuple[int, int]) -> list[list[PrintedLine]]:
    """The lines of each row, where a number stands beside its first line."""
    groups: list[list[PrintedLine]] = []
    for line in rows:
        if (line.begins_row and _is_number(line, numbers)) or not groups:
            groups.append([])
        groups[-1].append(line)
    return groups


def _is_centred(rows: Sequence[PrintedLine], numbers: tuple[int, int]) -> bool:
    """Whether numbers stand beside the middle of their rows: alone on a line, or words above one below a heading."""
    alone = any(len(line.pieces) == 1 and _is_number(line, numbers) for line in rows)
    return alone or any(one.is_section and not _is_number(other, numbers) for one, other in pairwise(rows))


def _is_number(line: PrintedLine, numbers: tuple[int, int]) -> bool:
    """Whether a line opens with a row's number, in the column of the numbers."""
    return bool(_NUMBER.match(line.pieces[0].text)) and _stands_in(line, numbers)


def _balanced(rows: Sequence[PrintedLine], numbers: tuple[int, int]) -> list[list[PrintedLine]]:
    """The lines of each row, where numbers stand beside the middle: about as many lines below one as above it, and
    the next row begins with a capital."""
    groups: list[list[PrintedLine]] = []
    start = 0
    opens = [at for at, line in enumerate(rows) if _is_number(line, numbers)]
    for at, following in zip(opens, [*opens[1:], len(rows)], strict=True):
        if at < start:
            continue
        middle = 2 * at - start + 1
        places = [end for end in (middle, middle + 1, middle - 1, middle + 2) if at < end <= following]
        last = following == len(rows)
        end = len(rows) if last else next((end for end in places if _opens_cell(rows[end])), min(middle, following))
        if rows[at].is_section:
            end = at + 1
        groups.append(list(rows[start:end]))
        start = end
    return groups


def _opens_cell(line: PrintedLine) -> bool:
    words = [piece.text for piece in line.pieces if not _NUMBER.match(piece.text)]
    return bool(words) and (words[0][:1].isupper() or not words[0][:1].isalpha())


def _gutters(cells: Sequence[tuple[int, int]], rows: Sequence[PrintedLine]) -> list[int]:
    """Where each column ends: between the middles of two cells of the header, at the place on which the fewest
    lines print, and of several the middle of the longest run. Headings, which run over columns, are left out."""
    lines = [line for line in rows if not line.is_heading]
    width = max([last for _, last in cells] + [piece.end for line in lines for piece in line.pieces]) + 1
    taken = [0] * width
    for line in lines:
        for start, end, _ in (word for piece in line.pieces for word in piece.words):
            for at in range(start, end):
                taken[at] += 1
    found = []
    for (first, last), (after, end) in pairwise(cells):
        places = range((first + last) // 2, (after + end) // 2 + 1)
        least = min(taken[at] for at in places)
        runs = [list(run) for free, run in groupby(places, key=lambda at: taken[at] == least) if free]
        # before the header's cell, where cells begin below it; the last: they begin one below the other, end anywhere
        best = max(reversed(runs), key=lambda run: (run[-1] + 1 == after, len(run)))
        found.append(best[len(best) // 2])
    return found


def _cells(lines: Sequence[PrintedLine]) -> list[tuple[int, int]]:
    """The cells of a row by their places: pieces that stand one above the other are of one cell."""
    cells: list[tuple[int, int]] = []
    for start, end in sorted((piece.start, piece.end) for line in lines for piece in line.pieces):
        if cells and start < cells[-1][1]:
            cells[-1] = (cells[-1][0], max(end, cells[-1][1]))
        else:
            cells.append((start, end))
    return cells


def _row(lines: Sequence[PrintedLine], gutters: Sequence[int], starts: Sequence[int]) -> tuple[Cell, ...]:
    """The cells of a row: each piece in the column that it prints in, parted where a single space parts two cells."""
    cells: list[list[tuple[int, str]]] = [[] for _ in range(len(gutters) + 1)]
    own = _cells(lines)
    if len(own) == len(cells):  # a full row tells its columns itself, though its page be shifted
        gutters = [after for _, (after, _) in pairwise(own)]
    for line in lines:
        least = 0  # of two pieces on a line the second stands in a later column
        whole = line.is_heading and not _fills(line, starts)
        if line.is_heading and not whole:
            gutters = starts
        for piece in line.pieces:
            for column, text in _parted(piece, gutters, least, whole=whole):
                cells[column].append((line.number, text))
                least = min(column + 1, len(gutters))
    return tuple(map(cell_of, cells))


def _fills(line: PrintedLine, starts: Sequence[int]) -> bool:
    """Whether a line that looks like a heading is cells that print close together: a word begins at each column that
    it reaches, two at least."""
    _, piece = line.pieces
    over = {start for start in starts if piece.start < start < piece.end}
    return len(over) >= 2 and over <= {start for start, _, _ in piece.words}


def _parted(piece: Piece, gutters: Sequence[int], least: int, *, whole: bool) -> Iterator[tuple[int, str]]:
    """The parts of a piece by column, none before the `least`. It is cut at the space nearest to a gutter that it
    runs over."""
    words = piece.words
    for column, gutter in enumerate(gutters):
        if not words or words[0][0] >= gutter or column < least:
            continue
        if whole or words[-1][1] <= gutter:
            break
        cut = min(range(1, len(words)), key=lambda at: abs(words[at - 1][1] - gutter), default=0)
        if not cut or abs(words[cut - 1][1] - gutter) > _SLACK:
            if gutter - words[0][0] >= words[-1][1] - gutter:
                break
            continue
        yield column, Piece(words[:cut]).text
        words = words[cut:]
    else:
        column = len(gutters)
    if words:
        yield column, Piece(words).text
