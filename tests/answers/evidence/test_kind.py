"""Items of one kind answer one another sooner."""

from __future__ import annotations

from cascade.answers.evidence.kind import same_kind
from tests.answers.made import pairing, words


def test_only_items_of_one_kind_have_it() -> None:
    found = same_kind(pairing((words("1", "5%"), "phí"), (words("2", "6%"), words("3", "7%"), "hồ sơ")))
    assert found.tolist() == [[1000, 1000, 0], [0, 0, 1000]]
