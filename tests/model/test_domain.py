"""What the domain says of a value of a plan."""

from __future__ import annotations

from cascade.model.domain import area_of
from tests.support import PAYMENT, domain, target, task


def test_the_area_of_a_target_is_its_measures_and_else_the_one_that_its_plan_gives_it() -> None:
    measures = domain().measures
    assert area_of(target("1", "80%", area=6), measures) == measures[PAYMENT].area != 6
    assert area_of(target("1", "80%", None, area=6), measures) == 6
    assert area_of(target("1", "80%", "own.unknown", area=6), measures) == 6
    assert area_of(target("1", "80%", None), measures) is None
    assert area_of(task("2", "Công khai", area=5), measures) == 5
