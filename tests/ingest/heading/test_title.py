from __future__ import annotations

import pytest

from cascade.model.plan import Window
from tests.ingest.heading.made import titled


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            ("KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NHÀ NƯỚC", "TRÊN ĐỊA BÀN XÃ MẪU", "NĂM 2026"),
            "Cải cách hành chính nhà nước trên địa bàn xã Mẫu năm 2026",
        ),
        (
            ("KẾ HOẠCH", "CẢI CÁCH HÀNH CHÍNH NHÀ NƯỚC", "TRÊN ĐỊA BÀN XÃ MẪU", "NĂM 2026"),
            "Cải cách hành chính nhà nước trên địa bàn xã Mẫu năm 2026",
        ),
        (
            ("KẾ HOẠCH", "CẢI CÁCH HÀNH CHÍNH NĂM 2026 CỦA", "ỦY BAN NHÂN DÂN XÃ MẪU"),
            "Cải cách hành chính năm 2026 của Ủy ban nhân dân xã Mẫu",
        ),
        (("KẾ HOẠCH", "-------", "Cải cách hành chính năm 2026", "_______"), "Cải cách hành chính năm 2026"),
        (("KẾ HOẠCH", "Cải cách hành chính năm 2026 ________"), "Cải cách hành chính năm 2026"),
        (
            (
                "KẾ HOẠCH",
                "CẢI CÁCH HÀNH CHÍNH VÀ CÔNG",
                "TÁC PHÒNG, CHỐNG LÃNG PHÍ TRÊN ĐỊA BÀN XÃ MẪU NĂM 2026",
                "Do yêu cầu của công tác quản lý ngày càng cao, việc giải quyết hồ sơ của",
                "người dân còn chậm, một số thủ tục chưa được công khai đầy đủ và kịp thời.",
            ),
            "Cải cách hành chính và công tác phòng, chống lãng phí trên địa bàn xã Mẫu năm 2026",
        ),
        (("KẾ HOẠCH", "CẢI CÁCH HÀNH CHÍNH QUÝ IV NĂM 2026"), "Cải cách hành chính quý IV năm 2026"),
        (
            ("KẾ HOẠCH", "Về việc triển khai", "thực hiện công tác cải cách hành chính năm 2026"),
            "Triển khai thực hiện công tác cải cách hành chính năm 2026",
        ),
        (
            ("KẾ HOẠCH", "Thực hiện Nghị quyết số 02-NQ/HU ngày 01/01/2026 của Huyện ủy", "về CCHC năm 2026"),
            "Thực hiện Nghị quyết số 02-NQ/HU ngày 01/01/2026 của Huyện ủy về CCHC năm 2026",
        ),
        (
            ("KẾ HOẠCH", "Cải cách hành chính theo Kế hoạch số 5/KH-UBND ngày 20 tháng 12 năm 2025 của tỉnh, năm 2026"),
            "Cải cách hành chính theo Kế hoạch số 5/KH-UBND ngày 20 tháng 12 năm 2025 của tỉnh, năm 2026",
        ),
    ],
)
def test_titles_of_a_plan_of_2026(lines: tuple[str, ...], title: str) -> None:
    found = titled(*lines)
    assert (found.title, found.period, found.year) == (title, Window(2026, 2026), 2026)
