"""An audit in parts: files and plans shared among processes, and what was worked out before taken from the cache.

A part holds some plans with all that their findings depend on (`Lineage.circle`), and nothing else is seen while it is
judged. So what is found is the same in one part or in many, now or kept from before.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import blake2b
from itertools import islice
from pathlib import Path

import msgspec

from cascade.audit import ByPlan, Judged, judge_by_plan
from cascade.checks.context import Context
from cascade.checks.registry import BY_PLAN, CHECKS
from cascade.graph.lineage import Lineage
from cascade.graph.resolve import Resolution
from cascade.graph.subject import Subjects
from cascade.graph.succession import Succession
from cascade.lexicon.units_table import builtin_units
from cascade.model.decision import Answer, Decisions, Denial, Recorded
from cascade.model.domain import Domain
from cascade.model.finding import Checked, Contributed
from cascade.model.limits import MIB, limits
from cascade.model.plan import Plan
from cascade.model.rule import Rule
from cascade.model.text import file_name
from cascade.model.unread import Unread
from cascade.model.words import Words
from cascade.processes import Team
from cascade.reading.cache import Cache
from cascade.reading.fault import Fault
from cascade.reading.plans import STEM, Corpus, Places, PlanFile, PlanRead, known_names, read_plan
from cascade.reading.rules import read_rules

_FILES = 32  # plan files that a process reads at once
_PLANS = 64  # plans that a process judges at once, at most
FEW_BYTES = 400_000
"""Plan files of so few bytes are read and judged sooner than other processes start."""


class _File(msgspec.Struct, frozen=True):
    """A plan file to be read: its path, its name in messages, its bytes (None: it is still to be opened)."""

    path: str
    shown: str
    raw: bytes | None


NOTHING = Corpus({}, ())
"""What a part knows of files."""


class _Read(msgspec.Struct, frozen=True):
    """What was read of a plan file, as `PlanRead` has it."""

    plan: Plan | None
    places: dict[str, bytes]
    faults: tuple[Fault, ...]
    unread: Unread | None = None
    aside: Words | None = None


class Part(msgspec.Struct, frozen=True):
    """Plans that are judged together (`own`), with all that is looked at: `plans`, what of them could not be read, what
    their citations mean, and what people have decided of them."""

    own: tuple[str, ...]
    plans: dict[str, Plan]
    unread: dict[str, Unread]
    resolutions: tuple[Resolution, ...]
    answers: tuple[Recorded[Answer], ...]
    denials: tuple[Recorded[Denial], ...]


class Judgement(msgspec.Struct, frozen=True):
    """What is found in one plan."""

    findings: tuple[Judged, ...]
    checked: Checked
    contributed: tuple[Contributed, ...]


_READS = msgspec.msgpack.Decoder(list[_Read])
_PART = msgspec.msgpack.Decoder(Part)
_JUDGEMENT = msgspec.msgpack.Decoder(Judgement)
_JUDGEMENTS = msgspec.msgpack.Decoder(dict[str, Judgement])
_KEPT = msgspec.msgpack.Decoder(_Read)
_packed = msgspec.msgpack.encode


# what a process does


class _Bench:
    """What a process works with: the domain, and what is made of it once."""

    def __init__(self, domain: Domain) -> None:
        self.domain, self.known = domain, known_names(domain)
        self.subjects = Subjects(domain)
        self.succession = Succession(builtin_units())


_BENCH: list[_Bench] = []


def _ready(rule_folders: tuple[Path, ...]) -> None:
    """A process reads the rules, unless it is a copy of one that has."""
    if not _BENCH:
        domain = read_rules(rule_folders, CHECKS, examples=False).domain
        if domain is not None:
            _BENCH[:] = [_Bench(domain)]


def _read_files(files: Sequence[_File]) -> bytes:
    return _packed([_read_file(file) for file in files])


def _read_file(file: _File) -> _Read:
    read = read_plan(Path(file.path), file.shown, _BENCH[0].known, file.raw)
    if read.plan is None:
        return _Read(None, {}, tuple(read.faults), aside=read.aside)
    places = read.plan.places
    rows = dict(places.rows) if isinstance(places, Places) else {}
    return _Read(read.plan.plan, rows, tuple(read.faults), read.plan.unread)


def _judge(task: bytes) -> bytes:
    part, bench = _PART.decode(task), _BENCH[0]
    lineage = Lineage(part.plans, bench.domain, part.resolutions, bench.subjects, bench.succession)
    decisions = Decisions((*part.answers, *part.denials))
    context = Context(lineage, {}, part.unread, decisions, chosen=frozenset(part.own))
    return _packed(_by_plan(judge_by_plan(NOTHING, context, _rules_by_plan(bench.domain))))


def _rules_by_plan(domain: Domain) -> list[Rule]:
    return [rule for rule in domain.rules.values() if rule.id in BY_PLAN]


def _by_plan(found: ByPlan) -> dict[str, Judgement]:
    findings: defaultdict[str, list[Judged]] = defaultdict(list)
    for judged in found.findings:
        findings[judged.finding.item.plan].append(judged)
    return {
        plan_id: Judgement(tuple(findings[plan_id]), checked, found.contributed[plan_id])
        for plan_id, checked in found.checked.items()
    }


# who shares the work out


class Shared:
    """Reads plan files and judges plans: those of which the cache knows nothing, in `team` where they are many."""

    def __init__(self, domain: Domain, rule_folders: Sequence[Path], jobs: int, cache: Cache | None) -> None:
        _BENCH[:] = [_Bench(domain)]
        self._cache = cache
        self._team = Team(jobs, _ready, (tuple(rule_folders),))
        self._jobs, self._bytes = jobs, 0

    def __enter__(self) -> Shared:
        return self

    def __exit__(self, *_: object) -> None:
        self._team.__exit__()
        if self._cache is not None:
            self._cache.close()

    @property
    def _alone(self) -> bool:
        return self._jobs < 2 or self._bytes < FEW_BYTES

    def read(self, paths: Sequence[Path]) -> Iterator[PlanRead]:
        """What is in each plan file, in order."""
        sizes = (path.stat().st_size if path.is_file() else 0 for path in paths)
        self._bytes = sum(sizes)
        batches: deque[_Batch] = deque()
        missed = self._missed(paths, batches)
        if self._alone or len(paths) <= _FILES:
            made: Iterator[bytes] = map(_read_files, missed)
        else:
            made = self._team.made(_read_files, missed, _read_files)
        for reads in made:
            while not batches[0].missed:
                yield from self._reads(batches.popleft(), [])
            yield from self._reads(batches.popleft(), _READS.decode(reads))
        for batch in batches:
            yield from self._reads(batch, [])

    def _missed(self, paths: Sequence[Path], batches: deque[_Batch]) -> Iterator[Sequence[_File]]:
        """Of every few files those of which the cache knows nothing; all go to `batches`."""
        left = iter(paths)
        while some := tuple(islice(left, _FILES)):
            batch = self._batch(some)
            batches.append(batch)
            if batch.missed:
                yield batch.missed

    def _batch(self, paths: Sequence[Path]) -> _Batch:
        raws = [_bytes_of(path) for path in paths]
        if self._cache is None:
            keys = [b""] * len(raws)
        else:
            keys = [self._cache.key(b"plan", raw) if raw is not None else b"" for raw in raws]
        kept = self._kept(keys)
        files = [_File(str(path), file_name(path.as_posix()), raw) for path, raw in zip(paths, raws, strict=True)]
        known = [kept.get(key) if STEM.match(path.stem) else None for key, path in zip(keys, paths, strict=True)]
        missed = [file for file, read in zip(files, known, strict=True) if read is None]
        return _Batch(files, keys, known, missed)

    def _kept(self, keys: Sequence[bytes]) -> dict[bytes, _Read]:
        kept: dict[bytes, _Read] = {}
        if self._cache is not None:
            for key, value in self._cache.get(key for key in keys if key).items():
                try:
                    kept[key] = _KEPT.decode(value)
                except (msgspec.DecodeError, ValueError):
                    continue
        return kept

    def _reads(self, batch: _Batch, made: Sequence[_Read]) -> Iterator[PlanRead]:
        """The files of a batch: what was kept, and what was read now, which is kept where it has no fault."""
        fresh = iter(made)
        reads = [next(fresh) if known is None else known for known in batch.known]
        if self._cache is not None:
            beside = zip(batch.keys, batch.known, reads, strict=True)
            clean = ((key, read) for key, known, read in beside if known is None and key and not read.faults)
            self._cache.put({key: _packed(read) for key, read in clean})
        for file, read in zip(batch.files, reads, strict=True):
            digest = blake2b(file.raw or b"", digest_size=16).digest()
            plan, stem = read.plan, file_name(Path(file.path).stem)
            places = Places(read.places)
            found = None if plan is None else PlanFile(stem, file.shown, plan, places, digest, read.unread)
            yield PlanRead(found, read.faults, read.aside)

    def judge(self, corpus: Corpus, context: Context, rules: Sequence[Rule]) -> ByPlan:
        """What rules of `BY_PLAN` find in the own plans of a context."""
        keys = self._plan_keys(corpus, context)
        found = self._judged_before(keys)
        missed = [plan_id for plan_id in context.own if plan_id not in found]
        if self._alone:
            here = (
                context
                if len(missed) == len(context.own)
                else msgspec.structs.replace(context, chosen=frozenset(missed))
            )
            fresh = _by_plan(judge_by_plan(corpus, here, rules)) if missed else {}
            self._keep(keys, fresh)
            found |= fresh
        else:
            decided = _decided(context.decisions)
            tasks = (_packed(_part(context, own, decided)) for own in _groups(context.lineage, missed, self._jobs))
            for judged in self._team.made(_judge, tasks, _judge):
                fresh = _JUDGEMENTS.decode(judged)
                self._keep(keys, fresh)
                found |= fresh
        return ByPlan(
            [judged for plan_id in context.own for judged in found[plan_id].findings],
            {plan_id: found[plan_id].checked for plan_id in context.own},
            {plan_id: found[plan_id].contributed for plan_id in context.own},
        )

    def _plan_keys(self, corpus: Corpus, context: Context) -> dict[str, bytes]:
        """For each plan the key of what is found in it: all that a part that judges it would hold."""
        cache, lineage = self._cache, context.lineage
        if cache is None:
            return {}
        decided = _decided(context.decisions)
        held = {plan_id: _held(corpus, context, plan_id, decided) for plan_id in context.plans}
        return {
            plan_id: cache.key(b"judged", plan_id.encode(), *(held[one] for one in sorted(lineage.circle(plan_id))))
            for plan_id in context.own
        }

    def _judged_before(self, keys: Mapping[str, bytes]) -> dict[str, Judgement]:
        kept = self._cache.get(keys.values()) if self._cache is not None else {}
        found: dict[str, Judgement] = {}
        for plan_id, key in keys.items():
            if key in kept:
                with suppress(msgspec.DecodeError, ValueError):
                    found[plan_id] = _JUDGEMENT.decode(kept[key])
        return found

    def _keep(self, keys: Mapping[str, bytes], judged: Mapping[str, Judgement]) -> None:
        if self._cache is not None:
            self._cache.put({keys[plan_id]: _packed(judgement) for plan_id, judgement in judged.items()})


class _Batch(msgspec.Struct, frozen=True):
    """A few files: what the cache knows of each, and those of which it knows nothing."""

    files: list[_File]
    keys: list[bytes]
    known: list[_Read | None]
    missed: list[_File]


def _bytes_of(path: Path) -> bytes | None:
    """The content of a plan file; None where its reader has to say what is wrong with it."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            return file.read(limits().plan_size * MIB + 1)
    except OSError:
        return None


