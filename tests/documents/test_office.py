"""Formats that LibreOffice converts."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from cascade.documents import office
from cascade.documents.fault import DocumentError
from cascade.documents.read import read_document
from tests.documents.test_read import OLE, code_of, put
from tests.documents.word import packed

RTF = rb"{\rtf1\ansi\ansicpg1252 K\u7871 ? ho\u7841 ?ch x\u227 ? M\u7851 ?u\par}"


def test_without_libreoffice_the_command_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(DocumentError) as caught:
        read_document(put(tmp_path, "a.rtf", RTF))
    assert caught.value.code == "needs-office"
    assert "libreoffice" in caught.value.message("vi")


def test_a_locked_document_is_told(tmp_path: Path) -> None:
    header = b"\xec\xa5" + bytes(8) + b"\x00\x01" + bytes(500)
    assert code_of(put(tmp_path, "a.doc", OLE + header + "WordDocument".encode("utf-16-le"))) == "encrypted"
    locked = {
        "mimetype": b"application/vnd.oasis.opendocument.text",
        "META-INF/manifest.xml": b"<manifest:encryption-data/>",
    }
    assert code_of(put(tmp_path, "a.odt", packed(locked))) == "encrypted"


def test_a_program_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = put(tmp_path, "soffice", b"#!/bin/sh\nsleep 60\n")
    script.chmod(0o755)
    monkeypatch.setattr(shutil, "which", lambda _: str(script))
    monkeypatch.setattr(office, "SECONDS", 0.2)
    assert code_of(put(tmp_path, "a.rtf", RTF)) == "office-timeout"


def test_a_program_that_makes_nothing_failed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = put(tmp_path, "soffice", b"#!/bin/sh\nexit 0\n")
    script.chmod(0o755)
    monkeypatch.setattr(shutil, "which", lambda _: str(script))
    assert code_of(put(tmp_path, "a.rtf", RTF)) == "office-failed"


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_rich_text_is_read(tmp_path: Path) -> None:
    document = read_document(put(tmp_path, "a.rtf", RTF))
    assert document.form == "office"
    assert document.lines[0].text == "Kế hoạch xã Mẫu"
    assert document.sha256 == hashlib.sha256(RTF).hexdigest()
