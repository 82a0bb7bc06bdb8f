"""What changed above since the last review is told at the item that answers it; an older review does not count."""

from __future__ import annotations

from datetime import date

from cascade.checks.plans.parent_changed import check
from cascade.model.decision import Decisions, Recorded, Review
from cascade.model.finding import Item
from cascade.model.rule import Sketch
from cascade.model.stamp import stamps
from tests.support import COMMUNE, DISTRICT, decided, linked, rule, task

SAID = "Niêm yết công khai thủ tục hành chính"
CONTEXT = linked(
    Sketch(tasks=(task("1", SAID, area=2, lead=("UBND các xã",)), task("2", "Trồng cây xanh", area=7))),
    Sketch(tasks=(task("a", SAID, area=2),)),
)
NOW = stamps(CONTEXT.plans[DISTRICT])


def told(*reviews: Review) -> list[tuple[str, Item, Item | None]]:
    recorded = tuple(Recorded(one, "d.yaml", line, 5) for line, one in enumerate(reviews, 3))
    found = check(decided(CONTEXT, Decisions(recorded)), rule("parent-changed"))
    return [(one.case, one.item, one.against) for one in found]


def review(reviewed: dict[str, str], on: date = date(2026, 1, 1), parent: str = DISTRICT) -> Review:
    return Review(COMMUNE, parent, reviewed, "P", on)


def test_a_change_is_told_at_the_item_that_answers_or_else_at_the_plan() -> None:
    assert told(review(NOW)) == []
    assert told(review(NOW | {"1": "0", "2": "0"})) == [
        ("default", Item(COMMUNE, "task", 0), Item(DISTRICT, "task", 0)),
        ("default", Item(COMMUNE), Item(DISTRICT, "task", 1)),
    ]
    assert told(review({"2": NOW["2"], "9": "0"})) == [
        ("added", Item(COMMUNE, "task", 0), Item(DISTRICT, "task", 0)),
        ("removed", Item(COMMUNE), Item(DISTRICT)),
    ]


def test_the_last_review_counts_and_one_of_a_plan_that_is_not_here_does_not() -> None:
    assert told(review(NOW | {"1": "0"}), review(NOW, date(2026, 2, 1))) == []
    assert told(review(NOW, date(2026, 2, 1)), review(NOW | {"1": "0"})) == []
    assert told(review({"1": "0"}, parent="x")) == []
