from __future__ import annotations

from datetime import date

from cascade.ingest.heading.properties import Properties, properties_of
from cascade.lexicon.passage import Passage, plain_words
from tests.support import domain


def found(*lines: str) -> Properties:
    rows = [Passage(plain_words(line, number)) for number, line in enumerate(lines, start=1)]
    return properties_of(rows, domain())


def test_labels_with_their_values_beside_them_or_below() -> None:
    beside = found("Trang chủ", "Số ký hiệu | 12/KH-UBND |", "Ngày ban hành: 15/01/2024", "Loại văn bản Kế hoạch")
    below = found("Trang chủ", "Số ký hiệu", "12/KH-UBND", "Ngày ban hành:", "15/01/2024", "Loại văn bản", "Kế hoạch")
    for page in (beside, below):
        assert [page.text(name) for name in ("number", "type", "title")] == ["12/KH-UBND", "Kế hoạch", ""]
        assert page.issued == date(2024, 1, 15)
    assert (sorted(beside.rows), sorted(below.rows)) == ([1, 2, 3], [1, 2, 3, 4, 5, 6])


def test_a_label_without_a_value_takes_no_other_label_for_it() -> None:
    page = found("Số hiệu:", "Loại văn bản:", "Kế hoạch", "Ngày ban hành:", "32/13/2024", "Người ký:")
    assert (page.text("number"), page.text("type"), page.issued) == ("", "Kế hoạch", None)


def test_a_label_or_two_in_a_text_are_no_table() -> None:
    assert found("Số hiệu: 12/KH-UBND", "Lĩnh vực giáo dục được ưu tiên.", "Căn cứ Luật Giáo dục;") == Properties()
