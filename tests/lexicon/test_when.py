"""Which year is that of which value."""

from __future__ import annotations

import pytest

from cascade.lexicon.horizon import Horizon, horizons
from cascade.model.plan import Window
from tests.ingest.made import target, targets

ONLINE = "hồ sơ nộp trực tuyến"
YEAR, STAGES = Window(2024, 2024), Window(2026, 2030)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{ONLINE} đạt 60% đối với năm 2023, 80% đối với năm 2025", [("60%", None, 2023), ("80%", None, 2025)]),
        (
            f"Nâng tỷ lệ {ONLINE} lên 60% vào năm 2022 và đến năm 2025 đạt 80%",
            [("60%", None, 2022), ("80%", 2025, None)],
        ),
        (f"{ONLINE}: năm 2023 trên 60%, năm 2025 trên 80%", [("> 60%", None, 2023), ("> 80%", None, 2025)]),
        (f"Đến hết quý II năm 2023, 60% {ONLINE}", [("60%", 2023, None)]),
        (f"60% {ONLINE}, hoàn thành trước ngày 30/9/2023", [("60%", 2023, None)]),
        (f"60% {ONLINE} vào cuối giai đoạn", [("60%", 2025, None)]),
        (f"Từ năm 2023, bảo đảm 60% {ONLINE}", [("60%", 2023, None)]),
        (f"Bảo đảm trong năm 2024 {ONLINE} đạt 60%; 100% thôn có loa", [("60%", None, 2024), ("100%", None, 2024)]),
        ("Kiểm tra ít nhất 12 xã; hoàn thành trong quý III năm 2024", [("12 xã", None, 2024)]),
        ("Lắp tối thiểu 30 trạm đo; xong trước tháng 10/2024", [("30 trạm", 2024, None)]),
        (f"Phủ {ONLINE} đến 100% chi bộ trong quý IV/2024", [("100%", None, 2024)]),
        ("Mở lớp kỹ năng; năm 2024 tập huấn tối thiểu 900 lượt người", [("900 lượt người", None, 2024)]),
        ("Cắt giảm 30% chi phí so với năm 2020, 50% vào năm 2024", [("30%", None, None), ("50%", None, 2024)]),
    ],
)
def test_each_value_has_its_own_year(text: str, expected: list[tuple[str, int | None, int | None]]) -> None:
    assert [(one.value.text, one.by, one.in_year) for one in targets(text)] == expected


@pytest.mark.parametrize(
    ("text", "in_year", "yearly"),
    [
        (f"Cả năm 60% {ONLINE}", 2024, False),
        (f"Trong năm có 60% {ONLINE}", 2024, False),
        ("Kiểm tra ít nhất 02 lần/năm", None, True),
        ("Không quá 02 lần trong một năm", None, True),
    ],
)
def test_a_yearly_plan_needs_not_print_its_year(text: str, in_year: int | None, yearly: bool) -> None:
    found = target(text, period=YEAR)
    assert (found.in_year, found.yearly) == (in_year, yearly)


def test_the_year_of_a_plan_is_known_only_with_its_period() -> None:
    assert horizons("trong năm đạt 60%") == ()
    assert horizons("trong năm đạt 60%", YEAR)[0].horizon == Horizon("in", 2024)
    assert horizons("trong năm đạt 60%", Window(2021, 2025)) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Giai đoạn 2026-2027: 80% {ONLINE}; giai đoạn 2028-2030: 99% {ONLINE}", [("80%", 2027), ("99%", 2030)]),
        (f"Giai đoạn 2026-2027 đạt 80%, giai đoạn 2028-2030 đạt 95% {ONLINE}", [("80%", 2027), ("95%", 2030)]),
        (f"Tỷ lệ {ONLINE}: giai đoạn 2026-2027: 80%; 2028-2030: 95%", [("80%", 2027), ("95%", 2030)]),
        (f"Từ năm 2026 đến năm 2028: 80% {ONLINE}; từ năm 2029 đến năm 2030: 95%", [("80%", 2028), ("95%", 2030)]),
        (f"Giai đoạn 2028-2030: 70% {ONLINE}", [("70%", 2030)]),
        (f"Giai đoạn 2026-2030: 70% {ONLINE}", [("70%", None)]),
    ],
)
def test_a_stage_of_the_plan_sets_the_year_by_which(text: str, expected: list[tuple[str, int | None]]) -> None:
    assert [(one.value.text, one.by) for one in targets(text, period=STAGES)] == expected


def test_a_year_that_opens_a_sentence_is_that_of_its_first_value() -> None:
    found = targets(f"Năm 2026 đạt 70%, năm 2027 đạt 80%, các năm tiếp theo đạt 90% {ONLINE}", period=STAGES)
    assert [one.in_year for one in found] == [2026, 2027, None]


def test_years_and_values_may_be_listed_in_turn() -> None:
    found = targets(f"Tỷ lệ {ONLINE} các năm 2026, 2027, 2028 lần lượt đạt 80%, 85%, 90%", period=STAGES)
    assert [(one.value.text, one.in_year) for one in found] == [("80%", 2026), ("85%", 2027), ("90%", 2028)]
