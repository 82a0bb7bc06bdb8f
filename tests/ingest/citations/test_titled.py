"""Documents of the basis that are cited by title alone."""

from __future__ import annotations

import pytest

from tests.ingest.citations.test_read import citations


@pytest.mark.parametrize(
    ("text", "title", "issuer"),
    [
        (
            "Căn cứ Kế hoạch trồng rừng ven biển tỉnh Ví Dụ giai đoạn 2026 - 2030 của UBND tỉnh;",
            "Kế hoạch trồng rừng ven biển tỉnh Ví Dụ giai đoạn 2026-2030",
            "UBND tỉnh",
        ),
        (
            "Căn cứ Quyết định của Thủ tướng Chính phủ phê duyệt Đề án Trồng một tỷ cây xanh;",
            "Đề án Trồng một tỷ cây xanh",
            "Thủ tướng Chính phủ",
        ),
        (
            "Thực hiện Nghị quyết Đại hội Đảng bộ xã lần thứ II, nhiệm kỳ 2025 - 2030;",
            "Nghị quyết Đại hội Đảng bộ xã lần thứ II, nhiệm kỳ 2025-2030",
            None,
        ),
    ],
)
def test_a_title_with_its_issuer_or_its_years_is_a_citation(text: str, title: str, issuer: str | None) -> None:
    (found,) = citations(text)
    assert (found.title, found.issuer, found.number) == (title, issuer, None)


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện Kế hoạch này, UBND xã yêu cầu các thôn báo cáo.",
        "Căn cứ Kế hoạch trồng rừng được giao và điều kiện của địa phương;",
        "Thực hiện chương trình công tác năm 2026 của UBND xã;",
        "Căn cứ Kế hoạch trên của UBND tỉnh;",
    ],
)
def test_what_names_neither_or_is_no_title_is_none(text: str) -> None:
    assert citations(text) == []


def test_a_number_in_the_clause_is_the_citation() -> None:
    (found,) = citations("Căn cứ Kế hoạch trồng rừng năm 2026 số 09/KH-UBND ngày 15/7/2025 của UBND huyện Thử;")
    assert found.number == "09/KH-UBND"
