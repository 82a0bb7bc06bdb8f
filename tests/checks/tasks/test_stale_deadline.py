"""A deadline that had passed on the day the plan was signed."""

from __future__ import annotations

import pytest

from cascade.model.rule import Sketch
from tests.support import COMMUNE, found, linked, places, task


@pytest.mark.parametrize(
    ("due", "stale"),
    [
        ("2022-12-14", True),
        ("2022-12-15", False),
        ("Tháng 11/2022", True),
        ("Tháng 12/2022", False),
        ("Năm 2021 hoặc năm 2023", False),  # of several years the last counts
        ("Định kỳ từ năm 2020", False),
        ("Thường xuyên", False),
        (None, False),
    ],
)
def test_a_deadline_is_stale_where_its_last_day_lies_before_the_day_of_signing(due: str | None, stale: bool) -> None:
    context = linked(None, Sketch(issued="2022-12-15", tasks=(task("a", "Rà soát TTHC", due=due),)))
    expected = [(COMMUNE, "a", "warning")] if stale else []
    assert places(context, found(context, "stale-deadline")) == expected


def test_both_days_are_told_as_they_are_printed() -> None:
    context = linked(None, Sketch(issued="2022-12-31", tasks=(task("a", "Xây dựng kế hoạch", due="2021-12-31"),)))
    (judged,) = found(context, "stale-deadline")
    assert judged.message.en == (
        "The task «Xây dựng kế hoạch» is due «31/12/2021», which had passed when the plan was signed on 31/12/2022."
    )
