"""The child's nearest words, shown wherever something is missing, so that a person settles it at a glance."""

from __future__ import annotations

from cascade.answers.answer import Answer
from cascade.checks.context import Context
from cascade.model.finding import Item
from cascade.model.words import Words

NONE = Words("không có nội dung nào gần", "nothing comes near")


def nearest(context: Context, item: Item | None) -> Words:
    """The item that comes nearest, with its words."""
    if item is None:
        return NONE
    text, number = context.text(item), context.id_of(item)
    vi, en = f"«{text}» (mục {number})", f"«{text}» (item {number})"
    return Words(f"có nội dung gần: {vi}", f"near it: {en}")


def best_of(answer: Answer | None) -> Item | None:
    """The nearest item of an answer."""
    return answer.best.item if answer and answer.best else None
