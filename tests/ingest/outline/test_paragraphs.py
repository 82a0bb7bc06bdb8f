from __future__ import annotations

import time

import pytest
from hypothesis import given

from cascade.ingest.outline.paragraphs import Style, marker_of, paragraphs, paragraphs_as_lines
from cascade.lexicon.passage import passage
from tests.ingest.made import ENDLESS, LINES, lined, split
from tests.support import domain


@pytest.mark.parametrize(
    ("text", "style", "label", "rest"),
    [
        ("Phần thứ nhất. Mục tiêu", Style.PART, "thứ nhất", "Mục tiêu"),
        ("Chương II. Nhiệm vụ", Style.CHAPTER, "II", "Nhiệm vụ"),
        ("Điều 2. Giao Phòng Nội vụ", Style.ARTICLE, "2", "Giao Phòng Nội vụ"),
        ("IV. TỔ CHỨC", Style.ROMAN, "IV", "TỔ CHỨC"),
        ("3- Tăng cường kiểm tra", Style.ARABIC, "3", "Tăng cường kiểm tra"),
        ("2.1- Đến năm 2030", Style.DECIMAL, "2.1", "Đến năm 2030"),
        ("Nhiệm vụ 4. Mua xe cứu thương", Style.NAMED, "4", "Mua xe cứu thương"),
        ("Dự án số 2: Nâng cấp đường liên thôn", Style.NAMED, "2", "Nâng cấp đường liên thôn"),
        ("B. NHIỆM VỤ", Style.CAPITAL, "B", "NHIỆM VỤ"),
        ("Đ. Chính quyền số", Style.CAPITAL, "Đ", "Chính quyền số"),
        ("I. MỤC TIÊU", Style.ROMAN, "I", "MỤC TIÊU"),
        ("-> Rà soát", Style.DASH, "", "Rà soát"),
        ("→ 100% hồ sơ", Style.DASH, "", "100% hồ sơ"),
        ("3. Cải cách thể chế", Style.ARABIC, "3", "Cải cách thể chế"),
        ("2.1. Rà soát", Style.DECIMAL, "2.1", "Rà soát"),
        ("2.1.3 Rà soát", Style.DECIMAL, "2.1.3", "Rà soát"),
        ("(1) Rà soát", Style.PAREN, "1", "Rà soát"),
        ("a) Rà soát", Style.LETTER, "a", "Rà soát"),
        ("đ. Rà soát", Style.LETTER, "đ", "Rà soát"),
        ("* Rà soát", Style.STAR, "", "Rà soát"),
        ("- Rà soát", Style.DASH, "", "Rà soát"),
        ("–Rà soát", Style.DASH, "", "Rà soát"),
        ("+ Rà soát", Style.PLUS, "", "Rà soát"),
        (".- Rà soát", Style.DASH, "", "Rà soát"),
        ("1. 100% hồ sơ", Style.ARABIC, "1", "100% hồ sơ"),
    ],
)
def test_a_marker_and_the_words_behind_it(text: str, style: Style, label: str, rest: str) -> None:
    found = marker_of(text)
    assert found is not None
    marker, end = found
    assert (marker.style, marker.label, text[end:]) == (style, label, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Rà soát",
        "",
        "15/7/2021 họp",
        "2021-2025",
        "1.000 hồ sơ",
        "95,5% hồ sơ",
        "10 thủ tục",
        "Mức độ 3",
        "VIP",
        "1.",
        "V/v thực hiện",
        "A.B. làm",
        "B. rà soát",
    ],
)
def test_other_words_are_no_marker(text: str) -> None:
    assert marker_of(text) is None


