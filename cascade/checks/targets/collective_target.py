"""A target of a collective that too few of its units promise: summed over the units below whose plans are on file.

Other rules ask each unit for its own part; here it is told, once and of the plan above, how many promise theirs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from cascade.checks.context import Context
from cascade.model.finding import Contributed, Contribution, Finding, Item
from cascade.model.plan import Plan
from cascade.model.rule import Rule
from cascade.model.text import fold
from cascade.model.words import Words
from cascade.verdicts.collective import Collective
from cascade.verdicts.fulfilment import Comparison
from cascade.verdicts.verdict import TargetVerdict as Verdict

_ORDER: tuple[Contribution, ...] = ("promised", "unclear", "none")
_PROMISED = (Verdict.HOLDS, Verdict.SOFTER, Verdict.CARVE_OUT)
_UNCLEAR = (Verdict.INCOMPARABLE, Verdict.DOUBTFUL)
_NAMED = 5
"""So many units are told by name."""


class _Sum(msgspec.Struct, frozen=True):
    """The units on file by what they make of a target, each with its first plan; `exist`: how many there are, where the
    lists of units know it."""

    units: dict[Contribution, list[str]]
    exist: int | None

    def count(self, *contributions: Contribution) -> int:
        return sum(len(self.units[contribution]) for contribution in contributions)

    @property
    def on_file(self) -> int:
        return self.count(*_ORDER)

    @property
    def complete(self) -> bool:
        """Whether every unit that there is has its plan on file."""
        return self.exist is not None and self.on_file >= self.exist


def check(context: Context, rule: Rule) -> Iterator[Finding]:
    """One finding a target of a collective that fewer units on file promise than it takes."""
    least = rule.parameters.get("units", 2)
    for plan_id, collectives in context.collectives.items():
        plan = context.plans[plan_id]
        for index, asked in collectives:
            below = _below(context, plan_id, asked)
            if len(below) < least:
                continue
            item = Item(plan_id, "target", index)
            summed = _Sum(_contributions(context, item, below), _existing(context, plan, asked))
            case = _case(asked, summed) if summed.on_file >= least else None
            if case is not None:
                yield _finding(context, rule, item, asked, summed, case)


def contributed(context: Context, plan_id: str) -> tuple[Contributed, ...]:
    """What a plan makes of every target of a collective that counts its unit."""
    level = context.plans[plan_id].level
    return tuple(
        Contributed(parent_id, index, _contribution(context, Item(parent_id, "target", index), plan_id))
        for parent_id in context.lineage.carried(plan_id)
        for index, asked in context.collectives.get(parent_id, ())
        if level in asked.levels
    )


def _case(asked: Collective, summed: _Sum) -> str | None:
    """How loud it is; None where enough promise it, or those that are not on file may."""
    required = asked.required(summed.on_file)
    promised, unclear = summed.count("promised"), summed.count("unclear")
    if promised >= required:
        return None
    if not asked.share and not summed.complete:
        return None
    if promised + unclear >= required:
        return "unsure"
    return "all-on-file" if summed.complete else "some-on-file"


def _below(context: Context, plan_id: str, asked: Collective) -> tuple[str, ...]:
    """The plans that carry a plan out, of units that are counted."""
    return tuple(one for one in context.lineage.descendants(plan_id) if context.plans[one].level in asked.levels)


def _contributions(context: Context, item: Item, below: Iterable[str]) -> dict[Contribution, list[str]]:
    """The units that are asked, by what the best of their plans makes of the target."""
    found: defaultdict[object, dict[Contribution, str]] = defaultdict(dict)
    for child_id in below:
        contribution = _contribution(context, item, child_id)
        if contribution is not None:
            found[_unit(context, context.plans[child_id])].setdefault(contribution, child_id)
    units: dict[Contribution, list[str]] = {contribution: [] for contribution in _ORDER}
    for plans in found.values():
        best = next(contribution for contribution in _ORDER if contribution in plans)
        units[best].append(plans[best])
    return units


def _unit(context: Context, plan: Plan) -> object:
    """What the plans of one unit share: the unit, where the lists know it, or else what its place is called."""
    named = (plan.level, *map(fold, plan.place or (plan.issuer,)))
    return context.lineage.succession.unit(plan) or named


def _contribution(context: Context, item: Item, child_id: str) -> Contribution | None:
    """What one plan makes of the target; None where it is not asked, speaks of other years, or is not on file whole."""
    known = context.contributed.get(child_id)
    if known is not None:
        return next(one.contribution for one in known if (one.parent, one.index) == (item.plan, item.index))
    made = [
        _of_comparison(context, one, child_id)
        for one in context.targets.pair(child_id, item.plan)
        if one.parent == item
    ]
    return next((contribution for contribution in _ORDER if contribution in made), None)


def _of_comparison(context: Context, one: Comparison, child_id: str) -> Contribution | None:
    if one.verdict in (Verdict.NOT_ASKED, Verdict.OTHER_YEARS):
        return None
    grade = bool(one.measure and one.measure.grades)
    words_alone = one.verdict is Verdict.UNQUANTIFIED
    if one.verdict in _PROMISED or (words_alone and not grade):
        return "unclear" if one.unsure else "promised"
    lower = one.verdict is Verdict.WEAKER and not grade  # its own number is of other things than units
    blank = child_id in context.unread and context.unread[child_id].blank
    if one.verdict in _UNCLEAR or words_alone or lower or (one.unsure and (blank or one.child is not None)):
        return "unclear"
    return "none" if context.shows_lacks(child_id) else None


def _existing(context: Context, plan: Plan, asked: Collective) -> int | None:
    """How many units there are on the plan's day, where the lists know its own."""
    succession = context.lineage.succession
    unit = succession.unit(plan)
    if unit is None:
        return None
    day = plan.issued or unit.until
    return sum(len(succession.units.below(unit, level, day)) for level in asked.levels) or None if day else None


def _finding(context: Context, rule: Rule, item: Item, asked: Collective, summed: _Sum, case: str) -> Finding:
    target, required = context.target(item), asked.required(summed.on_file)
    lacking = summed.units["none"] + summed.units["unclear"]
    return Finding(
        rule=rule.id,
        item=item,
        case=case,
        measure=target.measure,
        child_value=str(target.value),
        facts=(
            ("child_text", target.text),
            ("child_item", target.id),
            ("promised", str(summed.count("promised"))),
            ("required", str(required)),
            ("on_file", _on_file(summed)),
            ("units", _names(context, lacking)),
            ("more", str(required - summed.count("promised"))),
        ),
        affects=tuple(sorted(lacking)),
    )


def _on_file(summed: _Sum) -> Words:
    if summed.exist is None or summed.complete:
        return Words(f"{summed.on_file}", f"{summed.on_file}")
    exist = summed.exist
    return Words(f"{summed.on_file} (trên tổng số {exist})", f"{summed.on_file} (of {exist} that there are)")


def _names(context: Context, plans: list[str]) -> Words:
    """Units by name, of many the first."""
    names = [context.unit(plan_id) for plan_id in plans]
    shown, rest = ", ".join(names[:_NAMED]), len(names) - _NAMED
    return Words(f"{shown} và {rest} nơi khác", f"{shown} and {rest} others") if rest > 0 else Words(shown, shown)
