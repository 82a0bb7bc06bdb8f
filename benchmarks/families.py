"""Families of plans with the truth about them (`benchmarks/families/`), read and audited."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import yaml

from cascade.audit import Audit, audit
from cascade.model.domain import Domain
from cascade.reading.plans import read_corpus

FAMILIES = Path(__file__).resolve().parent / "families"
BESIDE = Path(__file__).resolve().parents[2] / "shared" / "families"
"""Families that hold the printed words of real documents, which are not ours to keep here: read where they lie
beside the checkout."""


class Label(msgspec.Struct, frozen=True):
    """What the readers say of one item of the parent: any of `right` is right; `child`: what answers it."""

    item: str
    right: frozenset[str]
    child: frozenset[str]
    wording: str

    def is_gap(self, gaps: set[str]) -> bool:
        """Whether every reading is a gap."""
        return self.right <= gaps

    def is_sound(self, gaps: set[str]) -> bool:
        """Whether no reading is a gap."""
        return not self.right & gaps


class Pair(msgspec.Struct, frozen=True):
    """The labels of one child beside one parent, by kind, and the look-alikes that must not be taken."""

    child: str
    parent: str
    labels: dict[str, tuple[Label, ...]]
    traps: tuple[tuple[str, str], ...]


class Family(msgspec.Struct, frozen=True):
    """One family, audited."""

    name: str
    result: Audit
    pairs: tuple[Pair, ...]


def read_family(folder: Path, domain: Domain) -> Family:
    """The plans of a family, audited, and the truth about them."""
    truth = yaml.safe_load((folder / "truth.yaml").read_text(encoding="utf-8"))
    result = audit(read_corpus([folder / "data"], domain), domain)
    return Family(folder.name, result, tuple(_pair(pair) for pair in truth["pairs"]))


def _pair(pair: dict[str, Any]) -> Pair:
    labels = {
        kind: tuple(
            Label(
                str(row["parent"]),
                frozenset({row[key], *(row.get("also") or [])}),
                frozenset(map(str, row.get("child") or [])),
                row.get("wording") or "",
            )
            for row in pair.get(kind) or []
        )
        for kind, key in (("targets", "verdict"), ("tasks", "cover"))
    }
    traps = tuple((str(trap["parent"]), str(trap["child"])) for trap in pair.get("traps") or [])
    return Pair(pair["child"], pair["parent"], labels, traps)


def families(folders: list[Path], domain: Domain) -> Iterator[Family]:
    """Every family in the folders, each name once."""
    seen: set[str] = set()
    for folder in folders:
        inside = [folder] if (folder / "truth.yaml").exists() else sorted(folder.iterdir())
        for one in inside:
            if (one / "truth.yaml").exists() and one.name not in seen:
                seen.add(one.name)
                yield read_family(one, domain)
