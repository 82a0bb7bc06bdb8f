"""A file that a person works on answer by answer: saved whole each time, and never over what someone else wrote."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cascade.cli.files import write_whole

if TYPE_CHECKING:
    from cascade.model.words import Words
    from cascade.reading.fault import Fault

_BOM = "\ufeff"


class UnsavedError(Exception):
    """An answer could not be saved."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.code)
        self.fault = fault


class Kept:
    """A file as it was read last. Raises OSError or UnicodeDecodeError where it cannot be read; one that is not there
    is made with the first answer, from `new`."""

    def __init__(self, path: Path, new: str | None = None) -> None:
        self.path = path
        self._held = path.read_bytes() if new is None or path.exists() else None
        self.text = (new or "") if self._held is None else self._held.decode("utf-8").removeprefix(_BOM)

    def save(self, text: str) -> None:
        """Write the text, unless someone else has changed the file since; raises UnsavedError."""
        mark = _BOM if self._held is not None and self._held.startswith(_BOM.encode()) else ""
        data = f"{mark}{text}".encode()
        try:
            now = self.path.read_bytes() if self.path.exists() else None
            if now != self._held:
                raise UnsavedError(self._fault("changed-meanwhile"))
            if data != self._held:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                write_whole(self.path, data)
        except OSError as error:
            from cascade.model.refused import refused

            raise UnsavedError(self._fault("unwritable", refused(error))) from error
        self._held, self.text = data, text

    def _fault(self, code: str, reason: Words | None = None) -> Fault:
        from cascade.model.text import file_name
        from cascade.reading.fault import Fault

        return Fault(file_name(self.path.as_posix()), 1, 1, code, (("reason", reason),) if reason else ())
