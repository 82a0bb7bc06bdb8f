"""Invented documents (xã Mẫu, huyện Thử, tỉnh Ví Dụ) as they would be submitted, for the tests of the command."""

from __future__ import annotations

DISTRICT = """\
ỦY BAN NHÂN DÂN
HUYỆN THỬ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 01/KH-UBND
Thử, ngày 01 tháng 12 năm 2021

KẾ HOẠCH
Cải cách hành chính nhà nước huyện Thử, tỉnh Ví Dụ giai đoạn 2021-2025

I. MỤC TIÊU
1. Mục tiêu cụ thể
Đến năm 2025:
a) Tối thiểu 80% thủ tục hành chính có phí được triển khai thanh toán trực tuyến.
b) 100% hồ sơ giải quyết thủ tục hành chính được số hóa.

II. NHIỆM VỤ
1. Cải cách thủ tục hành chính
- Rà soát, đơn giản hóa thủ tục hành chính hằng năm.

Nơi nhận:
- UBND tỉnh;
- Lưu: VT.
"""
"""The plan of a district: two targets to be met by 2025 and one task."""

COMMUNE = """\
ỦY BAN NHÂN DÂN
XÃ MẪU
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 09/KH-UBND
Mẫu, ngày 15 tháng 12 năm 2021

KẾ HOẠCH
Cải cách hành chính xã Mẫu, huyện Thử, tỉnh Ví Dụ giai đoạn 2021-2025

Căn cứ Kế hoạch số 01/KH-UBND ngày 01/12/2021 của Ủy ban nhân dân huyện Thử về cải cách hành chính;
Ủy ban nhân dân xã ban hành kế hoạch như sau:

I. MỤC TIÊU
1. Mục tiêu cụ thể
Đến năm 2025:
a) Tối thiểu 60% thủ tục hành chính có phí được triển khai thanh toán trực tuyến.
b) 100% hồ sơ giải quyết thủ tục hành chính được số hóa.

II. NHIỆM VỤ
1. Cải cách thủ tục hành chính
- Rà soát, đơn giản hóa thủ tục hành chính hằng năm.

Nơi nhận:
- UBND huyện;
- Lưu: VT.
"""
"""The plan of a commune that promises 60% where its district asks for 80%."""

NAMELESS = "KẾ HOẠCH\nCải cách hành chính giai đoạn 2021-2025\n\n" + COMMUNE[COMMUNE.index("I. MỤC TIÊU") :]
"""The same with no place in it: its draft cannot be audited before a person names one."""

LETTER = "Kính gửi: Bà con nhân dân\nHội chợ cuối năm mở cửa từ ngày 20 tháng 12, mời bà con đến tham quan.\n" * 5
"""Vietnamese, and no plan."""
