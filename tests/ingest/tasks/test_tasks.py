from __future__ import annotations

import time

import pytest
from hypothesis import given

from cascade.ingest.outline.outline import Section
from cascade.lexicon.horizon import Horizon
from cascade.model.plan import Lines
from tests.ingest.made import AIMS, ENDLESS, LINES, TASKS, passage_of, tasks


def test_a_sentence_is_a_task() -> None:
    (found,) = tasks("Rà soát các thủ tục hành chính của xã Mẫu.")
    assert (found.id, found.text, found.kind) == ("I-1", "Rà soát các thủ tục hành chính của xã Mẫu", "task")


def test_among_aims_it_is_an_objective() -> None:
    assert [one.kind for one in tasks("Nâng cao chất lượng phục vụ người dân.", section=AIMS)] == ["objective"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Rà soát thủ tục hành chính của xã; niêm yết thủ tục tại bộ phận một cửa.",
            ["Rà soát thủ tục hành chính của xã", "niêm yết thủ tục tại bộ phận một cửa"],
        ),
        (
            "Rà soát thủ tục hành chính của xã; nhất là các thủ tục về đất đai.",
            ["Rà soát thủ tục hành chính của xã; nhất là các thủ tục về đất đai"],
        ),
        (
            "Rà soát thủ tục của xã Mẫu. Báo cáo UBND huyện Thử kết quả.",
            ["Rà soát thủ tục của xã Mẫu", "Báo cáo UBND huyện Thử kết quả"],
        ),
    ],
)
def test_a_paragraph_is_cut_where_a_deed_begins(text: str, parts: list[str]) -> None:
    assert [one.text for one in tasks(text)] == parts


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Rà soát các thủ tục của xã trước ngày 30/11/2023.", "trước ngày 30/11/2023"),
        ("Hoàn thành rà soát thủ tục trong tháng 6/2023.", "trong tháng 6/2023"),
        ("Rà soát các thủ tục của xã quý IV năm 2023.", "quý IV năm 2023"),
        ("Hàng năm rà soát các thủ tục của xã.", "hàng năm"),
        ("Bố trí kinh phí hàng năm cho xã Mẫu.", None),
        ("Rà soát các thủ tục của xã Mẫu.", None),
    ],
)
def test_words_to_a_deadline(text: str, due: str | None) -> None:
    assert [one.due for one in tasks(text)] == [due]


def test_the_horizon_above_is_the_deadline_of_a_task_that_names_none() -> None:
    section = Section(("II",), "tasks", heading="Đến năm 2023:", horizon=Horizon("by", 2023))
    assert [one.due for one in tasks("Rà soát các thủ tục của xã.", section=section)] == ["2023"]


@pytest.mark.parametrize(
    ("text", "lead", "partners"),
    [
        ("Phòng Nội vụ chủ trì rà soát thủ tục của huyện.", ("Phòng Nội vụ",), ()),
        ("Giao Văn phòng UBND xã: rà soát thủ tục của xã.", ("Văn phòng UBND xã",), ()),
        ("Sở Tài chính bố trí kinh phí cho huyện Thử.", ("Sở Tài chính",), ()),
        (
            "Phòng Nội vụ chủ trì, phối hợp với Phòng Tư pháp rà soát thủ tục.",
            ("Phòng Nội vụ",),
            ("Phòng Tư pháp",),
        ),
        ("Rà soát thủ tục hành chính của xã Mẫu.", (), ()),
    ],
)
def test_words_to_bodies(text: str, lead: tuple[str, ...], partners: tuple[str, ...]) -> None:
    assert [(one.lead, one.partners) for one in tasks(text)] == [(lead, partners)]


def test_the_body_of_the_heading_leads_where_no_other_does() -> None:
    section = Section(("III",), "organisation", heading="Phòng Nội vụ", lead=("Phòng Nội vụ",))
    assert [one.lead for one in tasks("Theo dõi việc thực hiện kế hoạch.", section=section)] == [("Phòng Nội vụ",)]


@pytest.mark.parametrize(
    ("text", "area"), [("Rà soát thủ tục hành chính tại xã Mẫu.", 2), ("Khen thưởng các thôn của xã Mẫu.", 7)]
)
def test_words_to_an_area(text: str, area: int) -> None:
    assert [one.area for one in tasks(text)] == [area]


@pytest.mark.parametrize(
    "text",
    [
        "Trên đây là kế hoạch của xã Mẫu năm 2023.",
        "(Có phụ lục gửi kèm theo kế hoạch này)",
        "ỦY BAN NHÂN DÂN XÃ MẪU HUYỆN THỬ",
        "Các nhiệm vụ của xã Mẫu gồm:",
        "Xã Mẫu, huyện Thử",
        "",
    ],
)
def test_what_asks_for_no_deed_is_no_task(text: str) -> None:
    assert tasks(text) == []


def test_a_target_is_no_task_beside() -> None:
    text = "Bảo đảm 80% hồ sơ được số hóa."
    assert tasks(text, section=AIMS, taken=((0, len(text)),)) == []
    assert tasks(text, taken=((0, len(text)),)) == []


def test_a_deed_with_a_number_is_both() -> None:
    text = "Tổ chức rà soát, niêm yết, công khai 100% thủ tục hành chính."
    assert [one.id for one in tasks(text, taken=((0, len(text)),))] == ["I-1.2"]


def test_lines_are_those_of_the_words() -> None:
    found = tasks("Rà soát thủ tục của", "xã Mẫu. Báo cáo UBND", "huyện Thử kết quả.")
    assert [one.lines for one in found] == [Lines(1, 2), Lines(2, 3)]


@given(LINES)
def test_tasks_of_any_words_lie_in_their_lines_and_print_them(lines: list[str]) -> None:
    words = passage_of(*lines)
    found = tasks(*lines)
    assert found == tasks(*lines)
    for one in found:
        assert one.lines is not None
        assert words.lines().first <= one.lines.first <= one.lines.last <= words.lines().last
        assert one.text in words.printed()
        assert one.restored is None


@pytest.mark.parametrize("piece", [*ENDLESS, "phối hợp ", "thường xuyên, ", "trước "])
def test_long_paragraphs_are_read_in_short_time(piece: str) -> None:
    begun = time.process_time()
    tasks((piece * 20_000)[:20_000], section=TASKS)
    assert time.process_time() - begun < 6


@pytest.mark.parametrize(
    "text",
    [
        "Tổng kinh phí dự kiến của cả kế hoạch là 12 tỷ đồng từ ngân sách huyện.",
        "Kế hoạch này thay thế Kế hoạch số 12/KH-UBND của UBND huyện Thử.",
        "Trong quá trình thực hiện, trường hợp phát sinh vướng mắc, các đơn vị báo cáo UBND huyện.",
        "Các công trình ưu tiên tại Phụ lục kèm theo Kế hoạch này.",
    ],
)
def test_money_and_farewells_ask_for_nothing(text: str) -> None:
    assert tasks(text) == []


def test_what_recurs_opens_a_deed_of_its_own() -> None:
    found = tasks("Trưởng các thôn rà soát hộ khó khăn của từng thôn; hằng quý báo cáo số hộ về UBND xã trước ngày 10.")
    assert [one.due for one in found] == [None, "hằng quý trước ngày 10"]
    joined = tasks("Đo lường sự hài lòng của người dân các xã; mỗi năm khảo sát tối thiểu 300 phiếu.")
    assert len(joined) == 1
