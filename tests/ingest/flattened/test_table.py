from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cascade.ingest.flattened.table import FlatTable, flat_rows
from cascade.ingest.tables.rows import Row
from cascade.lexicon.passage import Passage, Word
from cascade.model.plan import Lines
from tests.ingest.flattened.made import AREAS, CELLS, LAYOUTS, TASKS, flattened, generated, lined
from tests.ingest.made import lexicon


def table(text: str) -> FlatTable:
    found = flat_rows(lined(text), lexicon())
    assert found is not None
    return found


def texts(row: Row) -> dict[str, str]:
    return {field: cell.text for field, cell in row.cells.items()}


LABELLED = """ I Cải cách thể chế
 1.1. Mục tiêu 1: Nâng chất
lượng văn bản của huyện

Thử

2.1: Nhiệm vụ 1: Rà soát văn bản đã
ban hành

3.1: Hoạt động 1: Lập danh sách văn bản
cần rà soát trong năm
Danh sách văn bản

Phòng Tư pháp
huyện

Các cơ quan, đơn
vị liên quan Năm 2024
 3.2.Hoạt động 2: Sửa văn bản lỗi thời

Văn bản được sửa

Phòng Tư pháp
huyện

UBND các xã, thị
trấn

Hàng năm

7
STT 1. MỤC TIÊU 2. NHIỆM VỤ 3. HOẠT ĐỘNG 4. SẢN PHẨM 5. CƠ QUAN
CHỦ TRÌ

6. CƠ QUAN
PHỐI HỢP
7. THỜI GIAN HOÀN THÀNH
 1.1. Mục tiêu 1: Nâng chất
lượng văn bản của huyện Thử

2.2 Nhiệm vụ 2 : Phổ biến pháp luật

3.3. Hoạt động 3: Mở hội nghị ở xã 3.4. Hoạt động
4: Phát tài liệu cho người dân

Hội nghị; tài liệu

Phòng Tư pháp
huyện

Đài truyền thanh
huyện

Quý IV hàng
năm
II Cải cách thủ tục hành chính
 1.1. Muc tiêu 1: Giảm giấy tờ

2.1. Nhiệm vụ 1: Đơn giản hóa thủ tục
3.1. Hoạt động 1: Đề xuất bỏ giấy tờ

Báo cáo Phòng Nội vụ
huyện

Các phòng
chuyên môn; UBND các
xã, thị trấn
Thường
xuyên
"""


class TestLabelled:
    def test_every_activity_is_a_row_with_its_labels(self) -> None:
        found = [(row.section, row.label("objective"), row.label("duty"), row.label("activity")) for row in rows()]
        assert found == [
            ("I", "1.1", "2.1", "3.1"),
            ("I", "1.1", "2.1", "3.2"),
            ("I", "1.1", "2.2", "3.3"),
            ("I", "1.1", "2.2", "3.4"),
            ("II", "1.1", "2.1", "3.1"),
        ]

    def test_areas_are_those_of_the_headings(self) -> None:
        assert [row.area for row in rows()] == [1, 1, 1, 1, 2]

    def test_two_cells_on_one_line_are_two(self) -> None:
        assert texts(rows()[0]) | {"objective": "", "duty": ""} == {
            "objective": "",
            "duty": "",
            "activity": "3.1: Hoạt động 1: Lập danh sách văn bản cần rà soát trong năm",
            "product": "Danh sách văn bản",
            "lead": "Phòng Tư pháp huyện",
            "with": "Các cơ quan, đơn vị liên quan",
            "due": "Năm 2024",
        }
        last = rows()[4]
        assert (last.text("product"), last.text("lead"), last.text("due")) == (
            "Báo cáo",
            "Phòng Nội vụ huyện",
            "Thường xuyên",
        )

    def test_a_merged_cell_is_one_passage_even_where_a_page_repeats_it(self) -> None:
        first = rows()
        assert first[0].cells["objective"] is first[1].cells["objective"] is first[3].cells["objective"]
        assert first[0].cells["objective"].lines() == Lines(2, 5)

    def test_activities_in_one_cell_share_what_stands_behind_them(self) -> None:
        third, fourth = rows()[2:4]
        assert third.body("activity").text == "Mở hội nghị ở xã"
        assert fourth.body("activity").text == "Phát tài liệu cho người dân"
        assert third.cells["lead"] is fourth.cells["lead"]
        assert fourth.text("due") == "Quý IV hàng năm"

    def test_a_section_begins_with_new_objectives(self) -> None:
        assert rows()[4].body("objective").text == "Giảm giấy tờ"

    def test_header_heading_and_page_number_are_in_no_cell(self) -> None:
        apart = " ".join(word.printed for word in table(LABELLED).apart)
        assert "I Cải cách thể chế" in apart
        assert "7 STT 1. MỤC TIÊU" in apart
        assert "II Cải cách thủ tục hành chính" in apart

    def test_labels_alone_make_a_table_of_the_usual_columns(self) -> None:
        headless = LABELLED[: LABELLED.index("7\nSTT")] + LABELLED[LABELLED.index("II Cải cách") :]
        assert [row.label("activity") for row in table(headless).rows] == ["3.1", "3.2", "3.1"]


