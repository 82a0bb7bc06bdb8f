"""The words that tie two items, marked in their texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cascade.answers.because import Because
from cascade.formats.page.marked import marked
from cascade.model.text import nfc, page_line
from tests.hostile import TEXTS

KINDS = st.sampled_from(("same", "synonym", "near", "shared", "excluded", "unsaid"))
SOME = st.text(alphabet="aăâđ TtHhCc.1<&é", max_size=30)


@given(SOME, st.lists(st.builds(Because, KINDS, SOME, SOME), max_size=4))
def test_the_pieces_are_the_text(text: str, because: list[Because]) -> None:
    for side in ("parent", "child"):
        pieces = marked(text, because, side)
        assert "".join(piece for piece, _ in pieces) == nfc(page_line(text))
        assert all(piece for piece, _ in pieces)


@pytest.mark.parametrize("text", TEXTS.values())
def test_any_text_is_cut_without_loss(text: str) -> None:
    assert "".join(piece for piece, _ in marked(text, [Because("same", "dài", "dài")], "parent")) == nfc(
        page_line(text)
    )


@pytest.mark.parametrize(
    ("text", "unit", "found"),
    [
        ("Số hóa Hồ Sơ, kết quả", "hồ sơ", ["Hồ Sơ"]),
        ("hồ sơ và hồ sơ", "hồ sơ", ["hồ sơ", "hồ sơ"]),
        ("nghĩa vụ  tài\nchính", "nghĩa vụ tài chính", ["nghĩa vụ tài chính"]),
        ("kết quả TTHC đúng hạn", "kết quả thủ tục hành chính", ["kết quả TTHC"]),
        ("kết quả TTHC đúng hạn", "hành chính", ["TTHC"]),
        ("UBND các xã", "ủy ban", ["UBND"]),
        ("chỉ số PAPI của huyện", "papi", ["PAPI"]),
        ("giải quyết", "giải", ["giải"]),
        ("giảikhông", "giải", []),
        ("TTHC", "thủ tục hành chính công", []),
        ("công dân", "cong dan", []),
    ],
)
def test_a_unit_is_found_as_it_is_written(text: str, unit: str, found: list[str]) -> None:
    assert [piece for piece, tied in marked(text, [Because("same", unit, "")], "parent") if tied] == found


def test_each_side_is_marked_by_its_own_words() -> None:
    because = [
        Because("synonym", "tốt nghiệp", "trình độ"),
        Because("unsaid", "cấp xã", ""),
        Because("excluded", "huyện", "xã"),
    ]
    assert marked("công chức cấp xã tốt nghiệp", because, "parent") == [
        ("công chức ", None),
        ("cấp xã", "unsaid"),
        (" ", None),
        ("tốt nghiệp", "alike"),
    ]
    assert marked("trình độ của xã", because, "child") == [("trình độ", "alike"), (" của ", None), ("xã", "excluded")]


def test_what_is_surer_is_marked_where_two_meet() -> None:
    because = [Because("same", "hồ sơ", "hồ sơ"), Because("near", "hồ sơ số", "hồ sơ số")]
    assert marked("hồ sơ số", because, "child") == [("hồ sơ", "same"), (" số", "alike")]
