"""A draft as a plan file: YAML for people, JSON for programs."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import msgspec
import yaml

from cascade.ingest.draft import Draft
from cascade.model.bound import Bound, number, plain
from cascade.model.plan import Citation, Lines, Target, Task, Window

Tree = dict[str, Any]
_SEAL = "# cascade: sha256 "
HEAD = ("title", "number", "type", "level", "issuer", "place", "issued", "period", "year")
_ORDER = (
    "id", "text", "number", "title", "date", "issuer", "role", "measure", "value", "by", "in", "yearly", "tier", "area",
    "kind", "lead", "with", "due", "product", "growth", "baseline", "hedge", "except", "where", "under", "restored",
    "lines", "page", "doubt", "confidence",
)  # fmt: skip


def draft_tree(draft: Draft, way: str | None = None) -> Tree:
    """The draft in the shape of plan/1 (contracts.md): null in the head where the text has none. `way`: that from the
    folder of its file to the document, where this lies in another."""
    head = draft.head
    tree: Tree = {"schema": "plan/1"}
    tree |= {name: _plain(getattr(head, name)) for name in HEAD}
    tree["content"] = "full"
    tree["review"] = "draft"
    tree["source"] = {"document": draft.source.document, "sha256": draft.source.sha256}
    if way is not None:
        tree["source"]["path"] = way
    if draft.doubts:
        tree["doubt"] = _plain(draft.doubts)
    if draft.addressed:
        tree["addressed"] = list(draft.addressed)
    tree["confidence"] = dict(head.confidence)
    tree["citations"] = [_item(read.item) for read in draft.citations]
    tree["targets"] = [_item(read.item) for read in draft.targets]
    tree["tasks"] = [_item(read.item) for read in draft.tasks]
    if tree["year"] is None:
        del tree["year"]
    return tree


def draft_json(draft: Draft, way: str | None = None) -> str:
    """The draft as one JSON object on one line; `lines` as [first, last]."""
    return json.dumps(_for_json(draft_tree(draft, way)), ensure_ascii=False) + "\n"


def draft_yaml(draft: Draft, way: str | None = None) -> str:
    """The draft as a plan file; its last line tells later whether anybody has changed it."""
    text = plan_yaml(draft_tree(draft, way))
    return f"{text}{_SEAL}{_hash(text.encode())}\n"


def is_as_written(data: bytes) -> bool:
    """Whether the bytes of a file are those of a draft as `draft_yaml` wrote it: nobody has answered a question
    in it, corrected a value or noted a word since."""
    before, seal, after = data.rpartition(_SEAL.encode())
    return bool(seal) and after == f"{_hash(before)}\n".encode()


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def plan_yaml(tree: Tree) -> str:
    """The tree of a plan file as YAML; `lines` as a person writes them."""
    return str(yaml.dump(_for_yaml(tree), Dumper=_dumper(), allow_unicode=True, sort_keys=False, width=110))


def _dumper() -> type[yaml.SafeDumper]:
    """What writes YAML: in C where there is one (the same bytes, six times sooner), never an alias."""
    made: type[yaml.SafeDumper] = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    return type("Dumper", (made,), {"ignore_aliases": lambda *_: True})


def _item(item: Citation | Target | Task) -> Tree:
    """An item's keys that say something, in the order of a plan file."""
    found: Tree = {}
    for name, key, default in _fields(type(item)):
        value = getattr(item, name)
        if value != default and value not in (None, ()):
            found[key] = _plain(value)
    return {name: found[name] for name in _ORDER if name in found}


@cache
def _fields(kind: type[msgspec.Struct]) -> tuple[tuple[str, str, object], ...]:
    """The fields of a type: name, key in a plan file, default."""
    return tuple((field.name, field.encode_name, field.default) for field in msgspec.structs.fields(kind))


def _plain(value: Any) -> Any:
    """A value as scalars and lists."""
    if isinstance(value, (Bound, Window)):
        return str(value)
    if isinstance(value, Decimal):
        return _number(value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, msgspec.Struct) and not isinstance(value, Lines):
        return _item(value) if isinstance(value, (Citation, Target, Task)) else _parts(value)
    return value


def _number(value: Decimal) -> int | float | str:
    """A number as it is read back: `12.831` would be read as thousands, so it is printed with a decimal comma."""
    if value == value.to_integral_value():
        return int(value)
    short = float(value)
    printed = repr(short)
    return short if "e" not in printed and number(printed) == value else plain(value)


def _parts(value: msgspec.Struct) -> Tree:
    return {key: _plain(part) for name, key, _ in _fields(type(value)) if (part := getattr(value, name)) is not None}


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
