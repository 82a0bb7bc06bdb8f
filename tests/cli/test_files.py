"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import platform
import stat
import subprocess
import sys
from hashlib import blake2b
from pathlib import Path
from typing import Any, cast

import pytest

from cascade.cli.files import write_whole


def test_the_file_holds_the_very_bytes_and_others_may_read_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "report", "xã Mẫu\n".encode())
    assert (tmp_path / "report").read_bytes() == "xã Mẫu\n".encode()
    assert stat.S_IMODE((tmp_path / "report").stat().st_mode) == 0o666 & ~umask()
    assert [path.name for path in tmp_path.iterdir()] == ["report"]


def umask() -> int:
    """What the user's umask takes away."""
    now = os.umask(0o022)
    os.umask(now)
    return now


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_a_file_that_is_replaced_keeps_its_permissions(tmp_path: Path, mode: int) -> None:
    (tmp_path / "report").touch()
    (tmp_path / "report").chmod(mode)
    write_whole(tmp_path / "report", b"new")
    assert stat.S_IMODE((tmp_path / "report").stat().st_mode) == mode


def test_a_new_file_is_as_closed_as_the_umask_says(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        write_whole(tmp_path / "report", b"new")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "report").stat().st_mode) == 0o600


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "report").write_text("old", encoding="utf-8")
    with pytest.raises(TypeError):
        write_whole(tmp_path / "report", cast("Any", "not bytes"))
    assert (tmp_path / "report").read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["report"]


def test_a_link_stays_a_link_and_its_file_is_written(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports/today").write_text("old", encoding="utf-8")
    (tmp_path / "latest").symlink_to("reports/today")
    write_whole(tmp_path / "latest", b"new")
    assert (tmp_path / "latest").is_symlink()
    assert (tmp_path / "reports/today").read_bytes() == b"new"


def test_a_pipe_is_written_to_and_not_replaced_by_a_file(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_whole(pipe, b"report")
    assert os.read(reading, 100) == b"report"
    os.close(reading)
    assert pipe.is_fifo()


@pytest.mark.skipif(os.name != "posix", reason="nobody can ask here whether a process lives")
def test_what_a_process_that_is_gone_has_left_half_written_is_taken_away_and_nothing_else(tmp_path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    prefix = f".cascade-{blake2b(platform.node().encode(), digest_size=4).hexdigest()}"
    (tmp_path / f"{prefix}-{gone.pid}-00").touch()
    others = {f"{prefix}-{os.getpid()}-00", f".cascade-00000000-{gone.pid}-00", ".cascade-x", f"{prefix}-x-00"}
    for name in others:
        (tmp_path / name).touch()
    write_whole(tmp_path / "report", b"new")
    assert {path.name for path in tmp_path.iterdir()} == {"report", *others}
