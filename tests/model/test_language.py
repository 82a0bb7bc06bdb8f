from __future__ import annotations

import unicodedata

import pytest

from cascade.model.language import Language, Named, Subject, UnitName
from cascade.model.words import Words

REFORM = Subject("reform", Words("cải cách hành chính", "reform"), ("cải cách hành chính", "CCHC"))
DIGITAL = Subject("digital", Words("chuyển đổi số", "digital"), ("chuyển đổi số",))
LANGUAGE = Language(
    abbreviations={},
    spellings={},
    endings={},
    subjects=(REFORM, DIGITAL),
    units=(
        UnitName("tỉnh", ("province",)),
        UnitName("thành phố", ("province", "district")),
        UnitName("huyện", ("district",)),
        UnitName("thị xã", ("district",)),
        UnitName("xã", ("commune",)),
    ),
    recurring=("hàng năm", "thường xuyên"),
)
NOTHING = Language({}, {}, {}, (Subject("none", Words("", ""), ()),), (), ())


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("Kế hoạch cải cách hành chính năm 2023", {"reform"}),
        ("Kế hoạch CCHC", {"reform"}),
        ("CAI CACH HANH CHINH và Chuyển đổi số", {"reform", "digital"}),
        ("Kế hoạch CCHCX", set()),
        ("Luật Tổ chức chính quyền địa phương", set()),
    ],
)
def test_a_text_is_about_the_subjects_that_it_names(text: str, subjects: set[str]) -> None:
    assert LANGUAGE.subjects_of(text) == subjects


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("CCHC huyện Thử giai đoạn 2021-2025", [(("district",), "Thử")]),
        ("UBND xã Mẫu Mực, Huyện Thử", [(("commune",), "Mẫu Mực"), (("district",), "Thử")]),
        ("UBND thị xã Ví Dụ", [(("district",), "Ví Dụ")]),
        ("thành  phố Đích", [(("province", "district"), "Đích")]),
        ("UBND xã 12", [(("commune",), "12")]),
        ("UBND xã M'Thử, huyện Ea H’mẫu", [(("commune",), "M'Thử"), (("district",), "Ea H’mẫu")]),
        ("huyện Thử 5, năm 2023", [(("district",), "Thử 5")]),
        ("UBND xã 2023-2025", []),
        ("UBND xã đã họp", []),
        ("UBND huyện", []),
        ("cấpxã Mẫu", []),
    ],
)
def test_a_unit_is_named_by_its_word_and_the_capitalised_words_after_it(
    text: str, named: list[tuple[tuple[str, ...], str]]
) -> None:
    assert LANGUAGE.units_named(text) == tuple(Named(levels, name) for levels, name in named)


def test_a_unit_is_found_in_decomposed_text() -> None:
    assert LANGUAGE.units_named(unicodedata.normalize("NFD", "huyện Thử")) == (Named(("district",), "Thử"),)


@pytest.mark.parametrize(
    ("due", "recurs"), [("Hàng năm", True), ("hang nam, từ 2021", True), ("quý II/2022", False), ("", False)]
)
def test_a_deadline_recurs_where_its_words_say_so(due: str, recurs: bool) -> None:
    assert LANGUAGE.is_recurring(due) is recurs


def test_a_language_without_words_finds_nothing() -> None:
    text = "CCHC huyện Thử hàng năm"
    assert (NOTHING.subjects_of(text), NOTHING.units_named(text), NOTHING.is_recurring(text)) == (
        frozenset(),
        (),
        False,
    )
