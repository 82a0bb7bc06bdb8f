"""An area of the reform on which the plan says nothing though the plan that it carries out does."""

from __future__ import annotations

from typing import Any

from cascade.model.finding import Item
from cascade.model.plan import Citation
from cascade.model.rule import Sketch
from tests.support import DISTRICT, audited, found, linked, target, task

LEAD: dict[str, Any] = {"lead": ("UBND các xã, thị trấn",)}
OWN = (task("a", "Công khai TTHC", area=2),)


def test_each_area_is_told_with_the_first_item_above_that_asks_something_in_it() -> None:
    asked = (
        task("1", "Kiểm tra CCHC", area=7, lead=("Phòng Nội vụ huyện",)),  # asks nothing of the communes
        task("2", "Tuyên truyền CCHC", area=7, **LEAD),
        task("3", "Công khai ngân sách", area=5, **LEAD),
        task("4", "Công khai TTHC", area=2, **LEAD),
    )
    context = linked(Sketch(tasks=asked), Sketch(tasks=OWN))
    judged = found(context, "missing-area")
    assert [j.finding.against for j in judged] == [Item(DISTRICT, "task", 2), Item(DISTRICT, "task", 1)]
    assert [j.message.en.split("area ")[1][:1] for j in judged] == ["5", "7"]


def test_the_areas_of_one_plan_are_findings_of_their_own() -> None:
    asked = (task("2", "Tuyên truyền CCHC", area=7, **LEAD), task("3", "Công khai ngân sách", area=5, **LEAD))
    result = audited(linked(Sketch(tasks=asked), Sketch(tasks=OWN)))
    areas = [judged for judged in result.findings if judged.finding.rule == "missing-area"]
    assert len({result.fingerprint(judged) for judged in areas}) == 2


def test_an_area_in_which_nothing_is_asked_of_the_level_is_not_missed() -> None:
    asked = (
        task("1", "Kiểm tra CCHC", area=7, lead=("Phòng Nội vụ huyện",)),
        task("2", "Sắp xếp đơn vị sự nghiệp", area=3, lead=("Phòng Nội vụ huyện",), partners=LEAD["lead"]),
    )
    targets = (target("3", "80%", "digital.work-files-online", tier="district"),)
    assert found(linked(Sketch(tasks=asked, targets=targets), Sketch(tasks=OWN)), "missing-area") == []


def test_a_target_counts_in_the_area_of_its_measure() -> None:
    context = linked(Sketch(targets=(target("1", "90%", "service.satisfaction"),)), Sketch(tasks=OWN))
    (judged,) = found(context, "missing-area")
    assert judged.finding.against == Item(DISTRICT, "target", 0)
    assert dict(judged.finding.facts)["area_number"] == "3"


def test_a_plan_whose_items_name_no_area_says_nothing_about_areas() -> None:
    asked = (task("2", "Tuyên truyền CCHC", area=7, **LEAD),)
    assert found(linked(Sketch(tasks=asked), Sketch(tasks=(task("a", "Công khai"),))), "missing-area") == []


def test_of_two_parents_each_answers_for_the_areas_in_which_it_asks() -> None:
    yearly = Sketch(
        id="huyen-thu-2023",
        number="05/KH-UBND",
        issued="2022-11-20",
        year=2023,
        tasks=(task("1", "Công khai ngân sách", area=5, **LEAD),),
    )
    citations = tuple(
        Citation(role="basis", number=number, issuer="UBND huyện Thử") for number in ("01/KH-UBND", "05/KH-UBND")
    )
    period = Sketch(tasks=(task("1", "Tuyên truyền CCHC", area=7, **LEAD),))
    judged = found(linked(period, Sketch(citations=citations, tasks=OWN), yearly), "missing-area")
    assert [(dict(j.finding.facts)["area_number"], j.finding.against) for j in judged] == [
        ("7", Item(DISTRICT, "task", 0)),
        ("5", Item("huyen-thu-2023", "task", 0)),
    ]