def _held(corpus: Corpus, context: Context, plan_id: str, decided: Mapping[str, Decided]) -> bytes:
    """What a part holds of one plan, in short."""
    file, plan = corpus.plans.get(plan_id), context.plans[plan_id]
    digest = file.digest if file is not None and file.digest else blake2b(_packed(plan), digest_size=16).digest()
    resolutions = context.lineage.resolutions_of(plan_id)
    return _packed((plan_id, digest, context.unread.get(plan_id), resolutions, decided.get(plan_id)))


Decided = tuple[list[Recorded[Answer]], list[Recorded[Denial]]]
"""The answers and denials of one plan."""


def _decided(decisions: Decisions) -> dict[str, Decided]:
    found: dict[str, Decided] = {}
    for one in decisions.recorded:
        made = one.decision
        if isinstance(made, Answer):
            found.setdefault(made.plan, ([], []))[0].append(Recorded(made, *one.place))
        elif isinstance(made, Denial):
            found.setdefault(made.plan, ([], []))[1].append(Recorded(made, *one.place))
    return found


def _part(context: Context, own: Sequence[str], decided: Mapping[str, Decided]) -> Part:
    lineage = context.lineage.part(frozenset().union(*map(context.lineage.circle, own)))
    unread = {plan_id: context.unread[plan_id] for plan_id in lineage.plans if plan_id in context.unread}
    of_these = [decided[plan_id] for plan_id in lineage.plans if plan_id in decided]
    answers = tuple(answer for answers, _ in of_these for answer in answers)
    denials = tuple(denial for _, denials in of_these for denial in denials)
    return Part(tuple(own), dict(lineage.plans), unread, lineage.resolutions, answers, denials)


def _groups(lineage: Lineage, plan_ids: Iterable[str], jobs: int) -> Iterator[list[str]]:
    """Plans in groups of one parent: what is worked out of a parent serves all that carry it out."""
    families: defaultdict[str, list[str]] = defaultdict(list)
    for plan_id in plan_ids:
        families[next(iter(lineage.parents(plan_id)), plan_id)].append(plan_id)
    for family in families.values():
        size = max(1, min(_PLANS, -(-len(family) // jobs)))
        for start in range(0, len(family), size):
            yield family[start : start + size]
