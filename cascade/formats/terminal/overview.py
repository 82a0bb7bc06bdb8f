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

_GAPS = (3, 2, 1)  # cells between columns: the widest that leaves room for the names
_NAME, _LEAST = 26, 20  # cells of a name


def overview(sheet: Sheet, most: int | None = None) -> Parts:
    """A row a plan, by the plan above it; with more than `most` plans those that have most points. Nothing where
    nothing is new since an earlier run."""
    if not sheet.groups or (sheet.result.since is not None and not sheet.open):
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
        words = [kind.head for kind in self.kinds] + [phrases.SEVERITY["info"]] * self.noted
        for breaks in (_in_two, _in_words):
            self.heads = [breaks(sheet.say(head)) for head in words]
            self.widths = [max(map(len, head.split("\n"))) for head in self.heads]
            rooms = {gap: self._room(gap) for gap in _GAPS}
            self.gap = next((gap for gap, room in rooms.items() if room >= _NAME), 1)
            if rooms[self.gap] >= _LEAST:
                break
        longest = max(cell_len(sheet.name(plan)) for plans in sheet.groups.values() for plan in plans) + 10
        self.name = max(12, min(rooms[self.gap], longest))

    def _room(self, gap: int) -> int:
        """Cells that columns so far apart leave for the names."""
        return self.sheet.screen.width - self.letters - 2 - gap - sum(width + gap for width in self.widths)

    def parts(self, most: int | None) -> Parts:
        shown = self._shown(most)
        parts: Parts = []
        several = len(self.sheet.groups.keys() - {None}) > 1
        for place, (parent, plans) in enumerate(sorted(shown.items(), key=lambda group: group[0] is None)):
            if several or (parent is None and len(shown) > 1):
                parts.append(self._beside(parent))
            parts.append(self._table(plans, head=place == 0 and bool(self.heads)))
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
        table = Table(box=None, padding=(0, self.gap, 0, 0), pad_edge=False, show_header=head, header_style="")
        table.add_column(width=self.letters + 1, no_wrap=True, style="bold")
        table.add_column(width=self.name, no_wrap=True)
        for words, width in zip(self.heads, self.widths, strict=True):
            table.add_column(words, width=width, justify="right", vertical="bottom")
        for plan in plans:
            table.add_row(f" {plan.code}", self._name(plan), *self._figures(plan))
        return table

    def _name(self, plan: PlanView) -> Text:
        part = "" if plan.content == "full" else f" ({self.sheet.say(phrases.IN_PART)})"
        mark = f"{part} *" if is_marked(self.sheet, plan.review) else part
        name = self.sheet.name(plan)
        room = self.name - len(mark)
        return safe(f"{name if cell_len(name) <= room else clipped(plan.unit, room)}{mark}")

    def _figures(self, plan: PlanView) -> list[Text]:
        figures = [self._figure(plan, kind) for kind in self.kinds]
        noted = self.counts[plan.id]["info"]
        return [*figures, *([Text(str(noted or "-"), style="dim")] if self.noted else [])]

    def _figure(self, plan: PlanView, kind: Kind) -> Text:
        count = self.counts[plan.id][kind.id]
        if not count:
            return Text("-", style="dim")
        return Text(str(count), style=STYLES["error" if (plan.id, kind.id) in self.errors else "warning"])


def _in_words(head: str) -> str:
    """A heading with one word a line, where there is little room."""
    return head.replace(" ", "\n")


def _in_two(head: str) -> str:
    """A heading on two lines, broken where that makes it narrowest."""
    spaces = [place for place, char in enumerate(head) if char == " "]
    broken = [f"{head[:place]}\n{head[place + 1 :]}" for place in spaces]
    return min(broken, key=lambda text: max(map(len, text.split("\n"))), default=head)
