"""The package of a Word document: its parts, opened so that no file can do harm."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from functools import lru_cache
from io import BytesIO

from lxml import etree

from cascade.documents.fault import DocumentError

MAX_PART = 64 * 1024 * 1024
"""The largest part that is unpacked."""
MAX_RATIO = 100
"""How many times a part may unpack to its packed size, where it is larger than `MIN_SUSPECT`."""
MIN_SUSPECT = 4 * 1024 * 1024
MAX_ENTRIES = 20_000

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
"""A document saved as Strict Open XML has other names for the same things."""


class Package:
    """The parts of a Word document by name. Raises DocumentError where the file is no whole, safe package."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise DocumentError("damaged", part="zip") from error
        self.names = frozenset(self._zip.namelist())
        if len(self.names) > MAX_ENTRIES:
            raise DocumentError("bomb", part="zip")

    def data(self, name: str) -> bytes | None:
        """The bytes of a part; None where there is none."""
        if name not in self.names:
            return None
        info = self._zip.getinfo(name)
        if info.flag_bits & 1:
            raise DocumentError("encrypted")
        if info.file_size > MAX_PART or (
            info.file_size > MIN_SUSPECT and info.file_size > MAX_RATIO * max(info.compress_size, 1)
        ):
            raise DocumentError("bomb", part=name)
        try:
            with self._zip.open(info) as file:
                found = file.read(MAX_PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError) as error:
            raise DocumentError("damaged", part=name) from error
        if len(found) > MAX_PART:
            raise DocumentError("bomb", part=name)
        return found

    def tree(self, name: str) -> etree._Element | None:
        """The root element of a part; None where there is none."""
        data = self.data(name)
        if data is None:
            return None
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise DocumentError("damaged", part=name) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise DocumentError("damaged", part=name)
        return root

    def related(self, part: str, kind: str, default: str) -> str:
        """The name of the part that `part` names as its `kind` of relation; `default` where it names none."""
        folder, base = posixpath.split(part)
        relations = self.tree(posixpath.join(folder, "_rels", f"{base}.rels"))
        for relation in relations if relations is not None else ():
            if str(relation.get("Type", "")).rpartition("/")[2] == kind and relation.get("TargetMode") != "External":
                target = str(relation.get("Target", ""))
                return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        return default


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first element down a path of names of WordprocessingML; None where a step of it is missing."""
    for name in path:
        if element is None:
            return None
        element = next(element.iterchildren(W + name), None)
    return element


def value(element: etree._Element | None, *path: str) -> str | None:
    """The `val` of the element down a path; None where there is none."""
    found = child(element, *path)
    return None if found is None else found.get(W + "val")


def number(element: etree._Element | None, *path: str) -> int | None:
    """The `val` of the element down a path as a number; None where there is none."""
    return whole(value(element, *path))


def whole(text: str | None) -> int | None:
    """A whole number as a part writes it; None where `text` is none, or longer than a number of a document is."""
    if text is None or len(text) > 9:
        return None
    try:
        return int(text)
    except ValueError:
        return None


def is_on(element: etree._Element | None, *path: str) -> bool:
    """Whether a switch such as `vanish` stands down a path and is not switched off."""
    found = child(element, *path)
    return found is not None and found.get(W + "val") not in ("0", "false", "off")


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; empty for what is no element."""
    tag = element.tag
    return _bare(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=1024)
def _bare(tag: str) -> str:
    return tag.rpartition("}")[2]
