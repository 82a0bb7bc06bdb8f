"""The basis and the body, the title between them, and what is no citation."""

from __future__ import annotations

from datetime import date

import pytest

from cascade.ingest.citations.read import read_citations
from cascade.ingest.outline.paragraphs import paragraphs
from cascade.lexicon.passage import plain_words
from cascade.model.plan import Citation
from tests.ingest.made import lexicon
from tests.support import domain


def cited(*lines: str) -> list[Citation]:
    words = [plain_words(line, number) for number, line in enumerate(lines, start=1)]
    return [read.item for read in read_citations(paragraphs(words, domain()), lexicon())]


def test_what_a_web_page_shows_beside_the_document_is_no_citation() -> None:
    beside = ("Văn bản liên quan", "- Kế hoạch số 12/KH-UBND ngày 20/01/2025 về công tác văn thư")
    assert roles(*OPENING, BASIS, "I. MỤC TIÊU", *beside) == [("12/KH-UBND", "basis")]
    appendix = ("I. NHIỆM VỤ", "Theo Chỉ thị số 11-CT/TU của Tỉnh ủy.")
    assert roles(*OPENING, "I. MỤC TIÊU", *beside, *appendix) == [("11-CT/TU", "body")]


OPENING = (
    "ỦY BAN NHÂN DÂN",
    "XÃ MẪU",
    "Số: 27/KH-UBND",
    "Mẫu, ngày 11 tháng 02 năm 2022",
    "KẾ HOẠCH",
    "Cải cách hành chính năm 2022",
)
BASIS = "Căn cứ Kế hoạch số 12/KH-UBND ngày 01/01/2022 của UBND huyện Thử;"


def roles(*lines: str) -> list[tuple[str | None, str]]:
    return [(one.number, one.role) for one in cited(*lines)]


def test_the_basis_ends_at_the_first_heading() -> None:
    body = "Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ."
    assert roles(*OPENING, BASIS, "I. MỤC TIÊU", body) == [("12/KH-UBND", "basis"), ("76/NQ-CP", "body")]
    assert roles(*OPENING, BASIS, "1. Mục tiêu", body) == [("12/KH-UBND", "basis"), ("76/NQ-CP", "body")]
    assert roles(*OPENING, BASIS, "MỤC TIÊU CHUNG", body) == [("12/KH-UBND", "basis"), ("76/NQ-CP", "body")]


@pytest.mark.parametrize(
    "line",
    [
        "Căn cứ theo Kế hoạch số 12/KH-UBND ngày 01/01/2022 của UBND huyện Thử;",
        "- Căn cứ Kế hoạch số 12/KH-UBND ngày 01/01/2022 của UBND huyện Thử;",
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 01/01/2022 của UBND huyện Thử, UBND xã ban hành Kế hoạch như sau:",
        "Để triển khai thực hiện có hiệu quả Kế hoạch số 12/KH-UBND ngày 01/01/2022 của UBND huyện Thử;",
        "UBND xã Mẫu xây dựng Kế hoạch thực hiện Kế hoạch số 12/KH-UBND ngày 01/01/2022 của UBND huyện Thử như sau:",
        "Can cir Ké hoach s6 12/KH-UBND ngay 01/01/2022 cua UBND huyén Thu",
        "Kết quả còn thấp. Để khắc phục, thực hiện Kế hoạch số 12/KH-UBND của UBND huyện, UBND xã yêu cầu:",
        "Can cu KH so 12/KH-UBND ngay 01/01/2022 cua UBND huyen Thu ve CCHC",
        "Thue hién Ké hoach s6 12/KH-UBND ngay 01/01/2022 cua UBND huyén Thu",
    ],
)
def test_ways_to_begin_the_basis(line: str) -> None:
    assert roles(*OPENING, line, "I. MỤC TIÊU") == [("12/KH-UBND", "basis")]


def test_a_section_of_the_basis_is_basis() -> None:
    lines = ("I. CĂN CỨ XÂY DỰNG KẾ HOẠCH", "- Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ;", "II. MỤC TIÊU")
    assert roles(*OPENING, *lines, "- Theo Chỉ thị số 11-CT/TU của Tỉnh ủy.") == [
        ("76/NQ-CP", "basis"),
        ("11-CT/TU", "body"),
    ]


