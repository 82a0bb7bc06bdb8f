"""The three streams of a process, whatever the caller has made of them: the exit status stays true."""

from __future__ import annotations

import os
import sys
from typing import Any, TextIO, cast

import click


def open_streams() -> None:
    """Stand in for streams that the caller has closed, and let nothing fail because standard error cannot be written.

    A report that goes to a closed standard output fails, as on a full disk. A closed number is taken at once: else the
    next file that is opened would have it, and messages would be written into it.
    """
    for number, mode in ((0, os.O_RDONLY), (1, os.O_RDONLY), (2, os.O_WRONLY)):  # to read only: writing there fails
        if not _is_open(number):
            held = os.open(os.devnull, mode)
            if held != number:
                os.dup2(held, number)
                os.close(held)
    sys.stdin = sys.stdin or _stream(0, "r")
    sys.stdout = sys.stdout or _stream(1, "w")
    if not isinstance(sys.stderr, _Heedless):
        sys.stderr = cast("TextIO", _Heedless(sys.stderr or _stream(2, "w")))


def warn(text: str) -> None:
    """Say something on standard error; nothing in it acts on a terminal or in the log of a CI."""
    from cascade.model.text import message_lines

    click.echo(message_lines(text), err=True)


def forget_output() -> None:
    """Let what is still to be written to standard output go nowhere: its reader has left, or its disk is full."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True


def _stream(number: int, mode: str) -> TextIO:
    return cast("TextIO", os.fdopen(number, mode, encoding="utf-8", closefd=False))


class _Heedless:
    """A stream whose loss fails nothing: a full disk behind standard error makes no other exit status."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        """Write what can be written."""
        try:
            return self._stream.write(text)
        except OSError:
            return len(text)

    def flush(self) -> None:
        """Let go of what is held back, as far as it can be."""
        try:
            self._stream.flush()
        except OSError:
            return
