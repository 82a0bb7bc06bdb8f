"""Tasks beside tasks: what of a higher plan's tasks does the child do, and how far?"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cascade.answers.answer import Answer as Near
from cascade.answers.answer import Candidate, Standing
from cascade.model.decision import Answer, Decisions, Recorded
from cascade.model.finding import Item
from cascade.model.plan import Citation, Target, Task, Window
from cascade.model.rule import Sketch
from cascade.verdicts.tasks import Coverage, TaskComparing
from cascade.verdicts.verdict import TaskVerdict as Verdict
from tests.support import COMMUNE, DISTRICT, PROVINCE, Told, commune, decided, linked, province, target, task

COMMUNES = ("UBND các xã, thị trấn",)
DIVISION = ("Phòng Tư pháp huyện",)
WORK = "Chứng thực bản sao điện tử từ bản chính"
OTHER = "Tập huấn kỹ năng giao tiếp"
LEAD: dict[str, Any] = {"lead": COMMUNES}
HELP: dict[str, Any] = {"lead": DIVISION, "partners": COMMUNES}
BESIDE = ("Xây nhà văn hóa thôn", "Cấp nước sạch nông thôn", "Phòng cháy rừng mùa khô", OTHER, "Lắp đèn đường ngõ xóm")
"""What both plans do besides: a plan is never one task."""
NOT_ASKED, UNCOVERED, PARTIAL, COVERED = Verdict.NOT_ASKED, Verdict.UNCOVERED, Verdict.PARTIAL, Verdict.COVERED


def beside(prefix: str) -> tuple[Task, ...]:
    return tuple(task(f"{prefix}{number}", text, **LEAD) for number, text in enumerate(BESIDE))


def covered(asked: Task, *answers: Task | Target, **child: Any) -> Coverage:
    """What xã Mẫu, whose plan is for 2023, makes of a task of huyện Thử."""
    tasks = tuple(one for one in answers if isinstance(one, Task))
    targets = tuple(one for one in answers if isinstance(one, Target))
    sketch = Sketch(targets=targets, tasks=(*tasks, *beside("b")), **child)
    return linked(Sketch(tasks=(asked, *beside("p"))), sketch).tasks.compare(COMMUNE)[0]


def outcome(asked: Task, *answers: Task | Target, **child: Any) -> tuple[Verdict, str | None, str]:
    """The verdict, the child's role, and why it is asked or not."""
    found = covered(asked, *answers, **child)
    return found.verdict, found.role, found.scope.reason


# Is the child in it? (The questions themselves: test_scope.)


@pytest.mark.parametrize(
    ("bodies", "expected"),
    [
        ({"lead": COMMUNES}, (UNCOVERED, "lead", "leads")),
        ({"lead": (*DIVISION, *COMMUNES)}, (UNCOVERED, "lead", "leads")),
        ({"lead": COMMUNES, "partners": DIVISION}, (UNCOVERED, "lead", "leads")),
        ({"lead": DIVISION, "partners": COMMUNES}, (UNCOVERED, "coordinating", "takes-part")),
        ({"lead": DIVISION}, (NOT_ASKED, None, "other-body")),
        ({"lead": ("UBND xã Mẫu",)}, (UNCOVERED, "lead", "leads")),
        ({"lead": ("UBND xã Giả Định",)}, (NOT_ASKED, None, "other-unit")),
        ({}, (UNCOVERED, "indirect", "addressed")),
    ],
)
def test_only_what_asks_the_child_for_something_is_held_against_it(
    bodies: dict[str, Any], expected: tuple[Verdict, str | None, str]
) -> None:
    assert outcome(task("1", WORK, **bodies)) == expected


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        ("31/12/2022", (NOT_ASKED, "past")),
        ("Năm 2021-2022", (NOT_ASKED, "past")),
        ("Năm 2023", (UNCOVERED, "leads")),
        ("Hàng năm từ năm 2021", (UNCOVERED, "leads")),
        ("Năm 2027", (NOT_ASKED, "later")),
        (None, (UNCOVERED, "leads")),
    ],
)
def test_what_is_to_be_done_in_other_years_is_not_held_against_it(
    due: str | None, expected: tuple[Verdict, str]
) -> None:
    verdict, _, reason = outcome(task("1", WORK, due=due, **LEAD))
    assert (verdict, reason) == expected


