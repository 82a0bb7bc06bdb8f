"""Whole invented documents of many kinds and layouts: a draft of each, with its head right, whatever its subject."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from cascade.documents.document import Document, Line
from cascade.ingest.draft import Draft, read_draft
from tests.support import domain

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n---------------"
AIMS = """
I. MỤC TIÊU

- 95% hộ nghèo được tiếp cận thông tin.

II. NHIỆM VỤ

- Tổ chức tuyên truyền đến người dân.
"""


class Case(msgspec.Struct):
    """A document and what its head must tell; a field left out is not looked at."""

    name: str
    text: str
    head: dict[str, Any]


CASES = [
    Case(
        "poverty plan of a commune",
        f"""ỦY BAN NHÂN DÂN
XÃ MẪU
-------
{STATE}
Số: 15/KH-UBND
Mẫu, ngày 20 tháng 01 năm 2026

KẾ HOẠCH
Giảm nghèo bền vững năm 2026 trên địa bàn xã Mẫu

Căn cứ Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND tỉnh Ví Dụ về giảm nghèo bền vững năm 2026;

UBND xã ban hành Kế hoạch giảm nghèo bền vững năm 2026 như sau:
{AIMS}""",
        {
            "number": "15/KH-UBND",
            "type": "KH",
            "level": "commune",
            "issuer": "UBND xã Mẫu",
            "place": ("Mẫu", "Ví Dụ"),
            "issued": "2026-01-20",
            "period": "2026",
            "year": 2026,
            "title": "Giảm nghèo bền vững năm 2026 trên địa bàn xã Mẫu",
        },
    ),
    Case(
        "programme of a provincial party committee",
        f"""TỈNH ỦY VÍ DỤ
*
Số 05-CTr/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Ví Dụ, ngày 12 tháng 3 năm 2026

CHƯƠNG TRÌNH HÀNH ĐỘNG
thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá
phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia

Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị, Tỉnh ủy Ví Dụ ban hành Chương
trình hành động như sau:
{AIMS}""",
        {
            "number": "05-CTr/TU",
            "type": "CTr",
            "level": "province",
            "issuer": "Tỉnh ủy Ví Dụ",
            "place": ("Ví Dụ",),
            "issued": "2026-03-12",
            "period": None,
            "title": "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa "
            "học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia",
        },
    ),
    Case(
        "plan of a district party committee",
        f"""ĐẢNG BỘ TỈNH VÍ DỤ
HUYỆN ỦY THỬ
*
Số: 112-KH/HU
ĐẢNG CỘNG SẢN VIỆT NAM
Thử, ngày 05 tháng 02 năm 2024

KẾ HOẠCH
lãnh đạo công tác xây dựng nông thôn mới năm 2024
-----
Thực hiện Nghị quyết số 10-NQ/TU ngày 01/12/2023 của Tỉnh ủy, Ban Thường vụ Huyện ủy ban hành Kế hoạch như sau:
{AIMS}""",
        {
            "number": "112-KH/HU",
            "type": "KH",
            "level": "district",
            "issuer": "Huyện ủy Thử",
            "place": ("Thử", "Ví Dụ"),
            "issued": "2024-02-05",
            "period": "2024",
            "year": 2024,
            "title": "Lãnh đạo công tác xây dựng nông thôn mới năm 2024",
        },
    ),
    Case(
        "plan of a commune's party committee",
        f"""ĐẢNG BỘ TỈNH VÍ DỤ
ĐẢNG ỦY XÃ MẪU
*
Số 08-KH/ĐU

ĐẢNG CỘNG SẢN VIỆT NAM

Mẫu, ngày 03 tháng 9 năm 2025

KẾ HOẠCH
THỰC HIỆN CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA XÂY DỰNG NÔNG THÔN MỚI
GIAI ĐOẠN 2026 - 2030
{AIMS}""",
        {
            "number": "08-KH/ĐU",
            "type": "KH",
            "level": "commune",
            "issuer": "Đảng ủy xã Mẫu",
            "place": ("Mẫu", "Ví Dụ"),
            "issued": "2025-09-03",
            "period": "2026-2030",
            "title": "Thực hiện Chương trình mục tiêu quốc gia xây dựng nông thôn mới giai đoạn 2026-2030",
        },
    ),
    Case(
        "plan of a ministry",
        f"""BỘ Y TẾ
