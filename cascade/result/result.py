"""What people get: plans, findings, comparisons, and what was not compared, as values that need nothing else.

A form of the report (`cascade.formats`) is a pure function from a `Result` and a language. It opens no file,
asks no rule and follows no graph: whatever it shows stands here, words of our own as `Words` in both languages,
words of plans as they are recorded. A plan is named by its id; `Result.plan` gives its head.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Literal

import msgspec

from cascade.answers.because import Because
from cascade.documents.document import Printed
from cascade.model.decision import Confirmation, Waiver
from cascade.model.earlier import Told
from cascade.model.finding import Checked, ItemKind
from cascade.model.plan import Lines, Window
from cascade.model.rule import SEVERITIES, Audience, Family, Severity
from cascade.model.words import Words

Need = Literal["comparisons", "because"]
"""What takes time and not every form shows: `comparisons` of all pairs, and the words that tie the two items of each of
these (`because`)."""


class Place(msgspec.Struct, frozen=True):
    """Where something is recorded: the file as the call names it, line and column from 1."""

    file: str
    line: int = 1
    column: int = 1


class TakenOverView(msgspec.Struct, frozen=True):
    """A plan (its id) of a unit that is no more and that a later one answers for: `unit` was until `until`, and is
    part of `now`. `cited`: the later plan's basis names it, so that it may bind."""

    plan: str
    unit: str
    until: date | None
    now: str
    cited: bool


class PlanView(msgspec.Struct, frozen=True):
    """One plan: its head, and how it stands among the others.

    `label`: its number (or type and years) and who issued it; `name`: in full, as an official letter cites it the
    first time; `short`: as it cites it after that ("Kế hoạch 412"); `code`: the letter by which its findings go;
    `unit`: the unit it is of, as people say it ("xã Mẫu"). `rank`: how far below the centre. `parents`: the plans
    that it carries out, the nearest level first; `children`: those that carry it out. `targets` and `tasks` count
    its items. `compared_with`: the plans above whose items it was held against; `checked`: how many of their
    targets and tasks were asked of it. `whole`: all of it is on file and was read, but for single items at most; of
    another nothing is concluded from what it lacks. `document`: the name of the submitted document, where it is
    recorded. `took_over`: plans of units that it answers for.
    """

    id: str
    place: Place
    label: Words
    name: Words
    short: Words
    code: str
    unit: str
    title: str | None
    number: str | None
    type: str | None
    level: str
    level_name: Words
    rank: int
    issuer: str
    issued: date | None
    period: Window
    year: int | None
    content: Literal["full", "excerpt", "cited"]
    review: Literal["draft", "reviewed"]
    targets: int
    tasks: int
    parents: tuple[str, ...]
    children: tuple[str, ...]
    compared_with: tuple[str, ...]
    checked: Checked
    whole: bool
    document: str | None = None
    took_over: tuple[TakenOverView, ...] = ()


class ItemView(msgspec.Struct, frozen=True):
    """One item of a plan, or (`kind` is `plan`) the plan as a whole.

    `id`: as a person cites it, None for a plan. `text`: the recorded words (of a citation the number or title, of
    a plan the title); `printed`: those of the document, where it was at hand. Of a target: `value` as recorded,
    `bound` the same in words, `when` the year it names, `measure` an id. Of a task: who leads and takes part, `due`,
    `product`. `lines` and `page` are those of the document, `place` that of the plan's file.
    """

    plan: str
    kind: ItemKind
    index: int
    id: str | None
    text: str
    place: Place
    lines: Lines | None = None
    page: int | None = None
    area: int | None = None
    printed: Printed | None = None
    value: str | None = None
    bound: Words | None = None
    when: int | None = None
    measure: str | None = None
    lead: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    due: str | None = None
    product: str | None = None

    @property
    def is_plan(self) -> bool:
        """Whether this is a plan as a whole: nothing in it is pointed at."""
        return self.kind == "plan"


class CitationView(msgspec.Struct, frozen=True):
    """One citation; `resolved`: the id of the plan on file that it means, if exactly one."""

    plan: str
    index: int
    number: str | None
    title: str | None
    date: date | None
    role: Literal["basis", "body"]
    lines: Lines | None
    resolved: str | None


