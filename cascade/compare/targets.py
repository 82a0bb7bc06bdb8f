"""Targets beside targets: does the child guarantee, year by year, what the plans above it promise?

Source: domain.md, Targets and Citations.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum
from typing import Literal

import msgspec

from cascade.graph.lineage import Lineage
from cascade.model.bound import Bound, same_unit
from cascade.model.finding import Item
from cascade.model.guarantee import Guarantee, guarantee_of
from cascade.model.measure import Measure, Worst
from cascade.model.plan import Plan, Target
from cascade.model.text import fold, syllables

Asked = Literal["direct", "implied", "remote"]
Answer = Callable[[str, str, Target], int | None]


class Verdict(Enum):
    """What a child makes of one target of a plan above it."""

    HOLDS = "holds"
    SOFTER = "softer"  # the same bound, but only striven for
    CARVE_OUT = "carve-out"  # the same bound, but an exception is added
    LATE = "late"  # the same bound, reached later
    WEAKER = "weaker"
    UNQUANTIFIED = "unquantified"  # the substance without the number
    MISSING = "missing"
    INCOMPARABLE = "incomparable"  # another unit or baseline, or no measure
    DOUBTFUL = "doubtful"  # the child's words settle no bound
    OTHER_YEARS = "other-years"  # no year that both cover
    NOT_ASKED = "not-asked"  # does not bind this level


class Comparison(msgspec.Struct, frozen=True):
    """One target of a higher plan (`parent`) beside the child's answer (`child`: a target or task).

    `asked`: `direct` where the target names the child's level, `implied` where it names none,
    `remote` where it comes from further up than the plan's own parents. `year` decided: `wanted` is
    the bound asked for then, `given` the one that the child states.
    """

    parent: Item
    verdict: Verdict
    asked: Asked = "direct"
    child: Item | None = None
    measure: str | None = None
    year: int | None = None
    reached: int | None = None
    detail: str | None = None
    wanted: Bound | None = None
    given: Bound | None = None


class _Side(msgspec.Struct, frozen=True):
    """A target with its place in its plan."""

    index: int
    target: Target


SAME_WORDS = 0.8
_Answer = tuple[_Side, Guarantee]


def compare_targets(child_id: str, lineage: Lineage, answer: Answer) -> tuple[Comparison, ...]:
    """Every target that binds `child_id`, from its nearest plans on file upward.

    For each measure the nearest ancestor that speaks of it binds; a parent whose whole content is
    on file ends the search (what it lacks is its own finding), and what a unit's own period plan says
    of a measure is that plan's to answer for, not its yearly plan's. `answer` gives the child's task
    that does a target's work in words, if any.
    """
    parents = lineage.parents(child_id)
    found: list[Comparison] = []
    spoken: set[str] = set()
    own = [parent for parent in parents if lineage.is_own_period_plan(child_id, parent)]
    settled = {
        t.measure for plan_id in own if lineage.plans[plan_id].content == "full" for t in lineage.plans[plan_id].targets
    }
    for ancestor in lineage.ancestors(child_id):
        remote = ancestor not in parents
        if remote and any(lineage.plans[parent].content == "full" for parent in parents):
            break
        skip = settled | (spoken if remote else set()) if ancestor not in own else set()
        fresh = compare_pair(child_id, ancestor, lineage, answer, remote=remote, skip=skip - {None})
        found += fresh
        if remote or ancestor == parents[-1]:
            spoken |= {c.measure for c in found if c.measure and c.verdict is not Verdict.OTHER_YEARS}
    return tuple(found)


def compare_pair(
    child_id: str,
    parent_id: str,
    lineage: Lineage,
    answer: Answer,
    *,
    remote: bool = False,
    skip: Iterable[str | None] = (),
) -> tuple[Comparison, ...]:
    """Every target of one plan beside what one child makes of it, in the plan's order."""
    pair = _Pair(child_id, parent_id, lineage, answer, remote)
    skipped = set(skip)
    found = []
    for side in _objective_part(lineage.plans[parent_id].targets):
        if side.target.measure not in skipped:
            found += pair.compare(side)
    return _one_root(found)


