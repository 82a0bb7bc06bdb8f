"""A bound that cannot be meant as it stands, and why."""

from __future__ import annotations

import pytest

from cascade.model.plan import Target
from cascade.model.rule import Sketch
from tests.support import COMMUNE, DISTRICT, PAYMENT, WAITING, found, linked, places, target

GRADE = "steering.par-grade"


def told(one: Target) -> list[tuple[str, str]]:
    """The severity and the English words of what is said of a target of xã Mẫu."""
    return [(j.severity, j.message.en) for j in found(linked(None, Sketch(targets=(one,))), "doubtful-value")]


@pytest.mark.parametrize(
    ("one", "reason"),
    [
        (target("a", "<= 80%", PAYMENT), "on this measure more is better, so only a minimum makes sense"),
        (target("a", "> 30 phút", WAITING), "on this measure less is better, so only a maximum makes sense"),
        (target("a", "15 ngày", WAITING), "the unit «ngày» is not the measure's «phút»"),
        (target("a", "tốt", PAYMENT), "this measure has no grades, so no «tốt»"),
        (
            target("a", "giỏi", GRADE),
            "the grade «giỏi» is not on the scale yếu, trung bình, khá, tốt, xuất sắc",
        ),
        (target("a", "50-110%"), "a share over 100%"),
        (target("a", "3040"), "a share over 100%"),  # the measure counts in % where no unit is written
        (target("a", "120%", None), "a share over 100%"),  # even without a measure
    ],
)
def test_nonsense_is_a_warning_that_says_why(one: Target, reason: str) -> None:
    assert told(one) == [
        ("warning", f"The bound «{one.value.say().en}» of the target «{one.text}» needs another look ({reason}).")
    ]


@pytest.mark.parametrize("one", [target("a", "120 phút", None), target("a", "100%"), target("a", "tốt", None)])
def test_what_makes_sense_on_its_measure_or_has_none_is_left_alone(one: Target) -> None:
    assert told(one) == []


def test_a_recorded_doubt_is_told_in_its_own_words_without_a_second_full_stop() -> None:
    ((severity, words),) = told(target("a", "95%", doubt="Bản chụp mờ."))
    assert (severity, words) == ("info", "The bound «95%» of the target «Chỉ tiêu a» needs another look (Bản chụp mờ).")


def test_nonsense_goes_before_a_recorded_doubt() -> None:
    assert [severity for severity, _ in told(target("a", "120%", doubt="Bản chụp mờ"))] == ["warning"]


def test_a_bound_already_said_to_be_incomparable_is_not_doubted_again() -> None:
    context = linked(
        Sketch(targets=(target("1", "15 phút", WAITING),)), Sketch(targets=(target("a", "1 ngày", WAITING),))
    )
    assert len(found(context, "incomparable-target")) == 1
    assert found(context, "doubtful-value") == []


def test_a_doubtful_bound_is_reported_once_and_never_compared() -> None:
    context = linked(
        Sketch(targets=(target("1", "30 phút", WAITING),)), Sketch(targets=(target("a", ">= 30 phút", WAITING),))
    )
    assert places(context, found(context, "doubtful-value")) == [(COMMUNE, "a", "error")]  # it answers a target above
    for silent in ("weaker-target", "missing-target", "incomparable-target"):
        assert found(context, silent) == []


def test_the_plans_above_are_looked_at_too() -> None:
    context = linked(Sketch(targets=(target("1", "3040%"),)), None)
    assert places(context, found(context, "doubtful-value")) == [(DISTRICT, "1", "warning")]
