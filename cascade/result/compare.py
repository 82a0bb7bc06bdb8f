"""Comparisons of an audit as views: what each plan makes of every item of each plan above it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from cascade.answers.answer import Answer
from cascade.answers.because import Because
from cascade.audit import Audit
from cascade.checks.not_compared import is_compared
from cascade.model.bound import Bound
from cascade.model.finding import Item
from cascade.model.measure import Measure
from cascade.result.items import Items
from cascade.result.result import FindingView, ItemComparison, NearView, PairView, YearView
from cascade.verdicts.fulfilment import Comparison, YearRow
from cascade.verdicts.scope import Scope
from cascade.verdicts.tasks import Coverage
from cascade.verdicts.verdict import TargetVerdict, TaskVerdict

Pair = tuple[str, str]
"""The ids of a plan and of one above it."""


def pairs_of(audit: Audit) -> tuple[Pair, ...]:
    """Every plan that is reported on with each plan that it carries out, and with any other that a finding names."""
    wanted: dict[Pair, None] = {}
    lineage = audit.context.lineage
    for child in audit.plans:
        if (not audit.chosen or child in audit.chosen) and is_compared(audit.context, child):
            parents = (parent for parent in lineage.parents(child) if audit.plans[parent].items)
            wanted |= dict.fromkeys((child, parent) for parent in parents)
    for judged in audit.findings:
        item, against = judged.finding.item, judged.finding.against
        if against is not None and against.kind in ("target", "task") and against.plan != item.plan:
            wanted.setdefault((item.plan, against.plan))
    return tuple(sorted(wanted, key=lambda pair: pair[0]))


def compare(
    audit: Audit, pairs: Iterable[Pair], items: Items, findings: Iterable[FindingView], *, tied: bool
) -> tuple[PairView, ...]:
    """The pairs, each item of the higher plan once; `tied`: with the words that tie each to its answer."""
    found: defaultdict[tuple[str, Item], list[str]] = defaultdict(list)
    for finding in findings:
        if finding.against is not None:
            against = Item(finding.against.plan, finding.against.kind, finding.against.index)
            found[finding.plan, against].append(finding.fingerprint)
    return tuple(_Pair(audit, pair, items, found, tied).view() for pair in pairs)


class _Pair:
    """One pair being put into views."""

    def __init__(
        self, audit: Audit, pair: Pair, items: Items, found: dict[tuple[str, Item], list[str]], tied: bool
    ) -> None:
        self.audit, self.items, self.found, self.tied = audit, items, found, tied
        self.child, self.parent = pair
        self.answers = {answer.asked: answer for answer in audit.context.answering.answers(*pair)}

    def view(self) -> PairView:
        context = self.audit.context
        remote = self.parent not in context.lineage.parents(self.child)
        targets = context.targets.pair(self.child, self.parent, remote=remote)
        return PairView(
            self.child,
            self.parent,
            remote,
            context.shows_lacks(self.child),
            targets=tuple(map(self._target, targets)),
            tasks=tuple(map(self._task, context.tasks.pair(self.child, self.parent))),
        )

    def _target(self, found: Comparison) -> ItemComparison:
        measure = found.measure
        return self._item(
            found,
            found.scope,
            answered=found.child is not None and found.verdict is not TargetVerdict.MISSING,
            asked=found.verdict is not TargetVerdict.NOT_ASKED,
            year=found.year,
            years=tuple(_year(row, measure) for row in found.years),
            wanted=measure.say(found.wanted) if measure and found.wanted else None,
            given=measure.say(found.given) if measure and found.given else None,
            better=measure.better if measure else None,
        )

    def _task(self, found: Coverage) -> ItemComparison:
        return self._item(
            found,
            found.scope,
            answered=found.verdict in (TaskVerdict.COVERED, TaskVerdict.PARTIAL) and found.child is not None,
            asked=found.verdict is not TaskVerdict.NOT_ASKED,
            role=found.role,
        )

    def _item(
        self, found: Comparison | Coverage, scope: Scope | None, *, answered: bool, asked: bool, **more: object
    ) -> ItemComparison:
        """What targets and tasks have in common."""
        answer = self.answers[found.parent]
        return ItemComparison(
            parent=self.items.view(found.parent),
            verdict=found.verdict.value,
            child=self.items.of(found.child),
            answered=answered,
            confidence=answer.confidence(answered=answered) if asked else None,
            by_words=found.answer is not None,
            settled=found.answer is not None and found.answer.settled,
            unsure=found.unsure,
            runner_up=self._runner_up(answer, found.child if answered else None) if asked else None,
            because=self._because(found.parent, found.child) if answered else (),
            asked=scope.asked if scope else None,
            reason=scope.reason if scope else None,
            said=scope.words if scope else None,
            findings=tuple(self.found.get((self.child, found.parent), ())),
            **more,  # type: ignore[arg-type]
        )

    def _because(self, parent: Item, child: Item | None) -> tuple[Because, ...]:
        return self.audit.context.because(parent, child) if self.tied else ()

    def _runner_up(self, answer: Answer, answered: Item | None) -> NearView | None:
        """The nearest item that was not taken."""
        other = next((candidate for candidate in answer.candidates if candidate.item != answered), None)
        if other is None:
            return None
        return NearView(self.items.view(other.item), self.audit.context.answering.chance(answer, other))


def nearest_items(audit: Audit, finding: FindingView, items: Items) -> tuple[NearView, ...]:
    """The items of a plan that come nearest to what a finding is measured against, with how likely each answers,
    without the one that was taken; the nearest of the other kind last."""
    against = finding.against
    if against is None:
        return ()
    answering = audit.context.answering
    asked = Item(against.plan, against.kind, against.index)
    answer = next((one for one in answering.answers(finding.plan, against.plan) if one.asked == asked), None)
    if answer is None:
        return ()
    found = {one.item: one for one in answer.candidates}
    if answer.other_kind is not None:
        found.setdefault(answer.other_kind.item, answer.other_kind)
    found.pop(Item(finding.item.plan, finding.item.kind, finding.item.index), None)
    return tuple(NearView(items.view(item), answering.chance(answer, one)) for item, one in found.items())


def _year(row: YearRow, measure: Measure | None) -> YearView:
    sides = (row.parent, row.child)
    parent, child = (str(bound) if bound else None for bound in sides)
    return YearView(row.year, parent, child, *(_level(bound, measure) for bound in sides))


def _level(bound: Bound | None, measure: Measure | None) -> float | None:
    """The end of a bound that is guaranteed, as a number."""
    if bound is None or bound.low is None:
        return None
    lower = measure is not None and measure.better == "lower"
    return float(bound.high if lower and bound.high is not None else bound.low)
