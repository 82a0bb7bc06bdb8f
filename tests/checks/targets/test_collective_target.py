"""A target of all units below: how many on file promise it, and how loud it is that too few do."""

from __future__ import annotations

from datetime import date

import pytest

from cascade.audit import Judged, context_of, run
from cascade.examples import example_plans
from cascade.model.finding import Item
from cascade.model.plan import Citation
from cascade.model.rule import Example, Sketch
from cascade.model.text import fold
from cascade.model.words import Words
from tests.lexicon.made import MADE
from tests.support import DISTRICT, commune, domain, rule, target, task

CITES = (Citation(role="basis", number="01/KH-UBND", date=date(2021, 12, 1), issuer="UBND huyện Thử"),)
NTM = target("1", "100%", None, text="100% xã có Tổ công nghệ số cộng đồng")
YES, NO = task("a", "Thành lập Tổ công nghệ số cộng đồng"), task("a", "Niêm yết bảng giá dịch vụ")


def found(asked: Sketch, *communes: Sketch, known: bool = False) -> list[Judged]:
    """What is found of a district (huyện Thử, which has three communes where the lists of units are `known`)."""
    placed = example_plans(Example(about=Words("", ""), parent=asked, others=communes))
    files = {plan_id: file for plan_id, (_, file) in placed.items()}
    plans = {plan_id: plan for plan_id, (plan, _) in placed.items()}
    return run(context_of(plans, domain(), files, units=MADE if known else None), rule("collective-target"))


def below(name: str, *tasks: object, **more: object) -> Sketch:
    given = {"id": f"xa-{fold(name)}-{ord(name[1])}", "citations": CITES, "tasks": tasks} | more
    return commune(name, **given)


def test_it_is_told_once_of_the_plan_above_with_the_units_that_lack_it() -> None:
    (one,) = found(Sketch(targets=(NTM,)), below("Mẫu", YES), below("Khác", NO), below("Thử", NO))
    assert one.finding.item == Item(DISTRICT, "target")
    assert one.finding.against is None
    assert (one.severity, one.finding.case) == ("info", "some-on-file")
    assert "trong 3 đơn vị" in one.message.vi
    assert "1 đơn vị cam kết" in one.message.vi
    assert "cần ít nhất 3" in one.message.vi
    assert one.message.vi.endswith("Chưa thấy rõ ở: xã Khác, xã Thử.")
    assert len(one.finding.affects) == 2


def test_it_is_louder_where_every_unit_that_there_is_has_its_plan_on_file() -> None:
    communes = [below("Mẫu", YES), below("Mậu", NO), below("Thử", YES)]
    (part,) = found(Sketch(targets=(NTM,)), *communes[:2], known=True)
    assert part.severity == "info"
    assert "2 (trên tổng số 3)" in part.message.vi
    (whole,) = found(Sketch(targets=(NTM,)), *communes, known=True)
    assert (whole.severity, whole.finding.case) == ("warning", "all-on-file")
    assert "trên tổng số" not in whole.message.vi


@pytest.mark.parametrize(("on_file", "loud"), [(2, []), (3, ["warning"])])
def test_a_number_of_units_is_judged_where_all_are_on_file(on_file: int, loud: list[str]) -> None:
    asked = target("1", "3 xã", None, text="Có thêm 3 xã lập Tổ công nghệ số cộng đồng")
    communes = [below("Mẫu", YES), below("Mậu", NO), below("Thử", YES)][:on_file]
    assert [one.severity for one in found(Sketch(targets=(asked,)), *communes, known=True)] == loud


def test_enough_promises_are_enough() -> None:
    half = target("1", "50%", None, text="50% xã có Tổ công nghệ số cộng đồng")
    assert found(Sketch(targets=(half,)), below("Mẫu", YES), below("Khác", NO)) == []


def test_a_lower_grade_is_no_promise_and_a_task_without_the_grade_no_sure_one() -> None:
    asked = target("1", "100%", "steering.communes-par-good", text="100% UBND xã đạt loại tốt trở lên", by=2025)
    good, fair = (
        target("a", grade, "steering.par-grade", text=f"Xã đạt loại {grade} về chỉ số CCHC", by=2025)
        for grade in ("tốt", "khá")
    )
    district = Sketch(targets=(asked,))
    assert found(district, below("Mẫu", targets=(good,)), below("Khác", targets=(good,))) == []
    (one,) = found(district, below("Mẫu", targets=(good,)), below("Khác", targets=(fair,)))
    assert one.message.vi.endswith("xã Khác.")


def test_two_plans_of_one_unit_are_one_unit_and_the_better_counts() -> None:
    twice = [below("Mẫu", NO), below("Mẫu", YES, id="xa-mau-2024", year=2024, number="10/KH-UBND")]
    assert found(Sketch(targets=(NTM,)), *twice, below("Khác", YES)) == []
    (one,) = found(Sketch(targets=(NTM,)), *twice, below("Khác", NO))
    assert "trong 2 đơn vị" in one.message.vi


@pytest.mark.parametrize("content", ["excerpt", "cited"])
def test_a_plan_that_is_not_on_file_as_a_whole_is_not_counted_for_what_it_lacks(content: str) -> None:
    assert found(Sketch(targets=(NTM,)), below("Mẫu", YES), below("Khác", NO, content=content)) == []


def test_a_plan_for_other_years_is_not_counted() -> None:
    later = target("1", "100%", None, text="100% xã có Tổ công nghệ số cộng đồng", in_year=2022)
    assert found(Sketch(targets=(later,)), below("Mẫu", NO), below("Khác", NO)) == []


def test_of_many_units_the_first_are_named() -> None:
    names = ("Ấp", "Bến", "Cầu", "Dốc", "Đồi", "Gò", "Hồ")
    (one,) = found(Sketch(targets=(NTM,)), *(below(name, NO) for name in names))
    assert one.message.vi.endswith(" và 2 nơi khác.")
    assert one.message.en.endswith(" and 2 others.")
