from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given

from cascade.ingest.outline.outline import Section
from cascade.ingest.targets.targets import TargetReader
from cascade.lexicon.horizon import Horizon
from cascade.model.doubt import doubt
from cascade.model.plan import Growth, Lines, Window
from tests.ingest.made import ENDLESS, LINES, PERIOD, entry, lexicon, passage_of, target, targets
from tests.support import PAYMENT, WAITING

PAID = "thủ tục hành chính triển khai thanh toán trực tuyến"


@pytest.mark.parametrize(
    ("text", "value", "measure"),
    [
        (f"100% {PAID}", "100%", PAYMENT),
        (f"Tối thiểu 80% {PAID}", "80%", PAYMENT),
        (f"Trên 80% {PAID}", "> 80%", PAYMENT),
        (f"50%-80% {PAID}", "50-80%", PAYMENT),
        (f"Tỷ lệ {PAID} đạt 95,5%", "95,5%", PAYMENT),
        ("Thời gian chờ đợi của người dân tối đa 15 phút", "15 phút", WAITING),
        ("Thời gian chờ đợi của người dân không quá 15 phút", "15 phút", WAITING),
        ("Thời gian chờ đợi của người dân dưới 15 phút", "< 15 phút", WAITING),
        ("80% thôn của xã Mẫu có bảng tin", "80%", None),
    ],
)
def test_words_to_a_value_and_its_measure(text: str, value: str, measure: str | None) -> None:
    found = target(text)
    assert (found.value.text, found.measure) == (value, measure)


@pytest.mark.parametrize(
    ("text", "by", "in_year", "yearly"),
    [
        (f"Đến năm 2024, 80% {PAID}", 2024, None, False),
        (f"Năm 2022, 80% {PAID}", None, 2022, False),
        (f"Hàng năm, 80% {PAID}", None, None, True),
        (f"80% {PAID} đến năm 2024", 2024, None, False),
        (f"80% {PAID}", None, None, False),
        (f"80% {PAID} trong giai đoạn 2021-2025", 2025, None, False),
    ],
)
def test_words_to_a_horizon(text: str, by: int | None, in_year: int | None, yearly: bool) -> None:
    found = target(text)
    assert (found.by, found.in_year, found.yearly) == (by, in_year, yearly)


def test_each_value_has_the_horizon_that_stands_with_it() -> None:
    found = targets(f"Năm 2022 đạt 50% {PAID}, đến năm 2025 đạt 80%")
    assert [(one.value.text, one.in_year, one.by, one.measure) for one in found] == [
        ("50%", 2022, None, PAYMENT),
        ("80%", None, 2025, PAYMENT),
    ]


def test_a_horizon_right_behind_a_value_counts_before_one_ahead() -> None:
    found = target(f"Hàng năm, bảo đảm 80% (đến năm 2024) {PAID}")
    assert (found.by, found.yearly) == (2024, False)


def test_the_heading_sets_the_horizon_of_words_that_name_none() -> None:
    section = Section(("I",), "aims", heading="Đến năm 2023:", horizon=Horizon("by", 2023))
    assert target(f"80% {PAID}", section=section).by == 2023
    assert target(f"Đến năm 2025, 80% {PAID}", section=section).by == 2025


@pytest.mark.parametrize(
    ("text", "tiers"),
    [
        (f"80% {PAID} cấp xã", ["commune"]),
        (f"80% {PAID} cấp huyện", ["district"]),
        (f"80% {PAID}", [None]),
        (f"(20%, 15%) {PAID} cấp huyện, xã", ["district", "commune"]),
        (f"80% {PAID} cấp huyện, cấp xã", ["district", "commune"]),
        ("65% hồ sơ cấp huyện và 40% hồ sơ cấp xã được xử lý trên mạng", ["district", "commune"]),
        ("65% hồ sơ được xử lý trên phần mềm của xã", [None]),
        ("Kiểm tra phòng cháy tại 40% sở, ban, ngành và 25% số xã, phường", ["province", "commune"]),
        ("100% xã có đội cứu hộ", ["commune"]),
        ("100% xã hội số", [None]),
    ],
)
def test_words_to_tiers(text: str, tiers: list[str | None]) -> None:
    assert [one.tier for one in targets(text)] == tiers


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        (f"Phấn đấu 80% {PAID}", "phấn đấu"),
        (f"Phần đấu 80% {PAID}", "phấn đấu"),
        (f"Hướng tới 80% {PAID}", "hướng tới"),
        (f"Bảo đảm 80% {PAID}", None),
        (f"80% {PAID}. Phấn đấu khen xã Mẫu", None),
    ],
)
def test_words_to_a_hedge(text: str, hedge: str | None) -> None:
    assert targets(text)[0].hedge == hedge


