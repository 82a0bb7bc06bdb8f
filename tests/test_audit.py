"""The audit as a whole: what is blamed, in which order, under which stable names, and always the same."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import msgspec
import pytest

from cascade.audit import Audit, audit, run, select
from cascade.checks.context import Context
from cascade.formats.audit_json import render
from cascade.model.finding import Item
from cascade.model.plan import Citation, Lines, Plan
from cascade.model.rule import SEVERITIES, Sketch
from cascade.model.unread import Unread, UnreadItem
from cascade.reading.fault import Fault
from cascade.reading.plans import Corpus, PlanFile, read_corpus
from cascade.result.fill import EVERYTHING, fill
from tests.support import (
    COMMUNE,
    DATA,
    DISTRICT,
    EMPTY,
    PROVINCE,
    ROOT,
    WAITING,
    audited,
    domain,
    linked,
    province,
    recorded,
    rule,
    target,
    task,
)

TO_PROVINCE = Citation(role="basis", number="07/KH-UBND", date=date(2021, 10, 1), issuer="UBND tỉnh Ví Dụ")
TO_DISTRICT = Citation(role="basis", number="01/KH-UBND", date=date(2021, 12, 1), issuer="UBND huyện Thử")
COMMUNES = ("UBND các xã, thị trấn",)


def told(result: Audit) -> list[tuple[str, str, str, str | None]]:
    """Each finding as severity, rule, plan and item, in the order of the report."""
    return [(j.severity, j.finding.rule, j.finding.item.plan, result.id_of(j.finding.item)) for j in result.findings]


def three_levels() -> Context:
    """The province asks for 80% and 15 minutes, the district gives way on one, the commune on both."""
    above = province(targets=(target("1", "80%"), target("2", "15 phút", WAITING)))
    between = Sketch(citations=(TO_PROVINCE,), targets=(target("I.1", "60%"), target("I.2", "15 phút", WAITING)))
    child = Sketch(
        targets=(target("a", "60%"), target("b", "30 phút", WAITING)),
        tasks=(task("c", "Rà soát TTHC", due="2021"),),
    )
    return linked(between, child, above)


# One root cause, one finding


def test_a_commune_that_copies_a_weaker_district_is_listed_and_not_blamed() -> None:
    above = province(targets=(target("1", "80%"),))
    result = audited(
        linked(
            Sketch(citations=(TO_PROVINCE,), targets=(target("I.1", "60%"),)),
            Sketch(targets=(target("a", "60%"),)),
            above,
        )
    )
    errors = [judged for judged in result.findings if judged.severity == "error"]
    (judged,) = errors
    assert (judged.finding.rule, judged.finding.item) == ("weaker-target", Item(DISTRICT, "target", 0))
    assert (judged.finding.against, judged.finding.affects) == (Item(PROVINCE, "target", 0), (COMMUNE,))
    assert [j.finding.rule for j in result.findings if j.finding.item.plan == COMMUNE] == []


# Nothing is concluded from what is not on file


def test_of_an_excerpt_what_it_says_is_compared_and_what_it_lacks_is_not_missed() -> None:
    asked = (target("1", "80%"), target("2", "15 phút", WAITING))
    work = task("3", "Số hóa hồ sơ TTHC", area=2, lead=COMMUNES)
    child = Sketch(content="excerpt", targets=(target("a", "60%"),))
    result = audited(linked(Sketch(targets=asked, tasks=(work,)), child))
    assert [one for one in told(result) if one[2] == COMMUNE] == [("error", "weaker-target", COMMUNE, "a")]


def test_a_plan_that_was_not_read_as_a_whole_is_blamed_for_nothing_that_it_lacks() -> None:
    context = linked(
        Sketch(targets=(target("1", "80%"), target("2", "15 phút", WAITING))), Sketch(targets=(target("a", "60%"),))
    )
    files = {plan_id: PlanFile(plan_id, context.files[plan_id], plan, {}) for plan_id, plan in context.plans.items()}
    fault = Fault(context.files[COMMUNE], 3, 1, "duplicate-id", (("found", "b"), ("first", "2")))
    whole, faulty = (audit(Corpus(files, faults), domain()) for faults in ((), (fault,)))
    rules = [[one[1] for one in told(result) if one[2] == COMMUNE] for result in (whole, faulty)]
    assert rules == [["weaker-target", "missing-target"], ["weaker-target"]]


ASKED = Sketch(
    targets=(
        target("1", "90%", None, text="90% hộ dân trồng cây ăn quả ký hợp đồng bao tiêu"),
        target("2", "80%", None, text="80% diện tích rừng phòng hộ được khoanh nuôi"),
    ),
    tasks=(
        task("3", "Tu bổ kênh mương nội đồng", lead=COMMUNES),
        task("4", "Thống kê đàn trâu bò của từng thôn", lead=COMMUNES),
    ),
)


def with_unread(*items: UnreadItem) -> list[tuple[str, str, str]]:
    """Of a plan that says one other thing, and of which some items could not be read: what it is told to lack."""
    context = linked(ASKED, Sketch(tasks=(task("a", "Mở lớp dạy nghề may", lead=COMMUNES),)))
    files = {plan_id: PlanFile(plan_id, context.files[plan_id], plan, {}) for plan_id, plan in context.plans.items()}
    files[COMMUNE] = msgspec.structs.replace(files[COMMUNE], unread=Unread(items))
    result = audit(Corpus(files, ()), domain())
    return [
        (one.severity, one.finding.rule, result.id_of(one.finding.against) or "")
        for one in result.findings
        if one.finding.item.plan == COMMUNE and one.finding.against is not None
    ]


def test_an_item_that_could_not_be_read_hides_what_its_words_answer_and_nothing_else() -> None:
    lacking = with_unread()
    assert [(rule, item) for _, rule, item in lacking] == [
        ("uncovered-task", "3"),
        ("uncovered-task", "4"),
        ("missing-target", "1"),
        ("missing-target", "2"),
    ]
    words = UnreadItem("target", "Hộ trồng cây ăn quả ký hợp đồng bao tiêu"), UnreadItem("task", "Tu bổ kênh mương")
    assert {(rule, item) for _, rule, item in with_unread(*words)} == {("uncovered-task", "4"), ("missing-target", "2")}


def test_where_an_item_cannot_be_read_at_all_what_is_lacking_is_told_as_unsure() -> None:
    blank = with_unread(UnreadItem("task"))
    assert {severity for severity, _, _ in blank} == {"info"}
    assert {(rule, item) for _, rule, item in blank} == {(rule, item) for _, rule, item in with_unread()}


# Order


def test_findings_come_by_level_then_plan_then_severity_then_place() -> None:
    assert told(audited(three_levels())) == [
        ("info", "no-parent", PROVINCE, None),
        ("error", "weaker-target", DISTRICT, "I.1"),
        ("error", "weaker-target", COMMUNE, "b"),
        ("warning", "stale-deadline", COMMUNE, "c"),
    ]


def test_items_come_in_the_order_of_their_lines_in_the_file() -> None:
    asked = (target("1", "80%"), target("2", "15 phút", WAITING))
    context = linked(Sketch(targets=asked), Sketch(targets=(target("a", "50%"), target("b", "30 phút", WAITING))))
    for lines in ((10, 20), (20, 10)):
        places = {("targets", index): (line, 5) for index, line in enumerate(lines)}
        files = {
            plan_id: PlanFile(plan_id, context.files[plan_id], plan, places if plan_id == COMMUNE else {})  # type: ignore[arg-type]
            for plan_id, plan in context.plans.items()
        }
        result = audit(Corpus(files, ()), domain())
        order = [item for severity, _, _, item in told(result) if severity == "error"]
        assert order == (["a", "b"] if lines[0] < lines[1] else ["b", "a"])


def test_the_findings_of_the_recorded_plans_are_in_that_order_too() -> None:
    result = recorded()
    rank = result.context.lineage.rank
    keys = [(rank(j.finding.item.plan), j.finding.item.plan, SEVERITIES.index(j.severity)) for j in result.findings]
    assert keys == sorted(keys)


# Names that last


def fingerprints(context: Context) -> set[str]:
    result = audited(context)
    return {result.fingerprint(judged) for judged in result.findings}


def test_every_finding_has_a_name_of_its_own() -> None:
    for result in (recorded(), audited(three_levels())):
        assert len({result.fingerprint(judged) for judged in result.findings}) == len(result.findings) > 0


def test_two_citations_of_one_document_have_names_of_their_own() -> None:
    late = Citation(role="body", number="12/KH-UBND", date=date(2024, 1, 1))
    result = audited(linked(EMPTY, Sketch(citations=(TO_DISTRICT, late, late))))
    names = [result.fingerprint(j) for j in result.findings if j.finding.rule == "cites-later-document"]
    assert len(names) == 2
    assert names[0] != names[1]


def test_a_name_depends_on_no_line_and_no_word() -> None:
    context = three_levels()

    def reworded(plan: Plan) -> Plan:
        return msgspec.structs.replace(
            plan,
            title=f"{plan.title}, bản sửa",
            targets=tuple(
                msgspec.structs.replace(one, text="Lời khác", lines=Lines(7 + index, 9 + index))
                for index, one in enumerate(plan.targets)
            ),
            tasks=tuple(msgspec.structs.replace(one, text="Việc khác", lines=Lines(1, 2)) for one in plan.tasks),
        )

    files = {
        plan_id: PlanFile(plan_id, f"elsewhere/{context.files[plan_id]}", reworded(plan), {("targets", 0): (99, 3)})
        for plan_id, plan in context.plans.items()
    }
    result = audit(Corpus(files, ()), domain())
    assert {result.fingerprint(judged) for judged in result.findings} == fingerprints(context)


def test_a_name_depends_on_no_bound_and_no_order_of_the_items() -> None:
    asked = (target("1", "80%"), target("2", "15 phút", WAITING))
    answers = (target("a", "50%"), target("b", "30 phút", WAITING))
    one = linked(Sketch(targets=asked), Sketch(targets=answers))
    changed = (target("b", "25 phút", WAITING), target("a", "40-60%"))
    other = linked(Sketch(targets=tuple(reversed(asked))), Sketch(targets=changed))
    assert fingerprints(one) == fingerprints(other)


@pytest.mark.parametrize(
    "other",
    [
        linked(Sketch(targets=(target("2", "80%"),)), Sketch(targets=(target("a", "50%"),))),  # another counterpart
        linked(Sketch(targets=(target("1", "80%"),)), Sketch(targets=(target("b", "50%"),))),  # another item
        linked(Sketch(targets=(target("1", "80%"),)), Sketch(id="xa-mau-2024", targets=(target("a", "50%"),))),
        linked(Sketch(targets=(target("1", "80%", by=2024),)), Sketch(targets=(target("a", "80%", by=2025),))),
    ],
)
def test_another_rule_plan_item_or_counterpart_is_another_name(other: Context) -> None:
    base = linked(Sketch(targets=(target("1", "80%"),)), Sketch(targets=(target("a", "50%"),)))

    def error_names(context: Context) -> set[str]:
        result = audited(context)
        return {result.fingerprint(judged) for judged in result.findings if judged.severity == "error"}

    assert len(error_names(base)) == len(error_names(other)) == 1
    assert error_names(base) != error_names(other)


# Counting and choosing


def test_findings_are_counted_by_severity_and_fail_from_a_severity_on() -> None:
    result = audited(three_levels())
    assert [result.count(severity) for severity in SEVERITIES] == [2, 1, 1]
    assert [result.fails(severity) for severity in SEVERITIES] == [True, True, True]
    quiet = select(result, only=frozenset({"no-parent"}), ignore=frozenset(), plans=frozenset())
    assert [quiet.fails(severity) for severity in SEVERITIES] == [False, False, True]
    none = select(result, only=frozenset({"carve-out"}), ignore=frozenset(), plans=frozenset())
    assert [none.fails(severity) for severity in SEVERITIES] == [False, False, False]


@pytest.mark.parametrize(
    ("only", "ignore", "plans", "kept"),
    [
        ((), (), (), ["no-parent", "weaker-target", "weaker-target", "stale-deadline"]),
        (("weaker-target",), (), (), ["weaker-target", "weaker-target"]),
        ((), ("weaker-target",), (), ["no-parent", "stale-deadline"]),
        (("weaker-target", "no-parent"), ("no-parent",), (), ["weaker-target", "weaker-target"]),
        ((), (), (COMMUNE,), ["weaker-target", "stale-deadline"]),
        (("weaker-target",), (), (COMMUNE,), ["weaker-target"]),
    ],
)
def test_selecting_keeps_the_order_of_what_it_keeps(
    only: tuple[str, ...], ignore: tuple[str, ...], plans: tuple[str, ...], kept: list[str]
) -> None:
    result = select(audited(three_levels()), only=frozenset(only), ignore=frozenset(ignore), plans=frozenset(plans))
    assert [judged.finding.rule for judged in result.findings] == kept


def test_selecting_leaves_the_corpus_whole() -> None:
    result = select(audited(three_levels()), only=frozenset(), ignore=frozenset(), plans=frozenset({COMMUNE}))
    assert list(result.plans) == [DISTRICT, PROVINCE, COMMUNE]


def test_a_case_to_which_a_rule_gives_no_severity_is_not_reported() -> None:
    context = linked(Sketch(targets=(target("1", "80%"),)), Sketch(targets=(target("a", "50%"),)))
    shipped = rule("weaker-target")
    assert [judged.severity for judged in run(context, shipped)] == ["error"]
    assert run(context, msgspec.structs.replace(shipped, severity={"direct": "error"})) == []
    fallback = msgspec.structs.replace(shipped, severity={"direct": "error", "default": "info"})
    assert [judged.severity for judged in run(context, fallback)] == ["info"]


def test_a_rule_without_a_check_finds_nothing() -> None:
    assert run(three_levels(), msgspec.structs.replace(rule("weaker-target"), id="no-such-rule")) == []


def test_text_from_a_plan_is_put_into_words_on_one_safe_line() -> None:
    nasty = target("a", "50%", text="Dòng một\ndòng hai\x1b[31m \u202e đỏ")
    context = linked(
        EMPTY, Sketch(targets=(target("b", "80%", by=2025), nasty, target("c", "60%", by=2025, text=nasty.text)))
    )
    judged = [one for one in audited(context).findings if one.finding.rule == "contradictory-targets"]
    assert len(judged) == 1
    for text in (judged[0].message.vi, judged[0].message.en, judged[0].suggestion.vi):
        assert not set("\n\x1b\u202e") & set(text)


def test_items_are_named_as_a_person_cites_them() -> None:
    law = Citation(role="basis", title="Luật Tổ chức chính quyền địa phương", lines=Lines(3, 4))
    result = audited(
        linked(EMPTY, Sketch(citations=(TO_DISTRICT, law), targets=(target("a", "1%", lines=Lines(5, 5)),)))
    )
    items = [Item(COMMUNE), Item(COMMUNE, "citation", 0), Item(COMMUNE, "citation", 1), Item(COMMUNE, "target", 0)]
    assert [result.id_of(item) for item in items] == [None, "01/KH-UBND", "Luật Tổ chức chính quyền địa phương", "a"]
    assert [str(result.lines_of(item)) for item in items] == ["None", "None", "3-4", "5"]
    assert result.id_of(None) is None


# The same corpus, the same bytes


def test_no_order_of_the_files_changes_a_byte() -> None:
    files = sorted(DATA.rglob("*.yaml"))
    assert len(files) == 14
    orders = (files, files[::-1], files[7:] + files[:7], files[::2] + files[1::2])
    reports = {render(fill(audit(read_corpus(order, domain()), domain()), EVERYTHING), "vi") for order in orders}
    assert reports == {render(fill(recorded(), EVERYTHING), "vi")}


def test_a_second_audit_of_the_same_corpus_says_the_same() -> None:
    corpus = recorded().corpus
    assert audit(corpus, domain()).findings == recorded().findings


WRITTEN = """\
schema: plan/1
title: CCHC giai đoạn 2021-2025
number: {number}
type: KH
level: {level}
issuer: {issuer}
place: {place}
issued: {issued}
period: 2021-2025
content: full
review: draft
citations:
{citations}
targets:
  - {{id: "1", text: TTHC thanh toán trực tuyến, measure: tthc.online-payment, value: "{value}"}}