def test_an_attached_plan_has_an_opening_of_its_own() -> None:
    attached = ("KẾ HOẠCH", "Cải cách hành chính năm 2022", "Thực hiện Nghị quyết số 76/NQ-CP của Chính phủ;")
    found = roles(*OPENING[:4], "QUYẾT ĐỊNH", BASIS, "Điều 1. Ban hành Kế hoạch.", *attached, "I. MỤC TIÊU")
    assert found == [("12/KH-UBND", "basis"), ("76/NQ-CP", "basis")]


def test_the_document_does_not_cite_itself() -> None:
    own = "(Ban hành kèm theo Quyết định số 169/QĐ-UBND ngày 24/01/2022 của UBND xã Mẫu)"
    appendix = "DANH MỤC NHIỆM VỤ (Kèm theo Kế hoạch số: 27/KH-UBND ngày 11/02/2022 của UBND xã Mẫu)"
    assert roles(*OPENING, own, "I. MỤC TIÊU", "PHỤ LỤC", appendix) == []
    assert roles("UBND XÃ MẪU Số: 27/KH-UBND Mẫu, ngày 11/02/2022", "I. MỤC TIÊU") == []
    other = "Quy chế ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 10/01/2020 của UBND huyện."
    assert roles(*OPENING, "I. MỤC TIÊU", other) == [("12/QĐ-UBND", "body")]


def test_a_basis_goes_on_after_a_semicolon_with_the_kind_of_a_document() -> None:
    found = cited(
        "Can cu KH so 03/KH-UBND ngay 08/01/2024 cua UBND huyen Thu ve CCHC;",
        "- NQ so 05-NQ/DU ngay 02/01/2024 cua Dang uy xa;",
        "I. MUC TIEU",
        "- Quyết định số 11/QĐ-UBND ngày 09/01/2024 của UBND xã Mẫu;",
    )
    assert [(one.number, one.role) for one in found] == [
        ("03/KH-UBND", "basis"),
        ("05-NQ/ĐU", "basis"),
        ("11/QĐ-UBND", "body"),
    ]


def test_a_law_that_goes_on_the_list_of_the_basis_is_of_the_basis() -> None:
    found = cited(
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
        "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ ngày 22 tháng 11 năm 2019;",
        "UBND huyện Thử ban hành Kế hoạch như sau:",
    )
    assert [(one.date, one.role) for one in found] == [(date(2015, 6, 19), "basis"), (date(2019, 11, 22), "basis")]


@pytest.mark.parametrize(
    "title",
    [
        ["TRIỂN KHAI NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH TRỌNG TÂM NĂM 2025"],
        ["TRIỂN KHAI CÁC GIẢI PHÁP CẢI THIỆN CHỈ SỐ", "CẢI CÁCH HÀNH CHÍNH NĂM 2025"],
        ["MỤC TIÊU, CHỈ TIÊU CẢI CÁCH HÀNH CHÍNH NĂM 2025"],
        ["KHẮC PHỤC TỒN TẠI, HẠN CHẾ, NÂNG CAO KẾT QUẢ", "CẢI CÁCH HÀNH CHÍNH"],
        ["TỔ CHỨC THỰC HIỆN CẢI CÁCH HÀNH CHÍNH", "(Ban hành kèm theo Quyết định số 9/QĐ-UBND ngày 02/02/2025)"],
        ["Nhiệm vụ, giải pháp cải cách hành chính"],
    ],
)
@pytest.mark.parametrize("begins", ["Căn cứ", "Thực hiện", "Triển khai thực hiện"])
def test_no_word_of_a_title_ends_the_basis(title: list[str], begins: str) -> None:
    line = f"{begins} Kế hoạch số 12/KH-UBND ngày 01/01/2022 của UBND huyện Thử;"
    assert roles(*OPENING[:5], *title, line, "I. MỤC TIÊU") == [("12/KH-UBND", "basis")]


def test_a_title_without_the_kind_of_document_above_it_ends_no_basis() -> None:
    title = "TRIỂN KHAI NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2025"
    assert roles(*OPENING[:4], title, BASIS, "I. MỤC TIÊU") == [("12/KH-UBND", "basis")]


