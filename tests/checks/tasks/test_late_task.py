"""A task that the child carries out, but by a later day than the plan above it asks."""

from __future__ import annotations

import pytest

from cascade.model.finding import Item
from cascade.model.plan import Task
from cascade.model.rule import Sketch
from tests.support import COMMUNE, DISTRICT, found, linked, target, task

WORK = "Chứng thực bản sao điện tử từ bản chính"
COMMUNES = ("UBND các xã, thị trấn",)


def told(asked_due: str | None, answer: Task) -> list[tuple[Item, Item | None]]:
    asked = task("1", WORK, area=2, lead=COMMUNES, due=asked_due)
    beside = tuple(task(f"b{number}", text) for number, text in enumerate(("Trồng cây xanh", "Phòng cháy rừng")))
    judged = found(linked(Sketch(tasks=(asked, *beside)), Sketch(tasks=(answer, *beside))), "late-task")
    return [(one.finding.item, one.finding.against) for one in judged]


LATE = [(Item(COMMUNE, "task", 0), Item(DISTRICT, "task", 0))]


@pytest.mark.parametrize(
    ("asked", "given", "expected"),
    [
        ("2023", "2024-01-01", LATE),
        ("2023", "2023-12-31", []),
        ("Tháng 6/2023", "Quý II/2023", []),
        ("Quý II/2023", "Tháng 7/2023", LATE),
        ("2023-2025", "2026", LATE),
        ("2023", "Hàng năm", []),
        ("2023", "Thường xuyên, bắt đầu từ năm 2024", []),
        ("2023", None, []),
        (None, "2026", []),
    ],
)
def test_deadlines_are_compared_to_the_last_day_that_they_allow(
    asked: str | None, given: str | None, expected: list[tuple[Item, Item | None]]
) -> None:
    assert told(asked, task("a", WORK, area=2, due=given)) == expected


def test_what_covers_the_task_only_in_part_is_not_late_as_well() -> None:
    general = task("a", "Tăng cường công tác bản chính", area=2, due="2024")
    assert told("2023", general) == []


def test_a_target_that_does_the_work_has_no_deadline_of_a_task() -> None:
    asked = task("1", WORK, area=2, lead=COMMUNES, due="2023")
    answer = target("a", "80%", text=WORK, by=2025)
    assert found(linked(Sketch(tasks=(asked,)), Sketch(targets=(answer,))), "late-task") == []


def test_iso_days_are_told_as_they_are_printed() -> None:
    asked = task("1", WORK, area=2, lead=COMMUNES, due="2023-06-30")
    answer = task("a", WORK, area=2, due="2023-07-31")
    (judged,) = found(linked(Sketch(tasks=(asked,)), Sketch(tasks=(answer,))), "late-task")
    assert "is due «31/07/2023», later than «30/06/2023»" in judged.message.en
