"""Other programs (LibreOffice, Tesseract), which do not outlive the process that started them, however that ends.

Who is killed cannot end what he has started. So a program is started by a watcher: a process that holds one end of a
pipe, and ends the program with all that it has started once nobody holds the other end; and the folder that it works
in is made and taken away by another such process. Where processes do not inherit pipes in this way (Windows), a
program is only ended by who waits for it.
"""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

WATCHED = os.name == "posix" and bool(sys.executable)
_WATCHER = """
import os, signal, subprocess, sys, threading
held, command = int(sys.argv[1]), sys.argv[2:]
try:
    program = subprocess.Popen(command, start_new_session=True)
except OSError:
    os._exit(127)
def end_group():
    try:
        os.killpg(program.pid, signal.SIGKILL)
    except OSError:
        pass
def wait():
    status = program.wait()
    end_group()
    if not left:
        os._exit(status if 0 <= status < 127 else 1)
left = []
threading.Thread(target=wait, daemon=True).start()
os.read(held, 1)
left.append(True)
end_group()
os._exit(1)
"""


_KEEPER = """
import os, shutil, signal, sys, tempfile, time
for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
    signal.signal(number, signal.SIG_IGN)
folder = tempfile.mkdtemp(prefix="cascade-")
sys.stdout.buffer.write(os.fsencode(folder))
sys.stdout.close()
os.close(1)
sys.stdin.buffer.read()
for _ in range(50):  # what works there is being ended
    shutil.rmtree(folder, ignore_errors=True)
    if not os.path.exists(folder):
        break
    time.sleep(0.1)
"""


class Done(msgspec.Struct, frozen=True):
    """What a program left: its exit status, and what it wrote to standard output."""

    status: int
    out: bytes


@contextmanager
def work_folder() -> Iterator[Path]:
    """A folder for what programs are given and what they make; it is gone afterwards, and soon after this process is
    killed. Raises OSError where none can be made."""
    if not WATCHED:
        with TemporaryDirectory(prefix="cascade-", ignore_cleanup_errors=True) as made:
            yield Path(made)
        return
    call, pipe = [sys.executable, "-I", "-S", "-c", _KEEPER], subprocess.PIPE
    with subprocess.Popen(call, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, start_new_session=True) as keeper:  # noqa: S603
        folder = keeper.stdout.read() if keeper.stdout else b""
        if not folder:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        yield Path(os.fsdecode(folder))


def run(
    command: Sequence[str],
    seconds: float,
    given: bytes = b"",
    variables: Mapping[str, str] | None = None,
) -> Done:
    """Run a program with `given` as its standard input, for so many seconds at most. `variables`: added to the
    environment.

    Raises subprocess.TimeoutExpired once it and all that it started are ended, or OSError where nothing can be started.
    """
    env = {**os.environ, **(variables or {})}
    if not WATCHED:
        done = subprocess.run(command, input=given, capture_output=True, timeout=seconds, check=False, env=env)  # noqa: S603 - no shell, our own arguments
        return Done(done.returncode, done.stdout)
    theirs, ours = os.pipe()
    watching = [sys.executable, "-I", "-S", "-c", _WATCHER, str(theirs), *command]
    pipe, quiet = subprocess.PIPE, subprocess.DEVNULL
    with open(ours, "wb") as held:  # noqa: PTH123 - a pipe
        with open(theirs, "rb"):  # noqa: PTH123
            process = subprocess.Popen(  # noqa: S603 - no shell, our own arguments
                watching, stdin=pipe, stdout=pipe, stderr=quiet, pass_fds=(theirs,), start_new_session=True, env=env
            )
        with process:
            try:
                out, _ = process.communicate(given, seconds)
            finally:
                held.close()
    return Done(process.returncode, out)
