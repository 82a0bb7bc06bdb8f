"""Words of a page as rows and blocks."""

from __future__ import annotations

from cascade.documents.layout import Page, Word, blocks_of, rows_of


def word(text: str, x: float, y: float, *, loose: bool = False) -> Word:
    return Word(text, x, y - 10, x + 6 * len(text), y + 2, y, loose)


def line(text: str, x: float, y: float) -> list[Word]:
    words, at = [], x
    for part in text.split():
        words.append(word(part, at, y))
        at += 6 * len(part) + 3
    return words


def blocks(*lines: list[Word]) -> list[object]:
    return list(blocks_of(Page(1, 600, 800, rows_of([one for words in lines for one in words]), [])))


def test_words_on_a_baseline_are_a_row_in_segments() -> None:
    (row,) = rows_of([*line("Phòng Thử", 300, 100), *line("Rà soát", 60, 101)])
    assert [part.text for part in row.segments] == ["Rà soát", "Phòng Thử"]
    assert row.text == "Rà soát Phòng Thử"


def test_pieces_that_touch_without_a_space_are_one_word() -> None:
    (row,) = rows_of([word("triển", 60, 100), word("khai", 90, 100, loose=True), word("khai", 130, 100)])
    assert row.text == "triểnkhai khai"


def test_an_empty_line_stands_between_paragraphs_only() -> None:
    lines = [line(text, 60, y) for text, y in (("a b", 100), ("c d", 114), ("e f", 128), ("g h", 160))]
    assert blocks(*lines) == ["a b", "c d", "e f", "", "g h"]


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [line("UBND XÃ MẪU", 60, 100), line("Số: 1/KH", 60, 114)]
    right = [line("CỘNG HÒA", 300, 100), line("Độc lập", 300, 114)]
    assert [text for text in blocks(*left, *right) if text] == ["UBND XÃ MẪU", "Số: 1/KH", "CỘNG HÒA", "Độc lập"]
