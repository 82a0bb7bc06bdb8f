"""Which decision counts for a finding: the narrowest that holds, and never one about another finding."""

from __future__ import annotations

from datetime import date
from typing import Any

from cascade.decided import OPEN, Rulings, about, fits, lapsed_words
from cascade.model.decision import Confirmation, Decision, Decisions, Recorded, Waiver
from cascade.model.finding import Finding, Item
from cascade.model.rule import Sketch
from tests.support import COMMUNE, DISTRICT, linked, target

CONTEXT = linked(Sketch(targets=(target("1", "80%"),)), Sketch(targets=(target("a", "50%"), target("b", "60%"))))
FINDING = Finding("weaker-target", Item(COMMUNE, "target", 0), against=Item(DISTRICT, "target", 0))
DAY, LATER = date(2026, 6, 1), date(2026, 12, 31)


def waiver(**more: Any) -> Waiver:
    keys: dict[str, Any] = {"plan": COMMUNE, "rule": "weaker-target", "waived": "lùi mức", "by": "P", "on": DAY}
    return Waiver(**(keys | more))


def rulings(*made: Decision, today: date = DAY) -> Rulings:
    return Rulings(Decisions(tuple(Recorded(one, "d.yaml", line, 5) for line, one in enumerate(made, 3))), today)


def test_a_finding_is_named_by_its_plan_rule_and_items_and_what_names_it_so_fits_it() -> None:
    keys = about(CONTEXT, FINDING)
    assert keys == {"plan": COMMUNE, "rule": "weaker-target", "parent": DISTRICT, "asked": "1", "item": "a"}
    assert fits(waiver(**keys), CONTEXT, FINDING)
    for key in keys:
        assert not fits(waiver(**(keys | {key: "x"})), CONTEXT, FINDING)


def test_a_finding_about_a_plan_as_a_whole_is_named_without_an_item() -> None:
    lacking = Finding("missing-target", Item(COMMUNE), against=Item(DISTRICT, "target", 0))
    assert about(CONTEXT, lacking) == {"plan": COMMUNE, "rule": "missing-target", "parent": DISTRICT, "asked": "1"}
    assert not fits(waiver(rule="missing-target", item="a"), CONTEXT, lacking)


def test_nobody_has_decided_anything_where_no_decision_fits() -> None:
    found = rulings(waiver(item="b"))
    assert found.of(CONTEXT, FINDING) == OPEN
    assert [one.line for one in found.unused] == [3]


def test_the_narrowest_waiver_that_holds_counts_and_all_that_fit_are_used() -> None:
    wide, narrow = waiver(), waiver(asked="1", item="a", waived="riêng mục a")
    for made in ((wide, narrow), (narrow, wide)):
        found = rulings(*made)
        assert found.of(CONTEXT, FINDING).waived == narrow
        assert found.unused == ()
    past = waiver(asked="1", item="a", until=date(2026, 5, 31))
    assert rulings(past, wide).of(CONTEXT, FINDING).waived == wide


def test_of_waivers_that_have_run_out_the_last_is_told() -> None:
    early, late = waiver(until=date(2026, 1, 1)), waiver(asked="1", until=date(2026, 2, 1), document="15/TB")
    ruling = rulings(early, late).of(CONTEXT, FINDING)
    assert (ruling.waived, ruling.lapsed) == (None, late)
    assert lapsed_words(late).en.endswith("(This was accepted until 01/02/2026, which is past: lùi mức (15/TB); P.)")


def test_a_later_word_that_it_is_right_wins_over_wrong_but_not_over_accepted() -> None:
    right = Confirmation(COMMUNE, "weaker-target", True, "P", LATER)
    assert rulings(waiver(wrong=True), right).of(CONTEXT, FINDING).waived is None
    assert rulings(waiver(), right).of(CONTEXT, FINDING).waived is not None
    assert rulings(right).of(CONTEXT, FINDING).confirmed == right
