"""Edits of a plan file in place: what is meant changes, every other byte stays."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cascade.reading.edits import NoEditError, scalar, sequence, with_item, with_value, without_item, without_key

BLOCK = """\
# ghi chú của người soát
schema: plan/1
issuer: UBND xã Mẫu   # đã hỏi
place:
- Mẫu   # xã
- Thử
number:
year: 0x10
confidence:
  title: 0.5
targets:
  # hai chỉ tiêu
  - id: 1.10
    text: no
    doubt: x  # hỏi lại
    value: 010
  -
    id: 0x10
    text: |
      dài
      hơn

  # của nhiệm vụ
  - {id: 2:30, text: 'no', doubt: x, value: 1_0%}
tasks: [{id: a, text: b}, {id: c, text: d,}]
citations:
  - {number: 1/KH-UBND, role: basis}
"""
TEXTS = (BLOCK, BLOCK.replace("\n", "\r\n"), BLOCK.rstrip("\n"), BLOCK.replace("ghi", "😀 ghi"))


def lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def bare(text: str) -> list[str]:
    return [line.rstrip("\r\n") for line in lines(text)]


def tree_of(text: str) -> Any:
    """The tree of a text, every scalar as it is written."""
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 -- makes texts alone


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(
    ("path", "written", "expected"),
    [
        (("issuer",), "UBND phường Mẫu", "issuer: UBND phường Mẫu   # đã hỏi"),
        (("place",), "[Mẫu, Ví Dụ]", "place: [Mẫu, Ví Dụ]"),
        (("number",), "5/KH-UBND", "number: 5/KH-UBND"),
        (("confidence", "title"), "1.0", "  title: 1.0"),
        (("confidence", "place"), "1.0", "  place: 1.0"),
        (("review",), "reviewed", "review: reviewed"),
        (("targets", 0, "value"), "65%", "    value: 65%"),
        (("targets", 0, "confidence"), "1.0", "    confidence: 1.0"),
        (("targets", 1, "text"), "ngắn", "    text: ngắn"),
        (("targets", 1, "confidence"), "1.0", "    confidence: 1.0"),
        (("targets", 2, "value"), "70%", "  - {id: 2:30, text: 'no', doubt: x, value: 70%}"),
        (("targets", 2, "by"), "2025", "  - {id: 2:30, text: 'no', doubt: x, value: 1_0%, by: 2025}"),
        (("tasks", 1, "due"), "2025", "tasks: [{id: a, text: b}, {id: c, text: d, due: 2025,}]"),
    ],
)
def test_one_value_changes_and_its_line_alone(
    text: str, path: tuple[str | int, ...], written: str, expected: str
) -> None:
    after = with_value(text, path, written)
    assert [line for line in bare(after) if line not in bare(text)] == [expected]
    kept = [line for line in bare(text) if line in bare(after)]
    assert [line for line in bare(after) if line != expected] == kept
    assert after.count("\r\n") in (0, after.count("\n"))


@pytest.mark.parametrize("text", TEXTS)
def test_a_key_goes_with_its_line_or_its_comma(text: str) -> None:
    assert without_key(text, ("targets", 0, "doubt")) == "".join(one for one in lines(text) if "hỏi lại" not in one)
    assert without_key(text, ("targets", 2, "doubt")) == text.replace(" doubt: x, value: 1", " value: 1")
    first = text.index("id: 1.10")
    assert without_key(text, ("targets", 0, "id")) == text[:first] + text[text.index("text: no") :]
    assert without_key(text, ("none",)) == text


@pytest.mark.parametrize("text", TEXTS)
def test_an_item_goes_with_its_lines_and_the_comments_above_it_stay(text: str) -> None:
    kept = lines(text)
    first = next(at for at, line in enumerate(kept) if "1.10" in line)
    assert without_item(text, ("targets", 0)) == "".join(kept[:first] + kept[first + 4 :])
    third = next(at for at, line in enumerate(kept) if "2:30" in line)
    assert without_item(text, ("targets", 2)) == "".join(kept[:third] + kept[third + 1 :])
    assert without_item(text, ("tasks", 0)) == text.replace("{id: a, text: b}, ", "")
    assert without_item(text, ("tasks", 1)) == text.replace(", {id: c, text: d,}", "")
    alone = without_item(text, ("citations", 0))
    assert "citations: []" in alone
    assert "role: basis" not in alone


@pytest.mark.parametrize("text", ["? a\n: b\n", "a: &x b\nc: *x\n", "a: 1\na: 2\n", "[", "a: {b: c}\n"])
def test_what_cannot_be_edited_in_place_is_refused_or_right(text: str) -> None:
    for path in (("a",), ("a", "b"), ("c", 0)):
        try:
            after = with_value(text, path, "z")
        except NoEditError:
            continue
        assert yaml.safe_load(after) != yaml.safe_load(text)


TEXT = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=20)
SCALARS = st.one_of(
    TEXT, st.sampled_from(["no", "010", "0x10", "1.10", "2:30", "null", "~", "a: b", "#", "- a", "2025", "65%", "[a]"])
)


@given(SCALARS)
def test_a_scalar_is_written_so_that_it_is_read_as_typed(value: str) -> None:
    node = yaml.compose(f"a: {scalar(value)}\nb: {{c: {scalar(value)}, d: {sequence([value, value])}}}\n")
    assert isinstance(node, yaml.MappingNode)
    read = node.value[0][1]
    assert read.value == value
    assert yaml.safe_load(scalar(value)) in (value, _number(value))


def _number(value: str) -> Any:
    return yaml.safe_load(value) if value[:1].isdigit() else value


TREES = st.fixed_dictionaries(
    {
        "a": SCALARS,
        "list": st.lists(st.dictionaries(st.sampled_from("xyz"), SCALARS, min_size=1), min_size=1, max_size=3),
    }
)


@given(TREES, st.booleans(), st.sampled_from("axq"), SCALARS)
def test_an_edit_of_any_file_is_the_edit_of_its_tree(tree: dict[str, Any], flow: bool, name: str, value: str) -> None:
    text = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, default_flow_style=flow, width=10**6)
    raw = tree_of(text)
    put = tree_of(with_value(text, ("list", 0, name), scalar(value)))
    assert put == raw | {"list": [raw["list"][0] | {name: value}, *raw["list"][1:]]}
    cut = tree_of(without_item(text, ("list", 0)))
    assert cut == raw | {"list": raw["list"][1:]}
    if len(raw["list"][0]) > 1:
        gone = next(iter(raw["list"][0]))
        left = tree_of(without_key(text, ("list", 0, gone)))
        assert left == raw | {"list": [{k: v for k, v in raw["list"][0].items() if k != gone}, *raw["list"][1:]]}


LISTS = {
    "block": (
        "a: 1\nlist:\n  - {x: 1}  # một\n# sau\nb: 2\n",
        "a: 1\nlist:\n  - {x: 1}  # một\n  - {y: 2}\n# sau\nb: 2\n",
    ),
    "block items": ("list:\n- x: 1\n  z: |\n    dài\n\nb: 2\n", "list:\n- x: 1\n  z: |\n    dài\n- {y: 2}\n\nb: 2\n"),
    "no line end": ("list:\n    - 1", "list:\n    - 1\n    - {y: 2}"),
    "flow": ("list: [1, {x: 1},]\nb: 2\n", "list: [1, {x: 1}, {y: 2},]\nb: 2\n"),
    "empty": ("list: []  # chưa có\nb: 2\n", "list:  # chưa có\n  - {y: 2}\nb: 2\n"),
    "nothing": ("list:\nb: 2\n", "list:\n  - {y: 2}\nb: 2\n"),
    "null": ("list: # trống\n", "list: # trống\n  - {y: 2}\n"),
}


@pytest.mark.parametrize(("text", "expected"), LISTS.values(), ids=LISTS)
def test_an_item_is_added_at_the_end_of_a_list_and_every_other_byte_stays(text: str, expected: str) -> None:
    assert with_item(text, ("list",), "{y: 2}") == expected
    windows = text.replace("\n", "\r\n")
    added = "\r\n" if "\n" in text else "\n"
    assert with_item(windows, ("list",), "{y: 2}") == expected.replace("\n", added)


@pytest.mark.parametrize(
    "text", ["", "a: 1\n", "[1]\n", "{list: [1]}\n", "list: text\n", "list: {a: 1}\n", "list: [1\n"]
)
def test_what_is_no_list_is_added_to_by_an_editor_alone(text: str) -> None:
    with pytest.raises(NoEditError):
        with_item(text, ("list",), "{y: 2}")
