from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cascade.documents.docx import read_docx
from cascade.documents.fault import PROBLEMS, DocumentError
from cascade.documents.formats import FORMATS
from cascade.documents.read import kind_of, read_document
from cascade.model.doubt import DOUBTS
from cascade.model.limits import Limits
from tests.documents.word import cell, docx, packed, para, row, table
from tests.support import limited

PLAN = "KẾ HOẠCH\nCải cách hành chính xã Mẫu năm 2026\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def code_of(path: Path) -> str:
    with pytest.raises(DocumentError) as caught:
        read_document(path)
    for lang in ("vi", "en"):
        assert "{" not in caught.value.message(lang)
    return caught.value.code


@pytest.mark.parametrize(
    ("name", "data", "form"),
    [
        ("a.txt", PLAN.encode(), "text"),
        ("a.md", PLAN.encode(), "markdown"),
        ("a.html", f"<html><p>{PLAN}".encode(), "html"),
        ("a.docx", docx(para("xã Mẫu")), "docx"),
    ],
)
def test_each_format_by_its_content(tmp_path: Path, name: str, data: bytes, form: str) -> None:
    document = read_document(put(tmp_path, name, data))
    assert (document.form, document.name, document.notes) == (form, name, ())
    assert document.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("name", "data", "form"),
    [
        ("a.pdf", PLAN.encode(), "text"),
        ("a.doc", f"<html><body>{PLAN}".encode("utf-16"), "html"),
        ("a.txt", docx(para("xã Mẫu")), "docx"),
    ],
)
def test_a_wrong_extension_is_noted(tmp_path: Path, name: str, data: bytes, form: str) -> None:
    document = read_document(put(tmp_path, name, data))
    assert document.form == form
    assert "wrong-extension" in document.notes
    assert set(document.notes) <= set(DOUBTS)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n\t\n", "no-text"),
        (docx(para()), "no-text"),
        (b"\x7fELF\0\0\0\0", "not-a-document"),
        (b"GIF89a\0\0", "not-a-document"),
        (bytes(400), "not-a-document"),
        (packed({"xl/workbook.xml": b"x"}), "not-a-document"),
        (packed({"a.txt": b"x"}), "not-a-document"),
        (docx(para("x"))[:-30], "damaged"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (OLE + "Workbook".encode("utf-16-le"), "not-a-document"),
    ],
)
def test_bad_files_say_what_is_wrong(tmp_path: Path, data: bytes, code: str) -> None:
    assert code_of(put(tmp_path, "a.docx", data)) == code


def test_the_lock_of_an_open_document_is_no_document(tmp_path: Path) -> None:
    assert code_of(put(tmp_path, "~$ke-hoach.docx", b"\x06Ng" + bytes(159))) == "not-a-document"


def test_a_file_of_pictures_only(tmp_path: Path) -> None:
    picture = "<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>"
    assert code_of(put(tmp_path, "a.docx", docx(para(picture)))) == "only-pictures"


def test_what_is_no_file(tmp_path: Path) -> None:
    assert code_of(tmp_path / "không có.txt") == "unreadable"
    assert code_of(tmp_path) == "not-a-file"
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "ống.txt")
        assert code_of(tmp_path / "ống.txt") == "not-a-file"
    assert code_of(Path("a\0b")) == "unreadable"


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    with limited(Limits(file_size=1)):
        assert code_of(put(tmp_path, "a.txt", b"a" * (1024 * 1024 + 1))) == "too-large"


@given(st.binary(max_size=200))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_have_a_kind_or_are_refused(data: bytes) -> None:
    try:
        kind = kind_of(data)
    except DocumentError as error:
        kind = error.code
    assert kind in {*FORMATS, *PROBLEMS}


@given(st.integers(0, 100_000), st.integers(0, 255))
@settings(max_examples=60, deadline=None)
def test_a_damaged_docx_is_read_or_refused(at: int, byte: int) -> None:
    data = bytearray(docx(para("xã Mẫu") + table(row("a", cell("b")))))
    data[at % len(data)] = byte
    try:
        kind_of(bytes(data))
        said = read_docx(bytes(data), "a.docx").sha256
    except DocumentError as error:
        said = error.message("vi")
    assert said
