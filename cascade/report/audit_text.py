"""The audit as a reviewer reads it: the cascade as a tree, then each plan with its findings, worst first."""

from __future__ import annotations

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from cascade.audit import Audit, Judged
from cascade.documents.sources import Sources
from cascade.model.finding import Finding, Item
from cascade.model.plan import Plan
from cascade.model.rule import SEVERITIES
from cascade.model.words import Lang, Words
from cascade.report import phrases
from cascade.report.lineage_tree import tree_rows
from cascade.report.screen import MARKS, STYLES, Screen, joined, safe


def audit_text(result: Audit, lang: Lang, screen: Screen, sources: Sources | None = None) -> str:
    """The whole report as text."""
    page = _Page(result, lang, screen, sources)
    return screen.draw(*page.head(), *page.tree(), *page.plans(), *page.faults(), page.total())


class _Page:
    """One report being laid out."""

    def __init__(self, result: Audit, lang: Lang, screen: Screen, sources: Sources | None) -> None:
        self.result, self.lang, self.screen, self.sources = result, lang, screen, sources

    def head(self) -> list[RenderableType]:
        return [Text(phrases.TITLE.say(self.lang), style="bold"), Text(), *self._not_compared()]

    def _not_compared(self) -> list[RenderableType]:
        """Said before all else: a plan without findings is not sound where nothing was held against it."""
        told = []
        for one in self.result.not_compared:
            missing = ", ".join(one.missing) or phrases.NO_PLAN_ABOVE.say(self.lang)
            plan = self.result.plans[one.plan].label.say(self.lang)
            told.append(phrases.NOT_COMPARED.say(self.lang, missing=missing, plan=plan))
        if not told and self.result.plans and not self.result.compares:
            told = [phrases.NOTHING_COMPARED.say(self.lang)]
        return [*(safe(line, "bold yellow") for line in told), *([Text()] if told else [])]

    def tree(self) -> list[RenderableType]:
        """Who carries out whom, with what is on file and how many findings each plan has."""
        rows: list[RenderableType] = [Text(phrases.CASCADE.say(self.lang), style="bold")]
        for row in tree_rows(self.result.context.lineage):
            mark = Text() if row.again else self._counts(row.plan)
            again = f" ({phrases.SEE_ABOVE.say(self.lang)})" if row.again else ""
            guides = row.guides if self.screen.fancy else "  " * row.depth
            told = Text() if row.again else self._taken_over(row.plan)
            rows.append(self.screen.hanging(guides, joined(self._name(row.plan), again, "  ", mark, told)))
        return [*rows, Text()]

    def _name(self, plan_id: str) -> Text:
        plan = self.result.plans[plan_id]
        level = self.result.context.domain.levels.get(plan.level).name.say(self.lang)
        day = phrases.ISSUED.say(self.lang, date=f"{plan.issued:%d/%m/%Y}") if plan.issued else None
        day = day or phrases.UNDATED.say(self.lang)
        content = phrases.CONTENT[plan.content].say(self.lang)
        return joined(
            Text(f"{level}: ", style="dim"),
            safe(plan.label.say(self.lang), "bold"),
            f", {day}",
            Text(f" [{content}]", style="dim"),
        )

    def _taken_over(self, plan_id: str) -> Text:
        """A line for each plan of a unit that is no more, for which this plan's unit answers."""
        told = Text()
        for one in self.result.context.lineage.taken_over(plan_id):
            until = f"{one.unit.until:%d/%m/%Y}" if one.unit.until else ""
            facts = {"unit": one.unit.shown, "until": until, "now": one.now.shown}
            line = phrases.TAKEN_OVER.say(self.lang, plan=self.result.plans[one.plan].label.say(self.lang), **facts)
            told.append_text(joined("\n", safe(line, "dim")))
            if not one.cited:
                told.append(f" ({phrases.NOT_CITED.say(self.lang)})", style="dim")
        return told

    def _counts(self, plan_id: str) -> Text:
        counts = Text()
        for severity in SEVERITIES:
            n = sum(1 for j in self.result.findings if j.finding.item.plan == plan_id and j.severity == severity)
            if n:
                counts.append(f" {phrases.count(severity, n, self.lang)}", style=STYLES[severity])
        return counts

    def plans(self) -> list[RenderableType]:
        """A section for each plan that has findings: those with errors first, then from the highest level down."""
        found: list[RenderableType] = []
        if not self.result.findings:
            return [Text(phrases.NO_FINDINGS.say(self.lang)), Text()] if self.result.plans else []
        worst: dict[str, int] = {}
        for judged in self.result.findings:
            plan_id, rank = judged.finding.item.plan, SEVERITIES.index(judged.severity)
            worst[plan_id] = min(rank, worst.get(plan_id, rank))
        for plan_id in sorted(worst, key=worst.__getitem__):
            found += self._plan(plan_id)
        return found

    def _plan(self, plan_id: str) -> list[RenderableType]:
        plan = self.result.plans[plan_id]
        judged = [j for j in self.result.findings if j.finding.item.plan == plan_id]
        loud = [j for j in judged if j.severity != "info"]
        quiet = [j for j in judged if j.severity == "info"]
        parts: list[RenderableType] = [self._section(plan_id, plan)]
        for one in loud:
            parts += [*self._finding(one), Text()]
        if quiet:
            parts.append(Text(phrases.NOTES.say(self.lang), style="bold"))
            parts += [Padding(self._note(one), (0, 0, 0, 1)) for one in quiet]
            parts.append(Text())
        return parts

    def _section(self, plan_id: str, plan: Plan) -> RenderableType:
        draft = f" · {phrases.DRAFT.say(self.lang)}" if plan.review == "draft" else ""
        title = joined(safe(f"{plan.label.say(self.lang)} · {plan.title or '…'}", "bold"), f"{draft}")
        file = Text(self.result.corpus.plans[plan_id].file, style="dim")
        if self.screen.fancy:
            return joined(Text("━" * min(self.screen.width, 100) + "\n", style="dim"), title, "\n", file, "\n")
        return joined("=" * min(self.screen.width, 78) + "\n", title, "\n", file, "\n")

    def _finding(self, judged: Judged) -> list[RenderableType]:
        finding = judged.finding
        rule = self.result.context.domain.rules[finding.rule]
        head = joined(
            Text(
                f"{MARKS[judged.severity]} {phrases.SEVERITY[judged.severity].say(self.lang)}", STYLES[judged.severity]
            ),
            "  ",
            Text(rule.title.say(self.lang), style="bold"),
            Text(f"  [{finding.rule}]", style="dim"),
        )
        if judged.draft:
            head.append(f"  ({phrases.UNSETTLED.say(self.lang)})", style="dim")
        if finding.year:
            head.append(f"  {phrases.YEAR.say(self.lang, year=finding.year)}")
        parts: list[RenderableType] = [head, Padding(safe(judged.message.say(self.lang)), (0, 0, 0, 2))]
        if finding.against is not None:
            sides = self.screen.columns(1, 1)
            sides.add_row(*self._sides(judged, finding.against))
            parts.append(Padding(sides, (0, 0, 0, 2)))
        elif finding.item.kind != "plan":
            words, bound = self.result.context.text(finding.item), self._bound(finding, "child_bound")
            parts.append(
                Padding(self._side(phrases.THIS_PLAN.say(self.lang), finding.item, words, bound), (0, 0, 0, 2))
            )
        mend = joined(Text(f"{phrases.MEND.say(self.lang)}: ", style="green"), safe(judged.suggestion.say(self.lang)))
        parts.append(Padding(mend, (0, 0, 0, 2)))
        if finding.affects:
            below = ", ".join(self.result.plans[plan_id].label.say(self.lang) for plan_id in finding.affects)
            parts.append(Padding(safe(f"{phrases.AFFECTS.say(self.lang)}: {below}"), (0, 0, 0, 2)))
        place = f"{phrases.PLACE.say(self.lang)}: {self._place(finding.item)}"
        if finding.against is not None and finding.against.plan != finding.item.plan:
            place = f"{place}; {phrases.COMPARED_WITH.say(self.lang)}: {self._place(finding.against)}"
        parts.append(Padding(Text(place, style="dim"), (0, 0, 0, 2)))
        return parts

    def _sides(self, judged: Judged, against: Item) -> tuple[Text, Text]:
        finding = judged.finding
        missing = finding.item.kind == "plan" and against.kind in ("target", "task")
        child = phrases.NOTHING_HERE.say(self.lang) if missing else self.result.context.text(finding.item)
        same_plan = against.plan == finding.item.plan
        parent_head = (
            phrases.THIS_PLAN.say(self.lang) if same_plan else self.result.plans[against.plan].label.say(self.lang)
        )
        return (
            self._side(phrases.THIS_PLAN.say(self.lang), finding.item, child, self._bound(finding, "child_bound")),
            self._side(parent_head, against, self.result.context.text(against), self._bound(finding, "parent_bound")),
        )

    def _bound(self, finding: Finding, name: str) -> str | None:
        """The bound of one side in words, where the finding weighs bounds."""
        stated = {"child_bound": finding.child_value, "parent_bound": finding.parent_value}[name]
        said = dict(finding.facts).get(name) if stated is not None else None
        return said.say(self.lang) if isinstance(said, Words) else stated

    def _side(self, head: str, item: Item, words: str, value: str | None) -> Text:
        side = joined(safe(head, "bold"), "\n", safe(self._cite(item), "dim"), "\n", safe(words))
        if value is not None:
            side.append_text(joined("\n", safe(f"→ {value}", "bold")))
        printed = (
            self.sources.printed(self.result.plans[item.plan], self.result.lines_of(item)) if self.sources else None
        )
        if printed is not None:
            text = f"«{printed.text}»" if printed.text else ""
            if printed.problem:
                problem = {"changed": phrases.SOURCE_CHANGED, "missing": phrases.SOURCE_MISSING}[printed.problem]
                text = f"{text} ({problem.say(self.lang)})".strip()
            side.append_text(
                joined("\n", Text(f"{phrases.PRINTED.say(self.lang)}: ", style="dim"), safe(text, "italic"))
            )
        return side

    def _cite(self, item: Item) -> str:
        name = self.result.id_of(item)
        words = phrases.CITATION if item.kind == "citation" else phrases.ITEM
        cited = words.say(self.lang, id=name) if name else phrases.WHOLE_PLAN.say(self.lang)
        lines = self.result.lines_of(item)
        where = phrases.LINE if lines and lines.first == lines.last else phrases.LINES
        return f"{cited}, {where.say(self.lang, lines=lines)}" if lines else cited

    def _note(self, judged: Judged) -> Text:
        return joined(
            Text(f"{MARKS['info']} ", style=STYLES["info"]),
            safe(judged.message.say(self.lang)),
            Text(f"  [{judged.finding.rule}] ", style="dim"),
            safe(self._cite(judged.finding.item), "dim"),
        )

    def _place(self, item: Item) -> str:
        file = self.result.corpus.plans[item.plan]
        line, column = file.place(item)
        return f"{file.file}:{line}:{column}"

    def faults(self) -> list[RenderableType]:
        """What could not be read, each with its place."""
        if not self.result.faults:
            return []
        mark = MARKS["error"]
        told = [safe(f"{mark} {f.file}:{f.line}:{f.column}: {f.message(self.lang)}") for f in self.result.faults]
        return [Text(phrases.FAULTS.say(self.lang), style="bold red"), *told, Text()]

    def total(self) -> RenderableType:
        counts = {s: phrases.count(s, self.result.count(s), self.lang) for s in SEVERITIES}
        total = phrases.TOTAL.say(self.lang, plans=len(self.result.plans), **counts)
        if self.result.faults:
            total = f"{total} {phrases.UNREADABLE.say(self.lang, n=len(self.result.faults))}"
        return Text(total, style="bold")
