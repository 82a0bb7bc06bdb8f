"""Letters, a workbook and comments from the command line: where they go, and what is said where they cannot."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import docx
import pytest

from cascade.reading.reports import is_untouched_report
from tests.cli.command import CORPORA, Command, command, environment, write
from tests.support import ROOT

HERE = ROOT / "benchmarks/documents"
NAMES = ("tinh-vi-du-quyet-dinh-2026-2030.docx", "xa-mau-2026.docx")
COPY = "mau-2026.docx"


@pytest.fixture
def own(tmp_path: Path) -> Command:
    """The command in a folder with two submitted documents."""
    (tmp_path / "in").mkdir()
    for name in NAMES:
        shutil.copy(HERE / name, tmp_path / "in" / name)
    return Command(tmp_path)


def test_a_folder_gets_a_file_a_plan_and_the_originals_stay(own: Command) -> None:
    before = [(own.folder / "in" / name).read_bytes() for name in NAMES]
    made = own("audit", "in", "--format", "docx-comments", "-o", "ra/nhan-xet", "--format", "docx", "-o", "ra")
    assert made.status == 1
    assert len(docx.Document(str(own.folder / "ra/nhan-xet" / COPY)).comments) > 8
    assert docx.Document(str(own.folder / "ra" / COPY)).tables
    assert [(own.folder / "in" / name).read_bytes() for name in NAMES] == before


def test_what_was_made_is_neither_read_again_nor_replaced_once_it_was_edited(own: Command) -> None:
    first = own("audit", "in").out
    forms = (("docx-comments", "in/nhan-xet"), ("docx", "in/thu"), ("xlsx", "in/bang.xlsx"))
    assert own("audit", "in", *(word for form, name in forms for word in ("--format", form, "-o", name))).status == 1
    again = own("audit", "in", "--format", "rich", "-o", "-", "--format", "docx", "-o", "in/thu")
    assert again == (1, first, "")
    letter = own.folder / "in/thu" / COPY
    edited = docx.Document(str(letter))
    edited.core_properties.last_modified_by = "Chuyên viên"
    edited.save(str(letter))
    refused = own._make("audit", "in", "--format", "docx", "-o", "in/thu")
    assert refused.status == 2
    assert f"in/thu/{COPY}" in refused.err
    assert not is_untouched_report(letter)


def test_one_file_for_the_one_plan_that_is_commented(own: Command) -> None:
    assert own("audit", "in", "--plan", "mau-2026", "--format", "docx-comments", "-o", "a.docx").status == 1
    assert len(docx.Document(str(own.folder / "a.docx")).comments) > 8
    several = own("audit", "in", "--format", "docx-comments", "-o", "b.docx", "--lang", "en")
    assert several.status == 2
    assert "name a folder" in several.err
    assert not (own.folder / "b.docx").exists()


def test_a_plan_that_is_no_word_document_is_told_and_the_rest_is_made(tmp_path: Path) -> None:
    write(tmp_path, {f"in/{name}": text for name, text in CORPORA["error"].items()})
    shutil.copy(HERE / NAMES[1], tmp_path / "in" / NAMES[1])
    made = Command(tmp_path)("audit", "in", "--format", "docx-comments", "-o", "ra", "--lang", "en")
    assert "no comments written: its document is not at hand; --format docx makes a letter instead" in made.err
    assert [path.name for path in (tmp_path / "ra").iterdir()] == [COPY]


def test_a_document_that_changed_since_its_plan_was_recorded_gets_no_comments(own: Command) -> None:
    assert own("ingest", "in", "-o", "nhap").status == 0
    call = ("audit", "nhap", "--sources", "in", "--format", "docx-comments", "-o", "ra", "--lang", "en")
    plans = (own.folder / "nhap").rglob("*.yaml")
    assert own._make(*call).status in (0, 1)
    made = sorted(path.name for path in (own.folder / "ra").iterdir())
    assert made == sorted(f"{path.stem}.docx" for path in plans)
    changed = docx.Document(str(own.folder / "in" / NAMES[1]))
    changed.add_paragraph("Thêm một dòng")
    changed.save(str(own.folder / "in" / NAMES[1]))
    assert f"in/{NAMES[1]}: no comments written: it has changed since it was read" in own._make(*call).err


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (("--format", "docx-comments"), "--format docx-comments needs -o FILE or -o DIR"),
        (("-o", "in"), "in is a folder; only --format docx, docx-comments writes into one"),
        (("--format", "xlsx", "-o", "in"), "in is a folder"),
    ],
)
def test_a_place_that_cannot_hold_a_form_is_a_wrong_call(own: Command, call: tuple[str, ...], said: str) -> None:
    made = own("audit", "in", *call, "--lang", "en")
    assert made.status == 2
    assert said in made.err


def test_a_form_that_is_no_text_goes_down_a_pipe(own: Command) -> None:
    call = command("audit", "in", "--plan", "mau-2026", "--format", "docx")
    made = subprocess.run(call, cwd=own.folder, env=environment(), capture_output=True, check=False)
    assert docx.Document(BytesIO(made.stdout)).tables
