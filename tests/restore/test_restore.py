"""Restoring damaged Vietnamese: what it mends, and the laws of what it never touches."""

from __future__ import annotations

import random
import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cascade.model.text import fold
from cascade.restore.health import Health
from cascade.restore.labels import list_labels
from cascade.restore.restore import health, is_damaged, is_vietnamese, load_model, restore

MODEL = load_model()

HEALTHY = """Ủy ban nhân dân xã Mẫu ban hành Kế hoạch cải cách hành chính năm 2024 như sau:
- 100% hồ sơ thủ tục hành chính được giải quyết đúng hạn;
- Tối thiểu 80% hồ sơ được tiếp nhận trực tuyến, đến năm 2025 đạt từ 90% trở lên;
- Tỷ lệ người dân hài lòng về giải quyết thủ tục hành chính đạt tối thiểu 95%.
Công chức Văn phòng - Thống kê chủ trì, phối hợp với các cơ quan, đơn vị liên quan
tham mưu Ủy ban nhân dân xã tổ chức triển khai thực hiện Kế hoạch này."""

DAMAGED = """Uy ban nhan dan xa Mau ban hanh Ké hoach cai cach hanh chinh nam 2024 nhu sau:
- 100% hd so thu tuc hanh chinh duoc giai quyét dung han;
- T6i thiéu 80% hd so duoc tiép nhan truc tuyén, dén nam 2025 dat tir 90% tro 1én;
- Ty 16 nguoi dan hai long vé giai quyét thu tuc hanh chinh dat t6i thiéu 95%.
Cong chirc Van phong - Thong ké chu tri, phéi hop v6i cac co quan, don vi lién quan
tham muu Uy ban nhan dan xa t6 chirc trién khai thuc hién Ké hoach nay."""

FOREIGN = {
    "English": "The plan shall be carried out by all units of the commune before the end of the year and reported.",
    "French": "Le plan est mis en oeuvre par toutes les unités de la commune avant la fin de l'année et rapporté.",
    "German": "Der Plan wird von allen Stellen der Gemeinde vor dem Ende des Jahres ausgeführt und berichtet werden.",
    "Russian": "План выполняется всеми подразделениями общины до конца года.",
}


def read(damaged: str) -> str:
    """The restored reading of a line that stands in a damaged document."""
    lines = [*DAMAGED.split("\n"), "", damaged]
    return " ".join(word.read for word in restore(lines, MODEL)[-1])


def right_share(healthy: str, damaged: str) -> float:
    """The share of words that are read as they were written."""
    readings = [word.read for line in restore(damaged.split("\n"), MODEL) for word in line]
    written = healthy.split()
    assert len(readings) == len(written)
    return sum(a == b for a, b in zip(readings, written, strict=True)) / len(written)


def test_a_damaged_text_is_told_from_a_healthy_one() -> None:
    assert health(HEALTHY.split("\n"), MODEL) is Health.HEALTHY
    assert health(DAMAGED.split("\n"), MODEL) is Health.DAMAGED
    assert is_damaged(DAMAGED.split("\n"), MODEL)
    assert is_vietnamese(DAMAGED.split("\n"), MODEL)


def test_vietnamese_typed_without_marks_is_damaged_too() -> None:
    assert is_damaged([fold(line) for line in HEALTHY.split("\n")], MODEL)


def test_decomposed_letters_are_healthy() -> None:
    assert not is_damaged([unicodedata.normalize("NFD", line) for line in HEALTHY.split("\n")], MODEL)


@pytest.mark.parametrize("text", FOREIGN.values(), ids=FOREIGN)
def test_another_language_is_foreign_and_left_alone(text: str) -> None:
    assert health([text], MODEL) is Health.FOREIGN
    assert not is_vietnamese([text], MODEL)
    assert [word.read for word in restore([text], MODEL)[0]] == text.split()


@pytest.mark.parametrize("text", ["", "   ", "100% 2025 15/7/2021", "- ; ()"])
def test_a_text_without_words_is_healthy(text: str) -> None:
    assert health([text], MODEL) is Health.HEALTHY


