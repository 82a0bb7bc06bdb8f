"""What a reader of items hands over: the item, how sure it is, and the words that each value came from."""

from __future__ import annotations

from typing import Generic, TypeVar

import msgspec

from cascade.lexicon.passage import Passage
from cascade.model.plan import Lines

T = TypeVar("T")


class Trace(msgspec.Struct, frozen=True):
    """Where one value came from: the field, the value read, the printed words and their lines."""

    field: str
    value: str
    words: str
    lines: Lines | None = None

    @classmethod
    def of(cls, field: str, value: object, passage: Passage, start: int = 0, end: int | None = None) -> Trace:
        """The trace of a value read from a part of a passage."""
        return cls(field, str(value), passage.printed(start, end), passage.lines(start, end))


class Read(msgspec.Struct, Generic[T], frozen=True):
    """A citation, target or task as read. The item carries its own `confidence` and `doubt`."""

    item: T
    traces: tuple[Trace, ...] = ()
