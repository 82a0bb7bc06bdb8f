from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cascade.model.words import Words
from cascade.reading import yaml_tree
from cascade.reading.fault import Fault
from cascade.reading.syntax import place_of

PARSERS = sorted({yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)}, key=lambda one: one.__name__)
COLON = 'a value with a colon in it must be quoted: "…"'
DEEPER = "this key is set in more than its neighbours, or the line above lacks the colon and blank after its key"
TAB = "indent with spaces, not with tabs"
ALIGN = "this line must stand below its neighbours: «key: value» below keys, «- » below the entries of a list"
AFTER = 'the value on this line has ended; one that has quotes or brackets in it must be quoted as a whole: "…"'
ESCAPE = "within double quotes a \\ is written \\\\; or use single quotes: '…'"
BLOCK = 'the text after | or > begins on the next line; a value with it must be quoted: "…"'
LIST = 'a list begins on a line of its own; a value with it must be quoted: "…"'
END = "the end of the file"


def quote(sign: str) -> str:
    return f'a value that begins with {sign} must be quoted: "…"'


def unclosed(close: str, line: int, column: int) -> str:
    return f"expected a , or the {close} of the bracket opened on line {line}, column {column}"


def form(line: int) -> str:
    return f"line {line} must be of the form «key: value», or begin with «- »"


def faults(text: str) -> list[Fault]:
    return yaml_tree.parse_tree(text.encode(), "mau.yaml", Words("", "")).faults


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(
    ("text", "line", "column", "found", "expected"),
    [
        ("a: đạt: 80%\n", 1, 7, "«:»", COLON),
        ("a: 80% : x\n", 1, 8, "«:»", COLON),
        ("a: 1\n  b: 2\n", 2, 4, "«:»", DEEPER),
        ("a:b\nc: d\n", 2, 2, "«:»", DEEPER),
        ("a: 1\nđây\nc: 2\n", 3, 1, "«c»", form(2)),
        ("a: 1\r\nb\r\n", 3, 1, END, form(2)),
        ("a: 1\n'b'\n", 3, 1, END, form(2)),
        ("a:\n\tb: 2", 2, 1, "a tab", TAB),
        ("a: 1\n\tb: 2", 2, 1, "a tab", TAB),
        ("a: [1,\nb", 2, 2, END, unclosed("]", 1, 4)),
        ("a: [1, 2}\n", 1, 9, "«}»", unclosed("]", 1, 4)),
        ("a: 1\nb: {c: 1\nd: 2\n", 3, 2, "«:»", unclosed("}", 2, 4)),
        ("a: [\n", 2, 1, END, "a bracket, [ or {, is not closed"),
        ("a: [1, 2]]\n", 1, 10, "«]»", AFTER),
        ("a: 'mở", 1, 7, END, "the ' that was opened on line 1, column 4 is not closed"),
        ('a: 1\nb: {c: "x, d: 1}\n', 3, 1, END, 'the " that was opened on line 2, column 8 is not closed'),
        ('a: "C:\\Users"\n', 1, 9, "«s»", ESCAPE),
        ("a: 'it's'\n", 1, 8, "«s»", AFTER),
        ("a: [1] 2\n", 1, 8, "«2»", AFTER),
        ("a: @b", 1, 4, "«@»", quote("@")),
        ("a: %b", 1, 4, "«%»", quote("%")),
        ("a: *\n", 1, 5, "the end of the line", quote("*")),
        ("a: ,b\n", 1, 4, "«,»", quote(",")),
        ("a: ]\n", 1, 4, "«]»", quote("]")),
        ("a: > chữ\n", 1, 6, "«c»", BLOCK),
        ("a: - b\n", 1, 4, "«-»", LIST),
        ("a:\n  b: 1\n c: 2\n", 3, 2, "«c»", ALIGN),
        ("tasks:\n  - id: 1\n   text: x\n", 3, 4, "«t»", ALIGN),
        ("a: 1\n- b\n", 2, 1, "«-»", ALIGN),
        ("a: đ\nb: \x07", 2, 4, "the control character U+0007", "remove it"),
        ("a: 1\n...\nb: 2\n", 3, 1, "«b»", "from here on it is not written as YAML"),
    ],
)
def test_a_syntax_fault_says_where_what_stands_there_and_what_was_expected(
    monkeypatch: pytest.MonkeyPatch, parser: type, text: str, line: int, column: int, found: str, expected: str
) -> None:
    monkeypatch.setattr(yaml_tree, "_LOADER", parser)
    (fault,) = faults(text)
    assert (fault.line, fault.column, fault.code) == (line, column, "syntax")
    assert fault.message("en") == f"this is not valid YAML at {found}: {expected}"


def test_it_says_so_in_vietnamese() -> None:
    (fault,) = faults("a: [1,\nb")
    assert fault.message("vi") == "sai cú pháp YAML ở cuối tệp: cần dấu , hoặc ] cho ngoặc mở ở dòng 1, cột 4"


def test_the_words_of_the_library_are_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    class Says:
        def __init__(self, _: str) -> None: ...

        def get_event(self) -> yaml.Event:
            raise yaml.MarkedYAMLError(context="SAID", problem="SAID")

    monkeypatch.setattr(yaml_tree, "_LOADER", Says)
    (fault,) = faults("a: 1")
    assert "SAID" not in fault.message("vi") + fault.message("en")


@given(st.text(alphabet="ab\r\n\x85\u2028", max_size=12), st.integers(0, 12))
def test_a_place_counts_lines_and_columns_from_one(text: str, at: int) -> None:
    line, column = place_of(text, min(at, len(text)))
    assert line >= 1
    assert 1 <= column <= at + 1
