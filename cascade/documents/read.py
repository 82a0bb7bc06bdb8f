"""A file to a document: what it is by its content, its extension asked second, each format read by its own file."""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Callable
from importlib import import_module
from io import BytesIO
from pathlib import Path

import msgspec

from cascade.documents.document import Document
from cascade.documents.encoding import READABLE
from cascade.documents.fault import DocumentError

MAX_BYTES = 200 * 1024 * 1024
"""The largest file that is opened."""
MAX_CHARACTERS = 3_000_000
"""The longest text that is taken for a plan: some 1,000 full pages."""

_SUFFIXES: dict[str, frozenset[str]] = {
    "text": frozenset((".txt", ".md", ".markdown")),
    "html": frozenset((".html", ".htm", ".xhtml", ".mht", ".mhtml")),
    "docx": frozenset((".docx", ".docm", ".dotx", ".dotm")),
    "office": frozenset((".doc", ".dot", ".odt", ".ott", ".rtf")),
    "pdf": frozenset((".pdf",)),
    "image": frozenset((".png", ".jpg", ".jpeg", ".tif", ".tiff")),
}
DOCUMENT_SUFFIXES: frozenset[str] = frozenset().union(*_SUFFIXES.values())
"""The extensions, in small letters, of files that are taken for documents in a folder."""
PICTURES: frozenset[str] = _SUFFIXES["image"]
"""Those of pictures, which may hold a scanned page."""

_READERS: dict[str, tuple[str, str]] = {
    "text": ("text", "read_text"),
    "html": ("html", "read_html"),
    "docx": ("docx", "read_docx"),
    "office": ("office", "read_office"),
    "pdf": ("pdf", "read_pdf"),
    "image": ("scan", "read_image"),
}
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
_OLE_NAMES: tuple[tuple[str, str], ...] = (("Workbook", "Excel"), ("PowerPoint Document", "PowerPoint"))


def read_document(path: Path) -> Document:
    """The document in the file at `path`. Raises DocumentError, and nothing else, where there is none to be had."""
    data = _bytes(path)
    kind = kind_of(data)
    document = _reader(kind)(data, path.name)
    if not any(char.isalnum() for line in document.lines for char in line.text):
        raise DocumentError("only-pictures" if "pictures" in document.notes else "no-text")
    if sum(len(line.text) + 1 for line in document.lines) > MAX_CHARACTERS:
        raise DocumentError("too-long", limit=f"{MAX_CHARACTERS:,}".replace(",", "."))
    suffix = path.suffix.lower()
    if suffix in DOCUMENT_SUFFIXES and suffix not in _SUFFIXES[kind]:
        return msgspec.structs.replace(document, notes=("wrong-extension", *document.notes))
    return document


def digest(data: bytes) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def kind_of(data: bytes) -> str:
    """What `data` is, by its first bytes: `text`, `html`, `docx`, `office`, `pdf` or `image`.

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
            raise DocumentError("unsupported", kind=kind, expected=READABLE)
    if _ARCHIVE.match(head) and b"text/html" in data[:100_000]:
        return "html"
    if b"<w:wordDocument" in head or b"schemas.microsoft.com/office/2006/xmlPackage" in head:
        raise DocumentError("unsupported", kind="Word XML", expected=READABLE)
    narrow = head.replace(b"\0", b"") if head[:2] in (b"\xff\xfe", b"\xfe\xff") else head
    return "html" if _HTML.match(narrow.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")) else "text"


def _zip_kind(data: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
            mimetype = archive.read("mimetype") if _small(archive, "mimetype") else b""
    except (zipfile.BadZipFile, ValueError, OSError, RuntimeError, NotImplementedError) as error:
        raise DocumentError("damaged", part="zip") from error
    if "opendocument.text" in mimetype.decode("latin-1"):
        return "office"
    for prefix, kind in (("xl/", "Excel"), ("ppt/", "PowerPoint")):
        if any(name.startswith(prefix) for name in names):
            raise DocumentError("unsupported", kind=kind, expected=READABLE)
    if any(name.startswith("word/") for name in names) or "[Content_Types].xml" in names:
        return "docx"
    raise DocumentError("unsupported", kind="OpenDocument" if mimetype else "zip", expected=READABLE)


def _small(archive: zipfile.ZipFile, name: str) -> bool:
    return name in archive.namelist() and archive.getinfo(name).file_size < 256


def _ole_kind(data: bytes) -> str:
    """What an OLE container holds. Its names stand in its directory in UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise DocumentError("encrypted")
    if "WordDocument".encode("utf-16-le") in data:
        return "office"
    for name, kind in _OLE_NAMES:
        if name.encode("utf-16-le") in data:
            raise DocumentError("unsupported", kind=kind, expected=READABLE)
    raise DocumentError("unsupported", kind="OLE", expected=READABLE)


def _bytes(path: Path) -> bytes:
    """The bytes of the file at `path`."""
    try:
        if path.exists() and not path.is_file():
            raise DocumentError("not-a-file")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise DocumentError("unreadable", reason=getattr(error, "strerror", None) or str(error)) from error
    if len(data) > MAX_BYTES:
        raise DocumentError("too-large", limit=f"{MAX_BYTES // 1024 // 1024} MB")
    return data


def _reader(kind: str) -> Callable[[bytes, str], Document]:
    """The function that reads a kind of document; its libraries are imported only now."""
    module, function = _READERS[kind]
    try:
        found: Callable[[bytes, str], Document] = getattr(import_module(f"cascade.documents.{module}"), function)
    except ModuleNotFoundError as error:
        raise DocumentError("needs-extra", package=error.name or module) from error
    return found
