"""Tasks beside tasks: is the child in the task, is it any business of its level, and who does the work?"""

from __future__ import annotations

from typing import Any

import pytest
from cascade.compare.tasks import Cover, Coverage, Thresholds, judge
from cascade.matching.match import Match

from cascade.model.finding import Item
from cascade.model.plan import Citation, Task, Window
from cascade.model.rule import Sketch
from tests.support import COMMUNE, DISTRICT, PROVINCE, commune, linked, province, target, task

COMMUNES = ("UBND các xã, thị trấn",)
DIVISION = ("Phòng Tư pháp huyện",)
CONCERNED = ("các cơ quan, đơn vị liên quan",)
WORK = "Chứng thực bản sao điện tử từ bản chính"
OTHER = "Tập huấn kỹ năng giao tiếp"
LEAD: dict[str, Any] = {"lead": COMMUNES}
HELP: dict[str, Any] = {"lead": DIVISION, "partners": COMMUNES}


def covered(asked: Task | tuple[Task, ...], *answers: Task, **child: Any) -> tuple[Coverage, ...]:
    """What xã Mẫu, whose plan is for 2023, makes of the tasks of huyện Thử."""
    asked = asked if isinstance(asked, tuple) else (asked,)
    return linked(Sketch(tasks=asked), Sketch(tasks=answers, **child)).coverages.coverage(COMMUNE)


def outcome(asked: Task, *answers: Task, **child: Any) -> tuple[Cover, str | None, str | None]:
    """Cover, role and reason of the only task asked."""
    (coverage,) = covered(asked, *answers, **child)
    return coverage.cover, coverage.role, coverage.why


NOT_ASKED, UNCOVERED, COVERED = Cover.NOT_ASKED, Cover.UNCOVERED, Cover.COVERED

# Is the child in it?


@pytest.mark.parametrize(
    ("bodies", "role"),
    [
        ({"lead": COMMUNES}, "lead"),
        ({"lead": (*DIVISION, *COMMUNES)}, "lead"),
        ({"lead": COMMUNES, "partners": DIVISION}, "lead"),
        ({"lead": DIVISION, "partners": COMMUNES}, "coordinating"),
        ({"lead": DIVISION, "partners": ("Văn phòng HĐND&UBND huyện", "UBND xã")}, "coordinating"),
    ],
)
def test_a_commune_named_as_lead_or_partner_is_asked(bodies: dict[str, Any], role: str) -> None:
    assert outcome(task("1", WORK, **bodies), task("a", OTHER)) == (UNCOVERED, role, "no-words")


@pytest.mark.parametrize(
    "bodies", [{"lead": DIVISION}, {"lead": DIVISION, "partners": ("UBND các huyện",)}, {"lead": ("Kho bạc nhà nước",)}]
)
def test_a_commune_that_nobody_names_is_not_in_it(bodies: dict[str, Any]) -> None:
    assert outcome(task("1", WORK, **bodies), task("a", OTHER)) == (NOT_ASKED, None, "not-in-it")


def test_the_bodies_concerned_are_asked_only_where_the_work_is_done_at_their_level() -> None:
    bodies = {"lead": DIVISION, "partners": CONCERNED}
    assert outcome(task("1", WORK, **bodies), task("a", OTHER)) == (NOT_ASKED, "indirect", "assists-only")
    at_level = task("1", f"{WORK} ở cấp xã", **bodies)
    assert outcome(at_level, task("a", OTHER)) == (UNCOVERED, "indirect", "no-words")


def test_a_task_without_bodies_means_the_communes_where_it_says_that_it_is_done_there() -> None:
    assert outcome(task("1", WORK), task("a", OTHER)) == (NOT_ASKED, None, "not-in-it")
    assert outcome(task("1", f"{WORK} ở cấp xã"), task("a", OTHER)) == (UNCOVERED, "indirect", "no-words")


def test_the_same_bodies_ask_a_district_for_what_they_do_not_ask_a_commune() -> None:
    to_province = Citation(role="basis", number="07/KH-UBND", issuer="UBND tỉnh Ví Dụ")
    tasks = (task("1", WORK, lead=("UBND các huyện",)), task("2", WORK, lead=COMMUNES))
    context = linked(Sketch(citations=(to_province,), tasks=(task("a", OTHER),)), None, province(tasks=tasks))
    assert [(c.cover, c.role, c.why) for c in context.coverages.coverage(DISTRICT)] == [
        (UNCOVERED, "lead", "no-words"),
        (NOT_ASKED, None, "not-in-it"),
    ]


