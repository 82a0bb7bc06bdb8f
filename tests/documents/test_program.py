"""Programs end with whoever waits for them, however that ends."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.running import lives, wait_for
from cascade.documents.program import WATCHED, run, work_folder
from tests.support import ROOT

SHELL = "/bin/sh"
pytestmark = pytest.mark.skipif(not Path(SHELL).exists(), reason="no shell to be a program")


def test_a_program_gets_what_it_is_given_and_its_output_and_status_are_told() -> None:
    done = run([SHELL, "-c", 'cat; echo "$MORE"; exit 3'], 30, b"given ", variables={"MORE": "more"})
    assert (done.status, done.out) == (3, b"given more\n")


def test_one_that_is_not_there_failed() -> None:
    assert run(["/no/such/program"], 30).status != 0


STARTS_ANOTHER = "sleep 60 & echo $! >> pids; echo $$ >> pids; wait"


def test_one_that_hangs_is_ended_with_what_it_started(tmp_path: Path) -> None:
    with pytest.raises(subprocess.TimeoutExpired):
        run([SHELL, "-c", f"cd '{tmp_path}'; {STARTS_ANOTHER}"], 0.5)
    assert ended(tmp_path / "pids")


CALLER = """
import sys
from cascade.documents.program import run, work_folder
with work_folder() as folder:
    (folder / "given").touch()
    print(folder, flush=True)
    run(["/bin/sh", "-c", sys.argv[1]], 60)
"""


@pytest.mark.skipif(not WATCHED, reason="no pipe is inherited here")
def test_one_whose_caller_is_killed_is_ended_with_what_it_started_and_its_folder_goes(tmp_path: Path) -> None:
    call = [sys.executable, "-c", CALLER, STARTS_ANOTHER]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(call, cwd=tmp_path, env=env, stdout=subprocess.PIPE) as caller:
        assert caller.stdout is not None
        folder = Path(caller.stdout.readline().decode().strip())
        pids = tmp_path / "pids"
        assert wait_for(lambda: pids.exists() and len(pids.read_text().splitlines()) == 2)
        caller.kill()
    assert ended(pids)
    assert wait_for(lambda: not folder.exists())


def test_a_work_folder_is_gone_afterwards() -> None:
    with work_folder() as folder:
        (folder / "below").mkdir()
    assert not folder.exists()


def ended(pids: Path) -> bool:
    return wait_for(lambda: not any(lives(int(pid)) for pid in pids.read_text().split()))
