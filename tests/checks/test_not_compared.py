"""Which plans were held against nothing, and what is missing."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from cascade.checks.not_compared import NotCompared, not_compared
from cascade.model.plan import Citation
from cascade.model.rule import Sketch
from tests.support import COMMUNE, DISTRICT, EMPTY, PROVINCE, audited, commune, linked, province, recorded, target, task

ONE = (target("a", "80%"),)
TO_PROVINCE = Citation(
    "basis", "07/KH-UBND", "CCHC tỉnh Ví Dụ giai đoạn 2021-2025", date(2021, 10, 1), "UBND tỉnh Ví Dụ"
)
NO_OTHER = Citation("basis", "99/KH-UBND", "CCHC huyện Thử giai đoạn 2021-2025", date(2021, 12, 1), "UBND huyện Thử")
LAW = Citation("basis", title="Luật Tổ chức chính quyền địa phương", date=date(2015, 6, 19))


def told(parent: Sketch | None, child: Sketch | None, *others: Sketch, chosen: frozenset[str] = frozenset()) -> object:
    return [(one.plan, *one.missing) for one in not_compared(linked(parent, child, *others), chosen)]


def test_a_plan_with_the_one_it_carries_out_is_compared_and_the_top_is_not() -> None:
    assert told(Sketch(targets=ONE), Sketch(targets=ONE)) == [(DISTRICT,)]


@pytest.mark.parametrize("content", ["full", "excerpt"])
def test_a_plan_whose_basis_names_what_is_not_on_file_says_what_is_missing(content: str) -> None:
    alone = commune("Lẻ", content=content, targets=ONE, citations=(LAW, NO_OTHER, LAW))
    assert told(None, None, alone) == [("xa-lẻ-2023", "99/KH-UBND")]


def test_a_title_is_missing_where_no_number_is_printed() -> None:
    alone = commune(
        "Lẻ", tasks=(task("a", "Rà soát TTHC"),), citations=(msgspec.structs.replace(NO_OTHER, number=None),)
    )
    assert told(None, None, alone) == [("xa-lẻ-2023", "CCHC huyện Thử giai đoạn 2021-2025")]


@pytest.mark.parametrize("parent", [Sketch(content="cited"), Sketch(content="full"), Sketch(content="excerpt")])
def test_a_plan_above_without_items_on_file_is_missing_too(parent: Sketch) -> None:
    assert told(parent, Sketch(targets=ONE)) == [(COMMUNE, "01/KH-UBND")]


def test_where_the_parent_is_only_cited_a_plan_further_up_is_compared_with() -> None:
    parent = Sketch(content="cited", citations=(TO_PROVINCE,))
    assert told(parent, Sketch(targets=ONE), province(targets=ONE)) == []


def test_a_province_counts_only_where_nothing_carries_it_out_or_it_was_chosen() -> None:
    below = Sketch(targets=ONE, citations=(TO_PROVINCE,))
    assert told(None, None, province(targets=ONE)) == [(PROVINCE,)]
    assert told(below, EMPTY, province(targets=ONE)) == []
    assert told(below, EMPTY, province(targets=ONE), chosen=frozenset({PROVINCE})) == [(PROVINCE,)]
    assert told(Sketch(targets=ONE), EMPTY, province(targets=ONE), chosen=frozenset({DISTRICT})) == [(DISTRICT,)]


@pytest.mark.parametrize("sketch", [commune("Lẻ"), commune("Lẻ", content="cited", targets=ONE)])
def test_a_plan_without_items_or_known_from_citations_alone_has_nothing_to_compare(sketch: Sketch) -> None:
    assert told(None, None, sketch) == []


def test_the_audit_says_whether_anything_was_compared() -> None:
    assert audited(linked(Sketch(targets=ONE), Sketch(targets=ONE))).compares
    assert not audited(linked(Sketch(content="cited"), Sketch(targets=ONE))).compares
    assert recorded().compares


def test_of_the_recorded_plans_one_was_compared_with_nothing() -> None:
    assert recorded().not_compared == (NotCompared("tu-ky-2021-2025", ()),)