@pytest.mark.parametrize(
    ("lines", "texts"),
    [
        (("- Rà soát thủ tục;", "- Niêm yết thủ tục"), ["Rà soát thủ tục;", "Niêm yết thủ tục"]),
        (
            ("Xã Mẫu rà soát các thủ tục hành chính của", "", "Ủy ban nhân dân xã."),
            ["Xã Mẫu rà soát các thủ tục hành chính của Ủy ban nhân dân xã."],
        ),
        (
            ("Rà soát thủ tục hành chính hằng năm.", "Xã Mẫu niêm yết."),
            ["Rà soát thủ tục hành chính hằng năm.", "Xã Mẫu niêm yết."],
        ),
        (("Rà soát thủ tục của tất cả các ngành,", "lĩnh vực"), ["Rà soát thủ tục của tất cả các ngành, lĩnh vực"]),
        (("giai đoạn 2021", "- 2025 của xã Mẫu"), ["giai đoạn 2021 - 2025 của xã Mẫu"]),
    ],
)
def test_lines_to_paragraphs(lines: tuple[str, ...], texts: list[str]) -> None:
    assert [paragraph.text for paragraph in split(*lines)] == texts


def test_lines_of_a_format_without_wrapping_are_paragraphs() -> None:
    found = paragraphs_as_lines(lined("Rà soát thủ tục của", "", "- Ủy ban"))
    assert [(paragraph.text, paragraph.marker is None) for paragraph in found] == [
        ("Rà soát thủ tục của", True),
        ("Ủy ban", False),
    ]


@given(LINES)
def test_no_word_is_lost_doubled_or_moved(lines: list[str]) -> None:
    rows = lined(*lines)
    printed = passage(rows).printed().replace(" ", "")
    at = 0
    for paragraph in paragraphs(rows, domain()):
        words = paragraph.passage.printed().replace(" ", "")
        found = printed.index(words, at)
        skipped = "".join(char for char in printed[at:found].lower() if char.isalnum())
        marker = paragraph.marker
        assert marker is not None or found == at
        assert not skipped or (
            marker is not None and skipped.endswith(marker.label.lower().replace(".", "").replace(" ", ""))
        )
        at = found + len(words)
    assert at == len(printed)


@given(LINES)
def test_paragraphs_stand_in_printed_order(lines: list[str]) -> None:
    numbers = [word.line for paragraph in paragraphs(lined(*lines), domain()) for word in paragraph.passage.words]
    assert numbers == sorted(numbers)


@given(LINES)
def test_splitting_is_deterministic(lines: list[str]) -> None:
    assert split(*lines) == split(*lines)


@pytest.mark.parametrize("piece", ENDLESS)
def test_long_lines_are_split_in_short_time(piece: str) -> None:
    text = (piece * 20_000)[:20_000]
    begun = time.process_time()
    split(text, text)
    assert time.process_time() - begun < 6


def test_a_bullet_begins_a_paragraph_though_the_line_before_has_not_ended() -> None:
    lines = (
        "• Chỉ số của xã Mẫu xếp loại khá trở lên, phấn đấu loại tốt",
        "• Kiểm tra nội bộ hai lần",
        "→ Báo cáo huyện",
    )
    assert [one.text for one in split(*lines)] == [
        "Chỉ số của xã Mẫu xếp loại khá trở lên, phấn đấu loại tốt",
        "Kiểm tra nội bộ hai lần",
        "Báo cáo huyện",
    ]


def test_a_plus_begins_a_paragraph_among_list_items_alone() -> None:
    assert len(split("- Hồ sơ của xã Mẫu nộp trực tuyến", "+ Năm đầu đạt một nửa số hồ sơ")) == 2
    assert len(split("Hồ sơ nộp trực tuyến toàn trình của xã", "+ một phần")) == 1


PAGE = [f"các đơn vị của xã Mẫu rà soát văn bản số {number} của huyện Thử" for number in range(14)]


def test_page_numbers_and_the_running_lines_beside_them_part_no_sentence() -> None:
    lines = [*PAGE, "2", "Kế hoạch của xã Mẫu", *PAGE, "3", "Kế hoạch của xã Mẫu", *PAGE]
    (found,) = split("Trong năm 2024", *lines)
    assert "Kế hoạch của xã Mẫu" not in found.text
    assert found.text.endswith("số 13 của huyện Thử")


