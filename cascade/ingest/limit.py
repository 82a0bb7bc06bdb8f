"""A limit to the time that one document may take."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

SECONDS = 120
"""Processor time of one document, in this process alone: what waits for text recognition, or for a busy
machine, is not counted. A thousand pages take less."""


class OutOfTimeError(BaseException):
    """A document took longer than it may. No reader takes it for a fault of the format it reads."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise `OutOfTimeError` in the block once it has used so much processor time.

    Where the system has no such clock (Windows), and outside the main thread, there is no limit.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, 1.0)  # again each second: a callback may have swallowed the first
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _stop(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 -- as signal handlers are called
    raise OutOfTimeError
