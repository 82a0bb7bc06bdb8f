"""A file to a document: what it is by its content, its extension asked second, each format read by its own file."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from importlib import import_module
from io import BytesIO
from pathlib import Path

import msgspec

from cascade.documents.document import Document
from cascade.documents.fault import DocumentError
from cascade.documents.formats import DOCUMENT_SUFFIXES, FORMATS
from cascade.documents.respaced import respaced
from cascade.model.limits import MIB, limits
from cascade.model.refused import refused

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*")
_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"\x7fELF", "ELF"),
    (b"MZ\x90\0", "EXE"),
)
_HTML = re.compile(  # possessive: what was once passed over is never tried in another way
    rb"\A(?:\xef\xbb\xbf)?+\s*+(?:<\?xml[^>]*+>\s*+|<!--(?>.*?-->)\s*+)*+<(?:!doctype\s++html|html|head|body)\b",
    re.I | re.S,
)
_ARCHIVE = re.compile(rb"\A\s*(?:MIME-Version:|From:[^\n]*\n)", re.I)
_LOCK = "~$"  # a document that stands open has a file of this name beside it
_OLE_NAMES: tuple[tuple[str, str], ...] = (("Workbook", "Excel"), ("PowerPoint Document", "PowerPoint"))


def read_document(path: Path) -> Document:
    """The document in the file at `path`. Raises DocumentError, and nothing else, where there is none to be had."""
    if path.name.startswith(_LOCK):
        raise DocumentError.of_kind(f"{_LOCK}, Word")
    data = bytes_of(path)
    kind = kind_of(data)
    document = respaced(_reader(kind)(data, path.name))
    if not any(char.isalnum() for line in document.lines for char in line.text):
        raise DocumentError("only-pictures" if "pictures" in document.notes else "no-text")
    if sum(len(line.text) + 1 for line in document.lines) > limits().characters:
        raise DocumentError("too-long", limit=f"{limits().characters:,}".replace(",", "."))
    suffix = path.suffix.lower()
    if suffix in DOCUMENT_SUFFIXES and suffix not in FORMATS[kind].suffixes:
        return msgspec.structs.replace(document, notes=("wrong-extension", *document.notes))
    return document


def digest(data: bytes) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def kind_of(data: bytes) -> str:
    """What `data` is, by its first bytes: a key of `FORMATS`.

    Raises DocumentError for what is recognised and not read, and for an empty file.
    """
    if not data:
        raise DocumentError("empty")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK"):
        return _zip_kind(data)
    if data.startswith(_OLE):
        return _ole_kind(data)
    if data.startswith(_IMAGES):
        return "image"
    return _text_kind(data)


def _text_kind(data: bytes) -> str:
    head = data[:4096]
    if head.lstrip()[:5] == b"{\\rtf":
        return "office"
    for magic, kind in _FOREIGN:
        if data.startswith(magic) and (len(magic) > 2 or b"\0" in head):
            raise DocumentError.of_kind(kind)
    if is_archive(data):
        return "html"
    if b"<w:wordDocument" in head or b"schemas.microsoft.com/office/2006/xmlPackage" in head:
        raise DocumentError.of_kind("Word XML")
    narrow = head.replace(b"\0", b"") if head[:2] in (b"\xff\xfe", b"\xfe\xff") else head
    return "html" if _HTML.match(narrow.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")) else "text"


def is_archive(data: bytes) -> bool:
    """Whether `data` is a web archive, which Word and browsers save under the names .mht and .doc."""
    return _ARCHIVE.match(data) is not None and b"text/html" in data[:100_000]


def _zip_kind(data: bytes) -> str:
    import zipfile  # which a text does not need

    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
            small = "mimetype" in names and archive.getinfo("mimetype").file_size < 256
            mimetype = archive.read("mimetype") if small else b""
    except (zipfile.BadZipFile, ValueError, OSError, RuntimeError, NotImplementedError) as error:
        raise DocumentError("damaged", part="zip") from error
    if "opendocument.text" in mimetype.decode("latin-1"):
        return "office"
    for prefix, kind in (("xl/", "Excel"), ("ppt/", "PowerPoint")):
        if any(name.startswith(prefix) for name in names):
            raise DocumentError.of_kind(kind)
    if any(name.startswith("word/") for name in names) or "[Content_Types].xml" in names:
        return "docx"
    raise DocumentError.of_kind("OpenDocument" if mimetype else "zip")


def _ole_kind(data: bytes) -> str:
    """What an OLE container holds. Its names stand in its directory in UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise DocumentError("encrypted")
    if "WordDocument".encode("utf-16-le") in data:
        return "office"
    for name, kind in _OLE_NAMES:
        if name.encode("utf-16-le") in data:
            raise DocumentError.of_kind(kind)
    raise DocumentError.of_kind("OLE")


def bytes_of(path: Path) -> bytes:
    """The bytes of the file at `path`. Raises DocumentError for what is no regular file, too large, or not readable."""
    try:
        if path.exists() and not path.is_file():
            raise DocumentError("not-a-file")
        with path.open("rb") as file:
            data = file.read(limits().file_size * MIB + 1)
    except (OSError, ValueError) as error:
        raise DocumentError("unreadable", reason=refused(error)) from error
    if len(data) > limits().file_size * MIB:
        raise DocumentError("too-large", limit=f"{limits().file_size} MiB")
    return data


def _reader(kind: str) -> Callable[[bytes, str], Document]:
    """The function that reads a kind of document; its libraries are imported only now."""
    known = FORMATS[kind]
    found: Callable[[bytes, str], Document] = getattr(
        import_module(f"cascade.documents.{known.module}"), known.function
    )
    return found
