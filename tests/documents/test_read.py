from __future__ import annotations

import hashlib
import os
import shutil
import string
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cascade.documents import office, read
from cascade.documents.docx import read_docx
from cascade.documents.fault import NOTES, PROBLEMS, DocumentError
from cascade.documents.read import DOCUMENT_SUFFIXES, kind_of, read_document
from tests.documents.word import cell, docx, packed, para, row, table

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
    assert set(document.notes) <= set(NOTES)


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


def test_a_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "MAX_BYTES", 1024 * 1024)
    assert code_of(put(tmp_path, "a.txt", b"a" * (1024 * 1024 + 1))) == "too-large"


def test_a_missing_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lxml", None)
    monkeypatch.delitem(sys.modules, "cascade.documents.html", raising=False)
    with pytest.raises(DocumentError) as caught:
        read_document(put(tmp_path, "a.html", b"<html><p>x"))
    assert caught.value.code == "needs-extra"
    assert "lxml" in caught.value.message("vi")


def test_every_word_can_be_said() -> None:
    for words in (*PROBLEMS.values(), *NOTES.values()):
        named = [{name for _, name, _, _ in string.Formatter().parse(text) if name} for text in (words.vi, words.en)]
        assert named[0] == named[1]
        assert words.vi != words.en


def test_suffixes() -> None:
    assert {".txt", ".md", ".html", ".docx", ".doc", ".odt", ".rtf", ".pdf", ".png", ".tif"} <= DOCUMENT_SUFFIXES
    assert all(suffix == suffix.lower() for suffix in DOCUMENT_SUFFIXES)


@given(st.binary(max_size=200))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_have_a_kind_or_are_refused(data: bytes) -> None:
    try:
        kind = kind_of(data)
    except DocumentError as error:
        kind = error.code
    assert kind in ("text", "html", "docx", "office", "pdf", "image", *PROBLEMS)


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


RTF = rb"{\rtf1\ansi\ansicpg1252 K\u7871 ? ho\u7841 ?ch x\u227 ? M\u7851 ?u\par}"


class TestOffice:
    def test_without_libreoffice_the_command_is_named(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(shutil, "which", lambda _: None)
        with pytest.raises(DocumentError) as caught:
            read_document(put(tmp_path, "a.rtf", RTF))
        assert caught.value.code == "needs-office"
        assert "libreoffice" in caught.value.message("vi")

    def test_a_locked_document_is_told(self, tmp_path: Path) -> None:
        header = b"\xec\xa5" + bytes(8) + b"\x00\x01" + bytes(500)
        assert code_of(put(tmp_path, "a.doc", OLE + header + "WordDocument".encode("utf-16-le"))) == "encrypted"
        locked = {
            "mimetype": b"application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": b"<manifest:encryption-data/>",
        }
        assert code_of(put(tmp_path, "a.odt", packed(locked))) == "encrypted"

    def test_a_program_that_hangs_is_ended(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        script = put(tmp_path, "soffice", b"#!/bin/sh\nsleep 60\n")
        script.chmod(0o755)
        monkeypatch.setattr(shutil, "which", lambda _: str(script))
        monkeypatch.setattr(office, "SECONDS", 0.2)
        assert code_of(put(tmp_path, "a.rtf", RTF)) == "office-timeout"

    def test_a_program_that_makes_nothing_failed(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        script = put(tmp_path, "soffice", b"#!/bin/sh\nexit 0\n")
        script.chmod(0o755)
        monkeypatch.setattr(shutil, "which", lambda _: str(script))
        assert code_of(put(tmp_path, "a.rtf", RTF)) == "office-failed"

    @pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
    def test_rich_text_is_read(self, tmp_path: Path) -> None:
        document = read_document(put(tmp_path, "a.rtf", RTF))
        assert document.form == "office"
        assert document.lines[0].text == "Kế hoạch xã Mẫu"
        assert document.sha256 == hashlib.sha256(RTF).hexdigest()