def test_a_plan_for_the_whole_period_is_asked_for_its_early_years_too() -> None:
    asked = task("1", WORK, due="Năm 2021", **LEAD)
    assert outcome(asked, period=Window(2021, 2025))[0] is UNCOVERED


def test_the_same_bodies_ask_a_district_for_what_they_do_not_ask_a_commune() -> None:
    to_province = Citation(role="basis", number="07/KH-UBND", issuer="UBND tỉnh Ví Dụ")
    tasks = (task("1", WORK, lead=("UBND các huyện",)), task("2", WORK, lead=COMMUNES), *beside("p"))
    above = province(tasks=tasks)
    context = linked(Sketch(citations=(to_province,), tasks=beside("d")), None, above)
    assert [(c.verdict, c.role) for c in context.tasks.compare(DISTRICT)[:2]] == [
        (UNCOVERED, "lead"),
        (NOT_ASKED, None),
    ]


def test_two_communes_of_one_district_are_asked_each_for_its_own() -> None:
    tasks = (task("1", WORK, lead=("UBND xã Mẫu",)), task("2", WORK, lead=("UBND xã Hai",)), *beside("p"))
    to_district = Citation(role="basis", number="01/KH-UBND", issuer="UBND huyện Thử")
    other = commune("Hai", citations=(to_district,), tasks=beside("b"))
    context = linked(Sketch(tasks=tasks), Sketch(tasks=beside("b")), other)
    for plan_id, expected in ((COMMUNE, [UNCOVERED, NOT_ASKED]), ("xa-hai-2023", [NOT_ASKED, UNCOVERED])):
        assert [coverage.verdict for coverage in context.tasks.compare(plan_id)][:2] == expected


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
    assert [c.parent.plan for c in context.tasks.compare(COMMUNE)] == ([asking] if asking else [])


# A yearly plan beside its own unit's period plan


@pytest.mark.parametrize("year", [{"year": 2023}, {"period": Window(2023, 2023)}])
@pytest.mark.parametrize(
    ("due", "expected"),
    [
        ("Năm 2023", UNCOVERED),
        ("Quý II/2023", UNCOVERED),
        ("Hàng năm", UNCOVERED),
        ("Quý IV hàng năm", UNCOVERED),
        ("Năm 2022", NOT_ASKED),
        ("Năm 2025", NOT_ASKED),
        (None, NOT_ASKED),
    ],
)
def test_its_own_period_plan_asks_for_what_recurs_or_falls_due_that_year(
    due: str | None, expected: Verdict, year: dict[str, Any]
) -> None:
    asked = task("1", WORK, due=due, lead=("Công chức Tư pháp - Hộ tịch",))
    own = Sketch(
        id="xa-mau-2021-2025",
        level="commune",
        place=("Mẫu", "Thử", "Ví Dụ"),
        issuer="UBND xã Mẫu",
        number="03/KH-UBND",
        issued="2022-01-20",
        tasks=(asked, *beside("p")),
    )
    citations = (Citation(role="basis", number="03/KH-UBND", issuer="UBND xã Mẫu"),)
    child = Sketch(citations=citations, tasks=beside("b"), **year)
    assert linked(None, child, own).tasks.compare(COMMUNE)[0].verdict is expected


# Who does the work, and how far?


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("Cập nhật, công khai TTHC trên cổng thông tin", "Niêm yết, cập nhật thủ tục hành chính bằng nhiều hình thức"),
        (WORK, "Làm bản sao điện tử được chứng thực"),
        ("Tập huấn nghiệp vụ cho công chức một cửa", "Mở lớp bồi dưỡng nghiệp vụ cho người làm ở bộ phận một cửa"),
        ("Tuyên truyền cải cách hành chính", "Phổ biến nội dung CCHC trên loa truyền thanh"),
    ],
)
def test_the_same_work_in_other_words_covers_the_task(asked: str, answer: str) -> None:
    found = covered(task("1", asked, **LEAD), task("c", answer))
    assert (found.verdict, found.child, found.unsure) == (COVERED, Item(COMMUNE, "task", 0), False)


