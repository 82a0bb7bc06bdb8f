"""Many documents at once: each read on its own, in order, on as many processors as there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import msgspec

from cascade.documents.fault import DocumentError
from cascade.documents.formats import PICTURES
from cascade.documents.read import read_document
from cascade.documents.watch import heard_by
from cascade.ingest.draft import Draft, read_draft
from cascade.ingest.heading.nature import NO_PLAN
from cascade.ingest.limit import OutOfTimeError, memory_limit, time_limit
from cascade.model.domain import Domain
from cascade.model.limits import limits
from cascade.model.plan import Citation, Plan, Target, Task
from cascade.model.text import file_name, fold, syllables
from cascade.model.words import Words
from cascade.processes import Team, processors, tell
from cascade.reading.decode import Path as KeyPath
from cascade.reading.fault import Fault
from cascade.reading.plans import Places, PlanFile, PlanRead
from cascade.reading.rules import read_data
from cascade.restore.health import Health

_FEW = 4  # so few documents are read sooner than other processes start


_LONGEST_ID = 80  # characters of a plan's id that come from a name; no file system takes any length
_NOTHING = Words("không có gì của kế hoạch", "nothing of a plan")
_NO_TEXT = Words("hình không có chữ", "picture without text")
_ENDED = Words("tiến trình đọc bị dừng giữa chừng", "the process that read it was ended")


class Outcome(msgspec.Struct, frozen=True):
    """What became of one file: its draft, or why there is none. `aside`: what it is where it may be no plan; in a
    folder it is passed over."""

    path: Path
    draft: Draft | None = None
    fault: Fault | None = None
    aside: Words | None = None


Told = Callable[[Path, int, int | None], None]
"""Hears of a file how many of its pages are recognised, and of how many, where that is known."""


def read_documents(
    paths: Sequence[Path], domain: Domain, rule_folders: Sequence[Path] = (), told: Told | None = None
) -> Iterator[Outcome]:
    """The outcome of each file, in the order of `paths`. `rule_folders`: what `domain` was read from,
    for the processes that read it again. `told` hears of the pages of scans."""
    workers = min(processors(), len(paths))
    if len(paths) < _FEW or workers < 2:
        for path in paths:
            with heard_by(partial(told, path) if told else None):
                outcome = read_one(path, domain)
            yield outcome
        return
    heard = (lambda page: told(*page)) if told else None
    with Team(workers, _start, (tuple(rule_folders),), heard) as team:
        yield from team.made(_work, paths, lambda path: _failed(path, _ENDED))


def read_one(path: Path, domain: Domain) -> Outcome:  # noqa: PLR0911 - one way out a kind of fault
    """The draft of one file, or one clear fault."""
    shown = file_name(path.as_posix())
    try:
        with time_limit(limits().seconds), memory_limit(limits().memory):
            draft = read_draft(read_document(path), domain)
    except DocumentError as error:
        blank = path.suffix.lower() in PICTURES and error.code in ("no-text", "only-pictures")
        fault = _fault(shown, Words(error.message("vi"), error.message("en")))
        return Outcome(path, fault=fault, aside=_NO_TEXT if blank else None)
    except OutOfTimeError:
        return Outcome(path, fault=Fault(shown, 1, 1, "out-of-time", (("seconds", str(limits().seconds)),)))
    except MemoryError:
        return Outcome(path, fault=Fault(shown, 1, 1, "out-of-memory", (("limit", f"{limits().memory} MiB"),)))
    except Exception as error:  # noqa: BLE001 -- whatever fails in one document must not take the others with it
        name = type(error).__name__
        return _failed(path, Words(name, name))
    if draft.health is Health.FOREIGN:
        aside = _NO_TEXT if draft.document.form == "scan" and path.suffix.lower() in PICTURES else None
        return Outcome(path, fault=Fault(shown, 1, 1, "foreign"), aside=aside)
    if draft.is_nothing:
        return Outcome(path, fault=Fault(shown, 1, 1, "no-draft"), aside=_NOTHING)
    return Outcome(path, draft, aside=_aside(draft))


def _aside(draft: Draft) -> Words | None:
    """What a document is that is not taken for a plan unless somebody names it as one."""
    reason = next((one for one in draft.head.no_plan if one.code in NO_PLAN), None)
    if reason is None:
        return None
    if reason.code == "kind-of-no-plan":
        return Words(reason.facts["kind"], reason.facts["kind"])
    return None if draft.targets else reason.words()


_DOMAIN: list[Domain] = []


def _start(rule_folders: tuple[Path, ...]) -> None:
    """A process reads the rules once."""
    domain = read_data(rule_folders).domain
    if domain is not None:
        _DOMAIN[:] = [domain]


def _work(path: Path) -> Outcome:
    """The outcome of one file; of the pages that are recognised it tells."""
    with heard_by(lambda done, total: tell((path, done, total))):
        return read_one(path, _DOMAIN[0])


def _failed(path: Path, kind: Words) -> Outcome:
    return Outcome(path, fault=Fault(file_name(path.as_posix()), 1, 1, "reader-failed", (("kind", kind),)))


def _fault(shown: str, reason: Words) -> Fault:
    return Fault(shown, 1, 1, "document", (("reason", reason),))


def plan_id(plan: Plan | None, path: Path) -> str:
    """The id of a plan read from a document: its unit and years (`tu-ky-2021-2025`), or the file's name."""
    if plan is None or not plan.place:
        return slug(path.stem)
    return f"{slug(plan.place[0])}-{plan.span}"


def slug(text: str) -> str:
    """Lower-case ASCII letters and digits with hyphens, as the name of a plan file must be."""
    words = (fold(word).encode("ascii", "ignore").decode() for word in syllables(text))
    return "-".join(word for word in words if word)[:_LONGEST_ID].strip("-") or "plan"


def as_plan_file(outcome: Outcome) -> PlanRead:
    """A document as the plan that the audit looks at; a draft that lacks what an audit needs is a fault."""
    shown = file_name(outcome.path.as_posix())
    if outcome.draft is None:
        return PlanRead(None, [outcome.fault] if outcome.fault else [], outcome.aside)
    draft = outcome.draft
    plan = draft.plan
    if plan is None:
        fields = ", ".join(draft.missing)
        return PlanRead(None, [Fault(shown, 1, 1, "head-incomplete", (("fields", fields),))], outcome.aside)
    places: dict[KeyPath, tuple[int, int]] = {(): (1, 1)}
    lists: dict[str, Sequence[Citation | Target | Task]] = {
        "citations": plan.citations,
        "targets": plan.targets,
        "tasks": plan.tasks,
    }
    for name, items in lists.items():
        for index, item in enumerate(items):
            places[name, index] = (item.lines.first if item.lines else 1, 1)
    return PlanRead(PlanFile(plan_id(plan, outcome.path), shown, plan, Places.of(places, plan)), [], outcome.aside)
