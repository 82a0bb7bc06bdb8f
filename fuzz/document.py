"""The readers of documents: text, web page, Word and PDF, by what the bytes are."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from cascade.documents.docx import read_docx
from cascade.documents.fault import DocumentError
from cascade.documents.html import read_html
from cascade.documents.pdf import read_pdf
from cascade.documents.read import kind_of
from cascade.documents.text import read_text
from tests.cli.documents import COMMUNE
from tests.support import ROOT

READERS = {"text": read_text, "html": read_html, "pdf": read_pdf, "docx": read_docx}
WORD = (
    b"W"  # an input that begins so is the main part of a Word document, which is packed here: a zip mends no mutation
)
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PARTS = (
    "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>",
    "<w:p><w:r><w:rPr><w:rFonts w:ascii='.VnTime'/><w:vanish/></w:rPr><w:t>KÕ ho¹ch</w:t><w:tab/></w:r></w:p>",
    "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>",
    "<w:p><w:del><w:r><w:delText>x</w:delText></w:r></w:del><w:ins><w:r><w:t>y</w:t></w:r></w:ins></w:p>",
    "<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>PAGE</w:instrText></w:r></w:p>",
)


def seeds() -> Iterator[bytes]:
    """Small documents of each kind."""
    yield COMMUNE.encode()
    yield from (WORD + f"<w:document {_W}><w:body>{part}</w:body></w:document>".encode() for part in PARTS)
    yield from ((path).read_bytes() for path in sorted((ROOT / "tests" / "documents" / "files").glob("*.html")))
    yield b"<html><body><table><tr><td rowspan=2 colspan=3>a<td>b</table><ol type=i start=4><li>c</ol></body></html>"
    yield b"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<p>a</p>"
    yield _page()


def one(data: bytes) -> None:
    """A document whose tables stand on its lines, or one clear refusal."""
    packed = data.startswith(WORD)
    try:
        kind = "docx" if packed else kind_of(data)
        if kind not in READERS or (kind == "pdf" and b"/Image" in data):
            return  # what is read by other programs costs seconds each
        document = READERS[kind](_package(data[1:]) if packed else data, Path("a").name)
    except DocumentError as error:
        assert error.message("vi")
        assert error.message("en")
        return
    for table in document.tables:
        assert 1 <= table.lines.first <= table.lines.last <= len(document.lines)
    assert not any("\n" in line.text for line in document.lines)


def _package(part: bytes) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("word/document.xml", part)
    return file.getvalue()


def _page() -> bytes:
    """A PDF of one page with a line and a rule."""
    content = b"BT /F1 12 Tf 72 700 Td (Ke hoach 80%) Tj ET 10 10 100 1 re f"
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    body = b"".join(b"%d 0 obj%b endobj\n" % (number, one) for number, one in enumerate(objects, start=1))
    return b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R>>\n%%EOF\n"
