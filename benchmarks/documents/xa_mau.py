"""The plan of the invented xã Mẫu for 2026, a commune directly below its province."""

# ruff: noqa: E501 -- rows of a table and sentences stay whole
from __future__ import annotations

from collections.abc import Iterator

from benchmarks.documents.word import BULLETS, HEADINGS, ITEMS, ROWS, Cell, letterhead, paragraph, section, table

BASIS = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
    (
        "Căn cứ Nghị định số 118/2025/NĐ-CP ngày 09 tháng 6 năm 2025 của Chính phủ về thực hiện thủ tục hành chính theo "
        "cơ chế một cửa, một cửa liên thông tại Bộ phận Một cửa và Cổng Dịch vụ công quốc gia;"
    ),
    (
        "Căn cứ Quyết định số 2145/QĐ-UBND ngày 22 tháng 12 năm 2025 của Ủy ban nhân dân tỉnh Ví Dụ phê duyệt Kế hoạch "
        "cải cách hành chính nhà nước tỉnh Ví Dụ giai đoạn 2026 - 2030;"
    ),
    (
        "Căn cứ Kế hoạch số 18/KH-UBND ngày 08/01/2026 của Ủy ban nhân dân tỉnh Ví Dụ về cải cách hành chính nhà nước "
        "tỉnh Ví Dụ năm 2026;"
    ),
    "Thực hiện Nghị quyết số 04-NQ/ĐU ngày 30/12/2025 của Ban Chấp hành Đảng bộ xã Mẫu về nhiệm vụ năm 2026;",
    "Xét đề nghị của Chánh Văn phòng HĐND và UBND xã tại Tờ trình số 03/TTr-VP ngày 16/01/2026,",
)
PURPOSE = (
    "Cụ thể hóa kế hoạch của tỉnh thành những việc xã làm được ngay trong năm, gắn trách nhiệm từng phòng, từng công chức.",
    "Củng cố bộ máy chính quyền địa phương 02 cấp vận hành thông suốt, gần dân, sát cơ sở.",
    "Việc triển khai phải có trọng tâm, có sản phẩm, có thời hạn; tránh hình thức, chạy theo thành tích.",
)
AIMS = (
    "100% văn bản quy phạm pháp luật của HĐND, UBND xã được ban hành đúng quy định về thẩm quyền và thể thức.",
    "Tỷ lệ hồ sơ thủ tục hành chính (TTHC) được giải quyết đúng và trước hạn đạt tối thiểu {-90%-}{+95%+}.",
    "100% TTHC thuộc thẩm quyền giải quyết của xã được công khai đầy đủ tại Trung tâm Phục vụ hành chính công.",
    (
        "Tỷ lệ hồ sơ nộp trực tuyến đạt từ 7¦0% trở lên; tỷ lệ thanh toán trực tuyến đạt từ 50% trở lên, trừ hồ sơ của "
        "người cao tuổi và hộ nghèo."
    ),
    "Số hóa kết quả giải quyết TTHC đạt 90%, mỗi năm tiếp theo tăng ít nhất 5% cho đến khi đạt 100%.",
    (
        "Mức độ hài lòng của người dân, doanh nghiệp về giải quyết TTHC đạt trên 95%; mức độ hài lòng về giải quyết TTHC "
        "lĩnh vực đất đai đạt trên 90%."
    ),
    "Thời gian chờ đợi trung bình của người dân tại Trung tâm Phục vụ hành chính công xã không quá 10 phút/lượt giao dịch.",
    "Cắt giảm ít nhất 30% thời gian giải quyết TTHC so với năm 2024.",
    "100% cán bộ, công chức cấp xã đạt chuẩn theo vị trí việc làm.",
    "100% hồ sơ công việc của xã được xử lý trên môi trường mạng (không bao gồm hồ sơ chứa bí mật nhà nước).",
    "100% báo cáo định kỳ được thực hiện trên hệ thống thông tin báo cáo của tỉnh.",
    "Chỉ số cải cách hành chính của xã đạt loại tốt trở lên, phấn đấu xếp trong nhóm 20 xã, phường dẫn đầu tỉnh.",
    "Chỉ số hài lòng của người dân, tổ chức đối với sự phục vụ của cơ quan hành chính xã đạt 92,5%.",
)
TASKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Cải cách thể chế",
        (
            "Rà soát toàn bộ văn bản của các đơn vị hành chính cũ trước sắp xếp, đề xuất bãi bỏ hoặc ban hành văn bản thay thế.",
            "Đăng tải dự thảo nghị quyết, quyết định trên trang thông tin điện tử xã để lấy ý kiến nhân dân theo quy định.",
        ),
    ),
    (
        "Cải cách thủ tục hành chính",
        (
            "Giải quyết TTHC không phụ thuộc địa giới hành chính theo Nghị định số 118/2025/NĐ-CP.",
            "Duy trì điểm hỗ trợ dịch vụ công tại 09 thôn, bố trí đoàn viên hướng dẫn người dân vào thứ ba và thứ sáu hàng tuần.",
            "Xin lỗi bằng văn bản đối với 100% hồ sơ quá hạn do lỗi của cơ quan nhà nước.",
        ),
    ),
    (
        "Cải cách tổ chức bộ máy, chế độ công vụ",
        (
            "Hoàn thiện quy chế làm việc, phân công nhiệm vụ giữa Phòng Kinh tế, Phòng Văn hóa - Xã hội và Văn phòng.",
            "Cử công chức tham gia bồi dưỡng; 100% công chức Trung tâm Phục vụ hành chính công được bồi dưỡng kỹ năng giao tiếp.",
            "Siết chặt kỷ luật, kỷ cương; thay thế ngay công chức có thái độ nhũng nhiễu.",
        ),
    ),
    (
        "Cải cách tài chính công",
        ("Thực hiện tự chủ, tự chịu trách nhiệm về sử dụng biên chế và kinh phí quản lý hành chính.",),
    ),
    (
        "Xây dựng chính quyền số",
        (
            "Triển khai Đề án chuyển đổi số của xã theo Quyết định số 112/QĐ-UBND ngày 15/10/2025 của UBND xã.",
            "Bảo đảm an toàn thông tin theo cấp độ, sao lưu dữ liệu hàng tháng.",
        ),
    ),
)
COLUMNS = ("STT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian", "Sản phẩm")
OFFICE, ECONOMY, CULTURE = "Văn phòng HĐND và UBND xã", "Phòng Kinh tế", "Phòng Văn hóa - Xã hội"
CENTRE = "Trung tâm Phục vụ hành chính công xã"
SAME = "〃"
"""The cell above goes on: a vertical merge."""
APPENDIX: tuple[str | tuple[str, str, str, str, str], ...] = (
    "CẢI CÁCH THỂ CHẾ",
    (
        "Ban hành danh mục văn bản hết hiệu lực của HĐND, UBND các xã cũ",
        OFFICE,
        "Các phòng chuyên môn",
        "Quý I/2026",
        "Quyết định công bố danh mục",
    ),
    (
        "Tổ chức phổ biến chính sách mới về đất đai, hộ tịch tại các thôn",
        SAME,
        "Các thôn",
        "Tháng 4 - 5/2026",
        "Hội nghị",
    ),
    (
        "Báo cáo công tác theo dõi thi hành pháp luật năm 2026",
        SAME,
        "Công an xã; Phòng Kinh tế",
        "Trước ngày 15/11/2026",
        "Báo cáo",
    ),
    "CẢI CÁCH THỦ TỤC HÀNH CHÍNH",
    ("Kiện toàn nhân sự, quy chế hoạt động của Trung tâm", CENTRE, OFFICE, "Tháng 02/2026", "Quyết định"),
    (
        "Niêm yết mã QR hướng dẫn từng thủ tục tại nơi tiếp nhận",
        SAME,
        "Các phòng chuyên môn",
        "Thường xuyên",
        "100% TTHC được niêm yết",
    ),
    (
        "Tái cấu trúc quy trình nội bộ các thủ tục có lượng hồ sơ lớn",
        SAME,
        "Các phòng chuyên môn",
        "Quý II/2026",
        "Tối thiểu 15 quy trình được phê duyệt",
    ),
    ("Khảo sát ý kiến người dân sau khi nhận kết quả", SAME, "Bưu điện xã", "Hàng quý", "Báo cáo khảo sát"),
    (
        "Đối thoại giữa Chủ tịch UBND xã với tổ chức, cá nhân về TTHC ít nhất 02 lần",
        OFFICE,
        "Ủy ban Mặt trận Tổ quốc xã",
        "Tháng 6 và tháng 11/2026",
        "Thông báo kết luận",
    ),
    "CẢI CÁCH TỔ CHỨC BỘ MÁY",
    ("Sửa đổi quy chế phối hợp giữa các phòng chuyên môn", OFFICE, "Các phòng chuyên môn", "Quý I/2026", "Quy chế"),
    (
        "Sắp xếp, tinh gọn các hội, tổ tự quản ở thôn",
        CULTURE,
        "Ủy ban Mặt trận Tổ quốc xã",
        "Quý III/2026",
        "Phương án được duyệt",
    ),
    "CẢI CÁCH CHẾ ĐỘ CÔNG VỤ",
    (
        "Xây dựng kế hoạch đào tạo, bồi dưỡng cán bộ, công chức năm 2026",
        CULTURE,
        "Các phòng chuyên môn",
        "Tháng 01/2026",
        "Kế hoạch",
    ),
    (
        "Kiểm tra đột xuất việc thực hiện kỷ luật, kỷ cương",
        OFFICE,
        "Ủy ban Kiểm tra Đảng ủy xã",
        "Ít nhất 03 đợt trong năm",
        "Biên bản, thông báo",
    ),
    (
        "Đánh giá, xếp loại công chức gắn với kết quả giải quyết hồ sơ",
        CULTURE,
        CENTRE,
        "Tháng 12/2026",
        "Quyết định xếp loại",
    ),
    "CẢI CÁCH TÀI CHÍNH CÔNG",
    (
        "Công khai dự toán, quyết toán ngân sách xã",
        ECONOMY,
        "Các phòng chuyên môn",
        "Theo quy định",
        "Văn bản công khai",
    ),
    ("Sắp xếp, xử lý trụ sở dôi dư sau sáp nhập", SAME, OFFICE, "2026", "Phương án xử lý"),
    ("Giải ngân vốn đầu tư công", SAME, "Các chủ đầu tư", "Đến 31/01/2027", "Tỷ lệ giải ngân đạt từ 95% trở lên"),
    "XÂY DỰNG CHÍNH QUYỀN ĐIỆN TỬ, CHÍNH QUYỀN SỐ",
    ("Trang bị ký số cho cán bộ, công chức", CULTURE, OFFICE, "Quý I/2026", "100% cán bộ, công chức có chữ ký số"),
    (
        "Bồi dưỡng kỹ năng số cho tổ công nghệ số cộng đồng",
        CULTURE,
        "Đoàn Thanh niên xã; các thôn",
        "Quý II/2026",
        "Lớp bồi dưỡng",
    ),
    ("Nâng cấp mạng truyền số liệu chuyên dùng", CULTURE, "VNPT Ví Dụ", "Quý III/2026", "Đường truyền được nâng cấp"),
    "CHỈ ĐẠO, ĐIỀU HÀNH",
    (
        "Tuyên truyền cải cách hành chính trên loa truyền thanh, mạng xã hội",
        CULTURE,
        "Các thôn",
        "Hàng tháng",
        "Tin, bài, phóng sự",
    ),
    (
        "Tự kiểm tra công tác cải cách hành chính tại các phòng, Trung tâm",
        OFFICE,
        "Các phòng chuyên môn",
        "Quý III/2026",
        "Kế hoạch, kết luận",
    ),
    (
        "Tự chấm điểm Chỉ số cải cách hành chính năm 2026",
        OFFICE,
        "Các phòng chuyên môn",
        "Tháng 12/2026",
        "Báo cáo tự chấm điểm",
    ),
)
ORGANISATION = (
    (
        "Văn phòng HĐND và UBND xã",
        ("Theo dõi, đôn đốc các phòng thực hiện Kế hoạch; tổng hợp báo cáo Sở Nội vụ định kỳ hàng quý.",),
    ),
    ("Phòng Kinh tế", ("Tham mưu bố trí kinh phí thực hiện Kế hoạch và hướng dẫn thanh quyết toán.",)),
    (
        "Phòng Văn hóa - Xã hội",
        (
            "Đăng tải tin, bài về cải cách hành chính trên trang thông tin điện tử xã.",
            "Tham mưu khen thưởng tập thể, cá nhân có sáng kiến.",
        ),
    ),
    (
        "Trung tâm Phục vụ hành chính công xã",
        ("Công khai kết quả giải quyết hồ sơ của từng phòng vào thứ sáu hàng tuần.",),
    ),
)


