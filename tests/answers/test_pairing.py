"""Two plans side by side: how much each item says of the other, and the laws of that."""

from __future__ import annotations

from random import Random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cascade.answers.lexis import NOTHING
from tests.answers.made import LEXIS, PLANS, pairing, shipped

SUBSTANTIAL = PLANS.filter(lambda texts: all(LEXIS.read(text).units != (NOTHING,) for text in texts))
RANDOMS = st.randoms(use_true_random=False)


@given(PLANS, PLANS)
def test_what_is_said_is_a_share(asked: tuple[str, ...], said: tuple[str, ...]) -> None:
    pair = pairing(asked, said)
    for grid in (pair.asked_said, pair.said_asked):
        assert grid.shape == (len(asked), len(said))
        assert grid.min() >= 0
        assert grid.max() <= 1000


@given(SUBSTANTIAL)
def test_a_text_beside_itself_says_all_of_itself(texts: tuple[str, ...]) -> None:
    pair = pairing(texts, texts)
    assert pair.asked_said.diagonal().tolist() == [1000] * len(texts)
    assert pair.said_asked.diagonal().tolist() == [1000] * len(texts)


@given(PLANS, PLANS)
def test_what_the_one_says_of_the_other_is_told_from_either_side(asked: tuple[str, ...], said: tuple[str, ...]) -> None:
    there, back = pairing(asked, said), pairing(said, asked)
    assert (there.asked_said == back.said_asked.T).all()


@given(PLANS, PLANS, RANDOMS)
def test_the_order_of_the_childs_items_moves_columns_and_no_more(
    asked: tuple[str, ...], said: tuple[str, ...], random: Random
) -> None:
    order = list(range(len(said)))
    random.shuffle(order)
    plain, shuffled = pairing(asked, said), pairing(asked, tuple(said[place] for place in order))
    assert (shuffled.asked_said == plain.asked_said[:, order]).all()
    assert (shuffled.said_asked == plain.said_asked[:, order]).all()
    assert (shuffled.vectors[0] == plain.vectors[0]).all()


@given(SUBSTANTIAL, PLANS, st.data())
def test_who_says_more_never_says_less_of_what_is_asked(
    asked: tuple[str, ...], said: tuple[str, ...], data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, len(said) - 1))
    whole = tuple(f"{text} ; {asked[0]}" if place == index else text for place, text in enumerate(said))
    assert pairing(asked, whole).asked_said[0, index] >= 900  # but for a phrase that ends in the next


def test_synonyms_and_near_words_say_a_part() -> None:
    asked = ("niêm yết",)
    found = pairing(asked, ("niêm yết", "công khai", "tin bài", "rừng")).asked_said[0].tolist()
    assert found == [1000, 850, 0, 0]
    assert pairing(("tuyên truyền",), ("tin bài",)).asked_said.tolist() == [[500]]


def test_a_rare_word_tells_more_than_a_common_one() -> None:
    asked = ("công khai phí",)
    said = ("công khai", "phí", "công khai rừng", "công khai hồ", "công khai sơ")
    common, rare, *_ = pairing(asked, said).asked_said[0].tolist()
    assert rare > common > 0


def test_a_longer_phrase_tells_more_than_one_syllable() -> None:
    pair = pairing(("cây xanh phí",), ("sơ",))
    told = pair.told(("cây xanh", "phí"))
    assert told["cây xanh"] > told["phí"] > 0


def test_a_text_without_substance_says_and_is_said_nothing() -> None:
    pair = pairing(("và các", "phí"), ("và", "phí"))
    assert pair.asked_said.tolist() == [[0, 0], [0, 1000]]
    assert pair.said_asked.tolist() == [[0, 0], [0, 1000]]


@given(PLANS, PLANS)
def test_nearness_read_off_the_shelf_is_that_of_the_lexis(asked: tuple[str, ...], said: tuple[str, ...]) -> None:
    pair = pairing(asked, said)
    expected = [[LEXIS.near(one, other)[0] for other in pair.asked.vocabulary] for one in pair.said.vocabulary]
    assert pair.near.tolist() == expected


@given(PLANS, PLANS)
def test_directions_are_of_one_length_at_most(asked: tuple[str, ...], said: tuple[str, ...]) -> None:
    for directions in pairing(asked, said).vectors:
        lengths = np.sqrt((directions.astype(float) ** 2).sum(axis=1))
        assert lengths.max() <= 1024 * 1.01


def test_the_shipped_words_bring_together_what_two_levels_word_differently() -> None:
    asked = ("Tiếp tục niêm yết TTHC tại Bộ phận tiếp nhận và trả kết quả",)
    said = ("Công khai thủ tục hành chính ở bộ phận một cửa", "Trồng cây xanh dọc đường thôn")
    found = pairing(asked, said, shipped()).asked_said[0].tolist()
    assert found[0] > 500
    assert found[1] < 200
