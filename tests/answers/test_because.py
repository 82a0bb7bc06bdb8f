"""Why two items belong together, or do not, word by word."""

from __future__ import annotations

from hypothesis import given

from cascade.answers.because import Because, because
from cascade.answers.lexis import NOTHING
from tests.answers.made import LEXIS, TEXTS


def test_every_asked_word_is_told_with_the_nearest_said_one_what_nobody_says_last() -> None:
    found = because(LEXIS, "niêm yết phí, tuyên truyền hồ sơ cấp rừng", "tin bài, công khai phí, hồ sơ công việc")
    assert found == (
        Because("synonym", "niêm yết", "công khai"),
        Because("same", "phí", "phí"),
        Because("near", "tuyên truyền", "tin bài"),
        Because("same", "hồ sơ", "hồ sơ"),
        Because("unsaid", "cấp rừng", ""),
    )


def test_syllables_that_do_not_follow_one_another_in_both_are_told_one_by_one() -> None:
    assert because(LEXIS, "hồ 3 sơ, cây rừng", "hồ sơ, rừng cây") == (
        *(Because("same", one, one) for one in ("hồ", "sơ", "cây", "rừng")),
    )


def test_syllables_in_common_tie_words_that_hold_one_another() -> None:
    assert because(LEXIS, "niêm yết", "niêm yết giá") == (Because("shared", "niêm yết", "niêm yết giá"),)


def test_of_ties_the_surest_is_told() -> None:
    assert because(LEXIS, "công khai", "nói chuyện, niêm yết") == (Because("synonym", "công khai", "niêm yết"),)


def test_what_keeps_them_apart_is_told_first() -> None:
    found = because(LEXIS, "bản sao giấy", "bản sao điện tử")
    assert found[0] == Because("excluded", "giấy", "điện tử")
    assert Because("same", "bản sao", "bản sao") in found


def test_words_without_substance_tie_nothing() -> None:
    assert because(LEXIS, "và các", "và các") == ()
    assert because(LEXIS, "phí", "và") == (Because("unsaid", "phí", ""),)


@given(TEXTS, TEXTS)
def test_every_asked_word_is_told_once(asked: str, said: str) -> None:
    told = [one for one in because(LEXIS, asked, said) if one.kind != "excluded"]
    units = [unit for unit in LEXIS.read(asked).units if unit != NOTHING]
    assert sorted(" ".join(one.parent for one in told).split()) == sorted(" ".join(units).split())
    in_order = iter(" ".join(units).split())
    assert all(part in in_order for one in told if one.kind != "unsaid" for part in one.parent.split())
    assert {part for one in told for part in one.child.split()} <= {*" ".join(LEXIS.read(said).units).split()}


@given(TEXTS)
def test_a_text_is_tied_to_itself_by_the_same_words_alone(text: str) -> None:
    assert {one.kind for one in because(LEXIS, text, text)} <= {"same"}
