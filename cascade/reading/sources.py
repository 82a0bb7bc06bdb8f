"""The submitted documents beside the recorded plans: the printed words of an item's lines."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Literal

import msgspec

from cascade.model.plan import Lines, Plan
from cascade.model.text import nfc, one_line


class Printed(msgspec.Struct, frozen=True):
    """What a document prints on some lines; `problem` where it cannot be trusted or found."""

    text: str
    problem: Literal["changed", "missing"] | None = None


class Sources:
    """The folder of source documents; each is read once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, tuple[list[str], str] | None] = {}

    def printed(self, plan: Plan, lines: Lines | None) -> Printed | None:
        """The words printed on `lines` of the plan's document; None where the plan names none."""
        if plan.source is None or lines is None:
            return None
        document = self._document(plan.source.document)
        if document is None:
            return Printed("", "missing")
        text, sha256 = document
        words = one_line(nfc(" ".join(text[lines.first - 1 : lines.last])))
        changed = plan.source.sha256 is not None and plan.source.sha256 != sha256
        return Printed(words, "changed" if changed else None)

    def _document(self, name: str) -> tuple[list[str], str] | None:
        """The lines of a document (a line ends at a newline only) and its hash."""
        if name not in self._read:
            path = self._folder / Path(name).name  # a name with folders in it cannot reach elsewhere
            try:
                raw = path.read_bytes()
            except (OSError, ValueError):  # ValueError: a name that no file can have
                self._read[name] = None
            else:
                text = raw.decode("utf-8", errors="replace").split("\n")
                self._read[name] = text, hashlib.sha256(raw).hexdigest()
        return self._read[name]
