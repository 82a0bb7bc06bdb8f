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


MENU = (
    "<ul>" + "".join(f"<li><a href='/{name}'>{name}</a></li>" for name in ("Trang chủ", "Văn bản", "Liên hệ")) + "</ul>"
)
PLAN = "<div id=content><p>KẾ HOẠCH</p><p>1. Rà soát văn bản theo <a href='/vb'>Quyết định số 1/QĐ-UBND</a>.</p></div>"


@pytest.mark.parametrize(
    "beside",
    [
        MENU,
        "<p><a href='/a'>Trang chủ</a> | <a href='/b'>Tin tức</a> » <a href='/c'>Văn bản</a></p>",
        "<nav>Trang chủ</nav>",
        "<footer>Bản quyền</footer>",
        "<div class='block-related'><h4>Tin liên quan</h4></div>",
        "<div id=breadcrumb>Trang chủ » Văn bản</div>",
        "<div role=navigation>Trang chủ</div>",
        "<table><tr><td class=sidebar>Tin<td><table><tr><td>a</table></table>".replace("<td>a", "<td>KẾ HOẠCH"),
    ],
)
def test_what_a_portal_puts_beside_a_plan_is_left_out(beside: str) -> None:
    found = texts(f"<html><body>{beside}{PLAN}</body></html>")
    assert found[-2:] == ["KẾ HOẠCH", "1. Rà soát văn bản theo Quyết định số 1/QĐ-UBND."]
    assert set(found) <= set(found[-2:])


def test_a_plan_stays_whatever_the_name_of_what_holds_it() -> None:
    assert texts(f"<div class=menu>{PLAN}</div>") == texts(PLAN)


def test_two_links_and_links_that_end_as_an_item_are_no_menu() -> None:
    assert texts("<p><a href='/a'>Tải về</a></p><p><a href='/b'>Phụ lục</a></p><p>x</p>") == ["Tải về", "Phụ lục", "x"]
    cited = [f"<p><a href='/{n}'>Căn cứ Luật số {n}/2025/QH15;</a></p>" for n in range(1, 5)]
    assert len(texts("".join(cited))) == 4


def test_the_properties_of_a_document_are_a_table() -> None:
    for page in (
        "<dl><dt>Số ký hiệu<dd>12/KH-UBND<dt>Ngày ban hành<dd>05/01/2026<dd>(đã ký)</dl>",
        "<dl><dt>Số ký hiệu<dd><dl><dt>12/KH-UBND</dl><dt>Ngày ban hành<dd>05/01/2026<p>(đã ký)</dl>",
        "<table><tr><td>Số ký hiệu<td>12/KH-UBND<tr><td>Ngày ban hành<td>05/01/2026<p>(đã ký)</table>",
    ):
        (table,) = read(page).tables
        assert [[cell.text for cell in row] for row in table.rows] == [
            ["Số ký hiệu", "12/KH-UBND"],
            ["Ngày ban hành", "05/01/2026\n(đã ký)"],
        ]


def test_a_table_of_tasks_with_a_table_in_a_cell_is_a_table() -> None:
    rows = "".join(f"<tr><td>{n}<td>Việc {n}<td>Xã Mẫu" for n in range(1, 4))
    (table,) = read(
        f"<table><tr><td>TT<td>Việc<td>Ai{rows}<tr><td>4<td><table><tr><td>a<td>b</table><td>Ai</table>"
    ).tables
    assert [cell.text for cell in table.rows[4]] == ["4", "a b", "Ai"]
