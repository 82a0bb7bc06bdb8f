"""The points of two sides: what decides stands in both."""

from __future__ import annotations

import msgspec
import pytest

from cascade.formats.audit_text import render
from cascade.report.question_text import question_text
from cascade.report.screen import Screen
from cascade.result.result import FindingView, Result
from tests.formats.forms import golden


def only(rule: str) -> tuple[Result, FindingView]:
    (finding,) = (one for one in golden().findings if one.rule == rule)
    return msgspec.structs.replace(golden(), findings=(finding,)), finding


@pytest.mark.parametrize("width", [66, 80, 120])
def test_a_late_task_shows_both_deadlines_however_narrow_the_screen_is(width: int) -> None:
    result, finding = only("late-task")
    told = render(result, "vi", Screen(width), view="summary").decode()
    sides = told[told.index(f" {finding.code} ") :].split("Đề nghị")[0]
    assert sides.count("thời hạn") == 2
    assert finding.against is not None
    assert {finding.item.due, finding.against.due} == {"30/6/2023", "31/7/2023"}
    assert all(due in sides for due in ("30/6/2023", "31/7/2023"))


def test_so_does_the_question_about_it() -> None:
    result, finding = only("late-task")
    told = " ".join(question_text(finding, 1, 1, result, "vi", Screen(80)).split())
    assert "→ thời hạn 30/6/2023" in told
    assert "→ thời hạn 31/7/2023" in told


def test_a_late_target_shows_both_years() -> None:
    result, finding = only("late-target")
    told = render(result, "vi", Screen(120), view="summary").decode()
    sides = " ".join(told[told.index(f" {finding.code} ") :].split("Đề nghị")[0].split())
    assert finding.against is not None
    assert f"năm {finding.item.when}" in sides
    assert f"năm {finding.against.when}" in sides
    assert finding.item.when != finding.against.when
