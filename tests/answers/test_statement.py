"""The items of a plan as statements: targets first, and what each is about."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given

from cascade.answers.statement import Side
from cascade.model.finding import Item
from cascade.model.plan import Task
from tests.answers.made import LEXIS, PLANS, side, words
from tests.support import PAYMENT, WAITING, target, task


def test_targets_come_first_each_kind_in_its_order() -> None:
    found = side(task("1", "hồ sơ"), words("2", "5%"), task("3", "phí"), words("4", "6%"))
    assert [one.item for one in found.statements] == [
        Item("xa-mau-2023", "target", 0),
        Item("xa-mau-2023", "target", 1),
        Item("xa-mau-2023", "task", 0),
        Item("xa-mau-2023", "task", 1),
    ]
    assert found.is_task.tolist() == [0, 0, 1, 1]
    assert len(found) == 4


@pytest.mark.parametrize(
    ("value", "measure", "unit", "number"),
    [
        ("80%", PAYMENT, "%", Decimal(80)),
        ("80", PAYMENT, "%", Decimal(80)),  # the measure's own
        ("15 Phút", WAITING, "phut", Decimal(15)),
        ("50-80%", None, "%", Decimal(50)),
        ("5", None, None, Decimal(5)),
        ("tốt", None, "grade", None),
    ],
)
def test_a_target_counts_in_a_unit(value: str, measure: str | None, unit: str | None, number: Decimal | None) -> None:
    (one,) = side(target("1", value, measure)).statements
    assert (one.unit, one.number, one.measure) == (unit, number, measure)


def test_a_target_stands_in_the_area_of_its_measure_or_else_in_its_own() -> None:
    found = side(
        target("1", "80%"), target("2", "80%", area=6), target("3", "80%", None), target("4", "80%", None, area=6)
    )
    assert [one.area for one in found.statements] == [2, 2, None, 6]


def test_a_target_names_the_year_in_or_by_which_it_holds() -> None:
    found = side(
        words("1", "5%", by=2025), words("2", "5%", in_year=2023), words("3", "5%"), words("4", "5%", yearly=True)
    )
    assert [one.year for one in found.statements] == [2025, 2023, None, None]


def test_a_task_has_its_product_and_the_objective_above_it() -> None:
    found = side(
        task("I.1", "công khai phí", kind="objective"),
        task("I.2", "hồ sơ", product="bảng giá", under="I.1", area=2),
        task("I.3", "hồ sơ", under="I.9"),
    )
    _, served, alone = found.statements
    assert served.product is not None
    assert served.product.units == ("bảng giá",)
    assert served.objective is not None
    assert served.objective.units == ("công khai", "phí")
    assert (served.area, alone.product, alone.objective) == (2, None, None)


def test_a_damaged_text_is_read_as_it_was_restored() -> None:
    (one,) = side(task("1", "c6ng khaj phi", restored="công khai phí")).statements
    assert one.read.units == ("công khai", "phí")


def unfolded(found: Side) -> list[list[str]]:
    """The units of each statement, put together again from the tokens."""
    ends = [*found.starts.tolist()[1:], len(found.tokens)]
    words_of = [found.vocabulary[token] for token in found.tokens]
    return [words_of[first:last] for first, last in zip(found.starts.tolist(), ends, strict=True)]


@given(PLANS)
def test_the_tokens_of_a_side_are_the_units_of_its_statements(texts: tuple[str, ...]) -> None:
    found = side(*texts)
    assert unfolded(found) == [list(LEXIS.read(text).units) for text in texts]
    assert list(found.vocabulary) == sorted(set(found.vocabulary))


def test_every_statement_that_holds_a_unit_or_a_concept_is_counted_once() -> None:
    found = side("công khai phí và niêm yết phí", "niêm yết hồ sơ", "phí")
    publish = next(iter(LEXIS.concepts("niêm yết")))
    assert (found.held["phí"], found.held["niêm yết"], found.held["hồ"], found.held[publish]) == (2, 2, 1, 2)
    assert found.held["rừng"] == 0


def test_two_readings_of_one_plan_are_one() -> None:
    items: tuple[Task, ...] = (task("1", "công khai phí"), task("2", "hồ sơ"))
    assert side(*items) == side(*items)


@pytest.mark.parametrize(
    "ordered",
    [
        ("1", "2", "10"),
        ("II.2", "II.10", "III.1", "IV", "IX", "X"),
        ("2.3.a-5", "2.3.a-5.2", "2.3.a-10", "2.3.b-1"),
        ("VIII", "IX", "XI"),
    ],
)
def test_statements_stand_in_the_order_of_their_numbering_whatever_that_of_the_file(ordered: tuple[str, ...]) -> None:
    items = tuple(task(item_id, f"hồ sơ {item_id}") for item_id in ordered)
    assert [one.id for one in side(*reversed(items)).statements] == list(ordered)


def test_one_that_says_an_earlier_one_word_for_word_is_told() -> None:
    items = (words("1", "5%", "hồ sơ"), "hồ sơ", "niêm yết", "Niêm  yết")
    assert side(*items).repeats.tolist() == [0, 0, 0, 1]  # a target and a task are not of one kind
