"""Which column each piece of a flattened table stands in: the cheapest way through the columns, row after row.

Cells are printed row by row and, within a row, in the order of the columns. So a way through the
pieces either stays in a cell, goes on to a later column, or begins a new row; each step costs what
speaks against it. How wide a column is, how often its cells are empty and how often a line's end
ends a cell is learnt from the table itself: the way is found again with what the way before has shown.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

import msgspec

from cascade.ingest.flattened.pieces import Piece
from cascade.ingest.flattened.words import Gap
from cascade.ingest.tables.columns import TEXTS

_NEVER = 1e6
_ROUNDS = 4
_BEAM = 15.0  # a way that costs so much more than the best is given up
_LOOSE = 1.12  # how much wider than the column's lines a line may be
_FILLED = 0.9  # how full a line is that goes on in the next, at the median
_KINDS = {"lead": "agency", "with": "agency", "due": "due", "funding": "funding", "product": "product"}
_UNLIKE = {
    "agency": 4.0,
    "due": 5.0,
    "funding": 5.0,
    "product": 1.2,
    "text": 1.0,
    "unit": 4.0,
    "year": 6.0,
    "note": 2.5,
}
"""What it costs that a cell of a kind begins with words that do not look like it."""
_MISSING = {"product": 3.0, "lead": 3.0, "with": 1.5, "due": 1.5, "funding": 0.7, "note": 0.2, "unit": 1.0}
_LEAST = {"product": 2.0, "lead": 2.5, "with": 1.2, "due": 1.2}
"""The least that an empty cell costs, however many a way leaves empty."""
_RARELY = {"start": 0.25, "mid": 0.03}
_AGAIN, _OVER_PAGE = 0.8, 2.0
"""What it costs that a page break cuts a row whose first cells go on behind it, and that only its last cell does."""
_LEAVING, _LEFT = 6.0, 1.5  # what it costs to leave the table, and to have left it, for each piece
_OUTSIDE = -1

Parting = str
_PARTED: Mapping[Parting, float] = {"page": 0.9, "blank": 0.5, "line": 0.3, "mid": 0.03, "thing": 0.03, "start": 0.08}
"""How likely a cell begins where nothing forbids it, before anything is known: by what parts it from the words
before; `mid`: in mid-line, `start`: there too, with words that may begin a cell, `thing`: a product's cell."""
_CROWDED = {"start": 0.4, "thing": 0.2, "mid": 0.1}  # in a table whose lines often hold several cells


class Step(msgspec.Struct, frozen=True):
    """Where a piece stands: the column, or None outside the table; whether a row or a cell begins with it."""

    column: int | None
    row: bool
    cell: bool


class Shape(msgspec.Struct, frozen=True):
    """What is known of a table: its columns in order, those whose cells are labelled, whether rows are numbered."""

    fields: tuple[str, ...]
    labelled: frozenset[str]
    numbered: bool

    @property
    def main(self) -> int:
        """The last column that says what is to be reached or done; every row has it."""
        return max(index for index, field in enumerate(self.fields) if field in TEXTS)


class _State(NamedTuple):
    """A column; `resumed`: in what a page break left over of a row."""

    column: int
    resumed: bool = False


class _Move(NamedTuple):
    """A step into a state. `printed`: how wide the cell's words on the line are with those of the piece."""

    before: _State | None
    state: _State
    step: Step
    printed: float = 0.0


_AWAY = _State(_OUTSIDE)
_GONE = Step(None, False, False)


class _Learnt(msgspec.Struct, frozen=True):
    """By column, how wide its lines are when they go on in the next and how wide a line may be (0: unknown),
    and what an empty cell costs; how likely a parting ends a cell."""

    widths: tuple[float, ...]
    widest: tuple[float, ...]
    missing: tuple[float, ...]
    parted: Mapping[Parting, float]


def _kind_of(field: str) -> str:
    """How the cells of a column look."""
    if field in TEXTS:
        return "text"
    if field.isdecimal():
        return "year"
    return _KINDS.get(field, field if field == "unit" else "note")


def steps(pieces: Sequence[Piece], shape: Shape) -> list[Step]:
    """For each piece where it stands."""
    learnt = _at_first(pieces, shape)
    way: list[Step] = []
    for _ in range(_ROUNDS):
        found = _Way(shape, learnt).through(pieces)
        if found == way:
            break
        way = found
        learnt = _learn(pieces, way, shape)
    return way


