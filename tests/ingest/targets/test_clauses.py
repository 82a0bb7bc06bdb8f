"""What belongs to one value of a sentence does not spill over to the others."""

from __future__ import annotations

import pytest

from cascade.lexicon.horizon import Horizon, aims_horizon, horizons
from cascade.model.plan import Window
from tests.ingest.made import target, targets, tasks

ON_TIME, ONLINE = "hồ sơ được giải quyết đúng hạn", "hồ sơ nộp trực tuyến"
YEAR = Window(2024, 2024)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{ONLINE} đạt 60% đối với năm 2023, 80% đối với năm 2025", [("60%", None, 2023), ("80%", None, 2025)]),
        (
            f"Nâng tỷ lệ {ONLINE} lên 60% vào năm 2022 và đến năm 2025 đạt 80%",
            [("60%", None, 2022), ("80%", 2025, None)],
        ),
        (f"{ONLINE}: năm 2023 trên 60%, năm 2025 trên 80%", [("> 60%", None, 2023), ("> 80%", None, 2025)]),
        (f"Đến hết quý II năm 2023, 60% {ONLINE}", [("60%", 2023, None)]),
        (f"60% {ONLINE}, hoàn thành trước ngày 30/9/2023", [("60%", 2023, None)]),
        (f"60% {ONLINE} vào cuối giai đoạn", [("60%", 2025, None)]),
        (f"Từ năm 2023, bảo đảm 60% {ONLINE}", [("60%", 2023, None)]),
        ("Cắt giảm 30% chi phí so với năm 2020, 50% vào năm 2024", [("30%", None, None), ("50%", None, 2024)]),
    ],
)
def test_each_value_has_its_own_year(text: str, expected: list[tuple[str, int | None, int | None]]) -> None:
    assert [(one.value.text, one.by, one.in_year) for one in targets(text)] == expected


@pytest.mark.parametrize(
    ("text", "in_year", "yearly"),
    [
        (f"Cả năm 60% {ONLINE}", 2024, False),
        (f"Trong năm có 60% {ONLINE}", 2024, False),
        ("Kiểm tra ít nhất 02 lần/năm", None, True),
        ("Không quá 02 lần trong một năm", None, True),
    ],
)
def test_a_yearly_plan_needs_not_print_its_year(text: str, in_year: int | None, yearly: bool) -> None:
    found = target(text, period=YEAR)
    assert (found.in_year, found.yearly) == (in_year, yearly)


def test_the_year_of_a_plan_is_known_only_with_its_period() -> None:
    assert horizons("trong năm đạt 60%") == ()
    assert horizons("trong năm đạt 60%", YEAR)[0].horizon == Horizon("in", 2024)
    assert horizons("trong năm đạt 60%", Window(2021, 2025)) == ()


@pytest.mark.parametrize(
    ("heading", "horizon"),
    [
        ("CHI TIEU NAM 2024", Horizon("in", 2024)),
        ("Chỉ tiêu năm 2025 giao các phòng", Horizon("in", 2025)),
        ("Mục tiêu đến năm 2025", Horizon("by", 2025)),
        ("Nhiệm vụ năm 2024", None),
    ],
)
def test_a_heading_of_aims_to_its_year(heading: str, horizon: Horizon | None) -> None:
    assert aims_horizon(heading) == horizon


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
    ("text", "found"),
    [
        ("Cử 02 công chức đi học, có 100% công chức được tập huấn.", 1),
        ("Phấn đấu chỉ số cải cách hành chính của xã năm 2023 xếp loại tốt.", 0),
        ("Bảo đảm đến hết quý II năm 2023, 100% kết quả được số hóa.", 0),
    ],
)
def test_a_number_alone_is_no_task(text: str, found: int) -> None:
    assert len(tasks(text, taken=((0, len(text)),))) == found


@pytest.mark.parametrize(
    "text",
    [
        "Kiểm soát chặt việc ban hành thủ tục mới; đánh giá tác động trước.",
        "Về thể chế của huyện; quản lý đất đai, môi trường và xây dựng.",
    ],
)
def test_what_is_short_beside_a_semicolon_is_no_task_of_its_own(text: str) -> None:
    assert len(tasks(text)) == 1


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