def body() -> Iterator[str]:
    """The document's parts in order."""
    yield letterhead(
        ("ỦY BAN NHÂN DÂN", "XÃ MẪU", "-------", "Số: 15/KH-UBND"),
        (
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "---------------",
            "Mẫu, ngày 20 tháng 01 năm 2026",
        ),
    )
    yield paragraph("KẾ HOẠCH", align="center", bold=True)
    yield paragraph("Cải cách hành chính nhà nước năm 2026 trên địa bàn xã Mẫu", align="center", bold=True)
    yield from map(paragraph, BASIS)
    yield paragraph("Ủy ban nhân dân xã Mẫu ban hành Kế hoạch cải cách hành chính nhà nước năm 2026, cụ thể như sau:")
    yield from _prose()
    yield _signature()
    yield section()
    yield from _appendix()
    yield section(landscape=True, last=True)


def _heading(text: str, level: int = 0) -> str:
    return paragraph(text, number=(HEADINGS, level), bold=True)


def _prose() -> Iterator[str]:
    yield _heading("MỤC ĐÍCH, YÊU CẦU")
    yield from (paragraph(text, number=(BULLETS, 0)) for text in PURPOSE)
    yield _heading("MỤC TIÊU")
    yield _heading("Mục tiêu chung", 1)
    yield paragraph(
        "Xây dựng nền hành chính xã chuyên nghiệp, minh bạch, lấy người dân làm trung tâm phục vụ; tạo bước chuyển rõ rệt "
        "về chất lượng cung ứng dịch vụ công sau khi tổ chức lại đơn vị hành chính."
    )
    yield _heading("Mục tiêu cụ thể", 1)
    yield paragraph("Đến hết ngày 31/12/2026, xã hoàn thành các chỉ tiêu sau:")
    yield from (paragraph(text, number=(ITEMS, 0)) for text in AIMS)
    yield _heading("NHIỆM VỤ")
    for title, tasks in TASKS:
        yield _heading(title, 1)
        yield from (paragraph(text, number=(BULLETS, 0)) for text in tasks)
    yield paragraph("(Danh mục nhiệm vụ cụ thể tại Phụ lục kèm theo)")
    yield _heading("KINH PHÍ THỰC HIỆN")
    yield paragraph(
        "Kinh phí từ ngân sách xã năm 2026, dự kiến 186.500.000 đồng, trong đó chi mua sắm thiết bị 120.000.000 đồng, "
        "chiếm 64,3% tổng kinh phí."
    )
    yield _heading("TỔ CHỨC THỰC HIỆN")
    for title, tasks in ORGANISATION:
        yield _heading(title, 1)
        yield from (paragraph(text, number=(BULLETS, 0)) for text in tasks)
    yield paragraph(
        "Trên đây là Kế hoạch cải cách hành chính năm 2026 của xã Mẫu, yêu cầu các phòng, đơn vị nghiêm túc thực hiện./."
    )


