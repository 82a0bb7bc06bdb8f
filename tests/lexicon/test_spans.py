from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given

from cascade.lexicon.quantities import Quantities
from cascade.lexicon.spans import Span, Spans, clauses, listed_indexes, sentences
from tests.ingest.made import LINES
from tests.support import domain


@cache
def readers() -> tuple[Quantities, Spans]:
    return Quantities(domain().phrases), Spans(domain().phrases)


def spans(text: str) -> tuple[Span, ...]:
    quantities, reader = readers()
    return reader.of(text, quantities.find(text), sentences(text))


def words(text: str) -> list[str]:
    return [text[span.start : span.end].strip(" ,;.") for span in spans(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Đạt 80%. Xã Mẫu giữ vững.", ["Đạt 80%.", "Xã Mẫu giữ vững."]),
        ("Có 1.000 hồ sơ của xã. Tốt.", ["Có 1.000 hồ sơ của xã.", "Tốt."]),
        ("Đạt 95,5% hồ sơ", ["Đạt 95,5% hồ sơ"]),
        ("theo mục 2. 1 của xã", ["theo mục 2. 1 của xã"]),
        ("  ", []),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert [text[a:b].strip() for a, b in sentences(text)] == parts


def test_clauses_end_at_semicolons() -> None:
    text = "đạt 80%; giảm 5%; khen xã Mẫu"
    assert [text[a:b] for a, b in clauses(text, (0, len(text)))] == ["đạt 80%; ", "giảm 5%; ", "khen xã Mẫu"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("100% hồ sơ được số hóa", ["100% hồ sơ được số hóa"]),
        ("Mức độ hài lòng của người dân đạt 90%", ["Mức độ hài lòng của người dân đạt 90%"]),
        (
            "80% hồ sơ được số hóa, tỷ lệ hài lòng đạt 90%",
            ["80% hồ sơ được số hóa", "tỷ lệ hài lòng đạt 90%"],
        ),
        ("80% hồ sơ được số hóa và 90% hồ sơ trả đúng hạn", ["80% hồ sơ được số hóa", "90% hồ sơ trả đúng hạn"]),
        ("100% cơ quan cắt giảm 20% chi phí", ["100% cơ quan", "cắt giảm 20% chi phí"]),
    ],
)
def test_the_words_of_each_quantity(text: str, parts: list[str]) -> None:
    assert words(text) == parts


def test_what_is_done_once_is_shared_by_those_that_lead() -> None:
    text = "65% hồ sơ cấp huyện và 40% hồ sơ cấp xã được xử lý trên mạng"
    first, second = spans(text)
    assert first.shared is not None
    assert text[slice(*first.shared)] == "được xử lý trên mạng"
    assert second.shared is None


def test_a_value_with_a_verb_of_its_own_shares_none() -> None:
    first, _ = spans("65% hồ sơ được số hóa và 40% hồ sơ được xử lý trên mạng")
    assert first.shared is None


def test_a_subject_may_list_indexes() -> None:
    text = "Xếp hạng Chỉ số cải cách, Chỉ số hài lòng"
    assert [text[a:b].strip(" ,") for a, b in listed_indexes(text)] == ["Chỉ số cải cách", "Chỉ số hài lòng"]
    assert listed_indexes("Chỉ số hài lòng") == [(0, 15)]


@given(LINES)
def test_sentences_and_clauses_leave_out_no_word(lines: list[str]) -> None:
    text = " ".join(" ".join(lines).split())
    parts = [text[a:b] for sentence in sentences(text) for a, b in clauses(text, sentence)]
    assert "".join("".join(parts).split()) == text.replace(" ", "")


def test_a_sentence_without_end_is_cut_between_words() -> None:
    text = "hồ sơ " * 2000
    parts = [text[a:b] for a, b in sentences(text)]
    assert "".join(parts).split() == text.split()
    assert all(set(part.split()) == {"hồ", "sơ"} for part in parts)
    assert len(parts) > 1


@given(LINES)
def test_spans_keep_order_and_hold_their_quantity(lines: list[str]) -> None:
    text = " ".join(" ".join(lines).split())
    found = spans(text)
    assert [one.quantity for one in found] == sorted((one.quantity for one in found), key=lambda one: one.start)
    assert len(found) == len(readers()[0].find(text))
    for span in found:
        assert 0 <= span.start <= span.quantity.end <= span.end <= len(text)
