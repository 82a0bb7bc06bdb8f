"""All answers at once: the sums of the shelf are those that one would add up answer by answer."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cascade.matching.shelf import Shelf
from cascade.matching.terms import Terms, Weights

TERMS = st.lists(st.sampled_from("abcdefgh"), max_size=6).map(lambda found: tuple(sorted(set(found))))


@given(
    answers=st.lists(TERMS, max_size=12), asked=TERMS, weights=st.lists(st.integers(1, 9000), min_size=8, max_size=8)
)
def test_each_answer_gets_the_weight_of_the_terms_that_it_shares(
    answers: list[Terms], asked: Terms, weights: list[int]
) -> None:
    by_term = dict(zip("abcdefgh", weights, strict=True))
    shared = Shelf(answers, Weights(by_term, 10000)).shared(asked)
    assert list(shared) == [sum(by_term[term] for term in set(answer) & set(asked)) for answer in answers]


def test_a_sum_of_a_thousand_heavy_terms_does_not_spill_into_the_next_answer() -> None:
    terms = tuple(sorted(f"term {number}" for number in range(1000)))
    shelf = Shelf([terms, (), terms], Weights(dict.fromkeys(terms, 9000), 9000))
    assert list(shelf.shared(terms)) == [9_000_000, 0, 9_000_000]


def test_a_shelf_knows_which_terms_any_answer_says() -> None:
    shelf = Shelf([("a",), ("b",)], Weights({"a": 1, "b": 1, "c": 1}, 2))
    assert ["a" in shelf, "b" in shelf, "c" in shelf] == [True, True, False]


def test_an_empty_shelf_shares_nothing() -> None:
    assert list(Shelf([], Weights({}, 1)).shared(("a",))) == []
