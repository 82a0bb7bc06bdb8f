"""What later paragraphs, and rows, say of tasks before them."""

from __future__ import annotations

import pytest

from cascade.ingest.item import Read
from cascade.ingest.tasks.build import Areas
from cascade.ingest.tasks.gathered import Gathered
from cascade.ingest.tasks.tasks import TaskReader
from cascade.model.plan import Task
from tests.ingest.made import lexicon, outlined, tasks, vocabulary

HEAD = "II. NHIỆM VỤ"


def gathered(*lines: str, rows: tuple[Task, ...] = (), areas: Areas | None = None) -> tuple[list[Task], list[Task]]:
    """The tasks of the text and those of rows that say others."""
    found = Gathered(TaskReader(lexicon(), areas))
    for entry in outlined(*lines):
        found.add(entry, (), 0)
    prose, left = found.united([Read(row) for row in rows])
    return [read.item for read in prose], [read.item for read in left]


def of(*lines: str) -> list[tuple[tuple[str, ...], tuple[str, ...], str | None]]:
    return [(one.lead, one.partners, one.due) for one in gathered(*lines)[0]]


def test_what_is_stated_behind_a_task_is_of_the_task() -> None:
    (task,) = tasks(
        "Xây dựng Đề án sắp xếp các thôn của huyện Thử. Cơ quan chủ trì: Phòng Nội vụ; "
        "cơ quan phối hợp: UBND các xã. Sản phẩm: Đề án. Thời gian hoàn thành: quý III năm 2022."
    )
    assert (task.lead, task.partners) == (("Phòng Nội vụ",), ("UBND các xã",))
    assert (task.product, task.due) == ("Đề án", "quý III năm 2022")


@pytest.mark.parametrize(
    "block",
    [
        (
            "b) Cơ quan thực hiện:",
            "- Đơn vị chủ trì: Sở Y tế.",
            "- Đơn vị phối hợp: Sở Tài chính.",
            "c) Thời gian: Quý II.",
        ),
        ("b) Đơn vị chủ trì: Sở Y tế; đơn vị phối hợp: Sở Tài chính. Thời gian thực hiện: Quý II.",),
        ("- Cơ quan chủ trì: Sở Y tế; cơ quan phối hợp: Sở Tài chính; thời gian: Quý II.",),
        ("(Chủ trì: Sở Y tế; phối hợp: Sở Tài chính; thời gian: Quý II)",),
        ("b) Đơn vị chủ trì:", "- Sở Y tế.", "c) Đơn vị phối hợp:", "- Sở Tài chính.", "d) Thời gian:", "- Quý II."),
    ],
)
def test_a_block_holds_for_the_whole_list_before_it(block: tuple[str, ...]) -> None:
    lines = (
        HEAD,
        "1. Y tế cơ sở",
        "a) Nhiệm vụ:",
        "- Sửa chữa các trạm y tế của xã.",
        "- Mua sắm thiết bị y tế của xã.",
    )
    said = (("Sở Y tế",), ("Sở Tài chính",), "Quý II")
    assert of(*lines, *block) == [said, said]


def test_a_block_below_one_item_is_of_that_item() -> None:
    found = of(HEAD, "- Mua sắm thiết bị y tế của xã.", "- Sửa các trạm y tế của xã.", "+ Chủ trì: Sở Y tế.")
    assert [lead for lead, _, _ in found] == [(), ("Sở Y tế",)]


def test_each_list_has_its_own_block() -> None:
    found = of(
        *(HEAD, "1. Mua sắm thiết bị y tế của xã.", "Chủ trì: Sở Y tế."),
        *("2. Bố trí vốn cho các trạm y tế.", "Chủ trì: Sở Tài chính."),
    )
    assert [lead for lead, _, _ in found] == [("Sở Y tế",), ("Sở Tài chính",)]


