"""Pages made into one document."""

from __future__ import annotations

import pytest

from cascade.documents.document import Document
from cascade.documents.layout import Page, TableDraft, Word, rows_of
from cascade.documents.pages import document_of
from cascade.documents.sheet import Slot


def page(number: int, *lines: tuple[str, float], size: float = 12, tables: tuple[TableDraft, ...] = ()) -> Page:
    words = [
        Word(part, 60 + 50 * at, y - size + 2, 60 + 50 * at + 45, y + 2, y)
        for text, y in lines
        for at, part in enumerate(text.split())
    ]
    return Page(number, 600, 800, rows_of(words), list(tables))


def read(*pages: Page) -> Document:
    return document_of("mẫu.pdf", b"", "pdf", pages)


def test_lines_that_stand_on_every_page_go_and_the_words_go_on() -> None:
    document = read(*(page(n, ("Kế hoạch Mẫu", 40), (f"dòng {n} đây", 400), (f"{n}", 780)) for n in (1, 2, 3)))
    assert [line.text for line in document.lines] == ["dòng 1 đây", "dòng 2 đây", "dòng 3 đây"]
    assert [line.page for line in document.lines] == [1, 2, 3]


def table(number: int, *rows: tuple[str, ...], top: float = 100) -> TableDraft:
    made = [[Slot([(text, number)] if text else []) for text in row] for row in rows]
    return TableDraft(number, top, top + 600, [60.0 + 100 * at for at in range(len(rows[0]) + 1)], made)


@pytest.mark.parametrize("head", [(), (("TT", "Việc", "Ai"),)])
def test_a_table_goes_on_over_the_page_with_or_without_its_header(head: tuple[tuple[str, ...], ...]) -> None:
    first = table(1, ("TT", "Việc", "Ai"), ("1", "Họp", "Xã"))
    (found,) = read(page(1, tables=(first,)), page(2, tables=(table(2, *head, ("2", "Rà soát", "Thôn")),))).tables
    assert [[cell.text for cell in row] for row in found.rows] == [
        ["TT", "Việc", "Ai"],
        ["1", "Họp", "Xã"],
        ["2", "Rà soát", "Thôn"],
    ]


def test_small_print_at_the_foot_comes_last() -> None:
    body = page(1, *((f"dòng số {n} ở đây", 300 + 14 * n) for n in range(12)))
    foot = page(1, ("1 Theo Nghị định", 700), size=8)
    document = read(Page(1, 600, 800, body.rows + foot.rows, []), page(2, ("dòng sau cùng", 300)))
    assert [line.text for line in document.lines][-3:] == ["dòng sau cùng", "", "1 Theo Nghị định"]
