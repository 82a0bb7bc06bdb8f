"""Exponentials and logarithms in whole numbers: their laws, and that no machine can round them otherwise."""

from __future__ import annotations

import math
from decimal import Decimal, localcontext
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cascade.answers import whole
from cascade.answers.whole import UNIT, Grid, chance, exp, log_total, rarity

LOGS = st.integers(-5000, 0)
ROWS = st.lists(st.integers(-900, 900), min_size=1, max_size=30)


def grid(values: list[int]) -> Grid:
    return np.array([values], dtype=np.int32)


def total(values: list[int]) -> int:
    return int(log_total(grid(values), axis=1)[0, 0])


@pytest.mark.parametrize(("table", "sign"), [(whole._EXP[:-1], -1), (whole._POWERS, 1)], ids=["exponentials", "powers"])
def test_no_number_of_a_table_lies_near_the_boundary_of_a_rounding(table: Grid, sign: int) -> None:
    with localcontext() as context:
        context.prec = 40
        for hundredths, held in enumerate(table.tolist()):
            exact = UNIT * (Decimal(sign * hundredths) / 100).exp()
            assert abs(exact - held) <= Decimal("0.499999"), hundredths


def test_no_rarity_lies_near_the_boundary_of_a_rounding() -> None:
    texts = np.arange(1, 601, dtype=np.float64)[:, None]
    holding = np.arange(0, 601, dtype=np.float64)[None, :]
    thousandths = 1000 * (np.log((1 + texts) / (1 + holding)) + 0.1)
    apart = np.abs(thousandths - np.floor(thousandths) - 0.5)
    assert apart[(holding <= texts)].min() > 1e-9


# Exponentials


def test_the_exponential_of_nothing_is_a_unit_and_of_very_little_is_nothing() -> None:
    assert exp(grid([0, -1600, -10_000])).tolist() == [[UNIT, 0, 0]]


@given(LOGS, LOGS)
def test_exponentials_rise_with_their_logarithms(one: int, other: int) -> None:
    low, high = sorted([one, other])
    assert exp(grid([low]))[0, 0] <= exp(grid([high]))[0, 0]


@given(LOGS)
def test_an_exponential_is_right_to_a_unit(log: int) -> None:
    assert abs(int(exp(grid([log]))[0, 0]) - UNIT * math.exp(log / 100)) <= 1


# Totals


@given(st.integers(-900, 900))
def test_the_total_of_one_is_itself(value: int) -> None:
    assert total([value]) == value


@given(ROWS)
def test_a_total_is_right_to_a_hundredth(values: list[int]) -> None:
    exact = 100 * math.log(sum(math.exp(value / 100) for value in values))
    assert -1.01 <= total(values) - exact <= 0.01


@given(ROWS, st.integers(-900, 900))
def test_one_more_never_makes_a_total_less(values: list[int], more: int) -> None:
    assert total([*values, more]) >= total(values) >= max(values)


@given(ROWS, st.integers(-500, 500))
def test_a_total_moves_with_all_that_it_sums(values: list[int], by: int) -> None:
    assert total([value + by for value in values]) == total(values) + by


@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_what_is_summed_never_matters(values: list[int], random: Random) -> None:
    shuffled = list(values)
    random.shuffle(shuffled)
    assert total(shuffled) == total(values)


@given(st.integers(1, 400))
def test_the_total_of_equals_is_the_logarithm_of_their_number(count: int) -> None:
    assert 0 <= 100 * math.log(count) - total([0] * count) < 1


def test_totals_are_taken_along_an_axis() -> None:
    values = np.array([[0, -3000], [-3000, 0], [0, 0]], dtype=np.int32)
    assert log_total(values, axis=1).tolist() == [[0], [0], [69]]
    assert log_total(values, axis=0).tolist() == [[69, 69]]


# Rarity


@given(st.integers(1, 500), st.data())
def test_a_rarer_word_tells_more(texts: int, data: st.DataObject) -> None:
    holding = data.draw(st.integers(1, texts))
    assert rarity(texts, holding) < rarity(texts, holding - 1)
    assert rarity(texts, texts) == 100


# Chances

SLOPES = st.integers(1, 300)
SCORES = st.integers(-6000, 0)


@given(SCORES, SCORES, SCORES, SLOPES)
def test_a_chance_rises_with_the_score_within_1_and_99(one: int, other: int, middle: int, slope: int) -> None:
    low, high = sorted([one, other])
    assert 1 <= chance(low, middle, slope) <= chance(high, middle, slope) <= 99


@given(SCORES, SCORES, SLOPES)
def test_a_chance_is_that_of_the_logistic_curve(score: int, middle: int, slope: int) -> None:
    x = max(-50.0, min(50.0, (score - middle) / slope))
    assert abs(chance(score, middle, slope) - min(99, max(1, 100 / (1 + math.exp(-x))))) <= 1


@pytest.mark.parametrize(("score", "expected"), [(-350, 50), (-350 + 66, 75), (-350 - 66, 25), (0, 99), (-5000, 1)])
def test_a_chance_is_one_half_in_the_middle_and_three_quarters_a_slope_further(score: int, expected: int) -> None:
    assert abs(chance(score, -350, 60) - expected) <= 1
