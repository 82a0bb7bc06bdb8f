"""What may be spent on one file: documents come from strangers, and one of them must not stop the audit of all."""

from __future__ import annotations

from contextvars import ContextVar
from typing import Annotated

import msgspec
from msgspec import Meta

MIB = 1024 * 1024
"""Bytes: what `memory`, `file_size` and `plan_size` are counted in."""


class Limits(msgspec.Struct, frozen=True, rename="kebab"):
    """`[limits]` of the settings. What passes one of them is refused, told with the name of the limit, and everything
    else is read.

    `seconds`: processor time of one document (what waits for text recognition has a limit of its own). `memory`: MiB
    that reading one document may take beyond what the program has. `file_size`: MiB of a document, `plan_size` of a
    plan file. `characters` and `pages` of a document; `depth`: how deep the values of a plan file are nested.
    """

    seconds: Annotated[int, Meta(ge=1, le=86_400)] = 120
    memory: Annotated[int, Meta(ge=64, le=1_048_576)] = 4096
    file_size: Annotated[int, Meta(ge=1, le=2048)] = 200
    plan_size: Annotated[int, Meta(ge=1, le=64)] = 8
    characters: Annotated[int, Meta(ge=1000, le=50_000_000)] = 3_000_000
    pages: Annotated[int, Meta(ge=1, le=100_000)] = 2000
    depth: Annotated[int, Meta(ge=8, le=64)] = 16


_LIMITS: ContextVar[Limits] = ContextVar("limits")
_USUAL = Limits()


def limits() -> Limits:
    """The limits that apply now."""
    return _LIMITS.get(_USUAL)


def set_limits(wanted: Limits) -> None:
    """Let these limits apply from now on."""
    _LIMITS.set(wanted)
