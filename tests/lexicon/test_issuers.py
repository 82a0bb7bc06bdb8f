"""Bodies whole: with their units, over commas that are theirs, and no further."""

from __future__ import annotations

import pytest

from cascade.lexicon.issuers import IssuerReader
from cascade.model.text import folded_same_length
from tests.support import domain


def bodies(text: str) -> list[str]:
    return [one.name for one in IssuerReader(domain()).find(text, folded_same_length(text))]


@pytest.mark.parametrize(
    "name",
    [
        "Bộ Giáo dục và Đào tạo",
        "Sở Văn hóa, Thể thao và Du lịch",
        "Sở Lao động - Thương binh và Xã hội tỉnh Ví Dụ",
        "Sở Giao thông vận tải",
        "Cục Thi hành án dân sự tỉnh Ví Dụ",
        "Liên Bộ Nội vụ - Tài chính",
        "Ban Chỉ đạo Trung ương các chương trình mục tiêu quốc gia",
        "Ban Chỉ đạo Chuyển đổi số tỉnh Ví Dụ",
        "Ban Bí thư Trung ương Đảng",
        "Đảng ủy phường Mẫu",
        "Văn phòng Tỉnh ủy",
        "Bộ trưởng Bộ Nội vụ",
    ],
)
@pytest.mark.parametrize("behind", [" về cải cách", ";", " ban hành Chương trình", ", Kế hoạch số 12", " tại Tờ trình"])
def test_a_body_is_named_whole(name: str, behind: str) -> None:
    assert bodies(f"của {name}{behind}") == [name]


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("UBND xã Mẫu, huyện Thử về", ["UBND xã Mẫu"]),
        ("CỦA BAN THƯỜNG VỤ TỈNH ỦY VỀ CHUYỂN ĐỔI SỐ", ["Ban Thường vụ Tỉnh ủy"]),
        ("CỦA UBND TỈNH THANH VÂN VỀ CẢI CÁCH", ["UBND tỉnh Thanh Vân"]),
        ("Sở Tư pháp và đề nghị của Chánh Thanh tra tỉnh tại", ["Sở Tư pháp", "Thanh tra tỉnh"]),
        ("Phó Giám đốc Sở Nội vụ tỉnh Ví Dụ về", ["Sở Nội vụ tỉnh Ví Dụ"]),
        ("Ban hành Kế hoạch; bộ phận một cửa; trung tâm huyện", []),
        ("Sở Nội vụ, Thanh niên xung phong", ["Sở Nội vụ"]),
    ],
)
def test_where_a_name_begins_and_ends(printed: str, names: list[str]) -> None:
    assert bodies(printed) == names
