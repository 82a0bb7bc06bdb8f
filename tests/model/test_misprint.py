"""Letters that stand for digits, and letters of another script, are read as they were meant, and told."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cascade.lexicon.passage import plain_words
from cascade.model.misprint import as_meant, is_strange, meant, misprint, plain_signs
from tests.ingest.made import ENDLESS


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("9S% hồ sơ", "95% hồ sơ"),
        ("HI. TỔ CHỨC THỰC HIỆN", "III. TỔ CHỨC THỰC HIỆN"),
        ("lH. Nhiệm vụ", "III. Nhiệm vụ"),
        ("H1. KINH PHÍ", "III. KINH PHÍ"),
        ("Tối thiểu 8O% hồ sơ", "Tối thiểu 80% hồ sơ"),
        ("l00% hồ sơ", "100% hồ sơ"),
        ("IOO % hồ sơ", "100 % hồ sơ"),
        ("9S,5% hồ sơ", "95,5% hồ sơ"),
        ("7O-8S% hồ sơ", "70-85% hồ sơ"),
        ("trước ngày 3O/6/2025.", "trước ngày 30/6/2025."),
        ("ngày l5 tháng 02 năm 2O25", "ngày 15 tháng 02 năm 2025"),
        ("giai đoạn 2O21-202S", "giai đoạn 2021-2025"),
        ("quý II/2O25", "quý II/2025"),
        ("số 4S/KH-UBND", "số 45/KH-UBND"),
        ("số l3-NQ/TU", "số 13-NQ/TU"),
        ("1O8/2O20/NĐ-CP", "108/2020/NĐ-CP"),
        ("O5 mô hình, 1O tổ", "05 mô hình, 10 tổ"),
        ("tối thiểu 1.OOO lượt", "tối thiểu 1.000 lượt"),
        ("07/КН-UВND", "07/KH-UBND"),
        ("7/ᏦH-UBNᎠ", "7/KH-UBND"),
        ("7/ΚΗ-ՍBND", "7/KH-UBND"),
        ("8Օ% hồ sơ", "80% hồ sơ"),
        ("8ᴏ% hồ sơ", "80% hồ sơ"),
    ],
)
def test_what_can_only_be_a_digit_or_a_latin_letter_is_read_as_one(printed: str, read: str) -> None:
    assert meant(printed) == read


@pytest.mark.parametrize(
    "text",
    [
        "mô hình 5S tại xã",
        "trạm 5G và 4G",
        "trình độ B1, B2",
        "12b/KH-UBND",
        "12B/KH-UBND",
        "quý I/2025",
        "mã hồ sơ HS-202S",
        "l. Mục tiêu",
        "|80%|90%|",
        "dịch vụ 24/7",
        "QH15",
        "Москва",
        "góc α, điện trở Ω",
        "I. MỤC TIÊU",
    ],
)
def test_what_may_be_meant_as_it_is_printed_stays(text: str) -> None:
    assert meant(text) == text


@given(st.text(alphabet="0159SOlI% ,./-KHUBND АВпα|", max_size=30))
def test_words_stay_one_for_one(text: str) -> None:
    assert len(meant(text).split()) == len(text.split())
    assert [word.printed for word in plain_words(text, 1)] == text.split()


def test_a_misprint_is_told_with_both_readings() -> None:
    assert [(one.code, one.facts) for one in misprint("9S%", "95%")] == [
        ("letters-for-digits", {"printed": "9S%", "read": "95%"})
    ]
    assert [one.code for one in misprint("КН", "KH")] == ["mixed-scripts"]
    assert misprint("ho", "hồ") == ()


@pytest.mark.parametrize("piece", [*ENDLESS, "O", "5O", "l5 ", "S%", "2O2S-", "1O/"])
def test_long_lines_are_read_in_short_time(piece: str) -> None:
    begun = time.process_time()
    meant((piece * 20_000)[:20_000])
    assert time.process_time() - begun < 2


@pytest.mark.parametrize(
    ("print_", "usual"),
    [
        ("𝟖𝟎％", "80%"),
        ("٨٠٪", "80%"),
        ("80﹪", "80%"),
        ("８０，５％", "80,5%"),
        ("7⁄KH－UBND", "7/KH-UBND"),
        ("Ⅻ", "XII"),
    ],
)
def test_digits_letters_and_signs_of_another_width_or_style_are_the_usual_ones(print_: str, usual: str) -> None:
    assert plain_signs(print_) == usual


@pytest.mark.parametrize(
    "word", ["⑧⓪%", "⁸⁰%", "80℅", "80‰", "⒏0%", "8\u03380%", "80\u0336%", "7/KH-UBИD", "⑦/KH", "hồжsơ"]
)
def test_a_word_with_signs_that_no_reader_knows_is_told(word: str) -> None:
    assert is_strange(word)
    assert [one.code for one in misprint(word, word)] == ["unknown-letters"]


@pytest.mark.parametrize(
    "word",
    ["80%", "m²", "CO₂/năm", "½", "①", "α", "Москва", "“Đề", "đ/c", "€5", "→", "✓", "thủ", "tụ\u0323c", "à\u0301"],
)
def test_what_plans_print_is_not_strange(word: str) -> None:
    assert not is_strange(word)


@given(st.text(alphabet="0159SOlI% ,./-KHUBND АВпα|2", max_size=40))
def test_a_value_that_is_read_as_meant_is_read_so_again(text: str) -> None:
    assert as_meant(as_meant(text)) == as_meant(text)
