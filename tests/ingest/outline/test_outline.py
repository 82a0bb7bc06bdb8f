from __future__ import annotations

import time

import pytest
from hypothesis import given

from cascade.ingest.outline.outline import Entry
from cascade.lexicon.horizon import Horizon
from tests.ingest.made import ENDLESS, LINES, outlined

PLAN = (
    "I. MỤC TIÊU",
    "1. Mục tiêu chung",
    "Nâng cao chất lượng phục vụ người dân của xã Mẫu.",
    "2. Mục tiêu cụ thể",
    "a) Cải cách thủ tục hành chính:",
    "- 100% hồ sơ được số hóa;",
    "- 80% hồ sơ được xử lý trực tuyến.",
    "II. NHIỆM VỤ",
    "1. Cải cách thể chế",
    "- Rà soát văn bản của xã.",
    "III. TỔ CHỨC THỰC HIỆN",
    "1. Văn phòng UBND xã:",
    "- Theo dõi, đôn đốc thực hiện.",
    "Nơi nhận:",
    "- UBND huyện Thử;",
)


def of(text: str, *lines: str) -> Entry:
    (found,) = [one for one in outlined(*(lines or PLAN)) if text in one.paragraph.text]
    return found


@pytest.mark.parametrize(
    ("text", "kind", "item_id"),
    [
        ("Nâng cao", "aims", "I.1-1"),
        ("100% hồ sơ", "aims", "I.2.a-1"),
        ("80% hồ sơ", "aims", "I.2.a-2"),
        ("Rà soát", "tasks", "II.1-1"),
        ("Theo dõi", "organisation", "III.1-1"),
        ("UBND huyện Thử", "recipients", "III.1-2"),
    ],
)
def test_every_paragraph_knows_what_it_stands_under(text: str, kind: str, item_id: str) -> None:
    assert (of(text).section.kind, of(text).id) == (kind, item_id)


def test_a_heading_tells_the_area_and_the_body_of_what_follows() -> None:
    assert of("Rà soát").section.area == 1
    assert of("Theo dõi").section.lead == ("Văn phòng UBND xã",)


@pytest.mark.parametrize(
    "label",
    ["1. Phòng Nội vụ", "a) Phòng Nội vụ:", "- Phòng Nội vụ:", "* Phòng Nội vụ:", "Phòng Nội vụ:", "Phòng Nội vụ"],
)
@pytest.mark.parametrize("mark", ["- ", "+ "])
def test_the_body_that_a_line_names_alone_is_charged_with_what_stands_below(label: str, mark: str) -> None:
    if label.startswith("-") and mark == "- ":
        return
    lines = ("III. TỔ CHỨC THỰC HIỆN", label, f"{mark}Theo dõi việc thực hiện.", "IV. KHEN THƯỞNG", "Khen người giỏi.")
    assert of("Theo dõi", *lines).section.lead == ("Phòng Nội vụ",)
    assert of("Khen", *lines).section.lead == ()


def test_the_next_line_that_names_a_body_takes_over() -> None:
    lines = ("III. TỔ CHỨC THỰC HIỆN", "Phòng Nội vụ", "- Theo dõi chung.", "UBND các xã", "Lập kế hoạch riêng.")
    assert of("Lập", *lines).section.lead == ("UBND các xã",)
    assert [one.id for one in outlined(*lines)] == ["III-1", "III-2"]


@pytest.mark.parametrize(
    "text", ["- Các phòng rà soát các việc sau:", "- Nội dung:", "- Trong năm: Phòng Nội vụ báo cáo:"]
)
def test_a_line_that_tells_a_deed_charges_nobody(text: str) -> None:
    assert of("Công khai", "II. NHIỆM VỤ", text, "+ Công khai kết quả.").section.lead == ()


def test_headings_are_no_entries() -> None:
    assert not [one for one in outlined(*PLAN) if one.paragraph.text in {"MỤC TIÊU", "NHIỆM VỤ", "Mục tiêu chung"}]


def test_before_the_first_heading_is_the_head() -> None:
    assert of("Xã Mẫu", "Xã Mẫu lập kế hoạch.", "I. MỤC TIÊU").section.kind == "head"


def test_a_horizon_alone_stands_over_what_follows_until_the_next() -> None:
    lines = (
        "I. MỤC TIÊU",
        "* Đến năm 2023:",
        "- 80% hồ sơ được số hóa.",
        "* Đến năm 2025:",
        "- 90% hồ sơ được số hóa.",
    )
    assert of("80%", *lines).section.horizon == Horizon("by", 2023)
    assert of("90%", *lines).section.horizon == Horizon("by", 2025)


