"""What a machine or a caller may do to the command: the exit status is true, and what is written is whole or absent."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

import pytest

from benchmarks.running import lives, wait_for
from tests.cli.command import Command, command, environment
from tests.cli.documents import COMMUNE

FULL = Path("/dev/full")
PROC = Path("/proc")


def _status(folder: Path, shell: str, *arguments: str) -> tuple[int, str]:
    """The exit status of a call with its streams as `shell` turns them, and what came of it all the same."""
    call = ["sh", "-c", f'"$@" {shell}', "sh", *command(*arguments)]
    made = subprocess.run(call, cwd=folder, env=environment(), capture_output=True, check=False, timeout=60)
    return made.returncode, (made.stdout + made.stderr).decode()


@pytest.mark.skipif(not FULL.exists(), reason="no full disk on this system")
@pytest.mark.parametrize(
    ("shell", "arguments", "status"),
    [
        ("2>/dev/full", ("audit", "error", "--format", "json"), 1),
        ("2>/dev/full", ("audit", "no-such-folder", "--format", "json"), 2),
        ("2>/dev/full", ("audti",), 2),
        ("2>/dev/full >/dev/full", ("audit", "clean"), 2),
        (">/dev/full", ("--version",), 2),
        (">/dev/full", ("audit", "clean"), 2),
        (">&-", ("audit", "clean"), 2),
        ("2>&-", ("audit", "error", "--format", "json"), 1),
        ("2>&-", ("audit", "no-such-folder"), 2),
        (">&- 2>&- <&-", ("audit", "error", "-o", "streams.json"), 1),
    ],
)
def test_a_full_or_closed_stream_changes_no_exit_status_and_makes_no_traceback(
    cascade: Command, shell: str, arguments: tuple[str, ...], status: int
) -> None:
    found, said = _status(cascade.folder, shell, *arguments)
    assert found == status
    assert "Traceback" not in said
    assert "Exception ignored" not in said


@pytest.fixture
def submitted(tmp_path: Path) -> Path:
    for number in range(12):
        (tmp_path / f"{number}.txt").write_text(COMMUNE.replace("60%", f"{60 + number}%"), "utf-8")
    return tmp_path


def _children(parent: int) -> list[int]:
    return [int(child) for child in (PROC / str(parent) / "task" / str(parent) / "children").read_text().split()]


@pytest.mark.skipif(not (PROC / "self/task").exists() or (os.cpu_count() or 1) < 2, reason="no workers to be seen")
def test_no_worker_outlives_a_call_that_is_killed_and_the_next_call_is_right(submitted: Path) -> None:
    call = command("ingest", str(submitted), "-o", str(submitted / "made"))
    with subprocess.Popen(call, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        assert wait_for(lambda: process.poll() is not None or len(_children(process.pid)) > 1)
        workers = _children(process.pid)
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert workers
    assert wait_for(lambda: not any(map(lives, workers)), 10)
    assert subprocess.run(call, env=environment(), capture_output=True, check=False).returncode == 0
    drafts = sorted((submitted / "made").glob("*.yaml"))
    assert len(drafts) == 12
    assert all("# cascade: sha256" in draft.read_text("utf-8") for draft in drafts)


def test_two_calls_at_once_to_one_file_leave_one_whole_report(cascade: Command, tmp_path: Path) -> None:
    call = command("audit", "error", "-o", str(tmp_path / "report.json"))
    running = [subprocess.Popen(call, cwd=cascade.folder, env=environment()) for _ in range(2)]
    assert {process.wait(60) for process in running} == {1}
    assert (tmp_path / "report.json").read_text("utf-8") == cascade("audit", "error", "--format", "json").out
    assert [path.name for path in tmp_path.iterdir()] == ["report.json"]


def test_a_folder_that_cannot_be_written_is_one_line(cascade: Command) -> None:
    made = cascade("audit", "error", "-o", "/proc/report.json" if PROC.exists() else "no-such-folder/report.json")
    assert made.status == 2
    assert len(made.err.strip().splitlines()) == 1


def test_what_a_shell_writes_the_report_into_is_no_document(cascade: Command, tmp_path: Path) -> None:
    _, said = _status(tmp_path, "> report.txt", "audit", str(cascade.folder / "error"), ".", "--format", "concise")
    assert said == ".:1:1: không có tệp kế hoạch (.yaml) hay văn bản nào ở đây\n"