class FindingView(msgspec.Struct, frozen=True):
    """One finding, in words.

    `code`: short and the same in every form of one audit ("A1": the first of the first plan that has any);
    `fingerprint`: the same in every audit. `item`: where the plan falls short (the plan itself where something is
    lacking); `against`: what it falls short of; `nearest`: the plan's item that comes nearest, where none answers.
    `child_value` and `parent_value` are the bounds weighed, as recorded, `child_bound` and `parent_bound` in words;
    `year` decided. `confidence` in percent. `because`: what ties `nearest` to `against`.
    `affects`: plans below that inherit the shortfall. `draft`: rests on what a machine read and nobody reviewed.
    `unsure`: the program does not conclude, a person has to look. `waived`: who lets it stand and why;
    `lapsed`: who did until a day that is past; `confirmed`: who says that it is right.
    """

    code: str
    fingerprint: str
    rule: str
    severity: Severity
    plan: str
    title: Words
    message: Words
    suggestion: Words
    item: ItemView
    against: ItemView | None = None
    nearest: ItemView | None = None
    measure: str | None = None
    measure_name: Words | None = None
    year: int | None = None
    child_value: str | None = None
    parent_value: str | None = None
    child_bound: Words | None = None
    parent_bound: Words | None = None
    affects: tuple[str, ...] = ()
    confidence: int | None = None
    because: tuple[Because, ...] = ()
    draft: bool = False
    unsure: bool = False
    waived: Waiver | None = None
    lapsed: Waiver | None = None
    confirmed: Confirmation | None = None

    @property
    def of_two(self) -> bool:
        """Whether it is about what a plan makes of an item of another plan, above it."""
        return self.against is not None and self.against.kind in ("target", "task") and self.against.plan != self.plan

    @property
    def lacks(self) -> bool:
        """Whether it says that the plan has nothing like an item above."""
        return self.of_two and self.item.is_plan

    @property
    def area(self) -> int | None:
        """The area of reform that it belongs to, where one is known."""
        return (self.against.area if self.against else None) or self.item.area


class YearView(msgspec.Struct, frozen=True):
    """What both sides permit at worst in one year, as a plan would write it; None: anything. `parent_level` and
    `child_level`: the same as numbers, where they are (a grade has none)."""

    year: int
    parent: str | None
    child: str | None
    parent_level: float | None = None
    child_level: float | None = None


class NearView(msgspec.Struct, frozen=True):
    """An item that was not taken, and how sure it would have been, in percent."""

    item: ItemView
    confidence: int


class ItemComparison(msgspec.Struct, frozen=True):
    """One target or task of a plan above beside what a plan makes of it, sound or not.

    `verdict`: of docs/contracts.md. `child`: the item that answers, or (not `answered`) the one that comes nearest.
    `confidence`: in percent, that it answers, or that nothing does; None where nothing is asked. `by_words`: whether
    words decided it; `settled`: a person did. `asked`, `reason` (codes) and `said` (the words that tell it): whether
    and why it is asked of the plan; `role` in a task. `year` decided; `wanted` and `given` in words.
    `better`: which way the measure is better. `findings`: the fingerprints of what was found here.
    """

    parent: ItemView
    verdict: str
    child: ItemView | None = None
    answered: bool = False
    confidence: int | None = None
    by_words: bool = False
    settled: bool = False
    unsure: bool = False
    runner_up: NearView | None = None
    because: tuple[Because, ...] = ()
    asked: Literal["asked", "not-asked", "unsure"] | None = None
    reason: str | None = None
    said: str | None = None
    role: str | None = None
    year: int | None = None
    years: tuple[YearView, ...] = ()
    wanted: Words | None = None
    given: Words | None = None
    better: Literal["higher", "lower"] | None = None
    findings: tuple[str, ...] = ()


class PairView(msgspec.Struct, frozen=True):
    """What one plan makes of every item of one plan above it, in that plan's order.

    `remote`: the plan above is not among those that this one carries out itself. `whole`: see `PlanView`; where it
    is false, "missing" and "uncovered" conclude nothing.
    """

    child: str
    parent: str
    remote: bool
    whole: bool
    targets: tuple[ItemComparison, ...]
    tasks: tuple[ItemComparison, ...]

    @property
    def items(self) -> tuple[ItemComparison, ...]:
        """Targets, then tasks."""
        return (*self.targets, *self.tasks)


class NotComparedView(msgspec.Struct, frozen=True):
    """A plan that was held against nothing; `missing`: numbers or titles of what its basis names and is not on file."""

    plan: str
    missing: tuple[str, ...]


