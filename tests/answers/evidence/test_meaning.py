"""Nearness of meaning where no word is the same."""

from __future__ import annotations

import numpy as np
from hypothesis import given

from cascade.answers.evidence.meaning import meaning
from tests.answers.made import PLANS, pairing


def test_words_of_one_direction_are_near_and_those_of_another_are_not() -> None:
    same, near, none, unknown = meaning(pairing(("rừng",), ("rừng", "cây", "phí", "hồ sơ"))).tolist()[0]
    assert same > 990
    assert 900 < near < same
    assert none == unknown == 0


@given(PLANS, PLANS)
def test_meaning_is_a_cosine(asked: tuple[str, ...], said: tuple[str, ...]) -> None:
    found = meaning(pairing(asked, said))
    assert np.abs(found).max() <= 1024
    assert (np.abs(found - meaning(pairing(said, asked)).T) <= 1).all()
