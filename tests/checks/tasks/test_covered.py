"""Tasks left out or done in part: how loud, on which item, and why."""

from __future__ import annotations

from typing import Any

import pytest

from cascade.audit import Judged
from cascade.model.finding import Item
from cascade.model.plan import Task
from cascade.model.rule import Sketch
from tests.support import COMMUNE, DISTRICT, found, linked, target, task

COMMUNES = ("UBND các xã, thị trấn",)
DIVISION = ("Phòng Tư pháp huyện",)
LEAD: dict[str, Any] = {"lead": COMMUNES}
HELP: dict[str, Any] = {"lead": DIVISION, "partners": COMMUNES}
CONCERNED: dict[str, Any] = {"lead": DIVISION, "partners": ("các cơ quan, đơn vị liên quan",)}
OTHER = task("b", "Tập huấn kỹ năng giao tiếp", area=4)


def told(rule_id: str, asked: Task, *answers: Task) -> list[Judged]:
    return found(linked(Sketch(tasks=(asked,)), Sketch(tasks=answers)), rule_id)


@pytest.mark.parametrize(("bodies", "severity"), [(LEAD, "error"), (HELP, "warning"), (CONCERNED, "info")])
def test_the_nearer_the_commune_is_to_a_task_the_louder_is_its_absence(bodies: dict[str, Any], severity: str) -> None:
    (judged,) = told("uncovered-task", task("1", "Lưu trữ hồ sơ điện tử ở cấp xã", area=2, **bodies), OTHER)
    assert judged.severity == severity
    assert (judged.finding.item, judged.finding.against) == (Item(COMMUNE), Item(DISTRICT, "task", 0))


@pytest.mark.parametrize(("bodies", "severity"), [(LEAD, "warning"), (HELP, "info")])
def test_a_task_done_in_part_is_a_finding_on_the_nearest_item(bodies: dict[str, Any], severity: str) -> None:
    asked = task("1", "Số hóa hồ sơ, kết quả giải quyết TTHC ở cấp xã", area=2, **bodies)
    (judged,) = told("partial-task", asked, OTHER, task("a", "Trả kết quả giải quyết TTHC đúng hạn", area=2))
    assert judged.severity == severity
    assert judged.finding.item == Item(COMMUNE, "task", 1)


def test_a_task_done_in_part_by_one_of_the_bodies_concerned_is_not_reported() -> None:
    asked = task("1", "Số hóa hồ sơ, kết quả giải quyết TTHC ở cấp xã", area=2, **CONCERNED)
    assert told("partial-task", asked, OTHER, task("a", "Trả kết quả giải quyết TTHC đúng hạn", area=2)) == []


def test_the_words_name_the_task_its_lead_its_deadline_and_the_closest_item() -> None:
    asked = task(
        "1", "Lưu trữ kết quả giải quyết TTHC", area=2, due="2023-06-30", lead=("Phòng Nội vụ huyện", *COMMUNES)
    )
    (judged,) = told("uncovered-task", asked, task("a", "Công khai TTHC", area=2))
    assert judged.message.vi == (
        "Không có nội dung nào thực hiện nhiệm vụ «Lưu trữ kết quả giải quyết TTHC» (mục 1, 01/KH-UBND của UBND huyện "
        "Thử; chủ trì: Phòng Nội vụ huyện, UBND các xã, thị trấn; thời hạn: 30/06/2023); không mục nào nêu việc "
        "«lưu trữ»; nội dung gần nhất: mục a «Công khai TTHC»."
    )
    assert "no item says «lưu trữ»; the closest item is a «Công khai TTHC»." in judged.message.en


def test_what_the_task_does_not_state_is_said_to_be_so() -> None:
    (judged,) = told("uncovered-task", task("1", "Lưu trữ hồ sơ ở cấp xã"), OTHER)
    assert "lead: not stated; due: not stated" in judged.message.en
    assert "no item of the plan is on the topic; no item comes close" in judged.message.en


def test_a_target_can_be_the_closest_item() -> None:
    asked = task("1", "Lưu trữ kết quả giải quyết TTHC", area=2, **LEAD)
    answer = target("a", "80%", "tthc.results-digitised", text="Kết quả giải quyết TTHC số hóa")
    (judged,) = found(linked(Sketch(tasks=(asked,)), Sketch(targets=(answer,))), "uncovered-task") + found(
        linked(Sketch(tasks=(asked,)), Sketch(targets=(answer,))), "partial-task"
    )
    assert "a «Kết quả giải quyết TTHC số hóa»" in judged.message.en


def test_of_a_plan_that_is_only_an_excerpt_nothing_is_said_to_be_left_out() -> None:
    asked = task("1", "Lưu trữ hồ sơ điện tử", area=2, **LEAD)
    assert found(linked(Sketch(tasks=(asked,)), Sketch(content="excerpt", tasks=(OTHER,))), "uncovered-task") == []
