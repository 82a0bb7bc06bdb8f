"""How alike two short texts are."""

from __future__ import annotations

import pytest
from hypothesis import given

from cascade.answers.likeness import alike, said_share
from tests.answers.made import LEXIS, TEXTS


@pytest.mark.parametrize(
    ("asked", "said", "share"),
    [
        ("công khai phí", "công khai phí", 1000),
        ("công khai phí", "niêm yết phí", 925),
        ("công khai phí", "công khai phí và trồng cây", 1000),
        ("công khai phí", "phí", 500),
        ("công khai phí", "rừng", 0),
        ("và các", "rừng", 1000),  # nothing is asked
        ("phí", "", 0),
    ],
)
def test_how_much_of_one_text_another_says(asked: str, said: str, share: int) -> None:
    assert said_share(LEXIS, asked, said) == share


def test_two_texts_are_as_alike_as_the_smaller_share() -> None:
    assert alike(LEXIS, "công khai phí", "phí") == said_share(LEXIS, "công khai phí", "phí") == 500
    assert said_share(LEXIS, "phí", "công khai phí") == 1000


@given(TEXTS, TEXTS)
def test_likeness_is_a_symmetric_share_and_whole_for_a_text_and_itself(one: str, other: str) -> None:
    assert alike(LEXIS, one, other) == alike(LEXIS, other, one)
    assert 0 <= alike(LEXIS, one, other) <= 1000
    assert alike(LEXIS, one, one) == 1000
