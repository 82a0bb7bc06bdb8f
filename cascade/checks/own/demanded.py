"""What one's own rule finds: items that do not meet its demand, or plans that lack the items that it asks for."""

from __future__ import annotations

from collections.abc import Iterator

from cascade.checks.context import Context
from cascade.checks.own.deadline import Recurring, due_of
from cascade.checks.own.holds import Holding, Looked
from cascade.checks.own.ties import Tie
from cascade.model.due import shown
from cascade.model.finding import Finding, Item
from cascade.model.own_rule import PER_YEAR, PLACEHOLDERS, Demand, OwnRule, Period
from cascade.model.plan import Target
from cascade.model.words import Words

NOT_STATED = Words("không nêu", "not stated")
_HALVES = (Words("6 tháng đầu năm", "the first half-year"), Words("6 tháng cuối năm", "the second half-year"))
PERIODS: dict[Period, tuple[Words, ...]] = {
    "month": tuple(Words(f"tháng {number}", f"month {number}") for number in range(1, 13)),
    "quarter": tuple(Words(f"quý {number}", f"quarter {number}") for number in ("I", "II", "III", "IV")),
    "half-year": _HALVES,
    "year": (Words("năm", "the year"),),
}
"""The parts of a year as people say them."""


def demanded(context: Context, rule: OwnRule) -> Iterator[Finding]:
    """What a rule finds in every plan that it is for."""
    recurring = Recurring(context.domain.quantities)
    for plan_id, plan in context.plans.items():
        if plan.content == "cited":
            continue
        holding = Holding(context, plan_id, recurring)
        if not holding.head(rule.demand.of, plan_id):
            continue
        if rule.demand.must is None:
            yield from _lacking(holding, rule)
        else:
            yield from _failing(holding, rule)


def _looked(holding: Holding, demand: Demand) -> Iterator[Looked]:
    """What a rule looks at in a plan. A heading that only announces tasks is none."""
    plan_id, context = holding.plan_id, holding.context
    if demand.looked == "plan":
        yield Looked(plan_id)
    elif demand.asked:
        ties = (tie for tie in holding.ties if tie.asked.kind in demand.kinds and tie.verdict != "not-asked")
        yield from (Looked(tie.asked.plan, tie.asked, tie) for tie in ties)
    else:
        items = (item for item in context.items(plan_id) if item.kind in demand.kinds)
        yield from (Looked(plan_id, item) for item in items if _is_work(holding, item))


def _is_work(holding: Holding, item: Item) -> bool:
    return item.kind == "target" or holding.context.task(item).kind == "task"


def _failing(holding: Holding, rule: OwnRule) -> Iterator[Finding]:
    """One finding a thing that is looked at and does not meet the demand."""
    demand = rule.demand
    for looked in _looked(holding, demand):
        must = demand.must
        if must is None or not holding.holds(demand.where, looked) or holding.holds(must, looked):
            continue
        tie, own = looked.tie, Item(holding.plan_id)
        item = own if looked.item is None else looked.item if tie is None else tie.answer or own
        weighed = (tie,) if tie else tuple(holding.above.get(looked.item, ())) if looked.item else ()
        unsure = "unsure" in rule.severity and any(one.unsure for one in weighed)
        yield Finding(
            rule=rule.id,
            item=item,
            case="unsure" if unsure else "default",
            against=tie.asked if tie else None,
            facts=tuple(_facts(holding, looked, weighed).items()),
            nearest=tie.answer if tie else None,
            confidence=tie.confidence(holding.context, holding.plan_id) if tie else None,
        )


def _lacking(holding: Holding, rule: OwnRule) -> Iterator[Finding]:
    """One finding a plan that is on file as a whole and has too few of what is asked for."""
    demand, context = rule.demand, holding.context
    if not context.is_whole(holding.plan_id):
        return
    found = [looked for looked in _looked(holding, demand) if holding.holds(demand.where, looked)]
    facts = _facts(holding, Looked(holding.plan_id), ())
    facts |= {"count": str(len(found)), "wanted": str(demand.at_least)}
    if demand.in_each is not None:
        items = [holding.item(looked.item) for looked in found if looked.item is not None]
        done = {number for item in items for number in holding.recurring.periods(item, demand.in_each)}
        missing = [number for number in range(PER_YEAR[demand.in_each]) if number not in done]
        facts |= {"wanted": str(PER_YEAR[demand.in_each]), "periods": _named(demand.in_each, missing)}
        lacks = bool(missing)
    else:
        lacks = len(found) < demand.at_least
    if lacks:
        yield Finding(rule=rule.id, item=Item(holding.plan_id), facts=tuple(facts.items()))


def _named(period: Period, numbers: list[int]) -> Words:
    chosen = [PERIODS[period][number] for number in numbers]
    return Words(", ".join(one.vi for one in chosen), ", ".join(one.en for one in chosen))


def _facts(holding: Holding, looked: Looked, ties: tuple[Tie, ...]) -> dict[str, str | Words]:
    """What the words of a rule may name; what does not apply is "không nêu"."""
    context = holding.context
    facts: dict[str, str | Words] = dict.fromkeys(PLACEHOLDERS, NOT_STATED)
    facts |= {"plan": context.short(holding.plan_id), "unit": context.unit(holding.plan_id)}
    if looked.item is not None:
        item = holding.item(looked.item)
        facts |= {"text": item.text, "item": item.id}
        due = due_of(item)
        facts |= {"due": shown(due)} if due else {}
        if isinstance(item, Target):
            facts["value"] = item.value.say()
        elif item.lead:
            facts["lead"] = ", ".join(item.lead)
    for tie in ties[:1]:
        asked = holding.item(tie.asked)
        facts |= {"parent_text": asked.text, "parent_item": asked.id, "parent_plan": context.short(tie.asked.plan)}
        if tie.answer is not None:
            facts |= {"answer": context.text(tie.answer), "answer_item": context.id_of(tie.answer)}
    return facts
