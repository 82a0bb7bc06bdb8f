"""A reading explained: every value with the printed words that it was read from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from cascade.ingest.draft import Draft
from cascade.ingest.item import Read
from cascade.model.doubt import doubt_words
from cascade.model.words import Lang
from cascade.report import phrases
from cascade.report.draft_file import HEAD
from cascade.report.places import LINES
from cascade.report.screen import Screen, joined, safe


def explained(draft: Draft, lang: Lang, screen: Screen) -> str:
    """Every value with the printed words that it was read from."""
    parts: list[RenderableType] = [safe(draft.document.name, "bold"), Text()]
    parts += [_line(name, _value(getattr(draft.head, name)), draft.head.confidence.get(name)) for name in HEAD]
    parts += [
        _trace(trace.field, trace.value, trace.words, str(trace.lines or ""), lang) for trace in draft.head.traces
    ]
    for title, reads in (("citations", draft.citations), ("targets", draft.targets), ("tasks", draft.tasks)):
        parts += [Text(), Text(phrases.LISTS[title].say(lang), style="bold")]
        parts += _reads(reads, lang)
    return screen.draw(*parts)


def _reads(reads: Iterable[Read[Any]], lang: Lang) -> list[RenderableType]:
    rows: list[RenderableType] = []
    for read in reads:
        item = read.item
        name = getattr(item, "id", None) or item.number or item.title or ""
        rows.append(_line(name, getattr(item, "text", None) or item.title or "", item.confidence))
        rows += [_trace(trace.field, trace.value, trace.words, str(trace.lines or ""), lang) for trace in read.traces]
        noted = doubt_words(item.doubt)
        if noted:
            rows.append(Padding(safe(f"? {noted.say(lang)}", "magenta"), (0, 0, 0, 4)))
    return rows


def _value(value: object) -> str:
    if value in (None, ()):
        return "—"
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _line(name: str, value: str, sure: float | None) -> Text:
    return joined(safe(name, "bold"), ": ", safe(value), Text(f"  {sure:.2f}" if sure is not None else "", style="dim"))


def _trace(name: str, value: str, words: str, lines: str, lang: Lang) -> RenderableType:
    where = f" ({LINES.say(lang, lines=lines)})" if lines else ""
    return Padding(
        joined(f"{name} = ", safe(value), Text("  ← ", style="dim"), safe(f"«{words}»", "italic"), where), (0, 0, 0, 4)
    )
