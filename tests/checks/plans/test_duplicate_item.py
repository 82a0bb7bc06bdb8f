"""One item written twice in one plan."""

from __future__ import annotations

import pytest

from cascade.model.plan import Lines, Task
from cascade.model.rule import Sketch
from tests.support import COMMUNE, found, linked, places, target, task

FIRST = task("a", "Công khai TTHC", area=2, due="hàng năm")


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (task("b", "Công khai TTHC", area=2, due="hàng năm"), True),
        (task("b", "CÔNG KHAI, TTHC.", area=2, due="hàng năm"), True),
        (task("b", "Công khai TTHC", area=2, due="hàng năm", lines=Lines(3, 4), doubt="in hai lần"), True),
        (task("b", "Cong khai TTHC", area=2, due="hàng năm"), False),
        (task("b", "Công khai TTHC", area=7, due="hàng năm"), False),
        (task("b", "Công khai TTHC", area=2, due="2025"), False),
        (task("b", "Công khai TTHC", area=2, due="hàng năm", partners=("UBND huyện",)), False),
    ],
)
def test_two_tasks_are_one_where_all_but_id_lines_and_doubt_agree(other: Task, told: bool) -> None:
    context = linked(None, Sketch(tasks=(FIRST, other)))
    assert places(context, found(context, "duplicate-item")) == ([(COMMUNE, "b", "info")] if told else [])


def test_every_later_copy_is_told_against_the_first() -> None:
    copies = tuple(target(name, "80%", text="Hồ sơ đúng hạn") for name in "abc")
    judged = found(linked(None, Sketch(targets=copies)), "duplicate-item")
    assert [(j.finding.item.index, j.finding.against.index if j.finding.against else None) for j in judged] == [
        (1, 0),
        (2, 0),
    ]


def test_a_target_and_a_task_in_the_same_words_are_two_items() -> None:
    sketch = Sketch(targets=(target("a", "80%", text="Công khai"),), tasks=(task("b", "Công khai"),))
    assert found(linked(None, sketch), "duplicate-item") == []
