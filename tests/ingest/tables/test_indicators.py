"""Tables of indicators with their values in columns."""

from __future__ import annotations

import pytest

from cascade.ingest.tables.rows import Row
from cascade.lexicon.passage import Passage, plain_words
from cascade.model.plan import Target
from tests.ingest.tables.test_row_items import ONLINE, Items, read, row, table
from tests.support import PAYMENT

ON_TIME = "Tỷ lệ hồ sơ thủ tục hành chính giải quyết đúng hạn"
HEADER = ("STT", "Chỉ tiêu", "Mức phấn đấu", "Cơ quan chủ trì")


def values(found: Items) -> list[tuple[str, str | None]]:
    targets, tasks = found
    assert tasks == []
    return [(one.value.text, one.tier) for one in targets]


def test_a_column_of_what_is_to_be_reached() -> None:
    (target,), tasks = table(HEADER, ("1", ONLINE, "Tối thiểu 40%", "Phòng Nội vụ"))
    assert tasks == []
    assert (target.id, target.value.text, target.measure, target.text) == ("1", "40%", PAYMENT, ONLINE)


def test_rows_below_an_indicator_give_its_values_by_tier() -> None:
    found = table(
        HEADER,
        ("1", f"{ON_TIME}:", "", ""),
        ("1.1", "- Cấp huyện", "≥ 98%", "Văn phòng"),
        ("1.2", "- Cấp xã", "> 97%", "UBND các xã"),
        ("2", ONLINE, "40% trở lên", "Phòng Nội vụ"),
    )
    assert values(found) == [("98%", "district"), ("> 97%", "commune"), ("40%", None)]
    assert [one.measure for one in found[0]] == ["tthc.on-time", "tthc.on-time", PAYMENT]
    assert found[0][0].text.startswith(ON_TIME)


def test_the_same_tiers_below_two_indicators_are_four_targets() -> None:
    below = (("", "- Cấp huyện", "80%", ""), ("", "- Cấp xã", "70%", ""))
    found = table(HEADER, ("1", f"{ON_TIME}:", "", ""), *below, ("2", f"{ONLINE}:", "", ""), *below)
    assert [one.measure for one in found[0]] == ["tthc.on-time", "tthc.on-time", PAYMENT, PAYMENT]


def test_a_value_whose_digits_stand_apart_is_doubted() -> None:
    ((one,), _) = table(("Tên chỉ tiêu", "Đơn vị", "Năm 2025"), (ONLINE, "%", "8 0"))
    assert one.value.text == "80%"
    assert isinstance(one.doubt, tuple)
    assert [(told.code, told.facts) for told in one.doubt] == [("digits-apart", {"printed": "8 0", "read": "80%"})]


def test_a_column_for_each_tier_under_a_year() -> None:
    (one, other), tasks = table(
        ("Tên chỉ tiêu", "Giao năm 2025", "Giao năm 2025"),
        ("Tên chỉ tiêu", "Cấp huyện", "Cấp xã"),
        (ONLINE, "60%", "55%"),
    )
    assert tasks == []
    assert (one.value.text, one.tier, one.in_year) == ("60%", "district", 2025)
    assert (other.value.text, other.tier, other.in_year) == ("55%", "commune", 2025)


def test_the_words_above_a_table_say_when_its_values_apply() -> None:
    said = row(number="1", target=ONLINE, value="40%")
    assert [one.in_year for one in read([said])[0]] == [None]
    assert [one.in_year for one in read([row(number="1", target=ONLINE, y2024="40%")])[0]] == [2024]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Nâng từ 30% lên 40%", "40%"),
        ("100% (trừ hồ sơ mật)", "100%"),
        ("40% hồ sơ", "40%"),
    ],
)
def test_a_cell_that_says_more_is_read_as_a_sentence(cell: str, expected: str) -> None:
    targets = read([row(number="1", target=ONLINE, value=cell)])[0]
    assert expected in [one.value.text for one in targets]


@pytest.mark.parametrize("cell", ["Quý I", "Hoàn thành", "-", "Duy trì"])
def test_a_cell_without_a_value_promises_nothing(cell: str) -> None:
    assert read([row(number="1", target=ONLINE, value=cell)]) == ([], [])


def test_a_number_a_year_holds_every_year() -> None:
    (target,), _ = read([row(number="1", target="Kiểm tra công tác cải cách hành chính", value="02 lần/năm")])
    assert (target.value.text, target.yearly, target.in_year) == ("2 lần", True, None)


@pytest.mark.parametrize("compared", ["năm", "cuối năm", "cùng kỳ năm", "số giao năm"])
def test_what_a_value_is_compared_with_is_its_baseline(compared: str) -> None:
    text = f"Giảm đầu mối đơn vị sự nghiệp công lập so với {compared} 2021"
    (target,), _ = read([row(number="1", target=text, value="02 đơn vị")])
    assert (target.value.text, target.baseline) == ("2 đơn vị", 2021)


def test_an_index_by_rank_and_by_grade() -> None:
    found: list[Target] = []
    for cell in ("Từ thứ 6 trở lên", "Loại tốt"):
        found += read([row(number="1", target="Xếp hạng Chỉ số cải cách hành chính của huyện", value=cell)])[0]
    assert [one.value.text for one in found] == ["6", "tốt"]


def test_a_column_of_what_was_reached_before_the_plan_promises_nothing() -> None:
    found = table(("TT", "Chỉ tiêu", "ĐVT", "Kết quả 2020", "Mục tiêu 2022"), ("1", ONLINE, "%", "18,4", "40"))
    assert [(one.value.text, one.in_year) for one in found[0]] == [("40%", 2022)]
    found = table(
        ("TT", "Chỉ tiêu", "Hiện trạng", "Mức phấn đấu"), ("1", ONLINE, "18%", "40%"), ("2", ON_TIME, "9%", "98%")
    )
    assert [one.value.text for one in found[0]] == ["40%", "98%"]


def test_a_unit_that_names_what_is_counted_per_how_many_is_kept_whole() -> None:
    rows = (
        (f"Số tổ sửa chữa {n}", unit, f"{n}") for n, unit in enumerate(("Tổ/10.000 dân", "tổ/vạn dân", "‰", "Tổ/xã"), 3)
    )
    found = table(("TT", "Chỉ tiêu", "ĐVT", "Mục tiêu"), *((str(at), *row) for at, row in enumerate(rows)))
    assert [one.value.text for one in found[0]] == ["3 tổ/10.000 dân", "4 tổ/vạn dân", "5‰", "6 tổ"]


def test_values_in_the_order_of_the_tiers_that_the_indicator_names() -> None:
    said = row(number="1", target=f"{ON_TIME} (cấp tỉnh/cấp huyện/cấp xã)", unit="%", value="98/97/96")
    assert values(read([said])) == [("98%", "province"), ("97%", "district"), ("96%", "commune")]


def test_a_row_printed_as_one_that_holds_two() -> None:
    two = Passage((*plain_words(ON_TIME, 7), *plain_words("Trong đó: cấp xã", 8)))
    value = Passage((*plain_words("98%", 9), *plain_words("> 90%", 10)))
    found = read([Row({"target": two, "value": value}, valued=True), row(target=ONLINE, value="40%")])
    assert values(found) == [("98%", None), ("> 90%", "commune"), ("40%", None)]
    assert [one.measure for one in found[0]] == ["tthc.on-time", "tthc.on-time", PAYMENT]
