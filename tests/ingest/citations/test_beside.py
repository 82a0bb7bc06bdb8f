"""Citations: numbers in every print, their dates, issuers and titles, basis and body, and what is no citation."""

from __future__ import annotations

import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cascade.ingest.citations.read import read_citations
from cascade.ingest.item import Read
from cascade.ingest.outline.paragraphs import Paragraph, paragraphs
from cascade.lexicon.passage import Word, passage, plain_words
from cascade.model.plan import SURE, Citation
from tests.ingest.made import lexicon
from tests.support import domain


def reads(*lines: str) -> tuple[Read[Citation], ...]:
    words = [plain_words(line, number) for number, line in enumerate(lines, start=1)]
    return read_citations(paragraphs(words, domain()), lexicon())


def cited(*lines: str) -> list[Citation]:
    return [read.item for read in reads(*lines)]


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


def test_cells_of_tables_are_never_the_basis() -> None:
    cell = passage([plain_words("Căn cứ Kế hoạch số 12/KH-UBND ngày 01/01/2022", 3)])
    (read,) = read_citations((), lexicon(), [cell])
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
    (read,) = read_citations([whole], lexicon())
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
    parts = (
        f"Nghị quyết số {serial}/NQ-CP ngày 15/7/2021 của Chính phủ về cải cách; Luật Đất đai số {serial} năm 2013; "
        for serial in range(1, 501)
    )
    assert len(cited("Căn cứ " + "".join(parts))) == 1000


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
    (read,) = read_citations([Paragraph(passage([words]))], lexicon())
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


