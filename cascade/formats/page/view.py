"""What the page shows of a result besides what stands in it: places, counts, order, drawings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from markupsafe import Markup

from cascade.formats.notices import not_compared_words
from cascade.formats.page import words
from cascade.formats.page.matrix import matrices
from cascade.formats.page.passages import Passage, is_tied, passages, says_all
from cascade.formats.page.scheme import Scheme, scheme
from cascade.formats.page.stairs import Stairs, stairs
from cascade.formats.page.words import both
from cascade.formats.totals import nothing
from cascade.model.rule import SEVERITIES, Severity
from cascade.model.words import LANGS, Words
from cascade.result.result import FindingView, PlanView, Result


class View:
    """One result, asked by the template for what does not stand in it as the page shows it."""

    def __init__(self, result: Result) -> None:
        self.result = result
        self.matrices = matrices(result)
        self._uncompared = frozenset(one.plan for one in result.not_compared)
        self._ids: dict[str, str] = {}
        for plan in result.plans:
            self._ids[plan.id] = _free(f"plan-{'-'.join(plan.id.split())}", self._ids.values())

    def anchor(self, plan: PlanView) -> str:
        """The id of a plan's place on the page."""
        return self._ids[plan.id]

    def link(self, plan: PlanView) -> str:
        """The address of that place."""
        return f"#{quote(self._ids[plan.id])}"

    @property
    def schemes(self) -> Mapping[str, Scheme]:
        """The drawing of the cascade for a wide screen and for a narrow one."""
        return {"wide": scheme(self.result.plans, 1080, 5), "narrow": scheme(self.result.plans, 350, 2)}

    def not_compared(self) -> list[Words]:
        """What was held against nothing."""
        told = ([text for _, text in not_compared_words(self.result, lang)] for lang in LANGS)
        return [Words(vi, en) for vi, en in zip(*told, strict=True)]

    def nothing(self) -> Words:
        """What is said where no finding is told."""
        return Words(*(nothing(self.result, lang) for lang in LANGS))

    def counts(self, plan: PlanView) -> Mapping[Severity, int]:
        """How many findings of each severity a plan has that nobody lets stand."""
        found = Counter(one.severity for one in self.findings(plan) if one.waived is None)
        return {severity: found[severity] for severity in SEVERITIES}

    def findings(self, plan: PlanView) -> tuple[FindingView, ...]:
        """The findings of a plan."""
        return self.result.by_plan.get(plan.id, ())

    def worst(self, plan: PlanView) -> str:
        """The shape of a plan: its worst open finding, else that it is sound, was held against nothing, or is there
        to be compared with."""
        if plan.id in self._uncompared:
            return "held"
        if not self.has(plan):
            return "basis"
        return next((severity for severity, n in self.counts(plan).items() if n), "sound")

    def plans(self) -> list[PlanView]:
        """Those that were compared or have findings: the worst first, then from the highest level down."""

        def key(plan: PlanView) -> tuple[int, int]:
            open_ones = [place for place, n in enumerate(self.counts(plan).values()) if n]
            return min(open_ones, default=len(SEVERITIES)), plan.rank

        return sorted(filter(self.has, self.result.plans), key=key)

    def compared(self) -> Markup:
        """What was compared with what."""
        held = [plan for plan in self.result.plans if plan.compared_with]
        parents = {parent for plan in held for parent in plan.parents if parent in plan.compared_with}
        if len(parents) == 1:
            return both(words.COMPARED_WITH, n=len(held), parent=self.result.plan(parents.pop()).name)
        return both(words.COMPARED, n=len(self.result.plans), compared=len(held))

    def drafts(self) -> Words | None:
        """What is said of plans that nobody reviewed."""
        reviews = {plan.review for plan in self.plans()}
        if "draft" not in reviews:
            return None
        return words.DRAFTS if reviews == {"draft"} else words.SOME_DRAFTS

    def has(self, plan: PlanView) -> bool:
        """Whether the plan has a place on the page."""
        return bool(plan.compared_with or self.findings(plan))

    def plan_options(self) -> list[tuple[str, Words]]:
        """The plans that have findings, by their places."""
        return [
            (self.anchor(plan), Words(f"{plan.unit} · {plan.label.vi}", f"{plan.unit} · {plan.label.en}"))
            for plan in self.plans()
            if self.findings(plan)
        ]

    def area_options(self) -> list[tuple[str, Words]]:
        """The areas that findings belong to."""
        used = {finding.area for finding in self.result.findings}
        named = [(str(number), name) for number, name in self.result.areas.items() if number in used]
        return [*named, *([("0", words.NO_AREA)] if None in used else [])]

    def rule_options(self) -> list[tuple[str, Words]]:
        """The rules that found anything."""
        return [(rule.id, rule.title) for rule in self.result.rules.values()]

    def decided(self) -> bool:
        """Whether anything was let stand."""
        return any(finding.waived for finding in self.result.findings)

    def tied(self) -> bool:
        """Whether any words are marked, so that the marks need telling."""
        return any(is_tied(finding, self.result) for finding in self.result.findings)

    def passages(self, finding: FindingView) -> tuple[Passage, ...]:
        """The words of both sides."""
        return passages(finding, self.result)

    def says_all(self, finding: FindingView) -> bool:
        """Whether those words need no message."""
        return says_all(finding, self.result)

    def stairs(self, finding: FindingView) -> Stairs | None:
        """The staircases of both guarantees, where the plan has one."""
        return None if finding.item.is_plan else stairs(self.result.comparison(finding))


def _free(name: str, taken: Iterable[str]) -> str:
    """A name that is not taken yet."""
    used, free, number = set(taken), name, 1
    while free in used:
        number += 1
        free = f"{name}-{number}"
    return free
