from __future__ import annotations

import pytest

from cascade.documents.document import Document
from cascade.documents.docx import read_docx
from cascade.documents.fault import DocumentError
from cascade.model.plan import Lines
from tests.documents.word import (
    DOWN,
    ON,
    SPAN,
    cell,
    definition,
    docx,
    item,
    level,
    listed,
    para,
    part,
    row,
    run,
    table,
)


def read(data: bytes) -> Document:
    return read_docx(data, "mẫu.docx")


def texts(data: bytes) -> list[str]:
    return [line.text for line in read(data).lines]


def fails(data: bytes, code: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read(data)
    assert caught.value.code == code
    assert caught.value.message("vi")
    assert caught.value.message("en")


class TestParagraphs:
    def test_one_paragraph_is_one_line_and_a_break_begins_another(self) -> None:
        broken = "<w:r><w:t>ỦY BAN NHÂN DÂN</w:t><w:br/><w:t>XÃ MẪU</w:t></w:r>"
        assert texts(docx(para("KẾ HOẠCH") + para() + para(broken))) == [
            "KẾ HOẠCH",
            "",
            "ỦY BAN NHÂN DÂN",
            "XÃ MẪU",
        ]

    def test_text_is_in_nfc_with_plain_spaces(self) -> None:
        parts = (
            "<w:r><w:t>Số:\u00a0</w:t><w:tab/><w:t>12</w:t><w:noBreakHyphen/><w:t>A\u200b</w:t><w:softHyphen/></w:r>"
        )
        assert texts(
            docx(
                para("Huye\u0323\u0302n Thử"),
            )
        ) == ["Huyện Thử"]
        assert texts(docx(para(parts))) == ["Số:  12-A"]

    def test_changes_are_read_as_accepted(self) -> None:
        body = para(
            "Đạt ",
            '<w:del w:id="1"><w:r><w:delText>70</w:delText></w:r></w:del>',
            '<w:ins w:id="2"><w:r><w:t>90</w:t></w:r></w:ins>',
            '<w:moveFrom w:id="3"><w:r><w:t>cũ</w:t></w:r></w:moveFrom>',
            '<w:moveTo w:id="4"><w:r><w:t>%</w:t></w:r></w:moveTo>',
        )
        document = read(docx(body))
        assert [line.text for line in document.lines] == ["Đạt 90%"]
        assert document.notes == ("tracked-changes",)

    def test_a_deleted_paragraph_mark_joins_what_it_divided(self) -> None:
        deleted = para("Xã", properties='<w:rPr><w:del w:id="1"/></w:rPr>')
        assert texts(docx(deleted + para(" Mẫu"))) == ["Xã Mẫu"]

    def test_a_deleted_row_is_gone(self) -> None:
        rows = row("a", "b"), row("c", "d", look='<w:del w:id="1"/>'), row("e", "f")
        assert texts(docx(table(*rows))) == ["a", "b", "e", "f"]

    def test_hidden_text_is_left_out_whether_a_run_or_its_style_hides_it(self) -> None:
        styles = '<w:style w:type="character" w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style>'
        body = para("a", run("b", "<w:vanish/>"), run("c", '<w:rStyle w:val="An"/>'), run("d", '<w:vanish w:val="0"/>'))
        assert texts(docx(body, styles=styles)) == ["ad"]

    def test_of_a_field_only_the_result_is_read(self) -> None:
        def mark(kind: str) -> str:
            return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

        instruction = "<w:r><w:instrText>DATE</w:instrText></w:r>"
        body = para(
            "ngày ", mark("begin"), instruction, run("x"), mark("separate"), run("01/02/2026"), mark("end"), "."
        )
        assert texts(docx(body)) == ["ngày 01/02/2026."]

    def test_symbols_of_the_symbol_font_keep_their_meaning(self) -> None:
        sign = '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>'
        other = '<w:r><w:sym w:font="Wingdings" w:char="F0B3"/></w:r>'
        assert texts(docx(para("tỷ lệ ", sign, other, " 90%"))) == ["tỷ lệ ≥ 90%"]

    def test_content_controls_and_links_are_read_and_their_hints_are_not(self) -> None:
        control = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('Mẫu')}</w:sdtContent></w:sdt>"
        hint = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Bấm')}</w:sdtContent></w:sdt>"
        link = f"<w:hyperlink>{run(' và Thử')}</w:hyperlink>"
        block = f"<w:sdt><w:sdtPr/><w:sdtContent>{para('Điều 1')}</w:sdtContent></w:sdt>"
        assert texts(docx(para("xã ", control, hint, link) + block)) == ["xã Mẫu và Thử", "Điều 1"]

    def test_a_text_box_is_read_once_after_its_paragraph(self) -> None:
        inside = f"<w:txbxContent>{para('HỎA TỐC')}{para()}</w:txbxContent>"
        box = (
            f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{inside}</wps:txbx>'
            f"</wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape>"
            "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
        assert texts(docx(para("KẾ HOẠCH", box) + para("sau"))) == ["KẾ HOẠCH", "HỎA TỐC", "sau"]

    def test_old_fonts_are_turned_into_unicode(self) -> None:
        old = '<w:rFonts w:ascii=".VnTime"/>'
        capital = '<w:rFonts w:ascii=".VnTimeH"/>'
        vni = '<w:rFonts w:ascii="VNI-Times"/>'
        body = (
            para(run("kÕ ho¹ch c¶i c¸ch hµnh chÝnh", old))
            + para(run("huyÖn thö", capital))
            + para(run("xa", vni), run("õ Maãu ", vni), run("và Thử"))
        )
        document = read(docx(body))
        assert [line.text for line in document.lines] == ["kế hoạch cải cách hành chính", "HUYỆN THỬ", "xã Mẫu và Thử"]
        assert document.notes == ("tcvn3", "vni")

    def test_an_old_font_over_text_in_unicode_changes_nothing(self) -> None:
        body = para(run("và các xã đã có kế hoạch", '<w:rFonts w:ascii=".VnTime"/>'))
        assert texts(docx(body)) == ["và các xã đã có kế hoạch"]


class TestTables:
    def test_a_merged_cell_is_the_same_object_in_every_place(self) -> None:
        document = read(
            docx(
                para("trước")
                + table(
                    row(cell("STT", look=DOWN), cell("Chỉ tiêu", look=SPAN.format(2))),
                    row(cell(look=ON), "Năm 2026", "Năm 2030"),
                    row("1", cell("90%", "95%"), ""),
                )
                + para("sau")
            )
        )
        found = document.tables[0].rows
        assert [[one.text for one in line] for line in found] == [
            ["STT", "Chỉ tiêu", "Chỉ tiêu"],
            ["STT", "Năm 2026", "Năm 2030"],
            ["1", "90%\n95%", ""],
        ]
        assert found[0][0] is found[1][0]
        assert found[0][1] is found[0][2]
        assert found[2][1].lines == Lines(7, 8)
        assert found[2][2].lines is None
        assert document.tables[0].lines == Lines(2, 8)
        assert document.lines[8].text == "sau"

    def test_every_cell_says_the_lines_that_hold_it(self) -> None:
        document = read(docx(table(row("a", cell("b", "c")), row("d", "e")) + table(row("f", "g"))))
        assert len(document.tables) == 2
        for one in document.tables:
            for found in {id(c): c for line in one.rows for c in line}.values():
                assert found.lines is not None
                held = document.lines[found.lines.first - 1 : found.lines.last]
                assert found.text == "\n".join(line.text for line in held)

    def test_grid_before_and_short_rows_leave_empty_cells(self) -> None:
        rows = read(docx(table(row("a", "b", "c"), row("d", look='<w:gridBefore w:val="1"/>')))).tables[0].rows
        assert [[one.text for one in line] for line in rows] == [["a", "b", "c"], ["", "d", ""]]

    def test_a_repeated_heading_is_there_once(self) -> None:
        heading = row("Nhiệm vụ", "Cơ quan", look="<w:tblHeader/>")
        document = read(docx(table(heading, row("x", "y"), heading, row("z", "t"))))
        assert [line[0].text for line in document.tables[0].rows] == ["Nhiệm vụ", "x", "z"]
        assert [line.text for line in document.lines].count("Nhiệm vụ") == 1

    def test_a_table_in_a_cell_is_lines_of_the_cell(self) -> None:
        inner = table(row("một", "10%"), row("hai", "20%"))
        document = read(docx(table(row(cell("Trong đó:", inner, para()), "Xã Mẫu"))))
        assert len(document.tables) == 1
        assert document.tables[0].rows[0][0].text == "Trong đó:\nmột 10%\nhai 20%"

    def test_a_frame_around_everything_is_no_table(self) -> None:
        document = read(docx(table(row(cell("KẾ HOẠCH", table(row("a", "b")), para())))))
        assert [one.lines for one in document.tables] == [Lines(2, 3)]

    def test_numbers_of_rows_are_counted(self) -> None:
        numbering = definition(1, level(0, "decimal", "%1")) + listed(1, 1)
        rows = [row(cell(item("")), "x"), row(cell(item("")), "y")]
        found = read(docx(table(*rows), numbering=numbering)).tables[0].rows
        assert [line[0].text for line in found] == ["1", "2"]

    def test_a_span_without_end_is_cut(self) -> None:
        assert len(read(docx(table(row(cell("a", look=SPAN.format(99999999)))) + para("b"))).tables[0].rows[0]) <= 200


class TestParts:
    def test_macros_are_noted(self) -> None:
        assert read(docx(para("x"), more={"word/vbaProject.bin": b"x"})).notes == ("macros",)

    def test_headers_notes_and_comments_are_left_out(self) -> None:
        more = {f"word/{name}.xml": part(name, para("thừa")).encode() for name in ("header1", "footnotes", "comments")}
        assert texts(docx(para("x"), more=more)) == ["x"]
