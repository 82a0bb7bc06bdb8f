"""Passages of plans on many subjects, all invented: who does what by when, as a careful reader finds it."""

from __future__ import annotations

import pytest

from tests.ingest.tasks.test_gathered import gathered

Said = tuple[str, tuple[str, ...], tuple[str, ...], str | None]


def said(*lines: str) -> list[Said]:
    return [(one.text.split(",")[0][:40], one.lead, one.partners, one.due) for one in gathered(*lines)[0]]


PASSAGES: dict[str, tuple[tuple[str, ...], list[tuple[tuple[str, ...], tuple[str, ...], str | None]]]] = {
    "poverty": (
        (
            "III. NHIỆM VỤ",
            (
                "- Giao Sở Nông nghiệp và Môi trường chủ trì, phối hợp với Sở Tài chính, UBND "
                "các xã, phường rà soát hộ nghèo, "
                "hộ cận nghèo, hoàn thành trước 30/11/2026, báo cáo UBND tỉnh."
            ),
            (
                "- Hỗ trợ xây mới, sửa chữa nhà ở cho hộ nghèo (Chủ trì: Sở Xây dựng; phối hợp: "
                "Ban Dân tộc, Hội Nông dân tỉnh; "
                "thời gian: Quý II/2026)."
            ),
            "- Vận động các nguồn lực xã hội chăm lo cho hộ nghèo, do Ủy ban MTTQ Việt Nam tỉnh chủ trì.",
        ),
        [
            (
                ("Sở Nông nghiệp và Môi trường",),
                ("Sở Tài chính", "UBND các xã, phường"),
                "hoàn thành trước 30/11/2026",
            ),
            (("Sở Xây dựng",), ("Ban Dân tộc", "Hội Nông dân tỉnh"), "Quý II/2026"),
            (("Ủy ban MTTQ Việt Nam tỉnh",), (), None),
        ],
    ),
    "disaster": (
        (
            "IV. TỔ CHỨC THỰC HIỆN",
            "1. Bộ Chỉ huy Quân sự tỉnh, Công an tỉnh",
            "- Bố trí lực lượng, phương tiện sẵn sàng tham gia cứu hộ, cứu nạn khi có yêu cầu.",
            "2. Đề nghị: Ủy ban Mặt trận Tổ quốc tỉnh, Hội Chữ thập đỏ tỉnh",
            "Vận động, tiếp nhận, phân bổ hàng cứu trợ cho Nhân dân vùng thiên tai.",
            "3. Trách nhiệm của Đài Khí tượng Thủy văn tỉnh",
            "a) Cung cấp kịp thời bản tin dự báo, cảnh báo thiên tai cho các cơ quan.",
        ),
        [
            (("Bộ Chỉ huy Quân sự tỉnh", "Công an tỉnh"), (), None),
            (("Ủy ban Mặt trận Tổ quốc tỉnh", "Hội Chữ thập đỏ tỉnh"), (), None),
            (("Đài Khí tượng Thủy văn tỉnh",), (), None),
        ],
    ),
    "health of a commune": (
        (
            "II. NHIỆM VỤ",
            "1. Tiêm chủng mở rộng",
            "- Tổ chức tiêm chủng đủ mũi cho trẻ dưới 1 tuổi vào ngày 25 hằng tháng tại Trạm Y tế.",
            "- Lập danh sách trẻ trong độ tuổi tiêm chủng, cập nhật thường xuyên.",
            "Cơ quan chủ trì: Trạm Y tế xã. Cơ quan phối hợp: Hội Liên hiệp Phụ nữ xã; các thôn.",
            "2. An toàn thực phẩm",
            "- Kiểm tra cơ sở dịch vụ ăn uống định kỳ 6 tháng một lần.",
            "+ Chủ trì: Phòng Văn hóa - Xã hội.",
        ),
        [
            (("Trạm Y tế xã",), ("Hội Liên hiệp Phụ nữ xã", "Các thôn"), "vào ngày 25 hằng tháng"),
            (("Trạm Y tế xã",), ("Hội Liên hiệp Phụ nữ xã", "Các thôn"), "thường xuyên"),
            (("Phòng Văn hóa - Xã hội",), (), "định kỳ 6 tháng một lần"),
        ],
    ),
    "education": (
        (
            "V. TỔ CHỨC THỰC HIỆN",
            "1. Giao Sở Giáo dục và Đào tạo",
            "a) Chủ trì, phối hợp với Sở Nội vụ tuyển dụng đủ giáo viên cho năm học mới, hoàn thành trong quý III.",
            "b) Định kỳ 6 tháng, hằng năm tổng hợp kết quả, báo cáo UBND tỉnh.",
            "2. Các trường đại học, cao đẳng trên địa bàn xây dựng kế hoạch đào tạo giáo viên đến hết năm 2027.",
        ),
        [
            (("Sở Giáo dục và Đào tạo",), ("Sở Nội vụ",), "hoàn thành trong quý III"),
            (("Sở Giáo dục và Đào tạo",), (), "định kỳ 6 tháng, hằng năm"),
            (("Các trường đại học, cao đẳng trên địa bàn",), (), "đến hết năm 2027"),
        ],
    ),
    "ministry": (
        (
            "V. TỔ CHỨC THỰC HIỆN",
            "1. Bộ Xây dựng:",
            "a) Xây dựng quy chuẩn về nhà ở xã hội, trình Chính phủ trước ngày 15 tháng 12 năm 2026.",
            "b) Hướng dẫn các địa phương lập chương trình phát triển nhà ở.",
            "2. Bộ Tài chính cân đối, bố trí vốn cho các dự án theo quy định của pháp luật.",
        ),
        [
            (("Bộ Xây dựng",), (), "trước ngày 15 tháng 12 năm 2026"),
            (("Bộ Xây dựng",), (), None),
            (("Bộ Tài chính",), (), None),
        ],
    ),
    "traffic directive": (
        (
            "1. Công an tỉnh",
            "a) Tuần tra, kiểm soát, xử lý nghiêm vi phạm về nồng độ cồn trên các tuyến đường.",
            (
                "2. UBND các xã, phường, đặc khu có trách nhiệm giải tỏa lòng đường, vỉa hè bị "
                "lấn chiếm trong tháng 6/2026."
            ),
            "Hằng quý báo cáo kết quả về Sở Xây dựng.",
        ),
        [
            (("Công an tỉnh",), (), None),
            (("UBND các xã, phường, đặc khu",), (), "trong tháng 6/2026"),
            ((), (), "hằng quý"),
        ],
    ),
    "culture": (
        (
            "II. NHIỆM VỤ",
            "- Tu bổ các di tích lịch sử cấp tỉnh; xây dựng hồ sơ khoa học trình công nhận di tích mới.",
            "- Số hóa hiện vật của Bảo tàng tỉnh nhằm phục vụ khách tham quan, nghiên cứu.",
            "Giao Sở Văn hóa, Thể thao và Du lịch chủ trì, phối hợp với Bảo tàng tỉnh thực hiện.",
        ),
        [
            (("Sở Văn hóa, Thể thao và Du lịch",), ("Bảo tàng tỉnh",), None),
            (("Sở Văn hóa, Thể thao và Du lịch",), ("Bảo tàng tỉnh",), None),
            (("Sở Văn hóa, Thể thao và Du lịch",), ("Bảo tàng tỉnh",), None),
        ],
    ),
    "enterprises": (
        (
            "IV. TỔ CHỨC THỰC HIỆN",
            (
                "1. Sở Tài chính là cơ quan đầu mối, theo dõi, tổng hợp việc thực hiện Kế hoạch; "
                "chậm nhất ngày 20 tháng cuối "
                "quý báo cáo Chủ tịch UBND tỉnh."
            ),
            "2. Hiệp hội Doanh nghiệp tỉnh vận động DNNVV, hộ kinh doanh tham gia chương trình.",
            "3. Qua đó, môi trường kinh doanh của tỉnh đã có nhiều chuyển biến.",
        ),
        [
            (("Sở Tài chính",), (), None),
            (("Sở Tài chính",), (), "chậm nhất ngày 20 tháng cuối quý"),
            (("Hiệp hội Doanh nghiệp tỉnh",), (), None),
        ],
    ),
    "environment": (
        (
            "II. NHIỆM VỤ",
            "1. Thu gom, xử lý rác thải sinh hoạt tại các thôn của xã (Phòng Kinh tế; hằng tuần).",
            "2. Trồng 5.000 cây xanh ven đường liên thôn (Đoàn Thanh niên xã chủ trì; Hội Cựu chiến binh xã phối hợp).",
            "3. Trường hợp phát hiện điểm ô nhiễm, Trưởng thôn báo cáo UBND xã để xử lý.",
        ),
        [
            (("Phòng Kinh tế",), (), "hằng tuần"),
            (("Đoàn Thanh niên xã",), ("Hội Cựu chiến binh xã",), None),
            (("Trưởng thôn",), (), None),
        ],
    ),
    "party": (
        (
            "III. NHIỆM VỤ, GIẢI PHÁP",
            "1. Các chi bộ trực thuộc Đảng ủy xã sinh hoạt chuyên đề về học tập và làm theo Bác, mỗi quý một lần.",
            (
                "2. Ban Xây dựng Đảng tham mưu kế hoạch kiểm tra, giám sát năm 2026, trình Ban "
                "Thường vụ trước ngày 31/01/2026."
            ),
        ),
        [
            (("Các chi bộ trực thuộc Đảng ủy xã",), (), "mỗi quý một lần"),
            (("Ban Xây dựng Đảng",), (), "trước ngày 31/01/2026"),
        ],
    ),
}


@pytest.mark.parametrize("subject", PASSAGES)
def test_who_does_what_by_when(subject: str) -> None:
    lines, expected = PASSAGES[subject]
    assert [one[1:] for one in said(*lines)] == expected