-------
{STATE}
Số: 1234/KH-BYT
Hà Nội, ngày 15 tháng 4 năm 2025

KẾ HOẠCH
Phòng, chống dịch bệnh truyền nhiễm năm 2025

Căn cứ Luật Phòng, chống bệnh truyền nhiễm ngày 21/11/2007;

Bộ Y tế ban hành Kế hoạch phòng, chống dịch bệnh truyền nhiễm năm 2025 như sau:
{AIMS}""",
        {
            "number": "1234/KH-BYT",
            "type": "KH",
            "level": "central",
            "issuer": "Bộ Y tế",
            "place": (),
            "issued": "2025-04-15",
            "period": "2025",
            "year": 2025,
            "title": "Phòng, chống dịch bệnh truyền nhiễm năm 2025",
        },
    ),
    Case(
        "programme of the prime minister's decision",
        f"""THỦ TƯỚNG CHÍNH PHỦ
-------
{STATE}
Số: 90/QĐ-TTg
Hà Nội, ngày 18 tháng 01 năm 2022

QUYẾT ĐỊNH
PHÊ DUYỆT CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA GIẢM NGHÈO BỀN VỮNG GIAI ĐOẠN 2021 - 2025

THỦ TƯỚNG CHÍNH PHỦ

Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;

Theo đề nghị của Bộ trưởng Bộ Lao động - Thương binh và Xã hội.

QUYẾT ĐỊNH:

Điều 1. Phê duyệt Chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn 2021 - 2025 với các nội dung sau:

I. MỤC TIÊU

- 100% hộ nghèo được hỗ trợ.
""",
        {
            "number": "90/QĐ-TTg",
            "type": "QĐ",
            "level": "central",
            "issuer": "Thủ tướng Chính phủ",
            "place": (),
            "issued": "2022-01-18",
            "period": "2021-2025",
            "title": "Chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn 2021-2025",
        },
    ),
    Case(
        "decision that brings a plan, two letterheads",
        f"""ỦY BAN NHÂN DÂN
TỈNH VÍ DỤ
-------
{STATE}
Số: 245/QĐ-UBND
Ví Dụ, ngày 10 tháng 02 năm 2025

QUYẾT ĐỊNH
Về việc ban hành Kế hoạch phòng, chống thiên tai và tìm kiếm cứu nạn năm 2025
trên địa bàn tỉnh Ví Dụ

CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH

Căn cứ Luật Phòng, chống thiên tai ngày 19/6/2013;

Theo đề nghị của Giám đốc Sở Nông nghiệp và Môi trường tại Tờ trình số 45/TTr-SNNMT ngày 05/02/2025.

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch phòng, chống thiên tai năm 2025.

Điều 2. Quyết định này có hiệu lực kể từ ngày ký.

ỦY BAN NHÂN DÂN
TỈNH VÍ DỤ
-------
{STATE}

KẾ HOẠCH
PHÒNG, CHỐNG THIÊN TAI VÀ TÌM KIẾM CỨU NẠN NĂM 2025
TRÊN ĐỊA BÀN TỈNH VÍ DỤ
(Ban hành kèm theo Quyết định số 245/QĐ-UBND ngày 10/02/2025 của Chủ tịch UBND tỉnh)
{AIMS}""",
        {
            "number": "245/QĐ-UBND",
            "type": "QĐ",
            "level": "province",
            "issuer": "UBND tỉnh Ví Dụ",
            "place": ("Ví Dụ",),
            "issued": "2025-02-10",
            "period": "2025",
            "year": 2025,
            "title": "Phòng, chống thiên tai và tìm kiếm cứu nạn năm 2025 trên địa bàn tỉnh Ví Dụ",
        },
    ),
    Case(
        "decision known by its first article",
        f"""ỦY BAN NHÂN DÂN
