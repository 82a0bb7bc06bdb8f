from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks.running import lives, wait_for
from cascade.processes import Team, processors, tell
from tests.support import ROOT


def ready(*given: object) -> None:
    GIVEN[:] = given


GIVEN: list[object] = []


def square(number: int) -> tuple[int, object]:
    if number == 13:
        os._exit(9)
    tell(number)
    return number * number, GIVEN[0]


def test_what_is_made_comes_in_the_order_of_the_tasks_and_one_that_ends_its_process_costs_no_other() -> None:
    heard: list[int] = []
    with Team(2, ready, ("given",), heard.append) as team:
        made = list(team.made(square, iter(range(20)), lambda number: (-number, "ended")))
        again = list(team.made(square, [3], lambda number: (-number, "ended")))
    assert made == [(n * n, "given") if n != 13 else (-13, "ended") for n in range(20)]
    assert again == [(9, "given")]
    assert set(heard) <= set(range(20)) - {13}
    assert heard


def test_at_least_one_can_work() -> None:
    assert processors() >= 1


PARENT = """
import os, sys, time
sys.path.insert(0, {root!r})
from cascade.processes import Team
import tests.test_processes as t
with Team(2, t.ready) as team:
    for one in team.made(t.say_and_wait, [{folder!r}] * 2, print):
        pass
"""


def say_and_wait(folder: str) -> None:
    (Path(folder) / str(os.getpid())).touch()
    time.sleep(60)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
def test_no_process_outlives_the_one_that_started_it_when_that_is_killed(tmp_path: Path) -> None:
    parent = subprocess.Popen([sys.executable, "-c", PARENT.format(root=str(ROOT), folder=str(tmp_path))], cwd=ROOT)
    assert wait_for(lambda: len(list(tmp_path.iterdir())) == 2, 60)
    workers = [int(path.name) for path in tmp_path.iterdir()]
    parent.kill()
    parent.wait()
    assert wait_for(lambda: not any(map(lives, workers)))
