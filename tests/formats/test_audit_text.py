"""The audit on a terminal: short, complete on request, alike at every width, and linear in what is shown."""

from __future__ import annotations

import re
import time
from collections import Counter
from datetime import date
from functools import cache
from typing import Any

import msgspec
import pytest
from rich.cells import cell_len

from cascade.audit import select
from cascade.formats.audit_text import render
from cascade.formats.terminal.shown import chosen, names
from cascade.model.decision import Waiver
from cascade.model.words import LANGS, Lang
from cascade.report.screen import Screen
from cascade.result.fill import fill
from cascade.result.result import Result
from tests.formats.forms import clean, golden, hostile_result
from tests.formats.many import many
from tests.hostile import TEXTS
from tests.support import recorded

COLOUR = re.compile(r"\x1b\[[0-9;]*m")
WIDTHS = (60, 80, 100, 140)


@cache
def communes(count: int) -> Result:
    return fill(many(count))


@cache
def data() -> Result:
    return fill(recorded())


def text(result: Result, width: int = 100, lang: Lang = "vi", *, fancy: bool = False, **more: Any) -> str:
    return render(result, lang, Screen(width, fancy), **({"view": "summary"} | more)).decode()


def codes(shown: str) -> list[str]:
    return re.findall(r"^ ([A-Z]+\d+)  ", shown, re.MULTILINE)


@pytest.mark.parametrize(("count", "most"), [(1, 50), (4, 75), (45, 90), (200, 90)])
def test_a_summary_is_a_screen_or_little_more_however_much_there_is(count: int, most: int) -> None:
    assert len(text(communes(count), 80).splitlines()) < most


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("fancy", [False, True])
@pytest.mark.parametrize("view", ["summary", "full", "statistics"])
def test_no_line_is_wider_than_the_screen(view: str, width: int, lang: Lang, fancy: bool) -> None:
    for result in (golden(), communes(4), communes(45)):
        lines = COLOUR.sub("", text(result, width, lang, fancy=fancy, view=view)).split("\n")
        assert max(map(cell_len, lines)) <= width
        assert fancy or [line for line in lines if line != line.rstrip()] == []


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("view", ["summary", "full", "statistics"])
def test_text_of_plans_stays_within_the_screen(name: str, view: str) -> None:
    lines = text(hostile_result(name), 80, view=view).split("\n")
    assert max(map(cell_len, lines)) <= 80


def test_a_plain_summary_has_neither_colour_nor_lines_nor_signs_beyond_its_letters() -> None:
    plain = text(communes(4))
    assert "\x1b" not in plain
    assert not re.search(r"[✗█▒░━─│]", plain)
    assert re.search(r"[✗]", text(communes(4), fancy=True))


def test_the_parent_is_named_in_full_once_and_in_short_after_that() -> None:
    shown = " ".join(text(communes(4)).split())
    assert shown.count("Kế hoạch số 412/KH-UBND ngày 22/12/2025 của UBND tỉnh Ví Dụ") == 1
    assert shown.count("KẾ HOẠCH 412") == 1


def test_every_figure_of_the_table_counts_its_findings() -> None:
    result = communes(4)
    lines = text(result).splitlines()
    for plan_id, findings in result.by_plan.items():
        plan = result.plan(plan_id)
        name = f"{plan.unit} {(plan.number or '').partition('-')[0]}"
        (row,) = [line for line in lines if line.startswith(f" {plan.code} ") and name in line]
        figures = row.partition(name)[2].replace("-", "0").split()
        assert sum(map(int, figures)) == len(findings)


def test_what_plans_make_alike_of_one_item_is_told_once_with_the_others_codes() -> None:
    result = communes(45)
    shown = text(result, 140)
    first = shown[shown.index("ĐIỂM CẦN XEM ĐẦU TIÊN") : shown.index("NỘI DUNG CỦA KẾ HOẠCH")]
    weaker = [finding for finding in result.findings if finding.rule == "weaker-target"]
    asked = Counter(finding.against.id for finding in weaker if finding.against)
    assert len(codes(first)) == len(asked)
    told = sum(int(n) + 1 for n in re.findall(r"Như vậy còn (\d+) điểm", first))
    assert told == len(weaker)


def test_a_row_of_the_matrix_has_a_sign_for_each_plan_with_the_number_of_its_point() -> None:
    result = communes(3)
    shown = text(result, 140)
    for finding in result.findings:
        if finding.rule == "uncovered-task" and finding.against:
            letter, number = result.plan(finding.plan).code, finding.code.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
            assert finding.code == f"{letter}{number}"
            (row,) = [line for line in shown.splitlines() if line.startswith(f"  {finding.against.id} ")]
            assert f"x{number}" in row
    legend = re.search(r"Số cạnh dấu là số của điểm: [x~?](\d+) ở cột ([A-Z]+) là điểm (\w+); «\.» là không", shown)
    assert legend is not None
    assert legend[3] == f"{legend[2]}{legend[1]}"
    assert legend[3] in {finding.code for finding in result.findings}


def test_of_many_plans_the_matrix_counts_and_the_table_shows_those_with_most_points() -> None:
    result = communes(45)
    lines = text(result, 100).splitlines()
    assert any(re.match(r"  PL \d+ .* x\d+ ", line) for line in lines)
    assert "Số cạnh dấu là số kế hoạch." in lines
    assert any("thêm 31 kế hoạch" in line for line in lines)


