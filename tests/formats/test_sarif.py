"""SARIF 2.1.0, as GitHub takes it in."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest

from cascade.formats import sarif
from cascade.formats.sarif import render, uri
from cascade.result.result import Result
from tests.formats.forms import clean, golden, hostile_result, many, validators
from tests.hostile import TEXTS


def run_of(result: Result) -> Any:
    (run,) = json.loads(render(result, "vi"))["runs"]
    return run


def test_it_is_valid() -> None:
    for result in (golden(), many(), clean()):
        for lang in ("vi", "en"):
            for held in validators("sarif.json"):
                held.validate(json.loads(render(result, lang)))


@pytest.mark.parametrize("name", TEXTS)
def test_it_is_valid_whatever_a_plan_says(name: str) -> None:
    for held in validators("sarif.json"):
        held.validate(json.loads(render(hostile_result(name), "vi")))


def test_a_result_names_its_rule_and_stands_at_the_child_beside_the_parent() -> None:
    run = run_of(golden())
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    for finding, told in zip(golden().findings, run["results"], strict=True):
        assert rules[told["ruleIndex"]] == told["ruleId"] == finding.rule
        (location,) = told["locations"]
        place = finding.item.place
        assert location["physicalLocation"]["artifactLocation"]["uri"] == uri(place.file)
        assert location["physicalLocation"]["region"] == {"startLine": place.line, "startColumn": place.column}
        assert ("relatedLocations" in told) == (finding.against is not None)


def test_what_could_not_be_read_fails_the_run_and_is_no_result() -> None:
    (invocation,) = run_of(golden())["invocations"]
    assert invocation["executionSuccessful"] is False
    levels = [note["level"] for note in invocation["toolExecutionNotifications"]]
    assert (levels.count("error"), levels.count("warning")) == (len(golden().faults), len(golden().not_compared))
    assert run_of(many())["invocations"][0]["executionSuccessful"] is True


def test_more_results_than_github_takes_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MOST_RESULTS", 5)
    run = run_of(many())
    assert len(run["results"]) == 5
    left = len(many().findings) - 5
    assert run["invocations"][0]["toolExecutionNotifications"][-1]["message"]["text"] == f"và {left} điểm nữa"


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("data/xã Mẫu.docx", "data/x%C3%A3%20M%E1%BA%ABu.docx"),
        ("./a/../b.yaml", "b.yaml"),
        ("/tmp/a b.yaml", "file:///tmp/a%20b.yaml"),  # noqa: S108 - a name
        ("C:\\Kế\\a.docx", "C%3A/K%E1%BA%BF/a.docx"),
        ("a#b?c%d.yaml", "a%23b%3Fc%25d.yaml"),
    ],
)
def test_a_file_is_named_by_a_reference(file: str, said: str) -> None:
    assert uri(file) == said


def test_a_long_description_is_cut_at_what_github_takes() -> None:
    rules = {name: msgspec.structs.replace(rule, rationale=rule.scope) for name, rule in golden().rules.items()}
    name, rule = next(iter(rules.items()))
    long = msgspec.structs.replace(rule.title, vi="dài " * 1000)
    result = msgspec.structs.replace(golden(), rules=rules | {name: msgspec.structs.replace(rule, title=long)})
    assert len(run_of(result)["tool"]["driver"]["rules"][0]["shortDescription"]["text"]) == sarif.LONGEST
