"""A decision of people that fits nothing any more: its items are gone, or what it let stand is found no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cascade.checks.context import Context
from cascade.model.decision import Answer, Decision, Denial, Recorded, Waiver
from cascade.model.finding import Finding, Item
from cascade.model.rule import Rule
from cascade.model.words import Words

ANSWERED = Words("mục {asked} của {parent} được trả lời tại {items}", "item {asked} of {parent} is answered by {items}")
DENIED = Words(
    "mục {asked} của {parent} không được trả lời tại {items}", "item {asked} of {parent} is not answered by {items}"
)
WAIVED = Words("chấp nhận «{rule}»: {reason}", "«{rule}» is accepted: {reason}")
MENDED = Words("nay không còn phát hiện ấy", "that is found no more")
NO_PLAN = Words("không có kế hoạch {parent}", "there is no plan {parent}")
GONE = Words("không còn mục {items}", "there is no item {items} any more")


def check(context: Context, rule: Rule) -> Iterator[Finding]:
    """One finding a decision on a plan that is here."""
    stale = [*_answers(context), *_waivers(context)]
    for one, case, why in sorted(stale, key=lambda found: found[0].place):
        facts = (
            ("place", f"{one.file}:{one.line}"),
            ("decision", _said(one.decision)),
            ("why", why),
            ("by", one.decision.by),
            ("on", f"{one.decision.on:%d/%m/%Y}"),
        )
        yield Finding(rule.id, Item(one.decision.plan), case, facts=facts, mark=repr(one.decision))


Stale = tuple[Recorded[Decision], str, Words]


def _answers(context: Context) -> Iterator[Stale]:
    """Answers and denials that count and name something that is not there."""
    decisions = context.decisions
    for one in decisions.recorded:
        made = one.decision
        if not isinstance(made, Answer | Denial) or made.plan not in context.plans:
            continue
        question = made.plan, made.parent, made.asked
        named = made.answered_by if isinstance(made, Answer) else made.not_answered_by
        held = decisions.answered_by(*question) if isinstance(made, Answer) else decisions.denied(*question)
        why = _gone(context, made.parent, made.asked, made.plan, named) if set(named) & set(held or ()) else None
        if why is not None:
            yield one, "gone", why


def _waivers(context: Context) -> Iterator[Stale]:
    """Waivers of which nothing is found."""
    for one in context.unused:
        waiver = one.decision
        if waiver.plan in context.plans:
            why = _gone(context, waiver.parent, waiver.asked, waiver.plan, [waiver.item] if waiver.item else [])
            yield Recorded(waiver, *one.place), "default" if why is None else "gone", why or MENDED


def _gone(context: Context, parent: str | None, asked: str | None, plan: str, items: Iterable[str]) -> Words | None:
    """What of a decision's plans and items is not there; None: everything is."""
    if parent is not None and parent not in context.plans:
        return NO_PLAN.filled(parent=parent)
    above = () if asked is None or parent is None or asked in _ids(context, parent) else (asked,)
    gone = (*above, *(item for item in items if item not in _ids(context, plan)))
    return GONE.filled(items=", ".join(gone)) if gone else None


def _ids(context: Context, plan_id: str) -> set[str | None]:
    """The ids by which the items and citations of a plan are named."""
    citations = (Item(plan_id, "citation", index) for index in range(len(context.plans[plan_id].citations)))
    return {context.cited(item) for item in (*context.items(plan_id), *citations)}


def _said(decision: Decision) -> Words:
    """The decision in words."""
    if isinstance(decision, Answer):
        return ANSWERED.filled(asked=decision.asked, parent=decision.parent, items=", ".join(decision.answered_by))
    if isinstance(decision, Denial):
        return DENIED.filled(asked=decision.asked, parent=decision.parent, items=", ".join(decision.not_answered_by))
    if isinstance(decision, Waiver):
        return WAIVED.filled(rule=decision.rule, reason=decision.waived)
    raise TypeError(decision)
