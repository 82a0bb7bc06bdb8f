"""The plan of the invented huyện Thử for 2024, as HTML for a PDF: prose upright, its table across."""

# ruff: noqa: E501 -- rows of a table and sentences stay whole
from __future__ import annotations

from collections.abc import Iterator
from html import escape

STYLE = """
@page { size: A4; margin: 20mm 18mm 20mm 28mm; @bottom-center { content: counter(page); font: 11pt "Liberation Serif" } }
@page :first { @bottom-center { content: "" } }
@page wide { size: A4 landscape; margin: 15mm 15mm 18mm }
body { font: 13pt/1.35 "Liberation Serif"; text-align: justify; margin: 0 }
p { margin: 4pt 0; text-indent: 10mm }
.head { width: 100%; text-align: center; border: 0 } .head td { border: 0; vertical-align: top; padding: 0 }
.centre { text-align: center; text-indent: 0 } .plain { text-indent: 0 }
.wide { page: wide; break-before: page }
.plan { border-collapse: collapse; width: 100%; font-size: 10.5pt; text-align: left; line-height: 1.25 }
.plan td, .plan th { border: 0.6pt solid black; padding: 2pt 3pt; vertical-align: top }
.plan th { text-align: center; vertical-align: middle }
thead { display: table-header-group } td { orphans: 1; widows: 1 }
"""
BASIS = (
    (
        "Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình tổng thể cải cách hành "
        "chính nhà nước giai đoạn 2021 - 2030;"
    ),
    (
        "Căn cứ Chỉ thị số 12-CT/TU ngày 10/5/2022 của Ban Thường vụ Tỉnh ủy về nâng cao trách nhiệm người đứng đầu trong "
        "cải cách hành chính;"
    ),
    (
        "Căn cứ Quyết định số 1530/QĐ-UBND ngày 30/9/2021 của UBND tỉnh Ví Dụ ban hành Kế hoạch cải cách hành chính tỉnh Ví "
        "Dụ giai đoạn 2021 - 2025; Kế hoạch số 6120/KH-UBND ngày 15/12/2023 của UBND tỉnh Ví Dụ về cải cách hành chính năm 2024;"
    ),
    "Căn cứ Kế hoạch số 57/KH-UBND ngày 22/02/2022 của UBND huyện về cải cách hành chính huyện Thử giai đoạn 2021 - 2025,",
)
PURPOSE = (
    (
        "Bảo đảm hoàn thành các chỉ tiêu cải cách hành chính của cả giai đoạn, khắc phục những tiêu chí bị trừ điểm trong kỳ "
        "đánh giá năm 2022 (huyện đạt 81,37 điểm, xếp thứ 8/11)."
    ),
    "Xác định rõ người, rõ việc, rõ thời hạn, rõ sản phẩm; kết quả thực hiện là căn cứ xếp loại thi đua cuối năm.",
)
AIMS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "a) Cải cách thể chế",
        (
            "100% văn bản quy phạm pháp luật của huyện được ban hành đúng trình tự, thủ tục.",
            "100% văn bản quy phạm pháp luật đã ban hành được rà soát; qua đó kịp thời xử lý văn bản không còn phù hợp.",
        ),
    ),
    (
        "b) Cải cách thủ tục hành chính",
        (
            "Tỷ lệ hồ sơ giải quyết đúng hạn toàn huyện đạt 97% trở lên, riêng cấp xã đạt 98,5% trở lên.",
            "Tối thiểu 60% hồ sơ tiếp nhận trực tuyến trên tổng số hồ sơ phát sinh.",
            "Số hóa kết quả giải quyết thủ tục hành chính còn hiệu lực đạt 60% ở cấp huyện và 45% ở cấp xã.",
            "Thời gian chờ đợi trung bình của người dân, doanh nghiệp không quá 20 phút/lượt giao dịch.",
            "Mức độ hài lòng của người dân, doanh nghiệp về giải quyết thủ tục hành chính đạt tối thiểu 90%.",
        ),
    ),
    (
        "c) Cải cách tổ chức bộ máy",
        ("Giảm tối thiểu 10% số lượng đơn vị sự nghiệp công lập so với năm 2021, hoàn thành vào năm 2025.",),
    ),
    (
        "d) Cải cách chế độ công vụ",
        (
            "100% cán bộ, công chức cấp xã đạt chuẩn về trình độ chuyên môn, nghiệp vụ.",
            "Trên 90% lãnh đạo, quản lý từ cấp phòng trở lên được bồi dưỡng kiến thức quản lý nhà nước.",
        ),
    ),
    (
        "đ) Cải cách tài chính công",
        ("Có thêm ít nhất 01 đơn vị sự nghiệp công lập tự bảo đảm toàn bộ chi thường xuyên.",),
    ),
    (
        "e) Xây dựng chính quyền điện tử, chính quyền số",
        (
            "Hồ sơ công việc được xử lý trên môi trường mạng: cấp huyện 90%, cấp xã 75% (trừ hồ sơ thuộc phạm vi bí mật nhà nước).",
            "50% hoạt động kiểm tra của cơ quan quản lý được thực hiện thông qua môi trường số.",
        ),
    ),
    (
        "g) Chỉ đạo, điều hành",
        (
            "Phấn đấu Chỉ số cải cách hành chính của huyện xếp từ hạng 05/11 trở lên.",
            "Ít nhất 85% UBND cấp xã có Chỉ số cải cách hành chính đạt loại tốt trở lên.",
            "Tối thiểu 30% cơ quan, đơn vị được kiểm tra công tác cải cách hành chính.",
        ),
    ),
)
HOME, JUSTICE, OFFICE = "Phòng Nội vụ", "Phòng Tư pháp", "Văn phòng HĐND và UBND huyện"
MONEY, CULTURE = "Phòng Tài chính - Kế hoạch", "Phòng Văn hóa và Thông tin"
ALL, COMMUNES = "Các cơ quan, đơn vị liên quan", "UBND các xã, thị trấn"
Activity = tuple[str, str, str, str, str, str]
PLAN: tuple[tuple[str, tuple[tuple[str, tuple[tuple[str, tuple[Activity, ...]], ...]], ...]], ...] = (
    (
        "CẢI CÁCH THỂ CHẾ",
        (
            (
                "Mục tiêu 1: Hệ thống văn bản của huyện thống nhất, dễ tiếp cận, sát thực tiễn",
                (
                    (
                        "Nâng cao chất lượng soạn thảo, thẩm định văn bản",
                        (
                            (
                                "Ban hành kế hoạch xây dựng văn bản quy phạm pháp luật năm 2024",
                                "Kế hoạch",
                                JUSTICE,
                                OFFICE,
                                "Tháng 01/2024",
                                "Không",
                            ),
                            (
                                "Tổ chức tọa đàm với doanh nghiệp, người dân chịu tác động trước khi trình ban hành văn bản",
                                "Biên bản, báo cáo tiếp thu, giải trình",
                                JUSTICE,
                                ALL,
                                "Thường xuyên",
                                "10 triệu đồng",
                            ),
                        ),
                    ),
                    (
                        "Tăng cường kiểm tra, theo dõi thi hành pháp luật",
                        (
                            (
                                "Tự kiểm tra văn bản do huyện ban hành và kiểm tra văn bản do cấp xã gửi đến",
                                "Báo cáo kết quả kiểm tra",
                                JUSTICE,
                                COMMUNES,
                                "Quý III/2024",
                                "Theo dự toán",
                            ),
                            (
                                "Khảo sát tình hình thi hành pháp luật về xử phạt vi phạm hành chính tại các xã, thị trấn có nhiều vụ việc phức tạp, kéo dài",
                                "Báo cáo khảo sát gửi UBND huyện và Sở Tư pháp",
                                JUSTICE,
                                "Công an huyện; UBND các xã, thị trấn",
                                "Trước 15/10/2024",
                                "12 triệu đồng",
                            ),
                        ),
                    ),
                ),
            ),
        ),
    ),
    (
        "CẢI CÁCH THỦ TỤC HÀNH CHÍNH",
        (
            (
                "Mục tiêu 2: Tối thiểu 20% thủ tục hành chính thuộc thẩm quyền được kiến nghị đơn giản hóa",
                (
                    (
                        "Rà soát, cắt giảm giấy tờ, thời hạn giải quyết",
                        (
                            (
                                "Xây dựng kế hoạch rà soát, đánh giá thủ tục hành chính",
                                "Kế hoạch",
                                OFFICE,
                                "Các phòng chuyên môn",
                                "Quý I/2024",
                                "Không",
                            ),
                            (
                                "Rà soát từng thủ tục, lập phương án đơn giản hóa trình UBND tỉnh",
                                "Phương án đơn giản hóa",
                                "Các phòng chuyên môn",
                                OFFICE,
                                "Trước 31/8/2024",
                                "Không",
                            ),
                        ),
                    ),
                ),
            ),
            (
                "Mục tiêu 3: Người dân tiếp cận dịch vụ công thuận tiện, mọi lúc, mọi nơi",
                (
                    (
                        "Đổi mới cơ chế một cửa, một cửa liên thông",
                        (
                            (
                                "Sửa chữa, nâng cấp trụ sở Bộ phận Một cửa cấp huyện và 04 xã chưa đạt yêu cầu về diện tích, trang thiết bị",
                                "Trụ sở được nâng cấp",
                                MONEY,
                                "UBND các xã: An Mẫu, Bình Mẫu, Cát Mẫu, Đông Mẫu",
                                "Quý IV/2024",
                                "1,2 tỷ đồng",
                            ),
                            (
                                "Thực hiện tiếp nhận hồ sơ không phụ thuộc địa giới hành chính trong phạm vi huyện",
                                "Văn bản hướng dẫn",
                                OFFICE,
                                COMMUNES,
                                "Từ quý II/2024",
                                "Không",
                            ),
                            (
                                "Bồi dưỡng nghiệp vụ, văn hóa giao tiếp cho công chức Bộ phận Một cửa",
                                "Lớp bồi dưỡng",
                                HOME,
                                OFFICE,
                                "Tháng 6/2024",
                                "25 triệu đồng",
                            ),
                        ),
                    ),
                    (
                        "Đẩy mạnh dịch vụ công trực tuyến, thanh toán không dùng tiền mặt",
                        (
                            (
                                "Giao chỉ tiêu hồ sơ trực tuyến, chứng thực bản sao điện tử cho từng xã, thị trấn",
                                "Quyết định giao chỉ tiêu",
                                OFFICE,
                                COMMUNES,
                                "Tháng 02/2024",
                                "Không",
                            ),
                            (
                                "Ra quân hướng dẫn nộp hồ sơ tại nhà văn hóa thôn, khu phố",
                                "Tối thiểu 02 đợt ra quân",
                                "Huyện đoàn",
                                "Công an huyện; UBND các xã, thị trấn",
                                "Tháng 3 và tháng 10/2024",
                                "15 triệu đồng",
                            ),
                            (
                                "Số hóa, làm sạch dữ liệu hộ tịch, đất đai và tích hợp lên kho dữ liệu của tỉnh theo Nghị định số 45/2020/NĐ-CP ngày 08/4/2020",
                                "Dữ liệu được tích hợp",
                                "Phòng Tư pháp; Phòng Tài nguyên và Môi trường",
                                COMMUNES,
                                "Quý IV/2024",
                                "Ngân sách tỉnh",
                            ),
                        ),
                    ),
                ),
            ),
        ),
    ),
    (
        "CẢI CÁCH TỔ CHỨC BỘ MÁY",
        (
            (
                "Mục tiêu 4: Bộ máy tinh gọn, không chồng chéo chức năng",
                (
                    (
                        "Sắp xếp tổ chức bên trong và đơn vị sự nghiệp",
                        (
                            (
                                "Hoàn thành đề án sáp nhập các trường tiểu học và trung học cơ sở quy mô nhỏ",
                                "Đề án; quyết định của UBND huyện",
                                "Phòng Giáo dục và Đào tạo",
                                "Phòng Nội vụ; UBND các xã, thị trấn",
                                "Trước 31/7/2024",
                                "Không",
                            ),
                            (
                                "Rà soát quy chế làm việc của các phòng, ban",
                                "Quy chế sửa đổi",
                                "Các phòng chuyên môn",
                                HOME,
                                "Quý II/2024",
                                "Không",
                            ),
                        ),
                    ),
                ),
            ),
        ),
    ),
    (
        "CẢI CÁCH CHẾ ĐỘ CÔNG VỤ",
        (
            (
                "Mục tiêu 5: Đội ngũ cán bộ, công chức có năng lực, liêm chính, tận tụy",
                (
                    (
                        "Đổi mới đánh giá, đào tạo, bồi dưỡng",
                        (
                            (
                                "Áp dụng phần mềm chấm điểm, xếp loại cán bộ, công chức hàng tháng, công khai kết quả trên trang thông tin điện tử của huyện và niêm yết tại trụ sở",
                                "Kết quả xếp loại",
                                HOME,
                                CULTURE,
                                "Hàng tháng",
                                "Theo dự toán",
                            ),
                            (
                                "Cử cán bộ, công chức cấp xã đi học đại học, trung cấp lý luận chính trị",
                                "Quyết định cử đi học",
                                HOME,
                                COMMUNES,
                                "Năm 2024",
                                "90 triệu đồng",
                            ),
                        ),
                    ),
                    (
                        "Siết chặt kỷ luật, kỷ cương hành chính",
                        (
                            (
                                "Thanh tra trách nhiệm thực thi công vụ tại 03 xã và kiểm tra đột xuất các đơn vị khác",
                                "Kết luận thanh tra",
                                "Thanh tra huyện",
                                HOME,
                                "Quý II - III/2024",
                                "Không",
                            ),
                        ),
                    ),
                ),
            ),
        ),
    ),
    (
        "CẢI CÁCH TÀI CHÍNH CÔNG",
        (
            (
                "Mục tiêu 6: Quản lý ngân sách, tài sản công chặt chẽ, công khai",
                (
                    (
                        "Đổi mới cơ chế tài chính đơn vị sự nghiệp",
                        (
                            (
                                "Thẩm định phương án tự chủ tài chính giai đoạn 2024 - 2026 theo Nghị định số 60/2021/NĐ-CP của Chính phủ",
                                "Quyết định giao tự chủ",
                                MONEY,
                                "Các đơn vị sự nghiệp công lập",
                                "Quý I/2024",
                                "Không",
                            ),
                            (
                                "Công khai ngân sách, mua sắm, thanh lý tài sản công",
                                "100% đơn vị công khai đúng hạn",
                                "Các cơ quan, đơn vị",
                                MONEY,
                                "Theo quý",
                                "Không",
                            ),
                        ),
                    ),
                ),
            ),
        ),
    ),
    (
        "XÂY DỰNG CHÍNH QUYỀN ĐIỆN TỬ, CHÍNH QUYỀN SỐ",
        (
            (
                "Mục tiêu 7: 100% xã, thị trấn được đầu tư bảo đảm hạ tầng công nghệ thông tin",
                (
                    (
                        "Phát triển hạ tầng, nền tảng số",
                        (
                            (
                                "Thay thế máy tính cũ, lắp đặt thiết bị ký số, máy quét cho Bộ phận Một cửa cấp xã",
                                "Biên bản nghiệm thu",
                                CULTURE,
                                MONEY,
                                "Quý III/2024",
                                "640 triệu đồng",
                            ),
                            (
                                "Kiểm tra, đánh giá an toàn thông tin hệ thống mạng nội bộ",
                                "Báo cáo đánh giá",
                                CULTURE,
                                "Công an huyện",
                                "Tháng 9/2024",
                                "30 triệu đồng",
                            ),
                            (
                                "Cập nhật, mở rộng áp dụng hệ thống quản lý chất lượng TCVN ISO 9001:2015",
                                "Bản công bố",
                                "Phòng Kinh tế và Hạ tầng",
                                COMMUNES,
                                "Quý IV/2024",
                                "Theo dự toán",
                            ),
                        ),
                    ),
                ),
            ),
        ),
    ),
    (
        "CHỈ ĐẠO, ĐIỀU HÀNH",
        (
            (
                "Mục tiêu 8: Nâng cao trách nhiệm người đứng đầu, huy động sự giám sát của nhân dân",
                (
                    (
                        "Kiểm tra, đánh giá, tuyên truyền cải cách hành chính",
                        (
                            (
                                "Kiểm tra công tác cải cách hành chính tại các cơ quan, đơn vị, xã, thị trấn",
                                "Thông báo kết luận kiểm tra",
                                HOME,
                                "Các thành viên Ban Chỉ đạo",
                                "Quý II và quý IV/2024",
                                "8 triệu đồng",
                            ),
                            (
                                "Đánh giá, xếp hạng Chỉ số cải cách hành chính năm 2023 theo Quyết định số 889/QĐ-UBND ngày 04/4/2022 của UBND huyện",
                                "Quyết định công bố kết quả",
                                HOME,
                                ALL,
                                "Tháng 4/2024",
                                "Không",
                            ),
                            (
                                "Mở chuyên mục về cải cách hành chính trên đài truyền thanh, mỗi tháng ít nhất 02 chuyên mục",
                                "Chuyên mục phát thanh",
                                "Trung tâm Văn hóa - Thể thao và Truyền thông",
                                HOME,
                                "Hàng tháng",
                                "Theo dự toán",
                            ),
                            (
                                "Tổ chức hội thi tìm hiểu cải cách hành chính, chuyển đổi số",
                                "Hội thi",
                                HOME,
                                "Huyện đoàn; Liên đoàn Lao động huyện",
                                "Tháng 10/2024",
                                "45 triệu đồng",
                            ),
                        ),
                    ),
                ),
            ),
        ),
    ),
)
ORGANISATION = (
    (
        "1. Phòng Nội vụ",
        (
            "Là cơ quan thường trực, hướng dẫn, theo dõi, đôn đốc việc thực hiện Kế hoạch.",
            "Tổng hợp báo cáo UBND huyện, Sở Nội vụ định kỳ hàng quý, 6 tháng và năm.",
        ),
    ),
    (
        "2. Phòng Tài chính - Kế hoạch",
        ("Tham mưu bố trí 2.450 triệu đồng thực hiện các nhiệm vụ tại Phụ lục, tăng 12% so với dự toán năm 2023.",),
    ),
    (
        "3. UBND các xã, thị trấn",
        (
            "Ban hành kế hoạch cải cách hành chính năm 2024 của đơn vị trước ngày 20/01/2024.",
            "Chịu trách nhiệm trước Chủ tịch UBND huyện về kết quả Chỉ số cải cách hành chính của đơn vị.",
        ),
    ),
)
COLUMNS = (
    ("STT", 4),
    ("Mục tiêu", 12),
    ("Nhiệm vụ", 12),
    ("Hoạt động", 20),
    ("Sản phẩm", 12),
    ("Cơ quan chủ trì", 10),
    ("Cơ quan phối hợp", 12),
    ("Thời gian hoàn thành", 9),
    ("Kinh phí", 9),
)