def test_words_behind_a_heading_on_its_line_are_an_entry() -> None:
    lines = ("I. MỤC TIÊU", "1. Mục tiêu chung: Nâng cao chất lượng phục vụ người dân.", "2. Mục tiêu cụ thể")
    assert of("Nâng cao", *lines).paragraph.text == "Nâng cao chất lượng phục vụ người dân."


def test_list_items_below_an_introducing_item_are_its_own() -> None:
    lines = ("I. MỤC TIÊU", "- Phấn đấu các chỉ số của xã:", "+ Chỉ số hài lòng đạt 90%.", "- Xã Mẫu được khen.")
    assert of("hài lòng", *lines).id == "I.1-1"
    assert of("được khen", *lines).id == "I-2"


@given(LINES)
def test_any_lines_have_an_outline_and_always_the_same(lines: list[str]) -> None:
    found = outlined(*lines)
    assert found == outlined(*lines)
    numbers = [word.line for one in found for word in one.paragraph.passage.words]
    assert numbers == sorted(numbers)


@pytest.mark.parametrize("piece", ENDLESS)
def test_long_paragraphs_are_outlined_in_short_time(piece: str) -> None:
    begun = time.process_time()
    outlined((piece * 20_000)[:20_000])
    assert time.process_time() - begun < 6


LETTERED = (
    "A. MỤC TIÊU",
    "1. Mục tiêu cụ thể",
    "- 100% hồ sơ được số hóa;",
    "B. NHIỆM VỤ",
    "I. Cải cách thể chế",
    "- Rà soát văn bản của xã.",
    "II. Chính quyền số",
    "- Kết nối camera của xã.",
    "C. TỔ CHỨC THỰC HIỆN",
    "1. Văn phòng UBND xã:",
    "- Theo dõi, đôn đốc thực hiện.",
)


@pytest.mark.parametrize(
    ("text", "kind", "item_id"),
    [
        ("100% hồ sơ", "aims", "A.1-1"),
        ("Rà soát", "tasks", "B.I-1"),
        ("Kết nối", "tasks", "B.II-1"),
        ("Theo dõi", "organisation", "C.1-1"),
    ],
)
def test_capital_letters_head_sections(text: str, kind: str, item_id: str) -> None:
    assert (of(text, *LETTERED).section.kind, of(text, *LETTERED).id) == (kind, item_id)


def test_capital_letters_may_stand_below_roman_numbers() -> None:
    lines = ("I. MỤC TIÊU", "A. Mục tiêu chung", "- Số hóa.", "II. NHIỆM VỤ", "A. Thể chế", "- Rà soát.", "B. Bộ máy")
    assert of("Rà soát", *lines, "- Sắp xếp.").id == "II.A-1"
    assert of("Sắp xếp", *lines, "- Sắp xếp.").id == "II.B-1"


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("I. KHÁI QUÁT TÌNH HÌNH", "results"),
        ("I. Đặc điểm tình hình", "results"),
        ("I. Kết quả đạt được", "results"),
        ("I. KẾT QUẢ ĐẾN HẾT NĂM 2023", "results"),
        ("I. Tồn tại, hạn chế", "results"),
        ("I. Khắc phục tồn tại, hạn chế", "tasks"),
    ],
)
def test_headings_of_results_are_no_promises(heading: str, kind: str) -> None:
    assert of("Xã Mẫu", heading, "Xã Mẫu giải quyết đúng hạn 93% hồ sơ.").section.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Kế hoạch số 03/KH-UBND ngày 08/01/2024 của UBND huyện Thử;",
        "Can cu KH so 03/KH-UBND ngay 08/01/2024 cua UBND huyen Thu.",
        "Trên đây là Kế hoạch năm 2024 của xã Mẫu, đề nghị các đơn vị triển khai.",
        "Tren day la KH CCHC nam 2024 cua UBND xa, de nghi cac bo phan trien khai.",
        "Nhận được Kế hoạch này, yêu cầu các đơn vị triển khai thực hiện./.",
        "Các cơ quan, đơn vị căn cứ chức năng, nhiệm vụ tổ chức thực hiện các công việc trong bảng.",
    ],
)
def test_the_basis_and_the_closing_words_are_no_entries(text: str) -> None:
    assert [one.paragraph.text for one in outlined("I. NHIỆM VỤ", text, "- Rà soát văn bản.")] == ["Rà soát văn bản."]


def test_what_is_handed_over_by_a_day_is_a_task() -> None:
    text = "Nhận được Kế hoạch này, các đơn vị báo cáo UBND xã trước ngày 15/02/2024."
    assert of("báo cáo UBND xã", "I. NHIỆM VỤ", text)


DECIMAL = (
    "4. Nhiệm vụ, giải pháp",
    "4.1. Chỉ đạo, điều hành",
    "1. Ban hành kế hoạch của phường Mẫu.",
    "2. Sơ kết, tổng kết việc thực hiện.",
    "4.2. Cải cách thể chế",
    "1. Rà soát văn bản của phường Mẫu.",
    "5. Kinh phí",
    "Ngân sách phường Mẫu chi trả.",
)


