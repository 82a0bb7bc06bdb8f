"""Texts to units of meaning: one normal form, the longest phrase, and how near two units are and why."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cascade.answers.lexis import NOTHING
from cascade.model.wording import Concept
from tests.answers.made import LEXIS, TEXTS, WORDS, shipped

# Normal forms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoá đơn", "hóa đơn"),
        ("Hoà giải", "hòa giải"),
        ("thuỷ lợi", "thủy lợi"),
        ("UỶ BAN", "ủy ban"),
        ("nội qui", "nội quy"),
        ("hằng năm", "hàng năm"),
        ("TTHC", "thủ tục hành chính"),
        ("Số hóa  TTHC.", "số hóa thủ tục hành chính"),
        ("KT-XH", "kinh tế xã hội"),
        ("PAR INDEX", "chỉ số"),
        ("hồ sơ, giấy tờ", "hồ sơ giấy tờ"),
    ],
)
def test_two_spellings_of_a_text_are_read_alike(one: str, other: str) -> None:
    assert LEXIS.normal(one) == LEXIS.normal(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hóa đơn", "hoa đơn"),  # accents tell words apart
        ("tthc", "thủ tục hành chính"),  # a short form is known by its capitals
        ("TTHCX", "thủ tục hành chính"),  # and as a whole word
        ("khoán", "khóan"),  # only at the end of a syllable are both spellings in use
    ],
)
def test_what_is_not_the_same_word_is_not_read_alike(one: str, other: str) -> None:
    assert LEXIS.normal(one) != LEXIS.normal(other)


@given(TEXTS)
def test_both_unicode_forms_of_a_text_are_read_alike(text: str) -> None:
    assert LEXIS.read(unicodedata.normalize("NFD", text)) == LEXIS.read(text)


def test_after_q_the_tone_stays_where_it_is() -> None:
    assert LEXIS.normal("quý một, tuý lúy") == ("quý", "một", "túy", "lúy")


def test_numbers_are_left_out() -> None:
    assert LEXIS.normal("Số hóa 80% hồ sơ năm 2023") == ("số", "hóa", "hồ", "sơ", "năm")


@given(TEXTS)
def test_reading_what_was_read_gives_the_same(text: str) -> None:
    syllables = LEXIS.normal(text)
    assert LEXIS.normal(" ".join(syllables)) == syllables


# Units


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("niêm yết hồ sơ", ("niêm yết", "hồ", "sơ")),
        ("niêm yết giá cả", ("niêm yết giá", "cả")),  # the longest phrase counts
        ("trồng cây xanh", ("trồng", "cây xanh")),  # a word of two syllables with a vector
        ("trồng cây", ("trồng", "cây")),
        ("niêm yết, niêm yết lại", ("niêm yết", "lại")),  # each once
        ("và các", (NOTHING,)),
        ("", (NOTHING,)),
        ("công khai và niêm yết", ("công khai", "niêm yết")),
    ],
)
def test_a_text_is_cut_into_its_longest_known_phrases(text: str, units: tuple[str, ...]) -> None:
    assert LEXIS.read(text).units == units


@pytest.mark.parametrize("text", ["vàng", "cáccc", "vàvà"])
def test_a_function_word_inside_another_stays(text: str) -> None:
    assert LEXIS.read(text).units == (text,)


@pytest.mark.parametrize("end", [".", ";"])
def test_no_phrase_reaches_from_one_sentence_into_the_next(end: str) -> None:
    assert LEXIS.read(f"niêm yết{end} Giá tăng").units == ("niêm yết", "giá", "tăng")


# Contrasts


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("bản sao giấy", "bản sao điện tử", [("giấy", "điện tử")]),
        ("bản sao giấy", "bản sao bản giấy", []),  # one group
        ("bản sao giấy", "bản sao", []),  # the other says nothing of it
        ("bản sao giấy", "bản sao giấy và điện tử", []),  # the other does both
        ("vệ sinh giấy", "cổng điện tử", []),  # neither speaks of copies
        ("bản sao giấy", "cổng điện tử", []),  # nor does one of them
        ("quản lý đất đai", "quản lý hộ tịch", [("đất đai", "hộ tịch")]),  # without `when`: always
        ("đất đai, bản sao giấy", "hộ tịch, bản sao điện tử", [("giấy", "điện tử"), ("đất đai", "hộ tịch")]),
    ],
)
def test_texts_of_different_groups_exclude_one_another(one: str, other: str, apart: list[tuple[str, str]]) -> None:
    assert list(LEXIS.excluded(one, other)) == apart
    assert [(b, a) for a, b in LEXIS.excluded(other, one)] == apart


def test_of_overlapping_words_of_a_contrast_the_longest_counts() -> None:
    assert LEXIS.excluded("quản lý đất đai và hộ tịch", "quản lý đất đai") != ()


def test_contrasts_are_told_each_by_itself() -> None:
    assert shipped().excluded("Công khai tài sản", "Công khai dự toán")
    assert shipped().excluded("Công khai tài sản công", "Công khai dự toán")


@given(TEXTS)
def test_no_text_excludes_itself(text: str) -> None:
    assert LEXIS.excluded(text, text) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Chứng thực bản sao giấy", "Chứng thực bản sao điện tử"),
        ("Tập huấn kỹ năng giao tiếp cho công chức", "Tập huấn chuyển đổi số cho công chức"),
        ("Giải quyết hồ sơ đúng hạn", "Giải quyết đơn thư đúng hạn"),
        ("Số hóa kết quả giải quyết", "Số hóa sổ hộ tịch"),
        ("Hài lòng về dịch vụ y tế", "Hài lòng về giải quyết thủ tục hành chính"),
    ],
)
def test_the_shipped_contrasts_keep_look_alikes_apart(one: str, other: str) -> None:
    assert shipped().excluded(one, other)


# Nearness


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("niêm yết", "niêm yết", (100, "same")),
        ("niêm yết", "công khai", (85, "synonym")),
        ("tuyên truyền", "tin bài", (50, "near")),  # of a loose concept
        ("công khai", "nói chuyện", (50, "near")),
        ("niêm yết", "tin bài", (0, None)),
        ("hồ sơ", "hồ sơ công việc", (80, "shared")),  # the whole of the shorter, of two syllables
        ("bản sao", "bản chính", (25, "shared")),
        ("niêm yết", "niêm yết giá", (80, "shared")),  # concepts of their own
        ("cây", "cây xanh", (33, "shared")),
        ("cây", "rừng", (0, None)),
    ],
)
def test_how_near_two_units_are_and_why(one: str, other: str, near: tuple[int, str | None]) -> None:
    assert LEXIS.near(one, other) == near


UNITS = st.sampled_from([*WORDS, "bảng giá", "nói chuyện", "hồ", "thủ", "hành chính công"])


@given(UNITS, UNITS)
def test_nearness_is_symmetric_within_its_bounds_and_has_a_reason_where_there_is_some(one: str, other: str) -> None:
    near, tie = LEXIS.near(one, other)
    assert LEXIS.near(other, one) == (near, tie)
    assert 0 <= near <= 100
    assert (near == 0) == (tie is None)
    assert (near == 100) == (one == other)


@pytest.mark.parametrize("concept", [c for c in shipped().wording.concepts if not c.loose], ids=lambda c: c.id)
def test_the_words_of_a_shipped_concept_are_synonyms(concept: Concept) -> None:
    lexis = shipped()
    units = [unit for word in concept.words if (unit := " ".join(lexis.normal(word)))]
    assert {lexis.near(units[0], other)[1] for other in units} <= {"same", "synonym"}


# Vectors


def test_a_unit_has_its_own_vector_or_those_of_its_parts() -> None:
    rows = dict(zip(WORDS_WITH_VECTORS, LEXIS.table.tolist(), strict=True))
    both = [one + other for one, other in zip(rows["cây"], rows["rừng"], strict=True)]
    assert LEXIS.direction("cây xanh").tolist() == rows["cây xanh"]
    assert LEXIS.direction("cây rừng").tolist() == both
    assert LEXIS.direction("trồng cây xanh").tolist() == rows["cây xanh"]
    assert LEXIS.direction("hồ sơ").tolist() == [0, 0]


def test_the_table_holds_signed_numbers() -> None:
    assert LEXIS.table.tolist() == [[100, 0], [96, 28], [99, 10], [0, -100]]


def test_many_texts_are_read_alike_the_second_time() -> None:
    lexis = shipped()
    texts = [f"Niêm yết thủ tục hành chính {chr(97 + n % 26)}{n}" for n in range(300)]
    assert [lexis.read(text) for text in texts] == [lexis.read(text) for text in texts]


WORDS_WITH_VECTORS = LEXIS.wording.vectors.words