def rows() -> tuple[Row, ...]:
    return table(LABELLED).rows


NUMBERED = """KẾ HOẠCH
Thực hiện nhiệm vụ của huyện Thử như sau:

TT Nhiệm vụ Sản phẩm Cơ quan chủ
trì
Cơ quan phối hợp Thời gian
hoàn thành
(1) (2) (3) (4) (5) (6)
I CẢI CÁCH THỂ CHẾ
1
Kiểm tra việc ban hành văn
bản của các xã trong năm

Báo cáo Phòng Tư pháp
UBND các xã,
thị trấn
Tháng 6/2024
2 Công bố danh mục văn bản
hết hiệu lực
Danh mục Văn phòng
HĐND&UBND
huyện

3
TT Nhiệm vụ Sản phẩm Cơ quan chủ
trì
Cơ quan phối hợp Thời gian
hoàn thành
3 Lập trang tra cứu văn bản
Trang tra cứu
http://thu.vidu.g
ov.vn/vanban

Phòng Văn hóa và
Thông tin

Các cơ quan, đơn vị
liên quan Khi có yêu cầu
Nơi nhận:
- Như trên;
"""


class TestNumbered:
    def test_rows_and_cells(self) -> None:
        assert [texts(row) for row in table(NUMBERED).rows] == [
            {
                "number": "1",
                "task": "Kiểm tra việc ban hành văn bản của các xã trong năm",
                "product": "Báo cáo",
                "lead": "Phòng Tư pháp",
                "with": "UBND các xã, thị trấn",
                "due": "Tháng 6/2024",
            },
            {
                "number": "2",
                "task": "Công bố danh mục văn bản hết hiệu lực",
                "product": "Danh mục",
                "lead": "Văn phòng HĐND&UBND huyện",
            },
            {
                "number": "3",
                "task": "Lập trang tra cứu văn bản",
                "product": "Trang tra cứu http://thu.vidu.g ov.vn/vanban",
                "lead": "Phòng Văn hóa và Thông tin",
                "with": "Các cơ quan, đơn vị liên quan",
                "due": "Khi có yêu cầu",
            },
        ]

    def test_prose_around_the_table_is_left_out(self) -> None:
        assert table(NUMBERED).runs == (Lines(4, 38),)

    def test_a_cell_that_a_page_break_cuts_is_one(self) -> None:
        text = NUMBERED.replace(
            "2 Công bố danh mục văn bản\nhết hiệu lực\nDanh mục Văn phòng\nHĐND&UBND\nhuyện\n\n3\n",
            "2 Công bố danh mục văn bản\n\n3\n",
        ).replace("hoàn thành\n3 Lập", "hoàn thành\nhết hiệu lực\nDanh mục\n3 Lập")
        assert table(text).rows[1].text("task") == "Công bố danh mục văn bản hết hiệu lực"

    def test_words_restored_are_kept_beside_the_printed(self) -> None:
        lines = [tuple(Word(word.printed.lower(), word.read, word.line) for word in line) for line in lined(NUMBERED)]
        found = flat_rows(lines, lexicon())
        assert found is not None
        assert found.rows[0].cells["lead"].printed() == "phòng tư pháp"

    def test_two_tables_with_other_columns_are_both_read(self) -> None:
        second = "STT Chỉ tiêu ĐVT 2024 2025\n1 Hồ sơ đúng hạn % 95 98\n2 Thời gian chờ phút 30 ≤ 20\n"
        found = table(f"{NUMBERED}\n{second}")
        assert len(found.runs) == 2
        assert [texts(row) for row in found.rows[3:]] == [
            {"number": "1", "target": "Hồ sơ đúng hạn", "unit": "%", "2024": "95", "2025": "98"},
            {"number": "2", "target": "Thời gian chờ", "unit": "phút", "2024": "30", "2025": "≤ 20"},
        ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "Phân công cơ quan chủ trì, cơ quan phối hợp, thời gian hoàn thành và sản phẩm của từng nhiệm vụ.",
        "TT Nhiệm vụ Sản phẩm Chủ trì Thời gian",
        "1. Mục tiêu\n2. Nhiệm vụ\n3. Kinh phí\n4. Tổ chức thực hiện",
        "I. MỤC TIÊU\n1. Mục tiêu 1: 90% hồ sơ đúng hạn.\nII. NHIỆM VỤ\n1. Xã Mẫu niêm yết thủ tục hành chính.",
    ],
)
def test_prose_is_no_table(text: str) -> None:
    assert flat_rows(lined(text), lexicon()) is None


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("more", [{}, {"blank": 0.35}, {"page": 7}], ids=["plain", "blank lines", "pages"])
def test_nearly_every_cell_of_generated_tables_is_read(layout: str, more: dict[str, float]) -> None:
    right, every = Counter[str](), Counter[str]()
    for seed in range(4):
        lines, truth = generated(layout, seed, **more)  # type: ignore[arg-type]
        found = {row.text("number"): row for row in table("\n".join(lines)).rows}
        for wanted in truth:
            row = found.get(wanted["number"], Row({}))
            every.update(list(wanted))
            right.update(field for field, text in wanted.items() if row.text(field) == text)
    assert right["number"] == every["number"]
    assert all(right[field] >= 0.95 * every[field] for field in every), right


