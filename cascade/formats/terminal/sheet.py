"""What the parts of a report share: the result, the language and the screen, and how plans and sides are called."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from rich.console import RenderableType
from rich.text import Text

from cascade.model.rule import SEVERITIES, Severity
from cascade.model.words import Lang, Words
from cascade.report import phrases
from cascade.report.kinds import KINDS, LACKING, NOT_SETTLED, WEAKER, Kind, kind_of
from cascade.report.screen import Screen
from cascade.result.result import FindingView, ItemView, PlanView, Result

Parts = list[RenderableType]
LOUD: tuple[Severity, ...] = ("error", "warning")
"""What a summary shows one by one; what is only noted it counts."""


class Sheet:
    """One report being laid out."""

    def __init__(self, result: Result, lang: Lang, screen: Screen) -> None:
        self.result, self.lang, self.screen = result, lang, screen

    def say(self, words: Words, **facts: object) -> str:
        """The words in the report's language."""
        return words.say(self.lang, **facts)

    @cached_property
    def open(self) -> tuple[FindingView, ...]:
        """The findings that nobody lets stand."""
        return tuple(finding for finding in self.result.findings if finding.waived is None)

    @cached_property
    def kinds(self) -> dict[str, Kind]:
        """The kind of each open finding, by its code."""
        return {finding.code: kind_of(finding, self.result) for finding in self.open}

    @cached_property
    def first(self) -> tuple[tuple[FindingView, ...], ...]:
        """What to look at first: both sides say something; what is surest comes first, and what plans make alike of one
        item above stands together."""
        both = (finding for finding in self.open if self.is_loud(finding) and finding.of_two)
        told = [finding for finding in both if self.kinds[finding.code] in (WEAKER, NOT_SETTLED)]
        alike: dict[tuple[str, str, str, int], list[FindingView]] = {}
        for finding in sorted(told, key=self._urgency):
            against = finding.against or finding.item
            alike.setdefault((finding.rule, against.plan, against.kind, against.index), []).append(finding)
        return tuple(map(tuple, alike.values()))

    @cached_property
    def others(self) -> tuple[FindingView, ...]:
        """What stands neither there nor in the matrix of the items above."""
        shown = {finding.code for alike in self.first for finding in alike}
        rest = (finding for finding in self.open if self.is_loud(finding) and finding.code not in shown)
        return tuple(sorted((one for one in rest if not self.is_lacking(one)), key=self._urgency))

    def _urgency(self, finding: FindingView) -> tuple[int, bool, int, int]:
        sure = 101 if finding.confidence is None else finding.confidence
        return (
            SEVERITIES.index(finding.severity),
            finding.unsure,
            KINDS.index(self.kinds[finding.code]),
            -sure,
        )

    def is_loud(self, finding: FindingView) -> bool:
        """Whether a summary shows it."""
        return finding.severity in LOUD

    def is_lacking(self, finding: FindingView) -> bool:
        """Whether the matrix of the items above shows it."""
        return finding.of_two and self.kinds[finding.code] in LACKING

    def beside(self, plan: PlanView) -> str | None:
        """The plan above that a plan is shown beside: the nearest that it was compared with."""
        carried = [parent for parent in plan.parents if parent in plan.compared_with]
        return next(iter((*carried, *plan.compared_with)), None)

    @cached_property
    def groups(self) -> dict[str | None, list[PlanView]]:
        """The plans that were compared or have findings, by the plan that they are shown beside."""
        found: dict[str | None, list[PlanView]] = {}
        wanted = {finding.plan for finding in self.open}
        plans = [plan for plan in self.result.reported if plan.compared_with or plan.id in wanted]
        for plan in sorted(plans, key=lambda plan: (plan.rank, len(plan.code), plan.code)):
            found.setdefault(self.beside(plan), []).append(plan)
        return found

    def name(self, plan: PlanView) -> str:
        """A plan in a table: its unit with its number, or its years."""
        number = (plan.number or "").partition("-")[0] or str(plan.year or plan.period)
        return f"{plan.unit}  {number}"

    def sides(self, finding: FindingView) -> tuple[str, str]:
        """How the two sides of a finding are called: by their levels, or where these are the same by the plans."""
        own = self.result.plan(finding.plan)
        other = self.result.plan(finding.against.plan) if finding.against else own
        if own.rank == other.rank:
            return self.say(phrases.THIS_PLAN), self.say(other.short)
        return self.say(own.level_name), self.say(other.level_name)

    def words(self, item: ItemView) -> str:
        """The words of an item: as its document prints them, where it is at hand and unchanged."""
        printed = item.printed
        return printed.text if printed and printed.text and not printed.problem else item.text

    def codes_width(self, findings: Iterable[FindingView]) -> int:
        """Cells of a column that holds the codes of these findings."""
        return max((len(finding.code) for finding in findings), default=1) + 3

    def title(self, text: str) -> Text:
        """The heading of a part."""
        return Text(text, style="bold")
