"""Places as people find them in a document."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from cascade.model.plan import Lines
from cascade.report.places import place, short
from cascade.result.result import ItemView, PlanView
from tests.formats.forms import golden

PLAN = golden().plan("xa-mau-2023")
ITEM = next(finding.item for finding in golden().findings if finding.item.kind == "target")


def item(**more: Any) -> ItemView:
    return msgspec.structs.replace(ITEM, **({"page": None, "lines": None} | more))


def plan(document: str | None) -> PlanView:
    return msgspec.structs.replace(PLAN, document=document)


@pytest.mark.parametrize(
    ("shown", "document", "vi", "en"),
    [
        (item(id="II.2.b"), "a.docx", "mục II.2.b", "item II.2.b"),
        (item(id="II.2.b~2", page=5), "a.pdf", "mục II.2.b, trang 5", "item II.2.b, page 5"),
        (item(id="II.2-7"), "a.docx", "mục II.2, ý 7", "item II.2, point 7"),
        (item(id="3", lines=Lines(12, 14)), "a.txt", "mục 3, dòng 12-14", "item 3, lines 12-14"),
        (item(id="3", lines=Lines(12, 12)), None, "mục 3, dòng 12", "item 3, line 12"),
        (item(id="3", lines=Lines(12, 14)), "a.docx", "mục 3", "item 3"),
        (item(id="3", lines=Lines(12, 14), page=2), "a.pdf", "mục 3, trang 2", "item 3, page 2"),
        (item(id="-7"), "a.docx", "mục -7", "item -7"),
        (item(id="12/KH-UBND", kind="citation"), "a.docx", "viện dẫn 12/KH-UBND", "citation 12/KH-UBND"),
        (item(id=None, kind="plan"), "a.docx", "", ""),
    ],
)
def test_a_place(shown: ItemView, document: str | None, vi: str, en: str) -> None:
    assert (place(shown, plan(document), "vi"), place(shown, plan(document), "en")) == (vi, en)


def test_what_tells_equal_numbers_apart_is_nobody_s_business() -> None:
    assert (short(item(id="I.2~2")), short(item(id=None))) == ("I.2", "")
