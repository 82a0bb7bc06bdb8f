"""The text of a line, cleaned."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cascade.documents.clean import clean, scrubbed, squeezed, symbol


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Số:\u00a012\u200b/KH\u00ad\ufeff", "Số: 12/KH"),
        ("８０％", "80%"),
        ("٨٠", "80"),
        ("\uf0b3 80%", "≥ 80%"),
        ("Huye\u0323\u0302n", "Huyện"),
        ("a\u2028b", "a b"),
    ],
)
def test_odd_characters_become_plain_ones(raw: str, text: str) -> None:
    assert clean(raw) == text


def test_tabs_and_line_ends_are_spaces_where_a_line_is_asked_for() -> None:
    assert scrubbed("a\tb\nc") == "a\tb\nc"
    assert clean("a\tb\nc  ") == "a b c"
    assert squeezed("  a \t b ") == "a b"


def test_signs_of_the_font_symbol() -> None:
    assert (symbol(0xF0A3), symbol(0xB7), symbol(0xF041)) == ("≤", "•", "")


@given(st.text(max_size=80))
def test_cleaning_is_done_once(text: str) -> None:
    once = scrubbed(text)
    assert scrubbed(once) == once
    assert unicodedata.is_normalized("NFC", once)
