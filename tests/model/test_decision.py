"""What holds of the decisions of people: the later one, whatever the order in which they are read."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from cascade.model.decision import Answer, Confirmation, Conflict, Decision, Decisions, Denial, Recorded, Waiver

CHILD, PARENT, ASKED = QUESTION = ("xa-mau-2023", "huyen-thu-2021-2025", "II.3")
FIRST, SECOND, THIRD = date(2026, 1, 12), date(2026, 2, 1), date(2026, 3, 1)


def answer(*items: str, on: date = FIRST) -> Answer:
    return Answer(*QUESTION, items, "Phòng CCHC", on)


def denial(*items: str, on: date = FIRST) -> Denial:
    return Denial(*QUESTION, items, "Phòng CCHC", on)


def waiver(**more: Any) -> Waiver:
    given_keys: dict[str, Any] = {
        "plan": CHILD,
        "rule": "weaker-target",
        "waived": "lùi mức",
        "by": "Phòng CCHC",
        "on": FIRST,
    }
    return Waiver(**(given_keys | {"asked": ASKED} | more))


def recorded(*made: Decision) -> tuple[Recorded[Decision], ...]:
    return tuple(Recorded(one, "decisions.yaml", line, 5) for line, one in enumerate(made, start=3))


def decisions(*made: Decision) -> Decisions:
    return Decisions(recorded(*made))


def held(found: Decisions) -> tuple[tuple[str, ...] | None, frozenset[str]]:
    return found.answered_by(*QUESTION), found.denied(*QUESTION)


def waived(found: Decisions) -> list[Waiver]:
    return [one.decision for one in found.waivers]


def contradicted(found: Decisions) -> list[tuple[int, int]]:
    return [(conflict.first.line, conflict.second.line) for conflict in found.conflicts]


def test_nothing_is_decided_where_nobody_has_decided() -> None:
    for found in (Decisions(), decisions(answer("a"), denial("b"))):
        for other in ((PARENT, CHILD, ASKED), (CHILD, PARENT, "II.4")):
            assert (found.answered_by(*other), found.denied(*other)) == (None, frozenset())


def test_an_answer_and_the_denial_of_another_item_both_hold() -> None:
    assert held(decisions(answer("a", "b"), denial("c"))) == (("a", "b"), frozenset({"c"}))


def test_denials_add_up() -> None:
    assert held(decisions(denial("a", "b"), denial("c"), denial("a", on=SECOND))) == (None, frozenset("abc"))


def test_a_later_answer_takes_the_place_of_an_earlier_one() -> None:
    found = decisions(answer("a", "b"), answer("c", on=SECOND))
    assert (held(found), found.conflicts) == ((("c",), frozenset()), ())


def test_an_item_denied_after_it_was_called_an_answer_is_none() -> None:
    found = decisions(answer("a", "b"), denial("a", on=SECOND))
    assert (held(found), found.conflicts) == ((("b",), frozenset({"a"})), ())
    assert held(decisions(answer("a"), denial("a", on=SECOND))) == (None, frozenset({"a"}))


def test_an_item_called_an_answer_after_it_was_denied_is_one() -> None:
    assert held(decisions(denial("a", "b"), answer("a", on=SECOND))) == (("a",), frozenset({"b"}))
    assert held(decisions(denial("a"), answer("a", on=SECOND), denial("a", on=THIRD))) == (None, frozenset({"a"}))


def test_an_answer_and_a_denial_of_one_day_contradict_each_other_and_neither_holds() -> None:
    found = decisions(answer("a", "b"), denial("a", "c"))
    assert (held(found), contradicted(found)) == ((("b",), frozenset({"c"})), [(3, 4)])


def test_two_different_answers_of_one_day_contradict_each_other_and_no_older_one_comes_back() -> None:
    found = decisions(answer("a"), answer("a", "b", on=SECOND), answer("b", on=SECOND), answer("b", on=SECOND))
    assert (held(found), contradicted(found)) == ((None, frozenset()), [(4, 5), (4, 6)])


def test_what_contradicted_itself_before_a_later_answer_is_of_no_matter() -> None:
    found = decisions(answer("a"), denial("a"), answer("b", on=SECOND))
    assert (held(found), found.conflicts) == ((("b",), frozenset({"a"})), ())


def test_the_same_answer_twice_on_one_day_is_one_in_whatever_order_it_names_the_items() -> None:
    for found in (decisions(answer("a", "b"), answer("b", "a")), decisions(answer("b", "a"), answer("a", "b"))):
        assert (held(found), found.conflicts) == ((("a", "b"), frozenset()), ())


def test_a_contradiction_names_both_places() -> None:
    first, second = recorded(answer("a"), denial("a"))
    assert Decisions((second, first)).conflicts == (Conflict(first, second),)


def test_of_two_waivers_of_the_same_the_later_one_counts() -> None:
    late = waiver(waived="hoãn", until=THIRD, on=SECOND)
    assert waived(decisions(late, waiver())) == [late]
    assert waived(decisions(waiver(), waiver(by="Sở Nội vụ"))) == [waiver()]


def test_waivers_of_other_items_rules_or_counterparts_are_others() -> None:
    others = [waiver(asked="II.4"), waiver(rule="late-target"), waiver(parent=PARENT), waiver(item="1")]
    found = decisions(waiver(), *others)
    assert sorted(map(repr, waived(found))) == sorted(map(repr, (waiver(), *others)))
    assert found.conflicts == ()


def test_two_waivers_of_one_day_that_end_on_different_days_contradict_each_other_and_neither_holds() -> None:
    found = decisions(waiver(until=SECOND), waiver(until=THIRD), waiver(asked="II.4"))
    assert (waived(found), contradicted(found)) == ([waiver(asked="II.4")], [(3, 4)])


def test_a_waiver_holds_to_the_end_of_its_last_day() -> None:
    assert [waiver(until=SECOND).holds_on(day) for day in (FIRST, SECOND, THIRD)] == [True, True, False]
    assert waiver().holds_on(date.max)


def confirmation(**more: Any) -> Confirmation:
    given_keys: dict[str, Any] = {"plan": CHILD, "rule": "weaker-target", "confirmed": True, "by": "P", "on": FIRST}
    return Confirmation(**(given_keys | {"asked": ASKED} | more))


def test_of_two_confirmations_of_the_same_the_later_one_counts() -> None:
    first, back = confirmation(), confirmation(confirmed=False, on=SECOND)
    assert [one.decision for one in decisions(first).confirmations] == [first]
    assert decisions(first, back).confirmations == ()
    both = decisions(first, confirmation(confirmed=False))
    assert (both.confirmations, contradicted(both)) == ((), [(3, 4)])


def test_what_one_day_calls_right_and_wrong_contradicts_itself() -> None:
    assert contradicted(decisions(confirmation(), waiver(wrong=True))) == [(3, 4)]
    assert contradicted(decisions(confirmation(on=SECOND), waiver(wrong=True))) == []
    assert contradicted(decisions(confirmation(), waiver())) == []
    assert contradicted(decisions(waiver(), waiver(wrong=True))) == [(3, 4)]


# Laws

DAYS = st.sampled_from([FIRST, SECOND, THIRD])
ITEMS = st.lists(st.sampled_from("abc"), min_size=1, max_size=3, unique=True).map(tuple)
ANY = st.lists(
    st.one_of(
        st.builds(lambda items, on: answer(*items, on=on), ITEMS, DAYS),
        st.builds(lambda items, on: denial(*items, on=on), ITEMS, DAYS),
        st.builds(lambda on, until: waiver(on=on, until=until), DAYS, st.none() | DAYS),
    ),
    max_size=7,
)


@given(ANY, st.randoms(use_true_random=False))
def test_the_order_of_entries_and_files_never_matters(made: list[Decision], chance: Any) -> None:
    shuffled = list(recorded(*made))
    chance.shuffle(shuffled)
    once, again = decisions(*made), Decisions(tuple(shuffled))
    assert (held(once), once.waivers, once.conflicts) == (held(again), again.waivers, again.conflicts)
    renamed = Decisions(tuple(msgspec.structs.replace(one, line=99 - one.line) for one in shuffled))
    assert (held(once), waived(once), bool(once.conflicts)) == (held(renamed), waived(renamed), bool(renamed.conflicts))


@given(ANY)
def test_no_item_is_both_an_answer_and_none(made: list[Decision]) -> None:
    answered, denied = held(decisions(*made))
    assert not denied & set(answered or ())
    assert answered != ()


@given(ANY, ITEMS)
def test_the_last_word_holds(made: list[Decision], items: tuple[str, ...]) -> None:
    last = date(2026, 12, 31)
    answered, denied = held(decisions(*made, answer(*items, on=last)))
    assert (answered, denied & set(items)) == (items, frozenset())
    answered, denied = held(decisions(*made, denial(*items, on=last)))
    assert set(items) <= denied
    assert not set(items) & set(answered or ())