def _objective_part(targets: Sequence[Target]) -> list[_Side]:
    """The targets that count: a number in the task part only where the objectives are silent on it."""
    stated = {(target.measure, target.tier) for target in targets if target.where is None}
    whole, anywhere = {measure for measure, tier in stated if tier is None}, {measure for measure, _ in stated}
    return [
        _Side(index, target)
        for index, target in enumerate(targets)
        if target.where is None
        or target.measure is None
        or not (
            target.measure in (anywhere if target.tier is None else whole) or (target.measure, target.tier) in stated
        )
    ]


def _one_root(found: list[Comparison]) -> tuple[Comparison, ...]:
    """One finding for one cause: of several targets missed by the same child item, the one that
    the child answers with a number, then the earliest year."""
    best: dict[tuple[object, ...], Comparison] = {}
    for comparison in found:
        if comparison.verdict in (Verdict.WEAKER, Verdict.LATE):
            key = (comparison.child, comparison.measure)
            held = best.get(key)
            if held is None or _decides(comparison) < _decides(held):
                best[key] = comparison
    kept = set(best.values())
    return tuple(c for c in found if c.verdict not in (Verdict.WEAKER, Verdict.LATE) or c in kept)


def _decides(comparison: Comparison) -> tuple[bool, bool, int]:
    return (comparison.detail == "none-yet", comparison.verdict is Verdict.LATE, comparison.year or 0)


