"""What two items count, and how much: alike, unlike, or not said by one of them."""

from __future__ import annotations

from typing import Any

import pytest

from cascade.answers.evidence import quantity
from cascade.answers.weigh import EVIDENCE
from cascade.model.plan import Target, Task
from tests.answers.made import pairing, words
from tests.support import PAYMENT, WAITING, target, task

A_TASK = task("t", "phí", area=2)


def of(name: str, asked: Target | Task, said: Target | Task) -> int:
    """One evidence of one pair."""
    return int(EVIDENCE[name](pairing((asked,), (said,)))[0, 0])


@pytest.mark.parametrize(
    ("name", "asked", "said", "full"),
    [
        ("same-unit", words("1", "80%"), words("2", "50%"), True),
        ("same-unit", words("1", "80%"), words("2", "50 hộ"), False),
        ("same-unit", words("1", "80"), words("2", "50"), False),  # neither says
        ("same-unit", words("1", "tốt"), words("2", "khá"), True),
        ("same-unit", words("1", "80%"), A_TASK, False),
        ("other-unit", words("1", "80%"), words("2", "50 hộ"), True),
        ("other-unit", words("1", "tốt"), words("2", "80%"), True),
        ("other-unit", words("1", "80%"), words("2", "50"), False),
        ("other-unit", words("1", "80%"), A_TASK, False),
        ("same-number", words("1", "80%"), words("2", "80%"), True),
        ("same-number", words("1", "80%"), words("2", "80,0%"), True),
        ("same-number", words("1", "80%"), words("2", "80 hộ"), False),
        ("same-number", words("1", "80%"), words("2", "81%"), False),
        ("same-number", words("1", "tốt"), words("2", "tốt"), False),
        ("other-year", words("1", "5%", by=2025), words("2", "5%", by=2024), True),
        ("other-year", words("1", "5%", by=2025), words("2", "5%", in_year=2025), False),
        ("other-year", words("1", "5%", by=2025), words("2", "5%"), False),
        ("other-tier", words("1", "5%", tier="commune"), words("2", "5%", tier="district"), True),
        ("other-tier", words("1", "5%", tier="commune"), words("2", "5%", tier="commune"), False),
        ("other-tier", words("1", "5%", tier="commune"), words("2", "5%"), False),
        ("other-area", A_TASK, task("2", "phí", area=6), True),
        ("other-area", A_TASK, words("2", "5%", area=2), False),
        ("other-area", A_TASK, task("2", "phí"), False),
        ("same-measure", target("1", "80%"), target("2", "50%"), True),
        ("same-measure", target("1", "80%"), target("2", "50 phút", WAITING), False),
        ("same-measure", words("1", "80%"), words("2", "80%"), False),
        ("other-measure", target("1", "80%", PAYMENT), target("2", "50 phút", WAITING), True),
        ("other-measure", target("1", "80%"), target("2", "80%"), False),
        ("other-measure", target("1", "80%"), words("2", "80%"), False),
        ("other-measure", target("1", "80%"), A_TASK, False),
    ],
)
def test_each_evidence_is_full_or_none(name: str, asked: Target | Task, said: Target | Task, full: bool) -> None:
    assert of(name, asked, said) == (1000 if full else 0)
    assert of(name, said, asked) == (1000 if full else 0)


def test_every_pair_is_told_by_itself() -> None:
    more: dict[str, Any] = {"by": 2025}
    pair = pairing((words("1", "80%"), words("2", "5 hộ", **more)), (words("3", "5 hộ"), words("4", "80%", by=2024)))
    assert quantity.same_number(pair).tolist() == [[0, 1000], [1000, 0]]
    assert quantity.other_year(pair).tolist() == [[0, 0], [0, 1000]]
