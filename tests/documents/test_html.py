from __future__ import annotations

import time

import pytest

from cascade.documents.document import Document
from cascade.documents.fault import DocumentError
from cascade.documents.html import read_html
from cascade.model.plan import Lines


def read(text: str) -> Document:
    return read_html(text.encode(), "mẫu.html")


def texts(text: str) -> list[str]:
    return [line.text for line in read(text).lines]


def test_blocks_and_breaks_are_lines_and_inline_marks_are_not() -> None:
    page = (
        "<!doctype html><html><head><title>x</title></head><body>"
        "<h1>KẾ  HOẠCH</h1><p>Xã\n <b>M</b>ẫu<br>năm 2026</p>rời"
    )
    assert texts(page) == ["KẾ HOẠCH", "Xã Mẫu", "năm 2026", "rời"]


def test_what_is_not_seen_is_left_out() -> None:
    page = (
        "<p>a<script>s</script><style>s</style><!-- c --><span style='display: none'>h</span><i hidden>h</i>"
        "<del>70</del><ins>90</ins>%</p><template>t</template><div style='mso-element:header'>đầu trang</div>"
    )
    assert texts(page) == ["a90%"]


def test_lists_have_their_real_numbers() -> None:
    page = (
        "<ol start=3><li>a<ul><li>b<li>+ c</ul><li value=9>d<li>e</ol><ol type=I><li>f</ol>"
        "<ol reversed><li>g<li>h</ol>"
        "<ul style='list-style: none'><li>i</ul><ol style='list-style-type:lower-alpha'><li>k</ol>"
    )
    assert texts(page) == ["3. a", "- b", "+ c", "9. d", "10. e", "I. f", "2. g", "1. h", "i", "a. k"]


def test_spans_are_one_cell_in_every_place() -> None:
    page = (
        "<table><tbody><tr><td>1<td>a<p>b<tr><td colspan=2></tbody>"
        "<thead><tr><th rowspan=2>STT<th>Việc<tr><th>Tên</thead></table>"
    )
    document = read(page)
    (table,) = document.tables
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["STT", "Việc"],
        ["STT", "Tên"],
        ["1", "a\nb"],
        ["", ""],
    ]
    assert table.rows[0][0] is table.rows[1][0]
    assert table.rows[2][1].lines == Lines(5, 6)


def test_a_row_span_of_nothing_reaches_to_the_end() -> None:
    rows = read("<table><tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d</table>").tables[0].rows
    assert [row[0].text for row in rows] == ["a", "a", "a"]


def test_tables_that_only_lay_out_are_no_tables() -> None:
    document = read("<table><tr><td>menu<td><p>đoạn<table><tr><td>a<td>b</table></table>")
    assert [line.text for line in document.lines] == ["menu", "đoạn", "a", "b"]
    assert [table.lines for table in document.tables] == [Lines(3, 4)]


def test_entities_are_letters_and_none_is_expanded() -> None:
    page = '<!DOCTYPE html [<!ENTITY a "nổ">]><p>Huy&#7879;n&nbsp;Th&#x1EED; &a;</p>'
    assert texts(page)[-1].startswith("Huyện Thử")
    assert "nổ" not in texts(page)[-1]


@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "cp1258"])
def test_the_encoding_is_found_by_evidence(codec: str) -> None:
    page = "<html><meta charset=iso-8859-1><body><p>co\u0302ng ta\u0301c ca\u0309i ca\u0301ch ha\u0300nh chi\u0301nh"
    data = page.replace("o\u0302", "ô").encode(codec)
    assert [line.text for line in read_html(data, "x").lines] == ["công tác cải cách hành chính"]


def test_an_archive_is_the_page_in_it() -> None:
    head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=X\r\n\r\n--X\r\nContent-Type: text/html\r\n"
    archive = head + "Content-Transfer-Encoding: quoted-printable\r\n\r\n<p>x=C3=A3 M=E1=BA=ABu</p>\r\n--X--\r\n"
    assert texts(archive) == ["xã Mẫu"]


@pytest.mark.parametrize("page", ["<div>" * 50_000 + "x", "<table>" + "<tr><td rowspan=65000 colspan=900>x" * 40_000])
def test_pages_that_attack_are_refused_soon(page: str) -> None:
    begun = time.process_time()
    with pytest.raises(DocumentError) as caught:
        read(page)
    assert caught.value.code == "bomb"
    assert time.process_time() - begun < 10
