"""Reading plan files: a folder of submitted plans becomes a corpus, and every fault has its place."""

from __future__ import annotations

import os
import re
from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, islice
from pathlib import Path

import msgspec

from cascade.model.domain import Domain
from cascade.model.doubt import doubt
from cascade.model.due import years_of
from cascade.model.finding import Item
from cascade.model.plan import Plan, Window, assumed_period
from cascade.model.refused import refused
from cascade.model.text import file_name
from cascade.model.unread import Unread
from cascade.model.words import Words
from cascade.reading.decode import SCALARS, Decoder, Known
from cascade.reading.decode import Path as KeyPath
from cascade.reading.fault import Fault
from cascade.reading.misprints import mend_misprints
from cascade.reading.other_files import other_by_keys, other_by_name, other_by_schema
from cascade.reading.passed_over import PassedOver, kind_by_name
from cascade.reading.reports import is_report
from cascade.reading.unread import unread_of
from cascade.reading.yaml_tree import Node, parse_tree, read_tree

_EXPECTED = Words("một kế hoạch theo mẫu plan/1", "a plan of the form plan/1")
_YEAR = re.compile(r"[12]\d{3}", re.ASCII)
STEM = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_LISTS = {"citation": "citations", "target": "targets", "task": "tasks"}
PLAN_SUFFIXES = (".yaml", ".yml")
DECISIONS = ("decisions.yaml", "decisions.yml", "decisions")
"""What lies at the root of a corpus and holds no plans, but what people have decided about them."""
OWN_RULES = "rules"
"""The folder at the root of a corpus that holds no plans, but rules of one's own."""
_KEYS = frozenset(Plan.__struct_fields__)
_FEWEST_KEYS = 2
MOST_FAULTS = 200
"""How many faults of one file are told one by one."""


