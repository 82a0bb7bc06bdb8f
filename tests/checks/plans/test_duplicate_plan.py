"""Two files for one plan."""

from __future__ import annotations

from cascade.model.finding import Item
from cascade.model.rule import Sketch
from tests.support import DISTRICT, EMPTY, found, linked


def test_every_later_file_is_told_against_the_first_by_id() -> None:
    copies = (
        Sketch(id="huyen-thu-ban-2", number="1/KH-UBND", issued="2021-12-01"),
        Sketch(id="huyen-thu-ban-3", number="Số: 01/KH-UBND", issued="2021-12-01"),
    )
    judged = found(linked(EMPTY, None, *copies), "duplicate-plan")
    assert [(j.finding.item, j.finding.against) for j in judged] == [
        (Item("huyen-thu-ban-2"), Item(DISTRICT)),
        (Item("huyen-thu-ban-3"), Item(DISTRICT)),
    ]
    assert f"data/district/{DISTRICT}.yaml" in judged[0].message.en


def test_without_a_date_the_same_number_unit_years_and_title_are_one_plan() -> None:
    one = {"number": "05/KH-UBND", "issued": "null"}
    context = linked(None, None, Sketch(id="a", **one), Sketch(id="b", **one))  # type: ignore[arg-type]
    assert len(found(context, "duplicate-plan")) == 1


def test_two_plans_on_two_subjects_are_two() -> None:
    digital = Sketch(id="huyen-thu-chuyen-doi-so", title="Chuyển đổi số giai đoạn 2021-2025", issued="2021-12-01")
    reform = Sketch(id="huyen-thu-cchc", title="CCHC giai đoạn 2021-2025", issued="2021-12-01")
    assert found(linked(None, None, digital, reform), "duplicate-plan") == []
