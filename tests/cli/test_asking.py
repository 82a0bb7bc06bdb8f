"""Days as people write them, and answers side by side; the keys themselves are pressed in test_decide."""

from __future__ import annotations

from datetime import date

import pytest

from cascade.cli.asking import day_of, in_rows


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
