"""What a value is about: its own words say it, or those that it shares; the heading hardly ever."""

from __future__ import annotations

import pytest

from cascade.ingest.outline.outline import Section
from tests.ingest.made import target, targets

ONLINE = "tthc.dossiers-online"
UNDER = Section(("I", "1"), "aims", heading="Cung cấp dịch vụ công trực tuyến")
PLANNED = Section(("I", "1"), "aims", heading="Kế hoạch xây dựng chính quyền điện tử")


def test_a_heading_names_no_measure_of_words_that_name_a_thing() -> None:
    assert target("90% đạt cấp độ 5 mức độ trưởng thành về quản trị dữ liệu", section=UNDER).measure is None


def test_a_heading_names_the_measure_of_words_that_name_none() -> None:
    found = target("Hoàn thành 100% các chỉ tiêu, nhiệm vụ đề ra trong giai đoạn 2021-2025", section=PLANNED)
    assert found.measure == "digital.egov-plan-done"


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("80% hồ sơ nộp trực tuyến vào năm 2023, tiến tới 100% vào năm 2025", [ONLINE, ONLINE]),
        ("Giai đoạn 2022-2023 đạt 80%, giai đoạn 2024-2025 đạt 95% hồ sơ nộp trực tuyến", [ONLINE, ONLINE]),
        ("Thời gian chờ đợi của người dân dưới 30 phút, phấn đấu xuống dưới 20 phút", ["tthc.waiting-time"] * 2),
        (
            "95% hồ sơ công việc cấp huyện, 80% cấp xã được xử lý trên môi trường mạng",
            ["digital.work-files-online"] * 2,
        ),
        ("Tỷ lệ hồ sơ nộp trực tuyến hiện nay là 65%. Năm 2023 phấn đấu đạt 80%", [ONLINE]),
        ("80% hồ sơ nộp trực tuyến, 90% thôn có bảng tin", [ONLINE, None]),
    ],
)
def test_a_value_without_words_of_its_own_is_of_what_stands_beside_it(text: str, measures: list[str | None]) -> None:
    assert [one.measure for one in targets(text)] == measures


def test_a_part_is_excepted_from_a_whole_of_no_known_measure() -> None:
    whole, part = targets("Tỷ lệ phủ sóng 5G đạt 99% dân số, riêng vùng sâu, vùng xa đạt tối thiểu 80%")
    assert (whole.exception, part.exception) == ("vùng sâu, vùng xa", None)
    assert whole.text == "Tỷ lệ phủ sóng 5G đạt 99% dân số"


def test_tiers_told_by_contrast_except_nothing() -> None:
    found = targets("Hồ sơ công việc được xử lý trên mạng: cấp huyện đạt 95%, riêng cấp xã 80%")
    assert [(one.value.text, one.tier, one.exception) for one in found] == [
        ("95%", "district", None),
        ("80%", "commune", None),
    ]
