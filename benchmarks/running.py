"""Processes and what they leave, seen from outside."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

_PROC = Path("/proc")


def wait_for(holds: Callable[[], object], seconds: float = 30) -> bool:
    """Whether something comes to hold within so many seconds."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def lives(process: int) -> bool:
    """Whether a process runs; one that has ended and that nobody has asked about does not."""
    try:
        os.kill(process, 0)
        state = _PROC / str(process) / "stat"
        return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def marked(mark: str) -> list[int]:
    """The processes whose environment holds `mark`, on Linux: all that a call has started has what it was given."""
    found = []
    for path in _PROC.glob("[0-9]*/environ"):
        try:
            if mark.encode() in path.read_bytes() and lives(int(path.parent.name)):
                found.append(int(path.parent.name))
        except OSError:  # it has ended meanwhile, or is somebody else's
            continue
    return found
