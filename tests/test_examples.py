"""The examples of the rule files: each does what its file says, and one that does not is noticed."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from cascade.checks.registry import CHECKS
from cascade.examples import Failure, check_examples, check_fires, check_silent, example_plans, findings
from cascade.model.own_rule import OwnRule
from cascade.model.rule import Example, Expected, Rule, Sketch
from cascade.model.words import Words
from cascade.reading.rules import read_rules
from tests.support import COMMUNE, DISTRICT, ROOT, domain, rule, target

Examples = Callable[[Rule], tuple[Example, ...]]


def every(examples: Examples) -> list[object]:
    """One parameter an example, under the name of its rule and what it is about."""
    return [
        pytest.param(one, example, id=f"{one.id}: {example.about.en}")
        for one in domain().rules.values()
        for example in examples(one)
    ]


@pytest.mark.parametrize(("one", "example"), every(lambda one: one.fires))
def test_an_example_that_must_fire_does_so_exactly_as_often_as_it_says(one: Rule, example: Example) -> None:
    assert list(check_fires(one, example, domain())) == []
    found = findings(one, example, domain())
    assert len(found) == len(example.expect)
    assert {judged.finding.rule for judged in found} == {one.id}


@pytest.mark.parametrize(("one", "example"), every(lambda one: one.silent))
def test_an_example_that_must_stay_silent_does_so(one: Rule, example: Example) -> None:
    assert list(check_silent(one, example, domain())) == []


SAMPLES = read_rules([ROOT / "examples/rules"], CHECKS)


def test_the_samples_of_one_s_own_rules_do_what_they_say() -> None:
    assert SAMPLES.faults == []
    assert SAMPLES.domain is not None
    samples = [one for one in SAMPLES.domain.rules.values() if isinstance(one, OwnRule)]
    assert [one.id for one in samples] == sorted(path.stem for path in (ROOT / "examples/rules").iterdir())
    for one in samples:
        assert one.fires
        assert one.silent
        assert [found for example in one.fires for found in check_fires(one, example, SAMPLES.domain)] == []
        assert [found for example in one.silent for found in check_silent(one, example, SAMPLES.domain)] == []


PROMISED = [
    "weaker-target",
    "late-target",
    "missing-target",
    "unquantified-target",
    "carve-out",
    "incomparable-target",
    "contradictory-targets",
    "doubtful-value",
    "uncovered-task",
    "partial-task",
    "late-task",
    "stale-deadline",
    "unassigned-task",
    "missing-parent",
    "no-parent",
    "citation-mismatch",
    "ambiguous-citation",
    "citation-cycle",
    "cites-lower-level",
    "skipped-level",
    "cites-later-document",
    "misplaced-file",
    "abolished-level",
    "period-outside-parent",
    "missing-area",
    "duplicate-item",
    "duplicate-plan",
]


def test_every_check_has_its_rule_and_every_rule_its_check() -> None:
    assert sorted(domain().rules) == sorted(CHECKS)
    assert set(PROMISED) <= set(CHECKS)  # a rule may be added, none is taken away


def test_all_shipped_examples_hold() -> None:
    assert list(check_examples(domain())) == []


@pytest.mark.parametrize("one", domain().rules.values(), ids=lambda one: one.id)
def test_examples_name_invented_places_only(one: Rule) -> None:
    invented = {"Mẫu", "Thử", "Ví Dụ", "Giả Định", "Khác"}
    for example in (*one.fires, *one.silent):
        for plan, _ in example_plans(example).values():
            assert set(plan.place) <= invented, example.about.en


# What would be noticed

LOW = Example(
    about=Words("thấp", "low"),
    parent=Sketch(targets=(target("1", "80%"),)),
    child=Sketch(targets=(target("a", "50%"),)),
    expect=(Expected(item="a", severity="error"),),
)
SAME = msgspec.structs.replace(LOW, about=Words("bằng", "same"), child=Sketch(targets=(target("a", "80%"),)))


def problems(fires: tuple[Example, ...], silent: tuple[Example, ...]) -> list[Failure]:
    changed = msgspec.structs.replace(rule("weaker-target"), fires=fires, silent=silent)
    return list(check_examples(msgspec.structs.replace(domain(), rules={changed.id: changed})))


def test_good_examples_have_no_problem() -> None:
    assert problems((LOW,), (SAME,)) == []


def test_an_example_that_stays_silent_where_it_must_fire_is_noticed() -> None:
    (silent, unmet) = problems((SAME,), (SAME,))
    assert silent == Failure("weaker-target", "same", "must fire but stays silent")
    assert unmet.problem == "expected xa-mau-2023 a error, found nothing"


def test_an_example_that_fires_where_it_must_stay_silent_is_noticed() -> None:
    (failure,) = problems((LOW,), (LOW,))
    assert (failure.rule, failure.about) == ("weaker-target", "low")
    assert failure.problem.startswith("must stay silent but says: ")


@pytest.mark.parametrize(
    ("expected", "problem"),
    [
        (Expected(item="b"), "expected xa-mau-2023 b None, found xa-mau-2023 a error"),
        (Expected(item="a", severity="info"), "expected xa-mau-2023 a info, found xa-mau-2023 a error"),
        (Expected(plan=DISTRICT), f"expected {DISTRICT} None None, found xa-mau-2023 a error"),
    ],
)
def test_a_finding_on_another_item_plan_or_severity_is_noticed(expected: Expected, problem: str) -> None:
    wrong = msgspec.structs.replace(LOW, expect=(expected,))
    assert problems((wrong,), (SAME,)) == [Failure("weaker-target", "low", problem)]


@pytest.mark.parametrize(("fires", "silent"), [((), (SAME,)), ((LOW,), ())])
def test_a_rule_without_both_kinds_of_example_is_noticed(
    fires: tuple[Example, ...], silent: tuple[Example, ...]
) -> None:
    wanted = "needs at least one example that fires and one that stays silent"
    assert problems(fires, silent) == [Failure("weaker-target", "", wanted)]


def test_a_finding_without_words_in_one_language_is_noticed() -> None:
    mute = msgspec.structs.replace(rule("weaker-target"), message=Words("Thấp hơn", " "))
    assert [failure.problem for failure in check_fires(mute, LOW, domain())] == ["has no words in en"]


def test_a_message_that_asks_for_an_unknown_fact_is_an_error() -> None:
    wrong = msgspec.structs.replace(rule("weaker-target"), message=Words("{child_bond}", "{child_bond}"))
    with pytest.raises(KeyError, match="child_bond"):
        list(check_fires(wrong, LOW, domain()))


def test_the_plans_of_an_example_stand_in_the_folders_of_their_levels() -> None:
    example = Example(about=Words("", ""), parent=Sketch(), child=Sketch(folder="elsewhere"))
    assert {plan_id: file for plan_id, (_, file) in example_plans(example).items()} == {
        DISTRICT: f"data/district/{DISTRICT}.yaml",
        COMMUNE: f"data/elsewhere/{COMMUNE}.yaml",
    }
