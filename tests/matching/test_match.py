"""One item that is asked against all answers of a child: the nearest, how near, and what of it is missing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cascade.matching.match import NO_MATCH, Entry, Matcher
from cascade.matching.terms import Reader, Weights
from tests.support import domain

READER = Reader(domain().language)
DIGITISE = Entry("Số hóa hồ sơ TTHC", area=2)
WORDS = ("số hóa", "hồ sơ", "công khai", "chứng thực", "bản sao", "ngân sách", "giấy tờ", "lưu trữ")


def matcher(*answers: Entry, asked: tuple[Entry, ...] = (DIGITISE,), tasks: frozenset[int] = frozenset()) -> Matcher:
    return Matcher(READER, asked, answers, tasks)


def test_the_same_words_match_wholly() -> None:
    match = matcher(Entry("Công khai ngân sách"), Entry("Số hóa hồ sơ thủ tục hành chính")).match(DIGITISE)
    assert match.strength == pytest.approx(1)
    assert (match.best, match.topic) == (1, 1)
    assert (match.deed, match.deed_near, match.deed_anywhere) == ("số hóa", True, True)


def test_no_shared_word_is_no_match() -> None:
    assert matcher(Entry("Công khai ngân sách")).match(DIGITISE) == NO_MATCH


def test_no_answer_at_all_is_no_match() -> None:
    assert matcher().match(DIGITISE) == NO_MATCH


def test_a_text_without_substance_is_matched_by_nothing() -> None:
    assert matcher(Entry("Công khai ngân sách")).match(Entry("Tiếp tục thực hiện")) == NO_MATCH


def test_of_equal_answers_the_first_is_taken() -> None:
    assert matcher(Entry("Lưu trữ"), Entry("Số hóa hồ sơ"), Entry("Số hóa hồ sơ")).match(DIGITISE).best == 1


def test_of_equal_words_those_of_the_same_area_are_nearer() -> None:
    found = matcher(Entry("Số hóa hồ sơ", area=6), Entry("Số hóa hồ sơ", area=2)).match(DIGITISE)
    assert found.best == 1


def test_the_area_adds_to_the_order_but_not_to_the_strength() -> None:
    elsewhere = matcher(Entry("Số hóa hồ sơ", area=6)).match(DIGITISE)
    same_area = matcher(Entry("Số hóa hồ sơ", area=2)).match(DIGITISE)
    assert elsewhere.strength == same_area.strength < 1


def test_without_an_area_asked_no_area_is_preferred() -> None:
    asked = Entry("Số hóa hồ sơ TTHC")
    assert matcher(Entry("Số hóa hồ sơ", area=6), Entry("Số hóa hồ sơ"), asked=(asked,)).match(asked).best == 0


@pytest.mark.parametrize(
    "told",
    [
        Entry("Rà soát hồ sơ", objective="Dữ liệu hộ tịch"),
        Entry("Rà soát hồ sơ", product="Dữ liệu hộ tịch"),
    ],
)
def test_the_objective_and_the_product_decide_between_equal_words(told: Entry) -> None:
    answers = (Entry("Rà soát hồ sơ đất đai"), Entry("Rà soát hồ sơ hộ tịch"))
    plain = Entry("Rà soát hồ sơ")
    assert matcher(*answers, asked=(plain,)).match(plain).best == 0
    assert matcher(*answers, asked=(told,)).match(told).best == 1


def test_only_tasks_leaves_the_targets_out() -> None:
    found = matcher(Entry("Số hóa hồ sơ TTHC"), Entry("Số hóa hồ sơ hộ tịch"), tasks=frozenset({1}))
    assert found.match(DIGITISE).best == 0
    assert found.match(DIGITISE, only_tasks=True).best == 1  # however much nearer a target comes
    assert matcher(Entry("Số hóa hồ sơ TTHC")).match(DIGITISE, only_tasks=True) == NO_MATCH


def test_a_deed_said_only_of_something_else_is_elsewhere() -> None:
    answers = (Entry("Kiểm tra kết quả chứng thực bản sao điện tử từ bản chính"), Entry("Lưu trữ sổ sách"))
    asked = Entry("Lưu trữ kết quả chứng thực bản sao điện tử từ bản chính")
    found = matcher(*answers, asked=(asked,)).match(asked)
    assert (found.best, found.deed, found.deed_near, found.deed_anywhere) == (0, "lưu trữ", False, True)


def test_a_deed_that_nobody_says_is_absent() -> None:
    found = matcher(Entry("Kiểm tra hồ sơ TTHC")).match(DIGITISE)
    assert (found.best, found.deed_near, found.deed_anywhere) == (0, False, False)


def test_a_deed_said_only_by_an_answer_half_as_near_is_elsewhere() -> None:
    asked = Entry("Lưu trữ kết quả chứng thực bản sao")
    nearest = Entry("Kiểm tra kết quả chứng thực bản sao")
    much_else = "hướng dẫn công dân nộp phí qua ngân hàng, giải đáp vướng mắc và gửi giấy mời họp"
    found = matcher(nearest, Entry(f"Lưu trữ kết quả, {much_else}"), asked=(asked,)).match(asked)
    assert (found.best, found.deed_near, found.deed_anywhere) == (0, False, True)
    found = matcher(nearest, Entry("Lưu trữ kết quả"), asked=(asked,)).match(asked)
    assert found.deed_near


def test_the_topic_is_the_share_said_by_the_nearest_three_together() -> None:
    asked = Entry("chứng thực, lưu trữ, giấy tờ, ngân sách")
    texts = ("chứng thực", "lưu trữ", "giấy tờ", "ngân sách")
    terms = [READER.terms(text) for text in (asked.text, *texts)]
    weights = Weights.learn(terms)
    said = weights.total(term for found in terms[1:4] for term in found)  # the fourth is not looked at
    found = matcher(*map(Entry, texts), asked=(asked,)).match(asked)
    assert found.topic == said / weights.total(terms[0])


@given(
    st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join), min_size=1, max_size=8),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join),
    st.data(),
)
def test_strength_is_a_share_and_no_order_of_the_answers_changes_it(
    texts: list[str], asked: str, data: st.DataObject
) -> None:
    entry = Entry(asked)
    shuffled = data.draw(st.permutations(texts))
    one = matcher(*map(Entry, texts), asked=(entry,)).match(entry)
    other = matcher(*map(Entry, shuffled), asked=(entry,)).match(entry)
    assert one.strength == other.strength
    assert 0 <= one.strength <= 1 + 1e-9
    assert (one.best is None) == (other.best is None)


@given(
    st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join), max_size=8),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join),
)
def test_a_child_that_repeats_what_is_asked_word_by_word_covers_it_wholly(texts: list[str], asked: str) -> None:
    entry = Entry(asked)
    found = matcher(*map(Entry, texts), entry, asked=(entry,)).match(entry)
    assert found.strength == pytest.approx(1)
    assert (found.deed_near, found.topic) == (True, 1)