def test_a_target_can_do_the_work_of_a_task() -> None:
    answer = target("a", "80%", "tthc.results-digitised", text="Kết quả giải quyết TTHC được số hóa")
    found = covered(task("1", "Số hóa kết quả giải quyết TTHC", **LEAD), answer)
    assert (found.verdict, found.child) == (COVERED, Item(COMMUNE, "target", 0))


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("Tăng cường công tác thủ tục hành chính", (PARTIAL, "general")),
        ("Rà soát, lập danh mục, niêm yết thủ tục hành chính", (COVERED, None)),
    ],
)
def test_a_merely_general_answer_covers_in_part(answer: str, expected: tuple[Verdict, str | None]) -> None:
    asked = task("1", "Rà soát, thống kê và công khai thủ tục hành chính", **LEAD)
    found = covered(asked, task("a", answer))
    assert (found.verdict, found.why) == expected
    assert found.child == Item(COMMUNE, "task", 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Căn cứ Kế hoạch này xây dựng kế hoạch và tổ chức thực hiện", (NOT_ASKED, "itself")),
        ("UBND các xã, thị trấn xây dựng kế hoạch triển khai thực hiện", (NOT_ASKED, "itself")),
        ("Tổ chức thực hiện Kế hoạch này trong phạm vi phụ trách", (NOT_ASKED, "itself")),
        ("Căn cứ Kế hoạch này xây dựng kế hoạch phòng cháy rừng", (UNCOVERED, "leads")),
        ("Xây dựng kế hoạch và tổ chức phòng cháy rừng", (UNCOVERED, "leads")),
        ("Kiểm tra việc thực hiện Kế hoạch này", (UNCOVERED, "leads")),
    ],
)
def test_a_plan_that_is_to_carry_this_one_out_is_the_child_itself(text: str, expected: tuple[Verdict, str]) -> None:
    found = covered(task("1", text, **LEAD))
    assert (found.verdict, found.scope.reason) == expected


def test_an_item_that_makes_such_a_plan_still_answers() -> None:
    found = covered(
        task("1", "Xây dựng kế hoạch triển khai thực hiện", **LEAD), task("1", "Xây dựng kế hoạch triển khai")
    )
    assert found.verdict is COVERED


def test_what_nothing_comes_near_is_uncovered_and_that_is_sure() -> None:
    found = covered(task("1", WORK, **LEAD))
    assert (found.verdict, found.unsure) == (UNCOVERED, False)


def test_a_child_without_items_covers_nothing() -> None:
    context = linked(Sketch(tasks=(task("1", WORK, **LEAD),)), Sketch())
    (found,) = context.tasks.compare(COMMUNE)
    assert (found.verdict, found.role, found.child, found.why) == (UNCOVERED, "lead", None, "nothing")


def test_a_lone_task_about_something_else_covers_nothing() -> None:
    context = linked(Sketch(tasks=(task("1", WORK, **LEAD),)), Sketch(tasks=(task("a", "Trồng cây ven đường"),)))
    assert context.tasks.compare(COMMUNE)[0].verdict is UNCOVERED


@pytest.mark.parametrize("who", ["UBND các xã, thị trấn", "UBND các xã, phường và các cơ quan, đơn vị liên quan"])
def test_the_bodies_with_which_a_task_opens_are_not_what_is_to_be_done(who: str) -> None:
    assert covered(task("1", f"{who} chứng thực bản sao điện tử", **LEAD), task("1", WORK)).verdict is COVERED
    found = covered(task("1", f"{who} chứng thực bản sao điện tử", **LEAD), task("1", OTHER))
    assert found.verdict is UNCOVERED


def test_work_on_paper_does_not_cover_work_on_electronic_copies() -> None:
    found = covered(task("1", "Chứng thực bản sao điện tử", **LEAD), task("a", "Chứng thực bản sao giấy"))
    assert found.verdict is not COVERED or found.unsure


@pytest.mark.parametrize(
    ("text", "unsure"), [("Hoàn thành đề án vị trí việc làm", True), ("Công khai thủ tục hành chính", False)]
)
def test_where_it_is_not_clear_who_is_asked_a_person_has_to_look(text: str, unsure: bool) -> None:
    found = covered(task("1", text))
    assert (found.verdict, found.unsure, found.scope.asked) == (UNCOVERED, unsure, "unsure" if unsure else "asked")


