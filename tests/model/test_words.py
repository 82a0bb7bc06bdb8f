from __future__ import annotations

import pytest

from cascade.model.words import LANGS, Lang, Words


@pytest.mark.parametrize(("lang", "said"), [("vi", "mục 5 của xã Mẫu"), ("en", "item 5 of xã Mẫu")])
def test_words_are_said_in_the_language_asked_for(lang: Lang, said: str) -> None:
    words = Words("mục {item} của {plan}", "item {item} of {plan}")
    assert words.say(lang, item=5, plan="xã Mẫu") == said


def test_a_fact_with_braces_is_said_as_it_is() -> None:
    assert Words("«{found}»", "«{found}»").say("vi", found="{0.__class__}") == "«{0.__class__}»"


def test_words_without_facts_keep_their_braces() -> None:
    assert Words("{…}", "{…}").say("en") == "{…}"


def test_vietnamese_comes_first() -> None:
    assert LANGS == ("vi", "en")
