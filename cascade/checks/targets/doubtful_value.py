"""A bound that cannot be meant as it stands, or that its reader could not settle."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from cascade.checks.context import Context
from cascade.model.finding import Finding, Item
from cascade.model.measure import Measure
from cascade.model.plan import Target
from cascade.model.rule import Rule
from cascade.model.text import fold
from cascade.model.words import Words

WRONG_WAY = {
    "higher": Words(
        "thước đo này cao hơn là tốt hơn, nên chỉ mức tối thiểu mới có nghĩa",
        "on this measure more is better, so only a minimum makes sense",
    ),
    "lower": Words(
        "thước đo này thấp hơn là tốt hơn, nên chỉ mức tối đa mới có nghĩa",
        "on this measure less is better, so only a maximum makes sense",
    ),
}
OVER_HUNDRED = Words("tỷ lệ vượt quá 100%", "a share over 100%")
OFF_SCALE = Words("mức «{grade}» không có trong thang {scale}", "the grade «{grade}» is not on the scale {scale}")
OTHER_UNIT = Words(
    "đơn vị «{unit}» không phải đơn vị «{own}» của thước đo", "the unit «{unit}» is not the measure's «{own}»"
)


def check(context: Context, rule: Rule) -> Iterator[Finding]:
    """One finding a target whose bound is doubtful."""
    for plan_id, plan in context.plans.items():
        for index, target in enumerate(plan.targets):
            measure = context.domain.measures.get(target.measure or "")
            reason = nonsense(target, measure) if measure else None
            if reason is None and target.doubt is None:
                continue
            yield Finding(
                rule=rule.id,
                item=Item(plan_id, "target", index),
                case="nonsense" if reason else "recorded",
                measure=target.measure,
                child_value=str(target.value),
                facts=(
                    ("child_text", target.text),
                    ("child_bound", str(target.value)),
                    ("reason", reason or target.doubt or ""),
                ),
            )


def nonsense(target: Target, measure: Measure) -> Words | None:
    """Why the bound makes no sense on its measure, or None where it does."""
    value = target.value
    if value.grade is not None:
        if fold(value.grade) in {fold(grade) for grade in measure.grades}:
            return None
        scale = ", ".join(measure.grades) or measure.unit
        return Words(*(text.format(grade=value.grade, scale=scale) for text in (OFF_SCALE.vi, OFF_SCALE.en)))
    if measure.unit == "%" and max(value.low or Decimal(0), value.high or Decimal(0)) > 100:
        return OVER_HUNDRED
    if measure.worst(value) is not None:
        return None
    if value.unit is not None and fold(value.unit) != fold(measure.unit):
        return Words(*(t.format(unit=value.unit, own=measure.unit) for t in (OTHER_UNIT.vi, OTHER_UNIT.en)))
    return WRONG_WAY[measure.better]