HUYỆN THỬ
-------
{STATE}
Số: 77/QĐ-UBND
Thử, ngày 14 tháng 3 năm 2023

QUYẾT ĐỊNH

ỦY BAN NHÂN DÂN HUYỆN THỬ

Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;

Xét đề nghị của Trưởng phòng Y tế huyện,

QUYẾT ĐỊNH:

Điều 1. Ban hành Kế hoạch chăm sóc sức khỏe người cao tuổi huyện Thử giai đoạn 2023-2025 với các nội dung sau:

1. Mục tiêu

- 90% người cao tuổi được khám sức khỏe định kỳ.
""",
        {
            "number": "77/QĐ-UBND",
            "type": "QĐ",
            "level": "district",
            "issuer": "UBND huyện Thử",
            "issued": "2023-03-14",
            "period": "2023-2025",
            "title": "Kế hoạch chăm sóc sức khỏe người cao tuổi huyện Thử giai đoạn 2023-2025",
        },
    ),
    Case(
        "portal page with a property table",
        f"""Trang chủ | Giới thiệu | Tin tức | Văn bản
Kế hoạch Xây dựng nông thôn mới nâng cao năm 2024
Số ký hiệu | 12/KH-UBND
Ngày ban hành | 15/01/2024
Ngày có hiệu lực | 15/01/2024
Loại văn bản | Kế hoạch
Cơ quan ban hành | UBND huyện Thử
Người ký | Nguyễn Văn A
Trích yếu | Xây dựng nông thôn mới nâng cao năm 2024

Căn cứ Quyết định số 318/QĐ-TTg ngày 08/3/2022 của Thủ tướng Chính phủ;
{AIMS}""",
        {
            "number": "12/KH-UBND",
            "type": "KH",
            "level": "district",
            "issuer": "UBND huyện Thử",
            "issued": "2024-01-15",
            "period": "2024",
            "year": 2024,
            "title": "Xây dựng nông thôn mới nâng cao năm 2024",
        },
    ),
    Case(
        "portal page with labels on lines of their own",
        f"""Số hiệu:
31/KH-UBND
Loại văn bản:
Kế hoạch
Nơi ban hành:
Tỉnh Ví Dụ
Người ký:
Trần Thị B
Ngày ban hành:
24/10/2025
Ngày hiệu lực:
24/10/2025
Tình trạng:
Còn hiệu lực

ỦY BAN NHÂN DÂN
TỈNH VÍ DỤ
-------
{STATE}
Số: 31/KH-UBND
Ví Dụ, ngày 24 tháng 10 năm 2025

KẾ HOẠCH
PHÁT TRIỂN SẢN PHẨM OCOP TỈNH VÍ DỤ ĐẾN NĂM 2030

Thực hiện Quyết định số 919/QĐ-TTg ngày 01/8/2022 của Thủ tướng Chính phủ phê duyệt Chương trình mỗi
xã một sản phẩm giai đoạn 2021-2025, UBND tỉnh ban hành Kế hoạch như sau:
{AIMS}""",
        {
            "number": "31/KH-UBND",
            "type": "KH",
            "level": "province",
            "issuer": "UBND tỉnh Ví Dụ",
            "place": ("Ví Dụ",),
            "issued": "2025-10-24",
            "period": "2025-2030",
            "title": "Phát triển sản phẩm OCOP tỉnh Ví Dụ đến năm 2030",
        },
    ),
    Case(
        "news page that prints a plan",
        """UBND tỉnh Ví Dụ ban hành Kế hoạch giảm nghèo bền vững năm 2025
15/02/2025 09:12
Cỡ chữ: A- A A+

Ngày 12/02/2025, UBND tỉnh Ví Dụ ban hành Kế hoạch số 45/KH-UBND về thực hiện Chương trình giảm
nghèo bền vững năm 2025 trên địa bàn tỉnh. Theo đó:

