"""YAML as a tree of values with places: no aliases, no tags, no guessing of types.

The tree is built from the parser's events (measurements.md, YAML): each one has its line and column,
so a fault found at any later step can still say where it is, and no nesting can exhaust the stack.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import msgspec
import yaml
from yaml.reader import ReaderError

from cascade.model.limits import MIB, limits
from cascade.model.refused import refused
from cascade.model.words import Words
from cascade.reading.fault import Fault
from cascade.reading.syntax import Syntax, place_of, strange_sign, wrong_syntax

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_QUOTED = frozenset(("'", '"', "|", ">"))
_COLLECTIONS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
_STANDARD_TAG = "tag:yaml.org,2002:"
_BRACKETS = re.compile(
    r"""
    "(?:[^"\\]|\\.)*(?:"|\Z) | '[^']*(?:'|\Z) | (?:^|\s)\#[^\n]*  # brackets in these open nothing
    | (?P<open>[\[{]) | (?P<close>[\]}])
""",
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)

_NO_FILE = Words("không phải tệp thường", "it is no regular file")


class Node(msgspec.Struct, gc=False):
    """One value of the file: a scalar's text (`quoted` says it was), a list, or keys in order.

    A `broken` one holds nothing, and its fault is reported already.
    """

    line: int
    column: int
    scalar: str | None = None
    quoted: bool = False
    items: list[Node] | None = None
    keys: list[tuple[Node, Node]] | None = None
    broken: bool = False

    @property
    def is_null(self) -> bool:
        """Whether the file leaves the value empty or writes `null` or `~`."""
        return self.scalar is not None and not self.quoted and self.scalar in {"", "~", "null", "Null", "NULL"}

    def value(self, name: str) -> Node | None:
        """The value of a key; None where it is not there."""
        return next((value for key, value in self.keys or () if key.scalar == name), None)

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
        if not path.is_file() and path.exists():
            return Tree(None, [Fault(shown, 1, 1, "unreadable", (("reason", _NO_FILE),))])
        with path.open("rb") as file:
            raw = file.read(limits().plan_size * MIB + 1)
    except OSError as error:
        return _failed(shown, 1, 1, "unreadable", reason=refused(error))
    return parse_tree(raw, shown, expected)


def parse_tree(raw: bytes, shown: str, expected: Words) -> Tree:
    """The tree of a file's bytes."""
    if len(raw) > limits().plan_size * MIB:
        return _failed(shown, 1, 1, "too-large", limit=f"{limits().plan_size} MiB")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode()
        line, column = place_of(before, len(before))
        byte = len(raw) - len(error.object) + error.start + 1
        return _failed(shown, line, column, "not-utf8", byte=str(byte))
    growing = _Growing(shown)
    try:
        loader = _LOADER(text)
        while not growing.stopped:
            growing.take(loader.get_event())
    except ReaderError:
        growing.fail(text, strange_sign(text))
    except yaml.MarkedYAMLError as error:
        wrong = wrong_syntax(text, error)
        if not growing.too_deep(text, wrong.at + 1):
            growing.fail(text, wrong)
    root, faults = growing.root, growing.faults
    if not faults and (root is None or root.scalar == ""):
        return Tree(None, [Fault(shown, 1, 1, "empty", (("expected", expected),))])
    return Tree(root, faults)


class _Growing:
    """A tree while the parser's events arrive; `stopped` once nothing after them is to be read."""

    def __init__(self, shown: str) -> None:
        self.root: Node | None = None
        self.faults: list[Fault] = []
        self.stopped = False
        self._shown = shown
        self._depth = limits().depth
        self._last: yaml.Event | None = None
        self._documents = 0
        self._open: list[Node] = []
        self._key: list[Node | None] = []  # of each open mapping, the key whose value comes next

    def take(self, event: Any) -> None:
        """Let the tree grow by one event of the parser."""
        self._last = event
        kind = event.__class__
        if kind is yaml.ScalarEvent:
            mark, tag = event.start_mark, event.tag
            node = Node(mark.line + 1, mark.column + 1, event.value, event.style in _QUOTED)
            if tag is not None:
                self._tagged(event)
            self._attach(node)
        elif kind in _COLLECTIONS:
            self._opened(event)
        elif kind in _ENDS:
            self._open.pop()
            self._key.pop()
        elif kind is yaml.AliasEvent:
            self._attach(Node(*_place(event), broken=True))
            self.fault(_place(event), "alias", name=event.anchor or "")
        elif kind is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                self._stop(event, "several-documents")
        elif kind is yaml.StreamEndEvent:
            self.stopped = True

    def _opened(self, event: Any) -> None:
        node = Node(*_place(event))
        if event.tag is not None:
            self._tagged(event)
        self._attach(node)
        if len(self._open) == self._depth:
            self._refuse_depth(_place(event))
        node.items, node.keys = ([], None) if event.__class__ is yaml.SequenceStartEvent else (None, [])
        self._open.append(node)
        self._key.append(None)

    def _tagged(self, event: Any) -> None:
        self.fault(_place(event), "tag", tag=event.tag.replace(_STANDARD_TAG, "!!", 1))

    def _attach(self, node: Node) -> None:
        """Put a node where it belongs: at the root, in the open list, or as key or value of the open mapping."""
        if not self._open:
            self.root = node
            return
        within = self._open[-1]
        if within.items is not None:
            within.items.append(node)
        elif (key := self._key[-1]) is None:
            self._key[-1] = node
        elif within.keys is not None:
            within.keys.append((key, node))
            self._key[-1] = None

    def too_deep(self, text: str, end: int) -> bool:
        """Whether brackets that the parser had read ahead of its events, up to where it gave up, pass the
        limit, which is then the fault: how many the parser itself bears changes from version to version."""
        depth = len(self._open)
        mark = self._last.end_mark if self._last is not None else None
        for bracket in _BRACKETS.finditer(text, mark.index if mark else 0, end):
            depth += bool(bracket["open"]) - bool(bracket["close"])
            if depth > self._depth:
                self._refuse_depth(place_of(text, bracket.start("open")))
                return True
        return False

    def _refuse_depth(self, place: tuple[int, int]) -> None:
        self.root = None
        self.stopped = True
        self.fault(place, "too-deep", limit=str(self._depth))

    def _stop(self, event: yaml.Event, code: str, **facts: str) -> None:
        self.fault(_place(event), code, **facts)
        self.stopped = True

    def fail(self, text: str, wrong: Syntax) -> None:
        """The text is no YAML from some place on: nothing of it is kept."""
        self.root = None
        self.fault(place_of(text, wrong.at), "syntax", found=wrong.found, expected=wrong.expected)

    def fault(self, place: tuple[int, int], code: str, **facts: str | Words) -> None:
        self.faults.append(Fault(self._shown, *place, code, tuple(facts.items())))


def _place(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _failed(shown: str, line: int, column: int, code: str, **facts: str | Words) -> Tree:
    return Tree(None, [Fault(shown, line, column, code, tuple(facts.items()))])
