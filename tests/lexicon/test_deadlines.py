from __future__ import annotations

import time

import pytest
from hypothesis import given

from cascade.lexicon.deadlines import Deadlines
from tests.ingest.made import ENDLESS, LINES
from tests.support import domain


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Báo cáo UBND tỉnh trước ngày 20 hằng tháng.", "trước ngày 20 hằng tháng"),
        ("Hoàn thành trước 30/6/2026, báo cáo kết quả.", "Hoàn thành trước 30/6/2026"),
        ("Rà soát trong quý II; báo cáo kết quả.", "trong quý II"),
        ("Mua sắm thiết bị, hoàn thành quý II/2026.", "hoàn thành quý II/2026"),
        ("Nâng cấp đường truyền quý IV năm 2026.", "quý IV năm 2026"),
        ("Xây dựng nhà văn hóa đến hết năm 2026.", "đến hết năm 2026"),
        ("Định kỳ 6 tháng, năm báo cáo UBND tỉnh.", "định kỳ 6 tháng, năm"),
        ("Hằng quý, 6 tháng và hằng năm tổng hợp báo cáo.", "hằng quý, 6 tháng và hằng năm"),
        ("Đột xuất kiểm tra, chậm nhất ngày 15 tháng cuối quý báo cáo.", "chậm nhất ngày 15 tháng cuối quý"),
        (
            "Báo cáo định kỳ quý I, 6 tháng trước ngày 05 của tháng cuối kỳ báo cáo.",
            "trước ngày 05 của tháng cuối kỳ báo cáo",
        ),
        ("Thường xuyên rà soát văn bản của xã.", "thường xuyên"),
        ("Đối thoại với người dân vào ngày 25 hằng tháng.", "vào ngày 25 hằng tháng"),
        ("Tập huấn kết hợp trực tiếp và trực tuyến.", None),
        ("Bồi dưỡng thường xuyên giáo viên của xã.", None),
        ("Bố trí kinh phí chi thường xuyên của xã.", None),
        ("Kịp thời khen thưởng các thôn.", None),
        ("Theo kết quả năm 2025 và các năm tiếp theo, xem xét thi đua.", None),
        ("Theo Quy hoạch thời kỳ 2021 - 2030, tầm nhìn đến năm 2050.", None),
        ("Theo Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ.", None),
        ("Lập kế hoạch hằng năm của xã.", None),
        (
            "Trả lời đơn thư trong thời hạn 10 ngày làm việc kể từ ngày nhận được đơn.",
            "trong thời hạn 10 ngày làm việc kể từ ngày nhận được đơn",
        ),
        ("Khắc phục sự cố chậm nhất 24 giờ sau khi tiếp nhận, báo cáo huyện.", "chậm nhất 24 giờ sau khi tiếp nhận"),
        ("Phun thuốc khử khuẩn vào các tháng 3, 5 và 9.", "vào các tháng 3, 5 và 9"),
        ("Trình HĐND xã tại kỳ họp cuối năm 2026.", "kỳ họp cuối năm 2026"),
        ("Dạy bơi tại các trường từ năm học 2027 - 2028.", "từ năm học 2027 - 2028"),
        ("Chấm điểm thi đua hằng tháng theo thang điểm mới.", "hằng tháng"),
        ("Hằng quý gửi số liệu về Phòng Thống kê trước ngày 05.", "hằng quý trước ngày 05"),
        ("Rút thời gian chờ xuống trong khoảng 10 phút.", None),
        ("", None),
    ],
)
def test_words_to_a_deadline(text: str, due: str | None) -> None:
    assert Deadlines(domain().phrases).of(text) == due


@given(LINES)
def test_deadlines_are_words_of_the_text_in_order(lines: list[str]) -> None:
    text = " ".join(" ".join(lines).split())
    found = Deadlines(domain().phrases).find(text)
    assert all(one.start < one.end <= len(text) for one in found)
    assert [one.start for one in found] == sorted(one.start for one in found)


@pytest.mark.parametrize("piece", [*ENDLESS, "quý I, ", "trước ", "định kỳ ", "hằng năm, "])
def test_long_texts_are_read_in_short_time(piece: str) -> None:
    deadlines = Deadlines(domain().phrases)
    begun = time.process_time()
    deadlines.find((piece * 100_000)[:100_000])
    assert time.process_time() - begun < 3
