"""Why an item is taken for the answer: the evidence of the best two candidates, and what else each answers better."""

from __future__ import annotations

import pytest

from cascade.answers.answering import Answering
from cascade.answers.explaining import SHOWN, Weighed, explain
from cascade.model.finding import Item
from cascade.model.rule import Sketch
from tests.support import COMMUNE, DISTRICT, linked, task

ASKED = (task("1", "Niêm yết thủ tục hành chính tại trụ sở"), task("2", "Trồng cây xanh dọc đường thôn"))
SAID = (task("a", "Trồng cây xanh dọc đường thôn"), task("b", "Công khai thủ tục hành chính ở trụ sở"))


def answering(*said: object) -> Answering:
    return linked(Sketch(tasks=ASKED), Sketch(tasks=said)).answering  # type: ignore[arg-type]


def test_the_best_candidates_are_told_with_their_evidence_the_weightiest_first() -> None:
    asked = Item(DISTRICT, "task", 0)
    found = explain(answering(*SAID), COMMUNE, DISTRICT, asked)
    assert found.answer.asked == asked
    assert len(found.candidates) == SHOWN
    best, runner_up = found.candidates
    assert best.candidate == found.answer.best
    assert best.candidate.item == Item(COMMUNE, "task", 1)
    assert best.answers_rather is None
    assert (runner_up.candidate.item, runner_up.answers_rather) == (Item(COMMUNE, "task", 0), Item(DISTRICT, "task", 1))
    counts = [abs(one.counts) for one in best.evidence]
    assert counts == sorted(counts, reverse=True)
    assert all(one.value and one.weight for one in best.evidence)
    assert "asked-said" in {one.name for one in best.evidence}


def test_where_the_lower_plan_is_empty_there_is_no_candidate() -> None:
    assert explain(answering(), COMMUNE, DISTRICT, Item(DISTRICT, "task", 0)).candidates == ()


def test_an_item_that_the_parent_has_not_is_an_error() -> None:
    with pytest.raises(StopIteration):
        explain(answering(*SAID), COMMUNE, DISTRICT, Item(DISTRICT, "target", 0))


def test_a_weight_counts_in_thousandths() -> None:
    assert Weighed("asked-said", 500, 3).counts == 1
