"""What a cell of values says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cascade.ingest.tables.values import Value, is_quantity, values_of
from tests.support import domain


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("95", Value("95")),
        ("90,5%", Value("90,5", "%")),
        ("≥ 98%", Value("98", "%", "at_least")),
        ("50% trở lên", Value("50", "%", "at_least")),
        ("Đạt 90% trở lên", Value("90", "%", "at_least")),
        ("Tối thiểu 25%", Value("25", "%", "at_least")),
        ("Trên 88%", Value("88", "%", "above")),
        ("Dưới 2%", Value("2", "%", "below")),
        ("Không quá 15 phút", Value("15", "phút", "at_most")),
        ("10 - 12%", Value("10-12", "%")),
        ("từ 80% đến 85%", Value("80-85", "%", "at_least")),
        ("02 lần/năm", Value("02", "lần/năm")),
        ("Ít nhất 02 mô hình", Value("02", "mô hình", "at_least")),
        ("60% (UBND cấp xã)", Value("60", "%", tier="commune")),
        ("Từ thứ 6 trở lên", Value("6", "hạng")),
        ("Thứ 5/12", Value("5", "hạng")),
        ("Loại khá trở lên", Value("khá")),
        ("Đạt loại Tốt", Value("tốt")),
        ("8 0", Value("80", apart="8 0")),
        ("8 0,5 %", Value("80,5", "%", apart="8 0,5 %")),
        ("10 0%", Value("100", "%", apart="10 0%")),
    ],
)
def test_a_cell_of_one_value(cell: str, value: Value) -> None:
    assert values_of(cell, domain().phrases) == (value,)


@pytest.mark.parametrize("cell", ["40% (huyện)\n35% (xã)", "Huyện: 40%; xã: 35%", "- Cấp huyện: 40%\n- Cấp xã: 35%"])
def test_a_cell_with_a_value_for_each_tier(cell: str) -> None:
    found = [(one.number, one.tier) for one in values_of(cell, domain().phrases)]
    assert found == [("40", "district"), ("35", "commune")]


@pytest.mark.parametrize(
    "cell",
    ["", "-", "x", "40% 50%", "Quý I", "31/12/2023", "năm 2025", "Hoàn thành", "100% hồ sơ trực tuyến", "5" * 200],
)
def test_a_cell_that_says_anything_else_has_no_values(cell: str) -> None:
    assert values_of(cell, domain().phrases) == ()


def test_a_grade_is_a_value_but_no_quantity() -> None:
    assert values_of("Tốt", domain().phrases)
    assert not is_quantity("Tốt", domain().phrases)


@given(st.text(alphabet=st.sampled_from("019%.,-–≥≤>< \n:();/cấpxãhuyệntrởlênđạttừ"), max_size=170))
def test_values_are_numbers_of_the_cell_or_grades(cell: str) -> None:
    words = " ".join(cell.split())
    for value in values_of(cell, domain().phrases):
        ends = value.number.split("-")
        assert all(end in words for end in ends) or value.number in domain().phrases.grades
