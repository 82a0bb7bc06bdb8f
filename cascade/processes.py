"""Work shared among processes: the one place that starts copies of this one.

What comes back is in the order of what was given, whatever was done first, so that any number of processes gives the
same. None outlives the process that started it, however that ends.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from cascade.model.limits import Limits, limits, set_limits

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing import SimpleQueue
    from multiprocessing.context import BaseContext

Task = TypeVar("Task")
Made = TypeVar("Made")
_AHEAD = 4  # tasks a process that are under way or wait: more would only take memory
_A_MOMENT = 0.2  # seconds between two looks at what is told meanwhile


def collect_rarely() -> None:
    """Look for circles among values only once very many were made: plans, answers and findings hold none, and looking
    takes a tenth of an audit."""
    gc.set_threshold(100_000, 20, 20)


def processors() -> int:
    """How many processes can work at once here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Team:
    """Up to `size` processes, each made ready by `ready(*given)`; none starts before there is work. `heard` is told
    what they `tell`."""

    def __init__(
        self,
        size: int,
        ready: Callable[..., None],
        given: tuple[Any, ...] = (),
        heard: Callable[[Any], None] | None = None,
    ) -> None:
        self.size = size
        self._ready, self._given, self._heard = ready, given, heard
        self._pool: ProcessPoolExecutor | None = None
        self._told: SimpleQueue[Any] | None = None

    def __enter__(self) -> Team:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def made(
        self, work: Callable[[Task], Made], tasks: Iterable[Task], ended: Callable[[Task], Made]
    ) -> Iterator[Made]:
        """What `work` makes of each task; tasks are taken when there is room for them.

        One during which its process is ended from outside (for want of memory, or by a fault of a library) is tried
        once more alone; then `ended` says what is made of it.
        """
        from concurrent.futures.process import BrokenProcessPool

        left, waiting = iter(tasks), deque[tuple[Task, "Future[Made]"]]()
        while True:
            for task in islice(left, _AHEAD * self.size - len(waiting)):
                waiting.append((task, self._given_to_one(work, task)))
            if not waiting:
                return
            task, future = waiting.popleft()
            try:
                found = self._awaited(future)
            except BrokenProcessPool:
                found = self._alone(work, task, ended)
                waiting = deque((other, self._given_to_one(work, other)) for other, _ in waiting)
            yield found

    def _given_to_one(self, work: Callable[[Task], Made], task: Task) -> Future[Made]:
        from concurrent.futures.process import BrokenProcessPool

        try:
            return self._pooled().submit(work, task)
        except BrokenProcessPool:  # found out before anybody waited for what was under way
            self._stop()
            return self._pooled().submit(work, task)

    def _alone(self, work: Callable[[Task], Made], task: Task, ended: Callable[[Task], Made]) -> Made:
        """A task done with no other beside it."""
        from concurrent.futures.process import BrokenProcessPool

        self._stop()
        try:
            return self._awaited(self._pooled().submit(work, task))
        except BrokenProcessPool:
            self._stop()
            return ended(task)

    def _awaited(self, future: Future[Made]) -> Made:
        from concurrent.futures import wait

        while self._told is not None and self._heard is not None:
            done = wait([future], _A_MOMENT).done
            while not self._told.empty():
                self._heard(self._told.get())
            if done:
                break
        return future.result()

    def _pooled(self) -> ProcessPoolExecutor:
        from concurrent.futures import ProcessPoolExecutor

        if self._pool is None:
            context = _context()
            self._told = context.SimpleQueue() if self._heard else None
            given = (self._told, limits(), self._ready, self._given)
            self._pool = ProcessPoolExecutor(self.size, mp_context=context, initializer=_begin, initargs=given)
        return self._pool

    def _stop(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None


_TOLD: list[SimpleQueue[Any]] = []


def tell(what: object) -> None:
    """Tells the process that started this one something, where it listens."""
    for told in _TOLD:
        told.put(what)


def _context() -> BaseContext:
    """How processes start: as copies of this one where that is safe (no other thread holds a lock) and quick."""
    import multiprocessing

    copies = sys.platform == "linux" and threading.active_count() == 1
    return multiprocessing.get_context("fork" if copies else "spawn")


def _begin(told: SimpleQueue[Any] | None, wanted: Limits, ready: Callable[..., None], given: tuple[Any, ...]) -> None:
    """A process makes itself ready, within the limits of the one that started it, and watches over that."""
    import multiprocessing

    _TOLD[:] = [told] if told is not None else []
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    collect_rarely()
    signal.signal(signal.SIGINT, lambda *_: os._exit(130))
    set_limits(wanted)
    ready(*given)


def _end_with(sentinel: int) -> None:
    from multiprocessing.connection import wait

    wait([sentinel])
    os._exit(1)