class _Pair:
    """One child beside one plan above it."""

    def __init__(self, child_id: str, parent_id: str, lineage: Lineage, answer: Answer, remote: bool) -> None:
        self.child_id, self.parent_id = child_id, parent_id
        self.child, self.parent = lineage.plans[child_id], lineage.plans[parent_id]
        self.domain = lineage.domain
        self.answer = answer
        self.remote = remote
        self.child_sides = _objective_part(self.child.targets)

    def compare(self, side: _Side) -> list[Comparison]:
        """The comparisons of one target: one a tier of the child that answers it."""
        target = side.target
        item = Item(self.parent_id, "target", side.index)
        base = Comparison(item, Verdict.MISSING, self._asked(target), wanted=target.value)
        if not self._binds(target) or (target.measure is None and self.remote):
            return [msgspec.structs.replace(base, verdict=Verdict.NOT_ASKED)]
        if target.measure is None:
            return [msgspec.structs.replace(base, verdict=Verdict.INCOMPARABLE, detail="no-measure")]
        asked = self._as_asked(target)
        measure = self.domain.measures[asked.measure or ""]
        base = msgspec.structs.replace(base, measure=measure.id, wanted=asked.value)
        answers = self._answers(asked, measure)
        if not answers:
            return [self._unanswered(base, asked, measure)]
        return [self._against(base, asked, measure, group) for group in answers]

    def _asked(self, target: Target) -> Asked:
        if self.remote:
            return "remote"
        return "direct" if target.tier == self.child.level or self._collective(target) else "implied"

    def _collective(self, target: Target) -> bool:
        measure = self.domain.measures.get(target.measure or "")
        return bool(measure and measure.member and measure.member.level == self.child.level)

    def _as_asked(self, target: Target) -> Target:
        """The target as it binds the child: a target of a collective binds each member as its own part."""
        measure = self.domain.measures.get(target.measure or "")
        member = measure.member if measure else None
        if member is None or member.level != self.child.level:
            return target
        return msgspec.structs.replace(target, measure=member.measure, value=member.value, tier=self.child.level)

    def _binds(self, target: Target) -> bool:
        rank = self.domain.levels.rank
        return self._collective(target) or target.tier is None or rank(target.tier) >= rank(self.child.level)

    def _answers(self, asked: Target, measure: Measure) -> list[list[_Side]]:
        """The child's targets on this measure (or on one that does its work too), grouped by tier."""
        for measure_id in (measure.id, *measure.met_by):
            sides = [
                side
                for side in self.child_sides
                if side.target.measure == measure_id and _same_tier(asked, side.target)
            ]
            groups: dict[str | None, list[_Side]] = {}
            for side in sides:
                groups.setdefault(side.target.tier, []).append(side)
            exact = [group for tier, group in groups.items() if tier == asked.tier]
            if sides:
                return exact or list(groups.values())
        return []

    def _unanswered(self, base: Comparison, asked: Target, measure: Measure) -> Comparison:
        """No number answers: nothing is owed by a level that has no such thing, in years of which the
        child does not speak."""
        not_held = bool(measure.holders) and self.child.level not in measure.holders
        theirs = self._guarantee(asked, measure, self.parent, None)
        other_years = bool(theirs.steps) and not self._common_years(theirs, ())
        if not_held or other_years:
            return msgspec.structs.replace(base, verdict=Verdict.NOT_ASKED)
        if asked.where == "tasks":
            base = msgspec.structs.replace(base, detail="in-task")
        task = self.answer(self.child_id, self.parent_id, asked)
        if task is None:
            return base
        child = Item(self.child_id, "task", task)
        return msgspec.structs.replace(base, verdict=Verdict.UNQUANTIFIED, child=child)

    def _against(self, base: Comparison, asked: Target, measure: Measure, group: list[_Side]) -> Comparison:
        """The verdict on one tier's targets of the child, taken together."""
        sides = [side for side in group if _comparable(asked, side.target, measure)]
        first = (sides or group)[0]
        base = msgspec.structs.replace(base, child=self._item(first), given=first.target.value)
        if not sides or measure.worst(asked.value) is None:
            return self._not_comparable(base, asked, first.target, measure)
        theirs = self._guarantee(asked, measure, self.parent, None)
        answers = [(side, self._answer(asked, side.target)) for side in sides]
        years = self._common_years(theirs, sides)
        if not years:
            return msgspec.structs.replace(base, verdict=Verdict.OTHER_YEARS)
        year = _together(answers).weaker_year(theirs, years)
        if year is not None:
            return self._falls_short(base, theirs, answers, year, years)
        return self._holds(base, asked, theirs, answers, years)

    def _item(self, side: _Side) -> Item:
        return Item(self.child_id, "target", side.index)

    def _not_comparable(self, base: Comparison, asked: Target, target: Target, measure: Measure) -> Comparison:
        """Why two bounds cannot be compared: units, baselines, or words that settle none."""
        units = all(same_unit(value.unit, measure.unit) for value in (asked.value, target.value))
        if not units:
            return msgspec.structs.replace(base, verdict=Verdict.INCOMPARABLE, detail="unit")
        if not _same_baseline(asked, target):
            return msgspec.structs.replace(base, verdict=Verdict.INCOMPARABLE, detail="baseline")
        return msgspec.structs.replace(base, verdict=Verdict.DOUBTFUL, detail="bound")

    def _falls_short(
        self, base: Comparison, theirs: Guarantee, answers: list[_Answer], year: int, years: Sequence[int]
    ) -> Comparison:
        together = _together(answers)
        reached = together.catches_up(theirs, year) if together.at(year) is None else None
        if reached is None and together.at(year) is None:
            # where the child answers with a number in a later year, that year says more
            year = next((y for y in years if together.at(y) is not None and together.weaker_year(theirs, [y])), year)
        side = _deciding(answers, reached or year)
        return msgspec.structs.replace(
            base,
            verdict=Verdict.LATE if reached is not None else Verdict.WEAKER,
            child=self._item(side),
            year=year,
            reached=reached,
            detail="none-yet" if together.at(year) is None else None,
            wanted=self._bound_at(base.wanted, theirs, year, base.measure),
            given=side.target.value,
        )

    def _bound_at(self, stated: Bound | None, theirs: Guarantee, year: int, measure_id: str | None) -> Bound | None:
        """The bound asked for in `year`: as stated, or the step that a growth has reached by then."""
        measure, worst = self.domain.measures[measure_id or ""], theirs.at(year)
        if stated is None or worst is None or measure.worst(stated) == worst:
            return stated
        return measure.bound(worst)

    def _holds(
        self, base: Comparison, asked: Target, theirs: Guarantee, answers: list[_Answer], years: Sequence[int]
    ) -> Comparison:
        """The bound holds; is it also firm, and for everyone, in every year?"""

        def whole(target: Target) -> bool:
            return target.exception is None or _same_exception(asked.exception, target.exception)

        def firm(target: Target) -> bool:
            return target.hedge is None or asked.hedge is not None

        rest = answers
        for verdict, kept in ((Verdict.CARVE_OUT, whole), (Verdict.SOFTER, firm)):
            lost = [answer for answer in rest if not kept(answer[0].target)]
            rest = [answer for answer in rest if kept(answer[0].target)]
            year = _together(rest).weaker_year(theirs, years)
            if year is not None:
                side = _deciding(lost, year)
                return msgspec.structs.replace(
                    base, verdict=verdict, child=self._item(side), year=year, given=side.target.value
                )
        side = _deciding(answers, years[0])
        return msgspec.structs.replace(
            base, verdict=Verdict.HOLDS, child=self._item(side), year=years[0], given=side.target.value
        )

    def _answer(self, asked: Target, target: Target) -> Guarantee:
        return self._guarantee(target, self._measure_of(target), self.child, self._growth_start(asked, target))

    def _measure_of(self, target: Target) -> Measure:
        return self.domain.measures[target.measure or ""]

    def _guarantee(self, target: Target, measure: Measure, plan: Plan, growth_start: int | None) -> Guarantee:
        return guarantee_of(target, measure, plan.window, interim=is_interim(target, plan), growth_start=growth_start)

    def _growth_start(self, asked: Target, target: Target) -> int | None:
        """Where neither text says when the growth starts, both start in the same year."""
        both = asked.growth is not None and target.growth is not None
        if both and asked.growth and target.growth and asked.growth.since is None and target.growth.since is None:
            return self.parent.window.first
        return None

    def _common_years(self, theirs: Guarantee, sides: Sequence[_Side]) -> list[int]:
        """The years that both plans speak for: the child's own from the one in which it was signed,
        stretched by later horizons that it states. A plan for one year that states a value for that
        year alone speaks of no other."""
        window, signed = self.child.window, self.child.issued.year if self.child.issued else 0
        stated = [year for side in sides for year in (side.target.by, side.target.in_year) if year is not None]
        years = range(window.first, max([window.last, *stated]) + 1)
        if self.child.year is not None and sides and all(side.target.in_year is not None for side in sides):
            years = range(max(window.first, min(stated)), max(stated) + 1)
        asked = [year for year in years if theirs.at(year) is not None]
        return [year for year in asked if year >= signed] or asked


