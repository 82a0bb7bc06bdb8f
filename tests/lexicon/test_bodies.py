from __future__ import annotations

import time

import pytest

from cascade.lexicon.bodies import bodies_of
from tests.ingest.made import ENDLESS
from tests.support import domain


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Các phòng chuyên môn; UBND các xã, thị trấn", ("Các phòng chuyên môn", "UBND các xã, thị trấn")),
        ("Sở KH&CN, Sở Tài chính và UBND các xã", ("Sở KH&CN", "Sở Tài chính", "UBND các xã")),
        ("HĐND và UBND xã", ("HĐND và UBND xã",)),
        ("Sở Văn hóa, Thể thao và Du lịch", ("Sở Văn hóa, Thể thao và Du lịch",)),
        ("Hiệp hội Doanh nghiệp tỉnh, Hội Nông dân tỉnh", ("Hiệp hội Doanh nghiệp tỉnh", "Hội Nông dân tỉnh")),
        ("", ()),
    ],
)
def test_names_are_parted_where_another_begins(text: str, names: tuple[str, ...]) -> None:
    assert bodies_of(domain()).names(text) == names


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("Sở Tài chính bố trí kinh phí.", "Sở Tài chính"),
        ("Các cơ quan có liên quan căn cứ Kế hoạch này thực hiện.", "Các cơ quan có liên quan"),
        ("Các đơn vị được giao nhiệm vụ lập dự toán.", "Các đơn vị được giao nhiệm vụ"),
        ("Ban Tổ chức Tỉnh ủy, Ban Dân vận tham mưu.", "Ban Tổ chức Tỉnh ủy, Ban Dân vận"),
        ("Công chức Địa chính - Xây dựng xã rà soát.", "Công chức Địa chính - Xây dựng xã"),
        ("Bộ Xây dựng (qua Cục Phát triển đô thị).", "Bộ Xây dựng"),
        ("UBND các xã được kết nối mạng.", "UBND các xã"),
        ("Công an xã thẩm tra lý lịch.", "Công an xã"),
        ("Ban Chỉ huy Quân sự huyện phát lệnh báo động.", "Ban Chỉ huy Quân sự huyện"),
        ("Ngân hàng Chính sách xã hội cho hộ nghèo vay vốn.", "Ngân hàng Chính sách xã hội"),
        ("UBND các xã biên giới rà soát.", "UBND các xã biên giới"),
        ("Trạm Y tế xã có liên quan rà soát.", "Trạm Y tế xã có liên quan"),
        ("Ban hành kế hoạch của xã.", None),
        ("TỔ CHỨC THỰC HIỆN", None),
        ("Rà soát thủ tục.", None),
    ],
)
def test_names_go_on_until_a_deed_or_a_sign(text: str, run: str | None) -> None:
    end = bodies_of(domain()).run(text)
    assert (text[:end] if end is not None else None) == run


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Công chức viên phòng thống kê xã", "Công chức Văn phòng - Thống kê"),
        ("Phòng Nội vụ huyện Thử", "Phòng Nội vụ huyện Thử"),
        ("Các đơn vị, cá nhân có liên quan", "Các đơn vị, cá nhân có liên quan"),
    ],
)
def test_a_damaged_name_is_read_as_the_office_that_it_nearly_names(name: str, known: str) -> None:
    assert bodies_of(domain()).known(name) == known


@pytest.mark.parametrize("piece", [*ENDLESS, "Sở ", "các phòng, ", "UBND xã "])
def test_long_texts_are_read_in_short_time(piece: str) -> None:
    text = (piece * 20_000)[:20_000]
    begun = time.process_time()
    bodies_of(domain()).run(text)
    bodies_of(domain()).names(text)
    assert time.process_time() - begun < 3
