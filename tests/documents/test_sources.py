from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec
import pytest

from cascade.documents.document import Printed
from cascade.documents.sources import Sources
from cascade.model.plan import Lines, Plan, Source
from cascade.model.rule import Sketch, plan_of

TEXT = "Căn cứ:\n  - Kế hoạch\t01/KH-UBND;\r\n50-80% TTHC\nthanh toa\u0301n\u2028trực tuyến\n"


def plan(document: str = "mau.txt", sha256: str | None = None) -> Plan:
    return msgspec.structs.replace(plan_of(Sketch(), "child")[1], source=Source(document, sha256))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "mau.txt").write_bytes(TEXT.encode())
    return tmp_path


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (Lines(1, 1), "Căn cứ:"),
        (Lines(2, 2), "- Kế hoạch 01/KH-UBND;"),
        (Lines(3, 4), "50-80% TTHC thanh toán trực tuyến"),
        (Lines(4, 9), "thanh toán trực tuyến"),
        (Lines(8, 9), ""),
    ],
)
def test_the_words_of_the_lines_are_printed_on_one_line(folder: Path, lines: Lines, words: str) -> None:
    assert Sources(folder).printed(plan(), lines) == Printed(words)


def test_a_document_with_the_recorded_hash_is_the_recorded_one(folder: Path) -> None:
    recorded = plan(sha256=hashlib.sha256(TEXT.encode()).hexdigest())
    assert Sources(folder).printed(recorded, Lines(1, 1)) == Printed("Căn cứ:")


def test_a_document_with_another_hash_has_changed(folder: Path) -> None:
    assert Sources(folder).printed(plan(sha256="0" * 64), Lines(1, 1)) == Printed("Căn cứ:", "changed")


def test_a_plan_without_a_document_or_an_item_without_lines_prints_nothing(folder: Path) -> None:
    assert Sources(folder).printed(plan_of(Sketch(), "child")[1], Lines(1, 1)) is None
    assert Sources(folder).printed(plan(), None) is None


@pytest.mark.parametrize("document", ["khac.txt", "..", ".", "x" * 300, "a\0b", ""])
def test_a_document_that_is_not_there_is_missing(folder: Path, document: str) -> None:
    assert Sources(folder).printed(plan(document), Lines(1, 1)) == Printed("", "missing")


def test_a_name_with_folders_in_it_reaches_no_other_folder(folder: Path) -> None:
    below = folder / "sources"
    below.mkdir()
    assert Sources(below).printed(plan("../mau.txt"), Lines(1, 1)) == Printed("", "missing")
    assert Sources(below).printed(plan(str(folder / "mau.txt")), Lines(1, 1)) == Printed("", "missing")


def test_a_document_that_cannot_be_read_is_missing(folder: Path) -> None:
    (folder / "mau.txt").write_bytes(b"a\xff\x1b[2Jb\n")
    assert Sources(folder).printed(plan(), Lines(1, 1)) == Printed("", "missing")


def test_a_link_out_of_the_folder_prints_nothing_of_what_it_leads_to(folder: Path) -> None:
    sources = folder / "sources"
    sources.mkdir()
    (sources / "ra.txt").symlink_to(folder / "mau.txt")
    (sources / "vong.txt").symlink_to(sources / "vong.txt")
    (sources / "that.txt").write_bytes(TEXT.encode())
    (sources / "trong.txt").symlink_to("that.txt")
    for name, printed in (
        ("ra", Printed("", "missing")),
        ("vong", Printed("", "missing")),
        ("trong", Printed("Căn cứ:")),
    ):
        assert Sources(sources).printed(plan(f"{name}.txt"), Lines(1, 1)) == printed