def html() -> str:
    """The whole document."""
    return f'<!DOCTYPE html><html lang="vi"><meta charset="utf-8"><style>{STYLE}</style><body>{"".join(_prose())}{"".join(_table())}</body></html>'


def _p(text: str, kind: str = "") -> str:
    return f'<p class="{kind}">{escape(text)}</p>'


def _bold(text: str, kind: str = "") -> str:
    return f'<p class="{kind}"><b>{escape(text)}</b></p>'


def _prose() -> Iterator[str]:
    yield (
        '<table class="head"><tr><td><b>ỦY BAN NHÂN DÂN<br>HUYỆN THỬ</b><br>________<br>Số: 245/KH-UBND</td>'
        "<td><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</b><br>________________<br>"
        "<i>Thử, ngày 29 tháng 12 năm 2023</i></td></tr></table>"
    )
    yield _bold("KẾ HOẠCH", "centre")
    yield _bold("Cải cách hành chính nhà nước huyện Thử năm 2024", "centre")
    yield from map(_p, BASIS)
    yield _p("Ủy ban nhân dân huyện Thử ban hành Kế hoạch cải cách hành chính nhà nước năm 2024 như sau:")
    yield _bold("I. MỤC ĐÍCH, YÊU CẦU")
    yield from (_p(f"- {text}") for text in PURPOSE)
    yield _bold("II. MỤC TIÊU")
    yield _bold("1. Mục tiêu chung")
    yield _p(
        "Tiếp tục cải thiện môi trường đầu tư, kinh doanh, rút ngắn khoảng cách giữa chính quyền với người dân; tạo chuyển "
        "biến thực chất trong giải quyết thủ tục hành chính và chuyển đổi số ở cấp cơ sở."
    )
    yield _bold("2. Chỉ tiêu chủ yếu năm 2024")
    for title, aims in AIMS:
        yield _p(title)
        yield from (_p(f"- {text}") for text in aims)
    yield _bold("III. NHIỆM VỤ CỤ THỂ")
    yield _p(
        "Các nhiệm vụ, hoạt động, sản phẩm, thời gian và cơ quan thực hiện nêu tại Phụ lục ban hành kèm theo Kế hoạch này."
    )
    yield _bold("IV. TỔ CHỨC THỰC HIỆN")
    for title, tasks in ORGANISATION:
        yield _bold(title)
        yield from (_p(f"- {text}") for text in tasks)
    yield _p("Yêu cầu các cơ quan, đơn vị, địa phương nghiêm túc triển khai thực hiện./.")
    yield (
        '<table class="head"><tr><td style="text-align:left;font-size:11pt"><b><i>Nơi nhận:</i></b><br>- UBND tỉnh;<br>- Sở Nội vụ;'
        "<br>- Thường trực Huyện ủy, HĐND huyện;<br>- Các cơ quan, đơn vị;<br>- UBND các xã, thị trấn;<br>- Lưu: VT, NV.</td>"
        "<td><b>TM. ỦY BAN NHÂN DÂN<br>KT. CHỦ TỊCH<br>PHÓ CHỦ TỊCH</b><br><br><br><br><b>Lê Văn Thử</b></td></tr></table>"
    )


