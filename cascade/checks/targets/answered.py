"""Findings that follow from how a child answers the targets above it: one a verdict.

`weaker-target`, `late-target`, `missing-target`, `unquantified-target`, `softer-target`,
`carve-out` and `incomparable-target` differ only in the verdict that they report and in their words.
"""

from __future__ import annotations

from collections.abc import Iterator

from cascade.checks.context import Check, Context
from cascade.checks.nearest import best_of, nearest
from cascade.model.finding import Finding, Item
from cascade.model.rule import Rule
from cascade.model.words import Words
from cascade.verdicts.fulfilment import Comparison
from cascade.verdicts.verdict import TargetVerdict

NOTHING = Words("chưa có mức nào", "no bound")
INCOMPARABLE = {
    "unit": Words("khác đơn vị tính", "the units differ"),
    "baseline": Words("khác năm gốc so sánh", "the baselines differ"),
}
SILENT = (TargetVerdict.MISSING, TargetVerdict.UNQUANTIFIED)


def answered(verdict: TargetVerdict) -> Check:
    """The check that reports every target of the plans above that meets `verdict`."""

    def check(context: Context, rule: Rule) -> Iterator[Finding]:
        for child_id, comparisons in context.comparisons.items():
            for comparison in comparisons:
                if comparison.verdict is verdict:
                    yield _finding(context, rule, child_id, comparison)

    return check


def _finding(context: Context, rule: Rule, child_id: str, comparison: Comparison) -> Finding:
    asked = context.target(comparison.parent)
    answer = comparison.child if comparison.child and comparison.child.kind == "target" else None
    child = context.target(answer) if answer else None
    measure, bound = comparison.measure, comparison.wanted or asked.value
    said = comparison.answer
    closest = comparison.child or best_of(said)
    facts: dict[str, str | Words] = {
        "child_text": context.text(comparison.child),
        "parent_text": asked.text,
        "parent_plan": context.short(comparison.parent.plan),
        "parent_item": asked.id,
        "child_bound": measure.say(comparison.given) if comparison.given and measure else NOTHING,
        "promise": measure.promise(comparison.given) if comparison.given and measure else NOTHING,
        "parent_bound": measure.say(bound) if measure else Words(str(bound), str(bound)),
        "measure": measure.name if measure else Words(asked.text.rstrip(". ;"), asked.text.rstrip(". ;")),
        "year": str(comparison.year or ""),
        "reached": str(comparison.reached or ""),
        "hedge": (child.hedge if child else None) or "",
        "exception": comparison.exception or "",
        "reason": INCOMPARABLE.get(comparison.detail or "", NOTHING),
        "closest": nearest(context, closest),
    }
    return Finding(
        rule=rule.id,
        item=comparison.child or Item(child_id),
        case=_case(comparison),
        against=comparison.parent,
        measure=comparison.measure_id,
        year=comparison.year,
        child_value=str(comparison.given) if child and comparison.given else None,
        parent_value=str(bound),
        facts=tuple(facts.items()),
        affects=_affected(context, child_id, comparison),
        nearest=closest,
        confidence=said.confidence(answered=comparison.verdict is not TargetVerdict.MISSING) if said else None,
    )


def _case(comparison: Comparison) -> str:
    """The case of the rule: that a person has to look, that the number stands in a task, or who is asked."""
    if comparison.unsure:
        return "unsure"
    return "in-task" if comparison.detail == "in-task" else comparison.asked


def _affected(context: Context, child_id: str, comparison: Comparison) -> tuple[str, ...]:
    """The plans below that fall short of the same target and are not blamed for it again."""
    if comparison.verdict not in (TargetVerdict.WEAKER, TargetVerdict.LATE, TargetVerdict.MISSING):
        return ()
    below = context.lineage.descendants(child_id)
    return tuple(plan_id for plan_id in below if _falls_short_too(context, plan_id, comparison))


def _falls_short_too(context: Context, plan_id: str, comparison: Comparison) -> bool:
    if not context.shows_lacks(plan_id):
        return False
    again = context.targets.pair(plan_id, comparison.parent.plan)
    return any(
        other.parent == comparison.parent
        and other.verdict in (TargetVerdict.WEAKER, TargetVerdict.LATE, *SILENT)
        and not other.unsure
        for other in again
    )
