"""Tables found from their ruling lines: the words of a page sorted into cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from cascade.documents.layout import Rule, Rules, TableDraft, Word, rows_of
from cascade.documents.sheet import Slot

_SNAP = 2.5  # rules closer than this, in points, are one
_TOUCH = 4.0  # ends this near a rule, in points, touch it
_COVER = 0.6  # the share of a cell's side that a rule must cover to part it from the next
_MOST_RULES = 4_000  # a drawing, not a table


def tables_of(words: Iterable[Word], rules: Rules, page: int) -> tuple[list[TableDraft], list[Word]]:
    """The ruled tables of a page, top first, and the words outside them."""
    rest = list(words)
    tables = []
    for grid in grids_of(rules):
        inside = [word for word in rest if grid.holds(word)]
        if inside:
            rest = [word for word in rest if not grid.holds(word)]
            tables.append(grid.filled(inside, page))
    return tables, rest


class Grid:
    """Column and row edges with the rules that part their cells."""

    def __init__(self, across: list[Rule], down: list[Rule]) -> None:
        self.across, self.down = across, down
        self.xs = _edges([rule.at for rule in down], [end for rule in across for end in rule[1:]])
        self.ys = _edges([rule.at for rule in across], [end for rule in down for end in rule[1:]])

    @property
    def size(self) -> int:
        """How many places the grid has."""
        return (len(self.xs) - 1) * (len(self.ys) - 1)

    @property
    def area(self) -> float:
        """In square points."""
        return (self.xs[-1] - self.xs[0]) * (self.ys[-1] - self.ys[0])

    def holds(self, word: Word) -> bool:
        """Whether the middle of a word lies inside."""
        x, y = _middle(word)
        return self.xs[0] < x < self.xs[-1] and self.ys[0] < y < self.ys[-1]

    def covers(self, other: Grid) -> bool:
        """Whether another grid lies inside this one."""
        return (
            self.xs[0] - 1 <= other.xs[0]
            and other.xs[-1] <= self.xs[-1] + 1
            and self.ys[0] - 1 <= other.ys[0]
            and other.ys[-1] <= self.ys[-1] + 1
        )

    def filled(self, words: list[Word], page: int) -> TableDraft:
        """The table that the grid makes of the words inside it."""
        places = self._merged()
        found: dict[int, list[Word]] = {}
        for word in words:
            x, y = _middle(word)
            place = places[bisect_right(self.ys, y) - 1][bisect_right(self.xs, x) - 1]
            found.setdefault(place, []).append(word)
        cells = {
            place: Slot([(row.text, page) for row in rows_of(found.get(place, ()))]) for row in places for place in row
        }
        rows = [[cells[place] for place in row] for row in places]
        table = TableDraft(page, self.ys[0], self.ys[-1], self.xs, rows)
        table.open_top = not self._ruled_across(self.ys[0])
        table.open_bottom = not self._ruled_across(self.ys[-1])
        return table

    def _ruled_across(self, y: float) -> bool:
        return _covered(self.across, y, self.xs[0], self.xs[-1])

    def _merged(self) -> list[list[int]]:
        """The number of the cell in each place; places that no rule parts have the same."""
        wide, high = len(self.xs) - 1, len(self.ys) - 1
        parent = list(range(wide * high))
        for row in range(high):
            for column in range(wide):
                here = row * wide + column
                if column and not _covered(self.down, self.xs[column], self.ys[row], self.ys[row + 1]):
                    _unite(parent, here, here - 1)
                if row and not _covered(self.across, self.ys[row], self.xs[column], self.xs[column + 1]):
                    _unite(parent, here, here - wide)
        return [[_root(parent, row * wide + column) for column in range(wide)] for row in range(high)]


def _middle(word: Word) -> tuple[float, float]:
    return (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2


def _covered(rules: Iterable[Rule], at: float, start: float, end: float) -> bool:
    held = sum(max(0.0, min(rule.end, end) - max(rule.start, start)) for rule in rules if abs(rule.at - at) <= _TOUCH)
    return held >= _COVER * (end - start)


def _edges(rules: list[float], ends: list[float]) -> list[float]:
    """Where rules lie, and how far the others reach beyond them."""
    edges: list[float] = []
    for at in sorted([*rules, min(ends), max(ends)]):
        if not edges or at - edges[-1] > _TOUCH:
            edges.append(at)
    return edges


def _root(parent: list[int], item: int) -> int:
    while parent[item] != item:
        parent[item] = parent[parent[item]]
        item = parent[item]
    return item


def _unite(parent: list[int], one: int, other: int) -> None:
    low, high = sorted((_root(parent, one), _root(parent, other)))
    parent[high] = low


def _snapped(rules: Iterable[Rule]) -> list[Rule]:
    """Rules on one line made one, where their ends meet."""
    groups: list[list[Rule]] = []
    for rule in sorted(rules):
        if groups and rule.at - groups[-1][0].at <= _SNAP:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    return [joined for group in groups for joined in _joined(group)]


def _joined(group: list[Rule]) -> list[Rule]:
    at = sum(rule.at for rule in group) / len(group)
    joined: list[Rule] = []
    for rule in sorted(group, key=lambda rule: rule.start):
        if joined and rule.start - joined[-1].end <= _TOUCH:
            joined[-1] = Rule(at, joined[-1].start, max(joined[-1].end, rule.end))
        else:
            joined.append(Rule(at, rule.start, rule.end))
    return joined


def grids_of(rules: Rules) -> list[Grid]:
    """One grid for each set of rules that touch one another, top first, none inside another."""
    if len(rules.across) + len(rules.down) > _MOST_RULES:
        return []
    across, down = _snapped(rules.across), _snapped(rules.down)
    parent = list(range(len(across) + len(down)))
    for one, flat in enumerate(across):
        for other, steep in enumerate(down, len(across)):
            if _meet(flat, steep):
                _unite(parent, one, other)
    sets: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for item, rule in enumerate([*across, *down]):
        sets.setdefault(_root(parent, item), ([], []))[item >= len(across)].append(rule)
    grids = [Grid(flat, steep) for flat, steep in sets.values() if flat and steep]
    return _outermost([grid for grid in grids if grid.size > 1])


def _outermost(grids: Sequence[Grid]) -> list[Grid]:
    kept: list[Grid] = []
    for grid in sorted(grids, key=lambda grid: -grid.area):
        if not any(other.covers(grid) for other in kept):
            kept.append(grid)
    return sorted(kept, key=lambda grid: grid.ys[0])


def _meet(flat: Rule, steep: Rule) -> bool:
    return (
        flat.start - _TOUCH <= steep.at <= flat.end + _TOUCH and steep.start - _TOUCH <= flat.at <= steep.end + _TOUCH
    )
