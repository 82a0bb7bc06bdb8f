"""Targets beside targets: what a higher plan asks of the child, and which of the child's items answer it.

Source: docs/domain.md, Targets and Citations. How well they answer is judged in `fulfilment`.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property

import msgspec

from cascade.answers.answer import Answer, Candidate
from cascade.answers.answering import Answering
from cascade.answers.statement import natural
from cascade.graph.lineage import Lineage
from cascade.model.bound import Bound, same_unit
from cascade.model.finding import Item
from cascade.model.measure import Measure, Member
from cascade.model.plan import Target
from cascade.verdicts.fulfilment import Asked, Comparison, Detail, Fulfilment, Side
from cascade.verdicts.scope import Scope, Scopings
from cascade.verdicts.twins import Twins
from cascade.verdicts.verdict import TargetVerdict as Verdict
from cascade.verdicts.yardstick import Yardsticks, counted, scaled, turned


class TargetComparing:
    """Compares the targets of plans with those of the plans above them; pairs are worked out once."""

    def __init__(self, lineage: Lineage, answering: Answering, scopings: Scopings) -> None:
        self.lineage, self.answering, self.scopings = lineage, answering, scopings
        self.yardsticks = Yardsticks(lineage.domain.quantities)
        self.twins = Twins(answering, self.yardsticks)
        self._pairs: dict[tuple[str, str, bool], tuple[Comparison, ...]] = {}

    def compare(self, child_id: str) -> tuple[Comparison, ...]:
        """Every target that binds `child_id`, from its nearest plans on file upward.

        For each measure the nearest ancestor that speaks of it binds; a parent whose whole content is on
        file ends the search (what it lacks is its own finding), and what a unit's own period plan says of a
        measure is that plan's to answer for, not its yearly plan's.
        """
        lineage = self.lineage
        parents = lineage.parents(child_id)
        found: list[Comparison] = []
        spoken: set[str | None] = set()
        own = [parent for parent in parents if lineage.is_own_period_plan(child_id, parent)]
        whole_own = [plan_id for plan_id in own if lineage.plans[plan_id].content == "full"]
        settled = {target.measure for plan_id in whole_own for target in lineage.plans[plan_id].targets}
        for ancestor in lineage.ancestors(child_id):
            remote = ancestor not in parents
            if remote and any(lineage.plans[parent].content == "full" for parent in parents):
                break
            skip = settled | (spoken if remote else set()) if ancestor not in own else set()
            fresh = self.pair(child_id, ancestor, remote=remote)
            targets = lineage.plans[ancestor].targets
            found += [c for c in fresh if targets[c.parent.index].measure not in skip - {None}]
            if remote or ancestor == parents[-1]:
                spoken |= {c.measure_id for c in found if c.verdict is not Verdict.OTHER_YEARS}
        return tuple(found)

    def pair(self, child_id: str, parent_id: str, *, remote: bool = False) -> tuple[Comparison, ...]:
        """Every target of one plan beside what one child makes of it, in the plan's order."""
        key = (child_id, parent_id, remote)
        if key not in self._pairs:
            found = _one_root(_Pair(self, child_id, parent_id, remote).comparisons())
            self._pairs[key] = tuple(sorted(found, key=lambda one: one.parent.index))
        return self._pairs[key]


def _one_root(found: list[Comparison]) -> tuple[Comparison, ...]:
    """One finding for one cause: of several targets on one measure missed by the same child item, the one that
    the child answers with a number, then the earliest year."""
    best: dict[tuple[object, ...], Comparison] = {}

    def key(comparison: Comparison) -> tuple[object, ...]:
        return (comparison.child, comparison.measure_id or comparison.parent)

    for comparison in found:
        if comparison.verdict in (Verdict.WEAKER, Verdict.LATE):
            held = best.get(key(comparison))
            if held is None or _decides(comparison) < _decides(held):
                best[key(comparison)] = comparison
    return tuple(c for c in found if c.verdict not in (Verdict.WEAKER, Verdict.LATE) or best[key(c)] is c)


def _decides(comparison: Comparison) -> tuple[bool, bool, int]:
    return (comparison.detail == "none-yet", comparison.verdict is Verdict.LATE, comparison.year or 0)


