"""The decision of the invented tỉnh Ví Dụ that approves its plan 2026-2030, with two appendix tables."""

# ruff: noqa: E501 -- rows of a table and sentences stay whole
from __future__ import annotations

from collections.abc import Iterator

from benchmarks.documents.word import ARTICLES, BULLETS, Cell, letterhead, paragraph, section, table

BASIS = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025;",
    (
        "Căn cứ Nghị định số 118/2025/NĐ-CP ngày 09/6/2025 của Chính phủ về thực hiện thủ tục hành chính theo cơ chế một cửa, "
        "một cửa liên thông tại Bộ phận Một cửa và Cổng Dịch vụ công quốc gia;"
    ),
    (
        "Căn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ, đổi mới "
        "sáng tạo và chuyển đổi số quốc gia;"
    ),
    (
        "Căn cứ Nghị quyết số 15-NQ/TU ngày 10/11/2025 của Ban Chấp hành Đảng bộ tỉnh về đẩy mạnh cải cách hành chính giai "
        "đoạn 2026 - 2030;"
    ),
    (
        "Căn cứ Nghị quyết số 88/NQ-HĐND ngày 05/12/2025 của Hội đồng nhân dân tỉnh về kế hoạch phát triển kinh tế - xã hội "
        "5 năm 2026 - 2030;"
    ),
    "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 512/TTr-SNV ngày 15/12/2025.",
)
ARTICLE_TEXTS = (
    "Phê duyệt Kế hoạch cải cách hành chính nhà nước tỉnh Ví Dụ giai đoạn 2026 - 2030 ban hành kèm theo Quyết định này.",
    (
        "Quyết định này có hiệu lực thi hành kể từ ngày ký và thay thế Quyết định số 1530/QĐ-UBND ngày 30/9/2021 của Ủy ban "
        "nhân dân tỉnh."
    ),
    (
        "Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc các sở, Thủ trưởng các ban, ngành, Chủ tịch Ủy ban nhân dân các xã, "
        "phường chịu trách nhiệm thi hành Quyết định này./."
    ),
)
VIEWS = (
    "Cải cách hành chính phải xuất phát từ nhu cầu của người dân, doanh nghiệp, lấy kết quả đầu ra làm thước đo.",
    "Giai đoạn 2021 - 2025 tỉnh đã đạt 92,4% hồ sơ đúng hạn, 68% hồ sơ trực tuyến; đây là nền tảng để đặt mức cao hơn.",
)
AIMS = (
    (
        "Giữ vững vị trí trong nhóm 10 tỉnh, thành phố dẫn đầu cả nước về Chỉ số cải cách hành chính (PAR INDEX), trong nhóm 15 "
        "về Chỉ số hiệu quả quản trị và hành chính công (PAPI) vào năm 2030."
    ),
    "Đến năm 2028 cắt giảm ít nhất 50% chi phí tuân thủ thủ tục hành chính so với năm 2024.",
    "Đến năm 2030, giảm tối thiểu 20% số lượng đơn vị sự nghiệp công lập so với năm 2025 (không bao gồm cơ sở giáo dục, y tế).",
    "Hằng năm, 100% văn bản quy phạm pháp luật của tỉnh được ban hành đúng trình tự, thủ tục.",
)
YEARS = (2026, 2027, 2028, 2029, 2030)
INTERIOR, OFFICE, SCIENCE, FINANCE, JUSTICE = (
    "Sở Nội vụ",
    "Văn phòng UBND tỉnh",
    "Sở Khoa học và Công nghệ",
    "Sở Tài chính",
    "Sở Tư pháp",
)
COMMUNES = "UBND các xã, phường"
TARGETS: tuple[str | tuple[str, str, str, str, str, str, str, str], ...] = (
    "Cải cách thủ tục hành chính",
    ("Tỷ lệ hồ sơ thủ tục hành chính được giải quyết đúng hạn", "%", "96", "97", "98", "98,5", "99", OFFICE),
    ("Tỷ lệ hồ sơ nộp trực tuyến trên tổng số hồ sơ", "%", "75", "80", "85", "90", "95", OFFICE),
    ("Tỷ lệ thanh toán trực tuyến", "%", "≥ 60", "≥ 65", "≥ 70", "≥ 75", "≥ 80", OFFICE),
    (
        "Mức độ hài lòng của người dân, doanh nghiệp về giải quyết thủ tục hành chính",
        "%",
        "> 92",
        "> 93",
        "> 94",
        "> 95",
        "> 95",
        INTERIOR,
    ),
    (
        "Thời gian chờ đợi trung bình của người dân cho một lượt giao dịch (tối đa)",
        "Phút",
        "15",
        "14",
        "12",
        "11",
        "10",
        OFFICE,
    ),
    "Cải cách chế độ công vụ",
    ("Tỷ lệ cán bộ, công chức cấp xã đạt chuẩn theo vị trí việc làm", "%", "95", "97", "100", "100", "100", INTERIOR),
    "Cải cách tài chính công",
    ("Tỷ lệ đơn vị sự nghiệp công lập tự bảo đảm chi thường xuyên", "%", "-", "12", "-", "-", "20", FINANCE),
    "Xây dựng chính quyền số",
    (
        "Tỷ lệ hồ sơ công việc cấp xã được xử lý trên môi trường mạng (trừ hồ sơ mật)",
        "%",
        "80",
        "85",
        "90",
        "95",
        "100",
        SCIENCE,
    ),
)
SAME = "〃"
"""The cell above goes on: a vertical merge."""
TASKS: tuple[str | tuple[str, str, str, str, str, str], ...] = (
    "CẢI CÁCH THỂ CHẾ",
    (
        "Hoàn thiện hệ thống văn bản của tỉnh sau sắp xếp đơn vị hành chính",
        "Rà soát, xử lý văn bản của các tỉnh trước hợp nhất",
        JUSTICE,
        "Các sở, ban, ngành; UBND các xã, phường",
        "2026 - 2027",
        "Nghị quyết, quyết định",
    ),
    (
        SAME,
        "Ban hành quy định phân cấp, ủy quyền cho cấp xã kèm điều kiện bảo đảm",
        INTERIOR,
        "Các sở, ban, ngành",
        "Quý II/2026",
        "Quyết định của UBND tỉnh",
    ),
    (SAME, "Xây dựng cơ sở dữ liệu văn bản quy phạm pháp luật của tỉnh", JUSTICE, SCIENCE, "2026", "Cơ sở dữ liệu"),
    "CẢI CÁCH THỦ TỤC HÀNH CHÍNH",
    (
        "Người dân, doanh nghiệp thực hiện thủ tục nhanh, ít giấy tờ",
        "Rà soát, cắt giảm thành phần hồ sơ đã có trong cơ sở dữ liệu",
        OFFICE,
        "Các sở, ban, ngành",
        "Hằng năm",
        "Phương án đơn giản hóa",
    ),
    (
        SAME,
        "Cung cấp 100% thủ tục đủ điều kiện dưới hình thức dịch vụ công trực tuyến toàn trình trước ngày 31/12/2027",
        OFFICE,
        SCIENCE,
        "2026 - 2027",
        "Danh mục dịch vụ công",
    ),
    (
        SAME,
        "Giải quyết thủ tục không phụ thuộc địa giới hành chính trong toàn tỉnh",
        COMMUNES,
        OFFICE,
        "Từ 2026",
        "Quy trình nội bộ",
    ),
    (
        "Nâng chất lượng phục vụ tại Trung tâm Phục vụ hành chính công",
        "Chuẩn hóa nhận diện, quy trình phục vụ tại các Trung tâm",
        OFFICE,
        COMMUNES,
        "2026",
        "Bộ tiêu chuẩn",
    ),
    (
        SAME,
        "Đánh giá chất lượng phục vụ theo thời gian thực trên Cổng Dịch vụ công quốc gia",
        COMMUNES,
        OFFICE,
        "Thường xuyên",
        "Báo cáo tháng",
    ),
    (
        SAME,
        "Thuê dịch vụ bưu chính nhận, trả hồ sơ tại cấp xã",
        OFFICE,
        "Bưu điện tỉnh; UBND các xã, phường",
        "2026 - 2030",
        "Hợp đồng dịch vụ",
    ),
    "CẢI CÁCH TỔ CHỨC BỘ MÁY",
    (
        "Bộ máy tinh gọn, chính quyền 02 cấp vận hành thông suốt",
        "Tổng kết, đánh giá mô hình chính quyền địa phương 02 cấp",
        INTERIOR,
        COMMUNES,
        "Quý IV/2027",
        "Báo cáo tổng kết",
    ),
    (
        SAME,
        "Sắp xếp đơn vị sự nghiệp công lập theo ngành, lĩnh vực",
        INTERIOR,
        "Các sở, ban, ngành",
        "2026 - 2030",
        "Đề án",
    ),
    "CẢI CÁCH CHẾ ĐỘ CÔNG VỤ",
    (
        "Đội ngũ cán bộ, công chức chuyên nghiệp, đủ năng lực số",
        "Bồi dưỡng công chức cấp xã theo từng vị trí việc làm, mỗi năm tối thiểu 2.000 lượt người",
        INTERIOR,
        "Trường Chính trị tỉnh; UBND các xã, phường",
        "Hằng năm",
        "Khóa bồi dưỡng",
    ),
    (
        SAME,
        "Đánh giá công chức theo chỉ số đo lường hiệu quả công việc (KPI)",
        INTERIOR,
        "Các cơ quan, đơn vị",
        "Từ quý III/2026",
        "Bộ chỉ số KPI",
    ),
    (SAME, "Thanh tra, kiểm tra công vụ đột xuất", INTERIOR, "Thanh tra tỉnh", "Hằng năm", "Kết luận thanh tra"),
    "CẢI CÁCH TÀI CHÍNH CÔNG",
    (
        "Sử dụng hiệu quả ngân sách, tài sản công",
        "Đặt hàng, đấu thầu cung cấp dịch vụ sự nghiệp công",
        FINANCE,
        "Các sở, ban, ngành",
        "2026 - 2030",
        "Quyết định đặt hàng",
    ),
    (
        SAME,
        "Xử lý dứt điểm trụ sở dôi dư sau sắp xếp",
        FINANCE,
        COMMUNES,
        "Trước 30/6/2027",
        "Phương án xử lý được duyệt",
    ),
    "XÂY DỰNG CHÍNH QUYỀN ĐIỆN TỬ, CHÍNH QUYỀN SỐ",
    (
        "Dữ liệu dùng chung được kết nối, khai thác",
        "Hoàn thành kho dữ liệu dùng chung của tỉnh; 100% cơ sở dữ liệu của các sở, ngành được kết nối",
        SCIENCE,
        "Các sở, ban, ngành",
        "2027",
        "Kho dữ liệu",
    ),
    (
        SAME,
        "Nâng cấp hạ tầng mạng, thiết bị đầu cuối cho cấp xã",
        SCIENCE,
        "Sở Tài chính; UBND các xã, phường",
        "2026 - 2028",
        "Dự án đầu tư",
    ),
    (
        SAME,
        "Ứng dụng trợ lý ảo hỗ trợ công chức tra cứu, soạn thảo văn bản",
        SCIENCE,
        OFFICE,
        "2027",
        "Nền tảng trợ lý ảo",
    ),
    "CHỈ ĐẠO, ĐIỀU HÀNH",
    (
        "Cả hệ thống chính trị vào cuộc, người dân tham gia giám sát",
        "Ban hành Bộ Chỉ số cải cách hành chính cấp sở, cấp xã",
        INTERIOR,
        "Các cơ quan, đơn vị",
        "Quý I/2026",
        "Quyết định",
    ),
    (
        SAME,
        "Kiểm tra cải cách hành chính ít nhất 30% xã, phường mỗi năm",
        INTERIOR,
        OFFICE,
        "Hằng năm",
        "Kết luận kiểm tra",
    ),
    (
        SAME,
        "Tuyên truyền cải cách hành chính trên Báo và Phát thanh, Truyền hình Ví Dụ",
        INTERIOR,
        "Báo và Phát thanh, Truyền hình Ví Dụ",
        "Hằng tháng",
        "Chuyên mục",
    ),
)
DUTIES = (
    (
        "Sở Nội vụ",
        (
            "Là cơ quan thường trực, theo dõi, đôn đốc, kiểm tra việc thực hiện Kế hoạch; định kỳ 6 tháng, năm báo cáo UBND tỉnh.",
            "Tham mưu sơ kết Kế hoạch vào năm 2028, tổng kết vào năm 2030.",
        ),
    ),
    ("Sở Tài chính", ("Tham mưu bố trí kinh phí hằng năm, dự kiến cả giai đoạn 186 tỷ đồng.",)),
    (
        "UBND các xã, phường",
        (
            "Ban hành kế hoạch hằng năm của địa phương trước ngày 31/01.",
            "Bố trí đủ nhân lực, trang thiết bị cho Trung tâm Phục vụ hành chính công.",
        ),
    ),
)


