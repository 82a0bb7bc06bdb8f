"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import secrets
import stat
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path` so that no reader ever sees part of it; a pipe or device is written to as it is.

    A file that is replaced keeps its permissions; a new one gets those that the user's umask leaves.
    """
    path = path.resolve()  # of a link, the file it leads to
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else None
    name = path.parent / f".cascade-{secrets.token_hex(8)}"
    handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        if mode is not None:
            name.chmod(mode)
        name.replace(path)
    except BaseException:
        name.unlink()
        raise