def test_a_sentence_charges_bodies_with_the_tasks_of_its_section() -> None:
    found = of(
        *(HEAD, "1. Y tế", "- Mua sắm thiết bị y tế của xã.", "Các nhiệm vụ tại mục này do Sở Y tế chủ trì."),
        *("2. Giáo dục", "- Sửa chữa các trường học của xã."),
    )
    assert [lead for lead, _, _ in found] == [("Sở Y tế",), ()]


PARTS = (
    *("II. NHIỆM VỤ", "1. Y tế", "a) Mua sắm thiết bị y tế của xã.", "b) Sửa chữa các trạm y tế của xã."),
    *("2. Giáo dục", "a) Sửa chữa các trường học của xã.", "III. TỔ CHỨC THỰC HIỆN"),
)


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("1. Sở Y tế chủ trì thực hiện các nhiệm vụ tại điểm a, b mục 1 phần II.", [("Sở Y tế",), ("Sở Y tế",), ()]),
        ("1. Sở Y tế chủ trì thực hiện các nhiệm vụ tại mục II.1.", [("Sở Y tế",), ("Sở Y tế",), ()]),
        ("1. Sở Y tế chủ trì các nhiệm vụ tại điểm b khoản 1 Mục II.", [(), ("Sở Y tế",), ()]),
        ("1. Sở Y tế: Chủ trì các nhiệm vụ tại điểm a mục 1 phần II.", [("Sở Y tế",), (), ()]),
        ("1. Sở Y tế: Phối hợp thực hiện các nhiệm vụ tại điểm a mục 1 phần II.", [(), (), ()]),
        ("1. Sở Y tế chủ trì các nhiệm vụ tại mục 7.", [(), (), ()]),
    ],
)
def test_tasks_are_handed_out_by_their_labels(text: str, leads: list[tuple[str, ...]]) -> None:
    assert [lead for lead, _, _ in of(*PARTS, text)][:3] == leads


def test_rows_of_an_appendix_are_handed_out_by_their_numbers() -> None:
    rows = (
        Task("1", "Mua sắm xe cứu thương cho huyện."),
        Task("2", "Lập bản đồ di tích."),
        Task("4", "Tổ chức hội thi."),
    )
    text = "1. Sở Y tế chủ trì thực hiện các nhiệm vụ số 1, 4 Phụ lục kèm theo Kế hoạch này."
    _, left = gathered("III. TỔ CHỨC THỰC HIỆN", text, rows=rows)
    assert [one.lead for one in left] == [("Sở Y tế",), (), ("Sở Y tế",)]


def test_a_row_that_says_a_task_again_is_the_same_task() -> None:
    row = Task("4", "Mua sắm thiết bị y tế của các xã.", lead=("Sở Y tế",), due="Quý II", product="Báo cáo")
    other = Task("5", "Sửa chữa các trạm y tế của xã.", lead=("Sở Xây dựng",))
    prose, left = gathered(HEAD, "- Mua sắm thiết bị y tế của các xã.", rows=(row, other))
    assert [(one.id, one.lead, one.due, one.product) for one in prose] == [("II-1", ("Sở Y tế",), "Quý II", "Báo cáo")]
    assert [one.id for one in left] == ["5"]


@pytest.mark.parametrize(("of_plan", "area"), [(None, None), (6, 6)])
def test_a_plan_that_is_not_divided_by_areas_is_of_one_or_none(of_plan: int | None, area: int | None) -> None:
    areas = Areas(vocabulary(), divided=False, of_plan=of_plan)
    lines = (HEAD, "- Rà soát thủ tục hành chính về giảm nghèo.")
    prose, left = gathered(*lines, rows=(Task("1", "Hỗ trợ nhà ở cho hộ nghèo.", area=7),), areas=areas)
    assert [one.area for one in (*prose, *left)] == [area, area]


