"""What the plans below make of each item of a plan above: a row an item, a cell a plan; of many plans how many."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from cascade.formats.page.passages import concerns
from cascade.result.result import ItemComparison, ItemView, PairView, PlanView, Result

State = Literal["lacking", "weaker", "part", "unsure", "sound", "free"]
STATES: tuple[State, ...] = ("lacking", "weaker", "part", "unsure", "sound", "free")
"""What a plan makes of an item, the worst first."""
SIGNS: Mapping[State, str] = {"lacking": "✗", "weaker": "▼", "part": "~", "unsure": "?", "sound": "✓", "free": "·"}
_STATES: Mapping[str, State] = {
    "holds": "sound",
    "covered": "sound",
    "weaker": "weaker",
    "late": "weaker",
    "carve-out": "weaker",
    "softer": "weaker",
    "missing": "lacking",
    "uncovered": "lacking",
    "unquantified": "part",
    "partial": "part",
    "incomparable": "unsure",
    "doubtful": "unsure",
}
_AMISS: tuple[State, ...] = ("lacking", "weaker", "part")
COLUMNS = 10
"""More plans than this are counted instead of shown each in a column."""
_NEAREST = 2


class Cell(msgspec.Struct, frozen=True):
    """What one plan makes of the item; `codes`: of the findings about it."""

    plan: PlanView
    state: State
    codes: tuple[str, ...]
    nearest: ItemView | None


class Row(msgspec.Struct, frozen=True):
    """One item of the plan above, with a cell for each plan that was compared."""

    item: ItemView
    cells: tuple[Cell, ...]

    @property
    def worst(self) -> State:
        """The worst state of a cell."""
        return min((cell.state for cell in self.cells), key=STATES.index)

    @property
    def counts(self) -> tuple[tuple[State, tuple[Cell, ...]], ...]:
        """The cells by state, the worst first, where there are any."""
        found: defaultdict[State, list[Cell]] = defaultdict(list)
        for cell in self.cells:
            found[cell.state].append(cell)
        return tuple((state, tuple(found[state])) for state in STATES if state in found)

    @property
    def nearest(self) -> tuple[Cell, ...]:
        """The plans whose nearest words are shown, those that say least of the item first."""
        cells = sorted(self.cells, key=lambda cell: STATES.index(cell.state))
        return tuple(cell for cell in cells if cell.nearest is not None)[:_NEAREST]


class Matrix(msgspec.Struct, frozen=True):
    """One plan above and all that were compared with it: the rows of items with which something is amiss, those where
    that is not sure, and those where nothing is."""

    parent: PlanView
    children: tuple[PlanView, ...]
    rows: tuple[Row, ...]
    unsure: tuple[Row, ...]
    sound: tuple[Row, ...]

    @property
    def crowded(self) -> bool:
        """Whether there are too many plans for a column each."""
        return len(self.children) > COLUMNS

    @property
    def states(self) -> tuple[State, ...]:
        """The states that occur in the rows shown."""
        used = Counter(cell.state for row in (*self.rows, *self.unsure) for cell in row.cells)
        return tuple(state for state in STATES if used[state])


def matrices(result: Result) -> tuple[Matrix, ...]:
    """A matrix for each plan with which others were compared, in the order of the plans."""
    pairs: defaultdict[str, list[PairView]] = defaultdict(list)
    for pair in result.comparisons:
        pairs[pair.parent].append(pair)
    made = (_matrix(result, plan, pairs[plan.id]) for plan in result.plans if plan.id in pairs)
    return tuple(sorted((one for one in made if one.rows or one.unsure or one.sound), key=lambda one: one.parent.rank))


def _matrix(result: Result, parent: PlanView, pairs: Iterable[PairView]) -> Matrix:
    found: defaultdict[tuple[str, int], list[tuple[PairView, ItemComparison]]] = defaultdict(list)
    children = []
    for pair in pairs:
        children.append(result.plan(pair.child))
        for one in pair.items:
            found[one.parent.kind, one.parent.index].append((pair, one))
    rows = [
        Row(together[0][1].parent, tuple(_cell(result, pair, one) for pair, one in together))
        for together in found.values()
    ]
    asked = [row for row in rows if any(cell.state != "free" or cell.codes for cell in row.cells)]
    return Matrix(
        parent,
        tuple(children),
        *(tuple(row for row in asked if row.worst in states) for states in (_AMISS, ("unsure",), ("sound", "free"))),
    )


def _cell(result: Result, pair: PairView, one: ItemComparison) -> Cell:
    state = _STATES.get(one.verdict, "free")
    if one.unsure and state != "free":
        state = "unsure"
    if state == "lacking" and not pair.whole:
        state = "unsure"
    known = (result.by_fingerprint.get(print_) for print_ in one.findings)
    findings = [finding for finding in known if finding is not None and concerns(finding, result)]
    codes = tuple(finding.code for finding in findings)
    if codes and state in ("sound", "free"):
        state = "weaker"  # a task that is done late, a pace that is not kept
    nearest = next((finding.nearest for finding in findings if finding.nearest), None)
    near = one.child or nearest if state not in ("sound", "free") else None
    return Cell(result.plan(pair.child), state, codes, near if codes else None)
