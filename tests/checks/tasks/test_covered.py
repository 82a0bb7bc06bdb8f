"""Tasks left out or done in part: how loud, on which item, and why."""

from __future__ import annotations

from typing import Any

import pytest

from cascade.audit import Judged
from cascade.model.finding import Item
from cascade.model.plan import Task
from cascade.model.rule import Sketch
from tests.support import COMMUNE, DISTRICT, found, linked, task

COMMUNES = ("UBND các xã, thị trấn",)
DIVISION = ("Phòng Tư pháp huyện",)
LEAD: dict[str, Any] = {"lead": COMMUNES}
HELP: dict[str, Any] = {"lead": DIVISION, "partners": COMMUNES}
BESIDE = (
    "Trồng cây xanh dọc đường thôn",
    "Phòng cháy rừng mùa khô",
    "Lắp đèn đường ngõ xóm",
    "Cấp nước sạch nông thôn",
)
"""What both plans do besides: a plan is never one task."""
STORE, DIGITISE = "Lưu trữ hồ sơ điện tử ở cấp xã", "Rà soát, số hóa và công khai kết quả giải quyết thủ tục hành chính"
GENERAL = "Tăng cường công tác giải quyết thủ tục hành chính"


def beside(prefix: str) -> tuple[Task, ...]:
    return tuple(task(f"{prefix}{number}", text) for number, text in enumerate(BESIDE))


def told(rule_id: str, asked: Task, *answers: Task, **child: Any) -> list[Judged]:
    below = Sketch(tasks=(*answers, *beside("b")), **child)
    return found(linked(Sketch(tasks=(asked, *beside("p"))), below), rule_id)


@pytest.mark.parametrize(
    ("bodies", "severity"),
    [(LEAD, "error"), (HELP, "warning"), ({}, "warning")],
)
def test_the_nearer_the_commune_is_to_a_task_the_louder_is_its_absence(bodies: dict[str, Any], severity: str) -> None:
    (judged,) = told("uncovered-task", task("1", STORE, area=2, **bodies))
    assert judged.severity == severity
    assert (judged.finding.item, judged.finding.against) == (Item(COMMUNE), Item(DISTRICT, "task", 0))


def test_what_names_neither_a_body_nor_anything_that_communes_have_is_a_note() -> None:
    (judged,) = told("uncovered-task", task("1", "Vẽ tranh cổ động"))
    assert judged.severity == "info"
    assert "names no body" in judged.message.en


def test_where_it_is_not_sure_who_is_asked_its_absence_is_a_note() -> None:
    (judged,) = told("uncovered-task", task("1", "Hoàn thành đề án vị trí việc làm"))
    assert judged.severity == "info"
    assert "perhaps the business of the level above alone («đề án vị trí việc làm»)" in judged.message.en


def test_other_bodies_alone_are_asked_nothing_of_the_commune() -> None:
    assert told("uncovered-task", task("1", STORE, area=2, lead=DIVISION, partners=("các cơ quan liên quan",))) == []


@pytest.mark.parametrize(("bodies", "severity"), [(LEAD, "warning"), (HELP, "info"), ({}, "info")])
def test_a_task_done_in_general_terms_is_a_finding_on_the_nearest_item(bodies: dict[str, Any], severity: str) -> None:
    (judged,) = told("partial-task", task("1", DIGITISE, **bodies), task("a", GENERAL))
    assert judged.severity == severity
    assert judged.finding.item == Item(COMMUNE, "task", 0)
    assert "names the topic only in general terms" in judged.message.en
    assert told("uncovered-task", task("1", DIGITISE, **bodies), task("a", GENERAL)) == []


def test_the_words_name_the_task_its_lead_its_deadline_and_the_closest_item() -> None:
    asked = task("1", "Vẽ tranh cổ động", due="2023-06-30", lead=("Phòng Nội vụ huyện", *COMMUNES))
    (judged,) = told("uncovered-task", asked)
    assert judged.finding.nearest is not None
    closest = BESIDE[judged.finding.nearest.index]
    assert judged.message.vi == (
        "Chưa thấy nội dung thực hiện nhiệm vụ «Vẽ tranh cổ động» (Kế hoạch 01, mục 1; "
        "chủ trì: Phòng Nội vụ huyện, UBND các xã, thị trấn; thời hạn: 30/06/2023); "
        f"có nội dung gần: «{closest}» (mục b{judged.finding.nearest.index})."
    )
    assert f"near it: «{closest}» (item b{judged.finding.nearest.index})." in judged.message.en


def test_what_the_task_does_not_state_is_said_to_be_so() -> None:
    (judged,) = told("uncovered-task", task("1", STORE))
    assert "lead: not stated; due: not stated" in judged.message.en


def test_a_plan_without_items_has_none_that_comes_close() -> None:
    (judged,) = found(linked(Sketch(tasks=(task("1", STORE, **LEAD),)), Sketch()), "uncovered-task")
    assert "the plan has no item to compare; nothing comes near" in judged.message.en


def test_how_sure_it_is_that_a_task_is_left_out_is_told() -> None:
    (judged,) = told("uncovered-task", task("1", STORE, **LEAD))
    assert judged.finding.confidence is not None
    assert 50 < judged.finding.confidence <= 99


def test_of_a_plan_that_is_only_an_excerpt_nothing_is_said_to_be_left_out() -> None:
    assert told("uncovered-task", task("1", STORE, **LEAD), content="excerpt") == []
