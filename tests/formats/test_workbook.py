"""The workbook: every text a text, room for decisions that can be read back, and how it prints."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from cascade.formats.columns import FINDINGS, KEYS
from cascade.formats.workbook import render
from cascade.model.words import LANGS, Lang
from cascade.report import office_phrases as phrases
from cascade.result.result import Result
from tests.formats.forms import clean, golden, hostile_result, many
from tests.hostile import TEXTS, acts


def opened(result: Result, lang: Lang = "vi") -> Workbook:
    return openpyxl.load_workbook(BytesIO(render(result, lang)))


def findings_of(book: Workbook, lang: Lang = "vi") -> Worksheet:
    sheet = book[phrases.FINDINGS_SHEET.say(lang)]
    assert isinstance(sheet, Worksheet)
    return sheet


def sheets(book: Workbook) -> list[Worksheet]:
    return [sheet for sheet in book.worksheets if isinstance(sheet, Worksheet)]


@pytest.mark.parametrize("lang", LANGS)
def test_a_row_a_finding_with_its_fingerprint_hidden(lang: Lang) -> None:
    sheet = findings_of(opened(golden(), lang), lang)
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == KEYS
    assert rows[1] == tuple(column.head.say(lang) for column in FINDINGS)
    marks = [row[KEYS.index("fingerprint")] for row in rows[2:]]
    assert marks == [finding.fingerprint for finding in golden().findings]
    assert sheet.row_dimensions[1].hidden
    assert sheet.column_dimensions["M"].hidden


def test_what_may_be_decided_is_chosen_from_a_list() -> None:
    sheet = findings_of(opened(golden()))
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    last = len(golden().findings) + 2
    assert rules[f"H3:H{last}"].formula1 == '"Đúng,Không đúng,Chấp nhận,Mục khác trả lời"'
    assert rules[f"K3:K{last}"].type == "date"
    assert sheet["K3"].number_format == "dd/mm/yyyy"


def test_a_sheet_for_each_pair_has_every_item_of_the_plan_above() -> None:
    book = opened(golden())
    assert len(book.worksheets) == 2 + len(golden().comparisons)
    for sheet, pair in zip(sheets(book)[2:], golden().comparisons, strict=True):
        told = [str(row[2]) for row in sheet.iter_rows(min_row=2, values_only=True)]
        assert len(told) == len(pair.items)
        assert all(one.parent.text in text for one, text in zip(pair.items, told, strict=True))


def test_a_pair_tells_the_codes_of_what_is_found_in_it() -> None:
    book = opened(golden())
    codes = {code for sheet in sheets(book)[2:] for row in sheet.iter_rows(min_row=2, values_only=True)
             for code in str(row[9] or "").split(", ")}  # fmt: skip
    assert {finding.code for finding in golden().findings if finding.lacks} <= codes


def test_what_was_set_aside_is_in_no_pair() -> None:
    import msgspec

    book = opened(msgspec.structs.replace(golden(), findings=golden().findings[:1]))
    assert all(not row[9] for sheet in sheets(book)[3:] for row in sheet.iter_rows(min_row=2, values_only=True))


def test_every_sheet_prints_across_with_its_heading_on_every_page_and_can_be_filtered() -> None:
    for sheet in sheets(opened(golden())):
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows
        assert sheet.freeze_panes
        assert sheet.auto_filter.ref


def test_what_was_not_compared_or_read_is_said_first() -> None:
    text = " ".join(str(cell.value) for row in sheets(opened(golden()))[0] for cell in row)
    assert "chưa đối chiếu" in text
    assert all(fault.place.file in text for fault in golden().faults)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", [*TEXTS, "formula"])
def test_no_cell_is_a_formula_and_nothing_in_it_acts(name: str, lang: Lang, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(TEXTS, "formula", "=cmd|' /C calc'!A1")
    for sheet in sheets(opened(hostile_result(name), lang)):
        for row in sheet:
            for cell in row:
                assert cell.data_type in ("s", "n", "d")
                assert acts(str(cell.value or "")) == []
                if str(cell.value or "").startswith(("=", "+", "-", "@")):
                    assert cell.quotePrefix


def test_units_of_one_name_have_sheets_of_their_own() -> None:
    names = opened(many()).sheetnames
    assert len({name.lower() for name in names}) == len(names) == 2 + len(many().comparisons)
    assert all(len(name) <= 31 for name in names)


def test_a_workbook_of_nothing_can_be_opened() -> None:
    assert findings_of(opened(clean())).max_row == 2