def test_what_a_title_cites_is_of_the_basis_once() -> None:
    title = ("THỰC HIỆN NGHỊ QUYẾT SỐ 05-NQ/TU NGÀY 06/9/2023 CỦA BAN THƯỜNG VỤ TỈNH ỦY VỀ", "CHUYỂN ĐỔI SỐ")
    (alone,) = cited(*OPENING[:5], *title, "I. MỤC TIÊU")
    assert (alone.number, alone.date, alone.issuer) == ("05-NQ/TU", date(2023, 9, 6), "Ban Thường vụ Tỉnh ủy")
    line = "Thực hiện Nghị quyết số 05-NQ/TU ngày 06/9/2023 của Ban Thường vụ Tỉnh ủy về Chuyển đổi số;"
    (once,) = cited(*OPENING[:5], *title, line, "I. MỤC TIÊU")
    assert (once.role, once.title) == ("basis", "Chuyển đổi số")


def test_a_list_without_words_of_the_basis_is_of_it_in_an_opening() -> None:
    lines = ("- Luật Giao dịch điện tử ngày 22/6/2023;", "- Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị;")
    assert roles(*OPENING, *lines, "I. MỤC TIÊU") == [(None, "basis"), ("57-NQ/TW", "basis")]


@pytest.mark.parametrize(
    "heading", ["I. CĂN CỨ PHÁP LÝ", "I. SỰ CẦN THIẾT, CĂN CỨ XÂY DỰNG KẾ HOẠCH", "Phần I. CƠ SỞ PHÁP LÝ"]
)
def test_a_section_of_the_basis_holds_its_own_headings(heading: str) -> None:
    under = ("1. Văn bản của trung ương", "- Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ;")
    found = roles(*OPENING, heading, *under, "II. MỤC TIÊU", "- Theo Chỉ thị số 11-CT/TU của Tỉnh ủy.")
    assert found == [("76/NQ-CP", "basis"), ("11-CT/TU", "body")]


def test_what_is_attached_is_cited_where_it_is_no_note_of_an_attachment() -> None:
    line = "Thực hiện Chương trình (ban hành kèm theo Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ);"
    assert roles(*OPENING, line, "I. MỤC TIÊU") == [("76/NQ-CP", "basis")]
    note = "Phụ lục 1. Danh mục nhiệm vụ (kèm theo Kế hoạch số 27/KH-UBND ngày 11/02/2022 của UBND xã Mẫu)"
    assert roles(*OPENING, "I. MỤC TIÊU", note) == []


@pytest.mark.parametrize("heading", ["Văn bản liên quan:", "VĂN BẢN CÙNG LĨNH VỰC", "Xem thêm", "Các văn bản khác"])
def test_lists_of_other_documents_are_none_of_the_plan(heading: str) -> None:
    other = "- Kế hoạch số 13/KH-UBND ngày 20/01/2025 của UBND tỉnh về công tác văn thư"
    assert roles(heading, other, *OPENING, BASIS, "I. MỤC TIÊU", heading, other) == [("12/KH-UBND", "basis")]


def test_what_stands_above_the_document_is_none_of_its_basis() -> None:
    above = "Kế hoạch số 13/KH-UBND về công tác văn thư"
    assert roles("Trang chủ", above, *OPENING, BASIS, "I. MỤC TIÊU") == [("12/KH-UBND", "basis")]


def test_those_to_whom_a_plan_goes_are_no_citation_and_a_note_behind_them_is() -> None:
    to = ("Nơi nhận:", "- Như trên;", "- Sở Nội vụ (theo Công văn số 15/SNV-CCHC);")
    note = "Số thủ tục được công bố tại Quyết định số 22/QĐ-UBND ngày 30/6/2021."
    assert roles(*OPENING, "I. MỤC TIÊU", *to, note) == [("22/QĐ-UBND", "body")]


@pytest.mark.parametrize("row", ["| Số hiệu | 27/KH-UBND |", "Số/Ký hiệu: 27/KH-UBND", "Số ký hiệu văn bản 27/KH-UBND"])
def test_a_table_of_properties_is_no_citation(row: str) -> None:
    assert roles(row, *OPENING, BASIS, "I. MỤC TIÊU") == [("12/KH-UBND", "basis")]
