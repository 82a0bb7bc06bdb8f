"""Small invented documents, each of a kind that was read wrongly once: what must come out of them.

A case is a document and, beside it, the fragment of plan/1 that it must give: strict on values, numbers, dates, roles,
horizons and bodies, loose on the wording of texts. Where a fragment lists items, it lists all of them. Those of
`standing/` were read rightly from the start.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from rapidfuzz import fuzz

from cascade.documents.read import read_document
from cascade.ingest.draft import read_draft
from cascade.model.bound import Relation, parse_bound
from cascade.model.text import fold
from cascade.report.draft_file import draft_tree
from tests.support import domain

FOLDER = Path(__file__).parent.parent / "cases"
ALIKE = 72  # of 100: how alike texts are that say the same
HEAD = ("number", "type", "level", "issuer", "place", "issued", "period", "year")
TREE = dict[str, Any]


def cases() -> Iterator[Any]:
    for label in sorted(FOLDER.rglob("*.expected.yaml")):
        stem = label.name.removesuffix(".expected.yaml")
        for document in label.parent.glob(f"{stem}.*"):
            if document != label:
                yield pytest.param(document, label, id=stem)


@pytest.mark.parametrize(("document", "label"), list(cases()))
def test_a_case_gives_what_a_careful_reader_finds(document: Path, label: Path) -> None:
    found, expected = drafted(document), yaml.safe_load(label.read_text(encoding="utf-8"))
    assert list(differences(found, expected)) == []


@cache
def drafted(document: Path) -> TREE:
    return draft_tree(read_draft(read_document(document), domain()))


def differences(found: TREE, expected: TREE) -> Iterator[str]:
    """What of a draft is not as a fragment says, in words."""
    for name in HEAD:
        if name in expected and not same(name, found.get(name), expected[name]):
            yield f"{name}: {found.get(name)!r}, expected {expected[name]!r}"
    if "title" in expected and not alike(found.get("title"), expected["title"]):
        yield f"title: {found.get('title')!r}, expected {expected['title']!r}"
    for kind, near in (("citations", cited_alike), ("targets", said_alike), ("tasks", said_alike)):
        if kind in expected:
            yield from item_differences(kind, found[kind], expected[kind], near)


def item_differences(
    kind: str, found: list[TREE], expected: list[TREE], near: Callable[[TREE, TREE], float]
) -> Iterator[str]:
    left = list(found)
    for wanted in expected:
        best = max(left, key=lambda one: near(one, wanted), default=None)
        if best is None or near(best, wanted) < ALIKE:
            yield f"{kind}: nothing found for {wanted}"
            continue
        left.remove(best)
        for name, value in wanted.items():
            if name != "text" and (kind, name) != ("tasks", "number") and not same(name, best.get(name), value):
                yield f"{kind} {wanted.get('text') or wanted.get('number')}: {name} {best.get(name)!r}, not {value!r}"
    yield from (f"{kind}: found beside {one}" for one in left)


def cited_alike(one: TREE, other: TREE) -> float:
    if other.get("number"):
        return 100.0 * bool(one.get("number") == other["number"])
    return 100.0 * alike(one.get("title"), other.get("title"))


def said_alike(one: TREE, other: TREE) -> float:
    bonus = 30 * (same("value", one.get("value"), other.get("value")) if "value" in other else True)
    return float(0.7 * fuzz.token_set_ratio(fold(one["text"]), fold(other["text"])) + bonus)


def alike(found: str | None, expected: str | None) -> bool:
    if found is None or expected is None:
        return found is expected
    return fuzz.ratio(fold(found), fold(expected)) >= 90


def same(name: str, found: Any, expected: Any) -> bool:
    if name == "value":
        return found is not None and bound(found) == bound(expected)
    if name in ("lead", "with", "place"):
        return sorted(map(fold, found or ())) == sorted(map(fold, expected or ()))
    if name in ("title", "except"):
        return alike(found, expected)
    if name == "due" and found and expected:  # "trước ngày 30/6/2025" says "hoàn thành trước ngày 30/6/2025"
        return fold(str(expected)).strip(" .") in fold(str(found)) or fold(str(found)).strip(" .") in fold(
            str(expected)
        )
    if name in ("issuer", "product", "hedge"):
        return fold(str(found or "")).strip(" .") == fold(str(expected or "")).strip(" .")
    return str(found or "") == str(expected or "")


def bound(written: Any) -> object:
    """A bound without its sign where the better way is the plain one, and without the thing that it counts."""
    value = parse_bound(str(written))
    plain = value.relation in (Relation.AS_GOOD, Relation.AT_LEAST)
    return value.low, value.high, Relation.AS_GOOD if plain else value.relation, value.grade
