"""Reading rules and plans for a command; faults of the rules are told at once."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from cascade.cli.effort import Effort
from cascade.cli.streams import warn
from cascade.cli.usage import LANG, say

if TYPE_CHECKING:
    from rich.progress import Progress as Drawn

    from cascade.audit import Audit
    from cascade.model.domain import Domain
    from cascade.model.words import Lang
    from cascade.reading.fault import Fault
    from cascade.reading.passed_over import PassedOver
    from cascade.reading.rules import RulesRead


class Progress:
    """Says on a terminal, on standard error, which file is being read and how far; elsewhere nothing."""

    def __init__(self, lang: Lang) -> None:
        self._lang = lang
        self._drawn: Drawn | None = None
        self._done, self._total = 0, 0

    def __call__(self, done: int, total: int, path: Path) -> None:
        """`done` of `total` files are read, and `path` comes now."""
        self._done, self._total = done, total
        self._say(path.name)

    def page(self, path: Path, done: int, total: int | None) -> None:
        """So many pages of a scan are recognised."""
        word = "trang" if self._lang == "vi" else "page"
        self._say(f"{path.name}, {word} {done}{f'/{total}' if total else ''}")

    def comparing(self, plans: int) -> None:
        """All is read, and the plans are compared."""
        self._done = self._total
        self._say(f"đối chiếu {plans} kế hoạch" if self._lang == "vi" else f"comparing {plans} plans")

    def close(self) -> None:
        """Take the line away."""
        if self._drawn is not None:
            self._drawn.stop()
            self._drawn = None

    def _say(self, what: str) -> None:
        if not sys.stderr.isatty():
            return
        from cascade.model.text import one_line

        if self._drawn is None:
            self._drawn = _drawn()
        task = self._drawn.task_ids[0]
        self._drawn.update(task, description=one_line(what), completed=self._done, total=self._total or None)


def _drawn() -> Drawn:
    """A line that moves, and is gone once it is stopped."""
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Drawn

    columns = (SpinnerColumn("line"), MofNCompleteColumn(), TextColumn("{task.description}", markup=False))
    drawn = Drawn(*columns, TimeElapsedColumn(), console=Console(stderr=True), transient=True)
    drawn.add_task("")
    drawn.start()
    return drawn


def load_domain(
    folders: Iterable[Path], lang: Lang, paths: Iterable[Path] = (), *, examples: bool = False
) -> tuple[Domain, bool]:
    """The rules (with their examples, where they are asked for), one's own at the root of `paths` among them where no
    folder is named, and whether all of them could be read; leaves with status 2 where none could."""
    from cascade.checks.registry import CHECKS
    from cascade.reading.rules import read_rules, rules_beside

    return _whole(read_rules(folders, CHECKS, beside=() if folders else rules_beside(paths), examples=examples), lang)


def load_data(folders: Iterable[Path], lang: Lang) -> tuple[Domain, bool]:
    """The domain as data, without the rules, and whether all of it could be read."""
    from cascade.reading.rules import read_data

    return _whole(read_data(folders), lang)


def _whole(read: RulesRead, lang: Lang) -> tuple[Domain, bool]:
    tell(read.faults, lang)
    if read.domain is None:
        raise click.ClickException(say("không đọc được quy tắc", "the rules cannot be read"))
    return read.domain, not read.faults


def load_audit(
    paths: Iterable[Path],
    domain: Domain,
    lang: Lang,
    rule_folders: Sequence[Path] = (),
    decision_files: Sequence[Path] = (),
    today: date = date.min,
    effort: Effort | None = None,
) -> Audit:
    """The audit of everything at `paths`: plan files, and documents read on the fly.

    `decision_files`: what people have decided; where none are named, what lies at the root of `paths`. `today`: the
    day that waivers are held against. `effort`: how many processes share the work, and where the cache lies.
    """
    from cascade.audit import audit
    from cascade.ingest.submitted import submitted
    from cascade.reading.decisions import decided_of
    from cascade.reading.plans import read_corpus

    paths = tuple(paths)
    progress = Progress(lang)
    with (effort or Effort()).shared(domain, rule_folders) as shared:
        documents = submitted(domain, rule_folders, progress.page)
        corpus = read_corpus(paths, domain, progress, documents, shared.read)
        files = [path for path in decision_files if path.exists()] if decision_files else None
        corpus, decided = decided_of(corpus, paths, files, domain.rules)
        progress.comparing(len(corpus.plans))
        result = audit(corpus, domain, decided, today, by_plan=shared.judge)
    progress.close()
    return result


def tell(faults: Iterable[Fault], lang: Lang) -> None:
    """Faults to standard error, one a line."""
    for fault in faults:
        warn(f"{fault.file}:{fault.line}:{fault.column}: {fault.message(lang)}")


def tell_passed_over(files: Sequence[PassedOver], lang: Lang) -> None:
    """What was passed over in folders to standard error, on one line."""
    if files:
        from cascade.reading.passed_over import said

        warn(said(files, lang))


def fail(message: str) -> NoReturn:
    """Leave with status 2 and what is wrong with the call."""
    raise click.UsageError(message, click.get_current_context(silent=True))


__all__ = ["LANG", "fail", "load_audit", "load_data", "load_domain", "tell", "tell_passed_over"]
