"""Days as people write them, and answers side by side; the keys themselves are pressed in test_decide."""

from __future__ import annotations

import re
from datetime import date

import pytest

from cascade.cli import asking
from cascade.cli.asking import ENTER, choice, day_of, in_rows
from cascade.model.words import LANGS, Lang
from cascade.report.deciding_phrases import ANSWERS, KEYS


@pytest.mark.parametrize("text", ["31/12/2026", "2026-12-31", " 31-12-2026 ", "31.12.2026"])
def test_a_day_is_understood_as_people_write_it(text: str) -> None:
    assert day_of(text) == date(2026, 12, 31)


@pytest.mark.parametrize("text", ["", "mai", "31/13/2026", "12/31/2026", "31/12", "2026"])
def test_anything_else_is_no_day(text: str) -> None:
    assert day_of(text) is None


def test_answers_stand_side_by_side_and_none_is_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "42")
    answers = [f"[{n}] câu trả lời {n}" for n in range(4)]
    assert in_rows(answers).splitlines() == ["  ".join(answers[:2]), "  ".join(answers[2:])]
    assert in_rows(["x" * 90, "y"]) == "x" * 90 + "\ny"


@pytest.mark.parametrize("lang", LANGS)
def test_every_answer_has_a_key_of_its_own_that_every_keyboard_has_and_the_prompt_shows(lang: Lang) -> None:
    keys = {answer: words.say(lang) for answer, words in KEYS.items()}
    assert len(set(keys.values())) == len(keys)
    for answer, words in ANSWERS.items():
        key = keys.get(answer, "Enter")
        assert key.isascii()
        assert re.match(rf"\[{key}[]/]", words.say(lang))


@pytest.mark.parametrize(("typed", "taken"), [("v", "v"), ("đ", "v"), ("Đ", "v"), ("d", None), ("t", "t")])
def test_a_vietnamese_letter_answers_as_the_key_beside_it_and_d_alone_does_nothing(
    monkeypatch: pytest.MonkeyPatch, typed: str, taken: str | None
) -> None:
    answers = iter([typed, ENTER])
    monkeypatch.setattr(asking, "typed", lambda _: next(answers))
    assert choice("", ("v", "t", ENTER)) == (ENTER if taken is None else taken)
