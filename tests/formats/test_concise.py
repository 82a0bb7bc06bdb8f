"""One line a finding: the shape that editors and compilers share."""

from __future__ import annotations

import re

from cascade.formats.concise import render
from cascade.formats.totals import total
from tests.formats.forms import clean, golden, hostile_result
from tests.hostile import TEXTS

LINE = re.compile(r"[^\n:]+:[1-9]\d*:[1-9]\d*: (error|warning|note): .+ \[[a-z-]+\]( \([A-Z]+\d+\))?")


def test_every_line_but_the_last_has_place_severity_words_and_rule() -> None:
    lines = render(golden(), "en").decode().splitlines()
    assert all(map(LINE.fullmatch, lines[:-1]))
    assert lines[-1] == total(golden(), "en")


def test_the_place_is_that_of_the_plan_s_file() -> None:
    lines = set(render(golden(), "vi").decode().splitlines())
    for finding in golden().findings:
        place = finding.item.place
        assert any(
            line.startswith(f"{place.file}:{place.line}:{place.column}: ") and line.endswith(f"({finding.code})")
            for line in lines
        )


def test_a_plan_has_as_many_lines_whatever_it_says() -> None:
    counts = {name: len(render(hostile_result(name), "vi").decode().splitlines()) for name in TEXTS}
    for name, count in counts.items():
        assert count == len(hostile_result(name).findings) + 1 + len(hostile_result(name).not_compared), name


def test_of_nothing_only_the_total_is_said() -> None:
    (line,) = render(clean(), "vi").decode().splitlines()
    assert line == "0 điểm cần sửa, 0 cần xem lại, 0 ghi nhận · 0 kế hoạch có điểm · mới 0 · kết luận 0"
