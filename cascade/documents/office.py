"""Formats that LibreOffice reads for us (.doc, .odt, .rtf): converted to .docx, then read as such."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from io import BytesIO

import msgspec

from cascade.documents.document import Document
from cascade.documents.fault import DocumentError
from cascade.documents.program import run, work_folder
from cascade.documents.read import digest

SECONDS = 120
"""How long a conversion may take."""
MAX_CONVERTED = 200 * 1024 * 1024
_PROGRAMS = ("soffice", "libreoffice")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SECTOR = 512
_WORD_MAGIC = b"\xec\xa5"


def read_office(data: bytes, name: str) -> Document:
    """The document in a .doc, .odt or .rtf file.

    Raises DocumentError where it is locked or damaged, or where LibreOffice is missing, fails or hangs.
    """
    kind = _kind(data)
    if _is_locked(data, kind):
        raise DocumentError("encrypted")
    program = next((found for found in map(shutil.which, _PROGRAMS) if found), None)
    if program is None:
        raise DocumentError("needs-office", kind=f".{kind}")
    converted = _converted(program, data, kind)
    from cascade.documents.docx import read_docx  # only once there is something to read

    document = read_docx(converted, name)
    return msgspec.structs.replace(document, sha256=digest(data), form="office")


def _kind(data: bytes) -> str:
    if data.startswith(b"PK"):
        return "odt"
    return "doc" if data.startswith(_OLE) else "rtf"


def _is_locked(data: bytes, kind: str) -> bool:
    """Whether the document needs a password: LibreOffice would only say that it failed."""
    if kind == "doc":
        starts = range(_SECTOR, len(data) - 12, _SECTOR)
        header = next((at for at in starts if data[at : at + 2] == _WORD_MAGIC), None)
        return header is not None and bool(data[header + 11] & 1)
    if kind == "odt":
        try:
            with zipfile.ZipFile(BytesIO(data)) as archive, archive.open("META-INF/manifest.xml") as file:
                return b"encryption-data" in file.read(1_000_000)
        except KeyError:
            return False
        except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError) as error:
            raise DocumentError("damaged", part="zip") from error
    return False


def _converted(program: str, data: bytes, kind: str) -> bytes:
    """The document as a .docx, made in a folder and with a profile of its own that are gone afterwards."""
    with work_folder() as home:
        given, made = home / f"document.{kind}", home / "made" / "document.docx"
        profile = f"-env:UserInstallation={(home / 'profile').as_uri()}"
        quiet = ("--headless", "--norestore", "--nolockcheck")
        call = [program, profile, *quiet, "--convert-to", "docx", "--outdir", str(made.parent), str(given)]
        given.write_bytes(data)
        try:
            run(call, SECONDS, variables={"TMPDIR": str(home)})
        except OSError as error:
            raise DocumentError("office-failed", kind=f".{kind}") from error
        except subprocess.TimeoutExpired as error:
            raise DocumentError("office-timeout", kind=f".{kind}", seconds=str(SECONDS)) from error
        if not made.is_file() or made.stat().st_size > MAX_CONVERTED:
            raise DocumentError("office-failed", kind=f".{kind}")
        return made.read_bytes()