1. Mục tiêu

- Tỷ lệ hộ nghèo toàn tỉnh giảm ít nhất 2%.

2. Nhiệm vụ

- Tổ chức tuyên truyền, phổ biến chính sách.
""",
        {
            "number": "45/KH-UBND",
            "type": "KH",
            "level": "province",
            "issuer": "UBND tỉnh Ví Dụ",
            "place": ("Ví Dụ",),
            "issued": "2025-02-12",
            "period": "2025",
            "year": 2025,
        },
    ),
    Case(
        "title of five lines with acronyms",
        f"""ỦY BAN NHÂN DÂN
TỈNH VÍ DỤ
-------
{STATE}
Số: 210/KH-UBND
Ví Dụ, ngày 21 tháng 7 năm 2025

KẾ HOẠCH
TRIỂN KHAI THỰC HIỆN ĐỀ ÁN
NÂNG CAO CHẤT LƯỢNG CUNG CẤP DVC TRỰC TUYẾN,
CẢI THIỆN CHỈ SỐ CCHC, PAPI, SIPAS
VÀ PHÁT TRIỂN SẢN PHẨM OCOP
CỦA TỈNH VÍ DỤ NĂM 2025 VÀ NHỮNG NĂM TIẾP THEO

Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ;

UBND tỉnh ban hành Kế hoạch như sau:
{AIMS}
Sản phẩm OCOP được nâng hạng; Chỉ số PAPI của tỉnh được cải thiện, DVC trực tuyến được mở rộng.
""",
        {
            "number": "210/KH-UBND",
            "period": "2025",
            "year": 2025,
            "title": "Triển khai thực hiện Đề án nâng cao chất lượng cung cấp DVC trực tuyến, cải thiện chỉ số CCHC, "
            "PAPI, SIPAS và phát triển sản phẩm OCOP của tỉnh Ví Dụ năm 2025 và những năm tiếp theo",
        },
    ),
    Case(
        "draft with a blank number and a blank day",
        f"""DỰ THẢO

UBND XÃ MẪU
TM. UBND XÃ
{STATE}
Số:      /KH-UBND
Mẫu, ngày      tháng 01 năm 2026

KẾ HOẠCH
V/v triển khai công tác y tế, dân số năm 2026
{AIMS}
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
""",
        {
            "number": None,
            "type": "KH",
            "level": "commune",
            "issuer": "UBND xã Mẫu",
            "issued": None,
            "period": "2026",
            "year": 2026,
            "title": "Triển khai công tác y tế, dân số năm 2026",
        },
    ),
    Case(
        "two columns flattened, the left one over four lines",
        f"""UBND TỈNH
VÍ DỤ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ Y TẾ Độc lập - Tự do - Hạnh phúc
Số: 12
/KH-SYT Ví Dụ, ngày 08 tháng
01 năm 2026

KẾ HOẠCH
Tiêm chủng mở rộng năm 2026
{AIMS}""",
        {
            "number": "12/KH-SYT",
            "type": "KH",
            "level": "province",
            "issuer": "Sở Y tế tỉnh Ví Dụ",
            "issued": "2026-01-08",
            "period": "2026",
            "year": 2026,
            "title": "Tiêm chủng mở rộng năm 2026",
        },
    ),
    Case(
        "letterhead missing",
        f"""KẾ HOẠCH
Thực hiện công tác bảo vệ môi trường xã Mẫu năm 2025

Căn cứ Kế hoạch số 30/KH-UBND ngày 06/01/2025 của UBND huyện Thử, tỉnh Ví Dụ về bảo vệ môi trường năm 2025;

Ủy ban nhân dân xã Mẫu xây dựng Kế hoạch như sau:
{AIMS}""",
        {
            "number": None,
            "type": "KH",
            "level": "commune",
            "issuer": "UBND xã Mẫu",
            "issued": None,
            "period": "2025",
            "place": ("Mẫu", "Thử", "Ví Dụ"),
            "title": "Thực hiện công tác bảo vệ môi trường xã Mẫu năm 2025",
        },
    ),
    Case(
        "title that carries out a strategy settles no period",
        f"""ỦY BAN NHÂN DÂN
