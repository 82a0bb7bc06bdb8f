"""The reader of plan files, and the audit and the forms of report of what it read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cascade.audit import audit
from cascade.formats.audit_json import render
from cascade.model.plan import Plan
from cascade.reading.plans import Corpus, known_names, read_plan
from cascade.result.fill import fill
from tests.cli.command import COMMUNE, DISTRICT, STALE, WEAKER
from tests.hostile import acts
from tests.reading.files import HEAD
from tests.support import domain

KNOWN = known_names(domain())
ABOVE = read_plan(Path("huyen-thu-2021-2025.yaml"), "huyen-thu-2021-2025.yaml", KNOWN, DISTRICT.encode()).plan
NAME = "xa-mau-2023.yaml"


def seeds() -> Iterator[bytes]:
    """Whole plans, and beginnings of plans with a key each."""
    yield from (text.encode() for text in (COMMUNE, DISTRICT, STALE, WEAKER, HEAD))
    yield from (f"{HEAD}{key}: [{{id: a, text: b}}]\n".encode() for key in Plan.__struct_fields__)


def one(data: bytes) -> None:
    """A plan or faults, every fault with a place and words in which nothing acts; what is read can be audited."""
    read = read_plan(Path(NAME), NAME, KNOWN, data)
    assert read.plan is not None or read.faults
    for fault in read.faults:
        assert fault.line >= 1
        assert fault.column >= 1
        assert not acts(fault.message("vi") + fault.message("en"))
    if read.plan is not None:
        plans = {file.id: file for file in (read.plan, ABOVE) if file is not None}
        result = fill(audit(Corpus(plans, tuple(read.faults)), domain()))
        assert not acts(render(result, "vi").decode())
