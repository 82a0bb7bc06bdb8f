"""Inputs that a fuzzer has found, or that a run of it begins with, go through every harness without an exception."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from tests.support import ROOT

CORPUS = ROOT / "tests" / "fuzz"
HARNESSES = tuple(sorted(path.name for path in CORPUS.iterdir()))
MOST_SEEDS = 8
SMALL = 4096


def test_every_harness_has_inputs_that_are_replayed() -> None:
    named = {path.stem for path in (ROOT / "fuzz").glob("*.py")} - {"__init__", "__main__"}
    assert set(HARNESSES) == named
    assert all(any((CORPUS / name).iterdir()) for name in HARNESSES)


@pytest.mark.parametrize(
    "path", [pytest.param(path, id=path.parent.name + "-" + path.name) for path in sorted(CORPUS.glob("*/*"))]
)
def test_an_input_that_was_found_is_borne(path: Path) -> None:
    assert path.stat().st_size <= SMALL
    import_module(f"fuzz.{path.parent.name}").one(path.read_bytes())


@pytest.mark.parametrize("name", HARNESSES)
def test_what_a_run_begins_with_is_borne(name: str) -> None:
    harness = import_module(f"fuzz.{name}")
    seeds = list(harness.seeds())
    assert seeds
    for seed in seeds[:: max(1, len(seeds) // MOST_SEEDS)]:
        harness.one(seed)