TỈNH VÍ DỤ
-------
{STATE}
Số: 88/KH-UBND
Ví Dụ, ngày 09 tháng 5 năm 2024

KẾ HOẠCH
Thực hiện Chiến lược quốc gia về phát triển kinh tế số và xã hội số đến năm 2030

Căn cứ Quyết định số 411/QĐ-TTg ngày 31/3/2022 của Thủ tướng Chính phủ phê duyệt Chiến lược quốc gia
phát triển kinh tế số và xã hội số đến năm 2025, định hướng đến năm 2030;

UBND tỉnh ban hành Kế hoạch như sau:
{AIMS}""",
        {"number": "88/KH-UBND", "period": None, "year": None},
    ),
    Case(
        "year of the plan behind the programme that it carries out",
        f"""UBND TỈNH VÍ DỤ
{STATE}
Số: 19/KH-UBND
Ví Dụ, ngày 20 tháng 01 năm 2025

KẾ HOẠCH
Thực hiện Chương trình tổng thể giảm nghèo giai đoạn 2021-2025 trong năm 2025
{AIMS}""",
        {"number": "19/KH-UBND", "period": "2021-2025", "year": 2025},
    ),
    Case(
        "directive of a chairman",
        f"""ỦY BAN NHÂN DÂN
TỈNH VÍ DỤ
-------
{STATE}
Số: 03/CT-UBND
Ví Dụ, ngày 11 tháng 6 năm 2025

CHỈ THỊ
Về việc tăng cường công tác phòng cháy, chữa cháy
và cứu nạn, cứu hộ trong tình hình mới

Thời gian qua, công tác phòng cháy còn hạn chế. Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:

1. Công an tỉnh
a) Kiểm tra 100% cơ sở có nguy cơ cháy nổ trước ngày 30/9/2025.
""",
        {
            "number": "03/CT-UBND",
            "type": "CT",
            "level": "province",
            "issuer": "UBND tỉnh Ví Dụ",
            "issued": "2025-06-11",
            "title": "Tăng cường công tác phòng cháy, chữa cháy và cứu nạn, cứu hộ trong tình hình mới",
        },
    ),
    Case(
        "resolution of a council",
        f"""HỘI ĐỒNG NHÂN DÂN
TỈNH VÍ DỤ
-------
{STATE}
Số: 45/NQ-HĐND
Ví Dụ, ngày 10 tháng 12 năm 2025

NGHỊ QUYẾT
Về kế hoạch phát triển kinh tế - xã hội năm 2026

HỘI ĐỒNG NHÂN DÂN TỈNH VÍ DỤ
KHÓA XV, KỲ HỌP THỨ 30

Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025;

QUYẾT NGHỊ:

Điều 1. Mục tiêu

- Tỷ lệ hộ nghèo giảm ít nhất 1%.
""",
        {
            "number": "45/NQ-HĐND",
            "type": "NQ",
            "level": "province",
            "issuer": "HĐND tỉnh Ví Dụ",
            "issued": "2025-12-10",
            "period": "2026",
            "year": 2026,
            "title": "Kế hoạch phát triển kinh tế - xã hội năm 2026",
        },
    ),
    Case(
        "plan of a steering committee",
        f"""UBND TỈNH VÍ DỤ
BAN CHỈ ĐẠO XÂY DỰNG NÔNG THÔN MỚI
-------
{STATE}
Số: 07/KH-BCĐ
Ví Dụ, ngày 22 tháng 02 năm 2025

KẾ HOẠCH
Hoạt động của Ban Chỉ đạo năm 2025
{AIMS}""",
        {
            "number": "07/KH-BCĐ",
            "type": "KH",
            "level": "province",
            "issued": "2025-02-22",
            "period": "2025",
            "issuer": "Ban Chỉ đạo xây dựng nông thôn mới tỉnh Ví Dụ",
            "place": ("Ví Dụ",),
        },
    ),
    Case(
        "ward of a city of the centre",
        f"""ỦY BAN NHÂN DÂN
