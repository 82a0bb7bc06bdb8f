"""Who hears of the pages of a document while they are read: text recognition takes seconds a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Listener = Callable[[int, int | None], None]
"""Hears how many pages are read, and of how many, where that is known."""
_LISTENER: ContextVar[Listener | None] = ContextVar("listener", default=None)


@contextmanager
def heard_by(listener: Listener | None) -> Iterator[None]:
    """Let `listener` hear of the pages that are read in the block."""
    token = _LISTENER.set(listener)
    try:
        yield
    finally:
        _LISTENER.reset(token)


def page_read(done: int, total: int | None) -> None:
    """Tell whoever listens that so many pages are read."""
    listener = _LISTENER.get()
    if listener is not None:
        listener(done, total)