def test_tables_of_numbers_and_abbreviations_are_healthy() -> None:
    table = ["STT TTHC UBND Tỷ lệ 2021 2022 2023", "1 QPPL CCHC được 80% 90% 100%", "2 HĐND UBND đạt 70% 85% 95%"] * 5
    assert health(table, MODEL) is Health.HEALTHY


def test_a_damaged_plan_is_read() -> None:
    assert right_share(HEALTHY, DAMAGED.replace("xa Mau", "xa Mẫu")) > 0.95


def test_letters_without_marks_are_read() -> None:
    bare = "\n".join(fold(line) for line in HEALTHY.lower().split("\n"))
    assert right_share(HEALTHY.lower(), bare) > 0.9


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("ty 16 hd so dat 100%", "tỷ lệ hồ sơ đạt 100%"),
        ("day du theo dung 10 trinh chuyén déi sb", "đầy đủ theo đúng lộ trình chuyển đổi số"),
        ("mirc d6 hai long cua ngudi dan", "mức độ hài lòng của người dân"),
        ("Thu tuéng Chinh phi vé viéc diy manh", "Thủ tướng Chính phủ về việc đẩy mạnh"),
        ("dat t6i thiéu 90% tro 1én", "đạt tối thiểu 90% trở lên"),
        ("hang nim phan dau gidm 10%", "hàng năm phấn đấu giảm 10%"),
        ("dich vu cong truc tuyén mirc d6 3 va 4", "dịch vụ công trực tuyến mức độ 3 và 4"),
        ("Bén nim 2025:", "Đến năm 2025:"),
        ("HDND, UBND x4 ban hanh", "HĐND, UBND xã ban hành"),
        ("11. MUC TIEU, NHIEM VU, GIAI PHAP", "II. MỤC TIÊU, NHIỆM VỤ, GIẢI PHÁP"),
        ("111. TO CHUC THUC HIEN", "III. TỔ CHỨC THỰC HIỆN"),
        ("a) Cai cach thé ché", "a) Cải cách thể chế"),
        ("co ch,é mot ctra", "cơ chế một cửa"),
        ("cung cip dichvu cong", "cung cấp dịch vụ công"),
    ],
)
def test_words_around_figures_and_headings_are_read(printed: str, expected: str) -> None:
    assert read(printed) == expected


@pytest.mark.parametrize(
    "number",
    ["100%", "15/7/2021", "2025", "76/NQ-CP", "458/QB-TTg", "06-NQ/TU", "2021-2025", "1.000", "95,5%", "30%-40%"],
)
def test_numbers_and_symbols_stay_as_printed(number: str) -> None:
    words = f"dat ty 1é {number} theo quy dinh".split()
    readings = restore([*DAMAGED.split("\n"), " ".join(words)], MODEL)[-1]
    assert readings[3].read == number


@pytest.mark.parametrize(
    "line",
    [
        "trong 10 ngay lam viéc",
        "muc d6 3 va muc d6 4",
        "ngay 13 thang 10 nam 2022",
        "theo Diéu 16 cua Luat",
        "tir 10 don vi",
    ],
)
def test_a_number_that_makes_sense_is_no_letter(line: str) -> None:
    assert re.findall(r"\d+", read(line)) == re.findall(r"\b\d+\b", line)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("UBND xa Nhdt Lam ban hanh Ké hoach", ["Nhdt", "Lam"]),
        ("huyén Thir Son va tinh Mau Yén", ["Thir", "Son", "Mau", "Yén"]),
        ("XA MAU LAM", ["MAU", "LAM"]),
    ],
)
def test_names_stay_as_printed(line: str, names: list[str]) -> None:
    words = restore([*DAMAGED.split("\n"), "", line], MODEL)[-1]
    assert {word.printed: word.read for word in words if word.printed in names} == {name: name for name in names}


def test_a_healthy_line_of_a_damaged_text_is_read_as_printed() -> None:
    line = "Tỷ lệ hồ sơ thủ tục hành chính được giải quyết"
    assert read(line) == line
    assert read(unicodedata.normalize("NFD", line)) == unicodedata.normalize("NFD", line)


def test_list_labels_follow_their_sequence() -> None:
    printed = ["a) mot", "b) hai", "¢) ba", "d) bon", "d) nam", "e) sau"]
    labels = list_labels([line.split() for line in printed])
    assert list(labels.values()) == ["a)", "b)", "c)", "d)", "đ)", "e)"]


