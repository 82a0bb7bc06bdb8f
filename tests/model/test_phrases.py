"""Every key of the words under rules/ is read by somebody: one that nothing reads only looks as if it did something."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import cascade
from cascade.model.phrases import Phrases, joined
from tests.support import domain

WHOLE = ("sections", "tiers", "units", "columns", "issuers", "places", "starters", "bounds")
"""Groups of which readers take every key there is."""


@cache
def said_in_code(besides: str = "") -> frozenset[str]:
    """Every text and name that stands in the program, `besides` the module of this path: keys are asked for by them."""
    root = Path(cascade.__path__[0])
    paths = (path for path in root.rglob("*.py") if path.relative_to(root).as_posix() != besides)
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in paths)
    nodes = [node for tree in trees for node in ast.walk(tree)]
    texts = (node.value for node in nodes if isinstance(node, ast.Constant))
    names = (node.attr for node in nodes if isinstance(node, ast.Attribute))
    return frozenset((*(text for text in texts if isinstance(text, str)), *names))


def keys(phrases: Phrases) -> Iterator[tuple[str, str]]:
    for field in phrases.__struct_fields__:
        value = getattr(phrases, field)
        yield field, field
        if isinstance(value, dict) and field not in WHOLE:
            yield from ((field, key) for key in value)


def test_every_key_is_read() -> None:
    assert [(field, key) for field, key in keys(domain().phrases) if key not in said_in_code()] == []


def test_phrases_of_several_folders_are_joined_each_once() -> None:
    one = Phrases(hedges=("a", "b"), citing={"titles": ("c",)})
    other = Phrases(hedges=("b", "d"), citing={"titles": ("c", "e"), "about": ("f",)})
    both = joined([one, other])
    assert both.hedges == ("a", "b", "d")
    assert both.citing == {"titles": ("c", "e"), "about": ("f",)}
