"""The shipped words around a quantity contradict one another nowhere."""

from __future__ import annotations

import unicodedata
from itertools import combinations

import msgspec
import pytest

from cascade.model.quantities import Quantities
from tests.support import domain

QUANTITIES = domain().quantities
LISTS = ("at_least", "at_most", "reduced", "remaining", "bad", "durations", "waiting", "ranks", "everyone")


def words(name: str) -> tuple[str, ...]:
    found: tuple[str, ...] = getattr(QUANTITIES, name)
    return found


def test_nothing_is_known_where_nothing_is_said() -> None:
    assert all(not value for value in msgspec.structs.asdict(Quantities()).values())


@pytest.mark.parametrize("name", LISTS)
def test_every_list_has_words_each_once_in_the_form_in_which_they_are_sought(name: str) -> None:
    assert words(name)
    assert len(set(words(name))) == len(words(name))
    assert [w for w in words(name) if w != w.lower() or not unicodedata.is_normalized("NFC", w)] == []


@pytest.mark.parametrize(
    ("one", "other"), [("at_least", "at_most"), ("reduced", "bad"), ("durations", "ranks"), ("at_least", "everyone")]
)
def test_no_word_says_one_thing_and_its_opposite(one: str, other: str) -> None:
    assert set(words(one)).isdisjoint(words(other))


def test_a_unit_counts_the_same_as_those_of_one_list_only() -> None:
    assert all(set(one).isdisjoint(other) for one, other in combinations(QUANTITIES.same_units, 2))


def test_rates_are_times_a_year() -> None:
    times = [int(rate) for rate in QUANTITIES.rates]
    assert all(1 <= one <= 366 for one in times)
    said = [word for words_of in QUANTITIES.rates.values() for word in words_of]
    assert len(set(said)) == len(said)


def test_a_grade_stands_on_one_scale() -> None:
    graded = [grade for scale in QUANTITIES.grades for grade in scale]
    assert len(set(graded)) == len(graded)
    assert all(len(scale) > 1 for scale in QUANTITIES.grades)
