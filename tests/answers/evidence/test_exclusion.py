"""Words that exclude one another speak against an answer, twice at most."""

from __future__ import annotations

from cascade.answers.evidence.exclusion import excluded
from tests.answers.made import pairing

PAPER, SCREEN = "bản sao giấy", "bản sao điện tử"


def test_items_of_different_groups_exclude_one_another() -> None:
    pair = pairing((PAPER, SCREEN, "bản sao", "phí"), (PAPER, SCREEN, f"{PAPER} và điện tử", "phí"))
    assert excluded(pair).tolist() == [[0, 1000, 0, 0], [1000, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]


def test_two_contrasts_say_it_twice() -> None:
    two = pairing((f"{PAPER} đất đai",), (f"{SCREEN} hộ tịch",))
    three = pairing((f"{PAPER} đất đai, tự kiểm tra",), (f"{SCREEN} hộ tịch, đoàn kiểm tra",))
    assert excluded(two).tolist() == excluded(three).tolist() == [[2000]]
