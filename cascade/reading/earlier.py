"""Reading what was found before: a report that cascade saved as JSON, or a baseline."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal

import msgspec

from cascade.model.earlier import Earlier, Told
from cascade.model.refused import refused
from cascade.model.text import file_name, visible
from cascade.reading.fault import Fault

MAX_BYTES = 512 * 1024 * 1024


class _Saved(msgspec.Struct, frozen=True):
    """What both forms have in common; what else they hold is passed over."""

    format: Literal["cascade-audit/1", "cascade-baseline/1"]
    findings: tuple[Told, ...]


def read_earlier(path: Path) -> Earlier | Fault:
    """The findings in a file, or why there are none to be read."""
    shown = file_name(path.as_posix())
    try:
        if path.stat().st_size > MAX_BYTES:
            return Fault(shown, 1, 1, "too-large", (("limit", f"{MAX_BYTES // 1024 // 1024} MiB"),))
        raw = path.read_bytes()
    except OSError as error:
        return Fault(shown, 1, 1, "unreadable", (("reason", refused(error)),))
    try:
        saved = msgspec.convert(json.loads(raw), _Saved)
    except json.JSONDecodeError as error:
        return Fault(shown, error.lineno, error.colno, "not-json")
    except (msgspec.ValidationError, UnicodeDecodeError, RecursionError):
        return Fault(shown, 1, 1, "no-earlier")
    return Earlier(shown, tuple(msgspec.structs.replace(told, message=_safe(told.message)) for told in saved.findings))


def _safe(text: str | None) -> str | None:
    return None if text is None else visible(text)
