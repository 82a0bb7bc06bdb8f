from __future__ import annotations

import pytest

from cascade.ingest.heading.years import years_in
from cascade.model.plan import Window
from tests.ingest.heading.made import titled
from tests.support import domain


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
