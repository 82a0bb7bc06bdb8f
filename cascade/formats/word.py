"""Word documents as letters of the administration look: A4, its margins, Times New Roman, numbers that count on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

import docx
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX, WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement
from docx.section import Section
from docx.shared import Cm, Length, Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from cascade.formats.packed import WRITTEN, packed
from cascade.reading.reports import MARK, WRITER

FONT = "Times New Roman"
LEFT, CENTRE, JUSTIFIED = (
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)
_BODY = "BodyText"
"""The id of the style "Body Text" in the library's template."""
_BLANK = re.compile(r"(\[[^\]]*\])")
_LEVELS = (("upperRoman", "%1."), ("decimal", "%2."))
_LIST = 71
"""The number of our list's definition; no other of the template has it."""


def new(title: str, lang: str) -> Document:
    """An empty document in the layout of Decree 30/2020/NĐ-CP, annex I."""
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(14)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("w:eastAsia", "w:cs"):
        fonts.set(qn(kind), FONT)
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), "vi-VN" if lang == "vi" else "en-GB")
    style.element.get_or_add_rPr().append(spoken)
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
    _define_body(document)
    _page(document.sections[0])
    _define_list(document)
    about = document.core_properties
    about.title, about.author, about.last_modified_by, about.keywords = title, WRITER, WRITER, MARK
    about.comments, about.created, about.modified = "", WRITTEN, WRITTEN
    return document


def finished(document: Document) -> bytes:
    """The document as bytes, the same whenever it is made."""
    out = BytesIO()
    document.save(out)
    return packed(out.getvalue())


def _define_body(document: Document) -> None:
    """The style of the letter's body, so that whoever edits changes it once."""
    form = document.styles["Body Text"].paragraph_format
    form.alignment, form.first_line_indent = JUSTIFIED, Cm(1.27)
    form.space_before = form.space_after = Pt(3)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.MULTIPLE, 1.1


def _page(section: Section) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    header = section.header.paragraphs[0]
    header.alignment = CENTRE
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        run = header.add_run()
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = text
        run._r.append(mark)
    numbers = OxmlElement("w:pgNumType")
    numbers.set(qn("w:start"), "1")
    section._sectPr.append(numbers)


def next_letter(document: Document) -> None:
    """Begin a new page with page numbers of its own."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.header.is_linked_to_previous = True


def _define_list(document: Document) -> None:
    numbering = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="space"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="720"/></w:pPr>'
        f"<w:rPr><w:b/></w:rPr></w:lvl>"
        for place, (form, text) in enumerate(_LEVELS)
    )
    xml = (
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{_LIST}"><w:multiLevelType w:val="multilevel"/>'
        f"{levels}</w:abstractNum>"
    )
    first = next(iter(numbering.findall(qn("w:num"))), None)
    made = parse_xml(xml)
    if first is None:
        numbering.append(made)
    else:
        first.addprevious(made)


def new_list(document: Document) -> int:
    """Numbers that begin anew: the id of their list."""
    num = document.part.numbering_part.numbering_definitions._numbering.add_num(_LIST)
    for level in range(len(_LEVELS)):
        num.add_lvlOverride(ilvl=level).add_startOverride(1)
    return int(num.numId)


def numbered(paragraph: Paragraph, list_id: int, level: int) -> None:
    """Number a paragraph: level 0 with I., 1 with 1."""
    properties: Any = paragraph._p.get_or_add_pPr()
    listed = properties.get_or_add_numPr()
    listed.get_or_add_ilvl().val = level
    listed.get_or_add_numId().val = list_id


def say(
    paragraph: Paragraph,
    text: str,
    *,
    size: float | None = None,
    bold: bool | None = None,
    italic: bool | None = None,
    **facts: str,
) -> list[Run]:
    """Words of ours in a paragraph, filled with `facts`; what is in square brackets is marked as to be filled in."""
    runs = []
    for place, part in enumerate(_BLANK.split(text)):
        if not part:
            continue
        run = paragraph.add_run(part.format_map(facts) if facts else part)
        run.bold, run.italic = bold, italic
        if size is not None:
            run.font.size = Pt(size)
        if place % 2:
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW
        runs.append(run)
    return runs


def quote(paragraph: Paragraph, text: str, *, size: float | None = None, bold: bool | None = None) -> Run:
    """Words that may come from a plan, as they are."""
    run = paragraph.add_run(text)
    run.bold = bold
    if size is not None:
        run.font.size = Pt(size)
    return run


def body(document: Document, alignment: WD_ALIGN_PARAGRAPH = JUSTIFIED) -> Paragraph:
    """A paragraph of the letter's body; the library would look for the end of the body from its beginning."""
    element: Any = OxmlElement("w:p")
    document.element.body[-1].addprevious(element)
    element.style = _BODY
    paragraph = Paragraph(element, document._body)
    if alignment != JUSTIFIED:
        paragraph.alignment = alignment
        paragraph.paragraph_format.first_line_indent = Pt(0)
    return paragraph


def columns(document: Document, widths: Iterable[Length]) -> tuple[_Cell, ...]:
    """A row of cells without lines, as letterheads and signatures stand in."""
    wide = tuple(widths)
    table: Table = document.add_table(rows=1, cols=len(wide))
    table.autofit = False
    properties = table._tbl.tblPr
    margins = parse_xml(
        f'<w:tblCellMar {nsdecls("w")}><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
    )
    properties.append(margins)
    cells = tuple(table.rows[0].cells)
    for cell, column, width in zip(cells, table.columns, wide, strict=True):
        cell.width = column.width = width
    return cells


def line_below(cell: _Cell, length: float) -> None:
    """A thin line of `length` millimetres in the middle of a cell, under what stands in it."""
    paragraph = cell.add_paragraph()
    form = paragraph.paragraph_format
    side = max(int(cell.width or 0) - Mm(length), 0) // 2
    form.left_indent = form.right_indent = side
    form.line_spacing = Pt(3)
    border = parse_xml(f'<w:pBdr {nsdecls("w")}><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>')
    paragraph._p.get_or_add_pPr().insert_element_before(
        border, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def line(cell: _Cell, *, first: bool = False, alignment: WD_ALIGN_PARAGRAPH = CENTRE) -> Paragraph:
    """A line of a cell; `first`: the one that it was made with."""
    paragraph: Paragraph = cell.paragraphs[0] if first else cell.add_paragraph()
    paragraph.alignment = alignment
    return paragraph


class Margin:
    """The comments of a document. The library looks through all of them for the next number: here it is counted, and
    no comment says when it was made."""

    def __init__(self, document: Document) -> None:
        self._comments = document.part._comments_part.element
        self._next = max((int(one.get(qn("w:id"), -1)) for one in self._comments), default=-1) + 1

    def comment(self, runs: list[Run], text: str) -> None:
        """A remark in the margin at some words, each line of it a paragraph."""
        paragraphs = "".join(_COMMENTED.format(escape(part)) for part in text.split("\n"))
        facts = f'w:id="{self._next}" w:author="{WRITER}" w:initials="C"'
        self._comments.append(parse_xml(f"<w:comment {nsdecls('w')} {facts}>{paragraphs}</w:comment>"))
        runs[0].mark_comment_range(runs[-1], self._next)
        self._next += 1


_COMMENTED = '<w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr><w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p>'
