from __future__ import annotations

from datetime import date

import pytest

from cascade.ingest.heading.announced import Announced, AnnouncementReader
from cascade.ingest.outline.paragraphs import paragraphs
from cascade.lexicon.numbers import NumberReader
from cascade.lexicon.passage import plain_words
from tests.support import domain

READER = AnnouncementReader(domain(), NumberReader(domain()))


def announced(text: str) -> Announced:
    return next(READER.find(paragraphs([plain_words(text, 1)], domain())))


@pytest.mark.parametrize(
    ("text", "number", "issued", "title"),
    [
        (
            "UBND xã vừa ban hành Kế hoạch số 02/KH-UBND ngày 06/01/2025 cải cách hành chính năm 2025 với mục tiêu:",
            "02/KH-UBND",
            date(2025, 1, 6),
            "Cải cách hành chính năm 2025",
        ),
        (
            "Ngày 12/02/2025, UBND tỉnh Ví Dụ ban hành Kế hoạch số 45/KH-UBND về giảm nghèo năm 2025. Theo đó:",
            "45/KH-UBND",
            date(2025, 2, 12),
            "Giảm nghèo năm 2025",
        ),
        ("Ban hành Kế hoạch chuyển đổi số năm 2025", None, None, "Chuyển đổi số năm 2025"),
        ("UBND xã xây dựng Kế hoạch như sau:", None, None, ""),
        (
            "Thực hiện Kế hoạch số 45/KH-UBND của tỉnh, UBND xã ban hành Kế hoạch thực hiện Kế hoạch số 45/KH-UBND:",
            None,
            None,
            "Thực hiện Kế hoạch số 45/KH-UBND",
        ),
    ],
)
def test_what_an_announcement_says(text: str, number: str | None, issued: date | None, title: str) -> None:
    found = announced(text)
    assert (found.number.number if found.number else None, found.issued, found.title) == (number, issued, title)
    assert found.code == "KH"


def test_an_article_that_issues_a_plan_names_it() -> None:
    lines = ("Căn cứ Luật Y tế;", "Điều 1. Phê duyệt kèm theo Quyết định này Đề án phát triển y tế xã Mẫu, gồm:")
    parts = paragraphs([plain_words(line, number) for number, line in enumerate(lines, start=1)], domain())
    article = READER.article(parts)
    assert article is not None
    assert (article.code, article.title) == ("ĐA", "Phát triển y tế xã Mẫu")
