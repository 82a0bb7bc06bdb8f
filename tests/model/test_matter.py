"""Whose business the words of an item say that it is."""

from __future__ import annotations

import unicodedata

import pytest

from cascade.model.matter import Matter, MatterKind, Matters
from tests.support import domain

MATTERS = Matters(
    (
        Matter("foreign", {"đơn vị sự nghiệp": ""}, "district"),
        Matter("foreign", {"bệnh viện * tỉnh": ""}, "province"),
        Matter("act", {"^tham mưu": ""}, "district"),
        Matter("act", {"tham mưu * ubnd huyện": ""}, "district"),
        Matter("own", {"của xã": ""}, "commune"),
        Matter("own", {"của xã và thôn": ""}, "commune"),
        Matter("neutral", {"kế hoạch số * của ubnd huyện": ""}),
    )
)
BOTH = ("district", "province")


@pytest.mark.parametrize(
    ("text", "kinds", "levels", "found"),
    [
        ("Sắp xếp Đơn vị  sự nghiệp", ("foreign",), BOTH, "đơn vị sự nghiệp"),
        ("Sắp xếp đơn vị sự nghiệp", ("foreign",), ("province",), None),  # another level's
        ("Sắp xếp đơn vị sự nghiệp", ("act",), BOTH, None),  # another kind
        ("Sắp xếp đơn vị sự nghiệpX", ("foreign",), BOTH, None),  # whole words only
        ("Sắp xếp don vi su nghiep", ("foreign",), BOTH, None),  # accents tell words apart
        # up to six words in between
        ("Bệnh viện tỉnh", ("foreign",), BOTH, "bệnh viện tỉnh"),
        ("Bệnh viện đa khoa của tỉnh", ("foreign",), BOTH, "bệnh viện đa khoa của tỉnh"),
        ("Bệnh viện một hai ba bốn năm sáu tỉnh", ("foreign",), BOTH, "bệnh viện một hai ba bốn năm sáu tỉnh"),
        ("Bệnh viện một hai ba bốn năm sáu bảy tỉnh", ("foreign",), BOTH, None),
        # at the beginning of the text
        ("- Tham mưu bố trí kinh phí", ("act",), BOTH, "tham mưu"),
        ("Chủ động tham mưu bố trí kinh phí", ("act",), BOTH, None),
        # the longest phrase
        ("Công chức của xã và thôn", ("own",), ("commune",), "của xã và thôn"),
        # the first kind that is found
        ("Tham mưu sắp xếp đơn vị sự nghiệp", ("foreign", "act"), BOTH, "đơn vị sự nghiệp"),
        ("Tham mưu sắp xếp đơn vị sự nghiệp", ("act", "foreign"), BOTH, "tham mưu"),
    ],
)
def test_the_words_of_a_matter_are_found(
    text: str, kinds: tuple[MatterKind, ...], levels: tuple[str, ...], found: str | None
) -> None:
    assert MATTERS.find(MATTERS.plain(text), kinds, levels) == found
    assert MATTERS.find(MATTERS.plain(unicodedata.normalize("NFD", text)), kinds, levels) == found


def test_what_only_tells_who_asked_is_taken_out_first() -> None:
    plain = MATTERS.plain("Niêm yết theo Kế hoạch số 12/KH-UBND năm 2023 của UBND huyện tại trụ sở")
    assert plain.split() == ["niêm", "yết", "theo", "tại", "trụ", "sở"]


def test_without_matters_nothing_is_found_and_nothing_taken_out() -> None:
    nothing = Matters(())
    assert nothing.plain("Của  Xã").split() == ["của", "xã"]
    assert nothing.find("của xã", ("own", "neutral"), ("commune",)) is None


SHIPPED = [(matter, phrase) for matter in domain().matters.matters for phrase in matter.phrases]


@pytest.mark.parametrize(("matter", "phrase"), SHIPPED, ids=lambda one: one if isinstance(one, str) else one.kind)
def test_every_shipped_phrase_is_found_in_its_example(matter: Matter, phrase: str) -> None:
    example = matter.phrases[phrase]
    alone = Matters((Matter(matter.kind, {phrase: example}, matter.level),))
    plain = alone.plain(example)
    if matter.kind == "neutral":
        assert matter.level is None
        assert plain != Matters(()).plain(example)
    else:
        assert (matter.level is None) == (matter.kind == "itself")
        assert alone.find(plain, (matter.kind,), (matter.level,)) is not None


def test_the_shipped_matters_are_of_levels_that_there_are() -> None:
    known = {*domain().levels.ids(), "outside", None}
    assert {matter.level for matter in domain().matters.matters} <= known
