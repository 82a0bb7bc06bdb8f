from __future__ import annotations

import pytest

from cascade.ingest.heading.head import Head
from tests.ingest.heading.made import AREAS, TITLE, of_kind
from tests.ingest.heading.test_head import STATE, head

SPEAKS = "Tỷ lệ 90% hồ sơ; báo cáo công tác cải cách hành chính giai đoạn 2021-2025 theo quy định."
FIRE = "Chủ động phòng cháy, chữa cháy rừng mùa khô, bảo vệ tài nguyên rừng, gắn với cải cách hành chính."
ARTICLES = tuple(f"Điều {number}. Cơ quan giải quyết thủ tục hành chính." for number in range(2, 9))


@pytest.mark.parametrize(
    ("found", "code"),
    [
        (of_kind("GM-UBND", "GIẤY MỜI", "Họp triển khai kế hoạch cải cách hành chính năm 2026"), "kind-of-no-plan"),
        (head("UBND XÃ MẪU", *STATE, "GIẤY MỜI", "Kính mời dự họp về Kế hoạch năm 2026.", SPEAKS), "kind-of-no-plan"),
        (of_kind("BC-UBND", "BÁO CÁO", "Kết quả cải cách hành chính năm 2026", SPEAKS), "kind-of-no-plan"),
        (head("UBND XÃ MẪU", *STATE, "BÁO CÁO", "Kết quả thực hiện kế hoạch năm 2026", SPEAKS), "kind-of-no-plan"),
        (of_kind("TTr-UBND", "TỜ TRÌNH", "Về việc phê duyệt Kế hoạch năm 2026", SPEAKS), "kind-of-no-plan"),
        (of_kind("UBND-VP", "V/v triển khai kế hoạch cải cách hành chính", "Kính gửi: Các phòng"), "kind-of-no-plan"),
        (of_kind("TB-UBND", "THÔNG BÁO", "Kết luận về kế hoạch cải cách hành chính năm 2026"), "kind-of-no-plan"),
        (head("UBND XÃ MẪU", *STATE, "BIÊN BẢN", "Họp về kế hoạch năm 2026", SPEAKS), "kind-of-no-plan"),
        (head("CHÍNH PHỦ", "Số: 05/2026/NĐ-CP", "NGHỊ ĐỊNH", "Về thủ tục hành chính", *ARTICLES), "kind-of-no-plan"),
        (head("CHƯƠNG I", "Điều 1. Về cải cách hành chính giai đoạn 2021-2030.", *ARTICLES), "legal-text"),
        (of_kind("QĐ-UBND", "QUYẾT ĐỊNH", "Về việc kiện toàn Ban Chỉ đạo", "Điều 1. Kiện."), "decision-without-plan"),
        (of_kind("QĐ-UBND", "QUYẾT ĐỊNH", "Công bố Chỉ số năm 2026", "Điều 1. Công bố."), "decision-without-plan"),
        (
            of_kind("QĐ-UBND", "QUYẾT ĐỊNH", "Phê duyệt kết quả thực hiện Kế hoạch năm 2026", "Điều 1. Duyệt."),
            "decision-without-plan",
        ),
        (head("Xã Mẫu đẩy mạnh cải cách hành chính", "Chủ tịch xã phát biểu tại hội nghị."), "kind-untold"),
        (head(*AREAS), "kind-untold"),
    ],
)
def test_why_a_document_may_be_no_plan(found: Head, code: str) -> None:
    assert [doubt.code for doubt in found.no_plan] == [code]


@pytest.mark.parametrize(
    "found",
    [
        of_kind("KH-UBND", *TITLE, *AREAS),
        of_kind("KH-UBND", "KẾ HOẠCH", "Phòng cháy, chữa cháy rừng năm 2026", FIRE, "I. MỤC TIÊU", "- Trồng 20 ha."),
        of_kind("KH-UBND", "KẾ HOẠCH PHÒNG CHỐNG CHÁY RỪNG NĂM 2026", FIRE, "I. MỤC TIÊU", "- Trồng 20 ha."),
        head("UBND XÃ MẪU", "Số: 05/KH-UBND", "I. MỤC TIÊU", FIRE, "- Trồng 20 ha rừng."),
        of_kind("CT-UBND", "CHỈ THỊ", "Về việc tăng cường phòng, chống cháy rừng", FIRE),
        of_kind("CTr-UBND", "CHƯƠNG TRÌNH", "Tổng thể cải cách hành chính nhà nước giai đoạn 2021-2030", *AREAS),
        of_kind("NQ-HĐND", "NGHỊ QUYẾT", "Về đẩy mạnh cải cách hành chính giai đoạn 2026-2030", *AREAS),
        of_kind("QĐ-UBND", "QUYẾT ĐỊNH", "Ban hành Kế hoạch cải cách hành chính năm 2026", "Điều 1. Ban hành."),
        of_kind("QĐ-UBND", "QUYẾT ĐỊNH", "Điều chỉnh, bổ sung Kế hoạch cải cách hành chính năm 2026", *AREAS),
        of_kind("QĐ-UBND", "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch cải cách hành chính năm 2026.", *AREAS),
        of_kind("KH-UBND", *AREAS),
        head("DỰ THẢO", "KẾ HOẠCH", "Cải cách hành chính năm 2026", *AREAS),
        head("UBND XA MAU", "S6: 05/KH-UBND", "KE HOACH", "Cai cach hanh chinh nam 2026", "- 100% thu tuc."),
    ],
)
def test_a_plan_on_any_subject_is_one(found: Head) -> None:
    assert found.no_plan == ()
