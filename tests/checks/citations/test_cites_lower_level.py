"""A basis that names a document of a lower level."""

from __future__ import annotations

from typing import Any

import pytest

from cascade.model.plan import Citation
from cascade.model.rule import Sketch
from tests.support import DISTRICT, found, linked, places


def told(**printed: Any) -> list[tuple[str, str | None, str]]:
    """What is said of a citation in the basis of huyện Thử's plan; what it names is not on file."""
    citation = Citation(**({"role": "basis", "number": "15/KH-UBND", "title": "CCHC năm 2021"} | printed))
    context = linked(Sketch(citations=(citation,)), None)
    return places(context, found(context, "cites-lower-level"))


LOWER = [(DISTRICT, "15/KH-UBND", "error")]


@pytest.mark.parametrize(
    "printed",
    [
        {"issuer": "UBND xã Mẫu"},
        {"issuer": "Ủy ban nhân dân thị trấn Mẫu"},
        {"issuer": "UBND phường"},
        {"title": "CCHC năm 2021 của xã Mẫu"},
    ],
)
def test_a_commune_is_known_by_the_issuer_or_the_title(printed: dict[str, Any]) -> None:
    assert told(**printed) == LOWER


@pytest.mark.parametrize(
    "printed",
    [
        {"title": "CCHC phục vụ phát triển kinh tế - xã hội tỉnh Ví Dụ"},  # xã hội is no commune
        {"issuer": "UBND tỉnh", "title": "CCHC đến các xã"},
        {"issuer": "UBND huyện Giả Định"},  # the same level
        {},  # no level at all
        {"issuer": "UBND xã Mẫu", "number": "108/2020/NĐ-CP"},
        {"issuer": "UBND xã Mẫu", "title": "Phát triển kinh tế năm 2021"},
    ],
)
def test_what_is_not_known_to_be_a_lower_plan_on_the_subject_is_left_alone(printed: dict[str, Any]) -> None:
    assert told(**printed) == []


def test_a_lower_document_is_not_also_called_a_missing_parent() -> None:
    citation = Citation(role="basis", number="15/KH-UBND", title="CCHC năm 2021", issuer="UBND xã Mẫu")
    context = linked(Sketch(citations=(citation,)), None)
    assert found(context, "missing-parent") == []
