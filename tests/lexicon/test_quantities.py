from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cascade.lexicon.quantities import Quantities, Quantity
from tests.ingest.made import ENDLESS, LINES
from tests.support import domain


def find(text: str) -> tuple[Quantity, ...]:
    return Quantities(domain().phrases).find(text)


@pytest.mark.parametrize(
    ("text", "kind", "values", "relation"),
    [
        ("100% hồ sơ được số hóa", "percent", ("100%",), ""),
        ("tối thiểu 80% hồ sơ", "percent", ("80%",), "at_least"),
        ("ít nhất 80% hồ sơ", "percent", ("80%",), "at_least"),
        ("đạt 80% trở lên", "percent", ("80%",), "at_least"),
        ("trên 90% người dân", "percent", ("90%",), "above"),
        ("đạt trên 90% trở lên", "percent", ("90%",), "above"),
        ("dưới 5% hồ sơ trễ hạn", "percent", ("5%",), "below"),
        ("không quá 5% hồ sơ", "percent", ("5%",), "at_most"),
        ("đạt 95,5% hồ sơ", "percent", ("95,5%",), ""),
        ("80 phần trăm hồ sơ", "percent", ("80%",), ""),
        ("50%-80% thủ tục", "percent", ("50-80%",), ""),
        ("từ 20-25% thủ tục", "percent", ("20-25%",), "at_least"),
        ("95% đến 100% hồ sơ", "percent", ("95-100%",), ""),
        ("đạt (20%, 15%) hồ sơ", "percent", ("20%", "15%"), ""),
        ("tối đa 15 phút/lượt", "amount", ("15 phút",), "at_most"),
        ("giảm còn 30 phút", "amount", ("30 phút",), ""),
        ("trong 03 ngày làm việc", "amount", ("3 ngày",), "at_most"),
        ("ít nhất 02 mô hình", "amount", ("2 mô hình",), "at_least"),
        ("tối thiểu 1.000 lượt người", "amount", ("1000 lượt người",), "at_least"),
        ("xếp trong nhóm 10 của tỉnh", "rank", ("10",), ""),
        ("xếp thứ 3 của huyện", "rank", ("3",), ""),
        ("xếp từ loại tốt trở lên", "grade", ("tốt",), ""),
        ("được xếp loại khá", "grade", ("khá",), ""),
        ("trở thành đô thị loại II", "class", ("= 2",), ""),
        ("dưới 6 vụ/100.000 dân", "amount", ("6 vụ/100.000 dân",), "below"),
        ("đạt 12 thợ / 10.000 dân", "amount", ("12 thợ/10.000 dân",), ""),
        ("tối thiểu 3 tổ/vạn dân", "amount", ("3 tổ/vạn dân",), "at_least"),
        ("không quá 9/1.000 trẻ đẻ sống", "amount", ("9/1.000 trẻ đẻ sống",), "at_most"),
        ("còn 15‰", "amount", ("15‰",), ""),
        ("giảm 0,2 phần nghìn", "amount", ("0,2‰",), ""),
    ],
)
def test_words_to_a_quantity(text: str, kind: str, values: tuple[str, ...], relation: str) -> None:
    (found,) = find(text)
    assert (found.kind, found.values, found.relation) == (kind, values, relation)


def test_a_quantity_covers_its_words_and_those_that_bind_it() -> None:
    text = "đạt tối thiểu 80% trở lên hồ sơ"
    (found,) = find(text)
    assert text[found.start : found.end] == "80%"
    assert text[found.bound_start : found.bound_end] == "tối thiểu 80% trở lên"


@pytest.mark.parametrize(
    "text",
    [
        "ngày 15/7/2021",
        "ngày 24 tháng 01 năm 2022",
        "Kế hoạch số 09/KH-UBND",
        "Nghị định số 108/2020/NĐ-CP",
        "dịch vụ công mức độ 3, 4",
        "TCVN ISO 9001:2015",
        "điện thoại 0220.3747.888",
        "đường dây nóng 1900 1234",
        "kinh phí 1.500.000 đồng",
        "kinh phí 20 triệu đồng",
        "khoản 2 Điều 15 của Luật",
        "giai đoạn 2021-2025",
        "quý 2 năm 2023",
        "phụ lục 3",
        "nhóm 3 nhiệm vụ trọng tâm",
        "02 mô hình",
        "xã Mẫu",
        "",
    ],
)
def test_other_numbers_are_no_quantity(text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize(
    "form",
    [
        "ngày {0}/{1}/2021",
        "ngày {0} tháng {1} năm 2022",
        "số {0}/KH-UBND",
        "Nghị định {0}/2021/NĐ-CP",
        "mức độ {0}, {1}",
        "ISO 90{0}:2015",
        "{0}.000.000 đồng",
        "{0} tỷ đồng",
        "điện thoại 0{0}.{1}",
        "Điều {0} khoản {1}",
    ],
)
@given(st.integers(1, 31), st.integers(1, 12))
def test_no_quantity_in_dates_numbers_levels_phones_and_money(form: str, one: int, other: int) -> None:
    assert find(f"UBND xã Mẫu, {form.format(one, other)} của huyện Thử") == ()


@pytest.mark.parametrize(
    ("text", "values", "printed"),
    [
        ("Tối thiểu 8 0% hồ sơ", ("80%",), "8 0%"),
        ("đến năm 2025 8 0 % trở lên", ("80%",), "8 0 %"),
        ("đạt 8 0,5%", ("80,5%",), "8 0,5%"),
        ("10 0% hồ sơ", ("100%",), "10 0%"),
        ("1 0 0% hồ sơ", ("100%",), "1 0 0%"),
        ("từ 5 0-8 0% hồ sơ", ("50-80%",), "5 0-8 0%"),
        ("5 0% - 8 0%", ("50-80%",), "5 0% - 8 0%"),
        ("lần lượt đạt 8 0%, 60% và 4 0%", ("80%", "60%", "40%"), "8 0%, 60% và 4 0%"),
        ("không quá 1 5 phút", ("15 phút",), "1 5 phút"),
        ("tối thiểu 1 0 mô hình", ("10 mô hình",), "1 0"),
    ],
)
def test_a_number_whose_digits_stand_apart_is_read_whole_with_a_doubt(
    text: str, values: tuple[str, ...], printed: str
) -> None:
    (one,) = find(text)
    assert one.values == values
    assert [(told.code, told.facts["printed"]) for told in one.doubts] == [("digits-apart", printed)]
    assert one.end <= len(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("năm 2025 80% hồ sơ", "80%"),
        ("12 80%", "80%"),
        ("12 100%", "100%"),
        ("5  8%", "8%"),
        ("quý 3 5%", "5%"),
        ("mức độ 4 5%", "5%"),
        ("mục 1 5%", "5%"),
        ("3. 5%", "5%"),
        ("2.1 5%", "5%"),
    ],
)
def test_what_stands_before_a_number_is_no_part_of_it(text: str, value: str) -> None:
    (one,) = find(text)
    assert (one.values, one.doubts) == ((value,), ())


