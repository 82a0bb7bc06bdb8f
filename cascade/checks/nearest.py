"""The child's nearest words, shown wherever something is missing, so that a person settles it at a glance."""

from __future__ import annotations

from cascade.answers.answer import Answer
from cascade.checks.context import Context
from cascade.model.finding import Item
from cascade.model.words import Words

NONE = Words("không có nội dung nào gần", "no item comes close")


def nearest(context: Context, item: Item | None) -> Words:
    """The item that comes nearest, with its words."""
    if item is None:
        return NONE
    shown = f"{context.id_of(item)} «{context.text(item)}»"
    return Words(f"nội dung gần nhất: mục {shown}", f"the closest item is {shown}")


def best_of(answer: Answer | None) -> Item | None:
    """The nearest item of an answer."""
    return answer.best.item if answer and answer.best else None
