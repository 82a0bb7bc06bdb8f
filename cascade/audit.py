"""The audit: plans read, linked, compared and checked; findings put into words and in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

import msgspec

from cascade.answers.because import Because
from cascade.checks.context import Context
from cascade.checks.not_compared import NotCompared, is_compared, not_compared
from cascade.checks.own.demanded import demanded
from cascade.checks.registry import BY_PLAN, CHECKS
from cascade.checks.targets.collective_target import contributed
from cascade.decided import OPEN, Ruling, Rulings, lapsed_words
from cascade.graph.lineage import link
from cascade.lexicon.units import Units
from cascade.lexicon.units_table import builtin_units
from cascade.model.decision import Decisions, Waiver
from cascade.model.domain import Domain
from cascade.model.finding import Checked, Contributed, Finding, Item, fingerprint
from cascade.model.own_rule import OwnRule
from cascade.model.plan import Lines, Plan
from cascade.model.rule import SEVERITIES, Rule, Severity
from cascade.model.text import one_line
from cascade.model.unread import NOTHING_UNREAD, Unread
from cascade.model.words import Lang, Words
from cascade.reading.decisions import of_other_plans
from cascade.reading.fault import Fault
from cascade.reading.plans import Corpus
from cascade.verdicts.fulfilment import Comparison
from cascade.verdicts.tasks import Coverage
from cascade.verdicts.verdict import TargetVerdict, TaskVerdict

NO_DECISIONS = Decisions()
STALE = "stale-decision"
"""The rule that looks at what all others have found."""
NOTHING: Mapping[str, Collection[str]] = {}
UNSURE = frozenset({"unsure", "unnamed"})
"""Cases in which the program does not conclude: a person has to look, and the chance in percent is told."""
_NOT_HELD = (TargetVerdict.NOT_ASKED, TargetVerdict.OTHER_YEARS, TaskVerdict.NOT_ASKED)
LOOK = Words("Chưa chắc", "Not sure")
LIKELY = Words("Chưa chắc (khả năng {chance}%)", "Not sure ({chance}% likely)")


class Judged(msgspec.Struct, frozen=True):
    """A finding with its rule's severity and words.

    `draft`: it rests on what a machine read and no person has settled. `code`: short, and one finding's alone in
    this audit, whatever is selected of it ("B3": the third of the second plan that has any). `ruling`: what people have
    decided of it. `because`: what ties the nearest item to what is asked.
    """

    finding: Finding
    severity: Severity
    message: Words
    suggestion: Words
    draft: bool = False
    code: str = ""
    ruling: Ruling = OPEN
    because: tuple[Because, ...] = ()

    @property
    def waived(self) -> Waiver | None:
        """By whom it is let stand."""
        return self.ruling.waived


class Audit(msgspec.Struct, frozen=True, dict=True):
    """The result of an audit: what reports are made of. `faults`: what could not be read.
    `chosen`: the plans that alone are reported on; empty: all. `letters`: by which the findings of each plan go, those
    of the plans that have any first. `narrowed`: only the findings of some rules are here. `let_stand`: how many
    findings are left out since people let them stand. `checked`: of each plan how many targets and tasks were held
    against it."""

    corpus: Corpus
    context: Context
    findings: tuple[Judged, ...]
    chosen: frozenset[str] = frozenset()
    letters: Mapping[str, str] = {}
    narrowed: bool = False
    checked: Mapping[str, Checked] = {}
    let_stand: int = 0

    @property
    def plans(self) -> Mapping[str, Plan]:
        """The audited plans by id."""
        return self.context.plans

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What could not be read."""
        return self.corpus.faults

    @cached_property
    def not_compared(self) -> tuple[NotCompared, ...]:
        """The plans that were held against nothing, in the order of their ids."""
        return not_compared(self.context, self.chosen)

    @property
    def compares(self) -> bool:
        """Whether any plan that is reported on was held against another."""
        return any(is_compared(self.context, plan_id) for plan_id in self.chosen or self.plans)

    def count(self, severity: Severity) -> int:
        """How many findings that nobody lets stand have this severity."""
        return sum(1 for judged in self.findings if judged.severity == severity and judged.waived is None)

    def fails(self, fail_on: Severity) -> bool:
        """Whether any finding that nobody lets stand is at or above `fail_on`."""
        return any(self.count(severity) for severity in SEVERITIES[: SEVERITIES.index(fail_on) + 1])

    def id_of(self, item: Item | None) -> str | None:
        """An item's id as a person cites it; None for a plan as a whole."""
        return self.context.cited(item)

    def lines_of(self, item: Item) -> Lines | None:
        """The lines of the source document that hold an item, where they are recorded."""
        if item.kind == "plan":
            return None
        if item.kind == "citation":
            return self.context.citation(item).lines
        return self.context.target(item).lines if item.kind == "target" else self.context.task(item).lines

    def fingerprint(self, judged: Judged) -> str:
        """The finding's stable name: from rule, plan, item and counterpart, never from lines or words."""
        finding = judged.finding
        against = finding.against
        counterpart = (against.plan, self._name(against)) if against else ("", "")
        mark = (finding.mark,) if finding.mark else ()
        return fingerprint(
            finding.rule, finding.item.plan, self._name(finding.item), *counterpart, finding.measure or "", *mark
        )

    def _name(self, item: Item) -> str:
        """An item's id; of several citations of one document the later ones are numbered."""
        name = self.id_of(item) or ""
        if item.kind == "citation":
            earlier = self.plans[item.plan].citations[: item.index]
            again = sum(1 for citation in earlier if name in (citation.number, citation.title))
            return f"{name}#{again}" if again else name
        return name


