"""Numbers in every print, and what is no number of a document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cascade.lexicon.numbers import NumberReader
from cascade.model.text import folded_same_length
from tests.support import domain


def numbers(text: str) -> list[str]:
    return [one.number for one in NumberReader(domain()).find(text, folded_same_length(text))]


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("Kế hoạch số 27/KH-UBND", "27/KH-UBND"),
        ("Kế hoạch số  27  /KH- UBND", "27/KH-UBND"),
        ("Kế hoạch số: 27/KH–UBND", "27/KH-UBND"),
        ("Quyết định số 458/QD- TTg", "458/QĐ-TTg"),
        ("Quyết định số 458/QB-TTg", "458/QĐ-TTg"),
        ("Quyết định số 12/QĐ-UBDN", "12/QĐ-UBND"),
        ("Kế hoạch số 27/KR-UBND", "27/KH-UBND"),
        ("s6 02/KH-UBND", "02/KH-UBND"),
        ("Nghị định số 108/2020/NĐ-CP", "108/2020/NĐ-CP"),
        ("Nghị quyết số 05-NQ/TU", "05-NQ/TU"),
        ("Công văn số 593 - CV/HU", "593-CV/HU"),
        ("Hướng dẫn số 15-HD/BTGTU", "15-HD/BTGTU"),
        ("Công văn số 3759/BNV-CCHC", "3759/BNV-CCHC"),
        ("Công văn số 1234/UBND-TH1", "1234/UBND-TH1"),
        ("Luật số 77/2015/QH13", "77/2015/QH13"),
        ("Nghị quyết số 1211/2016/UBTVQH13", "1211/2016/UBTVQH13"),
        ("Thông tư liên tịch số 71/2014/TTLT-BTC-BNV", "71/2014/TTLT-BTC-BNV"),
        ("Nghị quyết số 30c/NQ-CP", "30c/NQ-CP"),
        ("Nghị quyết số 53/NQ-HDND", "53/NQ-HĐND"),
        ("Phương án số 15/PA-UBND", "15/PA-UBND"),
        ("Kế hoạch số 15/KH ngày 01/02/2022", "15/KH"),
        ("KH số 02 của huyện", "KH số 02"),
        ("Nghị quyết s 76/NQ-CP", "76/NQ-CP"),
        ("Nghị quyết số 66.2/2025/NQ-CP", "66.2/2025/NQ-CP"),
        ("Nghị quyết số 197.1/NQ-CP", "197.1/NQ-CP"),
        ("Quyết định số 2.345/QĐ-UBND", "2.345/QĐ-UBND"),
        ("Kết luận số 01-KL/TW", "01-KL/TW"),
        ("Quy định 69-QĐ/TW", "69-QĐ/TW"),
        ("Pháp lệnh số 10/2022/UBTVQH15", "10/2022/UBTVQH15"),
        ("Tờ trình liên ngành số 133/TTrLN-SNV-STC", "133/TTrLN-SNV-STC"),
    ],
)
def test_a_number_is_read_as_a_person_prints_it(printed: str, number: str) -> None:
    assert numbers(printed) == [number]


@pytest.mark.parametrize(
    "text",
    [
        "dịch vụ công mức độ 3, 4 trong 24/7 giờ, giai đoạn 2021-2025",
        "TCVN ISO 9001:2015 ngày 16/6/2023",
        "Điện thoại 0203.3838888 - Fax 024/38-38",
        "https://vi-du.gov.vn/27/KH-UBND và mau/27/KH-UBND@vi-du.gov.vn",
        "đứng thứ 11/19 xã, thị trấn; đạt 12/15 tiêu chí",
        "01 lần/xã-phường",
        "Mẫu số 02, biểu số 05, phụ lục số 01",
        "km 12/a-b đường tỉnh",
        "đạt 5/KT-XH và 12/KHCN, 50/60-XH",
    ],
)
def test_what_is_no_number_of_a_document(text: str) -> None:
    assert numbers(text) == []


@given(
    serial=st.integers(1, 99999),
    code=st.sampled_from(["KH-UBND", "QĐ-TTg", "NQ-CP", "CT-UBND", "NQ-HĐND", "TTr-SNV", "2020/NĐ-CP"]),
    gaps=st.lists(st.sampled_from(["", " ", "  "]), min_size=3, max_size=3),
)
def test_spaces_in_a_number_change_nothing(serial: int, code: str, gaps: list[str]) -> None:
    head, tail = code.rsplit("-", 1)
    printed = f"Căn cứ văn bản số {serial}{gaps[0]}/{gaps[1]}{head}-{gaps[2][:1]}{tail} ngày 01/02/2022"
    assert numbers(printed) == [f"{serial}/{code}"]


def test_numbers_of_one_list_share_their_tail() -> None:
    assert numbers("các Nghị định số 107, 108 và 120/2020/NĐ-CP") == [
        "107/2020/NĐ-CP",
        "108/2020/NĐ-CP",
        "120/2020/NĐ-CP",
    ]
    assert numbers("Nghị quyết số 66.2/2025/NQ-CP, 66.3/2025/NQ-CP") == ["66.2/2025/NQ-CP", "66.3/2025/NQ-CP"]


def test_the_kind_of_a_number_is_not_that_of_the_title_before_it() -> None:
    text = "Quyết định số 06/QĐ-TTg phê duyệt Đề án; số 07/QĐ-TTg"
    found = NumberReader(domain()).find(text, folded_same_length(text))
    assert [one.kind for one in found] == ["QĐ", None]
