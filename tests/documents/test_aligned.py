"""Tables drawn with spaces."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from itertools import zip_longest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cascade.documents.aligned import aligned_tables
from cascade.documents.document import Table
from cascade.documents.text import read_text

WIDTHS = (5, 24, 16, 18, 12)
HEADER = ("TT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Thời hạn")
ROWS = (
    ("1", "Rà soát văn bản của huyện Thử và của các xã", "Báo cáo", "Phòng Tư pháp", "Quý I/2024"),
    ("2", "Công khai thủ tục hành chính", "", "Văn phòng HĐND và UBND", "Cả năm"),
    ("3", "Kiểm tra việc chấp hành kỷ luật", "Thông báo kết luận", "Thanh tra huyện", "Quý II, quý IV"),
)


def drawn(rows: Sequence[Sequence[str]], indent: int = 0) -> list[str]:
    """The lines of rows as columns of fixed widths, two spaces between them."""
    lines = []
    for row in rows:
        wrapped = [textwrap.wrap(cell, width) or [""] for cell, width in zip(row, WIDTHS, strict=True)]
        for parts in zip_longest(*wrapped, fillvalue=""):
            printed = "  ".join(part.ljust(width) for part, width in zip(parts, WIDTHS, strict=True))
            lines.append(" " * indent + printed.rstrip())
    return lines


def told(table: Table) -> list[tuple[str, ...]]:
    return [tuple(" ".join(cell.text.split()) for cell in row) for row in table.rows]


def only(lines: Sequence[str]) -> Table:
    (table,) = aligned_tables(lines)
    return table


def test_cells_side_by_side_are_read_with_what_wraps_below_them() -> None:
    table = only(["Kế hoạch này gồm các nhiệm vụ sau đây:", "", *drawn((HEADER, *ROWS)), "", "III. TỔ CHỨC THỰC HIỆN"])
    assert told(table) == [HEADER, *ROWS]
    assert table.lines.first == 3


def test_a_page_that_begins_with_the_header_again_goes_on_with_the_table() -> None:
    lines = [*drawn((HEADER, *ROWS)), "", "        2", "", *drawn((HEADER, *ROWS), indent=3)]
    assert told(only(lines)) == [HEADER, *ROWS, *ROWS]


def test_what_a_page_break_cuts_is_one_cell() -> None:
    two = [*drawn((HEADER, *ROWS)), "", *drawn((HEADER,)), "       và của các xã", *drawn(ROWS)]
    assert told(only(two))[3][1] == "Kiểm tra việc chấp hành kỷ luật và của các xã"


def test_headings_over_the_columns_are_a_number_and_a_title() -> None:
    lines = [*drawn((HEADER,)), "I. CẢI CÁCH THỂ CHẾ CỦA HUYỆN THỬ NĂM 2024", *drawn(ROWS)]
    assert told(only(lines))[1] == ("I.", "CẢI CÁCH THỂ CHẾ CỦA HUYỆN THỬ NĂM 2024", "", "", "")


def test_a_single_space_may_part_two_cells() -> None:
    lines = [
        "TT   Nhiệm vụ              Sản phẩm          Chủ trì",
        "1    Rà soát văn bản       Báo cáo           Phòng Tư pháp",
        "2    Xây dựng Kế hoạch của Quyết định        Phòng Nội vụ",
        "     huyện Thử",
        "3    Kiểm tra cải cách     Thông báo         Thanh tra",
    ]
    assert told(only(lines))[2] == ("2", "Xây dựng Kế hoạch của huyện Thử", "Quyết định", "Phòng Nội vụ")


@pytest.mark.parametrize(
    "lines",
    [
        [
            "UBND HUYỆN THỬ        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Số: 1/KH-UBND      Thử, ngày 05 tháng 01 năm 2024",
        ],
        ["Nơi nhận:          TM. ỦY BAN NHÂN DÂN", "- UBND tỉnh;              CHỦ TỊCH", "- Lưu: VT."],
        ["1. Rà soát văn bản.", "2. Công khai thủ tục.", "3. Kiểm tra việc chấp hành."],
        [],
        [""],
    ],
)
def test_prose_letterheads_and_signatures_are_no_tables(lines: list[str]) -> None:
    assert list(aligned_tables(lines)) == []


WORD = st.sampled_from(["Rà", "soát", "văn", "bản", "của", "huyện", "Thử", "báo", "cáo", "Phòng", "Nội", "vụ"])
CELL = st.lists(WORD, min_size=1, max_size=9).map(" ".join)
TABLE = st.lists(st.tuples(CELL, CELL, CELL, CELL), min_size=2, max_size=6)


@given(TABLE)
def test_a_table_of_full_rows_is_read_back_as_it_was_drawn(cells: list[tuple[str, str, str, str]]) -> None:
    rows = [(str(number), *row) for number, row in enumerate(cells, start=1)]
    assert told(only(drawn((HEADER, *rows)))) == [HEADER, *rows]


@given(st.lists(st.text(alphabet=st.sampled_from("TI1. aáđ-%\t("), max_size=60), max_size=30))
def test_any_lines_are_read_without_a_fault_and_no_line_stands_in_two_tables(lines: list[str]) -> None:
    tables = list(aligned_tables(lines))
    spans = [number for table in tables for number in range(table.lines.first, table.lines.last + 1)]
    assert len(spans) == len(set(spans))
    assert all(len(row) == len(table.rows[0]) for table in tables for row in table.rows)


def test_a_text_file_with_such_a_table_has_it() -> None:
    read = read_text("\n".join(drawn((HEADER, *ROWS))).encode(), "mau.txt")
    assert [told(table) for table in read.tables] == [[HEADER, *ROWS]]


def test_numbers_may_stand_beside_the_middle_of_their_rows() -> None:
    lines = [
        "TT   Chỉ tiêu                          Đơn vị   Mức     Cơ quan theo dõi",
        " I Cải cách thể chế",
        "     Tỷ lệ văn bản của huyện Thử                        Phòng Tư pháp",
        " 1   được ban hành đúng                %        100     huyện Thử",
        "     trình tự",
        "     Tỷ lệ văn bản được",
        " 2                                     %        90      Phòng Tư pháp",
        "     rà soát",
        " 3   Số cuộc kiểm tra                  Cuộc     12      Thanh tra",
        "IV. TỔ CHỨC THỰC HIỆN",
        "1. Các phòng, ban của huyện Thử xây dựng kế hoạch của đơn vị mình, gửi về Phòng Nội vụ.",
    ]
    assert told(only(lines))[1:] == [
        ("I", "Cải cách thể chế", "", "", ""),
        ("1", "Tỷ lệ văn bản của huyện Thử được ban hành đúng trình tự", "%", "100", "Phòng Tư pháp huyện Thử"),
        ("2", "Tỷ lệ văn bản được rà soát", "%", "90", "Phòng Tư pháp"),
        ("3", "Số cuộc kiểm tra", "Cuộc", "12", "Thanh tra"),
    ]
