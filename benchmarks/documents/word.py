"""Word documents as raw OOXML: the few parts that administrative plans are made of.

Text carries its own small markup: `**bold**`, `{-deleted-}` and `{+inserted+}` as tracked changes, `¦` where
Word broke one run into two, a newline for a line break within the paragraph.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Literal

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PIECE = re.compile(r"\*\*(?P<bold>.+?)\*\*|\{-(?P<gone>.+?)-\}|\{\+(?P<new>.+?)\+\}", re.DOTALL)
_CHANGED = 'w:id="{id}" w:author="Văn thư" w:date="2026-01-19T08:00:00Z"'
_MOMENT = (2026, 1, 20, 8, 0, 0)

HEADINGS, BULLETS, ROWS, ITEMS, ARTICLES = 1, 2, 3, 4, 5
"""Numbered lists: I. 1. a) headings; dashes; row numbers of a table; 1) items; Điều 1."""

Align = Literal["left", "center", "right", "both"]


def paragraph(text: str, *, number: tuple[int, int] | None = None, align: Align = "both", bold: bool = False) -> str:
    """One paragraph, `number` its list and level."""
    numbered = f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>' if number else ""
    return f'<w:p><w:pPr>{numbered}<w:jc w:val="{align}"/></w:pPr>{_runs(text, bold)}</w:p>'


def _runs(text: str, bold: bool) -> str:
    parts, last = [], 0
    for found in _PIECE.finditer(text):
        parts.append(_run(text[last : found.start()], bold))
        if found["bold"]:
            parts.append(_run(found["bold"], True))
        elif found["gone"]:
            parts.append(f"<w:del {_CHANGED.format(id=901)}>{_run(found['gone'], bold, 'w:delText')}</w:del>")
        else:
            parts.append(f"<w:ins {_CHANGED.format(id=902)}>{_run(found['new'], bold)}</w:ins>")
        last = found.end()
    return "".join(parts) + _run(text[last:], bold)


def _run(text: str, bold: bool, tag: str = "w:t") -> str:
    style = "<w:rPr><w:b/></w:rPr>" if bold else ""
    runs = []
    for piece in text.split("¦"):
        if piece:
            lines = [f'<{tag} xml:space="preserve">{escape(line, quote=False)}</{tag}>' for line in piece.split("\n")]
            runs.append(f"<w:r>{style}{'<w:br/>'.join(lines)}</w:r>")
    return "".join(runs)


@dataclass(frozen=True)
class Cell:
    """A cell: its paragraphs' text, the columns it spans, whether it begins or goes on with a vertical merge."""

    text: str = ""
    span: int = 1
    merge: Literal["", "restart", "continue"] = ""
    bold: bool = False
    align: Align = "left"
    number: tuple[int, int] | None = None

    def xml(self, width: int) -> str:
        """The cell as OOXML; a newline in its text begins another paragraph."""
        span = f'<w:gridSpan w:val="{self.span}"/>' if self.span > 1 else ""
        merge = {"restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>", "": ""}[self.merge]
        body = "".join(
            paragraph(line, number=self.number, align=self.align, bold=self.bold) for line in self.text.split("\n")
        )
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}</w:tcPr>{body}</w:tc>'


def table(rows: Iterable[Sequence[Cell]], widths: Sequence[int], *, ruled: bool = True, heads: int = 1) -> str:
    """A table; its first `heads` rows are repeated on every page."""
    kind = "single" if ruled else "nil"
    sides = "".join(
        f'<w:{side} w:val="{kind}" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = "".join(_row(row, widths, at < heads and ruled) for at, row in enumerate(rows))
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{sides}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>'
    )


def _row(row: Sequence[Cell], widths: Sequence[int], head: bool) -> str:
    cells, at = [], 0
    for cell in row:
        cells.append(cell.xml(sum(widths[at : at + cell.span])))
        at += cell.span
    if at != len(widths):
        raise ValueError(f"{at} of {len(widths)} columns: {row}")
    return f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if head else ''}{''.join(cells)}</w:tr>"


def letterhead(left: Sequence[str], right: Sequence[str]) -> str:
    """The two columns at the head of a document, a table without borders."""
    sides = [[f"**{one}**" if at < 2 else one for at, one in enumerate(side)] for side in (left, right)]
    return table([[Cell("\n".join(side), align="center") for side in sides]], (3600, 5900), ruled=False)


def section(*, landscape: bool = False, last: bool = False) -> str:
    """The end of a section with its page size; every page but the first bears its number at the foot."""
    size = (
        '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' if landscape else '<w:pgSz w:w="11906" w:h="16838"/>'
    )
    sides = 'w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="709" w:footer="709" w:gutter="0"'
    inner = (
        f'<w:sectPr><w:footerReference w:type="default" r:id="rId3"/>{size}<w:pgMar {sides}/><w:titlePg/></w:sectPr>'
    )
    return f"<w:p/>{inner}" if last else f"<w:p><w:pPr>{inner}</w:pPr></w:p>"


def write(path: Path, body: Iterable[str]) -> None:
    """A .docx of `body`, whose last part must be a last section; the same bytes every time."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships({"rId1": ("officeDocument", "word/document.xml")}),
        "word/_rels/document.xml.rels": _relationships(
            {
                "rId1": ("styles", "styles.xml"),
                "rId2": ("numbering", "numbering.xml"),
                "rId3": ("footer", "footer1.xml"),
            }
        ),
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{"".join(body)}</w:body></w:document>',
        "word/styles.xml": _styles(),
        "word/numbering.xml": _numbering(),
        "word/footer1.xml": _footer(),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, (_DECLARATION + content).encode())


def _content_types() -> str:
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{main}.{kind}+xml"/>'
        for name, kind in (
            ("document", "document.main"),
            ("styles", "styles"),
            ("numbering", "numbering"),
            ("footer1", "footer"),
        )
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relationships(targets: dict[str, tuple[str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{target}"/>' for name, (kind, target) in targets.items()
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'
    )


def _styles() -> str:
    return (
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>'
        '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="26"/>'
        '<w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>'
    )


def _numbering() -> str:
    lists = {
        HEADINGS: [("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)")],
        BULLETS: [("bullet", "-"), ("bullet", "+")],
        ROWS: [("decimal", "%1")],
        ITEMS: [("decimal", "%1)")],
        ARTICLES: [("decimal", "Điều %1.")],
    }
    abstracts, numbers = [], []
    for name, levels in lists.items():
        inner = "".join(
            f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{shown}"/>'
            '<w:lvlJc w:val="left"/></w:lvl>'
            for at, (kind, shown) in enumerate(levels)
        )
        abstracts.append(
            f'<w:abstractNum w:abstractNumId="{name}"><w:multiLevelType w:val="multilevel"/>{inner}</w:abstractNum>'
        )
        numbers.append(f'<w:num w:numId="{name}"><w:abstractNumId w:val="{name}"/></w:num>')
    return f'<w:numbering xmlns:w="{W}">{"".join(abstracts)}{"".join(numbers)}</w:numbering>'


def _footer() -> str:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return f'<w:ftr xmlns:w="{W}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr>{field}</w:p></w:ftr>'
