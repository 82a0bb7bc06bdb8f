"""Small invented documents, each of a kind that was read wrongly once: what must come out of them.

A case is a document and, beside it, the fragment of plan/1 that it must give. Those of `standing/` were read rightly
from the start.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from benchmarks.fragments import differences
from cascade.documents.read import read_document
from cascade.ingest.draft import read_draft
from cascade.report.draft_file import draft_tree
from tests.support import domain

FOLDER = Path(__file__).parent.parent / "cases"


def cases() -> Iterator[Any]:
    for label in sorted(FOLDER.rglob("*.expected.yaml")):
        stem = label.name.removesuffix(".expected.yaml")
        for document in label.parent.glob(f"{stem}.*"):
            if document != label:
                yield pytest.param(document, label, id=stem)


@pytest.mark.parametrize(("document", "label"), list(cases()))
def test_a_case_gives_what_a_careful_reader_finds(document: Path, label: Path) -> None:
    found = draft_tree(read_draft(read_document(document), domain()))
    assert list(differences(found, yaml.safe_load(label.read_text(encoding="utf-8")))) == []
