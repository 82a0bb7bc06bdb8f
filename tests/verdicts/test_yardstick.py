"""What a target is measured by, read from its own words: which way is better, in which unit, how often."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cascade.model.bound import Bound, Relation, parse_bound
from cascade.verdicts.yardstick import Yardsticks, scaled, turned
from tests.support import domain, target

YARDSTICKS = Yardsticks(domain().quantities)


def better(text: str, value: str) -> str | None:
    return YARDSTICKS.read(target("1", value, None, text=text)).better


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        # nothing says otherwise: more
        ("80% thôn có nhà văn hóa", "80%", "higher"),
        ("Đạt 80% hộ dân tham gia", "80%", "higher"),
        ("Trồng mới 2.000 cây xanh", "2000 cây", "higher"),
        ("Mỗi năm mở 2 lớp tập huấn", "2 lớp", "higher"),
        ("Thu nhập bình quân đạt 60 triệu đồng", "60 triệu đồng", "higher"),
        # bound from below
        ("Tối thiểu 80% hộ dân tham gia", "80%", "higher"),
        ("Ít nhất 2 sáng kiến được công nhận", "2 sáng kiến", "higher"),
        ("90% hộ dân trở lên có nhà vệ sinh", "90%", "higher"),
        ("Không dưới 70% thôn đạt chuẩn", "70%", "higher"),
        ("Trên 90% hộ dân dùng nước sạch", "> 90%", "higher"),
        # bound from above
        ("Chi hội nghị tối đa 5% dự toán", "5%", "lower"),
        ("Số cuộc họp không quá 4 cuộc mỗi tháng", "4 cuộc", "lower"),
        ("Không vượt quá 3 đầu mối", "3 đầu mối", "lower"),
        ("Tỷ lệ giảm điểm còn dưới 3%", "3%", "lower"),
        ("5% hồ sơ trở xuống phải bổ sung", "5%", "lower"),
        ("Chỉ còn 2 khâu trung gian", "2 khâu", "lower"),
        # what is taken away: the more the better, unless it is told what remains
        ("Giảm tối thiểu 10% thời gian họp", "10%", "higher"),
        ("Cắt giảm ít nhất 20% chi phí", "20%", "higher"),
        ("Tiết kiệm 10% chi thường xuyên", "10%", "higher"),
        ("Rút ngắn 30% thời gian giải quyết", "30%", "higher"),
        ("Giảm thời gian chờ còn 10 phút", "10 phút", "lower"),
        ("Rút ngắn thời gian họp xuống còn 60 phút", "60 phút", "lower"),
        ("Giảm tỷ lệ hộ nghèo xuống dưới 2%", "2%", "lower"),
        # things of which less is better
        ("Tỷ lệ hồ sơ trễ hẹn 2%", "2%", "lower"),
        ("Hồ sơ trễ hạn không quá 1%", "1%", "lower"),
        ("Tỷ lệ hộ nghèo dưới 2%", "2%", "lower"),
        ("Tỷ lệ hộ nghèo theo chuẩn đa chiều 1,5%", "1,5%", "lower"),
        ("Tỷ lệ trẻ em suy dinh dưỡng 8%", "8%", "lower"),
        ("98% hồ sơ đúng hẹn", "98%", "higher"),
        # ranks and grades
        ("Chỉ số chuyển đổi số thuộc nhóm 10 xã dẫn đầu", "10 hạng", "lower"),
        ("Xếp vị trí thứ 3 trong huyện", "3 vị trí", "lower"),
        ("Thôn được xếp loại tốt trở lên", "tốt", "higher"),
        # times that are waited, and times that are given
        ("Thời gian chờ nộp hồ sơ 15 phút", "15 phút", "lower"),
        ("Thời gian chờ tối đa 15 phút", "15 phút", "lower"),
        ("Trả lời phản ánh trong vòng 5 ngày", "5 ngày", "lower"),
        ("Xác nhận ngay trong vòng 2 giờ kể từ khi nộp", "2 giờ", "lower"),
        ("Phát thanh cải cách hành chính 60 phút mỗi tháng", "60 phút", "higher"),
        ("Loa truyền thanh phát ít nhất 30 phút mỗi tuần", "30 phút", "higher"),
        # words that contradict one another: never guessed
        ("Thời gian xử lý hồ sơ tối thiểu 30 phút", "30 phút", None),
        ("Thời gian chờ ít nhất 15 phút", "15 phút", None),
        ("Thời gian chờ 15 phút trở lên", "15 phút", None),
    ],
)
def test_the_words_of_a_target_tell_which_way_is_better(text: str, value: str, expected: str | None) -> None:
    assert better(text, value) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("90% hộ nghèo được vay vốn", "90%"),
        ("100% vi phạm được xử lý", "100%"),
        ("95% nhà tạm, nhà dột nát được xóa", "95%"),
        ("100% hồ sơ quá hạn có văn bản xin lỗi", "100%"),
        ("98% hồ sơ đúng hẹn, không có hồ sơ trễ hẹn quá 5 ngày", "98%"),
        ("Giải ngân đạt 95% dự toán, không có nợ đọng", "95%"),
    ],
)
def test_what_is_done_about_a_bad_thing_is_a_good_thing(text: str, value: str) -> None:
    assert better(text, value) == "higher"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Toàn xã còn 20 hộ nghèo", "20 hộ"),
        ("Không để quá 2 vụ vi phạm", "2 vụ"),
        ("Mỗi năm 5 vụ tai nạn giao thông", "5 vụ"),
    ],
)
def test_of_bad_things_fewer_are_better(text: str, value: str) -> None:
    assert better(text, value) == "lower"


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("Tối đa 3 cuộc họp, tối thiểu 80% biên bản được số hóa", "80%", "higher"),
        ("Ít nhất 80% biên bản được số hóa, tối đa 3 ngày sau khi họp", "80%", "higher"),
        ("Tối đa 3 cuộc họp một tháng, ít nhất 80% có biên bản", "3 cuộc", "lower"),
        ("Chi hội nghị không quá mức được giao; toàn xã vận động và hướng dẫn để 80% hộ tham gia", "80%", "higher"),
    ],
)
def test_the_words_beside_the_number_bind_it_and_not_those_of_another_number(
    text: str, value: str, expected: str
) -> None:
    assert better(text, value) == expected


def test_words_that_contradict_one_another_give_no_measure() -> None:
    doubtful = target("1", "30 phút", None, text="Thời gian xử lý tối thiểu 30 phút")
    assert YARDSTICKS.measure(doubtful) is None


@pytest.mark.parametrize(
    ("text", "value", "stricter", "looser"),
    [
        ("Thời gian chờ tối đa 15 phút", "15 phút", "10 phút", "20 phút"),
        ("Tỷ lệ hộ nghèo dưới 2%", "2%", "1%", "3%"),
        ("80% thôn có nhà văn hóa", "80%", "85%", "75%"),
        ("Giảm tối thiểu 10% thời gian họp", "10%", "15%", "5%"),
        ("Thôn được xếp loại tốt trở lên", "tốt", "xuất sắc", "khá"),
        ("Thôn hoàn thành tốt nhiệm vụ", "hoàn thành tốt", "hoàn thành xuất sắc", "hoàn thành"),
    ],
)
def test_the_measure_made_of_the_words_orders_bounds_as_the_words_do(
    text: str, value: str, stricter: str, looser: str
) -> None:
    measure = YARDSTICKS.measure(target("1", value, None, text=text))
    assert measure is not None
    low, middle, high = (measure.worst(parse_bound(one)) for one in (looser, value, stricter))
    assert low is not None
    assert middle is not None
    assert high is not None
    assert low < middle < high


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("cuộc", "buổi", True),
        ("Lần", "lượt", True),
        ("hộ", "hộ gia đình", True),
        ("thôn", "tổ dân phố", True),
        ("cuộc", "hộ", False),
        ("phút", "giờ", False),
        ("%", "hộ", False),
        (None, "", True),
    ],
)
def test_units_that_count_the_same_are_one(one: str | None, other: str | None, same: bool) -> None:
    assert (YARDSTICKS.unit(one) == YARDSTICKS.unit(other)) is same


@pytest.mark.parametrize(
    ("text", "value", "rate"),
    [
        ("Mỗi quý tổ chức 1 cuộc đối thoại", "1 cuộc", 4),
        ("Mỗi năm tổ chức ít nhất 4 cuộc đối thoại", "4 cuộc", 1),
        ("Hằng tháng phát 2 bài trên loa", "2 bài", 12),
        ("Hàng tuần đăng 1 tin", "1 tin", 52),
        ("Cứ 6 tháng họp 1 lần", "1 lần", 2),
        ("Tổ chức 4 cuộc đối thoại", "4 cuộc", None),
        ("Mỗi quý đạt 80% hồ sơ", "80%", None),  # a share is not counted
    ],
)
def test_the_words_tell_how_often_a_year_something_is_counted(text: str, value: str, rate: int | None) -> None:
    assert YARDSTICKS.read(target("1", value, None, text=text)).rate == rate


# Inside out


@pytest.mark.parametrize(
    ("given_bound", "expected"),
    [
        ("<= 2%", (Relation.AT_LEAST, 98, None)),
        (">= 98%", (Relation.AT_MOST, 2, None)),
        ("< 2%", (Relation.ABOVE, 98, None)),
        ("2%", (Relation.AS_GOOD, 98, None)),
        ("= 5%", (Relation.EXACTLY, 95, None)),
        ("2-5%", (Relation.AS_GOOD, 95, 98)),
        ("0,5%", (Relation.AS_GOOD, Decimal("99.5"), None)),
    ],
)
def test_two_percent_late_is_98_on_time(given_bound: str, expected: tuple[Relation, object, object]) -> None:
    bound = turned(parse_bound(given_bound))
    assert (bound.relation, bound.low, bound.high) == expected
    assert bound.unit == "%"


def test_a_grade_has_no_inside() -> None:
    assert turned(parse_bound("tốt")) == parse_bound("tốt")


SHARES = st.one_of(
    st.tuples(st.sampled_from(["", ">= ", "<= ", "> ", "< ", "= "]), st.integers(0, 100)).map(
        lambda one: f"{one[0]}{one[1]}%"
    ),
    st.tuples(st.integers(0, 50), st.integers(51, 100)).map(lambda ends: f"{ends[0]}-{ends[1]}%"),
).map(parse_bound)


@given(SHARES)
def test_turning_twice_gives_the_same_bound(bound: Bound) -> None:
    twice = turned(turned(bound))
    assert (twice.relation, twice.low, twice.high, twice.unit) == (bound.relation, bound.low, bound.high, bound.unit)


@given(SHARES)
def test_what_is_shown_of_a_turned_bound_reads_as_that_bound(bound: Bound) -> None:
    shown = parse_bound(turned(bound).text)
    assert (shown.relation, shown.low, shown.high) == (
        turned(bound).relation,
        turned(bound).low,
        turned(bound).high,
    )


# Another rate


@pytest.mark.parametrize(
    ("given_bound", "times", "low", "high", "text"),
    [
        ("1 cuộc", "4", "4", None, "4 cuộc"),
        (">= 2 bài", "12", "24", None, ">= 24 bài"),
        ("1-2 cuộc", "4", "4", "8", "4-8 cuộc"),
        ("4 cuộc", "0.25", "1", None, "1 cuộc"),
        ("1 cuộc", "0.5", "0.5", None, "0,5 cuộc"),
        ("3", "4", "12", None, "12"),
    ],
)
def test_one_a_quarter_is_four_a_year(given_bound: str, times: str, low: str, high: str | None, text: str) -> None:
    given = parse_bound(given_bound)
    bound = scaled(given, Decimal(times), given.unit)
    assert (bound.low, bound.high) == (Decimal(low), Decimal(high) if high else None)
    assert bound.text == text


def test_a_grade_has_no_rate() -> None:
    assert scaled(parse_bound("tốt"), Decimal(4), None) == parse_bound("tốt")


# In passing


@pytest.mark.parametrize(
    ("text", "asked", "stated"),
    [
        ("Triển khai thanh toán trực tuyến với 70% thủ tục", "80%", Decimal(70)),
        ("Niêm yết toàn bộ thủ tục hành chính", "80%", Decimal(100)),
        ("Giải quyết tất cả hồ sơ đúng hẹn", "80%", Decimal(100)),
        ("Năm 2023 tổ chức 5 cuộc đối thoại", "4 cuộc", Decimal(5)),
        ("Năm 2023 tổ chức 5 buổi đối thoại", "4 cuộc", Decimal(5)),
        ("Trồng 1.500 cây xanh", "1000 cây", Decimal(1500)),
        ("Đạt 95,5% hồ sơ đúng hẹn", "90%", Decimal("95.5")),
        ("Tổ chức đối thoại với người dân", "4 cuộc", None),
        ("Giải quyết trong 15 phút", "80%", None),
        ("Tổ chức các cuộc đối thoại", "4 cuộc", None),
        ("Niêm yết toàn bộ thủ tục hành chính", "4 cuộc", None),
    ],
)
def test_a_task_can_state_a_number_in_passing(text: str, asked: str, stated: Decimal | None) -> None:
    found = YARDSTICKS.stated(text, parse_bound(asked))
    assert (found.low if found else None) == stated
    assert found is None or found.unit == parse_bound(asked).unit


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("85% xã được xếp loại tốt trở lên", "tốt"),
        ("Mức xuất sắc", "xuất sắc"),
        ("85% công chức đạt mức hoàn thành tốt trở lên", "hoàn thành tốt"),
        ("Làm tốt công tác tuyên truyền", None),
        ("80% hồ sơ đúng hẹn", None),
    ],
)
def test_a_text_names_a_grade_only_as_a_grade(text: str, grade: str | None) -> None:
    assert YARDSTICKS.grade_in(text) == grade
