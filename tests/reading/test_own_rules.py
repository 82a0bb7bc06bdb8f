"""A rule of a reviewer's own is read whole or not at all, and every fault says where it is and what would do."""

from __future__ import annotations

from pathlib import Path

import pytest

from cascade.checks.registry import CHECKS
from cascade.model.own_rule import OwnRule
from cascade.reading.rules import RulesRead, read_rules, rules_beside
from tests.reading.files import placed, said
from tests.support import ROOT, domain

RULE = """\
schema: own-rule/1
id: bao-cao
title: Báo cáo chưa có hạn
severity: warning
of: {level: commune}
each: task
where: {words: báo cáo}
must: {due: {until: 15/12}}
message: "«{text}»: {due}"
suggestion: {vi: Ghi hạn, en: Set a deadline}
reason: Để kịp tổng hợp
"""
MUST = "must: {due: {until: 15/12}}"


def read(folder: Path, text: str, name: str = "bao-cao.yaml") -> RulesRead:
    (folder / name).write_text(text, encoding="utf-8")
    return read_rules([folder], CHECKS)


def rule_of(found: RulesRead, rule_id: str = "bao-cao") -> OwnRule:
    assert said(found.faults) == []
    assert found.domain is not None
    rule = found.domain.rules[rule_id]
    assert isinstance(rule, OwnRule)
    return rule


def test_a_rule_is_read_and_words_in_one_language_stand_for_both(tmp_path: Path) -> None:
    rule = rule_of(read(tmp_path, RULE))
    assert (rule.family, rule.severity) == ("tasks", {"default": "warning"})
    assert rule.title.en == rule.title.vi == "Báo cáo chưa có hạn"
    assert rule.suggestion.en == "Set a deadline"
    assert rule.scope.say("vi") == "Mỗi nhiệm vụ của kế hoạch"
    assert rule.demand.where.words == ("báo cáo",)  # one value for a list of it


def test_a_rule_on_plans_above_is_less_loud_where_it_is_not_sure_who_answers(tmp_path: Path) -> None:
    text = RULE.replace("each: task", "each: asked-task").replace(MUST, "must: {verdict: covered}")
    assert rule_of(read(tmp_path, text)).severity == {"default": "warning", "unsure": "info"}


@pytest.mark.parametrize(
    ("old", "new", "place", "tells"),
    [
        ("where: {words: báo cáo}", "where: {word: báo cáo}", (7, 9), "did you mean «words»?"),
        ("level: commune", "level: comune", (5, 13), "did you mean «commune»?"),
        ("each: task", "each: tasks", (6, 7), "did you mean «task»?"),
        ("until: 15/12", "until: 31/02", (8, 21), "a day: 15/12"),
        ("until: 15/12", "until: 15/12/1826", (8, 21), "1826"),
        ("«{text}»", "«{txt}»", (9, 10), "did you mean «text»?"),
        ("«{text}»", "«{text»", (9, 10), "does not provide"),
        ("severity: warning", "severity: loud", (4, 11), "error | warning | info"),
        (f"{MUST}\n", "", (6, 7), "«each» needs «must»"),
        ("each: task\n", "", (1, 1), "each | some"),
        ("each: task", "some: task", (8, 7), "«must» needs «each»"),
        ("each: task", "each: task\nat-least: 2", (7, 11), "«at-least» needs «some»"),
        (MUST, "must: {}", (8, 7), "says nothing"),
        (MUST, "must: {due: {}}", (8, 13), "says nothing"),
        (MUST, "must: {any: []}", (8, 13), "a list of at least one"),
        (MUST, "must: {not: {verdict: missing}}", (8, 23), "not for an item of the plan itself"),
        (MUST, "must: {all: [{has: lead}, {answer: {has: lead}}]}", (8, 36), "«answer» is not for"),
        (MUST, "must: {above: {above: {has: due}}}", (8, 23), "«above» is not for"),
        ("where: {words: báo cáo}", "where: {words: '…'}", (7, 16), "no word"),
        ("id: bao-cao", "id: Báo cáo", (2, 5), "lower-case ASCII"),
        ("id: bao-cao", "id: bao-cao-khac", (2, 5), "must be called bao-cao-khac.yaml"),
    ],
)
def test_every_fault_has_its_place_and_says_what_would_do(
    tmp_path: Path, old: str, new: str, place: tuple[int, int], tells: str
) -> None:
    assert old in RULE
    found = read(tmp_path, RULE.replace(old, new, 1))
    assert found.domain is not None
    assert "bao-cao" not in found.domain.rules
    assert [(fault.line, fault.column) for fault in said(found.faults)] == [place]
    assert tells in said(found.faults)[0].en


def test_no_rule_of_one_s_own_takes_the_id_of_a_shipped_one_or_of_another(tmp_path: Path) -> None:
    text = RULE.replace("id: bao-cao", "id: weaker-target")
    (shadow,) = said(read(tmp_path, text, "weaker-target.yaml").faults)
    assert (shadow.code, shadow.line, shadow.column) == ("own-rule-shadows", 2, 5)
    folders = [tmp_path / "a", tmp_path / "b"]
    for folder in folders:
        folder.mkdir()
        (folder / "bao-cao.yaml").write_text(RULE, encoding="utf-8")
    found = read_rules(folders, CHECKS)
    assert [fault.code for fault in said(found.faults)] == ["own-rule-twice"]
    assert found.domain is not None
    assert "bao-cao" in found.domain.rules


def test_beside_plans_lie_rules_of_one_s_own_alone(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules/bao-cao.yaml").write_text(RULE, encoding="utf-8")
    (tmp_path / "rules/no-parent.yaml").write_text("schema: rule/1\nid: no-parent\n", encoding="utf-8")
    (tmp_path / "rules/measures.yaml").write_text("schema: measures/1\nmeasures: []\n", encoding="utf-8")
    found = read_rules((), CHECKS, beside=rules_beside([tmp_path, tmp_path / "nothing"]))
    assert [fault.code for fault in said(found.faults)] == ["own-rules-only", "own-rules-only"]
    assert found.domain is not None
    assert "bao-cao" in found.domain.rules
    assert found.domain.rules["no-parent"] == domain().rules["no-parent"]


def test_the_shipped_rules_are_not_those_beside_plans() -> None:
    assert rules_beside([ROOT]) == ()


def test_a_file_that_is_no_yaml_is_told_with_its_place(tmp_path: Path) -> None:
    found = read(tmp_path, RULE + "  - x: [\n")
    assert found.domain is not None
    assert "bao-cao" not in found.domain.rules
    assert placed(found.faults)