def _signature() -> str:
    left = "**Nơi nhận:**\n- UBND tỉnh Ví Dụ;\n- Sở Nội vụ;\n- Thường trực Đảng ủy, HĐND xã;\n- Các phòng, Trung tâm;\n- Lưu: VT."
    right = "**TM. ỦY BAN NHÂN DÂN**\n**CHỦ TỊCH**\n\n\n**Trần Thị Mẫu**"
    return table([[Cell(left), Cell(right, align="center")]], (4500, 4500), ruled=False)


def _appendix() -> Iterator[str]:
    yield paragraph("PHỤ LỤC", align="center", bold=True)
    yield paragraph("DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026 CỦA XÃ MẪU", align="center", bold=True)
    yield paragraph(
        "(Kèm theo Kế hoạch số 15/KH-UBND ngày 20 tháng 01 năm 2026 của Ủy ban nhân dân xã Mẫu)", align="center"
    )
    rows = [[Cell(name, bold=True, align="center") for name in COLUMNS]]
    roman = iter(("I", "II", "III", "IV", "V", "VI", "VII"))
    for at, row in enumerate(APPENDIX):
        if isinstance(row, str):
            rows.append([Cell(next(roman), bold=True, align="center"), Cell(row, span=5, bold=True)])
            continue
        task, lead, *others = row
        below = APPENDIX[at + 1] if at + 1 < len(APPENDIX) else ""
        merged = isinstance(below, tuple) and below[1] == SAME
        first = Cell("", merge="continue") if lead == SAME else Cell(lead, merge="restart" if merged else "")
        rows.append([Cell("", number=(ROWS, 0), align="center"), Cell(task), first, *map(Cell, others)])
    yield table(rows, (700, 4600, 2400, 2400, 1900, 2000))
