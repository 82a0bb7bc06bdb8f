"""Edits of a YAML text in place: only what is meant changes, every other byte stays.

A file that is loaded and dumped again loses its comments, and values that nobody touched (`1.10`, `0x10`,
`no`) become others. So each edit replaces a piece of the text, found by the marks that the composer leaves,
and is kept only where the text, composed again, differs from before in that one place.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from typing import Any

import yaml

Path = tuple[str | int, ...]
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLAIN = re.compile(r"[^\W_](?:[\w %./–-]*[\w%./])?")
_NULLS = {"", "~", "null"}


class NoEditError(ValueError):
    """The text is written in a way in which this edit cannot be made in place."""


def with_value(text: str, path: Path, written: str) -> str:
    """The text in which the key at `path` has the value `written` (YAML on one line); the key may be new."""
    return _checked(text, _set(text, path, written), path, lambda pairs: _put(pairs, path[-1], _composed(written)))


def without_key(text: str, path: Path) -> str:
    """The text without the key at `path`."""

    def left(pairs: list[Any]) -> list[Any]:
        return [pair for pair in pairs if pair[0][0] != path[-1]]

    return _checked(text, _unset(text, path), path, left)


def without_item(text: str, path: Path) -> str:
    """The text without the item of a list at `path`; the comments above it stay."""
    index = path[-1]
    if not isinstance(index, int):
        raise NoEditError
    return _checked(text, _cut(text, path[:-1], index), path, lambda items: [*items[:index], *items[index + 1 :]])


def with_item(text: str, path: Path, written: str) -> str:
    """The text in which the list at `path` has one more item at its end: `written`, YAML on one line."""
    value = _composed(written)
    return _checked(text, _appended(text, path, written), path, lambda pairs: _grown(pairs, path[-1], value))


def mapping(pairs: Sequence[tuple[str, str]]) -> str:
    """Keys and values, each as it is written, on one line."""
    return f"{{{', '.join(f'{key}: {value}' for key, value in pairs)}}}"


def scalar(value: str | None) -> str:
    """A value as it is written in a file: plain where every reader of YAML takes it for what it says."""
    if value is None:
        return "null"
    if _PLAIN.fullmatch(value) and value.lower() not in _NULLS and _means(value):
        return value
    return json.dumps(value, ensure_ascii=False)


def sequence(values: Sequence[str]) -> str:
    """A list as it is written on one line."""
    return f"[{', '.join(map(scalar, values))}]"


def _means(value: str) -> bool:
    try:
        return str(yaml.safe_load(value)) == value
    except (yaml.YAMLError, ValueError):
        return False


# --- where things stand ---------------------------------------------------------------------------


def _compose(text: str) -> yaml.Node:
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        raise NoEditError from error
    if root is None:
        raise NoEditError
    return root


def _at(node: yaml.Node, path: Path) -> yaml.Node:
    for step in path:
        found: yaml.Node | None = None
        if isinstance(node, yaml.MappingNode):
            found = next((value for key, value in node.value if key.value == step), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            found = node.value[step]
        if found is None:
            raise NoEditError
        node = found
    return node


def _pairs_at(text: str, path: Path) -> yaml.MappingNode:
    node = _at(_compose(text), path)
    if not isinstance(node, yaml.MappingNode):
        raise NoEditError
    return node


def _end(text: str, node: yaml.Node) -> int:
    """Where a value ends; the mark of one in block style is set where the next thing begins."""
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(text, last[1] if isinstance(last, tuple) else last)
    return start + len(text[start:end].rstrip())


def _line_end(text: str, at: int) -> int:
    """Where the line of a place ends, before the signs that end it."""
    found = re.compile(r"\r?\n|\Z").search(text, at)
    return found.start() if found else len(text)


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _break(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


# --- the edits ------------------------------------------------------------------------------------


def _set(text: str, path: Path, written: str) -> str:
    parent, name = _pairs_at(text, path[:-1]), path[-1]
    key, value = next(((key, value) for key, value in parent.value if key.value == name), (None, None))
    if key is None or value is None:
        return _added(text, parent, f"{scalar(str(name))}: {written}")
    start, end = value.start_mark.index, _end(text, value)
    in_block = isinstance(value, yaml.CollectionNode) and not value.flow_style
    if in_block or start == end:
        return f"{text[: key.end_mark.index]}: {written}{text[max(end, _colon(text, key)) :]}"
    return f"{text[:start]}{written}{text[end:]}"


def _colon(text: str, key: yaml.Node) -> int:
    return text.index(":", key.end_mark.index) + 1


def _added(text: str, parent: yaml.MappingNode, pair: str) -> str:
    if parent.flow_style:
        at = _end(text, parent.value[-1][1]) if parent.value else parent.start_mark.index + 1
        return f"{text[:at]}{', ' if parent.value else ''}{pair}{text[at:]}"
    at = _line_end(text, max(_end(text, parent), _colon(text, parent.value[-1][0])))
    return f"{text[:at]}{_break(text)}{' ' * parent.start_mark.column}{pair}{text[at:]}"


def _unset(text: str, path: Path) -> str:
    parent = _pairs_at(text, path[:-1])
    place = next((at for at, (key, _) in enumerate(parent.value) if key.value == path[-1]), None)
    if place is None:
        return text
    spans = [(key.start_mark.index, max(_end(text, value), _colon(text, key))) for key, value in parent.value]
    start, end = spans[place]
    if parent.flow_style:
        return _out_of(text, spans, place)
    if not text[_line_start(text, start) : start].strip():
        return text[: _line_start(text, start)] + text[_next_line(text, end) :]
    if place + 1 == len(spans):
        raise NoEditError
    return text[:start] + text[spans[place + 1][0] :]  # behind the dash of its item


def _cut(text: str, path: Path, index: int) -> str:
    items = _at(_compose(text), path)
    if not isinstance(items, yaml.SequenceNode) or index >= len(items.value):
        raise NoEditError
    spans = [(item.start_mark.index, _end(text, item)) for item in items.value]
    if items.flow_style:
        return _out_of(text, spans, index)
    start = _dash_line(text, spans[index][0], items.start_mark.column)
    left = text[:start] + text[_next_line(text, spans[index][1]) :]
    if len(spans) > 1:
        return left
    key = next(key for key, _ in _pairs_at(text, path[:-1]).value if key.value == path[-1])
    at = _colon(text, key)
    return f"{left[:at]} []{left[at:]}"


def _appended(text: str, path: Path, written: str) -> str:
    parent = _pairs_at(text, path[:-1])
    key, value = next(((key, value) for key, value in parent.value if key.value == path[-1]), (None, None))
    if key is None or value is None or parent.flow_style:
        raise NoEditError
    items = value.value if isinstance(value, yaml.SequenceNode) else []
    if items and value.flow_style:
        at = _end(text, items[-1])
        return f"{text[:at]}, {written}{text[at:]}"
    if items:
        column, at = value.start_mark.column, _line_end(text, _end(text, items[-1]))
        return f"{text[:at]}{_break(text)}{' ' * column}- {written}{text[at:]}"
    if isinstance(value, yaml.SequenceNode):  # []: the first item begins a list in block style
        end = _end(text, value)
        text = text[: value.start_mark.index].rstrip(" ") + text[end:]
    at = _line_end(text, _colon(text, key))
    return f"{text[:at]}{_break(text)}{' ' * (key.start_mark.column + 2)}- {written}{text[at:]}"


def _out_of(text: str, spans: Sequence[tuple[int, int]], place: int) -> str:
    """The text without one of the parts of a value in flow style, and without the comma beside it."""
    start, end = spans[place]
    if place + 1 < len(spans):
        end = spans[place + 1][0]
    elif place:
        start = spans[place - 1][1]
    return text[:start] + text[end:]


def _dash_line(text: str, at: int, column: int) -> int:
    """Where the line begins on which the dash of an item stands: its own line, or one above it."""
    start = _line_start(text, at)
    while text[start + column : start + column + 1] != "-" or text[start : start + column].strip():
        if start == 0:
            raise NoEditError
        start = _line_start(text, start - 1)
    return start


def _next_line(text: str, at: int) -> int:
    return text.find("\n", at) + 1 or len(text)


# --- is it what was meant -------------------------------------------------------------------------

_Plain = tuple[str, Any]


def _plain(node: yaml.Node) -> _Plain:
    """A value with how each scalar is written; two texts with equal ones say the same, to the letter."""
    if isinstance(node, yaml.MappingNode):
        return "map", [(_plain(key), _plain(value)) for key, value in node.value]
    if isinstance(node, yaml.SequenceNode):
        return "list", [_plain(item) for item in node.value]
    return str(node.value), bool(getattr(node, "style", None))


def _composed(written: str) -> _Plain:
    return _plain(_compose(written))


def _put(pairs: list[Any], name: str | int, value: _Plain) -> list[Any]:
    if any(key[0] == name for key, _ in pairs):
        return [(key, value if key[0] == name else old) for key, old in pairs]
    return [*pairs, (_composed(scalar(str(name))), value)]


def _grown(pairs: list[Any], name: str | int, value: _Plain) -> list[Any]:
    grown = []
    for key, old in pairs:
        items = old[1] if old[0] == "list" else []
        grown.append((key, ("list", [*items, value]) if key[0] == name else old))
    return grown


def _changed(plain: _Plain, path: Path, change: Callable[[list[Any]], list[Any]]) -> _Plain:
    kind, parts = plain
    if not path:
        return kind, change(parts)
    step = path[0]
    if kind == "list":
        return kind, [_changed(one, path[1:], change) if at == step else one for at, one in enumerate(parts)]
    return kind, [(key, _changed(one, path[1:], change) if key[0] == step else one) for key, one in parts]


def _checked(text: str, edited: str, path: Path, change: Callable[[list[Any]], list[Any]]) -> str:
    """The edited text, if it differs from the text in what was meant and in nothing else."""
    if _plain(_compose(edited)) != _changed(_plain(_compose(text)), path[:-1], change):
        raise NoEditError
    return edited
