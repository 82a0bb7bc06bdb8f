"""The submitted documents beside the recorded plans: the printed words of an item's lines."""

from __future__ import annotations

from pathlib import Path

from cascade.documents.document import Document, Printed
from cascade.documents.fault import DocumentError
from cascade.documents.read import read_document
from cascade.model.plan import Lines, Plan
from cascade.model.text import one_line
from cascade.reading.plans import leads_into, real


class Sources:
    """The folder of source documents; each is read once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, Document | None] = {}

    def printed(self, plan: Plan, lines: Lines | None) -> Printed | None:
        """The words printed on `lines` of the plan's document; None where the plan names none."""
        if plan.source is None or lines is None:
            return None
        document = self._document(plan.source.document)
        if document is None:
            return Printed("", "missing")
        words = one_line(" ".join(line.text for line in document.lines[lines.first - 1 : lines.last]))
        changed = plan.source.sha256 is not None and plan.source.sha256 != document.sha256
        return Printed(words, "changed" if changed else None)

    def _document(self, name: str) -> Document | None:
        """A document by its name; None where it is not in the folder or cannot be read."""
        if name not in self._read:
            try:
                self._read[name] = read_document(self._inside(Path(name).name))  # no folder in a name leads elsewhere
            except DocumentError:
                self._read[name] = None
        return self._read[name]

    def _inside(self, name: str) -> Path:
        """The file of this name in the folder. Raises DocumentError for a link that leads out of it."""
        path = self._folder / name
        if real(path) == real(self._folder) or not leads_into(path, [real(self._folder)]):
            raise DocumentError("not-a-file")
        return path