@pytest.mark.parametrize(
    ("named", "role"),
    [
        (("UBND xã Mẫu",), "lead"),
        (("UBND xã Giả Định", "UBND xã Mẫu"), "lead"),
        (("UBND xã Giả Định",), None),
        (("UBND xã Mẫu Khác",), None),
    ],
)
def test_a_task_that_names_single_communes_asks_those_alone(named: tuple[str, ...], role: str | None) -> None:
    cover, found, _ = outcome(task("1", WORK, lead=named), task("a", OTHER))
    assert (cover, found) == (UNCOVERED if role else NOT_ASKED, role)


def test_two_communes_of_one_district_are_asked_each_for_its_own() -> None:
    tasks = (task("1", WORK, lead=("UBND xã Mẫu",)), task("2", WORK, lead=("UBND xã Hai",)))
    to_district = Citation(role="basis", number="01/KH-UBND", issuer="UBND huyện Thử")
    other = commune("Hai", citations=(to_district,))
    context = linked(Sketch(tasks=tasks), Sketch(), other)
    for plan_id, expected in ((COMMUNE, [UNCOVERED, NOT_ASKED]), ("xa-hai-2023", [NOT_ASKED, UNCOVERED])):
        assert [coverage.cover for coverage in context.coverages.coverage(plan_id)] == expected


# Which plan asks?


@pytest.mark.parametrize(
    ("between", "asking"),
    [
        ({"content": "cited"}, PROVINCE),
        ({"content": "excerpt"}, PROVINCE),
        ({"content": "excerpt", "tasks": (task("2", WORK, **LEAD),)}, DISTRICT),
        ({"content": "full"}, None),  # what it does not ask, it does not ask
    ],
)
def test_where_the_parents_tasks_are_not_on_file_those_of_the_nearest_plan_above_are_asked(
    between: dict[str, Any], asking: str | None
) -> None:
    to_province = Citation(role="basis", number="07/KH-UBND", issuer="UBND tỉnh Ví Dụ")
    above = province(tasks=(task("1", WORK, **LEAD),))
    context = linked(Sketch(citations=(to_province,), **between), Sketch(tasks=(task("a", OTHER),)), above)
    assert [c.parent.plan for c in context.coverages.coverage(COMMUNE)] == ([asking] if asking else [])


# Is it any business of its level?


@pytest.mark.parametrize(
    "text",
    [
        "Sắp xếp đầu mối đơn vị sự nghiệp công lập",
        "Rà soát vị trí việc làm viên chức",
        "Kiện toàn cơ quan chuyên môn thuộc UBND huyện",
        "Rà soát VBQPPL của huyện",
    ],
)
def test_a_partner_has_nothing_to_do_about_things_that_its_level_does_not_have(text: str) -> None:
    assert outcome(task("1", text, **HELP), task("a", OTHER)) == (NOT_ASKED, "coordinating", "foreign-subject")


def test_a_thing_that_only_the_product_names_counts_as_well() -> None:
    asked = task("1", "Rà soát, sắp xếp", product="Danh sách đơn vị sự nghiệp công lập", **HELP)
    assert outcome(asked, task("a", OTHER)) == (NOT_ASKED, "coordinating", "foreign-subject")


def test_it_is_asked_all_the_same_where_the_commune_leads_or_the_work_is_done_there_too() -> None:
    text = "Sắp xếp đơn vị sự nghiệp công lập"
    assert outcome(task("1", text, **LEAD), task("a", OTHER))[:2] == (UNCOVERED, "lead")
    assert outcome(task("1", f"{text} ở huyện và xã", **HELP), task("a", OTHER))[:2] == (UNCOVERED, "coordinating")


@pytest.mark.parametrize("product", ["Kế hoạch của UBND huyện", "Các quyết định của UBND huyện", "Đề án", "Công văn"])
def test_an_act_of_the_lead_is_nothing_for_its_partners_to_plan(product: str) -> None:
    asked = task("1", "Kiểm tra CCHC", product=product, **HELP)
    assert outcome(asked, task("a", OTHER)) == (NOT_ASKED, "coordinating", "act-of-another")
    assert outcome(task("1", "Kiểm tra CCHC", product=product, **LEAD), task("a", OTHER))[:2] == (UNCOVERED, "lead")


@pytest.mark.parametrize("product", [None, "Báo cáo kết quả", "Hồ sơ được số hóa"])
def test_other_products_leave_a_partner_its_part(product: str | None) -> None:
    assert outcome(task("1", WORK, product=product, **HELP), task("a", OTHER))[:2] == (UNCOVERED, "coordinating")


def test_an_objective_is_no_task() -> None:
    assert outcome(task("1", WORK, kind="objective", **LEAD), task("a", OTHER)) == (NOT_ASKED, None, "objective")


