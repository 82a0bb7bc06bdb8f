"""Findings in full: what it is, the words of both sides, what would mend it, where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from rich.padding import Padding
from rich.text import Text

from cascade.formats.terminal.head import is_marked
from cascade.formats.terminal.sheet import Parts, Sheet
from cascade.model.words import Words
from cascade.reading.plans import PLAN_SUFFIXES
from cascade.report import phrases
from cascade.report.kinds import QUOTED
from cascade.report.places import place
from cascade.report.screen import STYLES, joined, safe
from cascade.result.result import FindingView, ItemView


def details(sheet: Sheet, findings: Iterable[FindingView]) -> Parts:
    """The findings, plan by plan."""
    parts: Parts = []
    for plan_id, found in groupby(findings, key=lambda finding: finding.plan):
        parts += [_plan(sheet, plan_id), Text()]
        for finding in found:
            parts += [*_finding(sheet, finding), Text()]
    return parts


def _plan(sheet: Sheet, plan_id: str) -> Text:
    plan = sheet.result.plan(plan_id)
    mark = " *" if is_marked(sheet, plan.review) else ""
    name = safe(f"{plan.code} · {plan.unit} · {sheet.say(plan.name)}{mark}", "bold")
    title: list[Text | str] = [" · ", safe(plan.title)] if plan.title else []
    return joined(name, *title, "\n", safe(f"{sheet.say(phrases.PLACE)}: {plan.place.file}", "dim"))


def _finding(sheet: Sheet, finding: FindingView) -> Parts:
    """A heading, and below it what is said of it; each on as many lines as it takes."""
    lines = [*_said(sheet, finding), *_sides(sheet, finding)]
    lines.append(safe(sheet.say(phrases.SUGGESTED, suggestion=sheet.say(finding.suggestion))))
    if finding.affects:
        below = ", ".join(sheet.name(sheet.result.plan(plan_id)) for plan_id in finding.affects)
        lines.append(safe(f"{sheet.say(phrases.AFFECTS)}: {below}"))
    if finding.waived is not None:
        lines.append(safe(sheet.say(phrases.waived(finding.waived)), "bold"))
    if finding.confirmed is not None:
        lines.append(safe(sheet.say(phrases.confirmed(finding.confirmed)), "bold"))
    lines.append(safe(f"{_file(finding.item)} [{finding.rule}]", "dim"))
    body = Text("\n").join(lines)
    return [_heading(sheet, finding), Padding(body, (0, 0, 0, 4))]


def _file(item: ItemView) -> str:
    """The place in a plan file; the lines of a document are the reader's own, and nobody finds them."""
    at = item.place
    return f"{at.file}:{at.line}:{at.column}" if at.file.endswith(PLAN_SUFFIXES) else at.file


def _heading(sheet: Sheet, finding: FindingView) -> Text:
    head = joined(
        Text(f" {finding.code}  ", style=f"bold {STYLES[finding.severity]}".strip()),
        Text(sheet.say(phrases.SEVERITY[finding.severity]), style=STYLES[finding.severity]),
        " · ",
        safe(sheet.say(finding.title), "bold"),
    )
    if finding.year:
        head.append(f" ({sheet.say(phrases.YEAR, year=finding.year)})")
    if finding.unsure and finding.confidence is not None:
        head.append(f" · {sheet.say(phrases.LIKELIHOOD, chance=finding.confidence)}", style="dim")
    return head


def _said(sheet: Sheet, finding: FindingView) -> list[Text]:
    """The message, or only the name of the measure where both sides are quoted below."""
    if finding.rule not in QUOTED or not finding.of_two:
        return [safe(sheet.say(finding.message))]
    return [safe(sheet.say(finding.measure_name))] if finding.measure_name else []


def _sides(sheet: Sheet, finding: FindingView) -> list[Text]:
    own, other = sheet.sides(finding)
    if not finding.of_two:
        printed = _printed(finding.item)
        return (
            [joined(safe(f"{own}:", "dim"), " ", *_quote(sheet, finding.item, finding.child_bound))] if printed else []
        )
    against = finding.against or finding.item
    if finding.lacks and finding.rule not in QUOTED:
        return []
    if finding.lacks:
        near = finding.nearest
        nothing = safe(sheet.say(phrases.NOTHING_NEAR))
        said = [safe(sheet.say(phrases.NEAR), "dim"), Text(" "), *_quote(sheet, near, None)] if near else [nothing]
        mine = joined(safe(f"{own}:", "dim"), " ", *said)
    else:
        mine = joined(
            safe(f"{own}:", "dim"), " ", *_quote(sheet, finding.item, finding.child_bound), _task(sheet, finding.item)
        )
    theirs = joined(safe(f"{other}:", "dim"), " ", *_quote(sheet, against, finding.parent_bound), _task(sheet, against))
    return [theirs, mine] if finding.lacks else [mine, theirs]


def _quote(sheet: Sheet, item: ItemView, bound: Words | None) -> list[Text]:
    """The bound, the words, and where a person finds them."""
    said = [safe(sheet.say(bound), "bold"), Text(" ")] if bound is not None else []
    where = place(item, sheet.result.plan(item.plan), sheet.lang)
    quoted = [*said, safe(f"«{sheet.words(item)}»")]
    if where:
        quoted += [Text(" "), safe(f"({where})", "dim")]
    if item.printed is not None and item.printed.problem:
        quoted += [Text(" "), safe(f"({sheet.say(phrases.SOURCE_PROBLEM[item.printed.problem])})", "dim")]
    return quoted


def _printed(item: ItemView) -> bool:
    """Whether the document's own words say more than the message does."""
    return item.printed is not None and bool(item.printed.text or item.printed.problem)


def _task(sheet: Sheet, item: ItemView) -> Text:
    """Who leads a task and until when."""
    told = [sheet.say(phrases.LEADS, lead=", ".join(item.lead))] if item.lead else []
    if item.due:
        told.append(sheet.say(phrases.DUE, due=item.due))
    return safe("".join(f"; {one}" for one in told), "dim")
