"""The result says what the audit found: every plan, finding and comparison once, with all that a form shows."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import msgspec
import pytest

from cascade.audit import Audit, audit, select
from cascade.decided import Ruling
from cascade.documents.document import Printed
from cascade.documents.sources import Sources
from cascade.model.decision import Waiver
from cascade.model.finding import Checked
from cascade.model.plan import Citation, Lines, Plan
from cascade.model.rule import Sketch
from cascade.reading.plans import read_corpus
from cascade.result.fill import EVERYTHING, fill
from cascade.result.result import Place, Result
from tests.support import (
    COMMUNE,
    DISTRICT,
    ROOT,
    audited,
    commune,
    domain,
    linked,
    recorded,
    target,
    task,
)

COMMUNES = ("UBND các xã, thị trấn",)
ABOVE = Sketch(
    targets=(target("1", "80%", text="80% thủ tục được thanh toán trực tuyến", by=2025),),
    tasks=(
        task("2", "Niêm yết thủ tục hành chính", area=2, lead=COMMUNES),
        task("3", "Trồng cây xanh dọc đường thôn", area=7, lead=COMMUNES, due="2023", product="Báo cáo"),
        task("4", "Sắp xếp phòng ban", area=3, lead=("Phòng Nội vụ huyện",)),
    ),
)
BELOW = Sketch(
    targets=(target("a", "50-80%", text="Thanh toán trực tuyến thủ tục hành chính", by=2025),),
    tasks=(task("b", "Công khai thủ tục hành chính tại trụ sở", area=2), task("c", "Vệ sinh ngõ xóm", area=7)),
)


def made() -> Audit:
    return audited(linked(ABOVE, BELOW))


def corpus() -> Audit:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT / "tests/golden/corpus")
        return audit(read_corpus([Path("data")], domain()), domain())


def test_a_plan_has_its_head_and_its_place_among_the_others() -> None:
    plan = fill(made()).plan(COMMUNE)
    assert plan.name.vi == "Kế hoạch số 09/KH-UBND ngày 15/12/2022 của UBND xã Mẫu"
    assert plan.name.en == "Plan 09/KH-UBND of 15/12/2022, UBND xã Mẫu"
    assert (plan.unit, plan.rank, plan.parents, plan.compared_with) == ("xã Mẫu", 3, (DISTRICT,), (DISTRICT,))
    assert fill(made()).plan(DISTRICT).children == (COMMUNE,)
    assert (plan.targets, plan.tasks, plan.checked) == (1, 2, Checked(1, 2))


def test_a_plan_without_a_number_is_named_by_its_years() -> None:
    unnumbered = commune("Lẻ", number="", type="CTr", issued="null")
    names = [plan.name.vi for plan in fill(audited(linked(None, None, unnumbered))).plans]
    assert "Chương trình năm 2023 của UBND xã Lẻ" in names


def test_a_finding_has_both_sides_and_what_decided() -> None:
    result = fill(made(), EVERYTHING)
    (weaker,) = [finding for finding in result.findings if finding.rule == "weaker-target"]
    assert weaker.of_two
    assert not weaker.lacks
    assert (weaker.item.id, weaker.item.text, weaker.item.value) == (
        "a",
        "Thanh toán trực tuyến thủ tục hành chính",
        "50-80%",
    )
    assert weaker.against is not None
    assert (weaker.against.id, weaker.against.when, weaker.area) == ("1", 2025, 2)
    assert weaker.child_bound is not None
    assert weaker.child_bound.vi == "từ 50% đến 80%"
    assert (weaker.year, weaker.child_value, weaker.parent_value) == (2025, "50-80%", "80%")
    assert ("same", "thanh toán trực tuyến") in {(one.kind, one.parent) for one in weaker.because}
    assert weaker.item.place == Place(f"data/commune/{COMMUNE}.yaml")


def test_what_is_lacking_points_at_the_plan_and_names_the_nearest() -> None:
    (uncovered,) = [finding for finding in fill(made()).findings if finding.rule == "uncovered-task"]
    assert uncovered.lacks
    assert uncovered.item.is_plan
    assert uncovered.against is not None
    assert (uncovered.against.due, uncovered.against.product, uncovered.against.lead) == ("2023", "Báo cáo", COMMUNES)
    assert uncovered.nearest is not None


def test_a_comparison_leads_to_its_findings_and_back() -> None:
    result = fill(made(), EVERYTHING)
    (pair,) = result.comparisons
    assert (pair.child, pair.parent, pair.remote, pair.whole) == (COMMUNE, DISTRICT, False, True)
    assert [(one.parent.id, one.verdict) for one in pair.items] == [
        ("1", "weaker"),
        ("2", "covered"),
        ("3", "uncovered"),
        ("4", "not-asked"),
    ]
    for finding in result.findings:
        if finding.of_two:
            comparison = result.comparison(finding)
            assert comparison is not None
            assert finding.fingerprint in comparison.findings
    weaker = pair.targets[0]
    assert (weaker.better, weaker.answered, weaker.child and weaker.child.id) == ("higher", True, "a")
    assert [(row.parent_level, row.child_level) for row in weaker.years if row.year == 2025] == [(80.0, 50.0)]


def test_comparisons_are_filled_only_where_they_are_asked_for() -> None:
    result = fill(made())
    assert result.comparisons == ()
    assert result.comparison(result.findings[0]) is None


def test_every_pair_of_a_corpus_is_compared_and_every_finding_of_two_has_its_comparison() -> None:
    for found in (recorded(), corpus()):
        result = fill(found, EVERYTHING)
        for finding in result.findings:
            assert not finding.of_two or result.comparison(finding) is not None, finding.fingerprint
        pairs = [(pair.child, pair.parent) for pair in result.comparisons]
        assert len(set(pairs)) == len(pairs)


def test_the_plans_that_are_chosen_alone_are_compared() -> None:
    chosen = select(recorded(), only=frozenset(), ignore=frozenset(), plans=frozenset({"quang-khai-2023"}))
    assert {pair.child for pair in fill(chosen, EVERYTHING).comparisons} == {"quang-khai-2023"}


def test_codes_stay_whatever_is_selected() -> None:
    whole = {finding.fingerprint: finding.code for finding in fill(corpus()).findings}
    some = select(corpus(), only=frozenset({"weaker-target", "no-parent"}), ignore=frozenset(), plans=frozenset())
    assert some.findings
    assert {finding.fingerprint: finding.code for finding in fill(some).findings}.items() <= whole.items()


def test_printed_words_are_brought_by_whoever_has_the_documents() -> None:
    asked: list[tuple[str | None, Lines | None]] = []

    def printer(plan: Plan, lines: Lines | None) -> Printed | None:
        asked.append((plan.number, lines))
        return Printed("như đã in") if lines else None

    result = fill(audited(linked(ABOVE, Sketch(targets=(target("a", "50%", lines=Lines(3, 4)),)))), printer=printer)
    items = [finding.item for finding in result.findings if finding.item.id == "a"]
    assert items
    assert all(item.printed == Printed("như đã in") for item in items)
    with_lines = [one for one in asked if one[1]]
    assert len(set(with_lines)) == len(with_lines) == 1


def test_printed_words_of_the_golden_corpus_come_from_its_documents(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT / "tests/golden/corpus")
    result = fill(corpus(), printer=Sources(Path("documents")).printed)
    assert any(finding.item.printed and finding.item.printed.text for finding in result.findings)


def test_a_waived_finding_fails_nothing() -> None:
    waiver = Waiver(COMMUNE, "weaker-target", "được đồng ý", "Phòng CCHC", date(2026, 1, 12))
    found = made()
    waived = tuple(msgspec.structs.replace(one, ruling=Ruling(waiver)) for one in found.findings)
    assert fill(found).fails("error")
    assert not fill(msgspec.structs.replace(found, findings=waived)).fails("info")


def test_rules_are_those_of_the_findings() -> None:
    result = fill(corpus())
    assert set(result.rules) == {finding.rule for finding in result.findings}
    assert result.counts == {severity: corpus().count(severity) for severity in ("error", "warning", "info")}


@pytest.fixture(scope="module")
def large() -> Audit:
    """About 2,000 findings of 100 communes."""
    names = ["Niêm yết", "Rà soát", "Công khai", "Báo cáo", "Kiểm tra", "Tập huấn", "Tuyên truyền", "Khảo sát"]
    things = ["thủ tục", "hồ sơ", "văn bản", "cán bộ", "ngân sách"]
    asked = (f"{name} {thing}" for name in names for thing in things)
    above = Sketch(tasks=tuple(task(str(n), words, lead=("UBND các xã",)) for n, words in enumerate(asked)))
    cited = Citation(role="basis", number="01/KH-UBND", issuer="UBND huyện Thử")
    below = (
        commune(f"M{n}", id=f"xa-m-{n}", citations=(cited,), tasks=(task("1", "Trồng hoa ven đường", area=7),))
        for n in range(60)
    )
    return audited(linked(above, None, *below))


def test_a_result_of_thousands_of_findings_is_filled_quickly(large: Audit) -> None:
    assert len(large.findings) > 2000
    start = time.process_time()
    result: Result = fill(large, EVERYTHING)
    assert len(result.comparisons) == 60
    assert time.process_time() - start < 5
