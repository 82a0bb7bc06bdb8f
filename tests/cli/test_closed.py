"""Files and folders that may not be read or written: each is told, and the rest is done."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.command import CORPORA, Result, command, environment, write
from tests.cli.documents import COMMUNE, DISTRICT

AS_ANYONE = """
import ctypes, os, sys
if os.geteuid() == 0:  # who may read and write everything gives that up
    for may in (1, 2):
        if ctypes.CDLL(None).prctl(24, may, 0, 0, 0):
            sys.exit(77)
os.execv(sys.executable, sys.argv[1:])
"""
CLOSED = ("plans/closed.yaml", "plans/closed.txt", "plans/sub")
DENIED = "không có quyền"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Plans and documents, some of which may not be read, and a folder in which nothing may be written."""
    write(tmp_path / "plans", CORPORA["error"] | {"closed": "", "sub/inside": ""})
    (tmp_path / "in").mkdir()
    (tmp_path / "in/huyen.txt").write_text(DISTRICT, "utf-8")
    (tmp_path / "plans/closed.txt").write_text(COMMUNE, "utf-8")
    (tmp_path / "full").mkdir()
    places = [*(tmp_path / name for name in CLOSED), tmp_path / "full"]
    for place in places:
        place.chmod(0o500 if place.name == "full" else 0)
    yield tmp_path
    for place in places:
        place.chmod(0o700)


def call(folder: Path, *arguments: str) -> Result:
    """The call by somebody who is bound by permissions."""
    if os.name != "posix" or (os.geteuid() == 0 and sys.platform != "linux"):
        pytest.skip("nothing is closed to us here")
    made = subprocess.run(
        [sys.executable, "-c", AS_ANYONE, *command(*arguments)],
        cwd=folder,
        env=environment(),
        capture_output=True,
        check=False,
    )
    if made.returncode == 77:
        pytest.skip("nothing is closed to us here")
    return Result(made.returncode, made.stdout.decode(), made.stderr.decode())


@pytest.mark.parametrize("named", [(), CLOSED], ids=["found in a folder", "named"])
def test_what_may_not_be_read_is_told_and_the_rest_is_audited(folder: Path, named: tuple[str, ...]) -> None:
    made = call(folder, "audit", "plans/commune", "plans/district", *(named or ("plans",)), "--format", "concise")
    assert made.status == 2
    told = sorted(line for line in made.err.splitlines() if DENIED in line)
    assert [line.partition(":")[0] for line in told] == sorted(CLOSED)
    assert "[weaker-target]" in made.out
    assert "Traceback" not in made.err


def test_a_document_that_may_not_be_read_is_told_and_the_others_become_drafts(folder: Path) -> None:
    made = call(folder, "ingest", "in/huyen.txt", "plans/closed.txt", "-o", "out")
    assert made.status == 2
    assert [line.partition(":")[0] for line in made.err.splitlines() if DENIED in line] == ["plans/closed.txt"]
    assert (folder / "out/thu-2021-2025.yaml").exists()


def test_where_nothing_may_be_written_each_file_is_told_and_nothing_is_left(folder: Path) -> None:
    report = call(folder, "audit", "plans/commune", "plans/district", "-o", "full/a.json", "--cache", "full/kept")
    assert report == (2, "", f"cascade: full/a.json: {DENIED}\n")
    drafts = call(folder, "ingest", "in/huyen.txt", "-o", "full")
    assert drafts.status == 2
    assert [line.partition(":")[0] for line in drafts.err.splitlines() if DENIED in line] == ["full/thu-2021-2025.yaml"]
    assert list((folder / "full").iterdir()) == []


def test_a_cache_that_may_not_be_written_changes_no_report(folder: Path) -> None:
    calls = [("audit", "plans/commune", "plans/district", "--cache", cache) for cache in ("full", "open", "open")]
    first, second = call(folder, *calls[0]), call(folder, *calls[1])
    (folder / "open/cascade.sqlite3").chmod(0o400)
    (folder / "open").chmod(0o500)
    third = call(folder, *calls[2])
    (folder / "open").chmod(0o700)
    assert first == second == third
    assert first.status == 1


def test_a_file_of_an_option_that_may_not_be_read_is_a_wrong_call(folder: Path) -> None:
    made = call(folder, "audit", "plans/commune", "--baseline", "plans/closed.yaml")
    assert made.status == 2
    assert made.err.startswith("Gọi sai lệnh: --baseline: không có quyền đọc 'plans/closed.yaml'\n")
