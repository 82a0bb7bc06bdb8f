"""From a line of a Word document back to its paragraph."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from cascade.documents.docx import read_docx
from cascade.documents.ooxml import Package, W
from cascade.documents.paragraphs import paragraphs_of
from tests.documents.word import DOWN, ON, cell, definition, item, level, listed, para, row, run, table
from tests.documents.word import docx as word
from tests.support import ROOT

REAL = sorted((ROOT / "benchmarks/documents").glob("*.docx"))
NUMBERED = definition(1, level(0, "decimal", "%1.")) + listed(1, 1)


def words(data: bytes) -> list[tuple[str, str]]:
    """Each line with the text of the paragraph that it is said to stand in."""
    lines = read_docx(data, "a.docx").lines
    root = Package(data).tree("word/document.xml")
    assert root is not None
    said = ["".join(part.text or "" for part in one.iter(W + "t")) for one in root.iter(W + "p")]
    places = paragraphs_of(data, "a.docx")
    assert len(places) == len(lines)
    return [(line.text, "" if at is None else said[at]) for line, at in zip(lines, places, strict=True)]


def test_lines_of_lists_tables_and_repeated_words_are_found() -> None:
    body = (
        para("Như nhau") + item("Một") + item("Hai") + para("Như nhau")
        + table(row("STT", "Việc"), row(cell("1"), cell("Như nhau", "Dòng hai")), row("STT", "Việc"), row("2", "Ba"))
        + para("Như nhau")
    )  # fmt: skip
    told = words(word(body, numbering=NUMBERED))
    assert [line for line, _ in told] == [
        "Như nhau", "1. Một", "2. Hai", "Như nhau", "STT", "Việc", "1", "Như nhau", "Dòng hai", "2", "Ba", "Như nhau",
    ]  # fmt: skip
    assert all(line.endswith(said) and said for line, said in told)
    places = paragraphs_of(word(body, numbering=NUMBERED), "a.docx")
    found = [place for place in places if place is not None]
    assert found == sorted(found)
    assert len(set(found)) == len(found)


def test_a_cell_that_reaches_down_and_a_deleted_text_move_nothing() -> None:
    gone = "<w:del>" + run("mất") + "</w:del>"
    body = para(gone) + table(row(cell("A", look=DOWN), "b"), row(cell("", look=ON), "c")) + para("Cuối")
    assert [said for line, said in words(word(body)) if line] == ["A", "b", "c", "Cuối"]


def test_a_line_in_several_parts_has_one_paragraph() -> None:
    data = word(para(run("Một") + "<w:r><w:br/></w:r>" + run("Hai")))
    assert paragraphs_of(data, "a.docx") == (0, 0)


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_nearly_every_line_of_a_document_has_its_paragraph(path: Path) -> None:
    data = path.read_bytes()
    places = paragraphs_of(data, path.name)
    lines = read_docx(data, path.name).lines
    paragraphs = list(docx.Document(BytesIO(data)).element.iter(qn("w:p")))
    assert all(place is None or place < len(paragraphs) for place in places)
    told = [line for line, place in zip(lines, places, strict=True) if place is None and line.text]
    assert len(told) <= len(lines) // 50