# Is it still to be done?


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        ("31/12/2022", (NOT_ASKED, "past")),
        ("Quý IV/2022", (NOT_ASKED, "past")),
        ("Năm 2021-2022", (NOT_ASKED, "past")),
        ("Năm 2023", (UNCOVERED, "no-words")),
        ("2021-2025", (UNCOVERED, "no-words")),
        ("Hàng năm từ năm 2021", (UNCOVERED, "no-words")),
        ("Định kỳ, lần đầu trong năm 2022", (UNCOVERED, "no-words")),
        ("Thường xuyên", (UNCOVERED, "no-words")),
        (None, (UNCOVERED, "no-words")),
    ],
)
def test_what_was_to_be_done_before_the_childs_years_is_past(due: str | None, expected: tuple[Cover, str]) -> None:
    cover, role, why = outcome(task("1", WORK, due=due, **LEAD), task("a", OTHER))
    assert (cover, why) == expected
    assert role == "lead"


def test_a_plan_for_the_whole_period_is_asked_for_its_early_years_too() -> None:
    asked = task("1", WORK, due="Năm 2021", **LEAD)
    assert outcome(asked, task("a", OTHER), period=Window(2021, 2025))[0] is UNCOVERED


# A yearly plan beside its own unit's period plan


@pytest.mark.parametrize("year", [{"year": 2023}, {"period": Window(2023, 2023)}])
@pytest.mark.parametrize(
    ("due", "expected"),
    [
        ("Năm 2023", (UNCOVERED, "lead", "no-words")),
        ("Quý II/2023", (UNCOVERED, "lead", "no-words")),
        ("Hàng năm", (UNCOVERED, "lead", "no-words")),
        ("Quý IV hàng năm", (UNCOVERED, "lead", "no-words")),
        ("Năm 2022", (NOT_ASKED, None, "other-year")),
        ("Năm 2025", (NOT_ASKED, None, "other-year")),
        (None, (NOT_ASKED, None, "other-year")),
    ],
)
def test_its_own_period_plan_asks_for_what_recurs_or_falls_due_that_year(
    due: str | None, expected: tuple[Cover, str | None, str], year: dict[str, Any]
) -> None:
    own = Sketch(
        id="xa-mau-2021-2025",
        level="commune",
        place=("Mẫu", "Thử", "Ví Dụ"),
        issuer="UBND xã Mẫu",
        number="03/KH-UBND",
        issued="2022-01-20",
        tasks=(task("1", WORK, due=due, lead=("Công chức Tư pháp - Hộ tịch",)),),
    )
    citations = (Citation(role="basis", number="03/KH-UBND", issuer="UBND xã Mẫu"),)
    child = Sketch(citations=citations, tasks=(task("a", OTHER),), **year)
    (coverage,) = linked(None, child, own).coverages.coverage(COMMUNE)
    assert (coverage.cover, coverage.role, coverage.why) == expected


# Who does the work?


def test_the_same_work_in_other_words_covers_the_task() -> None:
    asked = task("1", "Cập nhật, công khai TTHC trên cổng thông tin", area=2, **LEAD)
    answer = task("b", "Niêm yết, cập nhật thủ tục hành chính bằng nhiều hình thức", area=2)
    (coverage,) = covered(asked, task("a", OTHER, area=4), answer)
    assert (coverage.cover, coverage.closest, coverage.why) == (COVERED, Item(COMMUNE, "task", 1), None)


def test_a_target_can_do_the_work_of_a_task() -> None:
    asked = task("1", "Số hóa kết quả giải quyết TTHC", area=2, **LEAD)
    answers = (target("a", "80%", "tthc.results-digitised", text="Kết quả giải quyết TTHC được số hóa"),)
    context = linked(Sketch(tasks=(asked,)), Sketch(targets=answers, tasks=(task("b", OTHER),)))
    (coverage,) = context.coverages.coverage(COMMUNE)
    assert (coverage.cover, coverage.closest) == (COVERED, Item(COMMUNE, "target", 0))


@pytest.mark.parametrize(("area", "index"), [(2, 0), (6, 1)])
def test_of_tasks_in_the_same_words_that_in_the_same_area_is_nearest(area: int, index: int) -> None:
    answers = (task("a", "Rà soát dữ liệu", area=2), task("b", "Rà soát dữ liệu", area=6))
    (coverage,) = covered(task("1", "Rà soát dữ liệu", area=area, **LEAD), *answers)
    assert coverage.closest == Item(COMMUNE, "task", index)


