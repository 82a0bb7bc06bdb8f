"""The last lines: how many points in all, what was passed over, and how to go on."""

from __future__ import annotations

from rich.text import Text

from cascade.formats.table import AUDIT
from cascade.formats.terminal.sheet import Parts, Sheet
from cascade.model.words import Words
from cascade.report import phrases
from cascade.report.screen import clipped, safe

_NAMED = 5
_FILES = {
    ".xlsx": Words("Bảng Excel: -o bang.xlsx", "Table for Excel: -o table.xlsx"),
    ".docx": Words("Góp ý Word: -o gop-y.docx", "Comments in Word: -o comments.docx"),
    ".html": Words("Trang web: -o bao-cao.html", "Page: -o report.html"),
}
"""What each form is good for, of those that there are."""


def tail(sheet: Sheet, *, hints: bool = True) -> Parts:
    """The end of a report."""
    parts: Parts = [*_nothing(sheet), *_passed_over(sheet), _total(sheet)]
    return [*parts, Text(_hints(sheet), style="dim")] if hints and sheet.open else parts


def _nothing(sheet: Sheet) -> Parts:
    """Where nothing was found, how much was compared to say so."""
    result = sheet.result
    if any(map(sheet.is_loud, sheet.open)) or not result.compares:
        return []
    if result.narrowed:
        return [Text(sheet.say(phrases.NOTHING_CHOSEN)), Text()]
    checked = [plan.checked for plan in result.plans]
    targets, tasks = sum(one.targets for one in checked), sum(one.tasks for one in checked)
    return [Text(sheet.say(phrases.NO_FINDINGS, targets=targets, tasks=tasks)), Text()]


def _passed_over(sheet: Sheet) -> Parts:
    files = [one.place.file.rpartition("/")[2] for one in sheet.result.passed_over]
    if not files:
        return []
    names = ", ".join(files[:_NAMED]) + (", …" if len(files) > _NAMED else "")
    return [Text(clipped(sheet.say(phrases.PASSED_OVER, n=len(files), names=names), sheet.screen.width), style="dim")]


def _total(sheet: Sheet) -> Text:
    counts = {name: 0 for name in phrases.COUNT}
    for finding in sheet.open:
        counts[finding.severity] += 1
    said = {severity: phrases.count(severity, counts[severity], sheet.lang) for severity in phrases.COUNT}
    decided = len(sheet.result.findings) - len(sheet.open)
    plans = len({finding.plan for finding in sheet.open})
    total = sheet.say(phrases.TOTAL, plans=plans, new=len(sheet.open), decided=decided, **said)
    if sheet.result.faults:
        total = f"{total} · {sheet.say(phrases.UNREADABLE, n=len(sheet.result.faults))}"
    return Text(total, style="bold")


def _hints(sheet: Sheet) -> str:
    suffixes = {suffix for form in AUDIT.values() for suffix in form.suffixes}
    files = [words for suffix, words in _FILES.items() if suffix in suffixes]
    code = (sheet.first[0] if sheet.first else sheet.open)[0].code
    return "   ".join(sheet.say(words, code=code) for words in (*phrases.HINTS, *files))
