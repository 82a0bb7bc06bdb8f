"""How many findings there are: by rule, by plan, and the items above that most plans lack."""

from __future__ import annotations

from collections import Counter

from rich.text import Text

from cascade.formats.terminal.matrix import rows_of
from cascade.formats.terminal.overview import overview
from cascade.formats.terminal.sheet import Parts, Sheet
from cascade.model.rule import SEVERITIES
from cascade.report import phrases
from cascade.report.places import short
from cascade.report.screen import STYLES, clipped, joined, safe

_BAR, _FIGURE, _RULE = 20, 7, 24
_OFTEN = 20


def statistics(sheet: Sheet) -> Parts:
    """The figures of a report."""
    by_plan = overview(sheet)
    title = [sheet.title(sheet.say(phrases.BY_PLAN))] if by_plan else []
    return [*_by_rule(sheet), *title, *by_plan, *_often(sheet)]


def _by_rule(sheet: Sheet) -> Parts:
    counted = Counter(finding.rule for finding in sheet.open)
    if not counted:
        return []
    grave = Counter((finding.rule, finding.severity) for finding in sheet.open)
    most = max(counted.values())
    table = sheet.screen.grid(_FIGURE, _BAR + 1, _RULE, sheet.screen.width - _FIGURE - _BAR - _RULE - 1)
    for rule, n in sorted(counted.items(), key=lambda one: (-one[1], one[0])):
        worst = next(severity for severity in SEVERITIES if grave[rule, severity])
        bar = Text(sheet.screen.marks["full"] * max(1, n * _BAR // most), style=STYLES[worst])
        title = sheet.say(sheet.result.rules[rule].title)
        table.add_row(Text(str(n), justify="right"), bar, rule, safe(title, "dim"))
    return [sheet.title(sheet.say(phrases.BY_RULE)), table, Text()]


def _often(sheet: Sheet) -> Parts:
    rows = [row for row in rows_of(sheet, sheet.open) if len(row.found) > 1][:_OFTEN]
    if not rows:
        return []
    parts: Parts = [sheet.title(sheet.say(phrases.OFTEN_LACKING))]
    for row in rows:
        plans = sheet.say(phrases.LACKING_IN, n=len(row.found))
        parent = sheet.say(sheet.result.plan(row.asked.plan).short)
        head = f"  {plans}  {parent}, {short(row.asked)}  "
        words = clipped(sheet.words(row.asked), max(sheet.screen.width - len(head) - 2, 12))
        parts.append(
            joined(Text(f"  {plans}  ", style="bold"), safe(f"{parent}, {short(row.asked)}", "dim"), "  ", safe(words))
        )
    return [*parts, Text()]
