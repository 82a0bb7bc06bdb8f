"""From the text of a document to a draft, which reads back as the plan that the document itself gives."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cascade.documents.fault import DocumentError
from cascade.documents.text import read_text
from cascade.ingest.draft import read_draft
from cascade.reading.plans import known_names, read_plan
from cascade.report.draft_file import draft_yaml
from tests.hostile import acts
from tests.support import ROOT, domain

KNOWN = known_names(domain())
LONGEST = 20_000
NAME = "xa-mau.yaml"


def seeds() -> Iterator[bytes]:
    """The invented documents of the tests."""
    return (path.read_bytes() for path in sorted((ROOT / "tests" / "cases").glob("*.txt")))


def one(data: bytes) -> None:
    """A draft that reads back without a fault, and nothing in which acts."""
    try:
        document = read_text(data[:LONGEST], "xa.txt")
    except DocumentError:
        return
    draft = read_draft(document, domain())
    written = draft_yaml(draft)
    assert not acts(written)
    read = read_plan(Path(NAME), NAME, KNOWN, written.encode())
    if draft.plan is None:
        assert all(fault.code == "expected" for fault in read.faults)
    else:
        assert read.faults == []
        assert read.plan is not None
        assert read.plan.plan == draft.plan
