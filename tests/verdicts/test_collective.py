"""Targets of a collective, told by their measure or their words, and how many units have to."""

from __future__ import annotations

import pytest

from cascade.verdicts.collective import Collective, Collectives
from tests.support import DISTRICT, EMPTY, PROVINCE, domain, linked, province, target

COLLECTIVES = Collectives(domain())
PLANS = linked(EMPTY, EMPTY, province()).plans


def of(text: str, value: str, plan: str = DISTRICT, measure: str | None = None) -> Collective | None:
    return COLLECTIVES.of(target("1", value, measure, text=text), PLANS[plan])


@pytest.mark.parametrize(
    ("text", "value", "share"),
    [
        ("85% UBND xã, thị trấn đạt loại tốt trở lên", "85%", True),
        ("Tối thiểu 85% số xã đạt chuẩn tiếp cận pháp luật", ">= 85%", True),
        ("90% trở lên các xã, phường, thị trấn có nhà văn hóa", "90%", True),
        ("Tỷ lệ xã có trạm y tế đạt 80%", "80%", True),
        ("100% đơn vị hành chính cấp xã bố trí phòng họp", "100%", True),
        ("Có thêm 05 xã đạt chuẩn nông thôn mới", "5 xã", False),
    ],
)
def test_a_share_or_number_of_communes_is_one_of_a_collective(text: str, value: str, share: bool) -> None:
    found = of(text, value)
    assert found is not None
    assert (found.levels, found.share) == (("commune",), share)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("100% cán bộ, công chức cấp xã đạt chuẩn", "100%"),  # officials are counted
        ("60% hồ sơ công việc cấp xã xử lý trên mạng", "60%"),
        ("100% xã hội hóa việc thu gom rác", "100%"),
        ("100% xã Mẫu có nước sạch", "100%"),  # one unit
        ("100% phường, xã Ví Dụ có nước sạch", "100%"),
        ("Giảm 3 xã", "3 xã"),
        ("Giảm 10% số xã", "10%"),
        ("Không quá 2 xã chưa đạt chuẩn", "<= 2 xã"),
        ("100% huyện có trung tâm hành chính công", "100%"),  # of the plan's own level
    ],
)
def test_what_counts_something_else_is_none(text: str, value: str) -> None:
    assert of(text, value) is None


def test_its_measure_tells_it_too_and_the_levels_are_those_below_the_plan() -> None:
    found = of("Xếp loại tốt", "85%", measure="steering.communes-par-good")
    assert found is not None
    assert found.levels == ("commune",)
    both = of("100% UBND cấp huyện, cấp xã dùng chữ ký số", "100%", PROVINCE)
    assert both is not None
    assert set(both.levels) == {"district", "commune"}


@pytest.mark.parametrize(
    ("value", "units", "required"),
    [("85%", 3, 3), ("85%", 20, 17), ("> 85%", 20, 18), ("100%", 7, 7), ("33,3%", 3, 1), ("80-90%", 10, 8)],
)
def test_a_share_takes_so_many_of_the_units_on_file(value: str, units: int, required: int) -> None:
    found = of(f"{value.removeprefix('> ')} xã đạt chuẩn", value) or of("Tỷ lệ xã đạt chuẩn", value)
    assert found is not None
    assert found.required(units) == required


def test_a_number_takes_as_many_whatever_is_on_file() -> None:
    found = of("Có thêm 5 xã đạt chuẩn", "5 xã")
    assert found is not None
    assert [found.required(units) for units in (2, 9)] == [5, 5]
