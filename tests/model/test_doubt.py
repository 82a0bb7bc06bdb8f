from __future__ import annotations

from cascade.model.doubt import DOUBTS, Doubt, doubt, doubt_words, unique
from cascade.model.words import Words
from tests.model.test_phrases import said_in_code
from tests.support import domain


def test_a_doubt_is_worded_with_its_facts_in_both_languages() -> None:
    (found,) = doubt("no-such-day", printed="31/2/2025")
    assert found == Doubt("no-such-day", {"printed": "31/2/2025"})
    assert found.words() == Words("ngày in “31/2/2025” không có thật", "there is no such day as “31/2/2025”")


def test_a_fact_that_a_file_lacks_and_a_code_that_nobody_knows_fail_nothing() -> None:
    assert "…" in Doubt("no-such-day").words().vi
    assert Doubt("of-a-later-version").words() == Words("of-a-later-version", "of-a-later-version")


def test_what_a_person_notes_is_said_as_it_is_and_doubts_one_after_the_other() -> None:
    assert doubt_words(None) is None
    assert doubt_words(()) is None
    assert doubt_words("hỏi lại xã") == Words("hỏi lại xã", "hỏi lại xã")
    said = doubt_words((*doubt("number-blank"), *doubt("damaged-text")))
    assert said is not None
    assert said.vi.startswith(f"{DOUBTS['number-blank'].vi}; ")


def test_each_doubt_is_kept_once_in_order() -> None:
    one, other = doubt("date-mended", printed="a", read="b"), doubt("date-mended", printed="a", read="c")
    assert unique((*one, *other, *one)) == (*one, *other)


def test_every_doubt_that_has_words_is_one_that_some_reader_has() -> None:
    raised = said_in_code("model/doubt.py") | {
        code for level in domain().levels.ids() for code in (f"no-{level}", f"{level}-of-content")
    }
    assert set(DOUBTS) - raised == set()
