"""How well targets answer a target of a plan above: what both sides guarantee, year by year.

Source: docs/domain.md, Targets.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from cascade.answers.answer import Answer
from cascade.answers.lexis import Lexis
from cascade.answers.likeness import said_share
from cascade.graph.lineage import Lineage
from cascade.model.bound import Bound, same_unit
from cascade.model.finding import Item
from cascade.model.guarantee import Guarantee, guarantee_of
from cascade.model.measure import Measure
from cascade.model.plan import Plan, Target
from cascade.verdicts.scope import Scope
from cascade.verdicts.twins import Twins
from cascade.verdicts.verdict import TargetVerdict as Verdict

Asked = Literal["direct", "implied", "remote"]
Detail = Literal[
    "none-yet", "in-task", "unit", "baseline", "bound", "direction", "turned", "scaled", "collective", "unread"
]


class YearRow(msgspec.Struct, frozen=True):
    """What both sides permit at worst in one year; None: anything."""

    year: int
    parent: Bound | None
    child: Bound | None


class Comparison(msgspec.Struct, frozen=True):
    """One target of a higher plan (`parent`) beside the child's answer (`child`: a target or task).

    `asked`: `direct` where the target names the child's level, `implied` where it names none, `remote`
    where it comes from further up than the plan's own parents. `unsure`: a person has to look, since the
    answer or who is asked is not clear. `year` decided: `wanted` is the bound asked for then, `given` the
    one that the child states. `measure`: what both were measured by (an id of "" is read from the words). `exception`:
    the words by which the child leaves out what is asked for.
    """

    parent: Item
    verdict: Verdict
    asked: Asked = "direct"
    child: Item | None = None
    measure: Measure | None = None
    year: int | None = None
    reached: int | None = None
    detail: Detail | None = None
    wanted: Bound | None = None
    given: Bound | None = None
    unsure: bool = False
    scope: Scope | None = None
    answer: Answer | None = None
    years: tuple[YearRow, ...] = ()
    exception: str | None = None

    @property
    def measure_id(self) -> str | None:
        """The id of the measure of rules/measures.yaml, where one fits."""
        return (self.measure.id or None) if self.measure else None


class Side(msgspec.Struct, frozen=True):
    """A target with its place in its plan, and its bound as it is compared (turned, or at another rate)."""

    index: int
    target: Target


_Answered = tuple[Side, Guarantee]


class Fulfilment:
    """Judges how well targets of one child carry out those of one plan above it."""

    def __init__(self, lineage: Lineage, lexis: Lexis, twins: Twins, child_id: str, parent_id: str) -> None:
        self.child_id, self.lexis, self.domain = child_id, lexis, lineage.domain
        self.twins, self.yardsticks = twins, twins.yardsticks
        self.child, self.parent = lineage.plans[child_id], lineage.plans[parent_id]

    def is_owed(self, asked: Target, measure: Measure) -> bool:
        """Whether a target asks for something in years of which the child speaks."""
        theirs = self._guarantee(asked, measure, self.parent, None)
        return not theirs.steps or bool(self._common_years(theirs, ()))

    def against(self, base: Comparison, asked: Target, measure: Measure, group: list[Side]) -> Comparison:
        """The verdict on one tier's targets of the child, taken together."""
        sides = [side for side in group if self._comparable(asked, side.target, measure)]
        first = (sides or group)[0]
        base = msgspec.structs.replace(base, child=self._item(first), given=first.target.value)
        if not sides or measure.worst(asked.value) is None:
            return self._not_comparable(base, asked, first.target, measure)
        theirs = self._guarantee(asked, measure, self.parent, None)
        answers = [(side, self._answer(asked, side.target, measure)) for side in sides]
        years = self._common_years(theirs, sides)
        base = msgspec.structs.replace(base, years=self._table(measure, theirs, _together(answers), years))
        if not years:
            return msgspec.structs.replace(base, verdict=Verdict.OTHER_YEARS)
        year = _together(answers).weaker_year(theirs, years)
        if year is not None:
            return self._falls_short(base, measure, theirs, answers, year, years)
        return self._holds(base, asked, theirs, answers, years)

    def _comparable(self, asked: Target, target: Target, measure: Measure) -> bool:
        units = self._same_unit(target.value, measure)
        return (
            units and measure.worst(self._in_unit(target.value, measure)) is not None and _same_baseline(asked, target)
        )

    def _same_unit(self, value: Bound, measure: Measure) -> bool:
        if bool(measure.grades) != (value.grade is not None):
            return False
        unit = self.yardsticks.unit
        return value.unit is None or same_unit(value.unit, measure.unit) or unit(value.unit) == unit(measure.unit)

    def _in_unit(self, value: Bound, measure: Measure) -> Bound:
        """A bound in the measure's own unit, where both count the same."""
        return value if value.grade is not None else msgspec.structs.replace(value, unit=measure.unit)

    def _table(self, measure: Measure, theirs: Guarantee, ours: Guarantee, years: Iterable[int]) -> tuple[YearRow, ...]:
        def bound(guarantee: Guarantee, year: int) -> Bound | None:
            worst = guarantee.at(year)
            return None if worst is None else measure.bound(worst)

        return tuple(YearRow(year, bound(theirs, year), bound(ours, year)) for year in years)

    def _item(self, side: Side) -> Item:
        return Item(self.child_id, "target", side.index)

    def _not_comparable(self, base: Comparison, asked: Target, target: Target, measure: Measure) -> Comparison:
        """Why two bounds cannot be compared: units, baselines, or words that settle none."""
        if not all(self._same_unit(value, measure) for value in (asked.value, target.value)):
            return msgspec.structs.replace(base, verdict=Verdict.INCOMPARABLE, detail="unit")
        if not _same_baseline(asked, target):
            return msgspec.structs.replace(base, verdict=Verdict.INCOMPARABLE, detail="baseline")
        return msgspec.structs.replace(base, verdict=Verdict.DOUBTFUL, detail="bound")

    def _falls_short(
        self,
        base: Comparison,
        measure: Measure,
        theirs: Guarantee,
        answers: list[_Answered],
        year: int,
        years: Sequence[int],
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
            wanted=_bound_at(base.wanted, theirs, year, measure),
            given=side.target.value,
        )

    def _holds(
        self, base: Comparison, asked: Target, theirs: Guarantee, answers: list[_Answered], years: Sequence[int]
    ) -> Comparison:
        """The bound holds; is it also firm, and for everyone, in every year?"""

        def whole(target: Target) -> bool:
            if self.yardsticks.thresholds.narrowed(asked, target) is not None:
                return False
            return target.exception is None or self._same_exception(asked.exception, target.exception)

        def firm(target: Target) -> bool:
            return target.hedge is None or asked.hedge is not None

        rest = answers
        for verdict, kept in ((Verdict.CARVE_OUT, whole), (Verdict.SOFTER, firm)):
            lost = [answer for answer in rest if not kept(answer[0].target)]
            rest = [answer for answer in rest if kept(answer[0].target)]
            year = _together(rest).weaker_year(theirs, years)
            if year is not None:
                side = _deciding(lost, year)
                narrowed = self.yardsticks.thresholds.narrowed(asked, side.target)
                return msgspec.structs.replace(
                    base,
                    verdict=verdict,
                    child=self._item(side),
                    year=year,
                    given=side.target.value,
                    exception=side.target.exception or narrowed,
                )
        side = _deciding(answers, years[0])
        return msgspec.structs.replace(
            base, verdict=Verdict.HOLDS, child=self._item(side), year=years[0], given=side.target.value
        )

    def _same_exception(self, theirs: str | None, ours: str) -> bool:
        """Whether the plan above makes the exception itself: it names (nearly) all that ours names."""
        if theirs is None:
            return False
        theirs, ours = map(self.yardsticks.without_excepting, (theirs, ours))
        return said_share(self.lexis, ours, theirs) >= self.domain.wording.answers.verdicts.same_exception

    def _answer(self, asked: Target, target: Target, measure: Measure) -> Guarantee:
        own = measure if measure.id == "" else self.domain.measures.get(target.measure or "", measure)
        return self._guarantee(target, own, self.child, self._growth_start(asked, target))

    def _guarantee(self, target: Target, measure: Measure, plan: Plan, growth_start: int | None) -> Guarantee:
        interim = self.twins.is_interim(target, plan)
        known = msgspec.structs.replace(target, value=self._in_unit(target.value, measure))
        return guarantee_of(known, measure, plan.window, interim=interim, growth_start=growth_start)

    def _growth_start(self, asked: Target, target: Target) -> int | None:
        """Where neither text says when the growth starts, both start in the same year."""
        both = asked.growth is not None and target.growth is not None
        if both and asked.growth and target.growth and asked.growth.since is None and target.growth.since is None:
            return self.parent.window.first
        return None

    def _common_years(self, theirs: Guarantee, sides: Sequence[Side]) -> list[int]:
        """The years that both plans cover: none before the child was signed where others are left, and
        those beyond the child's period only where it states a value for them. A plan for one year that
        states a value for that year alone speaks of no other."""
        window, signed = self.child.window, self.child.issued.year if self.child.issued else 0
        stated = [year for side in sides for year in (side.target.by, side.target.in_year) if year is not None]
        years = range(window.first, max([window.last, *stated]) + 1)
        if self.child.year is not None and sides and all(side.target.in_year is not None for side in sides):
            years = range(max(window.first, min(stated)), max(stated) + 1)
        asked = [year for year in years if theirs.at(year) is not None]
        return [year for year in asked if year >= signed] or asked


def _bound_at(stated: Bound | None, theirs: Guarantee, year: int, measure: Measure) -> Bound | None:
    """The bound asked for in `year`: as stated, or the step that a growth has reached by then."""
    worst = theirs.at(year)
    if stated is None or worst is None or measure.worst(stated) == worst:
        return stated
    return measure.bound(worst)


def _same_baseline(asked: Target, target: Target) -> bool:
    return asked.baseline is None or target.baseline is None or asked.baseline == target.baseline


def _together(answers: Iterable[_Answered]) -> Guarantee:
    return Guarantee().together(guarantee for _, guarantee in answers)


def _deciding(guarantees: list[_Answered], year: int) -> Side:
    """The child's target that gives its guarantee in `year` (its first one where none does)."""
    holding = [(guarantee.at(year), side) for side, guarantee in guarantees if guarantee.at(year) is not None]
    best = max((worst for worst, _ in holding if worst is not None), default=None)
    return next((side for worst, side in holding if worst == best), guarantees[0][0])