def test_an_eleventh_section_is_no_second_one() -> None:
    labels = list_labels([["10.", "Mot"], ["11.", "HAI"], ["I1.", "Ba"]])
    assert labels == {1: "10.", 2: "11.", 3: "II."}


WORDS = st.text(alphabet="aeioucdgnht6140&¢@é%,.;:()-/IĐệ’ ", max_size=40)


@given(st.lists(WORDS, max_size=4))
@settings(max_examples=60, deadline=None)
def test_every_printed_word_has_one_reading_on_its_line(lines: list[str]) -> None:
    text = [*DAMAGED.split("\n"), *lines]
    read_lines = restore(text, MODEL)
    assert [[word.printed for word in words] for words in read_lines] == [line.split() for line in text]
    assert all(word.line == number and word.read for number, words in enumerate(read_lines, 1) for word in words)


@given(st.lists(st.sampled_from([*HEALTHY.split("\n"), "Số: 12/KH-UBND", "x4 6 1a"]), min_size=4, max_size=12))
@settings(max_examples=30, deadline=None)
def test_a_healthy_text_is_read_as_printed(lines: list[str]) -> None:
    lines = [*HEALTHY.split("\n"), *lines]
    assert [[word.read for word in words] for words in restore(lines, MODEL)] == [line.split() for line in lines]


@given(st.integers(0, 100), st.sampled_from(["{}%", "{},5%", "{}/7/2021", "{}/KH-UBND", "20{:02}", "{}-{}%"]))
@settings(max_examples=60, deadline=None)
def test_no_figure_is_ever_changed(value: int, form: str) -> None:
    number = form.format(value, value)
    assert number in read(f"t6i thiéu {number} hd so duoc giai quyét").split()


def test_the_same_text_is_always_read_the_same() -> None:
    lines = DAMAGED.split("\n")
    assert restore(lines, MODEL) == restore(lines, MODEL)


CONFUSIONS = {
    **dict.fromkeys("àáảạâấầẩậẫăắằẳặẵ", "a"), "ã": "4", **dict.fromkeys("èéẻẽẹê", "e"), **dict.fromkeys("ếềểễệ", "é"),
    **dict.fromkeys("òóỏõọơờợ", "o"), **dict.fromkeys("ốộổồô", "6"), "ớ": "é", "ở": "é", "ỗ": "d", "ỡ": "d",
    **dict.fromkeys("ùúụủưự", "u"), "ứ": "ir", "ừ": "ir", "ử": "tr", "ữ": "it", **dict.fromkeys("ìíỉĩị", "i"),
    **dict.fromkeys("ỳýỷỹỵ", "y"), "đ": "d", "Đ": "B",
}  # fmt: skip


def damaged(text: str, seed: int) -> str:
    """`text` as a reader of the wrong language prints it: the usual confusion of a letter, or only its mark lost."""
    chance = random.Random(seed)  # noqa: S311
    return "".join(
        CONFUSIONS.get(char, fold(char) if char.islower() else char) if chance.random() < 0.6 else
        (fold(char).upper() if char.isupper() else fold(char)) if char.isalpha() else char
        for char in text
    )  # fmt: skip


UNSEEN = """Hằng năm, phòng chuyên môn rà soát danh mục hồ sơ cần số hóa và báo cáo lãnh đạo trước ngày 15/11.
Từ năm 2024, ít nhất 70% cuộc họp của đơn vị được tổ chức trực tuyến, giảm tối thiểu 20% văn bản giấy.
Người dân nộp hồ sơ qua mạng được hỗ trợ tại bộ phận một cửa, thời gian chờ không quá 15 phút.
Trường hợp trả kết quả chậm, công chức phụ trách phải gửi thư xin lỗi và nêu rõ lý do.
Kinh phí thực hiện kế hoạch được bố trí trong dự toán ngân sách hàng năm của cơ quan."""


@pytest.mark.parametrize("seed", range(5))
def test_text_that_nobody_counted_is_read(seed: int) -> None:
    assert right_share(UNSEEN, damaged(UNSEEN, seed)) > 0.85