class ByPlan(msgspec.Struct, frozen=True):
    """What the checks of `BY_PLAN` find in plans, and of each how many targets and tasks were held against it, and
    what it makes of targets of a collective."""

    findings: list[Judged]
    checked: dict[str, Checked]
    contributed: dict[str, tuple[Contributed, ...]]


JudgeByPlan = Callable[[Corpus, Context, Sequence[Rule]], ByPlan]
"""Judges the own plans of a context by the rules of `BY_PLAN`."""


def judge_by_plan(corpus: Corpus, context: Context, rules: Iterable[Rule]) -> ByPlan:  # noqa: ARG001
    """What rules of `BY_PLAN` find in the own plans of a context."""
    found = [judged for rule in rules for judged in run(context, rule)]
    checked = {plan_id: _checked(context, plan_id) for plan_id in context.own}
    return ByPlan(found, checked, {plan_id: contributed(context, plan_id) for plan_id in context.own})


def _checked(context: Context, plan_id: str) -> Checked:
    sides: tuple[Sequence[Comparison | Coverage], ...] = (
        context.comparisons.get(plan_id, ()),
        context.coverage.get(plan_id, ()),
    )
    return Checked(*(sum(1 for one in side if one.verdict not in _NOT_HELD) for side in sides))


def audit(
    corpus: Corpus,
    domain: Domain,
    decisions: Decisions = NO_DECISIONS,
    today: date = date.min,
    units: Units | None = None,
    by_plan: JudgeByPlan = judge_by_plan,
) -> Audit:
    """Everything that the rules of `domain` find in `corpus`, in a stable order; `decisions` of people win.
    `today`: the day that waivers are held against; by default none has run out."""
    unread = dict(_unread(corpus))
    plans = {plan_id: file.plan for plan_id, file in corpus.plans.items()}
    elsewhere = of_other_plans(decisions, plans)
    if elsewhere:
        corpus = msgspec.structs.replace(corpus, elsewhere=elsewhere)
    context = context_of(plans, domain, _files(corpus), unread, decisions, units)
    rules = tuple(domain.rules.values())
    of_plans = by_plan(corpus, context, [rule for rule in rules if rule.id in BY_PLAN])
    context.contributed.update(of_plans.contributed)
    found = run_all(context, (rule for rule in rules if rule.id not in BY_PLAN), today, of_plans.findings)
    result = Audit(corpus, context, tuple(found))
    ordered = sorted(found, key=lambda judged: _order(result, judged))
    letters = _letters_of(result, ordered)
    return Audit(corpus, context, _coded(ordered, letters), letters=letters, checked=of_plans.checked)