def body() -> Iterator[str]:
    """The document's parts in order."""
    yield letterhead(
        ("ỦY BAN NHÂN DÂN", "TỈNH VÍ DỤ", "-------", "Số: 2145/QĐ-UBND"),
        (
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "---------------",
            "Ví Dụ, ngày 22 tháng 12 năm 2025",
        ),
    )
    yield _centred("QUYẾT ĐỊNH", "Phê duyệt Kế hoạch cải cách hành chính nhà nước tỉnh Ví Dụ giai đoạn 2026 - 2030")
    yield paragraph("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH VÍ DỤ", align="center", bold=True)
    yield from map(paragraph, BASIS)
    yield _centred("QUYẾT ĐỊNH:")
    yield from (paragraph(text, number=(ARTICLES, 0)) for text in ARTICLE_TEXTS)
    yield table(
        [
            [
                Cell("**Nơi nhận:**\n- Như Điều 3;\n- Bộ Nội vụ;\n- Lưu: VT, NC."),
                Cell("**KT. CHỦ TỊCH**\n**PHÓ CHỦ TỊCH**\n\n\n**Hoàng Văn Dụ**", align="center"),
            ]
        ],
        (4500, 4500),
        ruled=False,
    )
    yield section()
    yield from _plan()
    yield section()
    yield from _first_appendix()
    yield from _second_appendix()
    yield section(landscape=True, last=True)


