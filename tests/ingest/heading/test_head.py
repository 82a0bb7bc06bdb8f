"""Heads in the layouts that letterheads come in, and what is honestly left out."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cascade.documents.document import Document, Line
from cascade.ingest.citations.read import read_citations
from cascade.ingest.heading.head import Head, read_head
from cascade.ingest.outline.paragraphs import paragraphs
from cascade.lexicon.passage import plain_words
from cascade.model.doubt import Doubt
from cascade.model.plan import Window
from tests.ingest.made import lexicon
from tests.support import domain

STATE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
DATED = "Mẫu, ngày 05 tháng 01 năm 2023"
BASIS = "Căn cứ Kế hoạch số 12/KH-UBND ngày 01/01/2023 của UBND huyện Thử, tỉnh Ví Dụ về cải cách hành chính;"
TEXT = ("KẾ HOẠCH", "Cải cách hành chính năm 2023", BASIS, "I. MỤC TIÊU")


def head(*lines: str) -> Head:
    document = Document("mau.txt", "", "text", tuple(Line(line) for line in lines))
    words = [plain_words(line, number) for number, line in enumerate(lines, start=1)]
    parts = paragraphs(words, domain())
    return read_head(document, parts, read_citations(parts, lexicon()), lexicon())


@pytest.mark.parametrize(
    "letterhead",
    [
        ("ỦY BAN NHÂN DÂN", "XÃ MẪU", "Số: 05/KH-UBND", *STATE, DATED),
        (*STATE, "ỦY BAN NHÂN DÂN", "XÃ MẪU", "Số: 05/KH-UBND", DATED),
        ("ỦY BAN NHÂN DÂN", STATE[0], "XÃ MẪU", STATE[1], "Số: 05/KH-UBND", DATED),
        (f"ỦY BAN NHÂN DÂN      {STATE[0]}", f"XÃ MẪU     {STATE[1]}", f"Số:  05  /KH-UBND       {DATED}"),
        (f"ỦY BAN NHÂN DÂN XÃ MẪU {STATE[0]}", f"Số: 05/KH-UBND {STATE[1]}", DATED),
        ("UBND HUYỆN THỬ", "UBND XÃ MẪU", "Số 05/KH- UBND", *STATE, "Mẫu, ngày 05/01/2023"),
        ("UBND XÃ MẪU", "HUYỆN THỬ", "-------", "Số: 05/KH-UBND", *STATE, "Mẫu, ngày 05 tháng 01", "năm 2023"),
        ("Ủy ban nhân dân xã Mẫu", "Số:", "05/KH-UBND", *STATE, "Mẫu, ngày 5 tháng 1 năm 2023"),
        ("UY BAN NHAN DAN", "XÃ MẪU Déc 1ap - Tw do - Hanh phc", "S6: 05/KH-UBND", "Mau, ngay 0 5 thang 01 nam 2023"),
    ],
)
def test_layouts_of_a_letterhead(letterhead: tuple[str, ...]) -> None:
    found = head(*letterhead, *TEXT)
    assert (found.number, found.type, found.issued) == ("05/KH-UBND", "KH", date(2023, 1, 5))
    assert (found.issuer, found.level, found.place) == ("UBND xã Mẫu", "commune", ("Mẫu", "Thử", "Ví Dụ"))
    assert (found.title, found.period, found.year) == ("Cải cách hành chính năm 2023", Window(2023, 2023), 2023)
    assert found.no_plan == ()


@pytest.mark.parametrize(
    ("letterhead", "issuer", "level", "place"),
    [
        (("ỦY BAN NHÂN DÂN", "HUYỆN THỬ"), "UBND huyện Thử", "district", ("Thử",)),
        (("UBND HUYỆN THỬ", "PHÒNG NỘI VỤ"), "Phòng Nội vụ huyện Thử", "district", ("Thử",)),
        (("UBND TỈNH VÍ DỤ", "SỞ NỘI VỤ"), "Sở Nội vụ tỉnh Ví Dụ", "province", ("Ví Dụ",)),
        (("UBND HUYỆN THỬ", "TRUNG TÂM VĂN HÓA"), "Trung tâm Văn hóa huyện Thử", "district", ("Thử",)),
        (("HỘI ĐỒNG NHÂN DÂN", "HUYỆN THỬ"), "HĐND huyện Thử", "district", ("Thử",)),
        (("ĐẢNG BỘ HUYỆN THỬ", "ĐẢNG ỦY XÃ MẪU"), "Đảng ủy xã Mẫu", "commune", ("Mẫu", "Thử")),
        (("TỈNH VÍ DỤ", "ỦY BAN NHÂN DÂN XÃ MẪU"), "UBND xã Mẫu", "commune", ("Mẫu", "Ví Dụ")),
        (("ỦY BAN NHÂN DÂN", "THÀNH PHỐ HẢI PHÒNG"), "UBND thành phố Hải Phòng", "province", ("Hải Phòng",)),
        (("UBND THỊ TRẤN MẪU", "HUYỆN THỬ"), "UBND thị trấn Mẫu", "commune", ("Mẫu", "Thử")),
        (("UBND PHƯỜNG 5", "QUẬN 3"), "UBND phường 5", "commune", ("5", "3", "Hồ Chí Minh")),
        (("UBND TX. THỬ", "UBND XÃ MẪU"), "UBND xã Mẫu", "commune", ("Mẫu", "Thử")),
        (("BỘ NỘI VỤ",), "Bộ Nội vụ", "central", ()),
        (("CHÍNH PHỦ",), "Chính phủ", "central", ()),
    ],
)
def test_who_issues(letterhead: tuple[str, ...], issuer: str, level: str, place: tuple[str, ...]) -> None:
    text = ("KẾ HOẠCH", "Cải cách hành chính năm 2023", "I. MỤC TIÊU")
    found = head(*letterhead, "Số: 05/KH-ABC", *STATE, "Mẫu, ngày 05 tháng 01 năm 2023", *text)
    assert (found.issuer, found.level, found.place) == (issuer, level, place)


def test_a_city_is_of_the_level_that_its_superiors_leave() -> None:
    lines = ("ỦY BAN NHÂN DÂN", "THÀNH PHỐ THỬ", "Số: 05/KH-UBND", "Thử, ngày 05 tháng 01 năm 2023", *TEXT[:2])
    below = head(*lines, "Căn cứ Kế hoạch số 12/KH-UBND ngày 01/01/2023 của UBND tỉnh Ví Dụ;", "I. MỤC TIÊU")
    assert (below.level, below.place) == ("district", ("Thử", "Ví Dụ"))
    unknown = head(*lines, "I. MỤC TIÊU")
    assert (unknown.level, unknown.confidence["level"] < 0.8) == ("province", True)
    assert Doubt("unit-level", {"unit": "thành phố Thử"}) in unknown.doubts


def test_since_the_district_level_ended_a_commune_is_directly_below_its_province() -> None:
    lines = ("ỦY BAN NHÂN DÂN", "XÃ MẪU", "Số: 05/KH-UBND", "Mẫu, ngày 20 tháng 01 năm 2026", "KẾ HOẠCH")
    basis = (
        "Căn cứ Kế hoạch số 9/KH-UBND ngày 08/01/2026 của UBND tỉnh Ví Dụ về cải cách hành chính năm 2026;",
        "Căn cứ Kế hoạch số 2/KH-UBND ngày 08/01/2022 của UBND huyện Thử, tỉnh Giả Định;",
    )
    found = head(*lines, "Cải cách hành chính năm 2026", *basis, "I. MỤC TIÊU")
    assert found.place == ("Mẫu", "Ví Dụ")


@pytest.mark.parametrize("empty", ["Số: /KH-UBND", "Số:        /KH-UBND", "Số: ……/KH-UBND", "Số:   /2023/KH-UBND"])
def test_an_empty_number_is_none_and_said(empty: str) -> None:
    found = head("UBND XÃ MẪU", empty, DATED, *TEXT)
    assert (found.number, found.type) == (None, "KH")
    assert Doubt("number-blank") in found.doubts
    assert "number" not in found.confidence


@pytest.mark.parametrize(
    "line",
    [
        "Mẫu, ngày     tháng     năm 2023",
        "Mẫu, ngày … tháng … năm 20…",
        "Mẫu, ngày      tháng 01 năm 2023",
        "Mẫu, ngày tháng năm",
    ],
)
def test_an_incomplete_date_is_none_and_said(line: str) -> None:
    found = head("UBND XÃ MẪU", "Số: 05/KH-UBND", line, *TEXT)
    assert found.issued is None
    assert any(doubt.code == "date-incomplete" for doubt in found.doubts)


@pytest.mark.parametrize(
    "stamp", ["2023-01-06T18:58:04+0700 đã ký lên văn bản này!", "Ký bởi: UBND xã Mẫu; Ngày ký: 06/01/2023 10:09:43"]
)
@pytest.mark.parametrize("printed", [(), ("Mẫu, ngày     tháng 01 năm 2023",)])
def test_a_digital_signature_dates_what_prints_no_date(stamp: str, printed: tuple[str, ...]) -> None:
    found = head("UBND XÃ MẪU", "Số: 05/KH-UBND", *printed, *TEXT, stamp)
    assert found.issued == date(2023, 1, 6)
    assert found.confidence["issued"] < 0.8
    assert any(doubt.code == "date-of-signature" for doubt in found.doubts)
    assert head("UBND XÃ MẪU", "Số: 05/KH-UBND", DATED, *TEXT, stamp).issued == date(2023, 1, 5)


def test_a_date_above_the_signature() -> None:
    found = head("UBND XÃ MẪU", *TEXT, "Nội dung của kế hoạch.", "Mẫu, ngày 5 tháng 1 năm 2023", "TM. ỦY BAN NHÂN DÂN")
    assert found.issued == date(2023, 1, 5)


def test_a_decision_brings_a_plan_with_it() -> None:
    found = head(
        *("ỦY BAN NHÂN DÂN", "TỈNH VÍ DỤ", "Số: 100/QĐ-UBND", "Ví Dụ, ngày 22 tháng 12 năm 2025"),
        *("QUYẾT ĐỊNH", "Phê duyệt Kế hoạch cải cách hành chính giai đoạn 2026-2030"),
        *("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH VÍ DỤ", "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025;"),
        *("QUYẾT ĐỊNH:", "Điều 1. Phê duyệt Kế hoạch kèm theo.", "KẾ HOẠCH"),
        *("Cải cách hành chính nhà nước tỉnh Ví Dụ giai đoạn 2026-2030", "(Kèm theo Quyết định số 100/QĐ-UBND)"),
        "I. MỤC TIÊU",
    )
    assert (found.number, found.type) == ("100/QĐ-UBND", "QĐ")
    assert found.title == "Cải cách hành chính nhà nước tỉnh Ví Dụ giai đoạn 2026-2030"
    assert found.no_plan == ()


def test_a_decision_alone_is_titled_by_what_it_issues() -> None:
    found = head(
        *("ỦY BAN NHÂN DÂN", "HUYỆN THỬ", "Số: 7/QĐ-UBND", DATED, "QUYẾT ĐỊNH"),
        *("Về việc ban hành Kế hoạch cải cách hành chính năm 2023", BASIS, "Điều 1. Ban hành Kế hoạch."),
    )
    assert found.title == "Kế hoạch cải cách hành chính năm 2023"
    assert found.no_plan == ()


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("Tiếp tục thực hiện cải cách hành chính", "giai đoạn 2021 - 2025, năm 2023"),) * 1
        + ("Tiếp tục thực hiện cải cách hành chính giai đoạn 2021-2025, năm 2023",),
        (
            ("TRIỂN KHAI CÔNG TÁC CẢI CÁCH HÀNH CHÍNH", "TRÊN ĐỊA BÀN HUYỆN THỬ NĂM 2023"),
            "Triển khai công tác cải cách hành chính trên địa bàn huyện Thử năm 2023",
        ),
        (
            ("CẢI CÁCH HÀNH CHÍNH CỦA XÃ TÂN MẪU, HUYỆN THỬ PHONG NĂM 2023",),
            "Cải cách hành chính của xã Tân Mẫu, huyện Thử Phong năm 2023",
        ),
        (("NÂNG CAO CHỈ SỐ PAR INDEX, CCHC NĂM 2023",), "Nâng cao chỉ số PAR INDEX, CCHC năm 2023"),
        (("“Cải cách hành chính năm 2023”",), "Cải cách hành chính năm 2023"),
        (
            ("Cải cách hành chính năm 2023", "(Ban hành kèm theo Quyết định số 5/QĐ-UBND)"),
            "Cải cách hành chính năm 2023",
        ),
    ],
)
def test_titles(lines: tuple[str, ...], title: str) -> None:
    found = head("UBND HUYỆN THỬ", "Số: 05/KH-UBND", DATED, "KẾ HOẠCH", *lines, BASIS, "I. MỤC TIÊU")
    assert (found.title or "").replace("PAR index", "PAR INDEX") == title


def test_kind_and_title_on_one_line() -> None:
    for line in ("KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2023", "KẾ HOẠCH Cải cách hành chính năm 2023"):
        found = head("UBND XÃ MẪU", "Số: 05/KH-UBND", DATED, line, BASIS, "I. MỤC TIÊU")
        assert (found.type, found.title) == ("KH", "Cải cách hành chính năm 2023")
    first = head("Kế hoạch cải cách hành chính năm 2023 của UBND xã Mẫu", "Số: 05/KH-UBND", DATED, BASIS, "I. MỤC TIÊU")
    assert first.title == "Cải cách hành chính năm 2023 của UBND xã Mẫu"
    assert first.issuer == "UBND xã Mẫu"


@pytest.mark.parametrize(
    ("title", "period", "year"),
    [
        ("Cải cách hành chính năm 2022", Window(2022, 2022), 2022),
        ("Cải cách hành chính giai đoạn 2021 - 2025", Window(2021, 2025), None),
        ("Cải cách hành chính giai đoạn 2021–2030", Window(2021, 2030), None),
        ("Cải cách hành chính giai đoạn 20212030", Window(2021, 2030), None),
        ("Cải cách hành chính giai đoạn 2021 đến 2025", Window(2021, 2025), None),
        ("Cải cách hành chính giai đoạn từ năm 2021 đến năm 2025", Window(2021, 2025), None),
        ("Cải cách hành chính 2021-2025", Window(2021, 2025), None),
        ("Cải cách hành chính giai đoạn 2021-2025, năm 2023", Window(2021, 2025), 2023),
        ("Cải cách hành chính năm 2023 thực hiện Chương trình giai đoạn 2021-2025", Window(2021, 2025), 2023),
        ("Cải cách hành chính giai đoạn 2021-2025, tầm nhìn đến năm 2030", Window(2021, 2025), None),
        ("Chuyển đổi số đến năm 2025, định hướng đến năm 2030", Window(2023, 2025), None),
    ],
)
def test_periods_and_years(title: str, period: Window, year: int | None) -> None:
    found = head("UBND XÃ MẪU", "Số: 05/KH-UBND", DATED, "KẾ HOẠCH", title, BASIS, "I. MỤC TIÊU")
    assert (found.period, found.year) == (period, year)


def test_without_years_in_the_title_the_announcement_tells_them() -> None:
    found = head(
        *("UBND XÃ MẪU", "Số: 05/KH-UBND", DATED, "KẾ HOẠCH", "Cải cách hành chính của xã", BASIS),
        *("Ủy ban nhân dân xã ban hành Kế hoạch cải cách hành chính năm 2023 như sau:", "I. MỤC TIÊU"),
    )
    assert (found.period, found.year) == (Window(2023, 2023), 2023)
    assert found.confidence["period"] < 0.9


def test_a_body_without_a_head_tells_unit_and_period_less_surely() -> None:
    body = (
        "I. MỤC TIÊU",
        "Cải cách hành chính trên địa bàn huyện Thử giai đoạn 2021-2025.",
        "Kế hoạch của UBND huyện Thử giai đoạn 2021-2025.",
        "Đường đi từ huyện Khác.",
    )
    found = head(*body)
    assert (found.issuer, found.level, found.place) == ("UBND huyện Thử", "district", ("Thử",))
    assert found.period == Window(2021, 2025)
    assert (found.number, found.type, found.issued, found.title) == (None, None, None, None)
    assert max(found.confidence.values()) < 0.8
    assert len(found.doubts) >= 2


def test_the_announcement_names_the_issuer_where_no_letterhead_does() -> None:
    found = head(
        "KẾ HOẠCH", "Cải cách hành chính năm 2023", f"{BASIS} UBND xã Mẫu xây dựng kế hoạch như sau:", "I. MỤC TIÊU"
    )
    assert (found.issuer, found.place) == ("UBND xã Mẫu", ("Mẫu", "Thử", "Ví Dụ"))
    assert 0.8 < found.confidence["issuer"] < 0.96
    assert found.number is None


def test_an_appendix_alone_says_what_it_belongs_to() -> None:
    found = head(
        *("PHỤ LỤC", "NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2025"),
        *("(Kèm theo Kế hoạch số 31/KH-UBND ngày 24 tháng 01 năm 2025 của", "Ủy ban nhân dân huyện Thử)"),
        *("TT Nhiệm vụ Sản phẩm", "I. CẢI CÁCH THỂ CHẾ"),
    )
    assert (found.number, found.type, found.issued) == ("31/KH-UBND", "KH", date(2025, 1, 24))
    assert (found.issuer, found.period) == ("UBND huyện Thử", Window(2025, 2025))
    assert found.confidence["number"] < 0.9


@pytest.mark.parametrize(
    "lines",
    [
        ("UBND XÃ MẪU", "Số: 96/BC-UBND", DATED, "BÁO CÁO", "Kết quả cải cách hành chính năm 2023"),
        ("UBND XÃ MẪU", "Số: 9/TTr-UBND", DATED, "TỜ TRÌNH", "Về việc phê duyệt kế hoạch cải cách hành chính"),
        ("UBND XÃ MẪU", "Số: 9/UBND-VP", DATED, "V/v cải cách hành chính", "Kính gửi: UBND huyện Thử"),
        ("UBND XÃ MẪU", "Số: 9/QĐ-UBND", DATED, "QUYẾT ĐỊNH", "Về việc khen thưởng cá nhân"),
        ("DANH SÁCH HỌC SINH", "1. Nguyễn Văn Mẫu"),
        (),
    ],
)
def test_what_may_be_no_plan_says_why(lines: tuple[str, ...]) -> None:
    assert head(*lines).no_plan


def test_every_value_with_a_place_is_traced() -> None:
    found = head("UBND XÃ MẪU", "Số: 05/KH-UBND", DATED, *TEXT)
    traced = {trace.field: trace.words for trace in found.traces}
    assert traced["number"] == "05/KH-UBND"
    assert "05 tháng 01 năm 2023" in traced["issued"]
    assert traced["title"] == "Cải cách hành chính năm 2023"
    assert {"type", "level", "place"} <= set(found.confidence)


LINES = st.sampled_from(
    [
        *STATE,
        *TEXT,
        DATED,
        "UBND XÃ MẪU",
        "HUYỆN THỬ",
        "UBND THÀNH PHỐ THỬ",
        "PHÒNG NỘI VỤ",
        "Số: 05/KH-UBND",
        "Số: /KH-UBND",
        "Mẫu, ngày 32 tháng 13 năm 2023",
        "QUYẾT ĐỊNH",
        "PHỤ LỤC",
        "BỘ NỘI VỤ",
        "2023-99-99T10:10",
        "",
        "giai đoạn 2025-2021",
    ]
)


@given(st.lists(LINES, max_size=12))
def test_any_lines_give_a_head_within_them(lines: list[str]) -> None:
    found = head(*lines)
    assert found == head(*lines)
    assert all(0 < sure <= 1 for sure in found.confidence.values())
    assert all(getattr(found, name) not in (None, ()) for name in found.confidence if name != "place")
    assert all(trace.lines is None or trace.lines.last <= len(lines) for trace in found.traces)


@given(
    serial=st.integers(1, 9999),
    gaps=st.lists(st.sampled_from(["", " ", "   "]), min_size=3, max_size=3),
    kind=st.sampled_from(["KH", "QĐ", "CTr", "ĐA"]),
)
def test_spaces_in_the_number_change_nothing(serial: int, gaps: list[str], kind: str) -> None:
    found = head("UBND XÃ MẪU", f"Số:{gaps[0]}{serial}{gaps[1]}/{gaps[2]}{kind}-UBND", DATED, *TEXT)
    assert (found.number, found.type) == (f"{serial}/{kind}-UBND", kind)


def test_a_plan_without_a_number_has_that_of_the_decision_that_issues_it() -> None:
    issued = "(Ban hành kèm theo Quyết định số 415/QĐ-UBND ngày 06/12/2021 của UBND phường Mẫu, thành phố Thử)"
    found = head("KẾ HOẠCH", "Cải cách hành chính giai đoạn 2021 - 2025 của phường Mẫu", issued)
    assert (found.number, found.issued, found.type) == ("415/QĐ-UBND", date(2021, 12, 6), "KH")
    blank = head("Số:    /KH-UBND", "KẾ HOẠCH", "Cải cách hành chính năm 2022 của phường Mẫu", issued)
    assert blank.number is None


def test_the_year_of_the_date_may_stand_on_the_next_line() -> None:
    found = head("UBND HUYỆN THỬ", "Số: 19/KH-UBND", *STATE, "Thử, ngày 17 tháng 01 năm", "2023", *TEXT)
    assert found.issued == date(2023, 1, 17)
