"""A finding as a remark to people who read and edit: what is wrong, both sides' words, what would mend it."""

from __future__ import annotations

import re

import msgspec

from cascade.model.text import one_line
from cascade.model.words import Lang
from cascade.report import office_phrases as phrases
from cascade.report import phrases as report_phrases
from cascade.report.places import place
from cascade.result.result import FindingView, ItemView, Result

LONGEST = 700
"""The most characters of a passage that are quoted; longer ones end with an ellipsis."""
_WORD_END = re.compile(r"\s\S*$")


class Side(msgspec.Struct, frozen=True):
    """What one plan says: the plan in full and in short, where in it, the words quoted, and in `more` its bound, or
    who leads and until when. Without `words` it says nothing that answers; `nearest`: the words are not an answer."""

    plan: str
    short: str
    place: str
    words: str
    more: str = ""
    nearest: bool = False


class Remark(msgspec.Struct, frozen=True):
    """The parts of a finding in words, on one line each. `said`: its message, empty where the two sides say all of
    it; `note`: what only the reviewer should know."""

    title: str
    said: str
    child: Side | None
    parent: Side | None
    suggestion: str
    note: str


def remark(finding: FindingView, result: Result, lang: Lang) -> Remark:
    """The remark that a finding makes."""
    title = one_line(finding.title.say(lang))
    if finding.year is not None:
        title = f"{title} ({phrases.YEAR.say(lang, year=finding.year)})"
    against = finding.against if finding.against and finding.against.kind in ("target", "task") else None
    return Remark(
        title,
        said="" if finding.lacks else _shortened(finding.message.say(lang)),
        child=_child(finding, result, lang),
        parent=_side(against, result, lang, finding.parent_bound.say(lang) if finding.parent_bound else None)
        if against
        else None,
        suggestion=_shortened(finding.suggestion.say(lang)),
        note=_note(finding, lang),
    )


def mend(said: Remark, lang: Lang) -> str:
    """What would mend it, as a sentence that says that it is a suggestion."""
    return report_phrases.SUGGESTED.say(lang, suggestion=said.suggestion)


def is_for_writer(finding: FindingView, result: Result) -> bool:
    """Whether whoever wrote the plan is told it: who alone can mend it, and nobody lets it stand."""
    return result.rules[finding.rule].audience == "writer" and finding.waived is None


def _shortened(text: str, most: int = LONGEST) -> str:
    """`text` made safe on one line, cut at the end of a word where it is longer than `most` characters."""
    line = one_line(text)
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    return f"{_WORD_END.sub('', cut) or cut}…"


def words_of(item: ItemView) -> str:
    """The words that an item's document prints, or else those that are recorded."""
    printed = item.printed.text if item.printed and item.printed.problem != "missing" else ""
    return _shortened(printed or item.text)


def side_text(side: Side, lang: Lang, *, asks: bool) -> str:
    """One side as a sentence without its full stop."""
    named = phrases.AT.say(lang, plan=side.plan, place=side.place) if side.place and not side.nearest else side.plan
    quoted = phrases.QUOTE.say(lang, words=side.words)
    if side.nearest or not side.words:
        said = phrases.SAYS_NOTHING.say(lang, plan=named)
        if not side.words:
            return said
        near = phrases.NEAREST_AT if side.place else phrases.NEAREST
        return f"{said}; {near.say(lang, place=side.place, words=quoted)}"
    said = (phrases.ASKS if asks else phrases.SAYS).say(lang, plan=named, words=quoted)
    return f"{said} ({side.more})" if side.more else said


def _child(finding: FindingView, result: Result, lang: Lang) -> Side | None:
    """What the plan itself says; None where the finding is about the plan as a whole, or a citation of it."""
    if finding.lacks:
        if finding.nearest is None:
            plan = result.plan(finding.plan)
            return Side(one_line(plan.name.say(lang)), one_line(plan.label.say(lang)), "", "", nearest=True)
        return _side(finding.nearest, result, lang, None, nearest=True)
    if finding.item.kind in ("target", "task"):
        return _side(finding.item, result, lang, finding.child_bound.say(lang) if finding.child_bound else None)
    return None


def _side(item: ItemView, result: Result, lang: Lang, bound: str | None, *, nearest: bool = False) -> Side:
    plan = result.plan(item.plan)
    return Side(
        one_line(plan.name.say(lang)),
        one_line(plan.label.say(lang)),
        one_line(place(item, plan, lang)),
        words_of(item),
        "" if nearest else more_of(item, lang, bound),
        nearest,
    )


def more_of(item: ItemView, lang: Lang, bound: str | None = None) -> str:
    """The bound of a target; who leads a task, and until when."""
    if item.kind == "target":
        said = bound or (item.bound.say(lang) if item.bound else None)
        return phrases.BOUND.say(lang, bound=_shortened(said, 200)) if said else ""
    lead = [report_phrases.LEADS.say(lang, lead=_shortened("; ".join(item.lead), 200))] if item.lead else []
    due = [report_phrases.DUE.say(lang, due=_shortened(item.due, 100))] if item.due else []
    return "; ".join(lead + due)


def _note(finding: FindingView, lang: Lang) -> str:
    parts = []
    if finding.unsure:
        parts.append(phrases.UNSURE.say(lang))
    if finding.confidence is not None:
        parts.append(report_phrases.LIKELIHOOD.say(lang, chance=finding.confidence))
    if finding.draft:
        parts.append(phrases.DRAFT.say(lang))
    if any(side.printed and side.printed.problem == "changed" for side in (finding.item, finding.against) if side):
        parts.append(phrases.CHANGED.say(lang))
    if finding.waived:
        parts.append(_shortened(report_phrases.waived(finding.waived).say(lang), 300))
    if finding.confirmed:
        parts.append(_shortened(report_phrases.confirmed(finding.confirmed).say(lang), 100))
    return "; ".join(parts)