# --- laws -----------------------------------------------------------------------------------------


def assert_nothing_is_lost(lines: Sequence[Sequence[Word]]) -> None:
    """Every word of the runs is in one cell or apart, once; cells hold their words in order."""
    found = flat_rows(lines, lexicon())
    if found is None:
        return
    cells: dict[int, Passage] = {id(cell): cell for row in found.rows for cell in row.cells.values()}
    placed = [id(word) for cell in cells.values() for word in cell.words] + [id(word) for word in found.apart]
    inside = [
        id(word) for line in lines for word in line if any(run.first <= word.line <= run.last for run in found.runs)
    ]
    assert Counter(placed) == Counter(inside)
    order = {id(word): place for place, word in enumerate(word for line in lines for word in line)}
    for cell in cells.values():
        places = [order[id(word)] for word in cell.words]
        assert places == sorted(places)
        assert places


LINES = [
    *LABELLED.split("\n"),
    *NUMBERED.split("\n"),
    *AREAS,
    *TASKS,
    *CELLS["lead"],
    *CELLS["due"],
    "2",
    "4 Kiểm tra công vụ",
    "1.1 Rà soát",
    "và các xã",
    "- Kế hoạch",
    "TM. ỦY BAN NHÂN DÂN",
]


@given(st.lists(st.sampled_from(LINES), max_size=60))
def test_nothing_is_lost_of_any_lines(lines: list[str]) -> None:
    assert_nothing_is_lost(lined("\n".join(lines)))


@given(st.lists(st.sampled_from(LINES), max_size=25), st.sampled_from([LABELLED, NUMBERED]))
def test_nothing_is_lost_of_a_table_with_any_lines_behind_it(lines: list[str], text: str) -> None:
    assert_nothing_is_lost(lined("\n".join([text, *lines, text])))


@given(st.text(alphabet=st.sampled_from("aA1.:%-–(;,\n IVX₫ệ"), max_size=300))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    header = "TT Nhiệm vụ Sản phẩm Chủ trì Thời gian\n1 Rà soát\nBáo cáo\nPhòng Tư pháp\n2 Rà soát\nBáo cáo\n"
    assert_nothing_is_lost(lined(header + text))


@settings(max_examples=20)
@given(st.integers(0, 10_000), st.sampled_from(sorted(LAYOUTS)), st.sampled_from([0.0, 0.3]), st.sampled_from([0, 5]))
def test_every_row_of_a_printed_table_is_found_in_order(seed: int, layout: str, blank: float, page: int) -> None:
    lines, truth = generated(layout, seed, blank=blank, page=page)
    words = lined("\n".join(lines))
    assert_nothing_is_lost(words)
    found = flat_rows(words, lexicon())
    assert found is not None
    assert [row.text("number") for row in found.rows] == [row["number"] for row in truth]
    assert [row.section for row in found.rows] == [("I", "II", "III")[place // 6] for place in range(18)]


def test_a_table_without_numbers_or_labels_is_read_by_what_its_cells_look_like() -> None:
    columns = [("Nhiệm vụ", 20.0), ("Sản phẩm", 9.0), ("Chủ trì", 9.0), ("Thời gian", 6.0)]
    wanted = [[TASKS[place], CELLS["product"][place], CELLS["lead"][place], CELLS["due"][place]] for place in range(5)]
    lines = flattened(columns, wanted, random.Random(1))  # noqa: S311
    found = table("\n".join(lines))
    assert [list(texts(row).values()) for row in found.rows] == wanted
