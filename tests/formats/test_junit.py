"""JUnit's XML."""

from __future__ import annotations

from collections import Counter

import pytest
from lxml import etree

from cascade.formats.junit import render
from cascade.result.result import Result
from tests.formats.forms import clean, golden, hostile_result, many, xml_schemas
from tests.hostile import TEXTS


def suites(result: Result) -> etree._Element:
    return etree.fromstring(render(result, "vi"))


def test_it_is_valid_and_no_two_cases_of_a_plan_are_called_alike() -> None:
    for result in (golden(), many(), clean()):
        for held in xml_schemas("junit.xsd"):
            held.assertValid(etree.ElementTree(suites(result)))


@pytest.mark.parametrize("name", TEXTS)
def test_it_is_valid_whatever_a_plan_says(name: str) -> None:
    for held in xml_schemas("junit.xsd"):
        held.assertValid(etree.ElementTree(suites(hostile_result(name))))


def test_the_counts_are_those_of_the_cases() -> None:
    root = suites(golden())
    for suite in root:
        outcomes = Counter(child.tag for case in suite for child in case)
        assert [suite.get(name) for name in ("tests", "failures", "errors", "skipped")] == [
            str(n) for n in (len(suite), outcomes["failure"], outcomes["error"], outcomes["skipped"])
        ]
    assert root.get("failures") == str(golden().counts["error"])
    assert root.get("errors") == str(len(golden().faults))


def test_a_plan_that_holds_has_a_case_that_passes() -> None:
    cases = [case for case in suites(clean()).iter("testcase") if not len(case)]
    assert [case.get("classname") for case in cases] == ["xa-mau-2023"]
