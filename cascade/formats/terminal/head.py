"""What is said before all else: what was compared with what, what was not, what could not be read, and how it was."""

from __future__ import annotations

from rich.text import Text

from cascade.formats.notices import not_compared_words
from cascade.formats.terminal.sheet import Parts, Sheet
from cascade.model.words import Words
from cascade.report import phrases
from cascade.report.screen import safe


def head(sheet: Sheet) -> Parts:
    """The head of every report."""
    return [
        sheet.title(_title(sheet)),
        Text(),
        *_not_compared(sheet),
        *_faults(sheet),
        *_compared(sheet),
        *_taken_over(sheet),
        Text(),
    ]


def _title(sheet: Sheet) -> str:
    years = {str(plan.year or plan.period) for plans in sheet.groups.values() for plan in plans}
    title = sheet.say(phrases.TITLE)
    return f"{title} · {years.pop()}" if len(years) == 1 else title


def _not_compared(sheet: Sheet) -> Parts:
    """A plan without findings is not sound where nothing was held against it."""
    told = [safe(said, "bold magenta") for _, said in not_compared_words(sheet.result, sheet.lang)]
    return [*told, *([Text()] if told else [])]


def _faults(sheet: Sheet) -> Parts:
    if not sheet.result.faults:
        return []
    mark = sheet.screen.marks["lacking"]
    told = [
        safe(f"{mark} {one.place.file}:{one.place.line}:{one.place.column}: {sheet.say(one.message)}")
        for one in sheet.result.faults
    ]
    return [Text(sheet.say(phrases.FAULTS).upper(), style="bold red"), *told, Text()]


def _compared(sheet: Sheet) -> Parts:
    """How many plans, and beside which one; that they are drafts is said here, once."""
    plans = sheet.result.reported
    compared = [plan for plan in plans if plan.compared_with]
    parents = {sheet.beside(plan) for plan in compared}
    levels = {plan.level_name for plan in compared}
    if len(parents) == len(levels) == 1 and (only := parents.pop()) is not None:
        parent, level = sheet.result.plan(only), sheet.say(levels.pop()).lower()
        said = sheet.say(phrases.COMPARED_WITH, n=len(compared), level=level, parent=sheet.say(parent.name))
    else:
        said = sheet.say(phrases.COMPARED, n=len(plans), compared=len(compared))
    draft = _drafts(sheet)
    return [safe(said), *([Text(sheet.say(draft), style="dim")] if draft else [])]


def _taken_over(sheet: Sheet) -> Parts:
    """A line for each plan of a unit that is no more, for which the unit of a plan reported on answers."""
    told: Parts = []
    for one in (one for plan in sheet.result.reported for one in plan.took_over):
        until = f"{one.until:%d/%m/%Y}" if one.until else ""
        plan = sheet.say(sheet.result.plan(one.plan).label)
        line = sheet.say(phrases.TAKEN_OVER, unit=one.unit, until=until, now=one.now, plan=plan)
        told.append(safe(line if one.cited else f"{line} ({sheet.say(phrases.NOT_CITED)})", "dim"))
    return told


def _drafts(sheet: Sheet) -> Words | None:
    shown = [plan.review for plans in sheet.groups.values() for plan in plans]
    if "draft" not in shown:
        return None
    return phrases.SOME_DRAFTS if "reviewed" in shown else phrases.ALL_DRAFTS


def is_marked(sheet: Sheet, review: str) -> bool:
    """Whether a plan is marked as a draft: where others are none."""
    return review == "draft" and _drafts(sheet) is phrases.SOME_DRAFTS
