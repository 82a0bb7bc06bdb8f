"""The last lines: how many points in all, what was passed over, and how to go on."""

from __future__ import annotations

from rich.cells import cell_len
from rich.text import Text

from cascade.formats.table import AUDIT
from cascade.formats.terminal.sheet import Parts, Sheet
from cascade.formats.totals import nothing, total
from cascade.model.words import Words
from cascade.reading.passed_over import CODE as PASSED_OVER
from cascade.reading.passed_over import PassedOver, said
from cascade.report import phrases
from cascade.report.screen import safe

_FILES = {
    ".xlsx": Words("Bảng Excel: -o bang.xlsx", "Table for Excel: -o table.xlsx"),
    ".docx": Words("Góp ý Word: -o gop-y.docx", "Comments in Word: -o comments.docx"),
    ".html": Words("Trang web: -o bao-cao.html", "Page: -o report.html"),
}
_DECIDE = Words("Kết luận: cascade decide", "Decide: cascade decide")
"""What each form is good for, of those that there are."""


def tail(sheet: Sheet, *, hints: bool = True) -> Parts:
    """The end of a report."""
    total_said = safe(total(sheet.result, sheet.lang), "bold")
    parts: Parts = [*_mended(sheet), *_nothing(sheet), *_passed_over(sheet), total_said]
    return [*parts, *(Text(line, style="dim") for line in _hints(sheet))] if hints and sheet.open else parts


def _nothing(sheet: Sheet) -> Parts:
    """What is said where nothing is to be corrected or reviewed, though something was compared."""
    told = sheet.open if sheet.result.since else filter(sheet.is_loud, sheet.open)
    if any(told) or not sheet.result.compares:
        return []
    return [Text(nothing(sheet.result, sheet.lang)), Text()]


def _mended(sheet: Sheet) -> Parts:
    """What an earlier report told and is found no more."""
    told = sheet.result.since
    if told is None or not told.mended:
        return []
    lines = [
        safe(f"{sheet.say(sheet.result.plan(one.plan).label)}: {one.message or one.item or ''} [{one.rule}]")
        for one in told.mended
    ]
    return [sheet.title(sheet.say(phrases.MENDED)), *lines, Text()]


def _passed_over(sheet: Sheet) -> Parts:
    """Files that are no plans, on one line; what else is of no use here (decisions about other plans), a line each."""
    passed = sheet.result.passed_over
    files = [PassedOver(one.place.file.rpartition("/")[2], one.message) for one in passed if one.code == PASSED_OVER]
    others = [f"{one.place.file}: {sheet.say(one.message)}" for one in passed if one.code != PASSED_OVER]
    return [safe(line, "dim") for line in (*([said(files, sheet.lang)] if files else []), *others)]


def _hints(sheet: Sheet) -> list[str]:
    """How to go on, on as many lines as it takes; a command is never broken over two of them."""
    suffixes = {suffix for form in AUDIT.values() for suffix in form.suffixes}
    files = [words for suffix, words in _FILES.items() if suffix in suffixes]
    code = (sheet.first[0] if sheet.first else sheet.open)[0].code
    lines = [""]
    for hint in (sheet.say(words, code=code) for words in (*phrases.HINTS, *files, _DECIDE)):
        longer = f"{lines[-1]}   {hint}" if lines[-1] else hint
        lines[-1:] = [longer] if cell_len(longer) <= sheet.screen.width else [lines[-1], hint]
    return lines