def test_every_task_is_answered_in_the_order_of_the_parent() -> None:
    asked = (task("1", WORK, **LEAD), *beside("p"), task("3", WORK, lead=DIVISION))
    found = linked(Sketch(tasks=asked), Sketch(tasks=beside("b"))).tasks.compare(COMMUNE)
    assert [c.parent for c in found] == [Item(DISTRICT, "task", index) for index in range(len(asked))]
    assert [c.verdict for c in found] == [UNCOVERED, *[COVERED] * len(BESIDE), NOT_ASKED]


def test_a_parent_without_tasks_on_file_asks_nothing() -> None:
    assert linked(Sketch(), Sketch(tasks=(task("a", OTHER),))).tasks.compare(COMMUNE) == ()


def test_what_people_decided_covers_whatever_its_words_are() -> None:
    answer = Answer(COMMUNE, DISTRICT, "1", ("a",), "Phòng CCHC", date(2026, 1, 12))
    context = decided(
        linked(
            Sketch(tasks=(task("1", WORK, **LEAD), *beside("p"))), Sketch(tasks=(task("a", "Họp thôn"), *beside("b")))
        ),
        Decisions((Recorded(answer, "decisions.yaml", 3, 5),)),
    )
    found = context.tasks.compare(COMMUNE)[0]
    assert (found.verdict, found.child, found.unsure) == (COVERED, Item(COMMUNE, "task", 0), False)


# How sure the answer is

GENERAL, DEFINITE = "Tăng cường công tác cải cách hành chính", "Niêm yết thủ tục hành chính"


@pytest.mark.parametrize(
    ("text", "standing", "candidate", "settled", "expected"),
    [
        (DEFINITE, "answered", {}, False, (COVERED, False, None)),
        (GENERAL, "answered", {"said": 499}, False, (PARTIAL, False, "general")),
        (GENERAL, "answered", {"said": 500}, False, (COVERED, False, None)),  # it says half of what is asked
        (GENERAL, "answered", {"said": 0}, True, (COVERED, False, None)),  # a person has decided
        (DEFINITE, "unsure", {}, False, (PARTIAL, True, "far")),
        (DEFINITE, "unsure", {"said": 349}, False, (UNCOVERED, True, "far")),
        (DEFINITE, "unsure", {"excluded": True}, False, (UNCOVERED, True, "excluded")),
        (DEFINITE, "none", {}, False, (UNCOVERED, False, "far")),
        (DEFINITE, "none", {"excluded": True}, False, (UNCOVERED, False, "excluded")),
    ],
)
def test_a_verdict_says_how_sure_it_is_and_why_a_task_is_not_covered(
    text: str,
    standing: Standing,
    candidate: dict[str, Any],
    settled: bool,
    expected: tuple[Verdict, bool, str | None],
) -> None:
    context = linked(Sketch(tasks=(task("1", WORK, **LEAD),)), Sketch(tasks=(task("a", text),)))
    given = {"said": 350, "both": 300} | candidate
    best = Candidate(Item(COMMUNE, "task", 0), -300, **given)
    answer = Near(Item(DISTRICT, "task", 0), (best,), standing, 50, settled)
    (found,) = TaskComparing(context.lineage, Told(context, answer), context.scopings).pair(COMMUNE, DISTRICT)
    assert (found.verdict, found.unsure, found.why) == expected
    assert found.child == best.item


# Laws

TEXTS = st.sampled_from(
    [
        *BESIDE,
        WORK,
        "Số hóa hồ sơ, kết quả giải quyết TTHC",
        "Kiểm tra việc thực hiện kỷ luật công vụ",
        "Tăng cường tuyên truyền cải cách hành chính",
        "Rà soát, công khai thủ tục hành chính; lập danh mục, gửi báo cáo",
    ]
)
BODIES: st.SearchStrategy[dict[str, Any]] = st.sampled_from([LEAD, HELP, {}, {"lead": DIVISION}])


