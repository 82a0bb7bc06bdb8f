from __future__ import annotations

import ast
import unicodedata
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cascade.reading
from cascade.model.words import LANGS, Words
from cascade.reading.fault import NEAREST, WORDS, Fault, nearest
from tests.reading.files import HEAD, read

HOSTILE = "\x1b[31m\x07\u202eabc\u2066\u200b\x9b2J\ud800\r\n\u2028x\t\0"


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def codes_in_use() -> set[str]:
    """The codes of faults that the readers' sources name."""
    found = set()
    package = Path(cascade.reading.__file__).parents[1]
    for path in (path for room in ("reading", "lexicon", "ingest", "cli") for path in (package / room).glob("*.py")):
        if path.name != "fault.py":
            tree = ast.parse(path.read_text(encoding="utf-8"))
            found |= {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and node.value in WORDS}
    return found


@pytest.mark.parametrize("code", WORDS)
def test_every_code_has_words_in_both_languages_with_the_same_facts(code: str) -> None:
    words = WORDS[code]
    assert words.vi.strip()
    assert words.en.strip()
    assert words.vi != words.en
    assert placeholders(words.vi) == placeholders(words.en)


def test_the_words_that_name_the_nearest_name_have_the_same_facts() -> None:
    assert placeholders(NEAREST.vi) == placeholders(NEAREST.en) == {"name"}


def test_no_code_has_words_that_no_reader_says() -> None:
    assert set(WORDS) - codes_in_use() == set()


@pytest.mark.parametrize("code", WORDS)
def test_no_fact_acts_on_the_terminal_that_shows_it(code: str) -> None:
    facts = tuple((name, HOSTILE) for name in sorted(placeholders(WORDS[code].vi)))
    for lang in LANGS:
        message = Fault("mau.yaml", 1, 1, code, facts).message(lang)
        message.encode("utf-8")
        assert message.isprintable()


@given(found=st.text(alphabet=st.characters(exclude_categories=[])), words=st.text())
def test_no_text_whatever_survives_into_a_message_as_a_control(found: str, words: str) -> None:
    fault = Fault("mau.yaml", 1, 1, "unknown-key", (("found", found), ("nearest", Words(words, words))))
    for lang in LANGS:
        message = fault.message(lang)
        assert len(message.splitlines()) == 1
        assert not {unicodedata.category(char) for char in message} & {"Cc", "Cs"}
        assert not set(message) & set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize(
    "line",
    [
        '"\\e[2Jx": 1',
        '"\\u202Ex": 1',
        'number: ["\\e]0;mau\\a"]\n"\\e[2J": 1',
        'issued: "\\e[31m2022"',
        'targets: [{id: "\\e[31m", text: a, value: "\\e[31m"}]',
        'tasks: [{id: "\\e[31m1", text: a}, {id: "\\e[31m1", text: b, under: "\\e[31m2"}]',
        'tasks: [{id: "\\e[31m12", text: a}, {id: b, text: b, under: "\\e[31m11"}]',
        "a: *x\x9b",
        "a: !x\u202e y",
        "a: \x1b[31m",
    ],
)
def test_nothing_in_a_plan_file_acts_on_the_terminal_through_a_message(line: str) -> None:
    faults = read(HEAD + line + "\n", name="\x1b[2Jmẫu\u202e.yaml").faults
    assert len(faults) >= 1
    for fault in faults:
        assert fault.message("vi").isprintable()
        assert fault.message("en").isprintable()


def test_a_fact_in_words_is_said_in_the_language_of_the_message() -> None:
    fault = Fault("mau.yaml", 1, 1, "empty", (("expected", Words("một kế hoạch", "a plan")),))
    assert fault.message("vi") == "tệp trống; cần một kế hoạch"
    assert fault.message("en") == "the file is empty; expected a plan"


def test_braces_in_a_fact_are_said_as_they_are() -> None:
    fault = Fault("mau.yaml", 1, 1, "expected", (("found", "{0}"), ("expected", Words("a", "a")), ("nearest", "")))
    assert fault.message("en") == "found «{0}»; expected a"


def test_a_long_fact_is_said_short() -> None:
    fault = Fault("mau.yaml", 1, 1, "duplicate-key", (("found", "x" * 5000), ("first", "2")))
    assert fault.message("en") == f"the key «{'x' * 199}…» was already given on line 2; give each key once"


@pytest.mark.parametrize(
    ("found", "name"),
    [
        ("titel", "title"),
        ("Title", "title"),
        ("tiêu đề", "tieu de"),
        ("nmuber", "number"),
        ("xyz", None),
        ("", None),
    ],
)
def test_the_nearest_name_is_told_in_both_languages_where_one_is_near(found: str, name: str | None) -> None:
    said = Words(f"; có phải «{name}» không?", f"; did you mean «{name}»?") if name else Words("", "")
    assert nearest(found, ["title", "number", "tieu de"]) == said


def test_of_two_equally_near_names_the_first_in_order_is_told() -> None:
    assert nearest("mục-1", ["mục-3", "mục-2"]) == nearest("mục-1", ["mục-2", "mục-3"])
    assert nearest("mục-1", ["mục-3", "mục-2"]).en == "; did you mean «mục-2»?"


def test_nothing_is_near_where_there_are_no_names() -> None:
    assert nearest("title", []) == Words("", "")


def test_faults_order_by_file_then_place_then_words() -> None:
    def alias(file: str, line: int, column: int, name: str) -> Fault:
        return Fault(file, line, column, "alias", (("name", name),))

    ordered = [
        alias("a.yaml", 2, 9, "x"),
        alias("a.yaml", 10, 1, "x"),
        alias("a.yaml", 10, 1, "y"),
        Fault("a.yaml", 10, 1, "key-not-text"),
        alias("a.yaml", 10, 2, "x"),
        alias("b.yaml", 1, 1, "x"),
    ]
    assert sorted({*ordered}, key=Fault.sort_key) == ordered