def _table() -> Iterator[str]:
    yield '<div class="wide">' + _bold("PHỤ LỤC", "centre")
    yield _bold("NHIỆM VỤ, HOẠT ĐỘNG CẢI CÁCH HÀNH CHÍNH NĂM 2024", "centre")
    yield _p("(Ban hành kèm theo Kế hoạch số 245/KH-UBND ngày 29/12/2023 của UBND huyện Thử)", "centre")
    heads = "".join(f'<th style="width:{width}%">{name}</th>' for name, width in COLUMNS)
    yield f'<table class="plan"><thead><tr>{heads}</tr></thead><tbody>'
    count = 0
    for roman, (area, aims) in zip(("I", "II", "III", "IV", "V", "VI", "VII"), PLAN, strict=True):
        yield f"<tr><td><b>{roman}</b></td><td colspan=8><b>{escape(area)}</b></td></tr>"
        for aim, tasks in aims:
            first = _spanned(aim, sum(len(activities) for _, activities in tasks))
            for task, activities in tasks:
                second = _spanned(task, len(activities))
                for activity in activities:
                    count += 1
                    cells = "".join(f"<td>{escape(text)}</td>" for text in activity)
                    yield f"<tr><td>{count}</td>{first}{second}{cells}</tr>"
                    first = second = ""
    yield "</tbody></table></div>"


def _spanned(text: str, rows: int) -> str:
    return f"<td rowspan={rows}>{escape(text)}</td>"
