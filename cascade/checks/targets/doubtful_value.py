"""A bound that cannot be meant as it stands, or that its reader could not settle."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from cascade.checks.context import Context
from cascade.model.bound import same_unit
from cascade.model.doubt import doubt_words
from cascade.model.finding import Finding, Item
from cascade.model.measure import Measure
from cascade.model.plan import Target
from cascade.model.rule import Rule
from cascade.model.words import Words
from cascade.verdicts.verdict import TargetVerdict

WRONG_WAY = {
    "higher": Words(
        "chỉ tiêu này càng cao càng tốt, nên chỉ mức tối thiểu mới có nghĩa",
        "on this measure more is better, so only a minimum makes sense",
    ),
    "lower": Words(
        "chỉ tiêu này càng thấp càng tốt, nên chỉ mức tối đa mới có nghĩa",
        "on this measure less is better, so only a maximum makes sense",
    ),
}
OVER_HUNDRED = Words("tỷ lệ vượt quá 100%", "a share over 100%")
OFF_SCALE = Words("mức «{grade}» không có trong thang {scale}", "the grade «{grade}» is not on the scale {scale}")
NO_GRADES = Words(
    "chỉ tiêu này không xếp loại nên không có mức «{grade}»", "this measure has no grades, so no «{grade}»"
)
HUNDRED = Decimal(100)
OTHER_UNIT = Words(
    "đơn vị «{unit}» không phải đơn vị «{own}» của chỉ tiêu này", "the unit «{unit}» is not the measure's «{own}»"
)


def check(context: Context, rule: Rule) -> Iterator[Finding]:
    """One finding a target whose bound is doubtful, unless it is already said to be incomparable."""
    answers = {c.child for c in context.all_comparisons() if c.verdict is TargetVerdict.DOUBTFUL}
    said = {c.child for c in context.all_comparisons() if c.verdict is TargetVerdict.INCOMPARABLE}
    for plan_id, plan in context.own.items():
        for index, target in enumerate(plan.targets):
            item = Item(plan_id, "target", index)
            reason = _nonsense(target, context.domain.measures.get(target.measure or ""))
            if (reason is None and target.doubt is None) or item in said:
                continue
            yield Finding(
                rule=rule.id,
                item=item,
                case="recorded" if reason is None else "answer" if item in answers else "nonsense",
                measure=target.measure,
                child_value=str(target.value),
                facts=(
                    ("child_text", target.text),
                    ("child_bound", target.value.say()),
                    ("reason", reason or _noted(target)),
                ),
            )


def _nonsense(target: Target, measure: Measure | None) -> Words | None:
    """Why the bound makes no sense (on its measure, where it has one), or None where it does."""
    value = target.value
    percent = value.unit == "%" or (measure is not None and measure.unit == "%" and value.unit is None)
    if percent and max(value.low or Decimal(0), value.high or Decimal(0)) > HUNDRED:
        return OVER_HUNDRED
    if measure is None or measure.worst(value) is not None:
        return None
    if value.grade is not None:
        return (OFF_SCALE if measure.grades else NO_GRADES).filled(grade=value.grade, scale=", ".join(measure.grades))
    if not same_unit(value.unit, measure.unit):
        return OTHER_UNIT.filled(unit=value.unit or "", own=measure.unit)
    return WRONG_WAY[measure.better]


def _noted(target: Target) -> Words:
    """What its reader noted, as part of a sentence."""
    noted = doubt_words(target.doubt) or Words("", "")
    return Words(noted.vi.rstrip(". "), noted.en.rstrip(". "))
