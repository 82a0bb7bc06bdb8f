from __future__ import annotations

from itertools import combinations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cascade.lexicon.passage import Passage, Word, apart, before, passage, plain_words
from cascade.model.plan import Lines
from tests.ingest.made import LINES, lined, passage_of


class Found(msgspec.Struct, frozen=True):
    start: int
    end: int


FOUND = st.builds(lambda start, more: Found(start, start + more), st.integers(0, 40), st.integers(1, 10))


def test_words_of_several_lines_read_as_one_text() -> None:
    assert passage_of("Kế hoạch của", "", "xã Mẫu").text == "Kế hoạch của xã Mẫu"


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("số 09/KH-", "UBND"), "số 09/KH-UBND"),
        (("giai đoạn 2021-", "2025"), "giai đoạn 2021-2025"),
        (("Tài chính -", "Kế hoạch"), "Tài chính - Kế hoạch"),
        (("đi họp-", "(xã Mẫu)"), "đi họp- (xã Mẫu)"),
        (("KH- UBND",), "KH- UBND"),
    ],
)
def test_a_word_broken_at_the_end_of_a_line_is_joined(lines: tuple[str, ...], text: str) -> None:
    assert passage_of(*lines).text == text


def test_a_part_knows_its_lines_and_its_print() -> None:
    whole = passage_of("Kế hoạch của xã", "Mẫu năm 2023")
    at = whole.text.index("xã Mẫu")
    assert whole.lines(at, at + len("xã Mẫu")) == Lines(1, 2)
    assert whole.printed(at, at + len("xã Mẫu")) == "xã Mẫu"
    assert whole.part(at).text == "xã Mẫu năm 2023"


def test_restored_words_are_told_beside_the_printed_ones() -> None:
    damaged = Passage((Word("xa", "xã", 1), Word("Mau", "Mẫu", 1), Word("2023", "2023", 2)))
    assert damaged.text == "xã Mẫu 2023"
    assert damaged.printed() == "xa Mau 2023"
    assert damaged.restored() == "xã Mẫu 2023"
    assert damaged.restored(damaged.text.index("2023")) is None


def test_an_empty_passage_prints_nothing() -> None:
    empty = passage([])
    assert (empty.text, empty.printed(), empty.restored(), empty.part(0)) == ("", "", None, empty)


@given(LINES)
def test_print_is_never_altered(lines: list[str]) -> None:
    assert passage(lined(*lines)).printed() == " ".join(" ".join(lines).split())


@given(LINES, st.data())
def test_any_part_is_a_run_of_the_words_it_touches(lines: list[str], data: st.DataObject) -> None:
    whole = passage(lined(*lines))
    start = data.draw(st.integers(0, len(whole.text)))
    end = data.draw(st.integers(start, len(whole.text)))
    part = whole.part(start, end)
    assert whole.text[start:end].strip() in part.text
    assert part.printed() == whole.printed(start, end)
    if whole.words:
        assert {word.line for word in part.words} <= set(range(whole.lines().first, whole.lines().last + 1))


def test_plain_words_read_as_printed() -> None:
    assert plain_words(" xã  Mẫu ", 7) == (Word("xã", "xã", 7), Word("Mẫu", "Mẫu", 7))


# --- what stands before, what stands apart --------------------------------------------------------


@pytest.mark.parametrize(("reach", "words"), [(100, "đạt ít nhất "), (11, "ít nhất "), (9, "ít nhất "), (3, "")])
def test_whole_words_before_an_offset(reach: int, words: str) -> None:
    text = "đạt ít nhất 80%"
    assert before(text, text.index("80"), reach) == words


@given(st.text("ab ", max_size=60), st.integers(0, 60), st.integers(0, 20))
def test_words_before_are_a_whole_run_within_reach(text: str, at: int, reach: int) -> None:
    at = min(at, len(text))
    words = before(text, at, reach)
    assert text[:at].endswith(words)
    assert len(words) <= reach
    cut = text[: at - len(words)]
    assert not words or not cut or cut.endswith(" ")


@given(st.lists(FOUND))
def test_kept_finds_do_not_overlap_and_every_other_overlaps_one(found: list[Found]) -> None:
    kept = apart(found, 60)
    assert all(one.end <= other.start or other.end <= one.start for one, other in combinations(kept, 2))
    for one in found:
        assert one in kept or any(one.start < other.end and other.start < one.end for other in kept)
    assert kept[:1] == found[:1]
