"""The phrases by which a printed plan is read, as data: `rules/reading.yaml`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec


class Phrases(msgspec.Struct, frozen=True):
    """Phrases by what they say. Each is matched without regard to case; accents count.

    `sections`: what a heading announces (aims, tasks, purpose, results, funding, organisation,
    recipients). `tiers`: words that say whose performance is measured. `dangling`: words after which a line
    never ends a paragraph. `hedges`, `bounds`, `exceptions`: words around a quantity. `around`:
    words in the sentence of a quantity, by what they do there. `columns`: the header words of a table's columns.
    `letterhead`: lines of a head that say nothing of the plan. `basis`: how a paragraph of the basis begins.
    `verbs`: words with which a task begins. `starters`: how a cell begins, by what it holds; `#` is a number.
    `kinds`: kinds of documents that are cited and are no type. `issuers`: bodies that issue documents, by
    their code. `citing`: words around a citation. `places`: short forms of the words that begin a unit's name.
    `heading`: words of a head. `properties`: labels of a page's table of properties. `formal`: how a paragraph
    begins that promises nothing. `addressing`: words around the bodies that a plan tells to carry it out.
    `charging`: words that say who does a task. `deadlines`: by when.
    """

    sections: dict[str, tuple[str, ...]] = {}
    dangling: tuple[str, ...] = ()
    hedges: tuple[str, ...] = ()
    bounds: dict[str, tuple[str, ...]] = {}
    exceptions: tuple[str, ...] = ()
    around: dict[str, tuple[str, ...]] = {}
    units: dict[str, tuple[str, ...]] = {}
    tiers: dict[str, tuple[str, ...]] = {}
    grades: tuple[str, ...] = ()
    counters: tuple[str, ...] = ()
    columns: dict[str, tuple[str, ...]] = {}
    letterhead: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    starters: dict[str, tuple[str, ...]] = {}
    kinds: tuple[str, ...] = ()
    issuers: dict[str, tuple[str, ...]] = {}
    citing: dict[str, tuple[str, ...]] = {}
    places: dict[str, tuple[str, ...]] = {}
    heading: dict[str, tuple[str, ...]] = {}
    properties: dict[str, tuple[str, ...]] = {}
    formal: dict[str, tuple[str, ...]] = {}
    addressing: dict[str, tuple[str, ...]] = {}
    charging: dict[str, tuple[str, ...]] = {}
    deadlines: dict[str, tuple[str, ...]] = {}


def joined(parts: Iterable[Phrases]) -> Phrases:
    """The phrases of several rules folders as one: later ones add to earlier ones."""
    found: dict[str, Any] = {}
    for part in parts:
        for field in msgspec.structs.fields(Phrases):
            value = getattr(part, field.name)
            if isinstance(value, dict):
                known = found.setdefault(field.name, {})
                for key, phrases in value.items():
                    known[key] = tuple(dict.fromkeys((*known.get(key, ()), *phrases)))
            else:
                found[field.name] = tuple(dict.fromkeys((*found.get(field.name, ()), *value)))
    return Phrases(**found)