tasks:
  - {{id: "2", text: Công khai TTHC, area: 2, lead: ["UBND các xã, thị trấn"]}}
  - {{id: "3", text: Số hóa hồ sơ TTHC, area: 2, lead: ["UBND các xã, thị trấn"]}}
"""


def write_knotted_corpus(folder: Path) -> None:
    """A district and seven communes that all cite one another: every set has more than one order."""
    numbers = [f"{number}/KH-UBND" for number in range(1, 9)]
    basis = "\n".join(f"  - {{number: {number}, date: 2021-12-01, role: basis}}" for number in numbers)
    for index, number in enumerate(numbers):
        name, level = ("Thử", "district") if index == 0 else (f"Mẫu {index}", "commune")
        place = "[Thử, Ví Dụ]" if index == 0 else f"[{name}, Thử, Ví Dụ]"
        citations = basis.replace("role", f"issuer: UBND xã Mẫu {index}, role") if index % 3 == 1 else basis
        text = WRITTEN.format(
            number=number,
            level=level,
            issuer=f"UBND {name}",
            place=place,
            issued="2021-12-01",
            citations=citations,
            value=f"{80 - 5 * (index % 3)}%",
        )
        path = folder / level / f"ke-hoach-{index}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_no_order_of_hashing_changes_a_byte(tmp_path: Path) -> None:
    write_knotted_corpus(tmp_path)
    reports = set()
    for seed in ("1", "42"):
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [sys.executable, "-m", "cascade", "audit", str(DATA), str(tmp_path), "--format", "json"],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (1, b"")
        reports.add(done.stdout)
    assert len(reports) == 1
    assert b"citation-cycle" in reports.pop()


def test_a_report_of_an_empty_corpus_is_empty() -> None:
    result = audit(Corpus({}, ()), domain())
    assert (result.findings, dict(result.plans), result.faults) == ((), {}, ())
    assert not result.fails("info")