def test_the_objective_that_a_task_serves_tells_which_of_two_answers_is_meant() -> None:
    answers = (task("a", "Rà soát dữ liệu đất đai"), task("b", "Rà soát dữ liệu hộ tịch"))
    objectives = (
        task("o1", "Quản lý hộ tịch", kind="objective"),
        task("o2", "Quản lý đất đai", kind="objective"),
    )
    (*_, plain) = covered((*objectives, task("1", "Rà soát dữ liệu", **LEAD)), *answers)
    (*_, serving) = covered((*objectives, task("1", "Rà soát dữ liệu", under="o1", **LEAD)), *answers)
    assert (plain.closest, serving.closest) == (Item(COMMUNE, "task", 0), Item(COMMUNE, "task", 1))


def test_every_task_is_answered_in_the_order_of_the_parent() -> None:
    asked = (task("1", WORK, **LEAD), task("2", OTHER, **LEAD), task("3", WORK, lead=DIVISION))
    found = covered(asked, task("a", OTHER))
    assert [(c.parent, c.cover) for c in found] == [
        (Item(DISTRICT, "task", 0), UNCOVERED),
        (Item(DISTRICT, "task", 1), COVERED),
        (Item(DISTRICT, "task", 2), NOT_ASKED),
    ]


def test_a_child_without_items_covers_nothing() -> None:
    assert outcome(task("1", WORK, **LEAD)) == (UNCOVERED, "lead", "no-words")


def test_a_parent_without_tasks_on_file_asks_nothing() -> None:
    assert covered((), task("a", OTHER)) == ()


def test_a_child_that_copies_every_task_covers_it() -> None:
    texts = (WORK, OTHER, "Số hóa hồ sơ, kết quả giải quyết TTHC", "Lưu trữ hồ sơ điện tử", "Kiểm tra CCHC")
    asked = tuple(task(str(number), text, area=2, **LEAD) for number, text in enumerate(texts))
    assert {c.cover for c in covered(asked, *asked)} == {COVERED}


def test_the_nearest_item_of_the_child_is_told_for_targets_and_tasks_alike() -> None:
    parent = Sketch(targets=(target("1", "80%", text="TTHC thanh toán trực tuyến"),), tasks=(task("2", WORK),))
    child = Sketch(targets=(target("a", "80%", text="Thanh toán trực tuyến"),), tasks=(task("b", WORK),))
    coverages = linked(parent, child).coverages
    assert coverages.nearest(COMMUNE, DISTRICT, 0) == Item(COMMUNE, "target", 0)
    assert coverages.nearest(COMMUNE, DISTRICT, 1) == Item(COMMUNE, "task", 0)


# A task that does a target's work in words


def answering(text: str, *tasks: Task) -> int | None:
    asked = target("1", "80%", "tthc.results-digitised", text=text)
    context = linked(Sketch(targets=(asked,)), Sketch(targets=(target("a", "50%", text=text),), tasks=tasks))
    return context.coverages.answering_task(COMMUNE, DISTRICT, asked)


def test_a_task_in_the_words_of_a_target_answers_it_and_a_target_never_does() -> None:
    text = "Kết quả giải quyết TTHC được số hóa"
    assert answering(text, task("b", OTHER), task("c", "Số hóa kết quả giải quyết TTHC")) == 1
    assert answering(text, task("b", OTHER)) is None
    assert answering(text) is None


# The verdict on a match

LIMITS = Thresholds(said=0.35, same_words=0.65, like_words=0.5, topic=0.3)


@pytest.mark.parametrize(
    ("strength", "topic", "near", "anywhere", "expected"),
    [
        # the deed is named near
        (0.65, 0.0, True, True, (COVERED, None)),
        (0.35, 0.0, True, True, (COVERED, None)),
        (0.34, 0.9, True, True, (Cover.PARTIAL, "few-words")),
        # it is named otherwise, but the words are nearly the same
        (0.65, 0.0, False, False, (COVERED, None)),
        # it is named of something else only
        (0.64, 0.3, False, True, (Cover.PARTIAL, "deed-elsewhere")),
        (0.64, 0.29, False, True, (UNCOVERED, "few-words")),
        # nobody names it
        (0.5, 0.9, False, False, (Cover.PARTIAL, "deed-absent")),
        (0.49, 0.9, False, False, (UNCOVERED, "deed-absent")),
    ],
)
def test_a_match_covers_by_its_deed_and_its_words(
    strength: float, topic: float, near: bool, anywhere: bool, expected: tuple[Cover, str | None]
) -> None:
    match = Match(0, strength, topic, "số hóa", near, anywhere)
    assert judge(match, LIMITS) == expected


def test_no_match_covers_nothing() -> None:
    assert judge(Match(None, 0.0, 0.0, None, False, False), LIMITS) == (UNCOVERED, "no-words")
