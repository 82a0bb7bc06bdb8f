from __future__ import annotations

import pytest

from cascade.ingest.heading.head import Head
from tests.ingest.heading.made import AREAS, TITLE, of_kind
from tests.ingest.heading.test_head import STATE, head

SPEAKS = "Tỷ lệ 90% hồ sơ; báo cáo công tác cải cách hành chính giai đoạn 2021-2025 theo quy định."
FIRE = "Chủ động phòng cháy, chữa cháy rừng mùa khô, bảo vệ tài nguyên rừng, gắn với cải cách hành chính."
ARTICLES = tuple(f"Điều {number}. Cơ quan giải quyết thủ tục hành chính." for number in range(2, 9))


@pytest.mark.parametrize(
    "found",
    [
        of_kind("GM-UBND", "GIẤY MỜI", "Họp triển khai kế hoạch cải cách hành chính năm 2026", SPEAKS),
        head("UBND XÃ MẪU", *STATE, "GIẤY MỜI", "Kính mời dự họp về Kế hoạch cải cách hành chính năm 2026.", SPEAKS),
        of_kind("BC-UBND", "BÁO CÁO", "Kết quả cải cách hành chính năm 2026", SPEAKS),
        head("UBND XÃ MẪU", *STATE, "BÁO CÁO", "Kết quả thực hiện kế hoạch cải cách hành chính năm 2026", SPEAKS),
        of_kind("TTr-UBND", "TỜ TRÌNH", "Về việc phê duyệt Kế hoạch cải cách hành chính năm 2026", SPEAKS),
        of_kind("UBND-VP", "V/v triển khai kế hoạch cải cách hành chính", "Kính gửi: Các phòng chuyên môn", SPEAKS),
        of_kind("TB-UBND", "THÔNG BÁO", "Kết luận về kế hoạch cải cách hành chính năm 2026", SPEAKS),
        head("UBND XÃ MẪU", *STATE, "BIÊN BẢN", "Họp về kế hoạch cải cách hành chính năm 2026", SPEAKS),
        head("CHÍNH PHỦ", "Số: 05/2026/NĐ-CP", "NGHỊ ĐỊNH", "Về thủ tục hành chính", "Điều 1. Phạm vi", *ARTICLES),
        head("QUY ĐỊNH CHUNG", "Điều 1. Về cải cách hành chính giai đoạn 2021-2030.", *ARTICLES),
        of_kind("KH-UBND", "KẾ HOẠCH", "Phòng cháy, chữa cháy rừng năm 2026", FIRE, "I. MỤC TIÊU", "- Trồng 20 ha."),
        of_kind("KH-UBND", "KẾ HOẠCH PHÒNG CHỐNG CHÁY RỪNG NĂM 2026", FIRE, "I. MỤC TIÊU", "- Trồng 20 ha."),
        head("UBND XÃ MẪU", "Số: 05/KH-UBND", "I. MỤC TIÊU", FIRE, "- Trồng 20 ha rừng."),
        of_kind("QĐ-UBND", "QUYẾT ĐỊNH", "Về việc kiện toàn Ban Chỉ đạo cải cách hành chính", "Điều 1. Kiện toàn."),
        of_kind("QĐ-UBND", "QUYẾT ĐỊNH", "Công bố Chỉ số cải cách hành chính năm 2026", "Điều 1. Công bố."),
        of_kind("QĐ-UBND", "QUYẾT ĐỊNH", "Phê duyệt kết quả thực hiện Kế hoạch cải cách hành chính", "Điều 1. Duyệt."),
        head("Xã Mẫu đẩy mạnh cải cách hành chính giai đoạn 2021-2025", "Chủ tịch xã phát biểu tại hội nghị."),
    ],
)
def test_what_is_no_plan_on_reform(found: Head) -> None:
    assert found.is_plan < 0.3
    assert not found.is_likely_plan


@pytest.mark.parametrize(
    "found",
    [
        of_kind("KH-UBND", *TITLE, *AREAS),
        of_kind("CTr-UBND", "CHƯƠNG TRÌNH", "Tổng thể cải cách hành chính nhà nước giai đoạn 2021-2030", *AREAS),
        of_kind("NQ-HĐND", "NGHỊ QUYẾT", "Về đẩy mạnh cải cách hành chính giai đoạn 2026-2030", *AREAS),
        of_kind("KH-UBND", "KẾ HOẠCH", "Tuyên truyền cải cách hành chính năm 2026", SPEAKS),
        of_kind("KH-UBND", "KẾ HOẠCH", "Kiểm soát thủ tục hành chính năm 2026", SPEAKS),
        of_kind("KH-UBND", "KẾ HOẠCH", "Nâng cao Chỉ số PAR INDEX năm 2026", *AREAS),
        of_kind("KH-UBND", "KẾ HOẠCH", "Nhiệm vụ năm 2026", "UBND xã ban hành Kế hoạch cải cách hành chính như sau:"),
        of_kind("QĐ-UBND", "QUYẾT ĐỊNH", "Ban hành Kế hoạch cải cách hành chính năm 2026", "Điều 1. Ban hành."),
        of_kind("QĐ-UBND", "QUYẾT ĐỊNH", "Điều chỉnh, bổ sung Kế hoạch cải cách hành chính năm 2026", *AREAS),
        of_kind("QĐ-UBND", "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch cải cách hành chính năm 2026.", *AREAS),
        of_kind("KH-UBND", *AREAS),
        head("DỰ THẢO", "KẾ HOẠCH", "Cải cách hành chính năm 2026", *AREAS),
        head("UBND XA MAU", "S6: 05/KH-UBND", "KE HOACH", "Cai cach hanh chinh nam 2026", "- 100% thu tuc."),
        head("PHỤ LỤC", "NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026", *AREAS),
        head("PHỤ LỤC I", "DANH MỤC NHIỆM VỤ", "(Kèm theo Kế hoạch số 31/KH-UBND của UBND huyện Thử)", *AREAS),
        head(*AREAS),
    ],
)
def test_plans_on_reform_whatever_is_left_of_them(found: Head) -> None:
    assert found.is_plan >= 0.5


def test_a_title_on_reform_makes_surer_than_the_text_alone() -> None:
    assert of_kind("KH-UBND", *TITLE, *AREAS).is_plan > of_kind("KH-UBND", *AREAS).is_plan
