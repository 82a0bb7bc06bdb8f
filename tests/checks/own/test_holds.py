"""Each key of a condition, asked of items and plans."""

from __future__ import annotations

from typing import Any

import pytest

from cascade.model.plan import Target, Task
from cascade.model.rule import Sketch
from tests.checks.own.rules import blamed
from tests.support import EMPTY, linked, target, task

TASK = task(
    "x",
    "Niêm yết TTHC tại trụ sở",
    area=2,
    lead=("Văn phòng HĐND và UBND",),
    partners=("Công an xã",),
    due="Trước ngày 10/12 hằng năm",
    product="Báo cáo kết quả",
)
TARGET = target("x", "95%", text="TTHC được thanh toán trực tuyến", tier="commune", by=2025)
OTHER = target("x", "95%", None, text="Hộ dân nộp phí qua mạng", area=6)
GRADE = target("x", "khá", "steering.par-grade", text="Xã đạt loại khá")


def holds(item: Target | Task, condition: str) -> bool:
    """Whether a condition holds of one item of a plan."""
    kind = "targets" if isinstance(item, Target) else "tasks"
    context = linked(None, Sketch(**{kind: (item,)}))  # type: ignore[arg-type]
    return blamed(context, f"each: item\nmust: {condition}") == []


@pytest.mark.parametrize(
    ("item", "condition", "met"),
    [
        (TASK, "{words: công khai thủ tục hành chính}", True),
        (TASK, "{words: [số hóa, niêm yết]}", True),
        (TASK, "{words: số hóa}", False),
        (TASK, "{printed: niêm yết TTHC}", True),
        (TASK, "{printed: công khai TTHC}", False),
        (TASK, "{kind: task, area: [1, 2]}", True),
        (TASK, "{kind: target}", False),
        (TASK, "{area: 3}", False),
        (TARGET, "{area: 2}", True),  # that of its measure
        (OTHER, "{area: 6}", True),
        (TASK, "{lead: [Công an, Văn phòng]}", True),
        (TASK, "{lead: Công an xã}", False),
        (TARGET, "{lead: Công an xã}", False),
        (TASK, "{with: cong an}", True),
        (TASK, "{with: Hội Nông dân}", False),
        (TASK, "{product: báo cáo}", True),
        (TASK, "{product: kế hoạch}", False),
        (TASK, "{has: [lead, with, due, product]}", True),
        (TASK, "{has: measure}", False),
        (TARGET, "{has: [measure, due]}", True),
        (OTHER, "{has: measure}", False),
        (OTHER, "{has: due}", False),
        (TASK, "{due: {until: 15/12}}", True),
        (TASK, "{due: {until: 09/12}}", False),
        (TASK, "{due: {from: 01/12, until: 31/12}}", True),
        (TASK, "{due: {from: 11/12}}", False),
        (TASK, "{due: {repeats: year}}", True),
        (TASK, "{due: {repeats: quarter}}", False),
        (TASK, "{due: {words: hằng năm}}", True),
        (TASK, "{due: {words: hằng quý}}", False),
        (TARGET, "{due: {until: 31/12/2025}}", True),
        (TARGET, "{due: {until: 31/12/2024}}", False),
        (OTHER, "{due: {until: 31/12}}", False),  # it names no day
        (TARGET, "{tier: commune, measure: tthc.online-payment}", True),
        (TARGET, "{tier: district}", False),
        (TARGET, "{measure: [tthc.on-time]}", False),
        (TASK, "{tier: commune}", False),
        (TARGET, '{guarantees: "95%"}', True),
        (TARGET, '{guarantees: "> 95%"}', False),
        (OTHER, '{guarantees: "90%"}', True),  # as its words tell
        (OTHER, '{guarantees: "98%"}', False),
        (OTHER, "{guarantees: 3 lần}", False),
        (GRADE, "{guarantees: khá}", True),
        (GRADE, "{guarantees: tốt}", False),
        (TASK, "{all: [{words: niêm yết}, {area: 2}]}", True),
        (TASK, "{all: [{words: niêm yết}, {area: 3}]}", False),
        (TASK, "{any: [{words: số hóa}, {area: 2}]}", True),
        (TASK, "{any: [{words: số hóa}, {area: 3}]}", False),
        (TASK, "{not: {words: số hóa}}", True),
        (TASK, "{words: niêm yết, not: {any: [{area: 3}, {has: lead}]}}", False),
        (TASK, "{plan: {level: commune}}", True),
        (TASK, "{plan: {level: district}}", False),
    ],
)
def test_a_key_holds_of_an_item(item: Any, condition: str, met: bool) -> None:
    assert holds(item, condition) == met


@pytest.mark.parametrize(
    ("condition", "met"),
    [
        ("{level: [province, commune], type: KH}", True),
        ("{level: district}", False),
        ("{type: QĐ}", False),
        ("{title: cải cách hành chính}", True),
        ("{title: giảm nghèo}", False),
        ("{issuer: UBND xa mau}", True),
        ("{issuer: UBND xã Khác}", False),
        ("{place: [Khác, huyện Thử]}", True),
        ("{place: Khác}", False),
        ("{years: 2023-2030, yearly: true}", True),
        ("{years: 2024-2030}", False),
        ("{yearly: false}", False),
        ("{signed: {from: 01/12/2022, until: 31/12}}", True),
        ("{signed: {until: 01/12/2022}}", False),
        ("{review: reviewed}", True),
        ("{review: draft}", False),
        ("{all: [{level: commune}, {any: [{yearly: false}, {not: {level: district}}]}]}", True),
        ("{not: {level: commune}}", False),
    ],
)
def test_a_key_holds_of_the_head_of_a_plan(condition: str, met: bool) -> None:
    found = blamed(linked(None, EMPTY), f"each: plan\nmust: {{plan: {condition}}}")
    assert found == ([] if met else [None])


def test_of_a_plan_whose_day_is_not_known_no_day_holds() -> None:
    context = linked(None, Sketch(issued="null"))
    assert blamed(context, "each: plan\nmust: {plan: {signed: {until: 31/12}}}") == [None]