@pytest.mark.parametrize(
    ("text", "kind", "item_id"),
    [
        ("Ban hành", "tasks", "4.1-1"),
        ("Sơ kết", "tasks", "4.1-2"),
        ("Rà soát", "tasks", "4.2-1"),
        ("Ngân sách", "funding", "5-1"),
    ],
)
def test_a_list_may_count_anew_below_the_parts_of_a_number(text: str, kind: str, item_id: str) -> None:
    entry = of(text, *DECIMAL)
    assert (entry.section.kind, entry.id) == (kind, item_id)


def test_a_numbered_heading_may_be_a_horizon_alone() -> None:
    lines = ("3. Mục tiêu", "3.1. Đến năm 2023", "- 80% hồ sơ.", "3.2. Đến năm 2025", "- 90% hồ sơ.")
    assert of("80%", *lines).section.horizon == Horizon("by", 2023)
    assert of("90%", *lines).section.horizon == Horizon("by", 2025)


def test_recipients_may_begin_on_the_line_of_their_heading() -> None:
    found = outlined("I. NHIỆM VỤ", "Rà soát văn bản của xã.", "Nơi nhận: UBND huyện; Phòng Nội vụ.", "- Lưu: VT.")
    assert [one.section.kind for one in found] == ["tasks", "recipients"]


def test_what_a_page_prints_behind_the_signature_is_no_part_of_the_plan() -> None:
    lines = ("I. NHIỆM VỤ", "Rà soát văn bản của xã.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "98% hồ sơ đúng hạn.")
    assert [one.section.kind for one in outlined(*lines)] == ["tasks", "recipients"]


@pytest.mark.parametrize(
    ("heading", "kind", "horizon"),
    [
        ("II. TẦM NHÌN ĐẾN NĂM 2045", "aims", Horizon("by", 2045)),
        ("1. Phát triển xã hội số đến năm 2030", "aims", Horizon("by", 2030)),
        ("2. Định hướng 2035", "aims", Horizon("by", 2035)),
        ("2.1. Giai đoạn 2026 - 2028", "aims", Horizon("by", 2028)),
        ("CHỈ TIÊU CHUYỂN ĐỔI SỐ ĐẾN NĂM 2028", "aims", Horizon("by", 2028)),
    ],
)
def test_a_heading_of_aims_sets_the_year_that_it_names(heading: str, kind: str, horizon: Horizon) -> None:
    section = of("80% hồ sơ", "I. MỤC TIÊU", heading, "- 80% hồ sơ nộp trực tuyến.").section
    assert (section.kind, section.horizon) == (kind, horizon)


@pytest.mark.parametrize(
    "above", ["Năm 2024, xã phấn đấu đạt các chỉ tiêu sau:", "Phấn đấu đạt:", "1. Phấn đấu đến năm 2025"]
)
def test_a_sentence_above_a_list_hedges_it(above: str) -> None:
    assert of("90% hộ", "I. MỤC TIÊU", above, "- 90% hộ có nước sạch.").section.hedge == "phấn đấu"
    assert of("Mở lớp", "I. MỤC TIÊU", above, "- 90% hộ.", "II. NHIỆM VỤ", "- Mở lớp.").section.hedge is None


def test_an_outlook_that_opens_a_plan_is_of_aims() -> None:
    assert of("80% hồ sơ", "I. TẦM NHÌN ĐẾN NĂM 2045", "- 80% hồ sơ nộp trực tuyến.").section.kind == "aims"


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("UBND xã ban hành Kế hoạch với mục tiêu như sau:", "aims"),
        ("UBND xã ban hành Kế hoạch gồm các nhiệm vụ sau:", "tasks"),
        ("UBND xã ban hành Kế hoạch cải cách hành chính năm 2025 như sau:", "head"),
    ],
)
def test_before_any_heading_a_sentence_may_say_what_follows(said: str, kind: str) -> None:
    assert of("80% hồ sơ", said, "1. 80% hồ sơ nộp trực tuyến.").section.kind == kind


def test_a_sentence_that_asks_opens_what_it_asks_for_and_is_no_part_of_it() -> None:
    lines = (
        "Thời gian qua tỷ lệ hồ sơ trễ hạn còn 4%. Chủ tịch UBND tỉnh yêu cầu:",
        "1. Rà soát thủ tục hành chính của các xã.",
        "Giao Văn phòng UBND tỉnh theo dõi việc thực hiện Chỉ thị này.",
    )
    kinds = [entry.section.kind for entry in outlined(*lines)]
    assert kinds == ["head", "tasks", "tasks"]
