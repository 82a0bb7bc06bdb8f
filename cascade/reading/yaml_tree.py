"""YAML as a tree of values with places: no aliases, no tags, no guessing of types.

`compose` keeps line and column of every node (measurements.md, YAML), so a fault found at any
later step can still say where it is.
"""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import yaml

from cascade.model.words import Words
from cascade.reading.fault import Fault

MAX_BYTES = 8 * 1024 * 1024
MAX_DEPTH = 16
_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLAIN_TAGS = {"str", "int", "float", "bool", "null", "timestamp", "map", "seq", "merge", "value", "binary"}
_EXPLICIT_TAG = re.compile(r"^!")


class Node(msgspec.Struct):
    """One value of the file: a scalar's text (`quoted` says it was), a list, or keys in order."""

    line: int
    column: int
    scalar: str | None = None
    quoted: bool = False
    items: list[Node] | None = None
    keys: list[tuple[Node, Node]] | None = None

    @property
    def is_null(self) -> bool:
        """Whether the file leaves the value empty or writes `null` or `~`."""
        return self.scalar is not None and not self.quoted and self.scalar in {"", "~", "null", "Null", "NULL"}

    def shown(self) -> str:
        """The value as a message shows it."""
        if self.scalar is not None:
            return self.scalar if len(self.scalar) <= 60 else self.scalar[:57] + "…"
        return "[…]" if self.items is not None else "{…}"


class Tree(msgspec.Struct):
    """What reading a file gave: its root, or None, and the faults met."""

    root: Node | None
    faults: list[Fault]


def read_tree(path: Path, shown: str, expected: Words) -> Tree:
    """The tree of one file; `shown` is the name for messages, `expected` what the file should hold."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            return _failed(shown, "too-large", limit=f"{MAX_BYTES // 1024 // 1024} MiB")
        raw = path.read_bytes()
    except OSError as error:
        return _failed(shown, "unreadable", reason=error.strerror or type(error).__name__)
    return parse_tree(raw, shown, expected)


def parse_tree(raw: bytes, shown: str, expected: Words) -> Tree:
    """The tree of a file's bytes."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return Tree(None, [_fault(shown, line, 1, "not-utf8", byte=str(error.start + 1))])
    try:
        nodes = list(yaml.compose_all(text, Loader=_LOADER))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        return Tree(None, [_yaml_fault(shown, line, column, error)])
    except yaml.YAMLError as error:
        return _failed(shown, "syntax", reason=str(error).splitlines()[0])
    except RecursionError:
        return _failed(shown, "too-deep", limit=str(MAX_DEPTH))
    if not nodes or nodes[0] is None or (isinstance(nodes[0], yaml.ScalarNode) and not nodes[0].value):
        return Tree(None, [Fault(shown, 1, 1, "empty", (("expected", expected),))])
    tree = Tree(None, [])
    if len(nodes) > 1:
        mark = nodes[1].start_mark
        tree.faults.append(_fault(shown, mark.line + 1, mark.column + 1, "several-documents"))
    tree.root = _convert(nodes[0], shown, tree.faults, 0, set())
    return tree


def _convert(node: yaml.Node, shown: str, faults: list[Fault], depth: int, seen: set[int]) -> Node:
    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    if id(node) in seen:
        faults.append(_fault(shown, line, column, "alias", name="…"))
        return Node(line, column, scalar="")
    seen.add(id(node))
    tag = node.tag.rsplit(":", 1)[-1]
    if _EXPLICIT_TAG.match(node.tag) or tag not in _PLAIN_TAGS:
        faults.append(_fault(shown, line, column, "tag", tag=node.tag))
    if depth > MAX_DEPTH:
        faults.append(_fault(shown, line, column, "too-deep", limit=str(MAX_DEPTH)))
        return Node(line, column, scalar="")
    if isinstance(node, yaml.ScalarNode):
        return Node(line, column, scalar=node.value, quoted=node.style in {"'", '"', "|", ">"})
    if isinstance(node, yaml.SequenceNode):
        return Node(line, column, items=[_convert(item, shown, faults, depth + 1, seen) for item in node.value])
    return Node(
        line,
        column,
        keys=[
            (_convert(key, shown, faults, depth + 1, seen), _convert(value, shown, faults, depth + 1, seen))
            for key, value in node.value
        ],
    )


def _yaml_fault(shown: str, line: int, column: int, error: yaml.MarkedYAMLError) -> Fault:
    reason = " ".join(part for part in (error.context, error.problem) if part)
    return _fault(shown, line, column, "syntax", reason=reason)


def _failed(shown: str, code: str, **facts: str) -> Tree:
    return Tree(None, [_fault(shown, 1, 1, code, **facts)])


def _fault(shown: str, line: int, column: int, code: str, **facts: str) -> Fault:
    return Fault(shown, line, column, code, tuple(facts.items()))