def _unread(corpus: Corpus) -> Iterator[tuple[str, Unread]]:
    """The plans of which something could not be read; where a reader cannot say what, it may be anything."""
    faulty = {fault.file for fault in corpus.faults}
    for plan_id, file in corpus.plans.items():
        unread = file.unread or (Unread(lost=True) if file.unread is None and file.file in faulty else None)
        if unread:
            yield plan_id, unread


def run_all(
    context: Context, rules: Iterable[Rule], today: date = date.min, beside: Iterable[Judged] = ()
) -> list[Judged]:
    """What rules find, and what is found `beside`, with what people have decided of it; which decisions are stale shows
    when all else is found."""
    rules = list(rules)
    rulings = Rulings(context.decisions, today)
    found = [*beside, *(judged for rule in rules if rule.id != STALE for judged in run(context, rule))]
    ruled = [_ruled(judged, rulings.of(context, judged.finding)) for judged in found]
    if not context.decisions.recorded:
        return ruled
    late = msgspec.structs.replace(context, unused=rulings.unused)
    return [*ruled, *(judged for rule in rules if rule.id == STALE for judged in run(late, rule))]


def _ruled(judged: Judged, ruling: Ruling) -> Judged:
    """The finding with what was decided of it; one that is let stand no longer says so."""
    if ruling == OPEN:
        return judged
    message = judged.message
    if ruling.lapsed is not None:
        past = lapsed_words(ruling.lapsed)
        message = Words(f"{message.vi} {one_line(past.vi)}", f"{message.en} {one_line(past.en)}")
    return msgspec.structs.replace(judged, ruling=ruling, message=message)


def _letters_of(result: Audit, findings: Iterable[Judged]) -> dict[str, str]:
    """A letter a plan: those that have findings in the order of these, then the others from the highest level down."""
    levels = result.context.domain.levels
    rest = sorted(result.plans, key=lambda plan_id: (levels.rank(result.plans[plan_id].level), plan_id))
    order = dict.fromkeys((*(judged.finding.item.plan for judged in findings), *rest))
    return {plan_id: _letters(place) for place, plan_id in enumerate(order)}


def _coded(findings: Iterable[Judged], letters: Mapping[str, str]) -> tuple[Judged, ...]:
    """The findings with their codes: the letter of the plan, and which of its findings it is."""
    counts: Counter[str] = Counter()
    coded = []
    for judged in findings:
        plan_id = judged.finding.item.plan
        counts[plan_id] += 1
        coded.append(msgspec.structs.replace(judged, code=f"{letters[plan_id]}{counts[plan_id]}"))
    return tuple(coded)


def _letters(place: int) -> str:
    """A, B, … Z, AA, AB, … as spreadsheets name columns."""
    before, last = divmod(place, 26)
    return f"{_letters(before - 1) if before else ''}{chr(ord('A') + last)}"


def context_of(
    plans: Mapping[str, Plan],
    domain: Domain,
    files: Mapping[str, str],
    unread: Mapping[str, Unread] = NOTHING_UNREAD,
    decisions: Decisions = NO_DECISIONS,
    units: Units | None = None,
) -> Context:
    """The linked corpus that checks look at; `units` of government are those that ship with cascade, if not given.
    What was decided on an older version of a plan is held to hold for the newest."""
    lineage = link(plans, domain, units or builtin_units())
    return Context(lineage, files, unread, decisions.renamed(lineage.newest))


