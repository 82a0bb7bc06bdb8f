"""Letters and signs of a plan file that look like others: read as they were meant, and a fault with its place.

A verdict must not hang on what no reader sees: `07/KH-UBND` with two Cyrillic letters cites no plan on file, `7O%` and
`70％` state no percentage. A draft is read alike without faults: its doubts tell them already.
"""

from __future__ import annotations

from cascade.model.misprint import as_meant, holds_strange, plain_signs
from cascade.reading.fault import Fault
from cascade.reading.yaml_tree import Node

AS_PRINTED = frozenset(("text", "restored", "doubt", "doubts", "id", "under", "source", "schema"))
"""The keys of a draft whose words stand as they are printed, or are names of the file's own."""
_OURS = AS_PRINTED - {"text", "restored"}


def mend_misprints(root: Node, shown: str) -> list[Fault]:
    """Put in place of each value of a plan file what was meant by it; the faults where that is more than a width."""
    keys = {key.scalar: value.scalar for key, value in root.keys or ()}
    if keys.get("review") == "draft":
        _mend(root, shown, AS_PRINTED)
        return []
    return _mend(root, shown, _OURS)


def _mend(node: Node, shown: str, kept: frozenset[str]) -> list[Fault]:
    if node.scalar is not None:
        return _mend_scalar(node, shown)
    parts = [*(node.items or ()), *(value for key, value in node.keys or () if key.scalar not in kept)]
    return [fault for part in parts for fault in _mend(part, shown, kept)]


def _mend_scalar(node: Node, shown: str) -> list[Fault]:
    found = node.scalar or ""
    if found.isascii() and found.isdigit():
        return []
    usual = plain_signs(found)
    node.scalar = as_meant(usual)
    place = (shown, node.line, node.column)
    if holds_strange(node.scalar):
        return [Fault(*place, "unknown-letters", (("found", node.scalar),))]
    if node.scalar != usual:
        return [Fault(*place, "misprint", (("found", usual), ("read", node.scalar)))]
    return []
