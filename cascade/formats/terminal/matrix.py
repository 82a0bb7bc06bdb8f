"""The matrix of what was not found: a row an item of the plan above, a column a plan below, and the nearest words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec
from rich.table import Table
from rich.text import Text

from cascade.formats.terminal.sheet import Parts, Sheet
from cascade.model.rule import SEVERITIES
from cascade.report import phrases
from cascade.report.kinds import PARTIAL
from cascade.report.places import short
from cascade.report.screen import STYLES, clipped, fitted, joined, safe
from cascade.result.result import FindingView, ItemView, PlanView

_NUMBERED = 6  # so many plans below have the number of the point beside each sign
_CELL = 4
_WORDS = 18  # cells that the words of either side need at least
_LINES = 2  # that words take up at most
WIDE = 100
"""The width from which on one line a row will do."""


class Row(msgspec.Struct, frozen=True):
    """An item of a plan above, and what was found of it in each plan below."""

    asked: ItemView
    found: dict[str, FindingView]
    loud: int
    worst: int


def rows_of(sheet: Sheet, findings: Iterable[FindingView]) -> list[Row]:
    """The items that the findings are about: those that most plans lack first, then the gravest."""
    found: dict[tuple[str, str, int], dict[str, FindingView]] = {}
    asked: dict[tuple[str, str, int], ItemView] = {}
    for finding in findings:
        against = finding.against
        if against is not None and sheet.is_lacking(finding):
            key = (against.plan, against.kind, against.index)
            asked.setdefault(key, against)
            found.setdefault(key, {})[finding.plan] = finding
    rows = [
        Row(
            asked[key],
            cells,
            sum(map(sheet.is_loud, cells.values())),
            min(SEVERITIES.index(finding.severity) for finding in cells.values()),
        )
        for key, cells in found.items()
    ]
    return sorted(rows, key=lambda row: (-row.loud, row.worst, row.asked.plan, row.asked.kind, row.asked.index))


def matrix(sheet: Sheet, rows: Sequence[Row], most: int | None = None) -> Parts:
    """The rows below the plan above that they are of, at most so many."""
    shown = rows if most is None else rows[:most]
    parts: Parts = []
    for parent in dict.fromkeys(row.asked.plan for row in shown):
        parts += _Matrix(sheet, sheet.result.plan(parent), [row for row in shown if row.asked.plan == parent]).parts()
    if len(rows) > len(shown):
        name = "chua-thay --show chua-du" if sheet.lang == "vi" else "missing --show partial"
        parts.append(Text(f"  {sheet.say(phrases.MORE_ROWS, n=len(rows) - len(shown), name=name)}", style="dim"))
    return [*parts, Text()] if parts else []


class _Matrix:
    """The rows of one plan above being laid out."""

    def __init__(self, sheet: Sheet, parent: PlanView, rows: Sequence[Row]) -> None:
        self.sheet, self.parent, self.rows = sheet, parent, rows
        concerned = {plan_id for row in rows for plan_id in row.found}
        below = (sheet.result.plan(plan_id) for plan_id in concerned)
        self.below = sorted(below, key=lambda plan: (len(plan.code), plan.code))
        self.number = min(max(len(short(row.asked)) for row in rows), 12) + 1
        width = sheet.screen.width
        self.cell = _CELL if len(self.below) <= _NUMBERED else max(len(plan.code) for plan in self.below)
        room = width - self.number - 6 - 2 * _WORDS
        self.counted = len(self.below) * (self.cell + 1) > room
        cells = _CELL * 3 if self.counted else len(self.below) * (self.cell + 1)
        self.words = (width - self.number - 3 - cells) // 2
        self.lines = 1 if width >= WIDE else _LINES

    def parts(self) -> Parts:
        table = self.sheet.screen.grid(1, self.number, self.words, *self._cells(), self.words)
        table.add_row("", "", "", *self._heads(), Text(self.sheet.say(phrases.NEAREST_HEAD), style="dim"))
        for row in self.rows:
            self._add(table, row)
        return [self._title(), safe(self._legend(), "dim"), table]

    def _title(self) -> Text:
        sheet = self.sheet
        marks = sheet.screen.marks
        title = sheet.say(
            phrases.LACKING,
            parent=sheet.say(self.parent.short).upper(),
            lacking=marks["lacking"],
            partial=marks["partial"],
        )
        if any(_sign(sheet, finding) == "unsure" for row in self.rows for finding in row.found.values()):
            title += f" · {sheet.say(phrases.MAYBE, unsure=marks['unsure'])}"
        return safe(title, "bold")

    def _legend(self) -> str:
        """What the numbers and the empty sign are, by the first point as an example."""
        sheet, none = self.sheet, self.sheet.screen.marks["none"]
        if self.counted:
            return sheet.say(phrases.COUNTED)
        plan = next(plan for plan in self.below if plan.id in self.rows[0].found)
        if self.cell != _CELL:
            return sheet.say(phrases.UNNUMBERED, none=none)
        sign, code = self._cell(self.rows[0], plan).plain, self.rows[0].found[plan.id].code
        return sheet.say(phrases.NUMBERED, sign=sign, plan=plan.code, code=code, none=none)

    def _cells(self) -> list[int]:
        return [_CELL * 3] if self.counted else [self.cell] * len(self.below)

    def _heads(self) -> list[Text]:
        return [Text()] if self.counted else [Text(plan.code, style="bold") for plan in self.below]

    def _add(self, table: Table, row: Row) -> None:
        text = fitted(safe(self.sheet.words(row.asked)), self.words - 1, self.lines)
        number = clipped(short(row.asked), self.number - 1)
        cells = [self._counts(row)] if self.counted else [self._cell(row, plan) for plan in self.below]
        table.add_row("", safe(number, "dim"), text, *cells, self._nearest(row))

    def _cell(self, row: Row, plan: PlanView) -> Text:
        finding = row.found.get(plan.id)
        if finding is None:
            return Text(self.sheet.screen.marks["none"], style="dim")
        mark = Text(self.sheet.screen.marks[_sign(self.sheet, finding)], style=STYLES[finding.severity])
        number = finding.code.removeprefix(plan.code) if self.cell == _CELL else ""
        return joined(mark, Text(number, style="dim"))

    def _counts(self, row: Row) -> Text:
        counted = Counter(_sign(self.sheet, finding) for finding in row.found.values())
        marks = self.sheet.screen.marks
        return Text(
            " ".join(f"{marks[sign]}{counted[sign]}" for sign in ("lacking", "partial", "unsure") if counted[sign])
        )

    def _nearest(self, row: Row) -> Text:
        """The nearest words of the plan that comes nearest: of one that says a part, or else of the first."""
        near = [finding for finding in row.found.values() if finding.nearest is not None]
        best = next((one for one in near if _sign(self.sheet, one) == "partial"), near[0] if near else None)
        if best is None or best.nearest is None:
            return Text("—", style="dim")
        plan = self.sheet.result.plan(best.plan)
        whose: list[Text | str] = [Text(f"{plan.code}:", style="bold"), " "] if len(self.below) > 1 else []
        where = safe(short(best.nearest), "dim")
        words = joined(*whose, where, " ", safe(f"«{self.sheet.words(best.nearest)}»"))
        return fitted(words, self.words - 1, self.lines)


def _sign(sheet: Sheet, finding: FindingView) -> str:
    if finding.unsure:
        return "unsure"
    return "partial" if sheet.kinds[finding.code] is PARTIAL else "lacking"
