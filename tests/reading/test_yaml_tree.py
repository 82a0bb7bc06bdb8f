from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cascade.model.limits import Limits
from cascade.model.words import Words
from cascade.reading.yaml_tree import Node, Tree, parse_tree, read_tree
from tests.reading.files import Said, placed, said

EXPECTED = Words("một kế hoạch", "a plan")

TOO_DEEP = (
    "lồng quá 16 cấp (limits.depth trong cascade.toml)",
    "nested more than 16 levels deep (limits.depth in cascade.toml)",
)
MAX_DEPTH = Limits().depth
MAX_BYTES = Limits().plan_size * 1024 * 1024


def tree(text: str | bytes) -> Tree:
    return parse_tree(text.encode() if isinstance(text, str) else text, "mau.yaml", EXPECTED)


def plain(node: Node | None) -> Any:
    """The values of a tree without their places."""
    if node is None:
        return None
    if node.items is not None:
        return [plain(item) for item in node.items]
    if node.keys is not None:
        return {plain(key): plain(value) for key, value in node.keys}
    return "broken" if node.broken else node.scalar


def nested(depth: int) -> str:
    return "[" * depth + "x" + "]" * depth


def test_values_are_kept_as_text_and_their_types_are_not_guessed() -> None:
    found = tree("a: 010\nb: yes\nc: 2021-02-30\nd: 1e3\ne: [~, 'x']\n")
    assert plain(found.root) == {"a": "010", "b": "yes", "c": "2021-02-30", "d": "1e3", "e": ["~", "x"]}
    assert found.faults == []


def test_every_key_and_value_has_its_line_and_column() -> None:
    root = tree("# mẫu\na: đây\nbê:\n  - 1\n  - {c: 2}\n").root
    assert root is not None
    assert root.keys is not None
    assert [(key.line, key.column, value.line, value.column) for key, value in root.keys] == [
        (2, 1, 2, 4),
        (3, 1, 4, 3),
    ]
    items = root.keys[1][1].items
    assert items is not None
    assert [(item.line, item.column) for item in items] == [(4, 5), (5, 5)]


def test_columns_count_characters_and_not_bytes() -> None:
    root = tree("{đường: ơ, b: ộ}").root
    assert root is not None
    assert root.keys is not None
    assert [(key.column, value.column) for key, value in root.keys] == [(2, 9), (12, 15)]


@pytest.mark.parametrize("text", ["a:", "a: ~", "a: null", "a: Null", "a: NULL"])
def test_an_empty_value_and_null_are_null(text: str) -> None:
    root = tree(text).root
    assert root is not None
    assert root.keys is not None
    assert root.keys[0][1].is_null


@pytest.mark.parametrize("text", ["a: 'null'", 'a: ""', "a: '~'", "a: nil", "a: |\n  null", "a: []", "a: {}"])
def test_a_quoted_null_and_an_empty_list_are_not_null(text: str) -> None:
    root = tree(text).root
    assert root is not None
    assert root.keys is not None
    assert not root.keys[0][1].is_null


@pytest.mark.parametrize(
    ("text", "shown"),
    [("80%", "80%"), ("[1]", "[…]"), ("{a: 1}", "{…}"), ("a" * 60, "a" * 60), ("a" * 61, "a" * 57 + "…")],
)
def test_a_value_is_shown_short(text: str, shown: str) -> None:
    root = tree(text).root
    assert root is not None
    assert root.shown() == shown


def test_a_byte_order_mark_moves_nothing() -> None:
    root = tree(b"\xef\xbb\xbfa: 1").root
    assert plain(root) == {"a": "1"}
    assert root is not None
    assert (root.line, root.column) == (1, 1)


def test_windows_line_ends_count_once() -> None:
    root = tree("a: 1\r\nb: 2\r\n").root
    assert root is not None
    assert root.keys is not None
    assert [key.line for key, _ in root.keys] == [1, 2]


@pytest.mark.parametrize("text", ["", "  \n\n", "# chỉ có ghi chú\n", "---\n", "---\n...\n", "\ufeff", '""'])
def test_a_file_with_nothing_in_it_says_what_was_expected(text: str) -> None:
    found = tree(text)
    assert found.root is None
    assert said(found.faults) == [
        Said(1, 1, "empty", "tệp trống; cần một kế hoạch", "the file is empty; expected a plan")
    ]