@pytest.mark.parametrize(
    ("text", "values", "doubt"),
    [("3040% hồ sơ", ("30-40%",), "hyphen-lost"), ("thuộc nhóm thứ 10", ("10",), "ranks-read-as-first")],
)
def test_what_print_lost_is_read_with_a_doubt(text: str, values: tuple[str, ...], doubt: str) -> None:
    (found,) = find(text)
    assert found.values == values
    assert [one.code for one in found.doubts] == [doubt]


def test_a_grade_beside_a_share_is_not_counted_twice() -> None:
    assert [one.values for one in find("85% đơn vị đạt loại tốt trở lên")] == [("85%",)]


@given(LINES)
def test_quantities_stand_in_order_apart_and_within_the_text(lines: list[str]) -> None:
    text = " ".join(" ".join(lines).split())
    found = find(text)
    assert found == find(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(0 <= one.bound_start <= one.start < one.end <= one.bound_end <= len(text) for one in found)


@pytest.mark.parametrize("piece", [*ENDLESS, "100% ", "(20%, ", "15 phút ", "đạt loại tốt "])
def test_long_texts_are_read_in_short_time(piece: str) -> None:
    begun = time.process_time()
    find((piece * 20_000)[:20_000])
    assert time.process_time() - begun < 6


def test_a_grade_may_be_told_behind_a_colon() -> None:
    (found,) = find("Xếp loại Chỉ số cải cách hành chính của xã Mẫu: Tốt")
    assert (found.kind, found.values) == ("grade", ("tốt",))


@pytest.mark.parametrize(
    "text",
    [
        "tại cấp tỉnh, cấp huyện, cấp xã lần lượt đạt 100%, 90% và 80%",
        "đạt tối thiểu 100%, 90%, 80% tương ứng đối với cấp tỉnh, cấp huyện, cấp xã",
    ],
)
def test_values_in_the_order_of_things_named_are_one_quantity(text: str) -> None:
    (found,) = find(text)
    assert found.values == ("100%", "90%", "80%")


def test_values_side_by_side_are_quantities_of_their_own() -> None:
    assert len(find("Hồ sơ trực tuyến đạt 50%, 60% hồ sơ được số hóa")) == 2


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("mỗi năm phát triển từ 05 bộ dữ liệu mở", ["5 bộ"]),
        ("có tối thiểu 03 kịch bản ứng dụng", ["3 kịch bản"]),
        ("thu hút ít nhất 10 tủ sách", ["10 tủ sách"]),
        ("hỗ trợ từ 03-05 doanh nghiệp", ["3-5 doanh nghiệp"]),
        ("đào tạo trên 100 kỹ sư", ["100 kỹ sư"]),
        ("trồng mới trên 500 ha", ["500 ha"]),
        ("tối thiểu 05 DVC", ["5 DVC"]),
        ("nhân rộng trên 63 tỉnh", []),
        ("triển khai trên 34 tỉnh", []),
        ("có trên 10 xã đạt chuẩn", ["10 xã"]),
        ("tối thiểu 06 tháng", []),
        ("ít nhất 30 triệu đồng", []),
        ("thành lập 05 tủ sách", []),
        ("từ năm 2025 đến nay", []),
    ],
)
def test_things_of_any_kind_are_counted_where_a_bound_stands_before_them(text: str, values: list[str]) -> None:
    assert [value for one in find(text) for value in one.values] == values


def test_a_year_before_a_dash_is_no_end_of_a_range() -> None:
    (found,) = find("Định hướng đến năm 2035 - 100% hồ sơ")
    assert (found.values, found.start) == (("100%",), 26)
