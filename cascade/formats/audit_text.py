"""The audit as a reviewer reads it: a summary that fits the last screen, and what its figures stand for on request."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from cascade.formats.terminal.counts import statistics
from cascade.formats.terminal.details import details
from cascade.formats.terminal.head import head
from cascade.formats.terminal.matrix import WIDE, matrix, rows_of
from cascade.formats.terminal.overview import overview
from cascade.formats.terminal.pointed import first, others, waived
from cascade.formats.terminal.sheet import Parts, Sheet
from cascade.formats.terminal.shown import chosen
from cascade.formats.terminal.tail import tail
from cascade.model.words import Lang
from cascade.report.kinds import GROUPS, LACKING
from cascade.report.screen import Screen
from cascade.result.result import Result

PAGE = Screen()
View = Literal["summary", "full", "statistics"]
_MANY = 1000  # findings, from which on a summary shows only what is most frequent
_ROWS, _FEW_ROWS, _PLANS = 20, 10, 15


def render(
    result: Result, lang: Lang, screen: Screen = PAGE, *, view: View = "full", show: Sequence[str] = ()
) -> bytes:
    """The report as text. `show`: names of what alone is shown of it (see `cascade.formats.terminal.shown`)."""
    sheet = Sheet(result, lang, screen)
    body = _asked(sheet, show, view) if show else _VIEWS[view](sheet)
    return screen.draw(*head(sheet), *body).encode()


def _summary(sheet: Sheet) -> Parts:
    rows = [row for row in rows_of(sheet, sheet.open) if row.loud]
    most = _ROWS if len(sheet.open) <= _MANY and sheet.screen.width >= WIDE else _FEW_ROWS
    return [
        *overview(sheet, _PLANS),
        *first(sheet),
        *matrix(sheet, rows, most),
        *others(sheet),
        *waived(sheet),
        *tail(sheet),
    ]


def _full(sheet: Sheet) -> Parts:
    return [*details(sheet, sheet.result.findings), *overview(sheet), *tail(sheet, hints=False)]


def _statistics(sheet: Sheet) -> Parts:
    return [*statistics(sheet), *tail(sheet)]


def _asked(sheet: Sheet, show: Sequence[str], view: View) -> Parts:
    """The findings asked for; as a matrix where they are those that it shows, unless their details are wanted."""
    found = chosen(sheet.result, show)
    kinds = {kind for name in show for kind in GROUPS.get(name.lower(), ())}
    only_kinds = all(name.lower() in GROUPS for name in show)
    if view != "full" and only_kinds and kinds <= set(LACKING):
        lacking = [finding for finding in found if finding.waived is None]
        beside = [finding for finding in lacking if not sheet.is_lacking(finding)]
        return [*matrix(sheet, rows_of(sheet, lacking)), *details(sheet, beside)]
    return details(sheet, found)


_VIEWS = {"summary": _summary, "full": _full, "statistics": _statistics}
