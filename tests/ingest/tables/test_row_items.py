"""What rows of appendix tables commit to and ask for."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cascade.ingest.tables.row_items import RowReader
from cascade.ingest.tables.rows import Row
from cascade.ingest.targets.targets import TargetReader
from cascade.model.doubt import doubt
from cascade.model.plan import Target, Task, Window
from tests.ingest.made import lexicon
from tests.ingest.tables.test_rows import passage, rows, tabbed
from tests.support import PAYMENT

Items = tuple[list[Target], list[Task]]
ONLINE = "Tỷ lệ thủ tục hành chính triển khai thanh toán trực tuyến"
HEADER = ("TT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành")


def read(found: Sequence[Row]) -> Items:
    reader = RowReader(TargetReader(lexicon(), Window(2021, 2025)))
    targets, tasks = reader.read(found)
    return [one.item for one in targets], [one.item for one in tasks]


def table(*lines: Sequence[str]) -> Items:
    return read(rows(tabbed(*lines)))


def row(area: int | None = None, section: str = "I", **cells: str) -> Row:
    """A row of one-line cells; a column of a year is given as `y2024`."""
    named = {name.removeprefix("y") if name[1:].isdigit() else name: text for name, text in cells.items()}
    valued = any(name.isdigit() or name == "value" for name in named)
    return Row({name: passage(text) for name, text in named.items()}, area, section, valued)


# --- targets by year ------------------------------------------------------------------------------


def test_a_table_by_year_gives_one_target_for_each_year_with_a_value() -> None:
    targets, tasks = read([row(number="1", target=ONLINE, unit="%", y2023="40", y2024="", y2025="60")])
    assert [(one.id, one.value.text, one.in_year) for one in targets] == [
        ("I.1.2023", "40%", 2023),
        ("I.1.2025", "60%", 2025),
    ]
    assert {one.measure for one in targets} == {PAYMENT}
    assert tasks == []


def test_a_column_may_hold_what_is_reached_by_its_year() -> None:
    cells = {"number": "1", "target": ONLINE, "unit": "%", "2023 by": "40", "2025": "60"}
    targets, _ = read([Row({name: passage(text) for name, text in cells.items()}, None, "I", valued=True)])
    assert [(one.id, one.by, one.in_year) for one in targets] == [("I.1.2023", 2023, None), ("I.1.2025", None, 2025)]


@pytest.mark.parametrize(
    ("cell", "unit", "value"),
    [
        ("40", "%", "40%"),
        ("40%", "", "40%"),
        ("≥ 40", "%", "40%"),
        ("> 40", "%", "> 40%"),
        ("40-50", "%", "40-50%"),
        ("95,5", "%", "95,5%"),
        ("15", "Phút/lượt", "15 phút"),
        ("5", "", "5"),
    ],
)
def test_the_value_of_a_year(cell: str, unit: str, value: str) -> None:
    ((target,), _) = read([row(number="1", target="Tỷ lệ hồ sơ được xử lý trên mạng", unit=unit, y2024=cell)])
    assert target.value.text == value


@pytest.mark.parametrize("cell", ["-", "x", "như năm trước", "40% 50%", ""])
def test_a_cell_without_a_bare_value_is_no_target(cell: str) -> None:
    assert read([row(number="1", target=ONLINE, unit="%", y2024=cell)]) == ([], [])


@pytest.mark.parametrize(
    ("text", "unit", "cell", "value"),
    [
        (ONLINE, "%", "≥ 40", "40%"),
        (ONLINE, "%", "≤ 40", "<= 40%"),
        ("Thời gian chờ đợi trung bình của người dân", "phút", "≤ 15", "15 phút"),
        ("Thời gian chờ đợi trung bình của người dân", "phút", "≥ 15", ">= 15 phút"),
    ],
)
def test_a_sign_that_says_only_the_better_way_is_left_out(text: str, unit: str, cell: str, value: str) -> None:
    ((target,), _) = read([row(number="1", target=text, unit=unit, y2024=cell)])
    assert target.value.text == value


# --- objectives -----------------------------------------------------------------------------------


def test_a_merged_objective_counts_once_and_stands_over_its_tasks() -> None:
    objective = "1.1. 100% văn bản quy phạm pháp luật được rà soát"
    found = [
        row(objective=objective, activity=f"3.{number}. {text}", lead="Phòng Tư pháp")
        for number, text in enumerate(("Rà soát văn bản của huyện", "Kiểm tra văn bản của xã"), start=1)
    ]
    targets, tasks = read(found)
    assert [one.value.text for one in targets] == ["100%"]
    assert [(one.id, one.under) for one in tasks] == [("I.3.1", "I.1.1"), ("I.3.2", "I.1.1")]


def test_an_objective_without_a_number_is_kept_as_one() -> None:
    targets, tasks = read([row(objective="1.2. Xây dựng nền hành chính dân chủ, chuyên nghiệp")])
    assert targets == []
    assert [(one.id, one.kind) for one in tasks] == [("I.1.2", "objective")]


def test_the_same_words_in_another_section_are_another_objective() -> None:
    found = [row(objective="100% hồ sơ được giải quyết đúng hạn", section=section) for section in ("I", "II")]
    assert [one.id for one in read(found)[0]] == ["I.m1", "II.m1"]


# --- duties, products, deadlines ------------------------------------------------------------------


def test_of_a_duty_only_the_numbers_are_recorded_and_once() -> None:
    duty = "2.1. Nhiệm vụ: 100% văn bản được rà soát"
    found = [row(duty=duty, activity=f"3.{number}. Ban hành kế hoạch rà soát") for number in (1, 2)]
    targets, tasks = read(found)
    assert [one.value.text for one in targets] == ["100%"]
    assert [one.id for one in tasks] == ["I.3.1", "I.3.2"]


def test_a_number_in_the_product_commits_the_task() -> None:
    (target,), (task,) = read(
        [row(number="4", task="Công khai thủ tục hành chính", product="100% TTHC được công khai")]
    )
    assert (target.value.text, target.doubt, target.confidence) == ("100%", None, 0.6)
    assert target.id.startswith(f"{task.id}.")
    assert task.product == "100% TTHC được công khai"


def test_a_number_in_the_deadline_commits_with_a_doubt() -> None:
    found = row(number="4", task="Số hóa hồ sơ thủ tục hành chính", due="Đạt 100% đến 31/12/2025")
    (target,), (task,) = read([found])
    assert (target.value.text, target.doubt) == ("100%", doubt("number-of-deadline"))
    assert target.text.startswith("Số hóa hồ sơ")
    assert task.due == "Đạt 100% đến 31/12/2025"


def test_a_date_or_a_count_of_words_in_them_commits_to_nothing() -> None:
    assert read([row(task="Ban hành kế hoạch kiểm tra", product="Kế hoạch", due="Quý II/2025")])[0] == []


# --- tasks ----------------------------------------------------------------------------------------


def test_bodies_deadline_product_and_area_of_a_task() -> None:
    _, (task,) = table(
        HEADER,
        ("II", "Cải cách thủ tục hành chính", "", "", "", ""),
        (
            *("3", "Rà soát, đơn giản hóa thủ tục hành chính", "Báo cáo", "Phòng Nội vụ; Phòng Tư pháp"),
            *("Các phòng chuyên môn; UBND các xã", "Quý III/2025"),
        ),
    )
    assert (task.id, task.area) == ("II.3", 2)
    assert task.lead == ("Phòng Nội vụ", "Phòng Tư pháp")
    assert task.partners == ("Các phòng chuyên môn", "UBND các xã")
    assert (task.product, task.due) == ("Báo cáo", "Quý III/2025")
    assert task.confidence == 0.9


def test_a_task_that_names_nobody_is_less_sure() -> None:
    _, (bare,) = read([row(task="Rà soát thủ tục hành chính")])
    _, (led,) = read([row(task="Rà soát thủ tục hành chính", lead="Phòng Nội vụ")])
    assert (bare.confidence or 0) < (led.confidence or 0)


@pytest.mark.parametrize("text", ["", "Khác"])
def test_a_word_alone_is_no_task(text: str) -> None:
    assert read([row(task=text)]) == ([], [])


# --- laws -----------------------------------------------------------------------------------------

TEXTS = st.sampled_from(
    [
        *("", "1.1. Rà soát văn bản", "100% hồ sơ đúng hạn", "Tối thiểu 80% hồ sơ và 90% văn bản", "Báo cáo kết quả"),
        *("Phòng Nội vụ; UBND các xã", "Đạt 100% đến 31/12/2025", "Quý I", "2.", "40", "≥ 5 phút", "không", "%"),
    ]
)
FIELDS = st.sampled_from(
    [*("number", "target", "objective", "duty", "task", "activity", "product", "lead", "with", "due", "unit"), "2024"]
)
ROWS = st.lists(
    st.builds(
        lambda cells, section: Row({name: passage(text) for name, text in cells.items() if text}, 2, section),
        st.dictionaries(FIELDS, TEXTS, max_size=6),
        st.sampled_from(["", "I", "II.1"]),
    ),
    max_size=6,
)


@given(ROWS)
def test_rows_without_labels_of_their_own_give_ids_that_differ(found: list[Row]) -> None:
    unlabelled = [
        Row({name: cell for name, cell in one.cells.items() if name != "number" and not one.label(name)}, 2, "I")
        for one in found
    ]
    targets, tasks = read(unlabelled)
    for items in (targets, tasks):
        ids = [one.id for one in items]
        assert len(ids) == len(set(ids))


@given(ROWS)
def test_any_rows_are_read_the_same_each_time(found: list[Row]) -> None:
    targets, tasks = read(found)
    assert all(one.id and one.text for one in targets)
    assert all(one.id and one.text for one in tasks)
    assert read(found) == (targets, tasks)


@given(ROWS)
def test_rows_printed_twice_add_no_objective(found: list[Row]) -> None:
    once, twice = read(found)[1], read([*found, *found])[1]
    assert [one for one in once if one.kind == "objective"] == [one for one in twice if one.kind == "objective"]


def test_a_cell_that_says_who_and_by_when_is_heard_where_no_column_does() -> None:
    _, found = table(
        ("TT", "Nhiệm vụ", "Sản phẩm", "Ghi chú"),
        ("1", "Sở Y tế chủ trì lập danh mục thuốc, xong trước ngày 30/6/2024", "Danh mục", ""),
        ("2", "Mua vắc xin dại cho đàn chó các xã trong quý III", "Báo cáo", ""),
    )
    assert [(one.lead, one.due) for one in found] == [
        (("Sở Y tế",), "xong trước ngày 30/6/2024"),
        ((), "trong quý III"),
    ]
