"""The kinds of documents that are read: by which file, and under which names they come."""

from __future__ import annotations

from typing import NamedTuple


class Format(NamedTuple):
    """A kind of document: the module that reads it, with its function, and the extensions of its files, in small
    letters. `usual`: those that messages name."""

    module: str
    function: str
    usual: tuple[str, ...]
    rarer: tuple[str, ...] = ()

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Every extension of such a file."""
        return (*self.usual, *self.rarer)


FORMATS: dict[str, Format] = {
    "docx": Format("docx", "read_docx", (".docx",), (".docm", ".dotx", ".dotm")),
    "pdf": Format("pdf", "read_pdf", (".pdf",)),
    "text": Format("text", "read_text", (".txt", ".md"), (".markdown",)),
    "html": Format("html", "read_html", (".html",), (".htm", ".xhtml", ".mht", ".mhtml")),
    "office": Format("office", "read_office", (".doc", ".odt", ".rtf"), (".dot", ".ott")),
    "image": Format("scan", "read_image", (".png", ".jpg", ".tif"), (".jpeg", ".tiff")),
}
"""By what `cascade.documents.read.kind_of` calls it."""
DOCUMENT_SUFFIXES = frozenset(suffix for known in FORMATS.values() for suffix in known.suffixes)
"""The extensions of files that are taken for documents in a folder."""
PICTURES = frozenset(FORMATS["image"].suffixes)
"""Those of pictures, which may hold a scanned page."""
READABLE = ", ".join(suffix for known in FORMATS.values() for suffix in known.usual)
"""What is read, as messages name it."""