@pytest.mark.parametrize(
    ("text", "growth"),
    [
        (f"15% {PAID}, mỗi năm tăng tối thiểu 20% cho đến khi đạt 100%", Growth(Decimal(20), None, Decimal(100))),
        (f"15% {PAID}, mỗi năm tăng 20%", Growth(Decimal(20), None, None)),
        (f"15% {PAID}; từ năm 2022 mỗi năm tăng 20%", Growth(Decimal(20), 2022, None)),
        (f"15% {PAID}", None),
    ],
)
def test_words_to_a_yearly_rise(text: str, growth: Growth | None) -> None:
    assert [(one.value.text, one.growth) for one in targets(text)] == [("15%", growth)]


@pytest.mark.parametrize(
    ("text", "baseline"),
    [
        ("Giảm tối thiểu 10% chi phí so với năm 2021", 2021),
        ("So với năm 2015, giảm 10% chi phí", 2015),
        ("Giảm tối thiểu 10% chi phí vào năm 2021", None),
        ("Giảm tối thiểu 10% chi phí so với thời điểm 31/12/2021", 2021),
    ],
)
def test_words_to_a_baseline(text: str, baseline: int | None) -> None:
    assert target(text).baseline == baseline


@pytest.mark.parametrize(
    ("text", "exception"),
    [
        (f"100% {PAID} (trừ thôn Một)", "trừ thôn Một"),
        (f"100% {PAID}, trừ thôn Một", "trừ thôn Một"),
        (f"100% {PAID}. Riêng thôn Một thực hiện từ tháng sau.", "Riêng thôn Một thực hiện từ tháng sau"),
        (f"100% {PAID}. Xã Mẫu giữ vững.", None),
    ],
)
def test_words_to_an_exception(text: str, exception: str | None) -> None:
    assert targets(text)[0].exception == exception


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((f"80% {PAID}",), [(1, 1)]),
        (("80% thủ tục hành chính triển khai", "thanh toán trực tuyến"), [(1, 2)]),
        (("80% thôn có bảng tin;", "90% thôn", "có nhà văn hóa."), [(1, 1), (2, 3)]),
    ],
)
def test_lines_are_those_of_the_words(lines: tuple[str, ...], expected: list[tuple[int, int]]) -> None:
    assert [one.lines for one in targets(*lines)] == [Lines(*pair) for pair in expected]


@pytest.mark.parametrize(
    "text",
    [
        "Xã Mẫu có 02 mô hình",
        "Kinh phí hỗ trợ 50% là 20 triệu đồng",
        "Kết quả năm 2020 xã Mẫu đã đạt 80%",
        f"Năm 2019, 80% {PAID}",
        "Họp trong 03 ngày",
        "",
    ],
)
def test_what_commits_to_nothing_is_no_target(text: str) -> None:
    assert targets(text) == []


def test_only_the_value_reached_for_commits() -> None:
    assert [one.value.text for one in targets(f"Nâng tỷ lệ {PAID} từ 50% lên 80%")] == ["80%"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Giảm 60 hộ cận nghèo", ["60 hộ"]),
        ("Trồng 120 ha rừng; sửa chữa 14 cầu treo dân sinh", ["120 ha rừng", "14 cầu treo"]),
        ("Có thêm 02 trường đạt chuẩn", ["2 trường"]),
        ("Phấn đấu hỗ trợ 40 hộ kinh doanh lên doanh nghiệp", ["40 hộ"]),
        ("Có 03 trạm bơm, từ 05 đến 07 hợp tác xã kiểu mới", ["3 trạm", "5-7 hợp tác xã"]),
        ("Mỗi tổ có từ 03 thành viên trở lên", ["3 thành viên"]),
        ("Không để xảy ra quá 02 vụ cháy rừng", ["<= 2 vụ cháy"]),
        ("Thu ngân sách đạt 21,5 tỷ đồng", ["21,5 tỷ đồng"]),
        ("Thu nhập bình quân đạt từ 55 triệu đồng/người/năm trở lên", ["55 triệu đồng"]),
        ("Sản lượng chè búp đạt 3.200 tấn", ["3200 tấn"]),
        ("Kinh phí thực hiện 21,5 tỷ đồng", []),
        ("Mức hỗ trợ xây mới 60 triệu đồng/nhà", []),
        ("Xã Mẫu có 04 chợ", []),
        ("Giai đoạn 2026-2030 phấn đấu", []),
        ("Thực hiện 05 nhiệm vụ trọng tâm", []),
    ],
)
def test_what_no_word_binds_is_promised_where_a_deed_or_a_level_says_so(text: str, values: list[str]) -> None:
    assert [one.value.text for one in targets(text)] == values


