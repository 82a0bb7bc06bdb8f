"""The kinds of documents that are read."""

from __future__ import annotations

from importlib import import_module

import pytest

from cascade.documents.formats import DOCUMENT_SUFFIXES, FORMATS, READABLE


@pytest.mark.parametrize("kind", FORMATS)
def test_a_kind_is_read_by_its_module_and_known_by_small_extensions_of_its_own(kind: str) -> None:
    known = FORMATS[kind]
    assert callable(getattr(import_module(f"cascade.documents.{known.module}"), known.function))
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in known.suffixes)
    assert not any(set(known.suffixes) & set(other.suffixes) for name, other in FORMATS.items() if name != kind)


def test_messages_name_what_people_submit() -> None:
    assert READABLE == ".docx, .pdf, .txt, .md, .html, .doc, .odt, .rtf, .png, .jpg, .tif"
    assert set(READABLE.split(", ")) < DOCUMENT_SUFFIXES
