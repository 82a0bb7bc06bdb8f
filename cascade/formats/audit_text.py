"""The audit as a reviewer reads it: the cascade as a tree, then each plan with its findings, worst first."""

from __future__ import annotations

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from cascade.formats.totals import nothing, total
from cascade.model.rule import SEVERITIES
from cascade.model.words import Lang, Words
from cascade.report import phrases
from cascade.report.lineage_tree import tree_rows
from cascade.report.screen import MARKS, STYLES, Screen, joined, safe
from cascade.result.result import FindingView, ItemView, PlanView, Result

PAGE = Screen()


def render(result: Result, lang: Lang, screen: Screen = PAGE) -> bytes:
    """The whole report as text."""
    page = _Page(result, lang, screen)
    return screen.draw(*page.head(), *page.tree(), *page.plans(), *page.faults(), *page.since(), page.total()).encode()


class _Page:
    """One report being laid out."""

    def __init__(self, result: Result, lang: Lang, screen: Screen) -> None:
        self.result, self.lang, self.screen = result, lang, screen

    def head(self) -> list[RenderableType]:
        return [Text(phrases.TITLE.say(self.lang), style="bold"), Text(), *self._not_compared()]

    def _not_compared(self) -> list[RenderableType]:
        """Said before all else: a plan without findings is not sound where nothing was held against it."""
        told = []
        for one in self.result.not_compared:
            missing = ", ".join(one.missing) or phrases.NO_PLAN_ABOVE.say(self.lang)
            plan = self.result.plan(one.plan).label.say(self.lang)
            told.append(phrases.NOT_COMPARED.say(self.lang, missing=missing, plan=plan))
        if not told and self.result.plans and not self.result.compares:
            told = [phrases.NOTHING_COMPARED.say(self.lang)]
        return [*(safe(line, "bold yellow") for line in told), *([Text()] if told else [])]

    def tree(self) -> list[RenderableType]:
        """Who carries out whom, with what is on file and how many findings each plan has."""
        rows: list[RenderableType] = [Text(phrases.CASCADE.say(self.lang), style="bold")]
        plans = self.result.plans
        for row in tree_rows({plan.id: plan.rank for plan in plans}, {plan.id: plan.parents for plan in plans}):
            mark = Text() if row.again else self._counts(row.plan)
            again = f" ({phrases.SEE_ABOVE.say(self.lang)})" if row.again else ""
            guides = row.guides if self.screen.fancy else "  " * row.depth
            rows.append(self.screen.hanging(guides, joined(self._name(row.plan), again, "  ", mark)))
        return [*rows, Text()]

    def _name(self, plan_id: str) -> Text:
        plan = self.result.plan(plan_id)
        day = phrases.ISSUED.say(self.lang, date=f"{plan.issued:%d/%m/%Y}") if plan.issued else None
        day = day or phrases.UNDATED.say(self.lang)
        content = phrases.CONTENT[plan.content].say(self.lang)
        return joined(
            Text(f"{plan.level_name.say(self.lang)}: ", style="dim"),
            safe(plan.label.say(self.lang), "bold"),
            f", {day}",
            Text(f" [{content}]", style="dim"),
        )

    def _counts(self, plan_id: str) -> Text:
        counts = Text()
        for severity in SEVERITIES:
            n = sum(1 for finding in self.result.by_plan.get(plan_id, ()) if finding.severity == severity)
            if n:
                counts.append(f" {phrases.count(severity, n, self.lang)}", style=STYLES[severity])
        return counts

    def plans(self) -> list[RenderableType]:
        """A section for each plan that has findings: those with errors first, then from the highest level down."""
        parts: list[RenderableType] = []
        if not self.result.findings:
            return [Text(nothing(self.result, self.lang)), Text()] if self.result.plans else []
        worst: dict[str, int] = {}
        for plan_id, found in self.result.by_plan.items():
            worst[plan_id] = min(SEVERITIES.index(finding.severity) for finding in found)
        for plan_id in sorted(worst, key=worst.__getitem__):
            parts += self._plan(plan_id)
        return parts

    def _plan(self, plan_id: str) -> list[RenderableType]:
        found = self.result.by_plan[plan_id]
        loud = [finding for finding in found if finding.severity != "info"]
        quiet = [finding for finding in found if finding.severity == "info"]
        parts: list[RenderableType] = [self._section(self.result.plan(plan_id))]
        for one in loud:
            parts += [*self._finding(one), Text()]
        if quiet:
            parts.append(Text(phrases.NOTES.say(self.lang), style="bold"))
            parts += [Padding(self._note(one), (0, 0, 0, 1)) for one in quiet]
            parts.append(Text())
        return parts

    def _section(self, plan: PlanView) -> RenderableType:
        draft = f" · {phrases.DRAFT.say(self.lang)}" if plan.review == "draft" else ""
        title = joined(safe(f"{plan.label.say(self.lang)} · {plan.title or '…'}", "bold"), f"{draft}")
        file = Text(plan.place.file, style="dim")
        if self.screen.fancy:
            return joined(Text("━" * min(self.screen.width, 100) + "\n", style="dim"), title, "\n", file, "\n")
        return joined("=" * min(self.screen.width, 78) + "\n", title, "\n", file, "\n")

    def _finding(self, finding: FindingView) -> list[RenderableType]:
        head = joined(
            Text(
                f"{MARKS[finding.severity]} {phrases.SEVERITY[finding.severity].say(self.lang)}",
                STYLES[finding.severity],
            ),
            "  ",
            Text(finding.title.say(self.lang), style="bold"),
            Text(f"  [{finding.rule}]", style="dim"),
        )
        if finding.draft:
            head.append(f"  ({phrases.UNSETTLED.say(self.lang)})", style="dim")
        if finding.year:
            head.append(f"  {phrases.YEAR.say(self.lang, year=finding.year)}")
        parts: list[RenderableType] = [head, Padding(safe(finding.message.say(self.lang)), (0, 0, 0, 2))]
        if finding.waived is not None:
            parts.append(Padding(safe(phrases.waived(finding.waived, self.lang), "bold"), (0, 0, 0, 2)))
        if finding.against is not None:
            sides = self.screen.columns(1, 1)
            sides.add_row(*self._sides(finding, finding.against))
            parts.append(Padding(sides, (0, 0, 0, 2)))
        elif not finding.item.is_plan:
            side = self._side(phrases.THIS_PLAN.say(self.lang), finding.item, finding.item.text, finding.child_bound)
            parts.append(Padding(side, (0, 0, 0, 2)))
        mend = joined(Text(f"{phrases.MEND.say(self.lang)}: ", style="green"), safe(finding.suggestion.say(self.lang)))
        parts.append(Padding(mend, (0, 0, 0, 2)))
        if finding.affects:
            below = ", ".join(self.result.plan(plan_id).label.say(self.lang) for plan_id in finding.affects)
            parts.append(Padding(safe(f"{phrases.AFFECTS.say(self.lang)}: {below}"), (0, 0, 0, 2)))
        place = f"{phrases.PLACE.say(self.lang)}: {self._place(finding.item)}"
        if finding.against is not None and finding.against.plan != finding.plan:
            place = f"{place}; {phrases.COMPARED_WITH.say(self.lang)}: {self._place(finding.against)}"
        parts.append(Padding(Text(place, style="dim"), (0, 0, 0, 2)))
        return parts

    def _sides(self, finding: FindingView, against: ItemView) -> tuple[Text, Text]:
        missing = finding.item.is_plan and against.kind in ("target", "task")
        child = phrases.NOTHING_HERE.say(self.lang) if missing else finding.item.text
        own = phrases.THIS_PLAN.say(self.lang)
        head = own if against.plan == finding.plan else self.result.plan(against.plan).label.say(self.lang)
        return (
            self._side(own, finding.item, child, finding.child_bound),
            self._side(head, against, against.text, finding.parent_bound),
        )

    def _side(self, head: str, item: ItemView, words: str, bound: Words | None) -> Text:
        side = joined(safe(head, "bold"), "\n", safe(self._cite(item), "dim"), "\n", safe(words))
        if bound is not None:
            side.append_text(joined("\n", safe(f"→ {bound.say(self.lang)}", "bold")))
        printed = item.printed
        if printed is not None:
            text = f"«{printed.text}»" if printed.text else ""
            if printed.problem:
                problem = {"changed": phrases.SOURCE_CHANGED, "missing": phrases.SOURCE_MISSING}[printed.problem]
                text = f"{text} ({problem.say(self.lang)})".strip()
            side.append_text(
                joined("\n", Text(f"{phrases.PRINTED.say(self.lang)}: ", style="dim"), safe(text, "italic"))
            )
        return side

    def _cite(self, item: ItemView) -> str:
        words = phrases.CITATION if item.kind == "citation" else phrases.ITEM
        cited = words.say(self.lang, id=item.id) if item.id else phrases.WHOLE_PLAN.say(self.lang)
        lines = item.lines
        where = phrases.LINE if lines and lines.first == lines.last else phrases.LINES
        return f"{cited}, {where.say(self.lang, lines=lines)}" if lines else cited

    def _note(self, finding: FindingView) -> Text:
        return joined(
            Text(f"{MARKS['info']} ", style=STYLES["info"]),
            safe(finding.message.say(self.lang)),
            Text(f"  [{finding.rule}] ", style="dim"),
            safe(self._cite(finding.item), "dim"),
        )

    def _place(self, item: ItemView) -> str:
        return f"{item.place.file}:{item.place.line}:{item.place.column}"

    def faults(self) -> list[RenderableType]:
        """What could not be read, each with its place, and what was passed over."""
        passed = [safe(f"· {one.place.file}: {one.message.say(self.lang)}", "dim") for one in self.result.passed_over]
        if passed:
            passed = [Text(phrases.PASSED_OVER.say(self.lang), style="bold"), *passed, Text()]
        if not self.result.faults:
            return [*passed]
        mark = MARKS["error"]
        told = [
            safe(f"{mark} {one.place.file}:{one.place.line}:{one.place.column}: {one.message.say(self.lang)}")
            for one in self.result.faults
        ]
        return [Text(phrases.FAULTS.say(self.lang), style="bold red"), *told, Text(), *passed]

    def since(self) -> list[RenderableType]:
        """What an earlier report told and is found no more."""
        told = self.result.since
        if told is None or not told.mended:
            return []
        lines = [
            safe(f"✓ {self.result.plan(one.plan).label.say(self.lang)}: {one.message or one.item or ''} [{one.rule}]")
            for one in told.mended
        ]
        return [Text(phrases.MENDED.say(self.lang), style="bold green"), *lines, Text()]

    def total(self) -> RenderableType:
        return safe(total(self.result, self.lang), "bold")
