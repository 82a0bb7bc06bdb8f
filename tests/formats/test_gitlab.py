"""GitLab's code quality report."""

from __future__ import annotations

import json

import pytest

from cascade.formats.gitlab import render
from tests.formats.forms import clean, golden, hostile_result, many, validators
from tests.hostile import TEXTS


def test_it_is_of_the_shape_that_gitlab_reads() -> None:
    for result in (golden(), many(), clean()):
        for lang in ("vi", "en"):
            for held in validators("gitlab.json"):
                held.validate(json.loads(render(result, lang)))


@pytest.mark.parametrize("name", TEXTS)
def test_whatever_a_plan_says(name: str) -> None:
    raw = render(hostile_result(name), "vi")
    assert not raw.startswith(b"\xef\xbb\xbf")
    validators("gitlab.json")[0].validate(json.loads(raw))


def test_no_two_issues_have_one_fingerprint_and_a_language_changes_none() -> None:
    vi, en = ([one["fingerprint"] for one in json.loads(render(golden(), lang))] for lang in ("vi", "en"))
    assert vi == en
    assert len(set(vi)) == len(vi) == len(golden().findings) + len(golden().faults) + len(golden().not_compared)


def test_an_issue_is_at_the_child_and_as_severe_as_the_finding() -> None:
    told = {one["fingerprint"]: one for one in json.loads(render(golden(), "vi"))}
    for finding in golden().findings:
        issue = told[finding.fingerprint]
        place = finding.item.place
        assert issue["location"] == {"path": place.file, "lines": {"begin": place.line}}
        assert issue["severity"] == {"error": "major", "warning": "minor", "info": "info"}[finding.severity]
    assert json.loads(render(clean(), "vi")) == []
