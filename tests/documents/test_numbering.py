"""The labels of lists in Word documents."""

from __future__ import annotations

import pytest

from cascade.documents.docx import read_docx
from cascade.documents.numbering import written
from tests.documents.word import definition, docx, item, level, listed, para


def texts(data: bytes) -> list[str]:
    return [line.text for line in read_docx(data, "mẫu.docx").lines]


def test_levels_count_and_restart() -> None:
    numbering = definition(
        1,
        level(0, "upperRoman", "%1."),
        level(1, "decimal", "%2."),
        level(2, "decimal", "%2.%3."),
        level(3, "lowerLetter", "%4)"),
    ) + listed(1, 1)
    places = (0, 1, 2, 2, 3, 3, 1, 2, 3, 0, 1)
    body = "".join(item("x", level=place) for place in places)
    assert [text.split()[0] for text in texts(docx(body, numbering=numbering))] == [
        "I.", "1.", "1.1.", "1.2.", "a)", "b)", "2.", "2.1.", "a)", "II.", "1.",
    ]  # fmt: skip


def test_lists_of_one_definition_go_on_unless_one_has_a_start() -> None:
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbering = definition(1, level(0, "decimal", "%1.")) + listed(1, 1) + listed(2, 1) + listed(3, 1, start)
    body = "".join(item("x", list_id) for list_id in (1, 1, 2, 3, 3, 1))
    assert texts(docx(body, numbering=numbering)) == ["1. x", "2. x", "3. x", "5. x", "6. x", "7. x"]


def test_a_level_that_never_restarts_counts_on() -> None:
    never = level(1, "decimal", "Điều %2.", '<w:lvlRestart w:val="0"/>')
    numbering = definition(1, level(0, "upperRoman", "Chương %1"), never) + listed(1, 1)
    body = "".join(item("x", level=place) for place in (0, 1, 1, 0, 1))
    assert texts(docx(body, numbering=numbering)) == [
        "Chương I x",
        "Điều 1. x",
        "Điều 2. x",
        "Chương II x",
        "Điều 3. x",
    ]


def test_an_override_replaces_a_level() -> None:
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "lowerRoman", "(%1)")}</w:lvlOverride>'
    numbering = definition(1, level(0, "decimal", "%1.")) + listed(1, 1, other)
    assert texts(docx(item("x") + item("y"), numbering=numbering)) == ["(i) x", "(ii) y"]


def test_legal_numbering_writes_digits() -> None:
    numbering = definition(1, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2.", "<w:isLgl/>")) + listed(1, 1)
    assert texts(docx(item("x") + item("y", level=1), numbering=numbering)) == ["I. x", "1.1. y"]


def test_bullets_are_dashes_and_a_plus_stays_a_plus() -> None:
    numbering = definition(
        1, level(0, "bullet", "\uf0b7"), level(1, "bullet", "+"), level(2, "bullet", "\uf02b")
    ) + listed(1, 1)
    body = item("a") + item("b", level=1) + item("c", level=2) + item("")
    assert texts(docx(body, numbering=numbering)) == ["- a", "+ b", "+ c", ""]


def test_a_style_numbers_its_paragraphs_at_the_level_tied_to_it() -> None:
    numbering = definition(
        1,
        level(0, "decimal", "%1.", '<w:pStyle w:val="Muc"/>'),
        level(1, "lowerLetter", "%2)", '<w:pStyle w:val="Diem"/>'),
    ) + listed(1, 1)
    listing = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = (
        f'<w:style w:type="paragraph" w:styleId="Muc">{listing}</w:style>'
        f'<w:style w:type="paragraph" w:styleId="Diem">{listing}</w:style>'
        '<w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Diem"/></w:style>'
    )

    def styled(name: str, more: str = "") -> str:
        return para("x", properties=f'<w:pStyle w:val="{name}"/>{more}')

    off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = styled("Muc") + styled("Diem") + styled("Con") + styled("Muc", off) + styled("Muc")
    assert texts(docx(body, numbering=numbering, styles=styles)) == ["1. x", "a) x", "b) x", "x", "2. x"]


def test_styles_based_on_each_other_in_a_ring_end() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:basedOn w:val="{other}"/></w:style>'
        for name, other in (("A", "B"), ("B", "A"))
    )
    assert texts(docx(para("x", properties='<w:pStyle w:val="A"/>'), styles=styles)) == ["x"]


@pytest.mark.parametrize(
    ("count", "form", "label"),
    [(1, "lowerLetter", "a"), (27, "lowerLetter", "aa"), (28, "upperLetter", "BB"), (14, "upperRoman", "XIV"),
     (1999, "lowerRoman", "mcmxcix"), (7, "decimalZero", "07"), (0, "upperRoman", "0"), (4, "none", ""),
     (3, "ordinalText", "3")],
)  # fmt: skip
def test_number_formats(count: int, form: str, label: str) -> None:
    assert written(count, form) == label
