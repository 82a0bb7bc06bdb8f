"""Where a person finds an item in the document: its number, the page or, in a plain text, the lines."""

from __future__ import annotations

from cascade.model.words import Lang, Words
from cascade.reading.plans import PLAN_SUFFIXES
from cascade.result.result import ItemView, PlanView

ITEM = Words("mục {id}", "item {id}")
POINT = Words("mục {id}, ý {point}", "item {id}, point {point}")
CITATION = Words("viện dẫn {id}", "citation {id}")
PAGE = Words("trang {page}", "page {page}")
LINE = Words("dòng {lines}", "line {lines}")
LINES = Words("dòng {lines}", "lines {lines}")
_NUMBERED = (".txt", ".md", ".markdown")
"""The documents that people open with their lines numbered; a page of Word or of a PDF has none."""


def short(item: ItemView) -> str:
    """The number of an item as its plan prints it, without what tells equal numbers apart; "" of a plan."""
    return (item.id or "").partition("~")[0]


def place(item: ItemView, plan: PlanView, lang: Lang) -> str:
    """The item's number with its page, or its lines where the document shows lines, as in "mục II.2.b, ý 3, trang 5";
    "" of a plan."""
    parts = [_number(item, lang)] if item.id else []
    if item.page is not None:
        parts.append(PAGE.say(lang, page=item.page))
    elif item.lines is not None and _shows_lines(plan):
        words = LINE if item.lines.first == item.lines.last else LINES
        parts.append(words.say(lang, lines=item.lines))
    return ", ".join(parts)


def _shows_lines(plan: PlanView) -> bool:
    """Whether the plan's document is a plain text; one that no plan file names may be."""
    name = plan.document or plan.place.file
    return name.lower().endswith(_NUMBERED) or (plan.document is None and name.endswith(PLAN_SUFFIXES))


def _number(item: ItemView, lang: Lang) -> str:
    if item.kind == "citation":
        return CITATION.say(lang, id=item.id)
    number, dash, point = short(item).rpartition("-")
    return POINT.say(lang, id=number, point=point) if dash and number else ITEM.say(lang, id=short(item))
