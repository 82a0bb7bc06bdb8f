from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cascade.ingest.heading.casing import Casing
from cascade.ingest.heading.units import UnitReader
from tests.support import domain

TEXT = (
    "UBND tỉnh ban hành Kế hoạch phát triển du lịch Hồ Lam gắn với Chương trình OCOP trên địa bàn tỉnh.",
    "Sản phẩm OCOP được nâng hạng; Chỉ số PAPI của tỉnh được cải thiện ở vùng Hồ Lam hằng năm.",
)


def casing(*lines: str) -> Casing:
    return Casing(lines, domain(), UnitReader(domain()))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("PHÁT TRIỂN DU LỊCH HỒ LAM VÀ SẢN PHẨM OCOP NĂM 2025", "Phát triển du lịch Hồ Lam và sản phẩm OCOP năm 2025"),
        ("NÂNG CAO CHỈ SỐ PAPI TRÊN ĐỊA BÀN TỈNH VÍ DỤ", "Nâng cao chỉ số PAPI trên địa bàn tỉnh Ví Dụ"),
        ("HIỆU LỰC QUẢN LÝ NHÀ NƯỚC, PHƯƠNG ÁN TINH GIẢN", "Hiệu lực quản lý nhà nước, phương án tinh giản"),
        ("THỰC HIỆN ĐỀ ÁN CỦA BAN THƯỜNG VỤ TỈNH ỦY", "Thực hiện Đề án của Ban Thường vụ Tỉnh ủy"),
        ("CẢI THIỆN CHỈ SỐ DDCI, PHẦN II", "Cải thiện chỉ số DDCI, phần II"),
        ("phát triển OCOP", "Phát triển OCOP"),
        ("", ""),
    ],
)
def test_a_title_in_capitals_becomes_a_sentence(title: str, expected: str) -> None:
    assert casing(*TEXT).sentence(title) == expected


def test_without_a_text_names_of_units_and_short_forms_keep_their_capitals() -> None:
    assert casing().sentence("CẢI CÁCH TTHC CỦA XÃ MẪU NĂM 2025") == "Cải cách TTHC của xã Mẫu năm 2025"


@given(st.text(max_size=60), st.lists(st.text(max_size=60), max_size=3))
def test_only_capitals_change(title: str, lines: list[str]) -> None:
    assert casing(*lines).sentence(title).casefold().split() == title.casefold().split()