class Places(Mapping[KeyPath, tuple[int, int]]):
    """Line and column of a plan (`()`) and of each of its items (`("tasks", 3)`), as numbers in a row: a country has
    a million items."""

    def __init__(self, rows: Mapping[str, bytes]) -> None:
        self.rows = rows

    @classmethod
    def of(cls, places: Mapping[KeyPath, tuple[int, int]], plan: Plan) -> Places:
        """Of all places of a file those of the plan and its items."""
        rows = {"": array("I", places.get((), (1, 1))).tobytes()}
        for name in _LISTS.values():
            every = (places.get((name, index), (1, 1)) for index in range(len(getattr(plan, name))))
            rows[name] = array("I", chain.from_iterable(every)).tobytes()
        return cls(rows)

    def __getitem__(self, at: KeyPath) -> tuple[int, int]:
        name, index = at or ("", 0)
        row = memoryview(self.rows[str(name)]).cast("I")
        if not 0 <= int(index) < len(row) // 2:
            raise KeyError(at)
        return row[2 * int(index)], row[2 * int(index) + 1]

    def __iter__(self) -> Iterator[KeyPath]:
        yield ()
        for name in _LISTS.values():
            yield from ((name, index) for index in range(len(self.rows[name]) // 2 // array("I").itemsize))

    def __len__(self) -> int:
        return sum(1 for _ in self)


class PlanFile(msgspec.Struct, frozen=True):
    """One plan and where it and its items stand in its file. `digest`: of the file's content, where it is a plan
    file. `unread`: what of a plan file could not be read; None where its reader cannot say."""

    id: str
    file: str
    plan: Plan
    places: Mapping[KeyPath, tuple[int, int]]
    digest: bytes = b""
    unread: Unread | None = None

    def place(self, item: Item) -> tuple[int, int]:
        """Line and column of an item of this plan (of the file's first key for the plan itself)."""
        at: KeyPath = () if item.kind == "plan" else (_LISTS[item.kind], item.index)
        return self.places.get(at, (1, 1))


class Corpus(msgspec.Struct, frozen=True):
    """All plans that could be read, by id, every fault of every file, and what was passed over in folders.
    `elsewhere`: decisions about plans that are not here, which is no fault."""

    plans: dict[str, PlanFile]
    faults: tuple[Fault, ...]
    passed_over: tuple[PassedOver, ...] = ()
    elsewhere: tuple[Fault, ...] = ()


class PlanRead(msgspec.Struct, frozen=True):
    """One plan file, or None where too little of it can be read, and its faults. `aside`: what a file is that may lie
    among plans and is none; in a folder it is passed over."""

    plan: PlanFile | None
    faults: Sequence[Fault]
    aside: Words | None = None


Progress = Callable[[int, int, Path], None]
"""Hears how many files are read, of how many, and which comes now."""


PlanFiles = Callable[[Sequence[Path]], Iterable[PlanRead]]
"""Reads plan files: one outcome a file, in order."""


class Documents(msgspec.Struct, frozen=True):
    """How files that are no plan files are read: the extensions to look for in folders, and the reader,
    which gives one outcome a file, in order."""

    suffixes: frozenset[str]
    read: Callable[[Sequence[Path]], Iterable[PlanRead]]


def read_corpus(
    paths: Iterable[Path],
    domain: Domain,
    progress: Progress | None = None,
    documents: Documents | None = None,
    plan_files: PlanFiles | None = None,
) -> Corpus:
    """Every plan file at or below `paths`, in the order of their names; `progress` hears of each
    before it is read. `plan_files`: how plan files are read; by default one after the other.

    With `documents`, submitted documents are read too, after the plan files: one that a plan on
    file was recorded from is left out.
    """
    known = known_names(domain)
    plans: dict[str, PlanFile] = {}
    faults: list[Fault] = []
    others = documents.suffixes if documents is not None else frozenset()
    paths = tuple(paths)
    aside: list[PassedOver] = []
    files = files_at(paths, others, faults, besides=(*DECISIONS, OWN_RULES), aside=aside)
    named = {real(path) for path in paths}
    others_of_ours = {path: kind for path in files if (kind := other_by_name(path)) is not None}
    faults += [_other(file_name(path.as_posix()), kind) for path, kind in others_of_ours.items()]
    recorded = [path for path in files if documents is None or path.suffix.lower() in PLAN_SUFFIXES]
    taken = {*recorded, *others_of_ours}
    submitted = [path for path in files if path not in taken]
    reads = plan_files(recorded) if plan_files is not None else (_read_plan_at(path, known) for path in recorded)
    for path, read in zip(recorded, _told_first(reads, recorded, progress, len(files), 0), strict=True):
        if read.aside is not None and real(path) not in named:
            aside.append(PassedOver(file_name(path.as_posix()), read.aside))
            continue
        faults.extend(read.faults)
        if read.plan is None:
            continue
        if read.plan.id in plans:
            first = plans[read.plan.id].file
            facts = (("found", read.plan.id), ("first", first))
            faults.append(Fault(read.plan.file, 1, 1, "duplicate-stem", facts))
            continue
        plans[read.plan.id] = read.plan
    if documents is not None and submitted:
        hashes = {file.plan.source.sha256 for file in plans.values() if file.plan.source is not None} - {None}
        numbers: Counter[str] = Counter()
        read_each = _told_first(documents.read(submitted), submitted, progress, len(files), len(recorded))
        for path, read in zip(submitted, read_each, strict=True):
            if read.aside is not None and real(path) not in named:
                aside.append(PassedOver(file_name(path.as_posix()), read.aside))
                continue
            faults.extend(read.faults)
            source = read.plan.plan.source if read.plan is not None else None
            if read.plan is not None and (source is None or source.sha256 not in hashes):
                _add(plans, read.plan, numbers)
    ordered = {plan_id: plans[plan_id] for plan_id in sorted(plans)}
    return Corpus(ordered, tuple(sorted(set(faults), key=Fault.sort_key)), tuple(aside))


def _told_first(
    reads: Iterable[PlanRead], paths: Sequence[Path], progress: Progress | None, total: int, done_before: int
) -> Iterator[PlanRead]:
    """The outcomes, `progress` told of each file, of `total`, before it is waited for."""
    waited = iter(reads)
    for done, path in enumerate(paths, start=done_before):
        if progress is not None:
            progress(done, total, path)
        yield from islice(waited, 1)


def _add(plans: dict[str, PlanFile], file: PlanFile, numbers: Counter[str]) -> None:
    """Add a plan under its id, or under the next that is free: two documents of one unit and year are two plans.
    `numbers`: up to which number the names that follow each id are taken."""
    free = file.id
    while free in plans:
        numbers[file.id] += 1
        free = f"{file.id}-{numbers[file.id] + 1}"
    plans[free] = msgspec.structs.replace(file, id=free)


def files_at(
    paths: Iterable[Path],
    others: frozenset[str],
    faults: list[Fault],
    *,
    plans: bool = True,
    besides: Collection[str] = (),
    nothing: str = "no-plans",
    aside: list[PassedOver] | None = None,
) -> list[Path]:
    """The files at or below `paths` in the order of their names: plan files (unless `plans` is false)
    and those with an extension of `others`; a file that is named itself is taken whatever it is called.
    `besides`: names at the root of a folder that are passed by; `nothing`: the fault of a folder without files.
    A report that was saved among them is passed over, and so is what by its name is no plan (told to `aside`)."""
    wanted = others | frozenset(PLAN_SUFFIXES) if plans else others
    found: dict[Path, Path] = {}
    paths = list(paths)
    roots = [real(path) for path in paths]
    for path in paths:
        shown = file_name(path.as_posix())
        try:
            below = _files_below(path, wanted, roots, faults, besides, [] if aside is None else aside)
        except OSError as error:
            faults.append(_refused(path, error))
            continue
        plain = [file for file in below or () if not is_report(file)]
        if below is None:
            faults.append(Fault(shown, 1, 1, "no-such-path"))
        elif not plain and (not below or not path.is_file()):
            faults.append(Fault(shown, 1, 1, nothing))
        for file in plain:
            found.setdefault(real(file), file)
    if not found and not faults:
        faults += [Fault(file_name(path.as_posix()), 1, 1, nothing) for path in paths]
    return sorted(found.values(), key=lambda p: p.as_posix())


def _refused(path: Path, error: OSError) -> Fault:
    return Fault(file_name(path.as_posix()), 1, 1, "unreadable", (("reason", refused(error)),))


def _files_below(
    path: Path,
    wanted: frozenset[str],
    roots: list[Path],
    faults: list[Fault],
    besides: Collection[str],
    aside: list[PassedOver],
) -> list[Path] | None:
    """The file itself, or the plan files anywhere below a folder, links followed once and nowhere but into
    `roots`; None where nothing is there. A folder below that cannot be read is a fault."""
    if not path.is_dir():
        return [path] if path.exists() else None
    found: list[Path] = []
    walked: set[Path] = set()

    def refuse(error: OSError) -> None:
        faults.append(_refused(Path(error.filename), error))

    for folder, folders, files in os.walk(path, onerror=refuse, followlinks=True):
        here = real(Path(folder))
        others = {name: kind for name in files if here not in walked and (kind := kind_by_name(name)) is not None}
        others = {name: kind for name, kind in others.items() if not is_report(Path(folder) / name)}
        aside += [PassedOver(file_name((Path(folder) / name).as_posix()), kind) for name, kind in others.items()]
        passed = besides if Path(folder) == path else ()
        below, named = ([] if here in walked else _shown(names, passed) for names in (folders, files))
        for name in {*folders, *files} & {*passed}:
            _stays(Path(folder) / name, roots, faults)
        folders[:] = [name for name in below if _stays(Path(folder) / name, roots, faults)]
        wanting = (Path(folder) / name for name in named if name not in others and _is_wanted(name, wanted))
        found += [file for file in wanting if _stays(file, roots, faults)]
        walked.add(here)
    return found


def _shown(names: Iterable[str], passed: Collection[str]) -> list[str]:
    return sorted(name for name in names if not name.startswith(".") and name not in passed)


def real(path: Path) -> Path:
    """Where a path leads, links followed; of one that leads to itself, or is none, the path as it is."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        return path.absolute()


def leads_into(path: Path, roots: Iterable[Path]) -> bool:
    """Whether what `path` is or links to lies at or below one of `roots`, which are given as `real` gives them."""
    target = real(path)
    return any(target == root or root in target.parents for root in roots)


def _stays(path: Path, roots: list[Path], faults: list[Fault]) -> bool:
    """Whether a link leads to something at or below `roots`; one that leads out of them is a fault."""
    if not path.is_symlink() or leads_into(path, roots):
        return True
    faults.append(Fault(file_name(path.as_posix()), 1, 1, "link-outside"))
    return False


def _is_wanted(name: str, wanted: frozenset[str]) -> bool:
    """Whether a file of a folder is taken for a plan: a plan file, or a document that is not about the folder."""
    suffix = Path(name).suffix.lower()
    return suffix in wanted and not name.lower().startswith("readme")


def known_names(domain: Domain) -> Known:
    """The names that plan files refer to."""
    return {
        "levels": domain.levels.ids(),
        "measures": domain.measures.keys(),
        "document-types": domain.document_types.keys(),
    }


def _read_plan_at(path: Path, known: Known) -> PlanRead:
    return read_plan(path, file_name(path.as_posix()), known)


def read_plan(path: Path, shown: str, known: Known, raw: bytes | None = None) -> PlanRead:
    """The plan in one file (or in `raw`, its bytes); `shown` is the file's name in messages."""
    tree = parse_tree(raw, shown, _EXPECTED) if raw is not None else read_tree(path, shown, _EXPECTED)
    if tree.root is None:
        return PlanRead(None, tree.faults)
    meant = _is_plan(tree.root)
    other = other_by_schema(tree.root) or (None if meant else other_by_keys(tree.root))
    if other is not None:
        return PlanRead(None, [_other(shown, other)], other)
    if not meant:  # nothing of it is told: nobody asked for what it says
        return PlanRead(None, [Fault(shown, tree.root.line, tree.root.column, "no-plan-file")])
    decoder = Decoder(shown, known)
    decoder.faults += mend_misprints(tree.root, shown)
    assumed = _assume_period(tree.root)
    plan = decoder.read(Plan, tree.root)
    if plan is not None and assumed is not None and not isinstance(plan.doubt, str):
        doubts = (*(plan.doubt or ()), *doubt("period-assumed", period=assumed))
        plan = msgspec.structs.replace(plan, doubt=doubts)
    if not STEM.match(path.stem):
        decoder.fault((), "bad-stem", found=file_name(path.stem))
    if plan is not None:
        plan = _without_repeats(plan, decoder)
        _check_items(plan, decoder)
    faults = _told([*tree.faults, *decoder.faults])
    stem = file_name(path.stem)
    if plan is None:
        return PlanRead(None, faults)
    unread = unread_of(tree.root, known) if faults else Unread()
    lost = unread.lost or any(fault.code == "several-documents" for fault in tree.faults)
    unread = msgspec.structs.replace(unread, lost=lost)
    return PlanRead(PlanFile(stem, shown, plan, Places.of(decoder.places, plan), unread=unread), faults)


def _other(shown: str, kind: Words) -> Fault:
    return Fault(shown, 1, 1, "other-file", (("kind", kind),))


def _is_plan(root: Node) -> bool:
    """Whether a file is meant for a plan: it says so, or has at least two of a plan's keys."""
    given = {key.scalar for key, _ in root.keys or ()}
    return "schema" in given or len(given & _KEYS) >= _FEWEST_KEYS


def _assume_period(root: Node) -> Window | None:
    """The period for which a draft that states none is audited, put in its place; None for every other plan."""
    keys = {key.scalar: value for key, value in root.keys or ()}
    period, review = keys.get("period"), keys.get("review")
    if period is None or not period.is_null or review is None or review.scalar != "draft":
        return None
    issued = _YEAR.match((keys["issued"].scalar or "") if "issued" in keys else "")
    targets = keys["targets"].items or [] if "targets" in keys else []
    said = [value.scalar or "" for one in targets for key, value in one.keys or () if key.scalar in ("by", "in")]
    day = date(int(issued[0]), 1, 1) if issued else None
    found = assumed_period(day, (int(year) for year in said if _YEAR.fullmatch(year)))
    period.scalar = str(found) if found else period.scalar
    return found


def _told(faults: list[Fault]) -> list[Fault]:
    """The faults of one file; of very many the first by their places, and how many more there are."""
    if len(faults) <= MOST_FAULTS + 1:
        return faults
    faults.sort(key=lambda fault: (fault.line, fault.column))
    more = faults[MOST_FAULTS:]
    rest = Fault(more[0].file, more[0].line, more[0].column, "more-faults", (("n", str(len(more))),))
    return [*faults[:MOST_FAULTS], rest]


def _without_repeats(plan: Plan, decoder: Decoder) -> Plan:
    """The plan with ids unique: the first item keeps an id, a later one is a fault and left out."""
    lines: dict[str, int] = {}
    kept: dict[str, list[int]] = {"targets": [], "tasks": []}
    for number, item in enumerate(plan.items):
        in_tasks = number >= len(plan.targets)
        key, index = ("tasks", number - len(plan.targets)) if in_tasks else ("targets", number)
        if item.id in lines:
            decoder.fault((key, index, "id"), "duplicate-id", found=item.id, first=str(lines[item.id]))
        else:
            lines[item.id] = decoder.places.get((key, index), (1, 1))[0]
            kept[key].append(index)
    return plan if len(lines) == len(plan.items) else _keep(plan, kept, decoder)


def _keep(plan: Plan, kept: dict[str, list[int]], decoder: Decoder) -> Plan:
    now: dict[KeyPath, int] = {(key, old): new for key, indexes in kept.items() for new, old in enumerate(indexes)}
    places = dict(decoder.places)
    decoder.places.clear()
    for at, place in places.items():
        if at[:2] in now:
            decoder.places[(at[0], now[at[:2]], *at[2:])] = place
        elif len(at) < 2 or at[0] not in kept:
            decoder.places[at] = place
    return msgspec.structs.replace(
        plan,
        targets=tuple(plan.targets[index] for index in kept["targets"]),
        tasks=tuple(plan.tasks[index] for index in kept["tasks"]),
    )


def _check_items(plan: Plan, decoder: Decoder) -> None:
    """What no single value shows: a year outside the period, horizons that exclude each other, references."""
    if plan.year is not None and not plan.period.first <= plan.year <= plan.period.last:
        decoder.fault(("year",), "year-outside", found=str(plan.year), period=str(plan.period))
    for name in ("title", "type"):
        if plan.review == "reviewed" and getattr(plan, name) is None:
            decoder.fault((name,), "expected", found="", expected=SCALARS[str].expected, nearest=Words("", ""))
    for index, target in enumerate(plan.targets):
        at: KeyPath = ("targets", index)
        if (target.by is not None) + (target.in_year is not None) + target.yearly > 1:
            decoder.fault(at, "one-of", keys="by, in, yearly")
    for index, citation in enumerate(plan.citations):
        if citation.number is None and citation.title is None:
            decoder.fault(("citations", index), "nothing-cited")
    _check_tasks(plan, decoder)


def _check_tasks(plan: Plan, decoder: Decoder) -> None:
    """What a task's words must mean: a deadline in a year of this age, an objective of this file."""
    ids = {item.id for item in plan.items}
    for index, task in enumerate(plan.tasks):
        if task.due is not None:
            decoder.strange_year(("tasks", index, "due"), task.due, years_of(task.due))
        if task.under is not None and task.under not in ids:
            near = decoder.nearest(task.under, ids)
            decoder.fault(("tasks", index, "under"), "unknown-under", found=task.under, nearest=near)