@pytest.mark.parametrize(
    ("raw", "line", "column", "byte"),
    [
        (b"\xff\xfea\x00", 1, 1, 1),
        (b"a: \xe9", 1, 4, 4),
        ("a: xã\nb: đ".encode() + b"\xc4", 2, 5, 13),
        (b"\xef\xbb\xbfa\n\x80", 2, 1, 6),
        (b"a: \xed\xa0\x80", 1, 4, 4),
        (b"a: \xc0\xaf", 1, 4, 4),
        ("tên: Kế hoạch".encode("cp1258", errors="ignore"), 1, 2, 2),
    ],
)
def test_a_file_that_is_not_utf_8_is_refused_at_its_first_wrong_byte(
    raw: bytes, line: int, column: int, byte: int
) -> None:
    found = tree(raw)
    assert found.root is None
    assert said(found.faults) == [
        Said(
            line,
            column,
            "not-utf8",
            f"tệp không phải UTF-8 (byte thứ {byte}); hãy lưu lại bằng UTF-8",
            f"the file is not UTF-8 (at byte {byte}); save it as UTF-8",
        )
    ]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: b: c", 1, 5),
        ("a: 1\n\tb: 2", 2, 1),
        ("a: [1,\nb", 2, 2),
        ("a: 'mở", 1, 7),
        ("a: đ\nb: \x07", 2, 4),
        ("a: \0", 1, 4),
        ("a: @b", 1, 4),
        ('a: "\\ud800"', 1, 7),
    ],
)
def test_what_is_no_yaml_is_refused_at_its_place(text: str, line: int, column: int) -> None:
    found = tree(text)
    assert found.root is None
    assert placed(found.faults) == [(line, column, "syntax")]


def test_faults_met_before_the_syntax_fails_are_kept() -> None:
    assert placed(tree("a: *x\nb: c: d\n").faults) == [(1, 4, "alias"), (2, 5, "syntax")]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("a: &x 1\nb: *x\n", 2, 4), ("a: *x\n", 1, 4), ("a: &x [*x]", 1, 8), ("a: &x {b: 1}\nc:\n  <<: *x\n", 3, 7)],
)
def test_an_alias_is_refused_where_it_stands_even_one_in_itself_or_in_a_merge(
    text: str, line: int, column: int
) -> None:
    assert said(tree(text).faults) == [
        Said(
            line,
            column,
            "alias",
            "không dùng bí danh YAML (*x); hãy viết lại giá trị",
            "YAML aliases (*x) are not used here; write the value out",
        )
    ]


def test_an_alias_holds_nothing() -> None:
    assert plain(tree("a: &x [1, 2]\nb: *x\nc: 3").root) == {"a": ["1", "2"], "b": "broken", "c": "3"}


def test_aliases_of_aliases_are_never_multiplied_out() -> None:
    lines = ["a0: &a0 [lol]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    found = tree("\n".join(lines))
    assert [fault.code for fault in found.faults] == ["alias"] * 81
    assert plain(found.root)["a9"] == ["broken"] * 9


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("a: !mau 1", "!mau"),
        ("a: !!str 1", "!!str"),
        ("a: !!python/object/apply:os.system [ls]", "!!python/object/apply:os.system"),
        ("a: !!python/name:str ", "!!python/name:str"),
        ("a: !<tag:mau,2000:str> x", "tag:mau,2000:str"),
        ("a: ! x", "!"),
        ("a: !!binary aGk=", "!!binary"),
        ("a: !!set {b}", "!!set"),
    ],
)
def test_a_tag_is_refused_where_it_stands(text: str, tag: str) -> None:
    assert said(tree(text).faults) == [
        Said(
            1,
            4,
            "tag",
            f"không dùng thẻ YAML {tag}; hãy bỏ thẻ",
            f"YAML tags ({tag}) are not used here; leave the tag out",
        )
    ]


def test_a_tagged_value_is_read_as_if_it_had_no_tag() -> None:
    assert plain(tree("a: !!int '5'\nb: !mau [1]").root) == {"a": "5", "b": ["1"]}


@pytest.mark.parametrize(("text", "line"), [("a: 1\n---\nb: 2\n", 2), ("a: 1\n---\n", 2), ("a: 1\n...\n---\nb: [", 3)])
def test_a_second_document_is_refused_and_the_first_kept(text: str, line: int) -> None:
    found = tree(text)
    assert plain(found.root) == {"a": "1"}
    assert said(found.faults) == [
        Said(
            line,
            1,
            "several-documents",
            "tệp có nhiều hơn một tài liệu YAML; mỗi tệp chỉ ghi một",
            "the file holds more than one YAML document; write one a file",
        )
    ]


@pytest.mark.parametrize("text", ["---\na: 1\n", "a: 1\n...\n", "%YAML 1.1\n---\na: 1\n"])
def test_marks_around_one_document_are_no_fault(text: str) -> None:
    found = tree(text)
    assert (plain(found.root), found.faults) == ({"a": "1"}, [])


def test_nesting_up_to_the_limit_is_read() -> None:
    found = tree(nested(MAX_DEPTH))
    assert found.faults == []
    assert found.root is not None


@pytest.mark.parametrize(
    ("text", "column"),
    [
        (nested(MAX_DEPTH + 1), 17),
        ("[" * 1_000_000, 17),
        ("xã: " + "[" * 1_000_000, 20),
        ('xã: ["[[", {b: ' + "[" * 1_000_000, 29),
        ("{[" * 500_000, 17),
        ("- " * 100_000 + "x", 33),
        ("? " * 100_000, 33),
        ("{a: " * 100_000, 65),
    ],
    ids=[
        "one too many",
        "a million brackets",
        "after a key",
        "after quotes",
        "both kinds",
        "lists",
        "keys",
        "mappings",
    ],
)
def test_deeper_nesting_is_refused_where_it_passes_the_limit(text: str, column: int) -> None:
    found = tree(text)
    assert found.root is None
    assert said(found.faults) == [Said(1, column, "too-deep", *TOO_DEEP)]


