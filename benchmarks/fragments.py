"""A draft held against a fragment of plan/1 that a careful reader wrote: strict on values, loose on wording.

Numbers, dates, roles, bounds, horizons, tiers and bodies must agree; texts must say the same. Where a fragment lists
citations or targets, it lists all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import msgspec
from rapidfuzz import fuzz

from cascade.model.bound import BadBoundError, Relation, parse_bound
from cascade.model.text import fold

Tree = dict[str, Any]
HEAD = ("title", "number", "type", "level", "issuer", "place", "issued", "period", "year")
ALIKE = 72  # of 100: how alike the texts of items are that say the same
TITLED = 90
_LABEL_ONLY = frozenset({"id", "lines", "page", "confidence", "doubt", "restored", "under", "number", "kind", "area"})
"""What a label may say of an item that is not compared: how it is numbered, and how it was read."""


class Items(msgspec.Struct):
    """The items of one kind: pairs of found and expected, what is missing, what is found beside."""

    pairs: list[tuple[Tree, Tree]] = []
    missing: list[Tree] = []
    beside: list[Tree] = []


def differences(found: Tree, expected: Tree) -> Iterator[str]:
    """What of a draft is not as a fragment says, in words."""
    for name in HEAD:
        if name in expected and not same(name, found.get(name), expected[name]):
            yield f"{name}: {found.get(name)!r}, expected {expected[name]!r}"
    for kind in ("citations", "targets", "tasks"):
        if kind not in expected:
            continue
        items = matched(kind, found[kind], expected[kind])
        yield from (f"{kind}: nothing found for {wanted}" for wanted in items.missing)
        for one, wanted in items.pairs:
            shown = wanted.get("text") or wanted.get("number") or wanted.get("title")
            yield from (
                f"{kind} {shown}: {name} {one.get(name)!r}, not {wanted[name]!r}" for name in wrong(kind, one, wanted)
            )
        if kind != "tasks":  # a fragment may list those tasks alone that it is about
            yield from (f"{kind}: found beside {one}" for one in items.beside)


def matched(kind: str, found: list[Tree], expected: list[Tree]) -> Items:
    """Found and expected items one to one, the most alike first."""
    near = _cited if kind == "citations" else _said
    ranked = sorted(
        (
            (-alike, j, i)
            for j, wanted in enumerate(expected)
            for i, one in enumerate(found)
            if (alike := near(one, wanted)) >= ALIKE
        )
    )
    left, wants = dict(enumerate(found)), dict(enumerate(expected))
    items = Items()
    for _, j, i in ranked:
        if i in left and j in wants:
            items.pairs.append((left.pop(i), wants.pop(j)))
    items.missing, items.beside = list(wants.values()), list(left.values())
    return items


def wrong(kind: str, one: Tree, wanted: Tree) -> list[str]:
    """The fields of an item that are not as expected. `area` counts only where a fragment is that of a case."""
    skip = _LABEL_ONLY - {"number"} if kind == "citations" else _LABEL_ONLY - {"area"}
    return [
        name for name in wanted if name not in skip and name != "text" and not same(name, one.get(name), wanted[name])
    ]


def same(name: str, found: Any, expected: Any) -> bool:
    """Whether a field says what is expected."""
    compare = _FIELDS.get(name)
    return compare(found, expected) if compare else str(found or "") == str(expected or "")


def _cited(one: Tree, other: Tree) -> float:
    if other.get("number"):
        return 100.0 * bool(one.get("number") == other["number"])
    return 100.0 * _titled(one.get("title"), other.get("title"))


def _said(one: Tree, other: Tree) -> float:
    bonus = 30 * (_bound(one.get("value"), other["value"]) if "value" in other else True)
    return float(0.7 * fuzz.token_set_ratio(fold(one["text"]), fold(other["text"])) + bonus)


def _titled(found: Any, expected: Any) -> bool:
    if not found or not expected:
        return not found and not expected
    return fuzz.ratio(fold(str(found)), fold(str(expected))) >= TITLED


def _bound(found: Any, expected: Any) -> bool:
    """Whether two bounds are one, whatever they count, and with the plain sign left out or not."""
    values = []
    for written in (found, expected):
        try:
            value = parse_bound(str(written))
        except BadBoundError:
            return str(found) == str(expected)
        plain = value.relation in (Relation.AS_GOOD, Relation.AT_LEAST)
        values.append((value.low, value.high, None if plain else value.relation, value.grade))
    return values[0] == values[1]


def _listed(found: Any, expected: Any) -> bool:
    return sorted(map(fold, found or ())) == sorted(map(fold, expected or ()))


def _worded(found: Any, expected: Any) -> bool:
    return fold(str(found or "")).strip(" .") == fold(str(expected or "")).strip(" .")


def _due(found: Any, expected: Any) -> bool:
    """Deadlines, where "trước ngày 30/6/2025" says "hoàn thành trước ngày 30/6/2025"."""
    one, other = (fold(str(value or "")).strip(" .") for value in (found, expected))
    return one == other or (bool(one) and bool(other) and (one in other or other in one))


_FIELDS: dict[str, Callable[[Any, Any], bool]] = {
    "value": _bound,
    "lead": _listed,
    "with": _listed,
    "place": _listed,
    "title": _titled,
    "except": _titled,
    "issuer": _worded,
    "product": _worded,
    "hedge": _worded,
    "due": _due,
}
