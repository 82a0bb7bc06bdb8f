"""A call at a terminal of its own: keys are pressed, and what the terminal shows is read."""

from __future__ import annotations

import os
import pty
import select
import termios
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryFile

from tests.cli.command import Result, environment
from tests.cli.warm import start

PATIENCE = 20  # seconds for a call to ask or to end
ENTER = "⏎"
_KEYS = {ENTER: "\r", "^C": "\x03", "^D": "\x04"}
Step = tuple[str, str]
"""What the terminal must show, and what is pressed then."""


def at_terminal(folder: Path, *arguments: str, steps: Iterable[Step], **variables: str) -> Result:
    """The result of a call: each step waits for words that are shown after those of the step before, and until the
    call listens: for a line where what is pressed ends with a return, for single keys otherwise. `ENTER`, "^C" and
    "^D" are single keys too."""
    ours, theirs = pty.openpty()
    with TemporaryFile() as told:
        streams = (theirs, theirs, told.fileno())
        made = start(arguments, folder, environment(TERM="xterm", NO_COLOR="1", **variables), streams, terminal=True)
        os.close(theirs)
        seen, at = "", 0
        for words, pressed in steps:
            seen, at = _until(ours, seen, lambda text, at=at, words=words: _after(text, words, at))  # type: ignore[misc]
            _listening(ours, line=pressed.endswith("\r"))
            os.write(ours, _KEYS.get(pressed, pressed).encode())
        seen, _ = _until(ours, seen, lambda _: None)
        status = made.status(PATIENCE)
        os.close(ours)
        told.seek(0)
        return Result(status, seen.replace("\r\n", "\n"), told.read().decode())


def _listening(ours: int, *, line: bool) -> None:
    """Wait until the terminal hands on whole lines, or each key at once: what is pressed before that is lost."""
    end = time.monotonic() + PATIENCE
    while bool(termios.tcgetattr(ours)[3] & termios.ICANON) is not line:
        assert time.monotonic() < end
        time.sleep(0.01)


def _after(text: str, words: str, at: int) -> int | None:
    found = text.find(words, at)
    return None if found < 0 else found + len(words)


def _until(ours: int, seen: str, found: Callable[[str], int | None]) -> tuple[str, int]:
    """What is shown up to what is looked for, or up to the end of the call."""
    raw, end = seen.encode(), time.monotonic() + PATIENCE
    while (at := found(raw.decode("utf-8", "ignore"))) is None:
        assert time.monotonic() < end, raw.decode("utf-8", "ignore")
        if not select.select([ours], [], [], 1)[0]:
            continue
        try:
            more = os.read(ours, 65536)
        except OSError:  # the call has ended
            more = b""
        if not more:
            break
        raw += more
    return raw.decode("utf-8", "ignore"), at if at is not None else len(raw)