@pytest.mark.parametrize("loader", [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)])
def test_the_limit_is_ours_with_either_parser(monkeypatch: pytest.MonkeyPatch, loader: type) -> None:
    monkeypatch.setattr("cascade.reading.yaml_tree._LOADER", loader)
    assert placed(tree("a: 1\nb: " + "[" * 5000).faults) == [(2, 19, "too-deep")]
    assert tree(nested(MAX_DEPTH)).faults == []


@pytest.mark.parametrize("read_ahead", [MAX_DEPTH + 1, 40])
def test_a_parser_that_gives_up_on_depth_by_itself_changes_nothing(
    monkeypatch: pytest.MonkeyPatch, read_ahead: int
) -> None:
    class GivesUp:
        def __init__(self, _: str) -> None:
            self.begun = False

        def get_event(self) -> yaml.Event:
            if self.begun:
                raise yaml.MarkedYAMLError(problem="enough", problem_mark=mark(read_ahead))
            self.begun = True
            return yaml.StreamStartEvent(start_mark=mark(0), end_mark=mark(0))

    def mark(index: int) -> yaml.Mark:
        return yaml.Mark("mau", index, 0, index, "", 0)

    monkeypatch.setattr("cascade.reading.yaml_tree._LOADER", GivesUp)
    assert placed(tree("[" * 100).faults) == [(1, 17, "too-deep")]
    assert placed(tree('"' + "[" * 100).faults) == [(1, read_ahead + 1, "syntax")]
    assert placed(tree(" #" + "[" * 100).faults) == [(1, read_ahead + 1, "syntax")]


def test_brackets_that_are_text_are_no_nesting() -> None:
    text = "[" * 40
    found = tree(f"a: '{text}'\nb: \"{text}\"\nc: x {text}\nd: |\n  {text}\n# {text}\n")
    assert found.faults == []
    assert placed(tree(f"a: '{text}'\nb: [1,\nc").faults)[0][2] == "syntax"


def test_a_file_at_the_limit_of_size_is_read(tmp_path: Path) -> None:
    path = tmp_path / "mau.yaml"
    path.write_bytes(b"a: 1\n#".ljust(MAX_BYTES, b"x"))
    assert plain(read_tree(path, "mau.yaml", EXPECTED).root) == {"a": "1"}


def test_a_larger_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "mau.yaml"
    path.write_bytes(b"a: 1\n#".ljust(MAX_BYTES + 1, b"x"))
    found = read_tree(path, "mau.yaml", EXPECTED)
    assert found.root is None
    assert said(found.faults) == [
        Said(
            1,
            1,
            "too-large",
            "tệp lớn hơn 8 MiB (limits.plan-size trong cascade.toml); một kế hoạch ghi nhận không bao giờ lớn như vậy",
            "the file is larger than 8 MiB (limits.plan-size in cascade.toml); no recorded plan is that large",
        )
    ]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no endless file on this system")
def test_a_device_is_no_plan_and_is_not_read() -> None:
    assert placed(read_tree(Path("/dev/zero"), "mau.yaml", EXPECTED).faults) == [(1, 1, "unreadable")]


def test_a_pipe_is_no_plan_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    assert said(read_tree(tmp_path / "pipe.yaml", "mau.yaml", EXPECTED).faults) == [
        Said(
            1,
            1,
            "unreadable",
            "không đọc được tệp: không phải tệp thường",
            "the file cannot be read: it is no regular file",
        )
    ]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("gone.yaml", Words("không có tệp hay thư mục này", "there is no such file or folder")),
        ("x" * 300, Words("tên quá dài", "the name is too long")),
    ],
)
def test_a_path_that_cannot_be_read_says_why(tmp_path: Path, name: str, reason: Words) -> None:
    found = read_tree(tmp_path / name, "mau.yaml", EXPECTED)
    assert found.root is None
    assert said(found.faults) == [
        Said(1, 1, "unreadable", f"không đọc được tệp: {reason.vi}", f"the file cannot be read: {reason.en}")
    ]


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_no_bytes_make_the_reader_raise(raw: bytes) -> None:
    found = tree(raw)
    assert found.root is not None or found.faults


@given(st.text(alphabet="[]{}:,-?&*!|>'\"%@#~ \n\tabxđ\0\x1b\u2028", max_size=80))
def test_no_mix_of_the_signs_of_yaml_makes_the_reader_raise(text: str) -> None:
    found = tree(text)
    assert found.root is not None or found.faults
    assert all(fault.line >= 1 and fault.column >= 1 for fault in found.faults)


TEXTS = st.text(st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs"]), max_size=6)
VALUES = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(TEXTS, VALUES, min_size=1, max_size=4))
def test_what_json_writes_is_read_back(value: dict[str, Any]) -> None:
    found = tree(json.dumps(value))
    assert found.faults == []
    assert plain(found.root) == value
