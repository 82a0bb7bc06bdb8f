from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cascade.model.text import any_of
from tests.ingest.made import vocabulary


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("MỤC TIÊU", "aims"),
        ("MUC TIEU CHUNG", "aims"),
        ("Nhiệm vụ và giải pháp", "tasks"),
        ("Mục tiêu, nhiệm vụ", "both"),
        ("Mục đích, yêu cầu", "purpose"),
        ("Kết quả thực hiện năm 2022", "results"),
        ("Kinh phí", "funding"),
        ("Tổ chức thực hiện", "organisation"),
        ("Nơi nhận:", "recipients"),
        ("Xã Mẫu", None),
        ("", None),
    ],
)
def test_a_heading_announces_its_kind(heading: str, kind: str | None) -> None:
    assert vocabulary().kind_of(heading) == kind


def test_a_text_opens_with_a_kind_only_at_its_beginning() -> None:
    assert vocabulary().opens_with("recipients", "Nơi nhận: UBND huyện Thử")
    assert not vocabulary().opens_with("recipients", "Gửi các nơi nhận")


@pytest.mark.parametrize(
    ("text", "area"),
    [("Cải cách thể chế", 1), ("CẢI CÁCH THỦ TỤC HÀNH CHÍNH", 2), ("Cải cách tài chính công", 5), ("Xã Mẫu", None)],
)
def test_the_area_that_a_text_names(text: str, area: int | None) -> None:
    assert vocabulary().area_of(text) == area


@pytest.mark.parametrize(
    ("text", "tiers"),
    [
        ("hồ sơ cấp huyện và hồ sơ cấp xã", ["district", "commune"]),
        ("UBND XÃ", ["commune"]),
        ("cấp tỉnh", ["province"]),
        ("xã hội", []),
    ],
)
def test_tiers_are_named_in_order(text: str, tiers: list[str]) -> None:
    assert [level for _, level in vocabulary().tiers_in(text)] == tiers


def test_no_phrases_match_nothing() -> None:
    assert re.search(any_of(()), "bất kỳ") is None


@given(st.lists(st.text("ab.( ", min_size=1, max_size=5).map(str.strip).filter(bool), min_size=1))
def test_the_longest_phrase_that_fits_is_found(phrases: list[str]) -> None:
    longest = max(phrases, key=len)
    found = re.match(any_of(phrases), longest)
    assert found is not None
    assert found[0] == longest
