from __future__ import annotations

from datetime import date

import pytest

from tests.ingest.heading.made import BASIS, BODY, DATED, TITLE, titled
from tests.ingest.heading.test_head import STATE, head

ONE, TWO = STATE
RESOLUTION = (
    "CHƯƠNG TRÌNH HÀNH ĐỘNG",
    "thực hiện Nghị quyết số 41-NQ/TW, ngày 05/9/2025 của Bộ Chính trị",
    "về phát triển y tế cơ sở",
    "-----",
    "Thực hiện Nghị quyết số 41-NQ/TW, ngày 05/9/2025 của Bộ Chính trị, Ban Thường vụ ban hành Chương trình như sau:",
    "I- MỤC ĐÍCH, YÊU CẦU",
)


@pytest.mark.parametrize(
    "lines",
    [
        (f"ỦY BAN NHÂN DÂN {ONE} XÃ MẪU {TWO} Số: 05/KH-UBND {DATED}",),
        (f"UBND XÃ MẪU {ONE} {TWO} Số: 05/KH-UBND {DATED}",),
        (f"{ONE} ỦY BAN NHÂN DÂN", f"{TWO} XÃ MẪU", f"{DATED} Số: 05/KH-UBND"),
        (f"UBND HUYỆN THỬ {ONE}", f"ỦY BAN NHÂN DÂN XÃ MẪU {TWO}", "Số: 05/KH-UBND", DATED),
        ("UBND HUYỆN THỬ", "UBND XÃ MẪU", *STATE, "Số: 05/KH-UBND", DATED),
        ("HUYỆN THỬ", "ỦY BAN NHÂN DÂN XÃ MẪU", *STATE, "Số: 05/KH-UBND", DATED),
        ("ỦY BAN NHÂN DÂN XÃ", "MẪU", *STATE, "Số: 05/KH-UBND", DATED),
        ("UBND XÃ MẪU", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "VIỆT NAM", TWO, "Số: 05/KH-UBND", DATED),
        ("DỰ THẢO", "ỦY BAN NHÂN DÂN", "XÃ MẪU", "Số: 05/KH-UBND", *STATE, DATED),
        ("UBND XÃ MẪU", "(DỰ THẢO LẦN 2)", "Số: 05/KH-UBND", "HỎA TỐC", *STATE, DATED),
        ("1", "UBND XÃ MẪU", "________", "Số: 05 /KH - UBND", *STATE, "________", "Mẫu, ngày 5/1/2023"),
        ("UỶ BAN NHÂN DÂN", "XÃ MẪU", "Sô: 05/KH-UBND", *STATE, "Mẫu, ngày 05.01.2023"),
        ("UBND XÃ MẪU", "Số:05/KH-UBND", *STATE, "Mẫu ngày 05 tháng 01 năm 2023"),
        ("UBND XÃ MẪU", "Số 05/KH-UBND", *STATE, "TP. Mẫu, ngày 05 tháng 01 năm 2023"),
        ("UBND XÃ MẪU", f"Số: 05/KH-UBND {DATED}", *STATE),
    ],
)
def test_columns_flattened_in_any_way(lines: tuple[str, ...]) -> None:
    found = head(*lines, *TITLE, BASIS, *BODY)
    assert (found.number, found.type, found.issued) == ("05/KH-UBND", "KH", date(2023, 1, 5))
    assert (found.issuer, found.level, found.place[0]) == ("UBND xã Mẫu", "commune", "Mẫu")
    assert found.title == "Cải cách hành chính năm 2023"


@pytest.mark.parametrize("unit", ["TỈNH ỦY VÍ DỤ", "ĐẢNG ỦY XÃ MẪU"])
def test_the_party_beside_the_issuer_is_no_part_of_its_name(unit: str) -> None:
    read = head(
        f"{unit}          ĐẢNG CỘNG SẢN VIỆT NAM", "*", "Số 09-CTr/TU     Mẫu, ngày 28 tháng 10 năm 2025", *RESOLUTION
    )
    assert (read.issuer or "").upper() == unit
    assert read.title == "Thực hiện Nghị quyết số 41-NQ/TW, ngày 05/9/2025 của Bộ Chính trị về phát triển y tế cơ sở"


