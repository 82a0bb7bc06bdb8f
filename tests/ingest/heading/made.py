"""Beginnings of invented plans, with enough of a body below them for lines to have a margin."""

from __future__ import annotations

from cascade.ingest.heading.head import Head
from tests.ingest.heading.test_head import STATE, head

BASIS = "Căn cứ Kế hoạch số 12/KH-UBND ngày 01/01/2023 của Ủy ban nhân dân tỉnh Ví Dụ về cải cách hành chính nhà nước;"
SAYS = "Ủy ban nhân dân ban hành Kế hoạch với các nội dung chính như sau đây để các đơn vị trực thuộc thực hiện:"
BODY = (
    SAYS,
    "I. MỤC ĐÍCH, YÊU CẦU",
    "1. Mục đích",
    "- Tiếp tục đẩy mạnh cải cách hành chính, nâng cao chất lượng phục vụ người dân trên địa bàn;",
    "II. MỤC TIÊU",
    "- 100% thủ tục hành chính được công khai tại nơi tiếp nhận và trang thông tin điện tử của đơn vị;",
    "- Tối thiểu 80% hồ sơ nộp trực tuyến.",
)
TITLE = ("KẾ HOẠCH", "Cải cách hành chính năm 2023")
DATED = "Mẫu, ngày 05 tháng 01 năm 2023"
LATER = "Mẫu, ngày 05 tháng 01 năm 2026"
AREAS = (
    *("I. CẢI CÁCH THỂ CHẾ", "- 100% văn bản được rà soát."),
    *("II. CẢI CÁCH THỦ TỤC HÀNH CHÍNH", "- 100% thủ tục hành chính được công khai."),
    *("III. CẢI CÁCH TỔ CHỨC BỘ MÁY", "- Kiện toàn tổ chức.", "IV. CẢI CÁCH CHẾ ĐỘ CÔNG VỤ", "- Bồi dưỡng công chức."),
    *("V. CẢI CÁCH TÀI CHÍNH CÔNG", "- Thực hiện tự chủ.", "VI. XÂY DỰNG CHÍNH QUYỀN ĐIỆN TỬ", "- Họp trực tuyến."),
)


def issued_by(*names: str, dated: str = DATED, basis: str = BASIS, code: str = "KH-UBND") -> Head:
    """The head of a plan with these lines of names at its top."""
    return head(*names, f"Số: 05/{code}", *STATE, dated, *TITLE, basis, *BODY)


def titled(*lines: str) -> Head:
    """The head of a plan of 2026 with these lines from the kind of document on."""
    return head("UBND XÃ MẪU", "Số: 05/KH-UBND", *STATE, LATER, *lines, *BODY)


def of_kind(code: str, *lines: str) -> Head:
    """The head of a document of 2026 with a number of this code, and these lines below its letterhead."""
    return head("UBND XÃ MẪU", f"Số: 05/{code}", *STATE, LATER, *lines)
