"""A draft as a plan file: YAML for people, JSON for programs, and the reading explained value by value."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
import yaml
from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from cascade.ingest.draft import Draft
from cascade.ingest.item import Read
from cascade.model.bound import Bound
from cascade.model.plan import Citation, Lines, Target, Task, Window
from cascade.model.words import Lang
from cascade.report import phrases
from cascade.report.screen import Screen, joined, safe

Tree = dict[str, Any]
_HEAD = ("title", "number", "type", "level", "issuer", "place", "issued", "period", "year")
_ORDER = (
    "id", "text", "number", "title", "date", "issuer", "role", "measure", "value", "by", "in", "yearly", "tier", "area",
    "kind", "lead", "with", "due", "product", "growth", "baseline", "hedge", "except", "where", "under", "restored",
    "lines", "page", "doubt", "confidence",
)  # fmt: skip


def draft_tree(draft: Draft) -> Tree:
    """The draft in the shape of plan/1 (contracts.md): null in the head where the text has none."""
    head = draft.head
    tree: Tree = {"schema": "plan/1"}
    tree |= {name: _plain(getattr(head, name)) for name in _HEAD}
    tree["content"] = "full"
    tree["review"] = "draft"
    tree["source"] = {"document": draft.document.name, "sha256": draft.document.sha256}
    if head.doubts:
        tree["doubt"] = " ".join(head.doubts)
    tree["confidence"] = dict(head.confidence)
    tree["citations"] = [_item(read.item) for read in draft.citations]
    tree["targets"] = [_item(read.item) for read in draft.targets]
    tree["tasks"] = [_item(read.item) for read in draft.tasks]
    if tree["year"] is None:
        del tree["year"]
    return tree


def draft_json(draft: Draft) -> str:
    """The draft as one JSON object on one line; `lines` as [first, last]."""
    return json.dumps(_for_json(draft_tree(draft)), ensure_ascii=False) + "\n"


def draft_yaml(draft: Draft) -> str:
    """The draft as a plan file."""
    return plan_yaml(draft_tree(draft))


def plan_yaml(tree: Tree) -> str:
    """The tree of a plan file as YAML; `lines` as a person writes them."""
    return yaml.safe_dump(_for_yaml(tree), allow_unicode=True, sort_keys=False, width=110)


def _item(item: Citation | Target | Task) -> Tree:
    """An item's keys that say something, in the order of a plan file."""
    found: Tree = {}
    for field in msgspec.structs.fields(item):
        value = getattr(item, field.name)
        if value != field.default and value not in (None, ()):
            found[field.encode_name] = _plain(value)
    return {name: found[name] for name in _ORDER if name in found}


def _plain(value: Any) -> Any:
    """A value as scalars and lists."""
    if isinstance(value, (Bound, Window)):
        return str(value)
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, msgspec.Struct) and not isinstance(value, Lines):
        return _item(value) if isinstance(value, (Citation, Target, Task)) else _parts(value)
    return value


def _parts(value: msgspec.Struct) -> Tree:
    return {
        field.encode_name: _plain(part)
        for field in msgspec.structs.fields(value)
        if (part := getattr(value, field.name)) is not None
    }


def _for_json(value: Any) -> Any:
    if isinstance(value, Lines):
        return [value.first, value.last]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _for_json(part) for key, part in value.items()}
    return [_for_json(part) for part in value] if isinstance(value, list) else value


def _for_yaml(value: Any) -> Any:
    if isinstance(value, Lines):
        return str(value) if value.first != value.last else value.first
    if isinstance(value, dict):
        return {key: _for_yaml(part) for key, part in value.items()}
    return [_for_yaml(part) for part in value] if isinstance(value, list) else value


def explained(draft: Draft, lang: Lang, screen: Screen) -> str:
    """Every value with the printed words that it was read from."""
    parts: list[RenderableType] = [safe(draft.document.name, "bold"), Text()]
    for name, value in ((name, getattr(draft.head, name)) for name in _HEAD):
        sure = draft.head.confidence.get(name)
        parts.append(_line(name, value if value not in (None, ()) else "—", sure))
    parts += [_trace(trace.field, trace.value, trace.words, str(trace.lines or ""), lang) for trace in draft.head.traces]
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
        if item.doubt:
            rows.append(Padding(safe(f"? {item.doubt}", "yellow"), (0, 0, 0, 4)))
    return rows


def _line(name: str, value: object, sure: float | None) -> Text:
    return joined(safe(name, "bold"), ": ", safe(str(value)), Text(f"  {sure:.2f}" if sure is not None else "", style="dim"))


def _trace(name: str, value: str, words: str, lines: str, lang: Lang) -> RenderableType:
    where = f" ({phrases.LINES.say(lang, lines=lines)})" if lines else ""
    return Padding(joined(f"{name} = ", safe(value), Text("  ← ", style="dim"), safe(f"«{words}»", "italic"), where), (0, 0, 0, 4))
