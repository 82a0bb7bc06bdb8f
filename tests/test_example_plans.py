"""The example for people who try the program: it has the faults that its README names, and no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cascade import api
from cascade.documents.read import read_document
from examples.make import FOLDER, MADE, docx, txt
from tests.support import ROOT

PAGE = (ROOT / "examples/README.md").read_text("utf-8")
PLANS = {"tỉnh Ví Dụ": "vi-du", "xã Mẫu": "mau", "xã Thử": "thu", "phường Minh Họa": "minh-hoa"}


def told() -> list[tuple[str, str]]:
    """Plan and rule of every row of the README's table."""
    found, unit = [], ""
    for name, rule in re.findall(r"^\|([^|]*)\|[^|]*\| `([a-z-]+)` \|$", PAGE, re.M):
        unit = name.partition("(")[0].strip() or unit
        found.append((f"{PLANS[unit]}-2026-2030", rule))
    return found


def test_the_audit_finds_what_the_table_says_and_nothing_else() -> None:
    result = api.audit([FOLDER])
    assert not result.faults
    assert sorted((one.plan, one.rule) for one in result.findings) == sorted(told())
    assert result.fails("error")


@pytest.mark.parametrize("name", sorted(name for name, (write, _) in MADE.items() if write in (docx, txt)))
def test_the_documents_are_what_the_script_writes(tmp_path: Path, name: str) -> None:
    write, paper = MADE[name]
    write(paper, tmp_path / name)
    assert (tmp_path / name).read_bytes() == (FOLDER / name).read_bytes()


def test_the_pdf_says_what_the_script_says() -> None:
    (name,) = (name for name in MADE if name.endswith(".pdf"))
    printed = " ".join(line.text for line in read_document(FOLDER / name).lines)
    said = "".join(printed.split())
    assert all("".join(text.split()) in said for text, _ in MADE[name][1].lines())