@given(st.lists(st.tuples(TEXTS, BODIES), min_size=1, max_size=6, unique_by=lambda row: row[0]))
def test_a_child_that_copies_every_task_lacks_none(rows: list[tuple[str, dict[str, Any]]]) -> None:
    copied = tuple(task(str(number), text, **bodies) for number, (text, bodies) in enumerate(rows))
    found = linked(Sketch(tasks=copied), Sketch(tasks=copied)).tasks.compare(COMMUNE)
    assert {one.verdict for one in found} <= {COVERED, NOT_ASKED}


@given(
    st.lists(TEXTS, min_size=1, max_size=5, unique=True),
    st.lists(TEXTS, min_size=1, max_size=5, unique=True),
    st.data(),
)
def test_the_order_of_the_childs_tasks_never_changes_what_is_uncovered(
    asked: list[str], answers: list[str], data: st.DataObject
) -> None:
    parent = Sketch(tasks=tuple(task(str(number), text, **LEAD) for number, text in enumerate(asked)))
    tasks = [task(f"a{number}", text) for number, text in enumerate(answers)]
    verdicts = []
    for order in (tasks, data.draw(st.permutations(tasks))):
        found = linked(parent, Sketch(tasks=tuple(order))).tasks.compare(COMMUNE)
        verdicts.append([one.verdict for one in found])
    assert verdicts[0] == verdicts[1]


# Words of its own


FARM = (
    task("1", "Tu bổ kênh mương nội đồng trước mùa mưa", **LEAD),
    task("2", "Thống kê đàn trâu bò của từng thôn", **LEAD),
    task("3", "Phun thuốc khử trùng chuồng trại chăn nuôi", **LEAD),
    task("4", "Cấp cây giống cho hộ trồng rừng", **LEAD),
)
DONE = (
    task("a", "Tu bổ kênh mương nội đồng"),
    task("b", "Thống kê đàn trâu bò từng thôn"),
    task("c", "Phát cây giống cho các hộ trồng rừng"),
)


def test_work_that_answers_nothing_else_may_be_the_asked_work_in_words_of_its_own() -> None:
    everyday = task("d", "Vẩy vôi, rắc thuốc chỗ nuôi lợn gà cho hết mầm bệnh")
    for tasks, unsure in (((*DONE, everyday), True), (DONE, False)):
        found = linked(Sketch(tasks=FARM), Sketch(tasks=tasks)).tasks.compare(COMMUNE)[2]
        assert (found.verdict, found.unsure) == (UNCOVERED, unsure)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trình Chủ tịch UBND tỉnh công bố danh mục giống cây trồng", NOT_ASKED),
        ("Niêm yết danh mục giống cây trồng do Chủ tịch UBND tỉnh công bố", UNCOVERED),
        ("Cấp phép khai thác nước dưới đất thuộc thẩm quyền cấp tỉnh", NOT_ASKED),
        ("Tiếp nhận tại cấp xã đơn xin khai thác nước thuộc thẩm quyền cấp tỉnh", UNCOVERED),
    ],
)
def test_a_matter_of_the_province_asks_nothing_of_a_commune_that_it_does_not_name(text: str, expected: Verdict) -> None:
    assert covered(task("1", text)).verdict is expected


def test_work_that_is_done_less_often_than_asked_is_done_in_part() -> None:
    asked = task("1", "Báo cáo tình hình dịch bệnh vật nuôi 6 tháng, cả năm", **LEAD)
    found = covered(asked, task("a", "Báo cáo tình hình dịch bệnh vật nuôi cả năm"))
    assert (found.verdict, found.unsure, found.why) == (PARTIAL, True, "seldom")


def test_what_a_plan_for_one_year_asks_for_by_the_next_is_begun_now() -> None:
    year: dict[str, Any] = {"period": Window(2023, 2023), "year": 2023}
    for due in ("Năm học 2023-2024", "Đầu năm học 2023-2024", "Quý I/2024"):
        work = task("1", "Phát cây giống cho các trường", due=due, **LEAD)
        found = linked(Sketch(tasks=(work,), **year), Sketch(tasks=beside("b"), **year)).tasks.compare(COMMUNE)[0]
        assert found.verdict is UNCOVERED
