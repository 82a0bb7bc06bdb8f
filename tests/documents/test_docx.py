from __future__ import annotations

import time

import pytest

from cascade.documents.document import Document
from cascade.documents.docx import read_docx
from cascade.documents.fault import DocumentError
from cascade.documents.numbering import written
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
    packed,
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


class TestLists:
    def test_levels_count_and_restart(self) -> None:
        numbering = definition(
            1,
            level(0, "upperRoman", "%1."),
            level(1, "decimal", "%2."),
            level(2, "decimal", "%2.%3."),
            level(3, "lowerLetter", "%4)"),
        ) + listed(1, 1)
        places = (0, 1, 2, 2, 3, 3, 1, 2, 3, 0, 1)
        body = "".join(item("x", level=place) for place in places)
        assert [text.split()[0] for text in texts(docx(body, numbering=numbering))] == [
            "I.", "1.", "1.1.", "1.2.", "a)", "b)", "2.", "2.1.", "a)", "II.", "1.",
        ]  # fmt: skip

    def test_lists_of_one_definition_go_on_unless_one_has_a_start(self) -> None:
        start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
        numbering = definition(1, level(0, "decimal", "%1.")) + listed(1, 1) + listed(2, 1) + listed(3, 1, start)
        body = "".join(item("x", list_id) for list_id in (1, 1, 2, 3, 3, 1))
        assert texts(docx(body, numbering=numbering)) == ["1. x", "2. x", "3. x", "5. x", "6. x", "7. x"]

    def test_a_level_that_never_restarts_counts_on(self) -> None:
        never = level(1, "decimal", "Điều %2.", '<w:lvlRestart w:val="0"/>')
        numbering = definition(1, level(0, "upperRoman", "Chương %1"), never) + listed(1, 1)
        body = "".join(item("x", level=place) for place in (0, 1, 1, 0, 1))
        assert texts(docx(body, numbering=numbering)) == [
            "Chương I x",
            "Điều 1. x",
            "Điều 2. x",
            "Chương II x",
            "Điều 3. x",
        ]

    def test_an_override_replaces_a_level(self) -> None:
        other = f'<w:lvlOverride w:ilvl="0">{level(0, "lowerRoman", "(%1)")}</w:lvlOverride>'
        numbering = definition(1, level(0, "decimal", "%1.")) + listed(1, 1, other)
        assert texts(docx(item("x") + item("y"), numbering=numbering)) == ["(i) x", "(ii) y"]

    def test_legal_numbering_writes_digits(self) -> None:
        numbering = definition(1, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2.", "<w:isLgl/>")) + listed(
            1, 1
        )
        assert texts(docx(item("x") + item("y", level=1), numbering=numbering)) == ["I. x", "1.1. y"]

    def test_bullets_are_dashes_and_a_plus_stays_a_plus(self) -> None:
        numbering = definition(
            1, level(0, "bullet", "\uf0b7"), level(1, "bullet", "+"), level(2, "bullet", "\uf02b")
        ) + listed(1, 1)
        body = item("a") + item("b", level=1) + item("c", level=2) + item("")
        assert texts(docx(body, numbering=numbering)) == ["- a", "+ b", "+ c", ""]

    def test_a_style_numbers_its_paragraphs_at_the_level_tied_to_it(self) -> None:
        numbering = definition(
            1,
            level(0, "decimal", "%1.", '<w:pStyle w:val="Muc"/>'),
            level(1, "lowerLetter", "%2)", '<w:pStyle w:val="Diem"/>'),
        ) + listed(1, 1)
        listing = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        styles = (
            f'<w:style w:type="paragraph" w:styleId="Muc">{listing}</w:style>'
            f'<w:style w:type="paragraph" w:styleId="Diem">{listing}</w:style>'
            '<w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Diem"/></w:style>'
        )

        def styled(name: str, more: str = "") -> str:
            return para("x", properties=f'<w:pStyle w:val="{name}"/>{more}')

        off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
        body = styled("Muc") + styled("Diem") + styled("Con") + styled("Muc", off) + styled("Muc")
        assert texts(docx(body, numbering=numbering, styles=styles)) == ["1. x", "a) x", "b) x", "x", "2. x"]

    def test_styles_based_on_each_other_in_a_ring_end(self) -> None:
        styles = "".join(
            f'<w:style w:type="paragraph" w:styleId="{name}"><w:basedOn w:val="{other}"/></w:style>'
            for name, other in (("A", "B"), ("B", "A"))
        )
        assert texts(docx(para("x", properties='<w:pStyle w:val="A"/>'), styles=styles)) == ["x"]

    @pytest.mark.parametrize(
        ("count", "form", "label"),
        [(1, "lowerLetter", "a"), (27, "lowerLetter", "aa"), (28, "upperLetter", "BB"), (14, "upperRoman", "XIV"),
         (1999, "lowerRoman", "mcmxcix"), (7, "decimalZero", "07"), (0, "upperRoman", "0"), (4, "none", ""),
         (3, "ordinalText", "3")],
    )  # fmt: skip
    def test_number_formats(self, count: int, form: str, label: str) -> None:
        assert written(count, form) == label


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


class TestBadFiles:
    def test_cut_short(self) -> None:
        fails(docx(para("x"))[:-40], "damaged")

    def test_one_byte_changed_inside(self) -> None:
        data = bytearray(packed({"word/document.xml": part("document", "<w:body/>").encode() * 1}))
        data[60] ^= 0xFF
        fails(bytes(data), "damaged")

    def test_no_main_part(self) -> None:
        fails(packed({"[Content_Types].xml": b"<Types/>"}), "not-docx")

    def test_broken_xml(self) -> None:
        fails(packed({"word/document.xml": b"<w:document"}), "damaged")

    def test_entities_are_refused(self) -> None:
        lol = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
        fails(packed({"word/document.xml": lol + part("document", "<w:body/>").partition("?>")[2].encode()}), "damaged")

    def test_a_zip_bomb_is_refused_before_it_is_unpacked(self) -> None:
        data = packed({"word/document.xml": b" " * 30_000_000})
        begun = time.process_time()
        fails(data, "bomb")
        assert time.process_time() - begun < 2

    def test_deep_nesting_is_refused(self) -> None:
        fails(docx("<w:sdt>" * 5000 + "</w:sdt>" * 5000), "damaged")

    def test_macros_are_noted(self) -> None:
        assert read(docx(para("x"), more={"word/vbaProject.bin": b"x"})).notes == ("macros",)

    def test_headers_notes_and_comments_are_left_out(self) -> None:
        more = {f"word/{name}.xml": part(name, para("thừa")).encode() for name in ("header1", "footnotes", "comments")}
        assert texts(docx(para("x"), more=more)) == ["x"]


def test_a_strict_document_is_read() -> None:
    strict = part("document", f"<w:body>{para('xã Mẫu')}</w:body>").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert texts(packed({"word/document.xml": strict.encode()})) == ["xã Mẫu"]


def test_the_main_part_is_where_the_relations_say() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="/word/chinh.xml"/></Relationships>'
    )
    main = part("document", f"<w:body>{para('xã Mẫu')}</w:body>").encode()
    assert texts(packed({"_rels/.rels": relations.encode(), "word/chinh.xml": main})) == ["xã Mẫu"]
