"""An item of the plan above that is not as it was when the plan was checked against it."""

from __future__ import annotations

from collections.abc import Iterator

from cascade.checks.context import Context
from cascade.model.decision import Recorded, Review
from cascade.model.finding import Finding, Item
from cascade.model.rule import Rule
from cascade.model.stamp import stamps
from cascade.model.words import Words

WHOLE = Words("cả kế hoạch", "the whole plan")
ITEM = Words("mục {item} «{text}»", "item {item} «{text}»")
CHANGED = Words("đã thay đổi: «{text}»", "has changed: «{text}»")
ADDED = Words("là mục mới: «{text}»", "is new: «{text}»")
REMOVED = Words("nay không còn", "is there no more")


def check(context: Context, rule: Rule) -> Iterator[Finding]:
    """One finding an item above that was changed, added or removed since the last review."""
    for one in context.decisions.reviews:
        review = one.decision
        if review.plan in context.plans and review.parent in context.plans:
            yield from _since(context, rule, one)


def _since(context: Context, rule: Rule, one: Recorded[Review]) -> Iterator[Finding]:
    review = one.decision
    now = stamps(context.plans[review.parent])
    for item in context.items(review.parent):
        item_id = context.id_of(item)
        before = review.reviewed.get(item_id)
        if before != now[item_id]:
            case, words = ("added", ADDED) if before is None else ("default", CHANGED)
            yield _finding(context, rule, review, case, words.filled(text=context.text(item)), item, item_id)
    for item_id in review.reviewed:
        if item_id not in now:
            yield _finding(context, rule, review, "removed", REMOVED, None, item_id)


def _finding(
    context: Context, rule: Rule, review: Review, case: str, change: Words, above: Item | None, item_id: str
) -> Finding:
    own = _answering(context, review, above) if above is not None else None
    facts: tuple[tuple[str, str | Words], ...] = (
        ("parent_plan", context.plans[review.parent].label),
        ("parent_item", item_id),
        ("change", change),
        ("look", ITEM.filled(item=context.id_of(own), text=context.text(own)) if own else WHOLE),
        ("by", review.by),
        ("on", f"{review.on:%d/%m/%Y}"),
    )
    item = own or Item(review.plan)
    return Finding(rule.id, item, case, above or Item(review.parent), facts=facts, mark=item_id)


def _answering(context: Context, review: Review, above: Item) -> Item | None:
    """The item of the plan that answers the one above, or may."""
    answers = context.answering.answers(review.plan, review.parent)
    answer = next((one for one in answers if one.asked == above), None)
    best = answer.best if answer is not None and answer.standing != "none" else None
    return best.item if best is not None else None