@pytest.mark.parametrize("words", ["Luật ", "Kế hoạch số 1 ", "1/KH-UBND ", "77/2015/QH13 Luật "])
def test_long_runs_of_one_citation_take_no_square_time(words: str) -> None:
    begun = time.process_time()
    reads(words * (20_000 // len(words)))
    assert time.process_time() - begun < 6


@pytest.mark.parametrize("speck", ["‘", "'", "·", "~"])
def test_a_speck_between_a_number_and_its_date_is_none_of_either(speck: str) -> None:
    (found,) = cited(f"Thực hiện Thông tư số 343/2016/TT-BTC {speck} ngày 30/12/2016 của Bộ Tài chính;")
    assert (found.number, found.date) == ("343/2016/TT-BTC", date(2016, 12, 30))


def _codes(citation: Citation) -> list[str]:
    assert not isinstance(citation.doubt, str)
    return [one.code for one in citation.doubt or ()]


@pytest.mark.parametrize(
    ("printed", "issuer"),
    [
        ("của Sở Nội vụ tại Tờ trình số 15/TTr-SNV ngày 05/01/2025, UBND tỉnh ban hành Kế hoạch", "Sở Nội vụ"),
        ("của Giám đốc Sở Nội vụ tại Tờ trình số 15/TTr-SNV ngày 05/01/2025;", "Giám đốc Sở Nội vụ"),
        ("của Trưởng phòng Nội vụ tại Tờ trình số 15/TTr-PNV ngày 05/01/2025;", "Trưởng phòng Nội vụ"),
        ("của phòng Nội vụ huyện tại Tờ trình số 15/TTr-PNV ngày 05/01/2025;", "Phòng Nội vụ huyện"),
        (
            "của Chánh Văn phòng HĐND và UBND xã tại Tờ trình số 15/TTr-VP ngày 05/01/2025",
            "Chánh Văn phòng HĐND và UBND xã",
        ),
        ("của Sở Nội vụ (Tờ trình số 15/TTr-SNV ngày 05/01/2025), UBND tỉnh xây dựng Kế hoạch", "Sở Nội vụ"),
        ("của Sở Tài chính tại văn bản thẩm định số 15/STC-NS ngày 05/01/2025", "Sở Tài chính"),
        (
            "của công chức Văn phòng - Thống kê tại Tờ trình số 15/TTr-VP ngày 05/01/2025",
            "Công chức Văn phòng - Thống kê",
        ),
        ("tại Tờ trình số 15/TTr-SNV ngày 05/01/2025 của Giám đốc Sở Nội vụ;", "Giám đốc Sở Nội vụ"),
        ("của Chủ tịch UBND tỉnh tại Thông báo số 15/TB-UBND ngày 05/01/2025, UBND xã yêu cầu", "Chủ tịch UBND tỉnh"),
        (
            "của Thủ tướng tại Thông báo kết luận số 15/TB-VPCP ngày 05/01/2025 của Văn phòng Chính phủ",
            "Văn phòng Chính phủ",
        ),
    ],
)
def test_submissions_and_announcements_are_of_those_who_make_them(printed: str, issuer: str) -> None:
    (one,) = cited(f"Theo đề nghị {printed}")
    assert (one.issuer, one.date, one.title) == (issuer, date(2025, 1, 5), None)


@pytest.mark.parametrize(
    "name",
    [
        " (sau đây gọi tắt là Kế hoạch số 69/KH-UBND)",
        " (gọi tắt là Kế hoạch số 69)",
        " (sau đây viết tắt là KH 69)",
        " (Kế hoạch 69)",
        " (Kế hoạch số 69/KH-UBND)",
        " [sau đây gọi là Kế hoạch số 69/KH-UBND]",
        ", sau đây gọi tắt là Kế hoạch số 69/KH-UBND",
    ],
)
def test_a_short_name_is_no_second_citation(name: str) -> None:
    plan, about = "Căn cứ Kế hoạch số 69/KH-UBND ngày 17/02/2023 của UBND tỉnh", " về cải cách hành chính"
    (behind,) = cited(f"{plan}{about}{name};")
    assert (behind.number, behind.title) == ("69/KH-UBND", "Cải cách hành chính")
    (before,) = cited(f"{plan}{name}{about};")
    assert before.number == "69/KH-UBND"
    assert before.title == ("Cải cách hành chính" if name.startswith(" ") else None)


@pytest.mark.parametrize(
    "amending",
    [
        "được sửa đổi, bổ sung một số điều theo Luật số 63/2020/QH14",
        "ngày 22/6/2015 (được sửa đổi, bổ sung bởi Luật số 63/2020/QH14 ngày 18/6/2020)",
        "đã được sửa đổi, bổ sung tại Luật số 63/2020/QH14, Luật số 72/2020/QH14",
    ],
)
def test_the_law_that_amends_another_is_no_citation_of_its_own(amending: str) -> None:
    law = "Luật Ban hành văn bản quy phạm pháp luật"
    found = cited(f"Căn cứ {law} số 80/2015/QH13 {amending}; Luật Giao dịch điện tử ngày 22/6/2023;")
    assert [(one.number, one.title) for one in found] == [("80/2015/QH13", law), (None, "Luật Giao dịch điện tử")]


def test_a_number_that_stands_in_a_short_name_alone_is_cited() -> None:
    found = cited("Căn cứ Kế hoạch năm 2023 của UBND tỉnh (sau đây gọi tắt là Kế hoạch số 69/KH-UBND);")
    assert [one.number for one in found] == ["69/KH-UBND"]


def test_two_laws_of_a_list_are_two() -> None:
    found = cited(
        "Căn cứ Luật Tổ chức chính quyền địa phương số 77/2015/QH13 ngày 19/6/2015; Luật sửa đổi, bổ sung một số điều "
        "của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương số 47/2019/QH14 ngày 22/11/2019;"
    )
    assert [one.number for one in found] == ["77/2015/QH13", "47/2019/QH14"]


def test_an_issuer_before_a_list_is_that_of_all_in_it() -> None:
    found = cited(
        "Căn cứ các Quyết định của Thủ tướng Chính phủ: số 06/QĐ-TTg ngày 06/01/2022 phê duyệt Đề án; số 07/QĐ-TTg;"
    )
    assert [(one.number, one.issuer) for one in found] == [
        ("06/QĐ-TTg", "Thủ tướng Chính phủ"),
        ("07/QĐ-TTg", "Thủ tướng Chính phủ"),
    ]


def test_a_date_behind_two_numbers_of_its_year_is_that_of_both() -> None:
    text = "Nghị định số {}/NĐ-CP và Nghị định số 108/2020/NĐ-CP ngày 14/9/2020 của Chính phủ."
    both = [one.date for one in cited("I. MỤC TIÊU", "Theo " + text.format("107/2020"))]
    assert both == [date(2020, 9, 14)] * 2
    assert [one.date for one in cited("I. MỤC TIÊU", "Theo " + text.format("61/2018"))] == [None, date(2020, 9, 14)]


def test_a_paragraph_of_the_body_names_a_document_once() -> None:
    found = cited("I. MỤC TIÊU", "Theo Nghị định số 60/2021/NĐ-CP của Chính phủ; Điều 9 Nghị định số 60/2021/NĐ-CP.")
    assert [(one.number, one.issuer) for one in found] == [("60/2021/NĐ-CP", "Chính phủ")]


KINDS = {"KH-UBND": "Kế hoạch", "QĐ-UBND": "Quyết định", "CT-TTg": "Chỉ thị", "NQ-CP": "Nghị quyết"}
PARTY = {"NQ/TU": "Nghị quyết", "KL/TW": "Kết luận", "CTr/HU": "Chương trình"}
ISSUERS = [
    "Chính phủ",
    "Thủ tướng Chính phủ",
    "UBND tỉnh Ví Dụ",
    "Ban Thường vụ Tỉnh ủy",
    "Bộ Giáo dục và Đào tạo",
    "Sở Văn hóa, Thể thao và Du lịch tỉnh Ví Dụ",
    "Ban Chỉ đạo Trung ương các chương trình mục tiêu quốc gia",
]
DAYS = [
    "ngày {d}/{m}/{y}",
    "ngày {d:02}-{m:02}-{y}",
    "ngày {d} tháng {m:02} năm {y}",
    "({d}/{m}/{y})",
    ", ngày {d}.{m}.{y}",
]
LAYOUTS = [
    "Căn cứ {kind} {number} {day} của {issuer} về {about};",
    "Căn cứ {kind} {number} của {issuer} {day} về {about};",
    "Thực hiện {kind} của {issuer} {number} {day} về {about}, UBND xã Mẫu ban hành Kế hoạch như sau:",
    "Thực hiện chỉ đạo của {issuer} tại {kind} {number} {day} về {about};",
    "- {kind} {number} {day} của {issuer}.",
    "Căn cứ {number} {day} của {issuer};",
]


@given(
    layout=st.sampled_from(LAYOUTS),
    serial=st.one_of(st.integers(1, 9999).map(str), st.integers(1, 99).map(lambda one: f"{one}.2")),
    code=st.sampled_from([*KINDS, *PARTY]),
    issuer=st.sampled_from(ISSUERS),
    day=st.dates(date(2001, 1, 1), date(2029, 12, 31)),
    printed=st.sampled_from(DAYS),
    says=st.sampled_from(["số ", "số: "]),
    breaks=st.lists(st.integers(0, 30), max_size=3),
)
def test_a_citation_is_the_same_in_every_layout(
    layout: str, serial: str, code: str, issuer: str, day: date, printed: str, says: str, breaks: list[int]
) -> None:
    number = f"{serial}-{code}" if code in PARTY else f"{serial}/{code}"
    kind = {**KINDS, **PARTY}[code]
    when = printed.format(d=day.day, m=day.month, y=day.year)
    text = layout.format(
        kind=kind,
        number=f"{says}{number}",
        said=f"{says}{number}",
        day=when,
        issuer=issuer,
        about="cải cách hành chính",
    ).replace(" ,", ",")
    words = text.split()
    rows = [0, *sorted({at for at in breaks if 0 < at < len(words)}), len(words)]
    lines = [plain_words(" ".join(words[a:b]), line) for line, (a, b) in enumerate(pairwise(rows), start=1)]
    (found,) = read_citations([Paragraph(passage(lines))], lexicon())
    assert (found.item.number, found.item.date, found.item.issuer) == (number, day, issuer)
