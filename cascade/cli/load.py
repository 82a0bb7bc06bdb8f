"""Reading rules and plans for a command; faults of the rules are told at once."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from cascade.cli.usage import LANG, say

if TYPE_CHECKING:
    from cascade.audit import Audit
    from cascade.model.domain import Domain
    from cascade.model.words import Lang
    from cascade.reading.fault import Fault
    from cascade.reading.plans import Documents, PlanRead
    from cascade.reading.rules import RulesRead


class Progress:
    """Says on the terminal how far the work is, once it has taken more than a second."""

    def __init__(self, lang: Lang) -> None:
        self._lang = lang
        self._start = time.monotonic()
        self._shown = False

    def __call__(self, done: int, total: int) -> None:
        """`done` of `total` files are read."""
        if not sys.stderr.isatty() or time.monotonic() - self._start < 1:
            return
        self._shown = True
        word = "đọc" if self._lang == "vi" else "read"
        click.echo(f"\r{word} {done}/{total}", err=True, nl=False)

    def close(self) -> None:
        """Take the line away."""
        if self._shown:
            click.echo("\r\x1b[K", err=True, nl=False)
            self._shown = False


def load_domain(folders: Iterable[Path], lang: Lang, *, examples: bool = False) -> tuple[Domain, bool]:
    """The rules (with their examples, where they are asked for), and whether all of them could be read; leaves with
    status 2 where none could."""
    from cascade.checks.registry import CHECKS
    from cascade.reading.rules import read_rules

    return _whole(read_rules(folders, CHECKS, examples=examples), lang)


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
) -> Audit:
    """The audit of everything at `paths`: plan files, and documents read on the fly.

    `decision_files`: what people have decided; where none are named, what lies at the root of `paths`. `today`: the
    day that waivers are held against.
    """
    import msgspec

    from cascade.audit import audit
    from cascade.reading.decisions import decisions_beside, read_decisions
    from cascade.reading.plans import read_corpus

    paths = tuple(paths)
    progress = Progress(lang)
    corpus = read_corpus(paths, domain, progress, _documents(domain, rule_folders))
    progress.close()
    decided = read_decisions(decision_files or decisions_beside(paths), domain.rules)
    if decided.faults:
        corpus = msgspec.structs.replace(corpus, faults=(*corpus.faults, *decided.faults))
    return audit(corpus, domain, decided.decisions, today)


def _documents(domain: Domain, rule_folders: Sequence[Path]) -> Documents:
    """How documents among the plan files are read; what that takes is imported with the first of them."""
    from cascade.documents.read import DOCUMENT_SUFFIXES
    from cascade.reading.plans import Documents

    def read(paths: Sequence[Path]) -> Iterator[PlanRead]:
        from cascade.ingest.folder import as_plan_file, read_documents

        return (as_plan_file(outcome) for outcome in read_documents(paths, domain, rule_folders))

    return Documents(DOCUMENT_SUFFIXES, read)


def tell(faults: Iterable[Fault], lang: Lang) -> None:
    """Faults to standard error, one a line."""
    for fault in faults:
        click.echo(f"{fault.file}:{fault.line}:{fault.column}: {fault.message(lang)}", err=True)


def fail(message: str) -> NoReturn:
    """Leave with status 2 and what is wrong with the call."""
    raise click.UsageError(message, click.get_current_context(silent=True))


__all__ = ["LANG", "fail", "load_audit", "load_data", "load_domain", "tell"]
