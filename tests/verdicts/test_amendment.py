"""What a newer version changes: each target and task of both is kept, lowered, raised, dropped or added, once."""

from __future__ import annotations

from typing import Any

from cascade.model.plan import Target, Task
from cascade.model.rule import Sketch
from cascade.verdicts.amendment import Amendment, Change, amendment
from tests.support import DISTRICT, WAITING, linked, target, task

OLD, TITLE = "huyen-thu-cu", "CCHC nhà nước giai đoạn 2021-2025"


def changed(
    before: tuple[Target, ...] = (),
    after: tuple[Target, ...] = (),
    tasks_before: tuple[Task, ...] = (),
    tasks_after: tuple[Task, ...] = (),
) -> Amendment:
    head: dict[str, Any] = {
        "number": "00/KH-UBND",
        "issued": "2021-06-01",
        "title": "CCHC nhà nước giai đoạn 2021-2025",
    }
    older = Sketch(id=OLD, targets=before, tasks=tasks_before, **head)
    context = linked(Sketch(targets=after, tasks=tasks_after), None, older)
    assert dict(context.lineage.newest) == {OLD: DISTRICT}
    return amendment(context.lineage, DISTRICT, OLD)


def test_a_bound_that_changes_is_lower_or_higher_as_its_measure_has_it() -> None:
    found = changed(
        (target("1", "80%"), target("2", "30 phút", WAITING)), (target("a", "60%"), target("b", "15 phút", WAITING))
    )
    assert found == Amendment(
        lower=(Change("Chỉ tiêu a", "80%", "60%"),), higher=(Change("Chỉ tiêu b", "30 phút", "15 phút"),)
    )


def test_of_equal_bounds_a_later_year_is_lower_and_so_is_a_softer_promise() -> None:
    found = changed((target("1", "80%", by=2023),), (target("1", "80%", by=2025),))
    assert found == Amendment(lower=(Change("Chỉ tiêu 1", "80% (2023)", "80% (2025)"),))
    found = changed((target("1", "80%"),), (target("1", "80%", hedge="phấn đấu"),))
    assert found == Amendment(lower=(Change("Chỉ tiêu 1", "80%", "phấn đấu 80%"),))
    assert changed((target("1", "80%", hedge="phấn đấu"),), (target("1", "80%"),)).higher != ()


def test_of_several_on_one_measure_each_stands_for_one() -> None:
    before = (target("1", "50%", by=2023), target("2", "80%", by=2025))
    after = (target("2", "80%", by=2025), target("1", "60%", by=2023))
    assert changed(before, after) == Amendment(higher=(Change("Chỉ tiêu 1", "50% (2023)", "60% (2023)"),))


def test_what_only_one_version_has_was_dropped_or_added() -> None:
    found = changed(
        (target("1", "80%"), target("2", "100%", None, text="100% cơ quan đạt chuẩn ISO")),
        (target("1", "80%"), target("3", "30 phút", WAITING)),
        (task("4", "Trồng cây xanh dọc đường"), task("5", "Niêm yết thủ tục hành chính")),
        (task("5", "Niêm yết thủ tục hành chính"), task("6", "Khảo sát mức độ hài lòng của người dân")),
    )
    assert found == Amendment(
        dropped=(Change("100% cơ quan đạt chuẩn ISO"),),
        added=(Change("Chỉ tiêu 3"),),
        tasks_dropped=(Change("Trồng cây xanh dọc đường"),),
        tasks_added=(Change("Khảo sát mức độ hài lòng của người dân"),),
    )


def test_two_equal_versions_change_nothing() -> None:
    items = ((target("1", "80%"),), (target("1", "80%"),), (task("2", "Công khai"),), (task("9", "Công khai"),))
    assert changed(*items) == Amendment()
