from __future__ import annotations

import subprocess
import sys

from hypothesis import given, reject
from hypothesis import strategies as st

from cascade.documents.document import Document
from cascade.documents.fault import DocumentError
from cascade.documents.text import read_text
from cascade.model.plan import Lines


def read(text: str, name: str = "mẫu.txt") -> Document:
    return read_text(text.encode(), name)


def texts(text: str, name: str = "mẫu.txt") -> list[str]:
    return [line.text for line in read(text, name).lines]


def test_line_n_is_line_n_of_the_file() -> None:
    assert texts("a\r\n\r\n  b\u2028c\x0c\n\n") == ["a", "", "  b c", ""]


def test_an_old_macintosh_file_has_lines() -> None:
    assert texts("a\rb") == ["a", "b"]


def test_invisible_characters_go_and_spaces_are_spaces() -> None:
    assert texts("Số:\u00a012\u200b/KH\u00ad\ufeff  ") == ["Số: 12/KH"]


def test_a_text_with_two_headings_is_markdown_and_with_none_is_not() -> None:
    assert read("# A\n## B\n**c**").form == "markdown"
    assert texts("**c** # d") == ["**c** # d"]
    assert read("# A\nb").form == "text"


def test_runs_of_tabs_are_tables() -> None:
    document = read("đầu\nTT\tViệc\tHạn\n1\ta\t2026\n\n\n2\tb\t\nTT\tViệc\tHạn\ncuối\n\tx\ty\n")
    (table,) = document.tables
    assert table.lines == Lines(2, 7)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["TT", "Việc", "Hạn"],
        ["1", "a", "2026"],
        ["2", "b", ""],
    ]
    assert table.rows[2][0].lines == Lines(6, 6)
    assert table.rows[2][2].lines is None
    assert document.lines[1].text == "TT Việc Hạn"


def test_another_number_of_tabs_ends_a_table() -> None:
    assert not read("a\tb\tc\nd\te\nf\tg\th").tables
    assert not read("a\tb\nc\td").tables


def test_reading_text_imports_no_parser_of_markup() -> None:
    code = (
        "import sys, cascade.documents.read, cascade.documents.text as t;"
        "t.read_text(b'a', 'a'); sys.exit(bool({'lxml', 'markdown_it', 'pypdfium2'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200), st.sampled_from(("a.txt", "a.md")))
def test_a_file_has_as_many_lines_as_line_ends(text: str, name: str) -> None:
    text = "x\n" + text.replace("\0", "") + "\n"
    try:
        document = read(text, name)
    except DocumentError:
        reject()
    assert len(document.lines) == text.count("\n")
    assert all("\n" not in line.text and "\t" not in line.text for line in document.lines)
