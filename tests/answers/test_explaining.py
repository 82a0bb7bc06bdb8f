"""An answer explained: every evidence that the score was made of, that of the neighbours too."""

from __future__ import annotations

from cascade.answers.answering import Answering
from cascade.answers.explaining import explain
from cascade.model.finding import Item
from tests.answers.made import plan
from tests.support import domain

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
