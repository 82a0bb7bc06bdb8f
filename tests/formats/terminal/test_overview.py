"""The table of plans, where there is nothing to count in it."""

from __future__ import annotations

import msgspec
import pytest

from cascade.formats.audit_text import View, render
from cascade.formats.html import render as page
from cascade.model.words import LANGS, Lang
from cascade.result.result import Result, Since
from tests.formats.forms import clean, golden

KNOWN = {
    "vi": "Không có điểm mới: 7 điểm hiện có đều đã nêu trong moc.json.",
    "en": "Nothing is new: what is found today (7) stands in moc.json already.",
}


def nothing_new(result: Result) -> Result:
    return msgspec.structs.replace(result, findings=(), rules={}, since=Since("moc.json", 7, ()))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("view", ["summary", "full", "statistics"])
def test_where_nothing_is_new_a_sentence_says_so_instead_of_a_table(view: View, lang: Lang) -> None:
    told = render(nothing_new(golden()), lang, view=view).decode()
    assert KNOWN[lang] in told
    rows = [line for line in told.splitlines() if line.startswith(tuple(f" {plan.code} " for plan in golden().plans))]
    assert rows == []


def test_the_page_says_so_too() -> None:
    told = page(nothing_new(golden()), "vi").decode()
    assert all(said in told for said in KNOWN.values())


def test_a_table_without_columns_has_no_line_for_their_heads() -> None:
    lines = render(clean(), "vi", view="summary").decode().splitlines()
    (row,) = [number for number, line in enumerate(lines) if line.startswith(f" {clean().reported[-1].code} ")]
    assert lines[row - 1] == ""
    assert lines[row - 2] != ""
