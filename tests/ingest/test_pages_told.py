"""Whoever reads documents hears of the pages of scans, in this process and in others."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from cascade.documents.watch import page_read
from cascade.ingest import folder
from cascade.ingest.folder import Outcome, read_documents
from cascade.model.domain import Domain
from tests.support import domain


def as_scan(path: Path, _domain: Domain) -> Outcome:
    """As if the file were a scan of two pages."""
    for done in (1, 2):
        page_read(done, 2)
    return Outcome(path)


@pytest.mark.parametrize("count", [1, 6])
def test_pages_are_told_with_their_file(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "read_one", as_scan)
    monkeypatch.setattr(folder, "processors", lambda: 1)
    paths = [Path(f"{n}.pdf") for n in range(count)]
    told: list[tuple[Path, int, int | None]] = []
    outcomes = list(read_documents(paths, domain(), told=lambda path, done, total: told.append((path, done, total))))
    assert [outcome.path for outcome in outcomes] == paths
    assert told == [(path, done, 2) for path in paths for done in (1, 2)]


@pytest.mark.skipif(
    "fork" not in multiprocessing.get_all_start_methods(), reason="only a fork knows what the test replaced"
)
def test_pages_of_other_processes_are_told_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "read_one", as_scan)
    monkeypatch.setattr(folder, "processors", lambda: 2)
    monkeypatch.setattr("cascade.processes._context", lambda: multiprocessing.get_context("fork"))
    paths = [Path(f"{n}.pdf") for n in range(6)]
    told: list[tuple[Path, int, int | None]] = []
    outcomes = list(read_documents(paths, domain(), told=lambda path, done, total: told.append((path, done, total))))
    assert [outcome.path for outcome in outcomes] == paths
    assert set(told) <= {(path, done, 2) for path in paths for done in (1, 2)}
    assert {path for path, _, _ in told} >= set(paths[:2])
