"""The first table: each plan with how many points it has of each kind."""

from __future__ import annotations

from collections import Counter, defaultdict

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from cascade.formats.terminal.head import is_marked
from cascade.formats.terminal.sheet import Parts, Sheet
from cascade.report import phrases
from cascade.report.kinds import KINDS, Kind
from cascade.report.screen import STYLES, clipped, safe
from cascade.result.result import PlanView

_WIDEST, _LEAST = 10, 7  # cells of a column of figures, the space after it not counted
_NAME = 24


def overview(sheet: Sheet, most: int | None = None) -> Parts:
    """A row a plan, by the plan above it; with more than `most` plans those that have most points."""
    if not sheet.groups:
        return []
    return _Overview(sheet).parts(most)


class _Overview:
    """The table being laid out: its columns are those kinds that occur."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.errors: set[tuple[str, str]] = set()
        for finding in sheet.open:
            column = sheet.kinds[finding.code].id if sheet.is_loud(finding) else "info"
            self.counts[finding.plan][column] += 1
            if finding.severity == "error":
                self.errors.add((finding.plan, column))
        used = {column for counted in self.counts.values() for column in counted}
        self.kinds = [kind for kind in KINDS if kind.id in used]
        self.noted = "info" in used
        self.letters = max(len(plan.code) for plans in sheet.groups.values() for plan in plans)
        columns = max(len(self.kinds) + self.noted, 1)
        room = (sheet.screen.width - self.letters - 3 - _NAME) // columns - 2
        self.column = min(_WIDEST, max(_LEAST, room))
        self.name = max(12, sheet.screen.width - self.letters - 3 - columns * (self.column + 2))

    def parts(self, most: int | None) -> Parts:
        shown = self._shown(most)
        parts: Parts = []
        several = len(self.sheet.groups) > 1
        for place, (parent, plans) in enumerate(shown.items()):
            if several:
                parts.append(self._beside(parent))
            parts.append(self._table(plans, head=place == 0))
        left = sum(map(len, self.sheet.groups.values())) - sum(map(len, shown.values()))
        if left:
            parts.append(Text(f"  {self.sheet.say(phrases.MORE_PLANS, n=left)}", style="dim"))
        return [*parts, Text()]

    def _shown(self, most: int | None) -> dict[str | None, list[PlanView]]:
        groups = self.sheet.groups
        if most is None or sum(map(len, groups.values())) <= most:
            return groups
        worst = sorted((plan for plans in groups.values() for plan in plans), key=self._weight)
        kept = {plan.id for plan in worst[:most]}
        shown = {
            parent: sorted((p for p in plans if p.id in kept), key=self._weight) for parent, plans in groups.items()
        }
        return {parent: plans for parent, plans in shown.items() if plans}

    def _weight(self, plan: PlanView) -> tuple[int, int, str]:
        counted = self.counts[plan.id]
        return counted["info"] - counted.total(), len(plan.code), plan.code

    def _beside(self, parent: str | None) -> Text:
        sheet = self.sheet
        if parent is None:
            return Text(sheet.say(phrases.BESIDE_NOTHING), style="dim")
        return safe(sheet.say(phrases.BESIDE, parent=sheet.say(sheet.result.plan(parent).name)), "dim")

    def _table(self, plans: list[PlanView], *, head: bool) -> Table:
        table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, show_header=head, header_style="")
        table.add_column(width=self.letters + 1, no_wrap=True, style="bold")
        table.add_column(width=self.name, no_wrap=True)
        heads = [kind.head for kind in self.kinds] + [phrases.SEVERITY["info"]] * self.noted
        for words in heads:
            table.add_column(self.sheet.say(words), width=self.column, justify="right", vertical="bottom")
        for plan in plans:
            table.add_row(f" {plan.code}", self._name(plan), *self._figures(plan))
        return table

    def _name(self, plan: PlanView) -> Text:
        mark = " *" if is_marked(self.sheet, plan.review) else ""
        name = self.sheet.name(plan)
        room = self.name - len(mark)
        return safe(f"{name if cell_len(name) <= room else clipped(name, room)}{mark}")

    def _figures(self, plan: PlanView) -> list[Text]:
        figures = [self._figure(plan, kind) for kind in self.kinds]
        noted = self.counts[plan.id]["info"]
        return [*figures, *([Text(str(noted or "-"), style="dim")] if self.noted else [])]

    def _figure(self, plan: PlanView, kind: Kind) -> Text:
        count = self.counts[plan.id][kind.id]
        if not count:
            return Text("-", style="dim")
        return Text(str(count), style=STYLES["error" if (plan.id, kind.id) in self.errors else "warning"])