def run(context: Context, rule: Rule) -> list[Judged]:
    """What one rule finds; a case to which the rule gives no severity is not reported."""
    if isinstance(rule, OwnRule):
        found: Iterable[Finding] = demanded(context, rule)
    else:
        found = CHECKS[rule.id](context, rule) if rule.id in CHECKS else ()
    judged = [judge(finding, rule, severity) for finding in found if (severity := _severity(finding, rule))]
    return [_tied(_weighed(one, context), context) for one in judged]


def _tied(judged: Judged, context: Context) -> Judged:
    """The finding with the words that tie its items, where it has both."""
    because = context.because(judged.finding.against, judged.finding.nearest)
    return msgspec.structs.replace(judged, because=because) if because else judged


def _weighed(judged: Judged, context: Context) -> Judged:
    """The finding marked where it rests on a draft, and never louder than a warning where the draft is unsure."""
    items = [item for item in (judged.finding.item, judged.finding.against) if item is not None]
    if all(context.plans[item.plan].review == "reviewed" for item in items):
        return judged
    unsure = judged.severity == "error" and not all(context.sure(item) for item in items)
    return msgspec.structs.replace(judged, severity="warning" if unsure else judged.severity, draft=True)


def _severity(finding: Finding, rule: Rule) -> Severity | None:
    return rule.severity.get(finding.case, rule.severity.get("default"))


def judge(finding: Finding, rule: Rule, severity: Severity) -> Judged:
    """The finding with its severity and the rule's words; what is not sure is said to be looked at."""
    message = _filled(rule.message, finding)
    if finding.case in UNSURE:
        look = LOOK if finding.confidence is None else LIKELY.filled(chance=finding.confidence)
        message = Words(f"{look.vi}: {message.vi}", f"{look.en}: {message.en}")
    return Judged(finding, severity, message, _filled(rule.suggestion, finding))


def _filled(words: Words, finding: Finding) -> Words:
    def said(lang: Lang) -> str:
        facts: dict[str, Any] = {
            name: one_line(fact.say(lang) if isinstance(fact, Words) else fact) for name, fact in finding.facts
        }
        return words.say(lang, **facts)

    return Words(said("vi"), said("en"))


def select(
    result: Audit,
    *,
    only: Collection[str] = (),
    ignore: Collection[str] = (),
    plans: Collection[str] = (),
    ignores: Mapping[str, Collection[str]] = NOTHING,
    waived: bool = False,
) -> Audit:
    """The audit with the findings of some rules and plans alone; what is empty selects everything.
    `ignores`: rules left out for one plan alone. `waived`: with those that people let stand."""
    wanted = tuple(
        judged
        for judged in result.findings
        if (not only or judged.finding.rule in only)
        and judged.finding.rule not in ignore
        and judged.finding.rule not in ignores.get(judged.finding.item.plan, ())
        and (not plans or judged.finding.item.plan in plans)
    )
    kept = tuple(judged for judged in wanted if waived or judged.waived is None)
    let_stand = result.let_stand + len(wanted) - len(kept)
    narrowed = bool(only or ignore or ignores)
    return msgspec.structs.replace(
        result, findings=kept, chosen=frozenset(plans), narrowed=narrowed, let_stand=let_stand
    )


def _files(corpus: Corpus) -> dict[str, str]:
    return {plan_id: file.file for plan_id, file in corpus.plans.items()}


def _order(result: Audit, judged: Judged) -> tuple[Any, ...]:
    """Plans from the highest level down, then worst first, then in the order of the file."""
    item = judged.finding.item
    plan = result.plans[item.plan]
    place = result.corpus.plans[item.plan].place(item) if item.plan in result.corpus.plans else (0, 0)
    against = judged.finding.against
    return (
        result.context.domain.levels.rank(plan.level),
        item.plan,
        SEVERITIES.index(judged.severity),
        place,
        judged.finding.rule,
        (against.plan, against.kind, against.index) if against else ("", "", 0),
        judged.finding.measure or "",
    )
