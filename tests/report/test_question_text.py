"""The question shows both passages with their places, the printed words and the remark, and obeys no plan."""

from __future__ import annotations

import msgspec

from cascade.documents.document import Printed
from cascade.report.question_text import candidates_text, question_text
from cascade.report.screen import Screen
from cascade.result.result import FindingView, NearView
from tests.result.test_docket import made, of

RESULT = made()
PAGE = Screen(100)


def page(finding: FindingView, lang: str = "vi") -> str:
    return question_text(finding, 2, 9, RESULT, lang, PAGE)  # type: ignore[arg-type]


def test_both_sides_are_shown_with_their_bounds_and_what_is_suggested() -> None:
    finding = of(RESULT, "weaker-target")
    text = " ".join(page(finding).split())
    assert text.startswith(f"2/9 {finding.code} ✗ ")
    assert "Cấp trên 01/KH-UBND của UBND huyện Thử, mục 1: «Chỉ tiêu 1» → tối thiểu 80%" in text
    assert "Kế hoạch 09/KH-UBND của UBND xã Mẫu, mục a: «Chỉ tiêu a» → tối thiểu 50%" in text
    assert "Nhận xét" in text
    assert "Kiến nghị" in text


def test_of_what_is_lacking_the_nearest_words_are_shown() -> None:
    text = " ".join(page(of(RESULT, "uncovered-task"), "en").split())
    assert "Nearest 09/KH-UBND of UBND xã Mẫu, item b: «Công khai ngân sách tại trụ sở»" in text


def test_the_printed_words_are_shown_and_that_their_document_has_changed() -> None:
    finding = of(RESULT, "weaker-target")
    item = msgspec.structs.replace(finding.item, printed=Printed("như đã in", "changed"))
    text = page(msgspec.structs.replace(finding, item=item))
    assert "Nguyên văn: «như đã in» (văn bản nguồn đã thay đổi" in " ".join(text.split())


def test_words_of_a_plan_are_words() -> None:
    finding = of(RESULT, "weaker-target")
    item = msgspec.structs.replace(finding.item, text="\x1b[31mđỏ\n[bold]đậm[/bold]")
    text = page(msgspec.structs.replace(finding, item=item))
    assert "\x1b" not in text
    assert "[bold]đậm[/bold]" in text


def test_the_nearest_items_are_numbered() -> None:
    item = of(RESULT, "weaker-target").item
    lines = candidates_text([NearView(item, 40), NearView(item, 3)], RESULT, "vi", PAGE).splitlines()
    assert [" ".join(line.split()) for line in lines] == [
        "1. mục a: «Chỉ tiêu a» khả năng 40%",
        "2. mục a: «Chỉ tiêu a» khả năng 3%",
    ]
