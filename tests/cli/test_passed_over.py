"""What lies among the plans and is none turns nothing red, and is told."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.command import CORPORA, Command, write
from tests.cli.documents import LETTER

LOCAL = {f"plans/{name}": text for name, text in CORPORA["clean"].items()}


@pytest.fixture
def own(tmp_path: Path) -> Command:
    write(tmp_path, LOCAL)
    (tmp_path / "plans/~$ke-hoach.docx").write_bytes(b"\x0bopen")
    (tmp_path / "plans/thu.txt").write_text(LETTER, encoding="utf-8")
    (tmp_path / "plans/notes.py").touch()
    for name in ("gui.zip", "bang.xlsx"):
        with zipfile.ZipFile(tmp_path / "plans" / name, "w") as package:
            package.writestr("a.txt", "")
    with zipfile.ZipFile(tmp_path / "plans/bao-cao.xlsx", "w") as package:
        package.writestr("docProps/core.xml", "<cp:keywords>cascade-audit/1</cp:keywords>")
    return Command(tmp_path)


def test_they_are_told_and_change_no_status(own: Command) -> None:
    made = own("audit", "plans", "--format", "json")
    report = json.loads(made.out)
    assert (made.status, made.err, report["errors"]) == (0, "", [])
    assert {(one["file"], one["code"]) for one in report["passed_over"]} == {
        ("plans/~$ke-hoach.docx", "passed-over"),
        ("plans/thu.txt", "passed-over"),
        ("plans/gui.zip", "passed-over"),
        ("plans/bang.xlsx", "passed-over"),
    }
    for form in ("rich", "markdown", "sarif"):
        out = own("audit", "plans", "--format", form).out
        assert all(name in out for name in ("thu.txt", "gui.zip")), form


def test_one_that_the_call_names_is_a_fault(own: Command) -> None:
    made = own("audit", "plans", "plans/thu.txt", "--format", "json")
    assert made.status == 2
    assert [error["code"] for error in json.loads(made.out)["errors"]] == ["no-draft"]
    assert own("audit", "plans/gui.zip").status == 2


def test_where_all_is_as_it_should_be_nothing_is_told(tmp_path: Path) -> None:
    write(tmp_path, LOCAL)
    assert "passed_over" not in json.loads(Command(tmp_path)("audit", "plans", "--format", "json").out)
