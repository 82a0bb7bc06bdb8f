"""The product of the work and the objective above it can tell which of two items answers."""

from __future__ import annotations

from cascade.answers.evidence.surroundings import objective, product
from tests.answers.made import pairing, words
from tests.support import task


def test_the_product_is_said_in_an_items_words_or_in_its_own_product() -> None:
    asked = (task("1", "rà soát", product="bảng giá"), task("2", "rà soát"))
    said = (
        task("a", "rà soát", product="bảng giá"),
        task("b", "dán bảng giá"),
        task("c", "rà soát", product="hồ sơ"),
        task("d", "rà soát"),
    )
    assert product(pairing(asked, said)).tolist() == [[1000, 1000, 0, 0], [0, 0, 0, 0]]


def test_a_part_of_the_product_is_a_part_of_the_evidence() -> None:
    asked = (task("1", "rà soát", product="hồ sơ"),)
    whole, half = product(pairing(asked, (task("a", "hồ sơ"), task("b", "hồ nước"))))[0].tolist()
    assert whole == 1000
    assert 0 < half < 1000


def test_the_objective_is_said_in_an_items_words_or_in_those_of_its_own_objective() -> None:
    asked = (task("I", "công khai", kind="objective"), task("I.1", "rà soát", under="I"))
    said = (
        task("1", "công khai", kind="objective"),
        task("1.1", "rà soát", under="1"),
        task("2", "trồng", kind="objective"),
        task("2.1", "rà soát", under="2"),
    )
    assert objective(pairing(asked, said))[1].tolist() == [1000, 1000, 0, 0]


def test_targets_have_neither() -> None:
    pair = pairing((words("1", "5%", "bảng giá"),), (task("a", "bảng giá", product="bảng giá"),))
    assert product(pair).tolist() == objective(pair).tolist() == [[0]]
