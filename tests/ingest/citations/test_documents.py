"""Citations: numbers in every print, their dates, issuers and titles, basis and body, and what is no citation."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cascade.ingest.citations.read import read_citations
from cascade.ingest.item import Read
from cascade.ingest.outline.paragraphs import Paragraph, paragraphs
from cascade.lexicon.numbers import NumberReader
from cascade.lexicon.passage import Word, passage, plain_words
from cascade.model.plan import SURE, Citation
from cascade.model.text import folded_same_length
from tests.support import domain


def reads(*lines: str) -> tuple[Read[Citation], ...]:
    words = [plain_words(line, number) for number, line in enumerate(lines, start=1)]
    return read_citations(paragraphs(words, domain()), domain())


def cited(*lines: str) -> list[Citation]:
    return [read.item for read in reads(*lines)]


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


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("ngày 15/7/2021", date(2021, 7, 15)),
        ("ngày 15.7.2021", date(2021, 7, 15)),
        ("ngày 15-7-2021", date(2021, 7, 15)),
        ("ngày 24 tháng 01 năm 2022", date(2022, 1, 24)),
        ("ngày 02 tháng 8 năm 2021", date(2021, 8, 2)),
        ("ngay 2 8 thang 01 nam 2022", date(2022, 1, 28)),
        ("(15/7/2021)", date(2021, 7, 15)),
        (", ngày 15/ 7/ 2021", date(2021, 7, 15)),
        ("ngày 31/02/2022", None),
        ("năm 2022", None),
    ],
)
def test_dates(printed: str, day: date | None) -> None:
    (citation,) = cited(f"Căn cứ Nghị quyết số 76/NQ-CP {printed} của Chính phủ;")
    assert citation.date == day


def test_what_a_date_leaves_open_is_said() -> None:
    (spaced,) = cited("Căn cứ Kế hoạch số 02/KH-UBND ngày 2 8 tháng 01 năm 2022 của UBND huyện Thử;")
    assert _codes(spaced) == ["date-mended"]
    (impossible,) = cited("Căn cứ Kế hoạch số 02/KH-UBND ngày 31/02/2022 của UBND huyện Thử;")
    assert _codes(impossible) == ["no-such-day"]
    (another,) = cited("Căn cứ Nghị định số 118/2025/NĐ-CP ngày 09/6/2020 của Chính phủ;")
    assert "year-and-date-differ" in _codes(another)
    assert (another.confidence or 0) < 0.9


@pytest.mark.parametrize(
    ("printed", "issuer"),
    [
        ("của Chính phủ về thủ tục", "Chính phủ"),
        ("của Chính Phủ;", "Chính phủ"),
        ("của Thủ tướng Chính phủ phê duyệt Đề án", "Thủ tướng Chính phủ"),
        ("của UBND tỉnh Ví Dụ về việc", "UBND tỉnh Ví Dụ"),
        ("của Ủy ban nhân dân tỉnh Ví Dụ ban hành", "UBND tỉnh Ví Dụ"),
        ("của Uỷ ban nhân dân huyện;", "UBND huyện"),
        ("của UBND TP. Thử về cải cách", "UBND thành phố Thử"),
        ("của UBND tỉnh. Tăng cường", "UBND tỉnh"),
        ("của Ban Thường vụ Tỉnh ủy, UBND tỉnh yêu cầu", "Ban Thường vụ Tỉnh ủy"),
        ("của Đảng uỷ xã UBND xã xây dựng kế hoạch", "Đảng ủy xã"),
        ("của HĐND và UBND tỉnh về", "HĐND và UBND tỉnh"),
        ("của Chủ tịch UBND huyện Thử;", "Chủ tịch UBND huyện Thử"),
        ("của Ban Thường vụ Tỉnh ủy về", "Ban Thường vụ Tỉnh ủy"),
        ("của BTV Huyện ủy Thử về", "BTV Huyện ủy Thử"),
        ("của Ban chấp hành Đảng bộ tỉnh về", "Ban Chấp hành Đảng bộ tỉnh"),
        ("của Ban Chấp hành Đảng bộ huyện Thử khóa XX về", "Ban Chấp hành Đảng bộ huyện Thử"),
        ("của Ban Tuyên giáo Tỉnh ủy;", "Ban Tuyên giáo Tỉnh ủy"),
        ("của Sở Thông tin và Truyền thông tỉnh Ví Dụ về", "Sở Thông tin và Truyền thông tỉnh Ví Dụ"),
        ("của Bộ trưởng Bộ Nội vụ hướng dẫn", "Bộ trưởng Bộ Nội vụ"),
        ("của Hội đồng nhân dân tỉnh về", "HĐND tỉnh"),
        ("Thủ tướng Chính phủ về", "Thủ tướng Chính phủ"),
        ("về cải cách hành chính;", None),
    ],
)
def test_issuers_are_those_printed_beside(printed: str, issuer: str | None) -> None:
    citations = cited(f"Căn cứ Kế hoạch số 12/KH-ABC ngày 01/02/2022 {printed}")
    assert [one.issuer for one in citations] == [issuer]


def test_an_issuer_before_its_number() -> None:
    (asked,) = cited("Xét đề nghị của Phòng Nội vụ tại Tờ trình số 15/TTr-PNV ngày 05/01/2023.")
    assert (asked.issuer, asked.date) == ("Phòng Nội vụ", date(2023, 1, 5))
    told = cited(
        "I. BỐI CẢNH", "Ngày 15/7/2021, Chính phủ đã ban hành Nghị quyết số 76/NQ-CP về Chương trình tổng thể."
    )
    assert [(one.issuer, one.date, one.role) for one in told] == [("Chính phủ", date(2021, 7, 15), "body")]
    (between,) = cited("Căn cứ Kế hoạch của UBND tỉnh số 12/KH-UBND, ngày 25 tháng 11, năm 2021 về cải cách;")
    assert (between.issuer, between.date) == ("UBND tỉnh", date(2021, 11, 25))
    (late,) = cited("Căn cứ Nghị quyết số 76/NQ-CP của Chính phủ ngày 15/7/2021 ban hành Chương trình tổng thể;")
    assert (late.issuer, late.date) == ("Chính phủ", date(2021, 7, 15))


def test_an_enumeration_shares_its_issuer_and_a_list_its_date() -> None:
    both = cited("I. MỤC TIÊU", "Theo Nghị định số 62/2020/NĐ-CP và Nghị định số 106/2020/NĐ-CP của Chính phủ.")
    assert [(one.number, one.date, one.issuer) for one in both] == [
        ("62/2020/NĐ-CP", None, "Chính phủ"),
        ("106/2020/NĐ-CP", None, "Chính phủ"),
    ]
    listed = cited("Căn cứ các Nghị định số 107/2020/NĐ-CP, 108/2020/NĐ-CP ngày 14/9/2020 của Chính phủ;")
    assert [(one.number, one.date) for one in listed] == [
        ("107/2020/NĐ-CP", date(2020, 9, 14)),
        ("108/2020/NĐ-CP", date(2020, 9, 14)),
    ]
    apart = cited(
        "Căn cứ Kế hoạch số 12/KH-UBND ngày 01/01/2022; Kế hoạch số 13/KH-UBND ngày 02/02/2022 của UBND tỉnh;"
    )
    assert [one.issuer for one in apart] == [None, "UBND tỉnh"]


def test_numbers_that_share_a_tail_are_doubtful() -> None:
    short, full = cited("Căn cứ Nghị định số 107, 108/2020/NĐ-CP ngày 14/9/2020 của Chính phủ;")
    assert (short.number, full.number) == ("107/2020/NĐ-CP", "108/2020/NĐ-CP")
    assert _codes(short) == ["serial-shares-code"]
    assert full.doubt is None


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        (
            "của UBND huyện Thử về việc thực hiện cải cách hành chính huyện Thử giai đoạn 2021 – 2025;",
            "Thực hiện cải cách hành chính huyện Thử giai đoạn 2021-2025",
        ),
        ("về Cải cách hành chính huyện Thử 20212025.", "Cải cách hành chính huyện Thử 2021-2025"),
        ("của UBND tỉnh phê duyệt “Đề án chuyển đổi số”;", "Đề án chuyển đổi số"),
        ("của UBND tỉnh v/v hướng dẫn lập kế hoạch;", "Hướng dẫn lập kế hoạch"),
        (
            "của UBND tỉnh về cải cách hành chính tỉnh Ví Dụ năm 2022, UBND xã Mẫu xây dựng Kế hoạch như sau:",
            "Cải cách hành chính tỉnh Ví Dụ năm 2022",
        ),
        ("của UBND tỉnh về tự chủ tài chính, bảo đảm đúng lộ trình;", "Tự chủ tài chính"),
        ("của UBND TP. Thử về chỉnh trang TP. Thử;", "Chỉnh trang TP. Thử"),
        ("của UBND huyện trên địa bàn;", None),
    ],
)
def test_titles_keep_units_and_periods(printed: str, title: str | None) -> None:
    assert cited(f"Căn cứ Kế hoạch số 12/KH-UBND ngày 01/02/2022 {printed}")[0].title == title


def test_a_title_may_name_what_is_cited_itself() -> None:
    outer, inner = cited(
        "Căn cứ Công văn số 9-CV/HU ngày 18/11/2021 của Huyện ủy về triển khai Chỉ thị số 11-CT/TU của Tỉnh ủy;"
    )
    assert outer.title == "Triển khai Chỉ thị số 11-CT/TU của Tỉnh ủy"
    assert (inner.number, inner.issuer) == ("11-CT/TU", "Tỉnh ủy")


def test_laws_are_cited_by_title_in_the_basis() -> None:
    laws = cited(
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015 và luật sửa đổi, bổ sung một số điều của Luật Tổ "
        "chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22/11/2019;"
    )
    assert [(one.title, one.date, one.number) for one in laws] == [
        ("Luật Tổ chức chính quyền địa phương", date(2015, 6, 19), None),
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương",
            date(2019, 11, 22),
            None,
        ),
    ]


def test_laws_without_a_date_and_with_a_number() -> None:
    undated = cited("Căn cứ Luật Cán bộ, công chức năm 2008; Luật Viên chức năm 2010;")
    assert [one.title for one in undated] == ["Luật Cán bộ, công chức năm 2008", "Luật Viên chức năm 2010"]
    mixed = cited("Căn cứ Luật Cán bộ, công chức năm 2008, Luật Viên chức ngày 15/11/2010;")
    assert [(one.title, one.date) for one in mixed] == [
        ("Luật Cán bộ, công chức năm 2008", None),
        ("Luật Viên chức", date(2010, 11, 15)),
    ]
    (numbered,) = cited("Căn cứ Luật Tổ chức chính quyền địa phương số 77/2015/QH13 ngày 19/6/2015;")
    assert (numbered.number, numbered.title) == ("77/2015/QH13", "Luật Tổ chức chính quyền địa phương")
    (first,) = cited("Căn cứ Luật số 65/2025/QH15 ngày 16/6/2025 của Quốc hội về tổ chức chính quyền địa phương;")
    assert (first.title, first.issuer) == ("Luật Tổ chức chính quyền địa phương", "Quốc hội")


def test_a_law_in_the_body_is_a_citation_with_its_date_only() -> None:
    assert cited("I. MỤC TIÊU", "Thực hiện Luật Lưu trữ và quy định của pháp luật.") == []
    (dated,) = cited("I. MỤC TIÊU", "Quyết toán đúng Luật Ngân sách nhà nước ngày 25/6/2015, tiết kiệm chi.")
    assert (dated.title, dated.date, dated.role) == ("Luật Ngân sách nhà nước", date(2015, 6, 25), "body")


def test_a_law_named_in_a_title_is_no_citation() -> None:
    (decree,) = cited("Căn cứ Nghị định số 34/2016/NĐ-CP của Chính phủ quy định chi tiết Luật Ban hành văn bản;")
    assert decree.number == "34/2016/NĐ-CP"


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


def test_cells_of_tables_are_never_the_basis() -> None:
    cell = passage([plain_words("Căn cứ Kế hoạch số 12/KH-UBND ngày 01/01/2022", 3)])
    (read,) = read_citations((), domain(), [cell])
    assert (read.item.role, str(read.item.lines)) == ("body", "3")


def test_a_citation_broken_over_lines_has_the_lines_from_its_kind_to_its_issuer() -> None:
    lines = (
        "Căn cứ tình hình của địa phương và Kế hoạch",
        "số 12/KH-",
        "UBND ngày 01 tháng 01",
        "năm 2022 của UBND huyện",
        "Thử về cải cách hành chính",
    )
    whole = Paragraph(passage(plain_words(line, number) for number, line in enumerate(lines, start=1)))
    (read,) = read_citations([whole], domain())
    assert (read.item.number, read.item.date, str(read.item.lines)) == ("12/KH-UBND", date(2022, 1, 1), "1-5")


def test_two_dates_of_one_number_are_doubtful_at_both() -> None:
    title = "của UBND huyện Thử về cải cách hành chính huyện Thử giai đoạn 2021-2025"
    first, second = cited(
        f"Căn cứ Kế hoạch số 02/KH-UBND ngày 07/01/2021 {title};",
        "I. MỤC TIÊU",
        f"Theo Kế hoạch số 02/KH-UBND ngày 07/01/2022 {title}.",
    )
    assert first.doubt == second.doubt is not None
    assert min(first.confidence or 0, second.confidence or 0) >= SURE


def test_a_paragraph_of_a_thousand_citations_is_read_whole() -> None:
    line = "Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ về cải cách; Luật Đất đai năm 2013; " * 500
    assert len(cited(line)) == 1000


def test_a_kind_that_gainsays_the_code_is_doubtful() -> None:
    (one,) = cited("Căn cứ Quyết định số 15/KH-UBND ngày 01/01/2023 của UBND huyện;")
    assert "kind-and-code-differ" in _codes(one)


def test_a_clean_citation_is_surer_than_a_damaged_one() -> None:
    clean, mended, undated = cited(
        "Căn cứ Quyết định số 45/QĐ-TTg ngày 03/4/2020 của Thủ tướng Chính phủ;"
        " Quyết định số 46/QB-TTg ngày 03/4/2020 của Thủ tướng Chính phủ; Quyết định số 47/QĐ-TTg;"
    )
    assert (clean.confidence or 0) > (mended.confidence or 0)
    assert (clean.confidence or 0) > (undated.confidence or 0)
    assert _codes(mended) == ["code-mended"]
    assert clean.doubt is None


def test_damaged_words_name_the_issuer_that_the_number_implies() -> None:
    (one,) = cited("Can cir Quyét dinh s6 45/QD- TTg ngay 03/4/2020 ctia Tha tudng Chinh phi vé Dé an;")
    assert one.issuer == "Thủ tướng Chính phủ"


def test_traces_quote_the_print() -> None:
    words = tuple(
        Word(printed, read, 1)
        for printed, read in zip(
            ["Can", "cir", "Nghi", "quyét", "sé", "76/NQ-CP", "ngay", "15/7/2021", "cua", "Chinh", "phu"],
            ["Căn", "cứ", "Nghị", "quyết", "số", "76/NQ-CP", "ngày", "15/7/2021", "của", "Chính", "phủ"],
            strict=True,
        )
    )
    (read,) = read_citations([Paragraph(passage([words]))], domain())
    assert {trace.field: trace.words for trace in read.traces} == {
        "number": "76/NQ-CP",
        "date": "15/7/2021",
        "issuer": "Chinh phu",
    }


WORDS = st.sampled_from(
    [
        "Căn",
        "cứ",
        "Thực",
        "hiện",
        "Nghị",
        "quyết",
        "số",
        "76/NQ-CP",
        "05-NQ/TU",
        "12/KH-UBND",
        "107,",
        "108/2020/NĐ-CP",
        "ngày",
        "15/7/2021",
        "31/02/2022",
        "của",
        "Chính",
        "phủ",
        "UBND",
        "tỉnh",
        "Ví",
        "Dụ",
        "về",
        "cải",
        "cách",
        "hành",
        "chính",
        ";",
        ".",
        ",",
        "và",
        "Luật",
        "Đất",
        "đai",
        "KH",
        "số",
        "02",
        "I.",
        "(",
        ")",
        "kèm",
        "theo",
        "tháng",
        "năm",
        "2022",
        "-",
        "/",
        "“",
        "”",
        "77/2015/QH13",
    ]
)


@given(st.lists(st.lists(WORDS, max_size=12), max_size=6))
def test_any_words_give_citations_within_the_lines(lines: list[list[str]]) -> None:
    for read in reads(*(" ".join(line) for line in lines)):
        item = read.item
        assert item.number is not None or item.title is not None
        assert item.lines is not None
        assert 1 <= item.lines.first <= item.lines.last <= len(lines)
        assert 0 < (item.confidence or 0) <= 1
        assert all(trace.words for trace in read.traces)


@given(st.lists(WORDS, max_size=30))
def test_a_document_read_twice_gives_the_same(words: list[str]) -> None:
    text = " ".join(words)
    assert reads(text) == reads(text)


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


@pytest.mark.parametrize("words", ["Luật ", "Kế hoạch số 1 ", "1/KH-UBND ", "77/2015/QH13 Luật "])
def test_long_runs_of_one_citation_take_no_square_time(words: str) -> None:
    begun = time.process_time()
    reads(words * (20_000 // len(words)))
    assert time.process_time() - begun < 6


def test_a_law_that_goes_on_the_list_of_the_basis_is_of_the_basis() -> None:
    found = cited(
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
        "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ ngày 22 tháng 11 năm 2019;",
        "UBND huyện Thử ban hành Kế hoạch như sau:",
    )
    assert [(one.date, one.role) for one in found] == [(date(2015, 6, 19), "basis"), (date(2019, 11, 22), "basis")]


@pytest.mark.parametrize("speck", ["‘", "'", "·", "~"])
def test_a_speck_between_a_number_and_its_date_is_none_of_either(speck: str) -> None:
    (found,) = cited(f"Thực hiện Thông tư số 343/2016/TT-BTC {speck} ngày 30/12/2016 của Bộ Tài chính;")
    assert (found.number, found.date) == ("343/2016/TT-BTC", date(2016, 12, 30))


def _codes(citation: Citation) -> list[str]:
    assert not isinstance(citation.doubt, str)
    return [one.code for one in citation.doubt or ()]