def test_a_letterhead_below_the_title_is_found() -> None:
    above = head(*STATE, DATED, *TITLE, "ỦY BAN NHÂN DÂN", "XÃ MẪU", "Số: 05/KH-UBND", BASIS, *BODY)
    assert (above.number, above.issued, above.issuer) == ("05/KH-UBND", date(2023, 1, 5), "UBND xã Mẫu")
    below = head(*STATE, *TITLE, "UBND XÃ MẪU", "Số: 05/KH-UBND", DATED, BASIS, *BODY)
    assert (below.number, below.issued, below.issuer) == ("05/KH-UBND", date(2023, 1, 5), "UBND xã Mẫu")


def test_a_cited_number_is_not_its_own() -> None:
    found = head("UBND XÃ MẪU", *STATE, DATED, *TITLE, BASIS, *BODY)
    assert (found.number, found.issued) == (None, date(2023, 1, 5))


@pytest.mark.parametrize(
    "line",
    [
        "Số:     /KH-UBND",
        "Số       /KH-UBND",
        "Số: ____/KH-UBND",
        "Số: ….. /KH-UBND",
        "Số: /KH - UBND",
        "Số: xx/KH-UBND",
    ],
)
def test_an_empty_number_is_none_and_said(line: str) -> None:
    found = head("UBND XÃ MẪU", line, *STATE, DATED, *TITLE, BASIS, *BODY)
    assert (found.number, found.type, found.issuer) == (None, "KH", "UBND xã Mẫu")
    assert "number" not in found.confidence


@pytest.mark.parametrize(
    "line",
    [
        "Mẫu, ngày     tháng 01 năm 2026",
        "Mẫu, ngày …/01/2026",
        "Mẫu, ngày     /01/2026",
        "Mẫu, ngày ___ tháng ___ năm 2026",
        "Mẫu, ngày 31 tháng 02 năm 2026",
        "Mẫu, tháng 01 năm 2026",
    ],
)
def test_a_date_that_is_none_is_said(line: str) -> None:
    found = head("UBND XÃ MẪU", "Số: 05/KH-UBND", *STATE, line, *TITLE, BASIS, *BODY)
    assert found.issued is None
    assert {doubt.code for doubt in found.doubts} & {"date-incomplete", "no-such-day"}


@pytest.mark.parametrize("kind", ["K Ế   H O Ạ C H", "DỰ THẢO KẾ HOẠCH", "Kế hoạch", "KẾ HOẠCH:", "KÉ HOẠCH"])
def test_the_kind_in_any_print(kind: str) -> None:
    found = titled(kind, "Cải cách hành chính năm 2026")
    assert (found.title, found.type) == ("Cải cách hành chính năm 2026", "KH")


@pytest.mark.parametrize(
    ("kind", "code"), [("CHƯƠNG TRÌNH HÀNH ĐỘNG", "CTr"), ("KẾ HOẠCH HÀNH ĐỘNG", "KH"), ("ĐỀ ÁN", "ĐA")]
)
def test_a_kind_without_a_number_tells_the_type(kind: str, code: str) -> None:
    found = head("UBND XÃ MẪU", *STATE, DATED, kind, "Cải cách hành chính năm 2023", BASIS, *BODY)
    assert (found.type, found.title) == (code, "Cải cách hành chính năm 2023")


def test_an_appendix_of_a_draft_names_its_issuer_only() -> None:
    found = head(
        *("PHỤ LỤC", "DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026"),
        "(Kèm theo Kế hoạch số     /KH-UBND ngày    /01/2026 của Ủy ban nhân dân phường Kiểu)",
        *BODY,
    )
    assert (found.number, found.issued) == (None, None)
    assert (found.issuer, found.title) == (
        "UBND phường Kiểu",
        "Danh mục nhiệm vụ cải cách hành chính năm 2026",
    )