def is_interim(target: Target, plan: Plan) -> bool:
    """Whether a target without a horizon holds from the plan's first year on: in a plan for one year
    of a period, or beside another target on the same measure that states its horizon."""
    if target.has_horizon:
        return False
    return plan.year is not None or any(
        other is not target
        and other.has_horizon
        and (other.measure, other.tier, other.baseline) == (target.measure, target.tier, target.baseline)
        and other.where is None
        for other in plan.targets
    )


def worst_of(target: Target, measures: Mapping[str, Measure]) -> Worst | None:
    """The worst value that a target's bound permits on its measure, if it settles one."""
    measure = measures.get(target.measure or "")
    return measure.worst(target.value) if measure else None


def _same_tier(asked: Target, target: Target) -> bool:
    return asked.tier is None or target.tier is None or asked.tier == target.tier


def _comparable(asked: Target, target: Target, measure: Measure) -> bool:
    return measure.worst(target.value) is not None and _same_baseline(asked, target)


def _same_baseline(asked: Target, target: Target) -> bool:
    return asked.baseline is None or target.baseline is None or asked.baseline == target.baseline


def _together(answers: Iterable[_Answer]) -> Guarantee:
    return Guarantee().together(guarantee for _, guarantee in answers)


def _deciding(guarantees: list[_Answer], year: int) -> _Side:
    """The child's target that gives its guarantee in `year` (its first one where none does)."""
    holding = [(guarantee.at(year), side) for side, guarantee in guarantees if guarantee.at(year) is not None]
    best = max((worst for worst, _ in holding if worst is not None), default=None)
    return next((side for worst, side in holding if worst == best), guarantees[0][0])


def _same_exception(theirs: str | None, ours: str) -> bool:
    """Whether the plan above makes the exception itself: it names (nearly) all that ours names."""
    if theirs is None:
        return False
    excepted, named = set(syllables(fold(theirs))), syllables(fold(ours))
    return sum(word in excepted for word in named) >= SAME_WORDS * len(named)
