"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import platform
import secrets
import stat
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path

_WRITING = ".cascade-"
"""How the names of files begin that are being written; then come the computer and the process that writes."""


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path` so that no reader ever sees part of it; a pipe or device is written to as it is.

    A file that is replaced keeps its permissions; a new one gets those that the user's umask leaves. What a process
    that was killed has left half-written in the same folder is taken away.
    """
    path = path.resolve()  # of a link, the file it leads to
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    _clear(path.parent)
    mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else None
    name = path.parent / f"{_here()}{os.getpid()}-{secrets.token_hex(8)}"
    handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        if mode is not None:
            name.chmod(mode)
        name.replace(path)
    except BaseException:
        name.unlink(missing_ok=True)
        raise


@cache
def _here() -> str:
    """How the names begin of what this computer writes: on another, a process of the same number is another one."""
    return f"{_WRITING}{blake2b(platform.node().encode(), digest_size=4).hexdigest()}-"


@cache
def _clear(folder: Path) -> None:
    """Take away what processes that are gone were writing here; once in a run."""
    if os.name != "posix":  # where nobody can ask for a process without touching it
        return
    for left in folder.glob(f"{_here()}*"):
        process = left.name.removeprefix(_here()).partition("-")[0]
        if process.isdecimal() and not _lives(int(process)):
            with suppress(OSError):
                left.unlink()


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
