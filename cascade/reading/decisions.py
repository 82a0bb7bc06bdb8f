"""Reading what people have decided: files of `decisions/1`, every fault with its place.

A decision in which anything is wrong is left out as a whole. A plan or item that is not on file is no
fault here: plans change, and whoever links them calls such a decision stale, at the place it carries.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Literal

import msgspec

from cascade.model.decision import Answer, Conflict, Decision, Decisions, Denial, Recorded, Waiver
from cascade.model.text import file_name
from cascade.model.words import Words
from cascade.reading.decode import Decoder
from cascade.reading.fault import Fault
from cascade.reading.plans import DECISIONS, files_at, leads_into, real
from cascade.reading.yaml_tree import read_tree

_EXPECTED = Words("các quyết định theo mẫu decisions/1", "decisions of the form decisions/1")


class DecisionsFile(msgspec.Struct, frozen=True):
    """One file of decisions."""

    schema: Literal["decisions/1"]
    decisions: tuple[Answer | Denial | Waiver, ...]


class DecisionsRead(msgspec.Struct, frozen=True):
    """All decisions that could be read, and every fault of every file."""

    decisions: Decisions
    faults: tuple[Fault, ...]


def decisions_beside(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The decisions at the root of each folder of plans: what is read where none are named. A link that leads out of
    the folders is none of them; whoever reads the plans reports it."""
    paths = tuple(paths)
    roots = [real(path) for path in paths]
    beside = (path / name for path in paths for name in DECISIONS)
    return tuple(path for path in beside if _exists(path) and leads_into(path, roots))


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a folder that may not be entered: whoever reads the plans in it reports that
        return False


def read_decisions(paths: Iterable[Path], rules: Collection[str]) -> DecisionsRead:
    """The decisions in the files at or below `paths`, in whatever order they are given.

    `rules`: the ids of the rules whose findings can be waived.
    """
    faults: list[Fault] = []
    recorded: list[Recorded[Decision]] = []
    for path in files_at(paths, frozenset(), faults, nothing="no-decisions"):
        recorded += _read_file(path, rules, faults)
    decisions = Decisions(tuple(sorted(recorded, key=lambda one: one.place)))
    faults += map(_contradiction, decisions.conflicts)
    return DecisionsRead(decisions, tuple(sorted(set(faults), key=Fault.sort_key)))


def _read_file(path: Path, rules: Collection[str], faults: list[Fault]) -> Iterable[Recorded[Decision]]:
    shown = file_name(path.as_posix())
    tree = read_tree(path, shown, _EXPECTED)
    faults += tree.faults
    if tree.root is None:
        return ()
    decoder = Decoder(shown, {"rules": rules})
    file: DecisionsFile | None = decoder.read(DecisionsFile, tree.root)
    faults += decoder.faults
    made = file.decisions if file is not None else ()
    return [Recorded(one, shown, *decoder.places["decisions", index]) for index, one in enumerate(made)]


def _contradiction(conflict: Conflict) -> Fault:
    first, second = conflict.first, conflict.second
    facts = (("first", f"{first.file}:{first.line}"), ("on", second.decision.on.isoformat()))
    return Fault(*second.place, "contradicts", facts)
