from __future__ import annotations

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given

from cascade.lexicon.horizon import Horizon, heading_horizon, horizons, stands_alone
from tests.ingest.made import ENDLESS, LINES


def by(year: int) -> Horizon:
    return Horizon("by", year)


def within(year: int) -> Horizon:
    return Horizon("in", year)


YEARLY = Horizon("yearly")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đến năm 2025, 80% hồ sơ được số hóa", [by(2025)]),
        ("đến hết năm 2024 đạt 80%", [by(2024)]),
        ("đến cuối năm 2024 đạt 80%", [by(2024)]),
        ("trước ngày 31/12/2023", [by(2023)]),
        ("đến tháng 12/2023", [by(2023)]),
        ("trong giai đoạn 2021-2025", [by(2025)]),
        ("Năm 2022, 80% hồ sơ được số hóa", [within(2022)]),
        ("trong năm 2022 có 80% hồ sơ", [within(2022)]),
        ("đạt 80% (năm 2022)", [within(2022)]),
        ("Hàng năm, 80% hồ sơ được số hóa", [YEARLY]),
        ("mỗi năm giảm 2%", [YEARLY]),
        ("năm 2022 đạt 50%, đến năm 2025 đạt 80%", [within(2022), by(2025)]),
        ("giảm 10% so với năm 2021", []),
        ("Kế hoạch năm 2022 của xã Mẫu", []),
        ("Báo cáo hàng năm của xã", []),
        ("từ năm 2021 trở đi", []),
        ("ngày 15/7/2021", []),
        ("", []),
    ],
)
def test_the_horizons_that_words_name(text: str, expected: list[Horizon]) -> None:
    assert [found.horizon for found in horizons(text)] == expected


def test_a_period_named_is_loose() -> None:
    assert [(found.horizon, found.loose) for found in horizons("giai đoạn 2021-2025 đạt 80%")] == [(by(2025), True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đến năm 2025:", by(2025)),
        ("Mục tiêu đến năm 2025:", by(2025)),
        ("Phấn đấu trong năm 2023:", within(2023)),
        ("Năm 2022 giao 17 công dân. Năm 2023, xã phấn đấu đạt các chỉ tiêu sau:", within(2023)),
        ("Mỗi người thu nhập 82 triệu đồng/người/năm. Cải cách thể chế:", None),
        ("Xã Mẫu đến năm 2025 bảo đảm:", None),
        ("Đến năm 2025, xã Mẫu được khen", None),
        ("Cải cách thể chế:", None),
    ],
)
def test_a_heading_sets_the_horizon_of_what_follows(text: str, expected: Horizon | None) -> None:
    assert heading_horizon(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đến năm 2025:", by(2025)),
        ("Mục tiêu đến năm 2025", by(2025)),
        ("Tầm nhìn đến năm 2045", by(2045)),
        ("TẦM NHÌN 2045", by(2045)),
        ("Định hướng đến năm 2035:", by(2035)),
        ("Giai đoạn 2026 - 2028", by(2028)),
        ("Đến năm 2025 số hóa hồ sơ:", None),
    ],
)
def test_alone_a_horizon_says_nothing_else(text: str, expected: Horizon | None) -> None:
    assert stands_alone(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chỉ tiêu chủ yếu năm 2024", within(2024)),
        ("Mục tiêu đến năm 2025", by(2025)),
        ("CHI TIEU NAM 2024", within(2024)),
        ("Chỉ tiêu năm 2025 giao các phòng", within(2025)),
        ("Phát triển xã hội số đến năm 2030", by(2030)),
        ("Phát triển chính quyền số đến năm 2028 với các mục tiêu", by(2028)),
        ("Mục tiêu đến năm 2030, tầm nhìn đến năm 2045", None),
        ("Nhiệm vụ năm 2024", None),
        ("Mục tiêu chung", None),
    ],
)
def test_a_heading_of_aims_names_their_year(text: str, expected: Horizon | None) -> None:
    assert heading_horizon(text, aims=True) == expected


def test_before_a_year_is_by_the_end_of_the_year_before() -> None:
    assert [one.horizon for one in horizons("hoàn thành trước năm 2028")] == [by(2027)]
    assert [one.horizon for one in horizons("hoàn thành trước tháng 6 năm 2028")] == [by(2028)]


def test_a_stage_knows_its_first_year() -> None:
    first, second = horizons("Giai đoạn 2026-2027: 80%; 2028-2030: 95%")
    assert (first.since, first.horizon, second.since, second.horizon) == (2026, by(2027), 2028, by(2030))
    assert horizons("đạt 2028-2030 hồ sơ") == ()


@given(LINES)
def test_horizons_stand_in_order_and_apart(lines: list[str]) -> None:
    text = " ".join(lines)
    found = horizons(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(_year_of(text[one.start : one.end]) == one.horizon.year for one in found if one.horizon.year)


@pytest.mark.parametrize("piece", [*ENDLESS, "đến năm 2025 ", "mỗi năm ", "năm 2021 tăng "])
def test_long_texts_are_read_in_short_time(piece: str) -> None:
    text = (piece * 20_000)[:20_000]
    begun = time.process_time()
    horizons(text)
    heading_horizon(text, aims=True)
    stands_alone(text)
    assert time.process_time() - begun < 6


def _year_of(words: str) -> int:
    """The last year that words print; "trước năm 2025" ends with the year before."""
    return int(re.findall(r"20\d\d", words)[-1]) - bool(re.match("trước năm", words))