def _centred(*lines: str) -> str:
    return "".join(paragraph(line, align="center", bold=True) for line in lines)


def _plan() -> Iterator[str]:
    yield _centred("KẾ HOẠCH", "Cải cách hành chính nhà nước tỉnh Ví Dụ giai đoạn 2026 - 2030")
    yield paragraph(
        "(Ban hành kèm theo Quyết định số 2145/QĐ-UBND ngày 22/12/2025 của Chủ tịch UBND tỉnh Ví Dụ)", align="center"
    )
    yield paragraph("I. QUAN ĐIỂM", bold=True)
    yield from (paragraph(text, number=(BULLETS, 0)) for text in VIEWS)
    yield paragraph("II. MỤC TIÊU", bold=True)
    yield paragraph("1. Mục tiêu tổng quát", bold=True)
    yield paragraph(
        "Xây dựng nền hành chính tỉnh Ví Dụ dân chủ, hiện đại, kiến tạo phát triển; hoàn thành chuyển từ phương thức quản lý "
        "sang phục vụ, dựa trên dữ liệu."
    )
    yield paragraph("2. Mục tiêu cụ thể", bold=True)
    yield from (paragraph(text, number=(BULLETS, 0)) for text in AIMS)
    yield paragraph("Các chỉ tiêu theo từng năm tại Phụ lục I.")
    yield paragraph("III. NHIỆM VỤ", bold=True)
    yield paragraph("Các nhiệm vụ cụ thể, cơ quan thực hiện, thời hạn và sản phẩm tại Phụ lục II.")
    yield paragraph("IV. TỔ CHỨC THỰC HIỆN", bold=True)
    for at, (title, duties) in enumerate(DUTIES, 1):
        yield paragraph(f"{at}. {title}", bold=True)
        yield from (paragraph(text, number=(BULLETS, 0)) for text in duties)


