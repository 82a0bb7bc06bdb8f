"""What rules of one's own find: each item that must, at least so many that do, one in each quarter."""

from __future__ import annotations

import pytest

from cascade.model.finding import Item
from cascade.model.rule import Sketch
from tests.checks.own.rules import blamed, finds
from tests.support import COMMUNE, DISTRICT, EMPTY, linked, target, task

REPORTS = (
    task("a", "Báo cáo định kỳ", due="15/12/2023"),
    task("b", "Báo cáo định kỳ", due="Tháng 12"),
    task("c", "Báo cáo định kỳ"),
    task("d", "Niêm yết TTHC"),
    task("e", "Báo cáo", kind="objective"),
)
EACH = "each: task\nwhere: {words: báo cáo}\nmust: {due: {until: 15/12}}"


def test_each_item_that_is_looked_at_and_does_not_meet_the_demand_is_found() -> None:
    context = linked(None, Sketch(tasks=REPORTS))
    assert blamed(context, EACH) == ["b", "c"]


def test_words_are_filled_from_the_item_and_say_what_is_not_stated() -> None:
    (first, second) = finds(linked(None, Sketch(tasks=REPORTS)), EACH)
    assert first.message.vi.startswith("Báo cáo định kỳ · Tháng 12 · không nêu · ")
    assert second.message.en.startswith("Báo cáo định kỳ · not stated · ")
    assert first.suggestion.vi == "Sửa mục b của Kế hoạch 09, xã Mẫu"
    assert (first.severity, first.finding.case, first.finding.against) == ("warning", "default", None)


def test_only_plans_that_it_is_for_are_looked_at() -> None:
    context = linked(Sketch(tasks=REPORTS), Sketch(tasks=REPORTS))
    plans = [judged.finding.item.plan for judged in finds(context, f"of: {{level: district}}\n{EACH}")]
    assert plans == [DISTRICT, DISTRICT]


def test_of_plans_as_a_whole_the_head_is_asked() -> None:
    context = linked(EMPTY, EMPTY)
    (found,) = finds(context, "each: plan\nof: {level: commune}\nmust: {plan: {signed: {until: 01/12}}}")
    assert found.finding.item == Item(COMMUNE)
    assert finds(context, "each: plan\nmust: {plan: {signed: {until: 15/12}}}") == []


def test_a_plan_that_lacks_what_it_must_have_is_found_with_how_many_it_has() -> None:
    context = linked(None, Sketch(tasks=REPORTS))
    some = "some: task\nwhere: {words: báo cáo định kỳ}\nat-least: "
    assert finds(context, f"{some}3") == []
    (found,) = finds(context, f"{some}4")
    assert found.finding.item == Item(COMMUNE)
    assert " · 3/4 · " in found.message.vi


@pytest.mark.parametrize("content", ["excerpt", "cited"])
def test_nothing_is_concluded_from_what_a_plan_lacks_that_is_not_on_file_as_a_whole(content: str) -> None:
    context = linked(None, Sketch(content=content, tasks=REPORTS))  # type: ignore[arg-type]
    assert finds(context, "some: target\nof: {level: commune}") == []
    assert bool(finds(context, EACH)) == (content == "excerpt")


@pytest.mark.parametrize(
    ("dues", "missing"),
    [
        (["Hằng quý"], None),
        (["hang thang"], None),  # oftener will do, and so will a print without accents
        (["Quý I, II, III và quý IV"], None),
        (["15/2/2023", "15/5/2023", "15/8/2023", "15/11/2023"], None),
        (["Quý I/2023", "Tháng 9"], "quý II, quý IV"),
        (["6 tháng"], "quý I, quý II, quý III, quý IV"),
        ([None], "quý I, quý II, quý III, quý IV"),
    ],
)
def test_what_must_be_done_in_each_quarter_is_told_by_the_quarters_that_lack_it(
    dues: list[str | None], missing: str | None
) -> None:
    tasks = tuple(task(f"a{number}", "Kiểm tra CCHC", due=due) for number, due in enumerate(dues))
    found = finds(linked(None, Sketch(tasks=tasks)), "some: task\nwhere: {words: kiểm tra}\nin-each: quarter")
    assert [judged.message.vi.split(" · ")[4] for judged in found] == ([missing] if missing else [])


PARENT = Sketch(
    targets=(target("1", "80%"),),
    tasks=(
        task("2", "Niêm yết TTHC tại trụ sở", lead=("UBND các xã, thị trấn",)),
        task("3", "Chứng thực bản sao điện tử", lead=("UBND các xã, thị trấn",)),
        task("4", "Sắp xếp phòng, ban cấp huyện", lead=("Phòng Nội vụ huyện",)),
    ),
)
CHILD = Sketch(
    targets=(target("a", "50%"),), tasks=(task("b", "Niêm yết TTHC tại trụ sở", lead=("Công chức Văn phòng",)),)
)


def test_items_above_are_asked_for_their_verdict_and_the_answer_is_blamed() -> None:
    context = linked(PARENT, CHILD)
    weaker, uncovered = finds(context, "each: asked-item\nmust: {verdict: [holds, covered]}")
    assert (weaker.finding.item, weaker.finding.against) == (Item(COMMUNE, "target"), Item(DISTRICT, "target"))
    assert (uncovered.finding.item, uncovered.finding.against) == (Item(COMMUNE), Item(DISTRICT, "task", 1))
    assert uncovered.message.vi.endswith("Chứng thực bản sao điện tử → không nêu")
    assert finds(context, "each: asked-target\nmust: {any: [{verdict: holds}, {measure: tthc.online-payment}]}") == []


def test_an_answer_is_asked_what_it_says() -> None:
    context = linked(PARENT, CHILD)
    demand = "each: asked-task\nwhere: {words: niêm yết}\nmust: {answer: {lead: %s}}"
    assert finds(context, demand % "Công chức Văn phòng") == []
    assert blamed(context, demand % "Trung tâm Phục vụ hành chính công") == ["b"]


def test_an_item_is_asked_what_above_it_answers() -> None:
    context, commune = linked(PARENT, CHILD), "of: {level: commune}\neach: item\n"
    assert blamed(context, f"{commune}must: {{above: {{kind: task}}}}") == ["a"]
    assert blamed(context, f"{commune}must: {{above: {{plan: {{level: district}}}}}}") == []
    assert blamed(context, f"{commune}where: {{above: {{verdict: weaker}}}}\nmust: {{guarantees: 80%}}") == ["a"]


def test_how_sure_a_verdict_is_can_be_asked() -> None:
    context = linked(PARENT, CHILD)
    asked = "each: asked-task\nwhere: {words: niêm yết, confidence: {at-least: %s}}\nmust: {verdict: uncovered}"
    assert len(finds(context, asked % 50)) == 1
    assert finds(context, asked % 100) == []


def test_where_it_is_not_sure_who_answers_the_finding_says_so() -> None:
    child = Sketch(tasks=(task("a", "Bố trí công chức có kỹ năng giao tiếp tại bộ phận một cửa"),))
    asked = task("1", "Tập huấn kỹ năng giao tiếp cho công chức bộ phận một cửa", lead=("UBND các xã, thị trấn",))
    (found,) = finds(linked(Sketch(tasks=(asked,)), child), "each: asked-task\nmust: {verdict: covered}")
    assert (found.severity, found.finding.case) == ("info", "unsure")
    assert found.message.vi.startswith("Chưa chắc")