def test_numbers_alone_on_a_line_that_are_no_pages_stay() -> None:
    found = split("Rà soát văn bản", "1", "Kiểm tra hồ sơ", "2", "Báo cáo huyện")
    assert " ".join(one.text for one in found) == "Rà soát văn bản 1 Kiểm tra hồ sơ 2 Báo cáo huyện"


def test_the_word_of_a_unit_goes_on_to_its_name_but_to_no_deed_and_no_agency() -> None:
    wide = "Tiếp tục rà soát, đơn giản hóa các thủ tục hành chính thuộc thẩm quyền giải quyết của"
    assert len(split(wide, "UBND huyện", "Thử và các cơ quan có liên quan")) == 1
    for second in ("Chủ trì hướng dẫn việc xây dựng chính quyền điện tử", "Phòng Tư pháp theo dõi việc thi hành"):
        assert [one.text for one in split(wide + ".", "2.5. Phòng Nội vụ huyện", second)][-1] == second


FULL = "Ủy ban nhân dân xã Mẫu xây dựng Kế hoạch cải cách hành chính với các mục tiêu và nhiệm vụ như sau."


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        ("a) Đến hết năm 2025: 100%", "DNNVV, HTX được hỗ trợ.", True),
        ("a) Triển khai đề án ứng dụng", "IoT trong giáo dục, y tế.", True),
        ("- Phấn đấu đến năm 2025 trên", "90% CBCCVC dùng chữ ký số.", True),
        ("- Hoàn thành việc kết nối", "CSDL quốc gia về dân cư.", True),
        ("1. Mục tiêu cụ thể", "TTHC được công khai đầy đủ.", False),
        ("1. Xây dựng chính quyền số", "100% cơ quan dùng chữ ký số.", False),
        ("I. TRIỂN KHAI THỰC HIỆN", "TTHC được công khai đầy đủ.", False),
        ("- Triển khai kế hoạch", "UBND các xã, thị trấn thực hiện.", False),
    ],
)
def test_a_sentence_goes_on_with_an_abbreviation_or_a_percentage(first: str, second: str, one: bool) -> None:
    texts = [paragraph.text for paragraph in split(FULL, "", first, second)]
    assert any(second in text and text != second for text in texts) is one


def test_an_item_with_a_share_begins_behind_a_heading_that_ends_with_a_year() -> None:
    heading = "2. Định hướng phát triển chính quyền số của xã đến năm 2035"
    assert len(split(heading, "- 100% hồ sơ được nộp trực tuyến.")) == 2


def test_a_number_begins_a_paragraph_behind_a_heading_in_capitals() -> None:
    heading = "II. MỤC TIÊU ĐẾN NĂM 2030, TẦM NHÌN ĐẾN NĂM 2045"
    assert len(split(heading, "1. Đến năm 2030")) == 2


@pytest.mark.parametrize(
    "text", ["III/2028. Sơ kết", "10- 15 mô hình", "3 - 5 sản phẩm mới", "Nhiệm vụ 6 tháng cuối năm"]
)
def test_quarters_and_ranges_number_no_paragraph(text: str) -> None:
    assert marker_of(text) is None


@pytest.mark.parametrize(
    ("lines", "begin"),
    [
        (("3. Sản xuất và thị trường của xã (tiêu chí 10)", "- Xây dựng vùng rau an toàn của cả xã Mẫu này"), True),
        (
            ("- Dạy nghề cho lao động của các thôn trong xã.", "Cơ quan phụ trách: Phòng Kinh tế của xã Mẫu, các hội"),
            True,
        ),
        (
            ("Giao việc này cho Phòng Lao động xã và Phòng Văn hóa", "- Thông tin cùng thực hiện trong cả năm sau nữa"),
            False,
        ),
    ],
)
def test_deeds_of_a_list_and_its_charge_begin_paragraphs(lines: tuple[str, ...], begin: bool) -> None:
    assert len(split(*lines)) == (2 if begin else 1)
