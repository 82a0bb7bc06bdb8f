"""Phrases of rules, sought in texts: the same words, words of the same meaning, with and without accents."""

from __future__ import annotations

import pytest

from cascade.answers.lexis import Lexis
from cascade.answers.sought import Sought
from tests.support import domain

SOUGHT = Sought(Lexis(domain().language, domain().wording))


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("báo cáo định kỳ", "Thực hiện báo cáo CCHC định kỳ hằng quý"),
        ("công khai thủ tục hành chính", "Niêm yết TTHC tại trụ sở"),  # a word of the concept, a short form
        ("cong khai thu tuc hanh chinh", "Niêm yết TTHC tại trụ sở"),  # typed without accents
        ("công khai thủ tục hành chính", "Cong khai thu tuc hanh chinh tai tru so"),  # printed without accents
        ("hòa giải", "Hoà giải ở cơ sở"),  # where the tone stands
        ("Đề án 06", "Triển khai đề án 06/CP"),
    ],
)
def test_a_text_says_a_phrase_in_the_same_words_or_others_of_the_same_meaning(phrase: str, text: str) -> None:
    assert SOUGHT.says(text, ["không có ở đây", phrase])


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("báo cáo định kỳ", "Báo cáo khi có sự cố"),  # narrower than its concept: every word counts
        ("đề án 06", "Triển khai đề án 07"),
        ("hòa giải", "Hoa giải thưởng"),  # other accents are other words
        ("hòa giải", "Góp ý về hòa. Giải trình sau"),  # no phrase runs across the end of a sentence
        ("tra", "Kiểm trang"),  # whole syllables only
    ],
)
def test_a_text_that_says_something_else_does_not_say_it(phrase: str, text: str) -> None:
    assert not SOUGHT.says(text, [phrase])


def test_printed_means_just_these_words() -> None:
    assert SOUGHT.prints("Niêm yết thủ tục hành chính", ["niêm yết TTHC"])
    assert not SOUGHT.prints("Niêm yết thủ tục hành chính", ["công khai thủ tục hành chính"])
    assert not SOUGHT.prints("Báo cáo CCHC định kỳ", ["báo cáo định kỳ"])
