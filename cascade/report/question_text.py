"""One finding as a person is asked about it: both passages, the words printed, what the program concludes and why."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from cascade.model.words import Lang, Words
from cascade.report import deciding_phrases as phrases
from cascade.report import phrases as report_phrases
from cascade.report.places import place
from cascade.report.screen import MARKS, STYLES, Screen, joined, safe
from cascade.result.result import FindingView, ItemView, NearView, Result

_SIDE = 10  # cells of the column that says whose words they are


def question_text(finding: FindingView, number: int, total: int, result: Result, lang: Lang, screen: Screen) -> str:
    """The finding; it is `number` of `total`."""
    return screen.draw(Text(), *_parts(finding, number, total, result, lang))


def _parts(finding: FindingView, number: int, total: int, result: Result, lang: Lang) -> Iterable[RenderableType]:
    severity = report_phrases.SEVERITY[finding.severity].say(lang)
    yield joined(
        Text(f"{number}/{total}  ", style="dim"),
        Text(f"{finding.code}  {MARKS[finding.severity]} {severity}  ", style=STYLES[finding.severity]),
        Text(finding.title.say(lang), style="bold"),
        "  ",
        safe(result.plan(finding.plan).unit, "bold"),
        Text(f"  {_sure(finding, lang)}", style="dim"),
    )
    sides = Table.grid(padding=(0, 1))
    sides.add_column(width=_SIDE, style="dim", no_wrap=True)
    sides.add_column(overflow="fold")
    if finding.against is not None:
        own = finding.against.plan == finding.plan
        head = phrases.OWN_SIDE if own else phrases.ABOVE_SIDE
        sides.add_row(head.say(lang), _side(finding.against, finding.parent_bound, result, lang))
    if finding.lacks:
        near = finding.nearest
        said = _side(near, None, result, lang) if near else Text(report_phrases.NOTHING_NEAR.say(lang))
        sides.add_row((phrases.NEAR_SIDE if near else phrases.PLAN_SIDE).say(lang), said)
    else:
        sides.add_row(phrases.PLAN_SIDE.say(lang), _side(finding.item, finding.child_bound, result, lang))
    sides.add_row(phrases.REMARK_SIDE.say(lang), safe(finding.message.say(lang)))
    if finding.suggestion.say(lang):
        sides.add_row(phrases.MEND_SIDE.say(lang), safe(finding.suggestion.say(lang)))
    yield Padding(sides, (0, 0, 0, 2))


def _sure(finding: FindingView, lang: Lang) -> str:
    if finding.confidence is None:
        return ""
    return report_phrases.CONFIDENCE.say(lang, chance=finding.confidence)


def _side(item: ItemView, bound: Words | None, result: Result, lang: Lang) -> Text:
    """Where the item stands, what is recorded of it, and what the document prints."""
    plan = result.plan(item.plan)
    label = plan.label.say(lang)
    where = place(item, plan, lang)
    said = joined(safe(f"{label}, {where}:" if where else f"{label}:", "dim"), " ", safe(f"«{item.text}»"))
    decides = bound or (report_phrases.DUE_SIDE.filled(due=item.due) if item.due else None)
    if decides is not None:
        said.append_text(joined("  ", safe(f"→ {decides.say(lang)}", "bold")))
    if item.printed is not None and item.printed.text:
        said.append_text(joined("\n", Text(f"{phrases.PRINTED.say(lang)}: ", style="dim")))
        said.append_text(safe(f"«{item.printed.text}»", "italic"))
        if item.printed.problem == "changed":
            said.append_text(joined(" ", safe(f"({report_phrases.SOURCE_CHANGED.say(lang)})", "dim")))
    return said


def candidates_text(found: Iterable[NearView], result: Result, lang: Lang, screen: Screen) -> str:
    """The items that come nearest, numbered, with how likely each answers."""
    rows = Table.grid(padding=(0, 1))
    rows.add_column(width=4, justify="right")
    rows.add_column(overflow="fold")
    for number, near in enumerate(found, 1):
        where = place(near.item, result.plan(near.item.plan), lang)
        chance = Text(f"  {report_phrases.ANSWERS_LIKELY.say(lang, chance=near.confidence)}", style="dim")
        rows.add_row(f"{number}.", joined(safe(f"{where}:", "dim"), " ", safe(f"«{near.item.text}»"), chance))
    return screen.draw(rows)