PHƯỜNG KIỂU
-------
{STATE}
Số: 66/KH-UBND
Kiểu, ngày 30 tháng 7 năm 2025

KẾ HOẠCH
Phòng, chống sốt xuất huyết trên địa bàn phường Kiểu năm 2025

Căn cứ Kế hoạch số 150/KH-UBND ngày 20/3/2025 của UBND Thành phố Hồ Chí Minh về phòng, chống sốt xuất huyết;
{AIMS}""",
        {
            "number": "66/KH-UBND",
            "level": "commune",
            "issuer": "UBND phường Kiểu",
            "place": ("Kiểu", "Hồ Chí Minh"),
            "issued": "2025-07-30",
            "period": "2025",
        },
    ),
]


LETTERHEAD = f"ỦY BAN NHÂN DÂN\nTỈNH VÍ DỤ\n-------\n{STATE}\nSố: 45/KH-UBND\nVí Dụ, ngày 20 tháng 01 năm 2025\n"


def drafted(text: str) -> Draft:
    return read_draft(Document("mau.txt", "", "text", tuple(map(Line, text.splitlines()))), domain())


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in CASES])
def test_the_head_of_a_document_of_any_kind(case: Case) -> None:
    head = drafted(case.text).head
    found = {name: getattr(head, name) for name in case.head}
    found |= {name: str(found[name]) for name in ("issued", "period") if found.get(name) is not None}
    assert found == case.head


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in CASES])
def test_its_items_are_read(case: Case) -> None:
    draft = drafted(case.text)
    assert draft.targets


@pytest.mark.parametrize(
    ("names", "number", "issuer", "level"),
    [
        ("ĐẢNG BỘ TỈNH VÍ DỤ\nBAN THƯỜNG VỤ TỈNH ỦY", "12-CTr/TU", "Ban Thường vụ Tỉnh ủy Ví Dụ", "province"),
        ("THÀNH ỦY VÍ DỤ", "08-KH/TU", "Thành ủy Ví Dụ", "province"),
        ("THÀNH ỦY THỬ", "08-KH/HU", "Thành ủy Thử", "district"),
        ("THỊ ỦY MẪU", "08-KH/HU", "Thị ủy Mẫu", "district"),
        ("QUẬN ỦY THỬ", "08-KH/HU", "Quận ủy Thử", "district"),
        ("ĐẢNG BỘ TỈNH VÍ DỤ\nĐẢNG ỦY PHƯỜNG KIỂU", "08-KH/ĐU", "Đảng ủy phường Kiểu", "commune"),
        (
            "ĐẢNG BỘ HUYỆN THỬ\nBAN CHẤP HÀNH ĐẢNG BỘ XÃ MẪU",
            "08-KH/ĐU",
            "Ban Chấp hành Đảng bộ xã Mẫu",
            "commune",
        ),
        ("BCH ĐẢNG BỘ TỈNH VÍ DỤ", "08-KH/TU", "Tỉnh ủy Ví Dụ", "province"),
        ("TỈNH ỦY VÍ DỤ\nBAN TỔ CHỨC", "08-KH/BTCTU", "Ban Tổ chức Tỉnh ủy Ví Dụ", "province"),
        ("VĂN PHÒNG CHÍNH PHỦ", "08/KH-VPCP", "Văn phòng Chính phủ", "central"),
        ("ỦY BAN DÂN TỘC", "08/KH-UBDT", "Ủy ban Dân tộc", "central"),
        ("BỘ LAO ĐỘNG\nVÀ XÃ HỘI", "08/KH-BLĐXH", "Bộ Lao động và Xã hội", "central"),
        ("BẢO HIỂM XÃ HỘI VIỆT NAM", "08/KH-BHXH", "Bảo hiểm xã hội Việt Nam", "central"),
        ("BAN BÍ THƯ", "08-CT/TW", "Ban Bí thư", "central"),
        ("UBND TỈNH VÍ DỤ\nBỘ CHỈ HUY QUÂN SỰ", "08/KH-BCH", "Bộ chỉ huy Quân sự tỉnh Ví Dụ", "province"),
    ],
)
def test_bodies_of_the_party_and_of_the_centre(names: str, number: str, issuer: str, level: str) -> None:
    text = f"{names}\n*\nSố: {number}\nMẫu, ngày 05 tháng 5 năm 2025\n\nKẾ HOẠCH\nChuyển đổi số năm 2025\n{AIMS}"
    head = drafted(text).head
    assert (head.number, head.issuer, head.level) == (number, issuer, level)


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("KẾ HOẠCH\n(V/v thực hiện công tác dân số năm 2025)", "Thực hiện công tác dân số năm 2025"),
        (
            (
                "KẾ HOẠCH\nTHỰC HIỆN\nCHƯƠNG TRÌNH HÀNH ĐỘNG SỐ 10-CTr/TU NGÀY 13/8/2024 CỦA BAN THƯỜNG VỤ TỈNH ỦY\n"
                "VỀ PHÁT TRIỂN DU LỊCH NĂM 2025"
            ),
            (
                "Thực hiện Chương trình hành động số 10-CTr/TU ngày 13/8/2024 của Ban Thường vụ Tỉnh ủy "
                "về phát triển du lịch năm 2025"
            ),
        ),
        ("XÂY DỰNG NÔNG THÔN MỚI NÂNG CAO\nTỈNH VÍ DỤ NĂM 2025", "Xây dựng nông thôn mới nâng cao tỉnh Ví Dụ năm 2025"),
        ("KẾ HOẠCH\nPHÒNG DỊCH COVID-19 CẤP XÃ TRÊN ĐỊA BÀN TỈNH", "Phòng dịch COVID-19 cấp xã trên địa bàn tỉnh"),
    ],
)
def test_titles_as_they_are_printed(lines: str, title: str) -> None:
    assert drafted(f"{LETTERHEAD}\n{lines}\n{AIMS}").head.title == title


def test_a_news_page_that_prints_the_whole_plan() -> None:
    news = (
        "Ban hành Kế hoạch phòng cháy, chữa cháy rừng năm 2025\nThứ hai - 20/01/2025 08:00\n"
        "Ngày 20/01/2025, UBND tỉnh Ví Dụ đã ban hành Kế hoạch số 45/KH-UBND về phòng cháy rừng. Nội dung như sau:\n"
    )
    head = drafted(f"{news}{LETTERHEAD}KẾ HOẠCH\nPHÒNG CHÁY, CHỮA CHÁY RỪNG NĂM 2025\n{AIMS}").head
    assert (head.number, str(head.issued), head.issuer) == ("45/KH-UBND", "2025-01-20", "UBND tỉnh Ví Dụ")
    assert head.title == "Phòng cháy, chữa cháy rừng năm 2025"


@pytest.mark.parametrize(
    "text",
    [
        "DANH SÁCH HỌC SINH\n1. Nguyễn Văn Mẫu\n2. Trần Thị Thử",
        "Kính gửi: Bà con nhân dân\nHội chợ cuối năm mở cửa từ ngày 20 tháng 12, mời bà con đến tham quan.",
        "Chủ tịch xã Mẫu phát biểu tại hội nghị sáng nay.",
    ],
)
def test_what_has_nothing_of_a_plan(text: str) -> None:
    assert drafted(text).is_nothing


@pytest.mark.parametrize(
    "text",
    [
        "UBND XÃ MẪU\nSố: 15/KH-UBND",
        "Căn cứ Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND tỉnh Ví Dụ về giảm nghèo năm 2026;",
        "I. MỤC TIÊU\n- 95% hộ nghèo được tiếp cận thông tin.",
        "II. NHIỆM VỤ\n- Tổ chức tuyên truyền đến người dân.",
    ],
)
def test_anything_of_a_plan_gives_a_draft(text: str) -> None:
    assert not drafted(text).is_nothing
