"""The points to look at first, with the words of both sides, and the others, a line each."""

from __future__ import annotations

from collections.abc import Sequence

from rich.padding import Padding
from rich.text import Text

from cascade.formats.terminal.sheet import Parts, Sheet
from cascade.model.words import Words
from cascade.report import phrases
from cascade.report.kinds import KINDS
from cascade.report.places import short
from cascade.report.screen import STYLES, fitted, joined, safe
from cascade.result.result import FindingView, ItemView

_FIRST, _OTHERS, _CODES = 10, 5, 6
_LINES = 2  # that one side of a point takes up at most


def first(sheet: Sheet) -> Parts:
    """The first ten points of which both sides say something: whose words stand where, and what would mend them."""
    if not sheet.first:
        return []
    shown, rest = sheet.first[:_FIRST], sheet.first[_FIRST:]
    width = sheet.codes_width([alike[0] for alike in shown])
    parts: Parts = [sheet.title(sheet.say(phrases.FIRST))]
    for alike in shown:
        parts += _both(sheet, alike, width)
    return [*parts, *_more(sheet, [finding for alike in rest for finding in alike]), Text()]


def _both(sheet: Sheet, alike: Sequence[FindingView], width: int) -> Parts:
    finding, *others = alike
    room = (sheet.screen.width - width - 2) // 2
    table = sheet.screen.grid(width, room, room)
    code = Text(f" {finding.code}", style=STYLES[finding.severity])
    own, other = sheet.sides(finding)
    against = finding.against or finding.item
    table.add_row(
        code,
        _side(sheet, own, finding.item, _decides(finding, finding.item, finding.child_bound), room),
        _side(sheet, other, against, _decides(finding, against, finding.parent_bound), room),
    )
    mend = sheet.say(phrases.SUGGESTED, suggestion=sheet.say(finding.suggestion))
    told = joined(fitted(safe(mend), sheet.screen.width - width, _LINES), *_alike(sheet, others))
    return [table, Padding(told, (0, 0, 0, width))]


def _alike(sheet: Sheet, others: Sequence[FindingView]) -> list[Text | str]:
    """The same of other plans."""
    if not others:
        return []
    codes = ", ".join(finding.code for finding in others[:_CODES]) + (", …" if len(others) > _CODES else "")
    return [" ", Text(sheet.say(phrases.ALIKE, n=len(others), codes=codes), style="dim")]


def _decides(finding: FindingView, item: ItemView, bound: Words | None) -> Words | None:
    """What of one side is to be seen beside the other: its bound, with its year where both bounds are alike, or the
    deadline of a task."""
    if bound is None:
        return phrases.DUE_SIDE.filled(due=item.due) if item.due else None
    if finding.child_bound != finding.parent_bound or item.when is None:
        return bound
    year = phrases.YEAR.filled(year=item.when)
    return Words(f"{bound.vi}, {year.vi}", f"{bound.en}, {year.en}")


def _side(sheet: Sheet, name: str, item: ItemView, decides: Words | None, room: int) -> Text:
    said: list[Text | str] = [safe(sheet.say(decides), "bold"), " "] if decides is not None else []
    where: list[Text | str] = [safe(f"({short(item)})", "dim"), " "] if item.id else []
    text = joined(safe(f"{name}:", "dim"), " ", *said, *where, safe(f"«{sheet.words(item)}»"))
    return fitted(text, room - 1, _LINES)


def others(sheet: Sheet) -> Parts:
    """The points that are neither of two sides nor something not found: what each says."""
    if not sheet.others:
        return []
    shown = sheet.others[:_OTHERS]
    width = sheet.codes_width(shown)
    parts: Parts = [sheet.title(sheet.say(phrases.ALSO))]
    for finding in shown:
        table = sheet.screen.grid(width, sheet.screen.width - width)
        message = fitted(safe(sheet.say(finding.message)), sheet.screen.width - width - 1, _LINES)
        table.add_row(Text(f" {finding.code}", style=STYLES[finding.severity]), message)
        parts.append(table)
    return [*parts, *_more(sheet, sheet.others[_OTHERS:]), Text()]


def waived(sheet: Sheet) -> Parts:
    """The points that people let stand, a line each: by whom and why. They are here only where they were asked for."""
    found = [(finding, finding.waived) for finding in sheet.result.findings if finding.waived is not None]
    if not found:
        return []
    width = sheet.codes_width([finding for finding, _ in found])
    parts: Parts = [sheet.title(sheet.say(phrases.LET_STAND))]
    for finding, waiver in found:
        table = sheet.screen.grid(width, sheet.screen.width - width)
        said = f"{sheet.say(finding.title)}. {sheet.say(phrases.waived(waiver))}."
        table.add_row(Text(f" {finding.code}", style="dim"), safe(said))
        parts.append(table)
    return [*parts, Text()]


def _more(sheet: Sheet, rest: Sequence[FindingView]) -> Parts:
    """How many more there are, and by which names they are shown."""
    if not rest:
        return []
    found = {sheet.kinds[finding.code] for finding in rest}
    names = " --show ".join(kind.name if sheet.lang == "vi" else kind.id for kind in sorted(found, key=KINDS.index))
    return [Text(f"  {sheet.say(phrases.MORE_ROWS, n=len(rest), name=names)}", style="dim")]
