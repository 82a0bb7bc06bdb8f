"""How submitted documents among plan files are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cascade.documents.formats import DOCUMENT_SUFFIXES
from cascade.model.domain import Domain
from cascade.reading.plans import Documents, PlanRead

if TYPE_CHECKING:
    from cascade.ingest.folder import Told


def submitted(domain: Domain, rule_folders: Sequence[Path] = (), told: Told | None = None) -> Documents:
    """The reader of documents that `read_corpus` takes; what that takes is imported with the first of them.
    `rule_folders`, `told`: as `read_documents` takes them."""

    def read(paths: Sequence[Path]) -> Iterator[PlanRead]:
        from cascade.ingest.folder import as_plan_file, read_documents

        return (as_plan_file(outcome) for outcome in read_documents(paths, domain, rule_folders, told))

    return Documents(DOCUMENT_SUFFIXES, read)
