"""What a unit took over is told at its plan, in both languages and in JSON. All places are invented."""

from __future__ import annotations

import pytest

from cascade.audit import Audit, audit
from cascade.formats.audit_json import TakenOverEntry, audit_report
from cascade.formats.audit_text import render
from cascade.model.words import Lang
from cascade.reading.plans import Corpus, PlanFile
from cascade.report.screen import Screen
from cascade.result.fill import fill
from tests.graph.test_succession import BO, GIA_DINH, basis, later
from tests.lexicon.made import MADE
from tests.support import domain


def result() -> Audit:
    citing = later("commune", "Động Thử", "Ví Dụ", citations=(basis(issuer="UBND tỉnh Giả Định"),))
    files = {plan_id: PlanFile(plan_id, f"{plan_id}.yaml", plan, {}) for plan_id, plan in (citing, BO, GIA_DINH)}
    return audit(Corpus(files, ()), domain(), units=MADE)


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        (
            "vi",
            (
                "Kế thừa: tỉnh Giả Định (đến 30/06/2025), nay thuộc tỉnh Ví Dụ: 05/KH-UBND",
                "Kế thừa: xã Bờ (đến 30/06/2025), nay thuộc xã Động Thử: 05/KH-UBND",
                "(chưa được viện dẫn nên không đối chiếu)",
            ),
        ),
        (
            "en",
            (
                "Taken over: tỉnh Giả Định (until 30/06/2025), now part of tỉnh Ví Dụ: 05/KH-UBND",
                "Taken over: xã Bờ (until 30/06/2025), now part of xã Động Thử: 05/KH-UBND",
                "(not cited, so not compared)",
            ),
        ),
    ],
)
def test_one_line_a_plan_taken_over_in_the_text(lang: Lang, lines: tuple[str, ...]) -> None:
    text = render(fill(result()), lang, screen=Screen(200)).decode()
    assert all(text.count(line) == 1 for line in lines)
    assert text.count(lines[0].split(":")[0]) == 2


def test_one_entry_a_plan_taken_over_in_the_json() -> None:
    entries = {entry.id: entry.took_over for entry in audit_report(fill(result()), "vi").plans}
    assert entries["later"] == (
        TakenOverEntry("gia-dinh", "tỉnh Giả Định", "2025-06-30", "tỉnh Ví Dụ", cited=True),
        TakenOverEntry("bo", "xã Bờ", "2025-06-30", "xã Động Thử", cited=False),
    )
    assert entries["bo"] == entries["gia-dinh"] == ()
