"""Competition: rivals lower one another's scores, and nothing but rivals does."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cascade.answers.competition import compete, shares
from cascade.answers.pairing import Pairing
from cascade.answers.whole import UNIT, Grid
from tests.answers.made import WORDS, pairing, words


def pair_of(kinds: str, columns: int) -> Pairing:
    """A pairing whose asked items are of these kinds ("t" a target, "w" work), beside so many tasks; no two alike."""
    texts = WORDS[:-1]
    asked = tuple(words(f"{n}", "5%", texts[n]) if kind == "t" else texts[n] for n, kind in enumerate(kinds))
    return pairing(asked, texts[:columns])


def scored(rows: list[list[int]], kinds: str = "", other_kind: int = -200) -> Grid:
    evidence = np.array(rows, dtype=np.int32)
    return compete(pair_of(kinds or "w" * len(rows), evidence.shape[1]), evidence, other_kind)


GRIDS = st.tuples(st.integers(1, 5), st.integers(1, 5)).flatmap(
    lambda size: st.lists(
        st.lists(st.integers(-300, 1500), min_size=size[1], max_size=size[1]), min_size=size[0], max_size=size[0]
    )
)


def test_without_a_rival_nothing_is_lost() -> None:
    assert scored([[300]]).tolist() == [[0]]
    assert scored([[900, 0], [0, 900]]).diagonal().tolist() == [0, 0]


def test_two_that_answer_alike_halve_what_they_claim() -> None:
    assert scored([[500, 500]]).tolist() == [[-69, -69]]  # the logarithm of a half
    assert scored([[500], [500]]).tolist() == [[-69], [-69]]
    assert scored([[500, 500], [500, 500]]).tolist() == [[-138, -138], [-138, -138]]


@given(GRIDS)
def test_no_score_is_above_0(rows: list[list[int]]) -> None:
    assert scored(rows).max() <= 0


@given(GRIDS, st.integers(-300, 1500))
def test_a_rival_answer_never_raises_a_score(rows: list[list[int]], more: int) -> None:
    before = scored(rows)
    with_column = scored([[*row, more] for row in rows])
    assert (with_column[:, :-1] <= before).all()
    with_row = scored([*rows, [more] * len(rows[0])])
    assert (with_row[:-1, :] <= before).all()


@given(GRIDS, st.data())
def test_a_rival_that_comes_as_near_lowers_a_score(rows: list[list[int]], data: st.DataObject) -> None:
    row = data.draw(st.integers(0, len(rows) - 1))
    column = data.draw(st.integers(0, len(rows[0]) - 1))
    best = max(rows[row])
    rows[row][column] = best  # a rival matters to the one that is nearest
    before = scored(rows)
    after = scored([[*one, one[column]] for one in rows])
    assert after[row, column] < before[row, column]


@given(GRIDS, st.data())
def test_stronger_evidence_never_lowers_the_pairs_own_score(rows: list[list[int]], data: st.DataObject) -> None:
    row = data.draw(st.integers(0, len(rows) - 1))
    column = data.draw(st.integers(0, len(rows[0]) - 1))
    before = scored(rows)
    rows[row][column] += data.draw(st.integers(1, 500))
    assert scored(rows)[row, column] >= before[row, column]


@given(GRIDS, st.randoms(use_true_random=False), st.data())
def test_the_order_of_rows_and_columns_moves_scores_and_no_more(
    rows: list[list[int]], random: Random, data: st.DataObject
) -> None:
    kinds = data.draw(st.lists(st.sampled_from("tw"), min_size=len(rows), max_size=len(rows)).map(sorted).map("".join))
    targets = kinds.count("t")
    down = [*random.sample(range(targets), targets), *random.sample(range(targets, len(rows)), len(rows) - targets)]
    right = random.sample(range(len(rows[0])), len(rows[0]))
    moved = scored([[rows[row][column] for column in right] for row in down], kinds)
    assert (moved == scored(rows, kinds)[down][:, right]).all()


@pytest.mark.parametrize(("other_kind", "expected"), [(0, -69), (-1600, 0)])
def test_an_asked_item_of_the_other_kind_claims_less(other_kind: int, expected: int) -> None:
    target_row, task_row = scored([[500], [500]], "tw", other_kind).tolist()
    assert target_row == task_row == [expected]


def test_one_that_repeats_another_word_for_word_is_no_rival() -> None:
    evidence = np.array([[500, 500]], dtype=np.int32)
    said_twice = pairing(("hồ sơ",), ("niêm yết", "niêm yết"))
    assert compete(said_twice, evidence, -200).max() == 0
    asked_twice = pairing(("niêm yết", "niêm yết"), ("hồ sơ",))
    assert compete(asked_twice, evidence.T, -200).max() == 0


def test_an_asked_item_of_the_same_kind_claims_in_full() -> None:
    assert scored([[500], [500]], "ww", -1600).tolist() == [[-69], [-69]]
    assert scored([[500], [500]], "tt", -1600).tolist() == [[-69], [-69]]


def test_a_score_is_a_share() -> None:
    found = shares(np.array([[0, -69, -5000]], dtype=np.int32)).tolist()[0]
    assert found[0] == UNIT
    assert abs(found[1] / UNIT - 0.5) < 0.01
    assert found[2] == 0
