"""Why an item is taken for the answer: the evidence of the best two candidates, and what else each answers better."""

from __future__ import annotations

import pytest

from cascade.answers.answering import Answering
from cascade.answers.explaining import SHOWN, Weighed, explain
from cascade.model.finding import Item
from cascade.model.rule import Sketch
from tests.answers.made import plan
from tests.support import COMMUNE, DISTRICT, domain, linked, task

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


ITEMS = ("niêm yết giá dịch vụ", "kiểm tra công vụ", "tuyên truyền pháp luật")


def test_what_stands_beside_an_item_is_told_with_the_rest_of_the_evidence() -> None:
    answering = Answering({"above": plan(*ITEMS), "below": plan(*ITEMS)}, domain())
    asked, said = Item("above", "task", 1), Item("below", "task", 1)
    best = explain(answering, "below", "above", asked).candidates[0]
    assert best.candidate.item == said
    told = {one.name: one for one in best.evidence}
    assert told["neighbours"].counts > 0
    weighing = answering.weighing("below", "above")
    assert {name: one.value for name, one in told.items()} == {
        name: int(grid[1, 1]) for name, grid in weighing.grids.items() if grid[1, 1]
    }


def test_a_plan_of_one_item_has_no_neighbours_that_speak_for_it() -> None:
    answering = Answering({"above": plan(ITEMS[0]), "below": plan(ITEMS[0])}, domain())
    (best,) = explain(answering, "below", "above", Item("above", "task", 0)).candidates
    assert "neighbours" not in {one.name for one in best.evidence}
