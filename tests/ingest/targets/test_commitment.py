"""What belongs to one value of a sentence does not spill over to the others."""

from __future__ import annotations

import pytest

from tests.ingest.made import target, targets

ON_TIME, ONLINE = "hồ sơ được giải quyết đúng hạn", "hồ sơ nộp trực tuyến"


def test_a_result_in_brackets_leaves_the_value_before_it() -> None:
    assert [one.value.text for one in targets(f"{ONLINE} đạt 60% (năm 2020: 45%)")] == ["60%"]


def test_a_rise_against_a_year_is_a_remark_on_the_level_before_it() -> None:
    (found,) = targets(f"{ON_TIME} đạt 98%, tăng 5% so với năm 2020")
    assert (found.value.text, found.baseline) == ("98%", None)


def test_a_rise_alone_is_no_level() -> None:
    found = target(f"Tỷ lệ {ON_TIME} tăng 10% so với năm 2020")
    assert (found.value.text, found.measure, found.baseline) == ("10%", None, 2020)


def test_a_rise_belongs_to_the_sentence_it_stands_in() -> None:
    found = targets(f"Có 60% {ONLINE}. Số hóa đạt 15% tài liệu, mỗi năm tăng tối thiểu 20%.")
    assert [(one.value.text, one.growth is not None) for one in found] == [("60%", False), ("15%", True)]


def test_an_exception_belongs_to_the_words_before_it() -> None:
    found = targets(f"100% thôn được lắp loa và 80% {ON_TIME} (trừ hồ sơ đất đai), năm 2025 đạt 90%")
    assert [one.exception is not None for one in found] == [False, True, True]


def test_a_part_with_a_value_of_its_own_is_excepted_from_the_whole() -> None:
    whole, part = targets(f"80% {ON_TIME}; riêng các xã miền núi tối thiểu 70%")
    assert whole.exception == "các xã miền núi"
    assert whole.measure == part.measure is not None


def test_a_part_may_have_a_measure_of_its_own() -> None:
    found = targets("Mức độ hài lòng về giải quyết thủ tục hành chính đạt 90%, riêng đất đai tối thiểu 85%")
    assert [one.measure for one in found] == ["tthc.satisfaction", "tthc.satisfaction-land"]
    assert found[0].exception is None


def test_what_someone_answers_for_is_the_other_side_of_what_is_aimed_at() -> None:
    found = target(f"Chịu trách nhiệm nếu để tỷ lệ {ON_TIME} thấp hơn 97% hoặc có trên 03 hồ sơ quá hạn")
    assert (found.value.text, found.measure) == ("97%", "tthc.on-time")
    assert found.doubt is not None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Kiến nghị của người dân được trả lời trong 48 giờ", "<= 48 giờ"),
        ("Khi có quyết định mới thì trong vòng 03 ngày làm việc phải thay thế xong", "<= 3 ngày"),
        ("0 trường hợp vi phạm đạo đức công vụ", "= 0 trường hợp"),
        ("Bảo đảm không quá 0 trường hợp vi phạm", "= 0 trường hợp"),
        ("Chỉ số của xã tăng ít nhất 05 bậc", "5 bậc"),
        ("Nằm trong 30 tỉnh, thành phố dẫn đầu", "30"),
        ("Kiểm tra ít nhât 2 lần", "2 lần"),
        (f"{ONLINE} ≥ 45%", "45%"),
        (f"{ONLINE} > 45%", "> 45%"),
    ],
)
def test_limits_to_values(text: str, value: str) -> None:
    assert target(text).value.text == value


def test_a_deadline_within_the_administration_is_no_target() -> None:
    assert targets("Gửi báo cáo trong vòng 03 ngày làm việc", in_tasks=True) == []


def test_grades_of_one_index_are_targets_of_their_own() -> None:
    found = targets("Chỉ số cải cách hành chính của xã xếp loại khá trở lên, phấn đấu loại tốt")
    assert [(one.value.grade, one.measure, one.tier, one.hedge) for one in found] == [
        ("khá", "steering.par-grade", "commune", None),
        ("tốt", "steering.par-grade", "commune", "phấn đấu"),
    ]


def test_a_grade_that_a_share_has_is_none_of_its_own() -> None:
    assert [one.value.text for one in targets("90% xã xếp loại tốt; 80% thôn có bảng tin")] == ["90%", "80%"]


def test_what_stands_before_a_colon_is_measured_by_the_value_behind_it() -> None:
    assert target("Số hóa kết quả giải quyết thủ tục hành chính: đạt 45%").measure == "tthc.results-digitised"


