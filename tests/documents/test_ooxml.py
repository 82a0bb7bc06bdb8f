"""The package of a Word document."""

from __future__ import annotations

import time

import pytest

from cascade.documents.docx import read_docx
from cascade.documents.fault import DocumentError
from tests.documents.word import docx, packed, para, part


def texts(data: bytes) -> list[str]:
    return [line.text for line in read_docx(data, "mẫu.docx").lines]


def fails(data: bytes, code: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read_docx(data, "mẫu.docx")
    assert caught.value.code == code
    assert caught.value.message("vi")
    assert caught.value.message("en")


def test_cut_short() -> None:
    fails(docx(para("x"))[:-40], "damaged")


def test_one_byte_changed_inside() -> None:
    data = bytearray(packed({"word/document.xml": part("document", "<w:body/>").encode() * 1}))
    data[60] ^= 0xFF
    fails(bytes(data), "damaged")


def test_no_main_part() -> None:
    fails(packed({"[Content_Types].xml": b"<Types/>"}), "not-docx")


def test_broken_xml() -> None:
    fails(packed({"word/document.xml": b"<w:document"}), "damaged")


def test_entities_are_refused() -> None:
    lol = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    fails(packed({"word/document.xml": lol + part("document", "<w:body/>").partition("?>")[2].encode()}), "damaged")


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    data = packed({"word/document.xml": b" " * 30_000_000})
    begun = time.process_time()
    fails(data, "bomb")
    assert time.process_time() - begun < 2


def test_deep_nesting_is_refused() -> None:
    fails(docx("<w:sdt>" * 5000 + "</w:sdt>" * 5000), "damaged")


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
