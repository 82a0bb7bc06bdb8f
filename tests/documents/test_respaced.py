from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cascade.documents.document import Cell, Document, Line, Table
from cascade.documents.respaced import NOTE, is_parted, joined, respaced
from cascade.model.plan import Lines

SAID = (
    "Ủy ban nhân dân xã Tân Lộc",
    "Căn cứ Kế hoạch số 45/KH-UBND ngày 10/01/2025 của UBND tỉnh về cải cách hành chính;",
    "- Tối thiểu 80% hồ sơ được nộp trực tuyến.",
    "Là một trong những nhiệm vụ có thể thực hiện ở cơ sở, theo ý kiến của người dân",
    "NGHIÊN CỨU, ĐỀ XUẤT GIẢI PHÁP (QUÝ II/2025): HOÀN THIỆN KHUYẾN NGHỊ",
)


def parted(text: str) -> str:
    """A text as a program writes it that places every accented vowel by itself."""
    return " ".join(re.sub(r"([ạ-ỹẠ-Ỹ])", r" \1 ", text).split())


@pytest.mark.parametrize("said", SAID)
def test_what_was_parted_is_whole_again(said: str) -> None:
    assert joined(parted(said)).replace(" ", "") == said.replace(" ", "")
    assert joined(parted(said)) == said


@given(st.lists(st.sampled_from([word for line in SAID for word in line.split()]), min_size=1, max_size=12))
def test_no_letter_is_lost_and_whole_words_stay(words: list[str]) -> None:
    line = " ".join(words)
    assert joined(line).replace(" ", "") == line.replace(" ", "")
    assert joined(joined(parted(line))) == joined(parted(line))


def test_a_healthy_text_is_left_alone() -> None:
    assert not is_parted(SAID)
    document = Document("a.txt", "", "text", tuple(map(Line, SAID)))
    assert respaced(document) is document


def test_lines_and_cells_are_mended_together_and_told() -> None:
    lines = tuple(Line(parted(said)) for said in SAID)
    cell = Cell(parted(SAID[0]), Lines(1, 1))
    found = respaced(Document("a.pdf", "", "pdf", lines, (Table(Lines(1, 1), ((cell, cell),)),)))
    assert [line.text for line in found.lines] == list(SAID)
    (row,) = found.tables[0].rows
    assert row[0] is row[1]
    assert (row[0].text, found.notes) == (SAID[0], (NOTE,))