@pytest.mark.parametrize(
    ("text", "exceptions"),
    [
        ("Xử lý hồ sơ trên mạng (trừ văn bản mật): cấp huyện 95%, cấp xã 85%", ["trừ văn bản mật"] * 2),
        ("100% hồ sơ (trừ hồ sơ mật) được xử lý trên mạng, 90% văn bản được ký số", ["trừ hồ sơ mật", None]),
        ("Hồ sơ xử lý trên mạng (trừ hồ sơ mật) đạt 80%, văn bản ký số đạt 90%", ["trừ hồ sơ mật", None]),
    ],
)
def test_an_exception_ahead_of_the_values_is_of_all_that_share_the_words(
    text: str, exceptions: list[str | None]
) -> None:
    assert [one.exception for one in targets(text)] == exceptions


def test_values_in_turn_are_each_of_one_tier() -> None:
    found = targets("Tỷ lệ hồ sơ xử lý trên mạng tại cấp tỉnh, cấp huyện, cấp xã lần lượt đạt 100%, 90% và 80%")
    assert [(one.value.text, one.tier) for one in found] == [
        ("100%", "province"),
        ("90%", "district"),
        ("80%", "commune"),
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Hiện nay, xã có 60% hồ sơ nộp trực tuyến; phấn đấu đạt 80%", ["80%"]),
        ("Tính đến hết năm 2020 có 12 xã đạt chuẩn (đạt 60%); phấn đấu có ít nhất 18 xã đạt chuẩn", ["18 xã"]),
        ("Trong đó, có 28 trạm 5G (chiếm 32,2%)", []),
        ("Hồ sơ nộp trực tuyến đạt 80% (hiện nay là 60%)", ["80%"]),
        ("Tỷ lệ hộ nghèo còn 3,5% (cuối năm 2020 là 6,2%)", ["3,5%"]),
        ("100% trường học có kết nối Internet (hiện có 98%)", ["100%"]),
        ("Tỷ lệ phủ sóng đã đạt 99%", []),
        ("Kinh tế số chiếm 20% GRDP", ["20%"]),
        ("Phấn đấu có 18/20 xã đạt chuẩn (đạt tỷ lệ 90%)", ["90%"]),
        ("Giảm 30% thời gian so với hiện nay, 40% vào năm 2024", ["30%", "40%"]),
        ("Giảm thời gian chờ từ trung bình 40 phút như hiện nay xuống còn không quá 20 phút", ["20 phút"]),
        ("Sắp xếp từ 12 xã thành 5 xã", []),
        ("Hồ sơ nộp trực tuyến đạt từ 80% trở lên", ["80%"]),
    ],
)
def test_what_is_there_already_commits_to_nothing(text: str, values: list[str]) -> None:
    assert [one.value.text for one in targets(text)] == values


def test_two_ends_of_an_exchange_are_no_tiers_with_a_value_each() -> None:
    assert [one.tier for one in targets("100% văn bản trao đổi giữa cấp huyện, cấp xã được ký số")] != [
        "district",
        "commune",
    ]


@pytest.mark.parametrize(
    ("text", "tier"),
    [
        ("Mỗi xã có tối thiểu 01 tổ công nghệ số cộng đồng", "commune"),
        ("100% cơ quan từ cấp tỉnh đến cấp huyện tự chủ", None),
        ("Kiểm tra ít nhất 30% sở, ban, ngành và UBND cấp huyện", None),
        ("100% cơ quan cấp tỉnh tự chủ", "province"),
    ],
)
def test_two_tiers_that_share_a_value_are_neither(text: str, tier: str | None) -> None:
    assert target(text).tier == tier


@pytest.mark.parametrize(
    "text",
    [
        "Qua rà soát cuối năm 2020, toàn xã có 142 hộ nghèo, chiếm tỷ lệ 4,31%; 168 hộ cận nghèo, chiếm tỷ lệ 5,1%.",
        "Trồng rừng gắn với sinh kế. Kết quả trồng rừng năm 2020: trồng mới 40 ha, đạt 100%; tỷ lệ che phủ đạt 42%.",
    ],
)
def test_what_a_sentence_reports_of_a_year_is_no_target(text: str) -> None:
    assert targets(text) == []


def test_a_report_ends_where_an_aim_begins() -> None:
    found = targets("Kết quả trồng rừng năm 2020: tỷ lệ che phủ đạt 42%; phấn đấu đạt 45%.")
    assert [one.value.text for one in found] == ["45%"]
