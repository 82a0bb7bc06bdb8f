"""Reading what people have decided: files of `decisions/1`, every fault with its place.

A decision in which anything is wrong is left out as a whole. A plan or item that is not on file is no
fault here: plans change, and whoever links them calls such a decision stale, at the place it carries.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from cascade.model.decision import (
    Answer,
    Confirmation,
    Conflict,
    Decision,
    Decisions,
    Denial,
    Recorded,
    Review,
    Waiver,
)
from cascade.model.text import file_name
from cascade.model.words import Words
from cascade.reading.decode import Decoder
from cascade.reading.edits import mapping, scalar, sequence, with_item
from cascade.reading.fault import Fault, nearest
from cascade.reading.plans import DECISIONS, Corpus, files_at, leads_into, real
from cascade.reading.yaml_tree import parse_tree, read_tree

_EXPECTED = Words("các kết luận theo mẫu decisions/1", "decisions of the form decisions/1")


class DecisionsFile(msgspec.Struct, frozen=True):
    """One file of decisions."""

    schema: Literal["decisions/1"]
    decisions: tuple[Answer | Denial | Waiver | Confirmation | Review, ...]


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


def decided_of(
    corpus: Corpus, paths: Iterable[Path], files: Sequence[Path] | None, rules: Collection[str]
) -> tuple[Corpus, Decisions]:
    """The decisions that count for the corpus read from `paths`, and that corpus with their faults.

    `files`: where the decisions are; None: what lies at the root of `paths` counts.
    """
    read = read_decisions(decisions_beside(paths) if files is None else files, rules)
    return msgspec.structs.replace(corpus, faults=(*corpus.faults, *read.faults)), read.decisions


def of_other_plans(decisions: Decisions, plans: Collection[str]) -> tuple[Fault, ...]:
    """Decisions on plans that are not here: one a plan, at the place of the first, with how many there are."""
    found: defaultdict[str, list[tuple[str, int, int]]] = defaultdict(list)
    for one in decisions.recorded:
        if one.decision.plan not in plans:
            found[one.decision.plan].append(one.place)
    return tuple(
        Fault(*min(places), "decided-elsewhere", (("found", plan), ("n", str(len(places))), ("nearest", near)))
        for plan, places in found.items()
        for near in [nearest(plan, plans)]
    )


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


# --- writing --------------------------------------------------------------------------------------

EMPTY = "schema: decisions/1\ndecisions: []\n"
"""A file in which nothing is decided."""
_ORDER = ("plan", "rule", "parent", "asked", "item")
_LAST = ("by", "on", "until")


def written(decision: Decision) -> str:
    """A decision as it stands in a file, on one line."""
    given = {name: value for name, value in msgspec.structs.asdict(decision).items() if value not in (None, False)}
    given |= {"confirmed": decision.confirmed} if isinstance(decision, Confirmation) else {}
    first = [name for name in _ORDER if name in given]
    last = [name for name in _LAST if name in given]
    middle = [name for name in given if name not in (*first, *last)]
    return mapping([(name, _as_written(given[name])) for name in (*first, *middle, *last)])


def _as_written(value: object) -> str:
    if isinstance(value, tuple):
        return sequence(value)
    if isinstance(value, dict):
        return mapping([(scalar(key), scalar(one)) for key, one in value.items()])
    return str(value).lower() if isinstance(value, bool) else scalar(str(value))


def with_decisions(text: str, made: Iterable[Decision]) -> str:
    """The text of a file with more decisions at its end; all else stays to the byte. Raises NoEditError for a text
    that is no file of decisions, or is written in a way that cannot be added to."""
    for decision in made:
        text = with_item(text, ("decisions",), written(decision))
    return text


def last_author(text: str) -> str | None:
    """Who made the last decision of a file."""
    root = parse_tree(text.encode(), "", _EXPECTED).root
    for name in ("decisions", None, "by"):
        if root is None:
            return None
        items = root.items or []
        root = (items[-1] if items else None) if name is None else root.value(name)
    return root.scalar if root is not None and not root.is_null else None
