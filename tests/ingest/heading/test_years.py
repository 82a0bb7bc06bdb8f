from __future__ import annotations

import pytest

from cascade.ingest.heading.years import years_in
from cascade.model.plan import Window
from tests.support import domain


@pytest.mark.parametrize(
    ("text", "first", "last", "year"),
    [
        ("giai đoạn 2021-2025 và định hướng đến năm 2030", 2021, 2025, None),
        ("05 năm 2026 - 2030", 2026, 2030, None),
        ("5 năm (2026-2030)", 2026, 2030, None),
        ("2021 – 2025", 2021, 2025, None),
        ("năm 2026 và giai đoạn 2026-2030", 2026, 2030, 2026),
        ("năm 2026, định hướng giai đoạn 2027-2030", 2026, 2026, 2026),
        ("năm 2026, tầm nhìn 2030-2045", 2026, 2026, 2026),
        ("năm 2026, định hướng đến năm 2030", 2026, 2026, 2026),
        ("từ năm 2026 đến năm 2030", 2026, 2030, None),
        ("từ năm 2026 đến 2030", 2026, 2030, None),
        ("nhiệm kỳ 2026-2031", 2026, 2031, None),
        ("định hướng năm 2030, trọng tâm năm 2026", 2026, 2026, 2026),
        ("quý I/2026", 2026, 2026, 2026),
        ("tháng 3/2026", 2026, 2026, 2026),
        ("tháng 3 năm 2026", 2026, 2026, 2026),
        ("6 tháng cuối năm 2026", 2026, 2026, 2026),
        ("theo Kế hoạch ngày 20 tháng 12 năm 2025, năm 2026", 2026, 2026, 2026),
        ("giai đoạn 2030-2026, năm 2027", 2027, 2027, 2027),
    ],
)
def test_years_of_a_title(text: str, first: int, last: int, year: int | None) -> None:
    found = years_in(f"Cải cách hành chính {text}", domain().phrases.heading["outlook"])
    assert (found.period, found.year) == (Window(first, last), year)


def test_a_period_that_ended_before_the_issue_is_not_the_plans_own_where_another_is_named() -> None:
    assert years_in("Tổng kết giai đoạn 2016-2020, nhiệm vụ giai đoạn 2021-2025", (), 2021).period == Window(2021, 2025)
    assert years_in("Tổng kết giai đoạn 2016-2020", (), 2021).period == Window(2016, 2020)
