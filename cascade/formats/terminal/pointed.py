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
from cascade.report.screen import STYLES, clipped, joined, safe
from cascade.result.result import FindingView, ItemView

_FIRST, _OTHERS = 10, 5
_LINES = 2  # that one side of a point takes up at most


def first(sheet: Sheet) -> Parts:
    """The first ten points of which both sides say something: whose words stand where, and what would mend them."""
    if not sheet.first:
        return []
    width = sheet.codes_width(sheet.first[:_FIRST])
    parts: Parts = [sheet.title(sheet.say(phrases.FIRST))]
    for finding in sheet.first[:_FIRST]:
        parts += _both(sheet, finding, width)
    return [*parts, *_more(sheet, sheet.first[_FIRST:]), Text()]


def _both(sheet: Sheet, finding: FindingView, width: int) -> Parts:
    room = (sheet.screen.width - width - 2) // 2
    table = sheet.screen.grid(width, room, room)
    code = Text(f" {finding.code}", style=STYLES[finding.severity])
    own, other = sheet.sides(finding)
    against = finding.against or finding.item
    table.add_row(
        code,
        _side(sheet, own, finding.item, finding.child_bound, room),
        _side(sheet, other, against, finding.parent_bound, room),
    )
    mend = sheet.say(phrases.SUGGESTED, suggestion=sheet.say(finding.suggestion))
    return [table, Padding(Text(clipped(mend, _LINES * (sheet.screen.width - width) - 8)), (0, 0, 0, width))]


def _side(sheet: Sheet, name: str, item: ItemView, bound: Words | None, room: int) -> Text:
    said = f"{sheet.say(bound)} " if bound is not None else ""
    where = f"({short(item)}) " if item.id else ""
    head = joined(safe(f"{name}: ", "dim"), safe(said, "bold"), safe(where, "dim"))
    words = clipped(f"«{sheet.words(item)}»", max(_LINES * room - head.cell_len - 8, 12))
    return joined(head, " " if head.plain and not head.plain.endswith(" ") else "", safe(words))


def others(sheet: Sheet) -> Parts:
    """The points that are neither of two sides nor something not found: what each says."""
    if not sheet.others:
        return []
    shown = sheet.others[:_OTHERS]
    width = sheet.codes_width(shown)
    parts: Parts = [sheet.title(sheet.say(phrases.ALSO))]
    for finding in shown:
        table = sheet.screen.grid(width, sheet.screen.width - width)
        message = clipped(sheet.say(finding.message), _LINES * (sheet.screen.width - width) - 8)
        table.add_row(Text(f" {finding.code}", style=STYLES[finding.severity]), Text(message))
        parts.append(table)
    return [*parts, *_more(sheet, sheet.others[_OTHERS:]), Text()]


def _more(sheet: Sheet, rest: Sequence[FindingView]) -> Parts:
    """How many more there are, and by which names they are shown."""
    if not rest:
        return []
    found = {sheet.kinds[finding.code] for finding in rest}
    names = " --show ".join(
        kind.name if sheet.lang == "vi" else kind.id for kind in sorted(found, key=KINDS.index)
    )
    return [Text(f"  {sheet.say(phrases.MORE_ROWS, n=len(rest), name=names)}", style="dim")]