@pytest.mark.parametrize("lang", LANGS)
def test_everything_is_there_in_full(lang: Lang) -> None:
    for result in (golden(), data(), communes(4)):
        shown = text(result, lang=lang, view="full")
        assert Counter(codes(shown)) == Counter(finding.code for finding in result.findings)
        flat = " ".join(shown.split())
        for finding in result.findings:
            assert " ".join(finding.suggestion.say(lang).split()) in flat


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        ("chua-thay", {"missing-target", "uncovered-task"}),
        ("MISSING", {"missing-target", "uncovered-task"}),
        ("weaker", {"weaker-target", "carve-out", "softer-target", "late-target", "late-task", "off-pace-target"}),
        ("weaker-target", {"weaker-target"}),
    ],
)
def test_a_kind_or_a_rule_can_be_shown(name: str, rules: set[str]) -> None:
    found = chosen(golden(), [name])
    assert found == tuple(finding for finding in golden().findings if finding.rule in rules)


def test_a_point_a_plan_an_item_and_a_severity_can_be_shown() -> None:
    result = golden()
    one = next(finding for finding in result.findings if finding.rule == "weaker-target")
    assert one.against is not None
    assert chosen(result, [one.code.lower()]) == (one,)
    assert chosen(result, [result.plan(one.plan).code]) == result.by_plan[one.plan]
    assert one in chosen(result, [str(one.against.id)])
    assert {finding.severity for finding in chosen(result, ["error"])} == {"error"}
    assert {"a1", "chua-thay", "error", "weaker-target"} <= set(names(result))
    assert codes(text(result, show=[one.code])) == [one.code]


def test_what_was_not_found_is_shown_as_a_matrix_and_on_request_in_full() -> None:
    result = communes(4)
    lacking = [finding.code for finding in chosen(result, ["chua-thay"])]
    assert codes(text(result, show=["chua-thay"])) == []
    assert "NỘI DUNG CỦA KẾ HOẠCH 412 CHƯA THẤY Ở CẤP DƯỚI" in text(result, show=["chua-thay"])
    assert sorted(codes(text(result, show=["chua-thay"], view="full"))) == sorted(lacking)


def test_that_plans_are_drafts_is_said_once() -> None:
    result = communes(4)
    drafts = msgspec.structs.replace(
        result, plans=tuple(msgspec.structs.replace(plan, review="draft") for plan in result.plans)
    )
    for view in ("summary", "full"):
        assert text(drafts, view=view).count("chưa soát") == 1
        assert "chưa soát" not in text(result, view=view)
    one = next(plan for plan in result.plans if plan.compared_with)
    some = msgspec.structs.replace(
        result,
        plans=tuple(msgspec.structs.replace(p, review="draft") if p is one else p for p in result.plans),
    )
    (row,) = [line for line in text(some).splitlines() if f"{one.unit} " in line and line.startswith(f" {one.code} ")]
    assert " * " in row


def test_what_is_let_stand_is_counted_and_not_shown_but_in_full() -> None:
    result = communes(4)
    waiver = Waiver(plan="x", rule="weaker-target", waived="đã được đồng ý", by="Sở", on=date(2026, 1, 12))
    one = next(finding for finding in result.findings if finding.rule == "weaker-target")
    waived = msgspec.structs.replace(
        result, findings=tuple(msgspec.structs.replace(f, waived=waiver) if f is one else f for f in result.findings)
    )
    summary, full = text(waived), text(waived, view="full")
    open_points, _, decided = summary.partition("ĐÃ CHẤP NHẬN HOẶC BÁC")
    assert one.code not in codes(open_points)
    assert f" {one.code}" in decided
    assert "Đã chấp nhận: đã được đồng ý; Sở" in decided
    assert f"mới {len(result.findings) - 1} · kết luận 1" in summary
    assert "Đã chấp nhận: đã được đồng ý; Sở" in full


def test_where_nothing_is_found_it_is_said_what_was_compared() -> None:
    shown = text(clean())
    assert (
        "Không thấy nội dung nào thấp hơn hoặc thiếu so với kế hoạch cấp trên (đã so 0 chỉ tiêu, 1 nhiệm vụ)." in shown
    )


def test_nothing_found_by_some_rules_does_not_say_that_all_is_well() -> None:
    result = select(recorded(), only=frozenset({"citation-cycle"}), ignore=frozenset(), plans=frozenset())
    assert not result.findings
    assert "Không thấy điểm nào theo các quy tắc đã chọn." in text(fill(result))
    assert "thấp hơn" not in text(fill(result))


def test_a_plan_that_is_not_reported_on_stands_in_no_table() -> None:
    chosen_plans = frozenset({"quang-khai-2023"})
    result = fill(select(recorded(), only=frozenset(), ignore=frozenset(), plans=chosen_plans))
    assert "Tuy Phong" not in text(result)
    assert "1 kế hoạch (cấp xã) đối chiếu với Kế hoạch số 248/KH-UBND" in text(result)


def test_layout_takes_time_in_proportion_to_what_is_shown() -> None:
    def taken(result: Result, view: str) -> float:
        start = time.process_time()
        text(result, view=view)
        return time.process_time() - start

    few, much = communes(45), communes(200)
    text(few, view="full")
    assert taken(much, "full") < 4 * 3 * max(taken(few, "full"), 0.1)
    assert taken(much, "summary") < 1
