"""The docket asks for what is open, surest first, and writes what was answered; every step can be taken back."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from cascade.model.decision import Answer, Confirmation, Denial, Waiver
from cascade.model.plan import Citation
from cascade.model.rule import Sketch
from cascade.reading.decisions import EMPTY, with_decisions
from cascade.reading.edits import NoEditError
from cascade.result.docket import Accepted, Author, Docket, is_tied, open_findings
from cascade.result.fill import fill
from cascade.result.result import FindingView, Result
from tests.support import COMMUNE, DISTRICT, audited, commune, linked, target, task

BY = Author("Phòng CCHC", date(2026, 3, 1))
CITED = Citation(role="basis", number="01/KH-UBND", issuer="UBND huyện Thử")


def made() -> Result:
    """The commune xã Mẫu promises less than it should, and it and two more leave a task out."""
    above = Sketch(
        targets=(target("1", "80%", tier="commune"),),
        tasks=(task("2", "Trồng cây xanh", lead=("UBND các xã",), area=7),),
    )
    below = (task("b", "Công khai ngân sách tại trụ sở", area=5),)
    others = (commune(name, citations=(CITED,), tasks=below) for name in ("Hai", "Ba"))
    return fill(audited(linked(above, Sketch(targets=(target("a", "50%"),), tasks=below), *others)))


@pytest.fixture(scope="module")
def result() -> Result:
    return made()


def of(result: Result, rule: str, plan: str = COMMUNE) -> FindingView:
    return next(one for one in result.findings if (one.rule, one.plan) == (rule, plan))


def test_what_shows_both_sides_comes_first_and_what_is_decided_is_not_asked(result: Result) -> None:
    found = open_findings(result)
    assert found[0].rule == "weaker-target"
    assert [is_tied(one) for one in found] == sorted((is_tied(one) for one in found), reverse=True)
    assert {one.fingerprint for one in found} == {one.fingerprint for one in result.findings}


def test_each_answer_is_a_decision_on_the_finding_and_its_items(result: Result) -> None:
    weaker, uncovered = of(result, "weaker-target"), of(result, "uncovered-task")
    about: dict[str, Any] = {"parent": DISTRICT, "asked": "1", "item": "a"}
    assert BY.right(weaker) == Confirmation(COMMUNE, "weaker-target", True, BY.name, BY.day, **about)
    until = date(2026, 12, 31)
    assert BY.waived(weaker, Accepted("lùi mức", "15/TB", until)) == Waiver(
        COMMUNE, "weaker-target", "lùi mức", BY.name, BY.day, document="15/TB", until=until, **about
    )
    assert BY.waived(uncovered, Accepted("nhầm", wrong=True)) == Waiver(
        COMMUNE, "uncovered-task", "nhầm", BY.name, BY.day, parent=DISTRICT, asked="2", wrong=True
    )
    assert BY.answered(uncovered, ["b"]) == Answer(COMMUNE, DISTRICT, "2", ("b",), BY.name, BY.day)
    assert BY.apart(weaker) == Denial(COMMUNE, DISTRICT, "1", ("a",), BY.name, BY.day)
    alone = next(one for one in result.findings if not one.of_two)
    with pytest.raises(ValueError, match=alone.rule):
        BY.answered(alone, ["b"])


def test_the_plans_that_lack_the_same_item_are_alike(result: Result) -> None:
    docket = Docket(open_findings(result), EMPTY)
    uncovered = of(result, "uncovered-task")
    alike = docket.alike(uncovered)
    assert {one.plan for one in alike} == {"xa-hai-2023", "xa-ba-2023"}
    assert docket.alike(of(result, "weaker-target")) == ()
    docket.decide([alike[0]], [BY.right(alike[0])])
    assert docket.alike(uncovered) == alike[1:]


def test_answers_are_written_counted_and_taken_back_one_step_at_a_time(result: Result) -> None:
    docket = Docket(open_findings(result), EMPTY)
    whole = docket.left
    uncovered = of(result, "uncovered-task")
    every = [uncovered, *docket.alike(uncovered)]
    docket.decide(every, map(BY.right, every))
    assert (docket.saved, docket.left) == (3, whole - 3)
    assert docket.text == with_decisions(EMPTY, map(BY.right, every))
    first = docket.current
    assert first is not None
    docket.put_off(first)
    assert docket.current != first
    assert docket.left == whole - 3
    assert docket.undo()
    assert docket.current == first
    assert docket.undo()
    assert (docket.text, docket.saved, docket.undo()) == (EMPTY, 0, False)


def test_what_was_put_off_is_not_asked_again_in_this_session(result: Result) -> None:
    docket = Docket(open_findings(result), EMPTY)
    while (finding := docket.current) is not None:
        docket.put_off(finding)
    assert docket.left == len(docket.findings)


def test_a_file_that_cannot_be_added_to_leaves_the_docket_as_it_was(result: Result) -> None:
    docket = Docket(open_findings(result), "decisions: {a: 1}\n")
    finding = docket.findings[0]
    with pytest.raises(NoEditError):
        docket.decide([finding], [BY.right(finding)])
    assert (docket.saved, docket.current) == (0, finding)
