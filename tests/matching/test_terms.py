"""Text to terms: abbreviations, synonyms and words without substance; and how much each term tells."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cascade.matching.terms import Reader, Weights
from cascade.model.language import Language
from tests.support import domain

LANGUAGE = Language(
    abbreviations={"TTHC": "thủ tục hành chính", "PAR INDEX": "chỉ số"},
    synonyms={"niêm yết": "công khai", "niêm yết lại": "nhắc lại"},
    empty=("tiếp tục", "và", "các"),
    subjects=(),
    units=(),
    recurring=(),
)


@pytest.fixture
def reader() -> Reader:
    return Reader(LANGUAGE)


def test_terms_are_the_syllables_and_their_neighbouring_pairs_once_and_sorted(reader: Reader) -> None:
    assert reader.terms("Rà soát, rà soát giấy tờ") == (
        "giấy",
        "giấy tờ",
        "rà",
        "rà soát",
        "soát",
        "soát giấy",
        "soát rà",
        "tờ",
    )


def test_an_abbreviation_is_written_out(reader: Reader) -> None:
    assert reader.terms("Số hóa TTHC") == reader.terms("Số hóa thủ tục hành chính")


def test_an_abbreviation_is_known_by_its_capitals_and_as_a_whole_word_only(reader: Reader) -> None:
    assert reader.plain("tthc TTHCX") == [["tthc", "tthcx"]]


def test_an_abbreviation_of_two_words_may_be_spaced_freely(reader: Reader) -> None:
    assert reader.plain("nâng PAR INDEX") == [["nâng", "chỉ", "số"]]


def test_synonyms_read_as_one_in_any_case(reader: Reader) -> None:
    assert reader.terms("Niêm Yết giá") == reader.terms("công khai giá")


def test_the_longer_synonym_decides_where_two_overlap(reader: Reader) -> None:
    assert reader.plain("niêm yết lại") == [["nhắc", "lại"]]


def test_words_without_substance_vanish_and_part_what_stood_beside_them(reader: Reader) -> None:
    assert reader.plain("Tiếp tục rà soát và công khai các mẫu") == [["rà", "soát"], ["công", "khai"], ["mẫu"]]
    assert "soát công" not in reader.terms("rà soát và công khai")


def test_a_word_without_substance_inside_another_stays(reader: Reader) -> None:
    assert reader.plain("vàng") == [["vàng"]]


def test_accents_tell_words_apart(reader: Reader) -> None:
    assert not set(reader.terms("hoá đơn")) & set(reader.terms("hoa đôn"))


def test_both_unicode_forms_of_a_text_have_the_same_terms(reader: Reader) -> None:
    text = "Niêm yết thủ tục, giấy tờ TTHC"
    assert reader.terms(unicodedata.normalize("NFD", text)) == reader.terms(text)


@pytest.mark.parametrize("text", ["", "  ", "–", "và các", "tiếp tục"])
def test_a_text_without_substance_has_no_terms_and_no_deed(reader: Reader, text: str) -> None:
    assert reader.terms(text) == ()
    assert reader.deed(text) is None


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Tiếp tục số hóa kết quả", "số hóa"),
        ("Thu và chi ngân sách", "chi ngân"),  # a single syllable is no deed
        ("Niêm yết TTHC", "công khai"),
        ("TTHC được công khai", "thủ tục"),
    ],
)
def test_the_deed_is_the_first_word_of_substance(reader: Reader, text: str, deed: str) -> None:
    assert reader.deed(text) == deed


def test_the_shipped_words_bring_together_what_two_levels_word_differently() -> None:
    shipped = Reader(domain().language)
    above = set(shipped.terms("Tiếp tục niêm yết TTHC tại Bộ phận tiếp nhận và trả kết quả"))
    below = set(shipped.terms("Công khai thủ tục hành chính ở bộ phận một cửa"))
    assert {"công khai", "khai thủ", "thủ tục", "hành chính", "bộ phận", "một cửa"} <= above & below


# Weights


def test_a_term_tells_more_the_fewer_texts_have_it() -> None:
    weights = Weights.learn([("a", "b"), ("a",), ("a", "c"), ("a", "b")])
    assert weights.by_term["c"] > weights.by_term["b"] > weights.by_term["a"] > 0
    assert weights.unseen > weights.by_term["c"]


def test_weights_are_the_rounded_logarithms_of_rarity() -> None:
    weights = Weights.learn([("a", "b"), ("a",)])
    # 1000 * (log((1 + 2) / (1 + count)) + 0.1); log(3/3) = 0, log(3/2) = 0.405465, log(3) = 1.098612
    assert (weights.by_term, weights.unseen) == ({"a": 100, "b": 505}, 1199)
    assert weights.total(("a", "b", "never seen")) == 100 + 505 + 1199


def test_nothing_learnt_leaves_every_term_unseen() -> None:
    assert Weights.learn([]) == Weights({}, 100)


@given(st.lists(st.lists(st.sampled_from("abcdef"), max_size=4).map(lambda found: tuple(sorted(set(found))))))
def test_the_order_of_the_texts_never_changes_a_weight(texts: list[tuple[str, ...]]) -> None:
    assert Weights.learn(texts) == Weights.learn(list(reversed(texts)))
