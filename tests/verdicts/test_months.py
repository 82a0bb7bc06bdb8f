"""The part of a year for which a text says its number."""

from __future__ import annotations

import pytest

from cascade.verdicts.months import Months
from tests.support import domain


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Trồng 500 cây từ tháng 01 đến tháng 6", range(1, 7)),
        ("Trồng 500 cây, tháng 7 - 12", range(7, 13)),
        ("6 tháng cuối năm trồng 500 cây", range(7, 13)),
        ("Nửa đầu năm trồng 500 cây", range(1, 7)),
        ("Trong quý III trồng 500 cây", range(7, 10)),
        ("Quý 4: trồng 500 cây", range(10, 13)),
        ("Trồng 500 cây trong năm", ()),
        ("Trồng 500 cây từ tháng 1 đến tháng 12", ()),  # the whole year is no part of it
        ("Trồng 500 cây trong quý I và quý III", ()),  # more than one run
        ("Trồng 500 cây trong 6 tháng", ()),
    ],
)
def test_a_run_of_months_as_people_say_it(text: str, months: range | tuple[()]) -> None:
    assert Months(domain().quantities).named(text) == frozenset(months)