# --- what is learnt -------------------------------------------------------------------------------


def _at_first(pieces: Sequence[Piece], shape: Shape) -> _Learnt:
    """What shows before any way is known: the widths of lines that begin with a label, and whether lines are shared."""
    found: list[list[float]] = [[] for _ in shape.fields]
    for piece in pieces:
        if piece.whole and piece.label is not None:
            found[shape.fields.index(piece.label.field)].append(piece.wide)
    lines = sum(piece.gap is not Gap.NONE for piece in pieces)
    shared = sum(piece.gap is Gap.NONE and bool(piece.starts & {"agency", "due"}) for piece in pieces)
    widths = tuple(map(_typical, found))
    return _Learnt(
        widths,
        tuple(_LOOSE * width for width in widths),
        tuple(_MISSING.get(field, 1.5) for field in shape.fields),
        {**_PARTED, **(_CROWDED if shared > 0.1 * lines else {})},
    )


def _typical(widths: Sequence[float]) -> float:
    """The width of a column by the lines that go on in the next."""
    return median(widths) / _FILLED if len(widths) >= 3 else 0.0


def _widest(width: float, printed: Sequence[float]) -> float:
    """How wide a line of a column may be: by its full lines, or where there are hardly any, by all but a few pieces."""
    if width:
        return _LOOSE * width
    return 1.4 * sorted(printed)[(9 * len(printed)) // 10] if len(printed) >= 5 else 0.0


def _learn(pieces: Sequence[Piece], way: Sequence[Step], shape: Shape) -> _Learnt:
    widths: list[list[float]] = [[] for _ in shape.fields]
    printed: list[list[float]] = [[] for _ in shape.fields]
    filled = [0] * len(shape.fields)
    parted = {parting: [2 * likely, 2.0] for parting, likely in _PARTED.items()}
    rows = 0
    for (piece, step), (_, then) in pairwise([*zip(pieces, way, strict=True), (pieces[-1], Step(None, True, True))]):
        if step.column is None:
            continue
        rows += step.row
        filled[step.column] += step.cell
        printed[step.column].append(piece.wide)
        if piece.whole and not then.cell and then.column == step.column:
            widths[step.column].append(piece.wide)
        if _undecided(piece):
            parted[_parting(piece)][0] += step.cell
            parted[_parting(piece)][1] += 1
    missing = tuple(
        min(5.0, max(_LEAST.get(field, 0.7), -math.log((max(0, rows - count) + 0.5) / (rows + 1))))
        for field, count in zip(shape.fields, filled, strict=True)
    )
    likely = {
        parting: min(0.92, max(_RARELY.get(parting, 0.06), some / every)) for parting, (some, every) in parted.items()
    }
    full = tuple(map(_typical, widths))
    widest = tuple(_widest(width, lines) for width, lines in zip(full, printed, strict=True))
    return _Learnt(full, widest, missing, likely)


def _undecided(piece: Piece) -> bool:
    """Whether a cell may begin with the piece as well as not."""
    return piece.capital and not piece.open and piece.label is None and not piece.numbered and not piece.fresh


def _parting(piece: Piece) -> Parting:
    if piece.gap is Gap.NONE:
        return "mid" if not piece.starts else "thing" if piece.starts <= {"product"} else "start"
    return piece.gap.name.lower()


# --- the way --------------------------------------------------------------------------------------


class _Way:
    """The cheapest way through pieces, by what is learnt so far."""

    def __init__(self, shape: Shape, learnt: _Learnt) -> None:
        self.shape, self.learnt, self.fields = shape, learnt, shape.fields
        self.count, self.main = len(shape.fields), shape.main
        self.kinds = [_kind_of(field) for field in self.fields]
        costs = [self._left_out(index) for index in range(self.count)]
        self.skipped = [[sum(costs[start:stop]) for stop in range(self.count + 1)] for start in range(self.count + 1)]
        self.rows = [Step(column, True, True) for column in range(self.count)]
        self.on = [Step(column, False, False) for column in range(self.count)]
        self.cells = [Step(column, False, True) for column in range(self.count)]
        self.later = [frozenset(self.kinds[index + 1 :]) for index in range(self.count)]
        self.begins = {parting: -math.log(likely) for parting, likely in learnt.parted.items()}
        self.stays = {parting: -math.log(1 - likely) for parting, likely in learnt.parted.items()}

    def _left_out(self, index: int) -> float:
        """What it costs that a row has no cell in a column."""
        field = self.fields[index]
        if field not in TEXTS:
            return self.learnt.missing[index]
        if index == self.main:
            return 6.0
        return 0.0 if field in self.shape.labelled else 1.0

    def through(self, pieces: Sequence[Piece]) -> list[Step]:
        """The cheapest step for every piece."""
        costs: dict[_State, float] = {}
        reached: dict[_State, _Move] = {}
        trail: list[dict[_State, _Move]] = []
        last = max((index for index, piece in enumerate(pieces) if _is_anchor(piece)), default=0)
        for index, piece in enumerate(pieces):
            now: dict[_State, float] = {}
            came: dict[_State, _Move] = {}
            for cost, move in self._moves(piece, costs, reached):
                if index <= last and move.state is _AWAY:
                    continue
                if cost < now.get(move.state, _NEVER):
                    now[move.state], came[move.state] = cost, move
            best = min(now.values())
            costs = {state: cost for state, cost in now.items() if cost <= best + _BEAM}
            reached = came
            trail.append(came)
        state: _State | None = min(costs, key=lambda one: costs[one] + self._row_end(one), default=None)
        way: list[Step] = []
        for came in reversed(trail):
            if state is not None:
                way.append(came[state].step)
                state = came[state].before
        return way[::-1]

    def _moves(
        self, piece: Piece, costs: Mapping[_State, float], reached: Mapping[_State, _Move]
    ) -> Iterator[tuple[float, _Move]]:
        rows = self._rows(piece)
        if not costs:
            yield from ((cost, _Move(None, _State(column), self.rows[column], piece.wide)) for column, cost in rows)
            return
        begins = self._begins(piece)
        forced = piece.fresh or (piece.numbered and self.shape.numbered)
        inside = [state for state in costs if state.column != _OUTSIDE]
        starts = [] if forced else [self._start(column, piece) for column in range(self.count)]
        for state in inside if not forced else ():
            cost = costs[state]
            for more, move in self._within(piece, reached[state], begins, starts):
                yield cost + more, move
        if inside:
            ended, last = min((costs[state] + self._row_end(state), state) for state in inside)
            ended += 0.0 if forced else begins
            for column, more in rows:
                yield ended + more, _Move(last, _State(column), self.rows[column], piece.wide)
            if piece.gap is not Gap.NONE:
                yield ended + _LEAVING, _Move(last, _AWAY, _GONE)
        if _AWAY in costs:
            yield costs[_AWAY] + _LEFT, _Move(_AWAY, _AWAY, _GONE)

    def _within(
        self, piece: Piece, here: _Move, begins: float, starts: Sequence[float]
    ) -> Iterator[tuple[float, _Move]]:
        """Moves within a row: to stay in the cell, to go on to a later one, to resume after a page break."""
        column, resumed = here.state
        if piece.label is None:
            printed = piece.wide + (here.printed + 0.25 if piece.gap is Gap.NONE else 0.0)
            stay = self._stay(column, piece, here.printed, printed)
            yield stay, _Move(here.state, here.state, self.on[column], printed)
        for later in range(column + 1, self.count):
            start = starts[later]
            if resumed and piece.label is None:
                start = min(start, _resuming(piece))
            if start < _NEVER:
                skipped = 0.0 if resumed else self.skipped[column + 1][later]
                yield skipped + begins + start, _Move(here.state, _State(later, resumed), self.cells[later], piece.wide)
        if piece.gap is Gap.PAGE and piece.label is None:
            for again in range(column + 1):
                more = _AGAIN + _resuming(piece)
                yield more, _Move(here.state, _State(again, True), Step(again, False, again != column), piece.wide)

    def _row_end(self, state: _State) -> float:
        """What it costs that a row ends with this column. A row may end early where a page break repeats
        a merged cell alone, or has cut the row, or where several activities share the cells behind the last."""
        column = state.column
        if column == _OUTSIDE or state.resumed:
            return 0.0
        if column < self.main:
            return 1.5
        missing = self.skipped[column + 1][self.count]
        return min(5.0, missing) if column == self.main else missing

    def _rows(self, piece: Piece) -> Iterator[tuple[int, float]]:
        """The columns with which a row may begin here, and what that costs."""
        for column in range(self.main + 1):
            start = self._start(column, piece) if self.fields[column] in TEXTS else _NEVER
            if start < _NEVER:
                yield column, start + self.skipped[0][column] + self._row_cost(piece)
        if piece.fresh and piece.label is None and self.shape.labelled.issuperset(set(self.fields) & set(TEXTS)):
            yield self.main, 4.0

    def _row_cost(self, piece: Piece) -> float:
        """What it costs that a row begins without a sign of it."""
        if piece.label is not None or piece.fresh or (piece.numbered and self.shape.numbered):
            return 0.0
        if self.fields[self.main] in self.shape.labelled:
            return 9.0
        return 5.0 if self.shape.numbered else 1.0

    def _start(self, column: int, piece: Piece) -> float:
        """What it costs that a cell of this column begins with the piece."""
        if piece.label is not None:
            return 0.0 if piece.label.field == self.fields[column] else _NEVER
        if self.fields[column] in self.shape.labelled:
            return _NEVER
        return _opening(self.kinds[column], piece) + self._overflow(column, piece.wide)

    def _begins(self, piece: Piece) -> float:
        """What it costs that a cell ends before the piece."""
        if piece.label is not None:
            return 0.0
        cost = self.begins[_parting(piece)]
        if piece.open:
            return cost + 4.0
        return cost + (0.8 if piece.listed else 0.0)

    def _stay(self, column: int, piece: Piece, before: float, printed: float) -> float:
        """What it costs that the cell goes on with the piece: `before` and with it, how wide its line prints."""
        cost = self._overflow(column, printed)
        if piece.gap is not Gap.NONE:
            cost += self._early(column, before + 0.25 + piece.lead, closed=piece.closed)
        if piece.capital and not piece.open:
            cost += self.stays[_parting(piece)] + self._another(column, piece)
        elif piece.first.isalpha() and self.kinds[column] in ("unit", "year"):
            cost += 1.0
        return cost + (_OVER_PAGE if piece.gap is Gap.PAGE else 0.0)

    def _early(self, column: int, room: float, *, closed: bool) -> float:
        """What it costs that a line ended though the first word of the next had room on it."""
        wide = 0.95 * self.learnt.widths[column]
        if room >= wide:
            return 0.0
        return (1.0 if closed else 3.0) * min(1.0, (wide - room) / (0.15 * wide))

    def _another(self, column: int, piece: Piece) -> float:
        """What speaks for another cell: words that begin a cell of a later column, or one like this."""
        if piece.listed or not piece.starts:
            return 1.0 if self.kinds[column] == "due" and not piece.listed else 0.0
        if piece.gap is Gap.NONE and piece.starts <= {"product"}:
            return 0.3
        own = self.kinds[column]
        if piece.starts & self.later[column]:
            return 3.0 if own in piece.starts and own != "product" else 2.5
        return 1.5 if own != "text" and (own != "product" or "product" not in piece.starts) else 0.0

    def _overflow(self, column: int, printed: float) -> float:
        """What it costs that a line is wider than the column."""
        wide = self.learnt.widest[column]
        return min(8.0, 1.5 * (printed - wide)) if 0 < wide < printed else 0.0


def _is_anchor(piece: Piece) -> bool:
    """Whether the table still goes on with a piece, whatever stands before it."""
    return piece.numbered or piece.fresh or piece.label is not None


def _resuming(piece: Piece) -> float:
    """What it costs to take a piece for the rest of a cell that a page break has cut."""
    return 5.0 if piece.capital else 0.7


def _opening(kind: str, piece: Piece) -> float:
    """What it costs that a cell of a kind begins with the piece, by its words."""
    if kind in piece.starts:
        return 0.0 if piece.capital or kind == "unit" else 2.0
    if not piece.capital and kind != "text":
        return _NEVER
    cost = _UNLIKE[kind] + (3.5 if not piece.capital else 1.5 if piece.first.isdigit() else 0.0)
    return cost + (2.0 if kind in ("product", "text") and piece.starts & {"agency", "due"} else 0.0)
