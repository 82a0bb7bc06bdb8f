from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cascade.model.text import file_name, fold, nfc, one_line, roman, syllables, visible

LETTERS = "aăâeêioôơuưyđbcdghklmnpqrstvxAĂÂEÊIOÔƠUƯYĐ"
TONES = "\u0300\u0301\u0303\u0309\u0323"
VIETNAMESE = st.lists(
    st.builds(lambda letter, tone: letter + tone, st.sampled_from(LETTERS + " 0-/"), st.sampled_from(["", *TONES])),
    max_size=20,
).map("".join)
ACTS_ON_A_SCREEN = [
    "\0", "\x07", "\x08", "\x1b", "\x7f", "\x9b", "\u061c", "\u200b", "\u200e", "\u200f", "\u202a", "\u202e",
    "\u2028", "\u2029", "\u2060", "\u2066", "\u2069", "\ufeff", "\ud800", "\udfff", "\U000e0041",
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đảm bảo", "dam bao"),
        ("QUYẾT ĐỊNH", "quyet dinh"),
        ("Ðức", "duc"),
        ("Ưu tiên, 95,5%", "uu tien, 95,5%"),
        ("", ""),
    ],
)
def test_folding_leaves_bare_small_letters(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(VIETNAMESE)
def test_folding_depends_on_no_normal_form_case_or_earlier_folding(text: str) -> None:
    composed, decomposed = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    assert fold(composed) == fold(decomposed) == fold(fold(text)) == fold(composed.upper())
    assert fold(text).isascii()


@given(VIETNAMESE)
def test_text_is_held_composed(text: str) -> None:
    assert unicodedata.is_normalized("NFC", nfc(text))
    assert fold(nfc(text)) == fold(text)


def test_syllables_are_small_composed_words_without_punctuation() -> None:
    decomposed = unicodedata.normalize("NFD", "Rà soát, công khai: 100% TTHC (cấp_xã).")
    assert syllables(decomposed) == ["rà", "soát", "công", "khai", "100", "tthc", "cấp", "xã"]


@pytest.mark.parametrize("char", ACTS_ON_A_SCREEN, ids=ascii)
def test_a_character_that_acts_on_a_screen_is_replaced(char: str) -> None:
    assert visible(f"xã{char}Mẫu") == "xã\ufffdMẫu"


def test_ordinary_text_stays_as_it_is() -> None:
    text = "Kế hoạch «50-80%» – quý II/2022;\tdòng 1\ndòng 2 …"
    assert visible(text) == text


def test_an_escape_sequence_is_shown_and_not_obeyed() -> None:
    assert one_line("\x1b[31mđỏ\x1b[0m") == "\ufffd[31mđỏ\ufffd[0m"


def test_one_line_joins_lines_and_spaces() -> None:
    assert one_line("  xã\r\n\tMẫu \u00a0 huyện\u3000Thử\n") == "xã Mẫu huyện Thử"


@given(st.text(alphabet=st.characters(exclude_categories=[])))
def test_one_line_of_any_text_can_be_printed_on_one_line(text: str) -> None:
    line = one_line(text)
    line.encode("utf-8")
    assert len(line.splitlines()) <= 1
    assert not any(unicodedata.category(char) == "Cc" for char in line)
    assert not any(
        unicodedata.bidirectional(char) in {"RLE", "LRE", "RLO", "LRO", "PDF", "LRI", "RLI"} for char in line
    )


def test_a_file_name_keeps_its_spaces_and_stays_on_one_line() -> None:
    assert file_name("thư  mục/kế\thoạch\n\x1b[2J\udce9.yaml") == "thư  mục/kế\ufffdhoạch\ufffd\ufffd[2J\ufffd.yaml"


@pytest.mark.parametrize(("label", "value"), [("III", 3), ("IV", 4), ("VIII", 8), ("IX", 9), ("XIV", 14), ("XXIX", 29)])
def test_a_smaller_letter_before_a_greater_one_is_taken_from_it(label: str, value: int) -> None:
    assert roman(label) == value
