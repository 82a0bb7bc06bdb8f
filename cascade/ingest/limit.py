"""Limits to the time and the memory that one document may take."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from cascade.model.limits import MIB

_SIZES = Path("/proc/self/statm")
"""Where Linux says how many pages of memory the process has taken."""


class OutOfTimeError(BaseException):
    """A document took longer than it may. No reader takes it for a fault of the format it reads."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise `OutOfTimeError` in the block once it has used so much processor time, in this process alone.

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


@contextmanager
def memory_limit(mib: int) -> Iterator[None]:
    """Raise MemoryError in the block where it asks for more than `mib` MiB beyond what the process has.

    Where the system does not tell what that is (anything but Linux), there is no limit. Programs that are started in
    the block have it as theirs.
    """
    if not _SIZES.exists():
        yield
        return
    import resource

    before = resource.getrlimit(resource.RLIMIT_AS)
    wanted = int(_SIZES.read_text("ascii").split()[0]) * resource.getpagesize() + mib * MIB
    known = [limit for limit in (wanted, *before) if limit != resource.RLIM_INFINITY]
    resource.setrlimit(resource.RLIMIT_AS, (min(known), before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def _stop(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 -- as signal handlers are called
    raise OutOfTimeError