class _Pair:
    """One child beside one plan above it."""

    def __init__(self, comparing: TargetComparing, child_id: str, parent_id: str, remote: bool) -> None:
        lineage = comparing.lineage
        self.comparing, self.child_id, self.parent_id, self.remote = comparing, child_id, parent_id, remote
        self.child, self.parent = lineage.plans[child_id], lineage.plans[parent_id]
        self.domain = lineage.domain
        self.rules = lineage.domain.wording.answers.verdicts
        self.yardsticks = comparing.yardsticks
        self.scoping = comparing.scopings.of(child_id, parent_id)
        self.fulfilment = Fulfilment(lineage, comparing.answering.lexis, comparing.twins, child_id, parent_id)

    @cached_property
    def answers(self) -> tuple[Answer, ...]:
        """What answers each target of the parent, in its order; asked for only where words decide."""
        return self.comparing.answering.answers(self.child_id, self.parent_id)

    @cached_property
    def child_sides(self) -> list[Side]:
        """The child's targets that count."""
        return _objective_part(self.child.targets)

    @cached_property
    def _measured(self) -> dict[str, list[Side]]:
        """The same by their measures."""
        found: dict[str, list[Side]] = {}
        for side in self.child_sides:
            if side.target.measure is not None:
                found.setdefault(side.target.measure, []).append(side)
        return found

    def comparisons(self) -> list[Comparison]:
        """All targets of the parent that count."""
        found: list[Comparison] = []
        for side in _objective_part(self.parent.targets):
            found += self.compare(side)
        return found

    def compare(self, side: Side) -> list[Comparison]:
        """The comparisons of one target: one a tier of the child that answers it."""
        target = side.target
        item = Item(self.parent_id, "target", side.index)
        scope = self._scope(target)
        base = Comparison(
            item,
            Verdict.MISSING,
            self._asked(target),
            wanted=target.value,
            unsure=scope.asked == "unsure",
            scope=scope,
        )
        if scope.asked == "not-asked" or (target.measure is None and self.remote):
            return [msgspec.structs.replace(base, verdict=Verdict.NOT_ASKED)]
        asked = self._as_asked(target)
        measure = self.domain.measures.get(asked.measure or "")
        answer = self.answers[side.index]
        if measure is not None and not answer.settled:
            base = msgspec.structs.replace(base, measure=measure, wanted=asked.value)
            groups = self._on_measure(asked, measure)
            if groups:
                return [self.fulfilment.against(base, asked, measure, group) for group in groups]
            if measure.holders and self.child.level not in measure.holders:
                return [msgspec.structs.replace(base, verdict=Verdict.NOT_ASKED)]
        base = msgspec.structs.replace(base, answer=answer)
        if answer.hidden == "likely":
            return [msgspec.structs.replace(base, verdict=Verdict.DOUBTFUL, detail="unread")]
        return [self._by_words(base, asked, measure, answer)]

    # who is asked

    def _scope(self, target: Target) -> Scope:
        if self._collective(target):
            return Scope("asked", "tier", named=True)
        if self.comparing.lineage.is_own_period_plan(self.child_id, self.parent_id):
            return Scope("asked", "leads", role="lead", named=True)
        return self.scoping.target(target)

    def _asked(self, target: Target) -> Asked:
        if self.remote:
            return "remote"
        return "direct" if target.tier == self.child.level or self._collective(target) else "implied"

    def _collective(self, target: Target) -> bool:
        return self._member(target) is not None

    def _member(self, target: Target) -> Member | None:
        """What a target of a collective binds each of its members to, where the child is one."""
        measure = self.domain.measures.get(target.measure or "")
        member = measure.member if measure else None
        return member if member and member.level == self.child.level else None

    def _as_asked(self, target: Target) -> Target:
        """The target as it binds the child: a target of a collective binds each member as its own part."""
        member = self._member(target)
        if member is None:
            return target
        return msgspec.structs.replace(target, measure=member.measure, value=member.value, tier=self.child.level)

    # which of the child's targets answer

    def _on_measure(self, asked: Target, measure: Measure) -> list[list[Side]]:
        """The child's targets on this measure (or on one that does its work too), grouped by tier; without those that a
        person says do not answer."""
        denied = self.comparing.answering.denied(self.child_id, self.parent_id, asked.id)
        for measure_id in (measure.id, *measure.met_by):
            sides = [
                side
                for side in self._measured.get(measure_id, ())
                if _same_tier(asked, side.target) and side.target.id not in denied
            ]
            groups: dict[str | None, list[Side]] = {}
            for side in sides:
                groups.setdefault(side.target.tier, []).append(side)
            exact = [group for tier, group in groups.items() if tier == asked.tier]
            if sides:
                return exact or list(groups.values())
        return []

    def _by_words(self, base: Comparison, asked: Target, measure: Measure | None, answer: Answer) -> Comparison:
        """The verdict where words have to tell which item answers."""
        own = measure or self.yardsticks.measure(asked)
        base = msgspec.structs.replace(base, measure=own)
        best = self._standing(answer, measure)
        if best is None or (answer.standing == "unsure" and best.item.kind == "target"):
            near = best is not None and best.score >= self.rules.near_enough
            task = None if near else self._task_in_words(answer)
            if task is not None:
                return self._by_task(msgspec.structs.replace(base, unsure=True), asked, own, task)
        if best is None:
            base = msgspec.structs.replace(base, unsure=base.unsure or answer.in_own_words)
            return self._unanswered(base, asked, own)
        doubted = answer.standing == "unsure"
        base = msgspec.structs.replace(base, unsure=base.unsure or doubted)
        if best.item.kind == "task":
            return self._by_task(base, asked, own, best.item)
        if own is None:
            child = self.child.targets[best.item.index]
            return msgspec.structs.replace(
                base, verdict=Verdict.DOUBTFUL, detail="direction", child=best.item, given=child.value
            )
        found = self._by_targets(base, asked, own, answer, best)
        if doubted and found.verdict in (Verdict.HOLDS, Verdict.OTHER_YEARS):
            return self._unanswered(base, asked, own)
        return found

    def _standing(self, answer: Answer, measure: Measure | None) -> Candidate | None:
        """The candidate that answers; None where nothing does, or only something on another measure."""
        best = answer.best
        if best is None or answer.standing == "none":
            return None
        if best.item.kind == "task" and not answer.settled:
            near = (c for c in answer.candidates if c.item.kind == "target" and best.score - c.score <= self.rules.twin)
            best = next((c for c in near if not c.excluded), best)
        if best.item.kind == "target" and not answer.settled:
            other = self.child.targets[best.item.index].measure
            if measure is not None and other is not None and other != measure.id and other not in measure.met_by:
                return None
        return best

    def _task_in_words(self, answer: Answer) -> Item | None:
        """The child's task that does a target's work in words, where no target surely answers it."""
        task, (said, both) = answer.other_kind, self.rules.in_words
        if task is None or task.excluded or task.said < said or task.both < both:
            return None
        return task.item

    def _unanswered(self, base: Comparison, asked: Target, measure: Measure | None) -> Comparison:
        """Nothing answers: nothing is owed in years of which the child does not speak."""
        if measure is not None and not self.fulfilment.is_owed(asked, measure):
            return msgspec.structs.replace(base, verdict=Verdict.NOT_ASKED)
        if asked.where == "tasks":
            base = msgspec.structs.replace(base, detail="in-task")
        if base.answer is not None and base.answer.hidden:
            base = msgspec.structs.replace(base, unsure=True)
        return msgspec.structs.replace(base, verdict=Verdict.MISSING)

    def _by_task(self, base: Comparison, asked: Target, measure: Measure | None, item: Item) -> Comparison:
        """A task does the target's work: with its number, or in words alone."""
        owed = self._unanswered(base, asked, measure)
        if owed.verdict is Verdict.NOT_ASKED:
            return owed
        stated = self.yardsticks.stated(self.child.tasks[item.index].words, asked.value)
        worst, given = (measure.worst(asked.value), measure.worst(stated)) if measure and stated else (None, None)
        if worst is None or given is None:
            return msgspec.structs.replace(owed, verdict=Verdict.UNQUANTIFIED, child=item)
        verdict = Verdict.HOLDS if given >= worst else Verdict.WEAKER
        return msgspec.structs.replace(owed, verdict=verdict, child=item, given=stated, year=self.child.window.last)

    def _by_targets(
        self, base: Comparison, asked: Target, measure: Measure, answer: Answer, best: Candidate
    ) -> Comparison:
        """The verdict on the target that answers by its words, with those that answer for other years."""
        first = self.child.targets[best.item.index]
        group = [Side(best.item.index, first)]
        for other in answer.candidates[1:]:
            if other.item.kind == "target" and best.score - other.score <= self.rules.twin and not other.excluded:
                twin = self.child.targets[other.item.index]
                if _horizon(twin) != _horizon(first) and same_unit(twin.value.unit, first.value.unit):
                    group.append(Side(other.item.index, twin))
        group = self._occasions(group, answer, best)
        wanted, sides, how = self._alike(asked, measure, group)
        if wanted is not asked:
            measure = self.yardsticks.measure(wanted) or measure
        found = self.fulfilment.against(
            msgspec.structs.replace(base, measure=measure, wanted=wanted.value), wanted, measure, sides
        )
        return msgspec.structs.replace(found, detail=found.detail or how)

    def _occasions(self, group: list[Side], answer: Answer, best: Candidate) -> list[Side]:
        """Numbers for parts of one year counted together: single occasions of one kind (a meeting in April, one in
        September), or numbers of things for one half of the year and the other."""
        first = group[0].target
        parted = bool(self.yardsticks.months.named(first.words)) and first.value.unit not in (None, "%")
        if not parted and not self.yardsticks.is_occasion(first):
            return group
        others = [
            self.child.targets[other.item.index]
            for other in answer.candidates
            if other.item.kind == "target"
            and other.item != best.item
            and other.score > best.score - self.rules.occasion
        ]
        alike = [other for other in others if same_unit(other.value.unit, first.value.unit)]
        same = self._other_parts(first, alike) if parted else list(filter(self.yardsticks.is_occasion, alike))
        total = sum((one.value.low or Decimal(0) for one in (first, *same)), Decimal(0))
        if not same:
            return group
        return [Side(group[0].index, _valued(first, counted(first.value, total))), *group[1:]]

    def _other_parts(self, first: Target, others: list[Target]) -> list[Target]:
        """The targets for other parts of the year than the first one's, of which no two overlap."""
        months, found = self.yardsticks.months.named, []
        taken = months(first.words)
        for other in others:
            part = months(other.words)
            if part and taken.isdisjoint(part):
                found.append(other)
                taken |= part
        return found

    def _alike(self, asked: Target, measure: Measure, group: list[Side]) -> tuple[Target, list[Side], Detail | None]:
        """Both sides as they can be compared: turned, at one rate, by the grade that each member is to reach."""
        first = group[0].target
        ours, theirs = self.yardsticks.read(first), self.yardsticks.read(asked)
        if theirs.unit == "%" and ours.unit == "grade":
            grade = self.yardsticks.grade_in(asked.words)
            if grade is not None:
                return msgspec.structs.replace(asked, value=Bound(grade, grade=grade)), group, "collective"
        if measure.id:
            return asked, group, None
        if ours.unit == theirs.unit == "%" and ours.bad != theirs.bad and ours.better != theirs.better:
            return asked, [Side(s.index, _valued(s.target, turned(s.target.value))) for s in group], "turned"
        scale = self._scale(first, asked)
        if scale is not None:
            return asked, [Side(s.index, _valued(s.target, scaled(s.target.value, *scale))) for s in group], "scaled"
        return asked, group, None

    def _scale(self, first: Target, asked: Target) -> tuple[Decimal, str | None] | None:
        """By what the child's number is multiplied to count as often in a year, or per as many, as the asked one, and
        the unit that it then is in; None where it does already, or cannot."""
        ours, theirs = self.yardsticks.read(first), self.yardsticks.read(asked)
        given, wanted = first.value.unit, asked.value.unit
        if ours.unit == theirs.unit != "%" and (ours.rate or 1) != (theirs.rate or 1):
            return Decimal(ours.rate or 1) / Decimal(theirs.rate or 1), wanted if "/" in (given or "") else given
        quotient = self.yardsticks.ratios.times(given, wanted)
        return None if quotient is None else (quotient, wanted)


def _objective_part(targets: Sequence[Target]) -> list[Side]:
    """The targets that count: a number in the task part only where the objectives are silent on its measure.

    They stand in the order of their numbering, so that the order of a file decides nothing.
    """
    stated = {(target.measure, target.tier) for target in targets if target.where is None}
    whole, anywhere = {measure for measure, tier in stated if tier is None}, {measure for measure, _ in stated}
    return [
        Side(index, target)
        for index, target in sorted(enumerate(targets), key=lambda one: natural(one[1].id))
        if target.where is None
        or target.measure is None
        or not (
            target.measure in (anywhere if target.tier is None else whole) or (target.measure, target.tier) in stated
        )
    ]


def _valued(target: Target, value: Bound) -> Target:
    return msgspec.structs.replace(target, value=value)


def _horizon(target: Target) -> tuple[int | None, int | None, bool]:
    return target.by, target.in_year, target.yearly


def _same_tier(asked: Target, target: Target) -> bool:
    return asked.tier is None or target.tier is None or asked.tier == target.tier
