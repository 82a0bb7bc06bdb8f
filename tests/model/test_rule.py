from __future__ import annotations

from datetime import date

from cascade.model.plan import Window
from cascade.model.rule import Sketch, plan_of


def test_what_a_sketch_of_a_child_leaves_out_is_filled_in_with_an_invented_commune() -> None:
    plan_id, plan = plan_of(Sketch(), "child")
    assert plan_id == "xa-mau-2023"
    assert (plan.level, plan.issuer, plan.place) == ("commune", "UBND xã Mẫu", ("Mẫu", "Thử", "Ví Dụ"))
    assert (plan.number, plan.issued, plan.year) == ("09/KH-UBND", date(2022, 12, 15), 2023)


def test_what_a_sketch_of_a_parent_leaves_out_is_filled_in_with_an_invented_district() -> None:
    plan_id, plan = plan_of(Sketch(), "parent")
    assert plan_id == "huyen-thu-2021-2025"
    assert (plan.level, plan.issuer, plan.place) == ("district", "UBND huyện Thử", ("Thử", "Ví Dụ"))
    assert (plan.number, plan.issued, plan.year) == ("01/KH-UBND", date(2021, 12, 1), None)


def test_the_child_cites_the_parent_unless_it_says_what_it_cites() -> None:
    _, parent = plan_of(Sketch(), "parent")
    _, child = plan_of(Sketch(), "child")
    cited = [(citation.number, citation.date, citation.issuer) for citation in child.citations]
    assert cited == [(parent.number, parent.issued, parent.issuer)]
    assert plan_of(Sketch(citations=()), "child")[1].citations == ()


def test_what_a_sketch_gives_is_kept() -> None:
    sketch = Sketch(id="mau", level="province", place=("Ví Dụ",), period=Window(2026, 2030), issued="2026-01-05")
    plan_id, plan = plan_of(sketch, "child")
    assert (plan_id, plan.level, plan.place) == ("mau", "province", ("Ví Dụ",))
    assert (plan.period, plan.year, plan.issued) == (Window(2026, 2030), None, date(2026, 1, 5))


def test_a_sketch_can_leave_the_day_unknown() -> None:
    assert plan_of(Sketch(issued="null"), "child")[1].issued is None