def test_what_no_word_binds_is_no_target_among_tasks() -> None:
    found = TargetReader(lexicon(), PERIOD).read(entry("Mở 05 lớp dạy nghề; vận động đạt 2 tỷ đồng"), in_tasks=True)
    assert found == ()


@pytest.mark.parametrize(
    "text",
    [
        "Phê bình các đơn vị có tỷ lệ hồ sơ trễ hạn trên 3%",
        "Xem xét trách nhiệm người đứng đầu nơi có tỷ lệ giải ngân dưới 50%",
        "Biểu dương thôn có trên 95% hộ đóng góp quỹ",
    ],
)
def test_what_somebody_is_judged_by_is_no_target(text: str) -> None:
    assert targets(text) == []


def test_the_words_above_a_list_hedge_what_stands_in_it() -> None:
    above = entry("80% hộ dùng nước sạch", section=Section(("II",), "aims", hedge="phấn đấu"))
    ((read, _),) = TargetReader(lexicon(), PERIOD).read(above, in_tasks=False)
    assert read.item.hedge == "phấn đấu"


def test_a_bound_against_the_sense_of_its_measure_is_doubted_and_kept() -> None:
    found = target("Thời gian chờ đợi của người dân tối thiểu 30 phút")
    assert found.value.text == ">= 30 phút"
    assert found.doubt == doubt("only-at-most")


def test_ids_are_those_of_the_entry_numbered() -> None:
    assert [one.id for one in targets("80% thôn có bảng tin; 90% thôn có nhà văn hóa")] == ["I-1", "I-1.2"]


def test_a_second_value_repeats_the_subject_that_it_shares() -> None:
    first, second = targets(f"Tỷ lệ {PAID} đến năm 2023 đạt 50%, đến năm 2025 đạt 80%")
    assert first.text == f"Tỷ lệ {PAID} đến năm 2023 đạt 50%"
    assert second.text.startswith(f"Tỷ lệ {PAID}")
    assert second.text.endswith("đến năm 2025 đạt 80%")
    assert second.measure == PAYMENT


def test_words_of_one_target_do_not_end_in_what_joins_the_next() -> None:
    found = targets("80% hồ sơ được số hóa và 90% hồ sơ được trả đúng hạn")
    assert [one.text for one in found] == ["80% hồ sơ được số hóa", "90% hồ sơ được trả đúng hạn"]


def test_targets_among_tasks_say_so() -> None:
    assert [one.where for one in targets(f"80% {PAID}", in_tasks=True)] == ["tasks"]


def test_where_no_period_is_known_no_year_is_past() -> None:
    assert target(f"Năm 2019, 80% {PAID}", period=None).in_year == 2019


@given(LINES)
def test_targets_of_any_words_lie_in_their_lines_and_print_them(lines: list[str]) -> None:
    words = passage_of(*lines)
    found = targets(*lines)
    assert found == targets(*lines)
    for one in found:
        assert one.lines is not None
        assert words.lines().first <= one.lines.first <= one.lines.last <= words.lines().last
        assert all(part in words.printed() for part in one.text.split(" … "))
        assert one.restored is None
        assert one.confidence is not None
        assert 0 < one.confidence <= 1


@given(LINES)
def test_the_words_a_target_takes_lie_in_its_paragraph(lines: list[str]) -> None:
    reader = TargetReader(lexicon(), Window(2021, 2025))
    one = entry(*lines)
    for read, (start, end) in reader.read(one, in_tasks=False):
        assert 0 <= start < end <= len(one.paragraph.text)
        assert read.traces[0].words in one.paragraph.passage.printed()


@pytest.mark.parametrize("piece", ENDLESS)
def test_long_paragraphs_are_read_in_short_time(piece: str) -> None:
    begun = time.process_time()
    targets((piece * 20_000)[:20_000])
    assert time.process_time() - begun < 6


@pytest.mark.parametrize("piece", ["100%; ", "100% ", "15 phút ", "(20%, ", "trừ "])
def test_time_grows_with_length_not_with_its_square(piece: str) -> None:
    def taken(length: int) -> float:
        begun = time.process_time()
        targets((piece * length)[:length], period=PERIOD)
        return time.process_time() - begun

    taken(1_000)
    assert taken(8_000) < 16 * max(taken(2_000), 0.05)