def _first_appendix() -> Iterator[str]:
    yield _centred("PHỤ LỤC I", "CHỈ TIÊU CẢI CÁCH HÀNH CHÍNH GIAI ĐOẠN 2026 - 2030")
    names = ("TT", "Chỉ tiêu", "Đơn vị tính", *map(str, YEARS), "Cơ quan chủ trì")
    rows = [[Cell(name, bold=True, align="center") for name in names]]
    roman, count = iter(("I", "II", "III", "IV")), 0
    for row in TARGETS:
        if isinstance(row, str):
            rows.append([Cell(next(roman), bold=True), Cell(row, span=8, bold=True)])
            continue
        count += 1
        rows.append([Cell(str(count)), Cell(row[0]), *(Cell(text, align="center") for text in row[1:7]), Cell(row[7])])
    yield table(rows, (700, 4800, 1000, 1000, 1000, 1000, 1000, 1000, 2500))


def _second_appendix() -> Iterator[str]:
    yield _centred("PHỤ LỤC II", "NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH GIAI ĐOẠN 2026 - 2030")
    names = ("TT", "Mục tiêu", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian thực hiện", "Sản phẩm")
    rows = [[Cell(name, bold=True, align="center") for name in names]]
    roman, count = iter(("A", "B", "C", "D", "Đ", "E", "G")), 0
    for at, row in enumerate(TASKS):
        if isinstance(row, str):
            rows.append([Cell(f"{next(roman)}. {row}", span=7, bold=True)])
            continue
        count += 1
        below = TASKS[at + 1] if at + 1 < len(TASKS) else ""
        goes_on = not isinstance(below, str) and below[0] == SAME
        first = Cell("", merge="continue") if row[0] == SAME else Cell(row[0], merge="restart" if goes_on else "")
        rows.append([Cell(str(count)), first, *map(Cell, row[1:])])
    yield table(rows, (600, 2400, 4400, 1700, 2000, 1400, 1500))