class FaultView(msgspec.Struct, frozen=True):
    """Something that could not be read, with its code and its words."""

    place: Place
    code: str
    message: Words


class Since(msgspec.Struct, frozen=True):
    """What an earlier run had already told. `name`: its file or revision; `known`: how many of today's findings it
    told and are left out; `mended`: what it told and is found no more."""

    name: str
    known: int
    mended: tuple[Told, ...]


class RuleView(msgspec.Struct, frozen=True):
    """A rule that finds something in this result: its words, the worst severity it gives, and who can mend it."""

    id: str
    family: Family
    severity: Severity
    title: Words
    scope: Words
    rationale: Words
    audience: Audience = "writer"


class Result(msgspec.Struct, frozen=True, dict=True):
    """The whole. Plans in the order of their ids; findings plan by plan from the highest level down, worst first.

    `compares`: whether any plan that is reported on was held against another. `comparisons`: of every plan that
    was compared with each plan above it; empty where no form asked for them. `rules`: those of the findings, by id.
    `areas`: the names of the areas of reform. `passed_over`: files that are no plans, each with why.
    `narrowed`: the findings are those of some rules alone, so that none found does not say that all is well.
    `chosen`: the plans that alone are reported on; empty: all.
    `since`: where the findings are those alone that an earlier run had not told.
    `let_stand`: how many findings are not among these since people let them stand.
    """

    plans: tuple[PlanView, ...]
    citations: tuple[CitationView, ...]
    findings: tuple[FindingView, ...]
    faults: tuple[FaultView, ...]
    not_compared: tuple[NotComparedView, ...]
    compares: bool
    rules: Mapping[str, RuleView]
    areas: Mapping[int, Words]
    comparisons: tuple[PairView, ...] = ()
    passed_over: tuple[FaultView, ...] = ()
    narrowed: bool = False
    chosen: frozenset[str] = frozenset()
    since: Since | None = None
    let_stand: int = 0

    @cached_property
    def by_id(self) -> Mapping[str, PlanView]:
        """The plans by id."""
        return {plan.id: plan for plan in self.plans}

    @cached_property
    def reported(self) -> tuple[PlanView, ...]:
        """The plans that are reported on."""
        return tuple(plan for plan in self.plans if not self.chosen or plan.id in self.chosen)

    def plan(self, plan_id: str) -> PlanView:
        """The plan with this id."""
        return self.by_id[plan_id]

    @cached_property
    def by_plan(self) -> Mapping[str, tuple[FindingView, ...]]:
        """The findings of each plan that has any, in their order."""
        found: defaultdict[str, list[FindingView]] = defaultdict(list)
        for finding in self.findings:
            found[finding.plan].append(finding)
        return {plan_id: tuple(of_plan) for plan_id, of_plan in found.items()}

    @cached_property
    def by_fingerprint(self) -> Mapping[str, FindingView]:
        """The findings by fingerprint."""
        return {finding.fingerprint: finding for finding in self.findings}

    @cached_property
    def counts(self) -> Mapping[Severity, int]:
        """How many findings that nobody lets stand each severity has, the worst first."""
        found = Counter(finding.severity for finding in self.findings if finding.waived is None)
        return {severity: found[severity] for severity in SEVERITIES}

    @cached_property
    def waived(self) -> int:
        """How many findings people let stand, here or left out."""
        return self.let_stand + sum(finding.waived is not None for finding in self.findings)

    @cached_property
    def confirmed(self) -> int:
        """How many findings people call right."""
        return sum(finding.confirmed is not None for finding in self.findings)

    def comparison(self, finding: FindingView) -> ItemComparison | None:
        """What a finding of two plans was concluded from, where comparisons are filled."""
        against = finding.against
        return self._compared.get((finding.plan, against.plan, against.kind, against.index)) if against else None

    @cached_property
    def _compared(self) -> dict[tuple[str, str, str, int], ItemComparison]:
        return {
            (pair.child, pair.parent, one.parent.kind, one.parent.index): one
            for pair in self.comparisons
            for one in pair.items
        }

    def fails(self, fail_on: Severity) -> bool:
        """Whether any finding that nobody lets stand is at or above `fail_on`."""
        loud = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
        return any(finding.severity in loud and finding.waived is None for finding in self.findings)
