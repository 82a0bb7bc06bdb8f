"""The words that two items share, told three ways."""

from __future__ import annotations

from hypothesis import given

from cascade.answers.evidence.wording import asked_said, both_said, shorter_said
from tests.answers.made import PLANS, pairing

SHORT, LONG = "công khai phí", "công khai phí, trồng cây xanh, lưu trữ sổ sách"


def test_who_says_all_that_is_asked_and_more_says_all_of_it() -> None:
    asked, both, shorter = (way(pairing((SHORT,), (LONG,)))[0, 0] for way in (asked_said, both_said, shorter_said))
    assert asked == shorter == 1000
    assert 0 < both < 1000


def test_who_says_only_a_part_of_what_is_asked_says_all_of_the_shorter() -> None:
    asked, both, shorter = (way(pairing((LONG,), (SHORT,)))[0, 0] for way in (asked_said, both_said, shorter_said))
    assert shorter == 1000
    assert 0 < asked < both < 1000


@given(PLANS, PLANS)
def test_what_both_say_is_told_alike_from_either_side_and_lies_between_the_two_shares(
    asked: tuple[str, ...], said: tuple[str, ...]
) -> None:
    pair = pairing(asked, said)
    both = both_said(pair)
    assert (both == both_said(pairing(said, asked)).T).all()
    low, high = pair.asked_said.clip(max=pair.said_asked), pair.asked_said.clip(min=pair.said_asked)
    assert (both >= low - 1).all()
    assert (both <= high).all()


@given(PLANS, PLANS)
def test_every_way_is_a_share(asked: tuple[str, ...], said: tuple[str, ...]) -> None:
    for way in (asked_said, both_said, shorter_said):
        found = way(pairing(asked, said))
        assert found.min() >= 0
        assert found.max() <= 1000
