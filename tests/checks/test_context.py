"""What a check sees: how sure an item of a draft is."""

from __future__ import annotations

import msgspec
import pytest

from cascade.checks.context import Context
from cascade.model.finding import Item
from cascade.model.rule import Sketch
from tests.support import COMMUNE, linked, target, task


def draft(**confidence: float) -> Context:
    """xã Mẫu's plan as a machine read it: its second target with a doubt, its third and its task barely legible."""
    doubted, faint = target("b", "60%"), target("c", "70%")
    doubted, faint = msgspec.structs.replace(doubted, doubt="mờ"), msgspec.structs.replace(faint, confidence=0.5)
    items = (target("a", "50%"), doubted, faint)
    context = linked(child=Sketch(targets=items, tasks=(task("d", "Rà soát", confidence=0.5),)))
    plan = msgspec.structs.replace(context.plans[COMMUNE], review="draft", confidence=confidence)
    return Context(msgspec.structs.replace(context.lineage, plans={**context.plans, COMMUNE: plan}), context.files)


def test_an_item_of_a_draft_is_sure_where_its_reader_had_no_doubt() -> None:
    context = draft()
    assert [context.sure(Item(COMMUNE, "target", index)) for index in range(3)] == [True, False, False]
    assert not context.sure(Item(COMMUNE, "task", 0))
    assert context.sure(Item(COMMUNE, "citation", 0))
    assert context.sure(Item(COMMUNE))
    assert context.sure(None)


@pytest.mark.parametrize("part", ["level", "issuer", "period"])
def test_nothing_is_sure_where_whose_plan_it_is_or_for_when_is_not(part: str) -> None:
    context = draft(**{part: 0.79})
    assert not context.sure(Item(COMMUNE))
    assert not context.sure(Item(COMMUNE, "target", 0))
    assert draft(**{part: 0.8}).sure(Item(COMMUNE))
    assert draft(title=0.1).sure(Item(COMMUNE))


def test_of_a_reviewed_plan_everything_is_sure() -> None:
    context = draft()
    plan = msgspec.structs.replace(context.plans[COMMUNE], review="reviewed")
    lineage = msgspec.structs.replace(context.lineage, plans={COMMUNE: plan})
    assert all(Context(lineage, {}).sure(item) for item in context.items(COMMUNE))


def test_items_are_the_targets_and_then_the_tasks_in_the_order_of_the_file() -> None:
    targets = [Item(COMMUNE, "target", index) for index in range(3)]
    assert draft().items(COMMUNE) == (*targets, Item(COMMUNE, "task", 0))