NAMED = (
    *(HEAD, "1. Hạ tầng", "Nhiệm vụ 1. Nâng cấp trạm bơm của huyện Thử.", "Nhiệm vụ 2. Sửa các cống của huyện Thử."),
    *("2. Con người", "Nhiệm vụ 3. Dạy nghề cho lao động của huyện Thử.", "III. TỔ CHỨC THỰC HIỆN"),
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1. Sở Xây dựng chủ trì các nhiệm vụ 1, 2.", [("Sở Xây dựng", None), ("Sở Xây dựng", None), (None, None)]),
        (
            "1. Sở Y tế chủ trì nhiệm vụ 1, nhiệm vụ 3; hoàn thành trước ngày 15/9/2026.",
            [
                ("Sở Y tế", "hoàn thành trước ngày 15/9/2026"),
                (None, None),
                ("Sở Y tế", "hoàn thành trước ngày 15/9/2026"),
            ],
        ),
        (
            "1. Sở Y tế, Sở Xây dựng lần lượt chủ trì thực hiện nhiệm vụ 3 và nhiệm vụ 1.",
            [("Sở Xây dựng", None), (None, None), ("Sở Y tế", None)],
        ),
    ],
)
def test_tasks_called_by_a_number_are_handed_out_by_it(text: str, said: list[tuple[str | None, str | None]]) -> None:
    found, _ = gathered(*NAMED, text)
    assert [one.id for one in found] == ["II.1-1", "II.1-2", "II.2-3"]  # what only hands out is no task
    assert [("; ".join(one.lead) or None, one.due) for one in found] == said


def test_who_helps_with_a_task_called_by_a_number_does_not_lead_it() -> None:
    found, _ = gathered(*NAMED, "1. Các hợp tác xã phối hợp thực hiện nhiệm vụ 2, nạo vét mương trong quý II/2026.")
    assert (found[1].lead, found[1].partners, found[1].due) == ((), ("Các hợp tác xã",), "trong quý II/2026")
    assert len(found) == 4


def test_places_of_one_kind_stand_beside_each_other() -> None:
    found = of(*PARTS, "1. Sở Y tế chủ trì các nội dung tại mục 1, mục 2 Phần II.")
    assert [lead for lead, _, _ in found] == [("Sở Y tế",)] * 3


def test_a_line_behind_a_numbered_list_is_of_the_list() -> None:
    lines = (HEAD, "1. Y tế", "a) Mua sắm thiết bị y tế của xã.", "b) Sửa chữa các trạm y tế của xã.")
    assert [lead for lead, _, _ in of(*lines, "Đơn vị phụ trách: Sở Y tế.")] == [("Sở Y tế",)] * 2


def test_a_line_behind_a_list_leaves_who_is_stated() -> None:
    lines = (HEAD, "1. Y tế", "a) Mua thiết bị y tế của xã. Chủ trì: Sở Tài chính.", "b) Sửa các trạm y tế của xã.")
    found = of(*lines, "Chủ trì: Sở Y tế; phối hợp: Sở Nội vụ.")
    assert found == [(("Sở Tài chính",), (), None), (("Sở Y tế",), ("Sở Nội vụ",), None)]


def test_who_helps_and_who_helps_the_whole_list_both_help() -> None:
    lines = (
        HEAD,
        "1. Y tế",
        "- Phối hợp với Công an xã lập danh sách người cao tuổi.",
        "- Mua thuốc cho các trạm y tế.",
    )
    found = of(*lines, "Đơn vị thực hiện: Sở Y tế (chủ trì); Sở Tài chính (phối hợp).")
    assert [partners for _, partners, _ in found] == [("Công an xã", "Sở Tài chính"), ("Sở Tài chính",)]


def test_a_heading_that_charges_a_body_is_of_the_items_below() -> None:
    lines = ("III. TỔ CHỨC THỰC HIỆN", "1- Đảng ủy xã lãnh đạo Ủy ban nhân dân xã:", "a) Ban hành kế hoạch của xã Mẫu.")
    assert [lead for lead, _, _ in of(*lines)] == [("Đảng ủy xã",)]
