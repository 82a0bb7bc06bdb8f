"""What is said of documents, in both languages."""

from __future__ import annotations

import string

import pytest

from cascade.documents.fault import PROBLEMS, DocumentError
from cascade.documents.formats import READABLE
from cascade.model.doubt import DOUBTS
from cascade.model.words import Words


@pytest.mark.parametrize("words", [*PROBLEMS.values(), *DOUBTS.values()])
def test_every_word_can_be_said(words: Words) -> None:
    named = [{name for _, name, _, _ in string.Formatter().parse(text) if name} for text in (words.vi, words.en)]
    assert named[0] == named[1]
    assert words.vi != words.en


def test_what_is_no_document_is_told_with_what_is_read() -> None:
    fault = DocumentError.of_kind("Excel")
    assert fault.code == "not-a-document"
    assert all("Excel" in said and READABLE in said for said in (fault.message("vi"), fault.message("en")))
