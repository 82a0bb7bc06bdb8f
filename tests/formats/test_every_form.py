"""Every form tells the same result: each finding once, in either language, and nothing of a plan acts in any."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import docx
import openpyxl
import pytest

from cascade.formats.columns import KEYS
from cascade.formats.table import AUDIT, COMPARISON, Form
from cascade.model.words import LANGS, Lang
from cascade.reading.reports import is_report, is_untouched_report
from cascade.result.result import FindingView, Result
from tests.formats.forms import clean, golden, hostile_result, many, own_rules
from tests.hostile import TEXTS, acts

Told = Callable[[bytes, Result, Lang], Counter[str]]
"""How often a report tells each finding, by code."""


def by_fingerprint(prints: list[str], result: Result) -> Counter[str]:
    codes = {finding.fingerprint: finding.code for finding in result.findings}
    return Counter(codes[one] for one in prints if one in codes)


def in_json(report: bytes, result: Result, _lang: Lang) -> Counter[str]:
    return by_fingerprint([one["fingerprint"] for one in json.loads(report)["findings"]], result)


def in_gitlab(report: bytes, result: Result, _lang: Lang) -> Counter[str]:
    return by_fingerprint([one["fingerprint"] for one in json.loads(report)], result)


def in_sarif(report: bytes, result: Result, _lang: Lang) -> Counter[str]:
    (run,) = json.loads(report)["runs"]
    return by_fingerprint([print_ for one in run["results"] for print_ in one["partialFingerprints"].values()], result)


def in_junit(report: bytes, _result: Result, _lang: Lang) -> Counter[str]:
    names = (case.get("name", "") for case in ET.fromstring(report).iter("testcase"))  # noqa: S314 - we wrote it
    return Counter(found[1] for name in names if (found := re.match(r"([A-Z]+\d+): ", name)))


def by_line(pattern: str) -> Told:
    def told(report: bytes, _result: Result, _lang: Lang) -> Counter[str]:
        return Counter(re.findall(pattern, report.decode(), re.MULTILINE))

    return told


def in_workbook(report: bytes, result: Result, _lang: Lang) -> Counter[str]:
    sheet = openpyxl.load_workbook(BytesIO(report)).worksheets[1]
    rows = sheet.iter_rows(min_row=3, values_only=True)
    return by_fingerprint([str(row[KEYS.index("fingerprint")]) for row in rows], result)


def in_letters(report: bytes, _result: Result, _lang: Lang) -> Counter[str]:
    """Codes stand in the margin, and on the page of notes before their plan."""
    document = docx.Document(BytesIO(report))
    told = [comment.text for comment in document.comments] + [one.text for one in document.paragraphs]
    return Counter(found[1] for text in told if (found := re.match(r"([A-Z]+\d+)(?: ·|\. |$)", text)))


TOLD: dict[str, Told] = {
    "xlsx": in_workbook,
    "docx": in_letters,
    "rich": by_line(r"^ ([A-Z]+\d+)  "),
    "json": in_json,
    "gitlab": in_gitlab,
    "sarif": in_sarif,
    "junit": in_junit,
    "markdown": by_line(r"^\| ([A-Z]+\d+) "),
    "html": by_line(r'^<article id="([A-Z]+\d+)"'),
    "concise": by_line(r" \[[a-z0-9-]+\] \(([A-Z]+\d+)\)$"),
    "github": by_line(r"^(?:::[a-z]+ .*?title=|· [^ ]*:\d+: )([A-Z]+\d+)(?:%3A|:) "),
}
"""A new form says here how it is read."""
MADE = [name for name, form in AUDIT.items() if not form.originals]
"""What is written into submitted documents is no report of everything (test_docx_comments)."""
TELLING = [name for name in MADE if not AUDIT[name].counts]


def codes(result: Result) -> Counter[str]:
    return Counter(finding.code for finding in result.findings)


def test_it_is_known_how_to_read_every_form() -> None:
    assert set(TOLD) == set(TELLING)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", TELLING)
def test_every_finding_is_told_once(name: str, lang: Lang) -> None:
    for result in (golden(), many(), own_rules(), clean()):
        report = AUDIT[name].render(result, lang)
        assert TOLD[name](report, result, lang) == codes(result)
    assert len(golden().findings) > 30
    assert len(many().findings) > 100
    told = {finding.rule for finding in own_rules().findings}
    assert told >= {"bao-cao-truoc-15-12", "mot-cua-phai-co-chu-tri", "kiem-tra-moi-quy", "collective-target"}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", [name for name in TELLING if name != "rich"])
@pytest.mark.parametrize("text", TEXTS)
def test_hostile_text_hides_no_finding_and_makes_none(name: str, text: str, lang: Lang) -> None:
    result = hostile_result(text)
    assert TOLD[name](AUDIT[name].render(result, lang), result, lang) == codes(result)


@pytest.mark.parametrize("name", [name for name, form in AUDIT.items() if not form.binary])
@pytest.mark.parametrize("text", TEXTS)
def test_nothing_of_a_plan_acts_in_a_form_that_is_text(name: str, text: str) -> None:
    assert acts(AUDIT[name].render(hostile_result(text), "vi").decode()) == []


@pytest.mark.parametrize("name", TELLING)
def test_what_was_not_compared_or_not_read_is_told(name: str) -> None:
    if AUDIT[name].binary:
        return
    report = AUDIT[name].render(golden(), "vi").decode()
    assert "xa-hong-2023" in report.replace("&#45;", "-")
    assert "CHƯA ĐỐI CHIẾU" in report or json.loads(report)["not_compared"]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", MADE)
def test_a_saved_report_is_known_again(name: str, lang: Lang, tmp_path: Path) -> None:
    for number, result in enumerate((golden(), clean())):
        for suffix in AUDIT[name].suffixes:
            path = tmp_path / f"{name}-{number}{suffix}"
            path.write_bytes(AUDIT[name].render(result, lang))
            assert is_report(path)
            assert is_untouched_report(path)


@pytest.mark.parametrize("table", [AUDIT, COMPARISON], ids=["audit", "compare"])
def test_the_same_result_gives_the_same_bytes(table: Mapping[str, Form]) -> None:
    for form in (form for form in table.values() if not form.originals):
        assert form.render(golden(), "vi") == form.render(golden(), "vi")


def test_every_suffix_that_chooses_a_form_begins_with_a_point() -> None:
    assert all(suffix.startswith(".") and suffix.islower() for form in AUDIT.values() for suffix in form.suffixes)


def test_codes_are_the_findings_own_and_in_their_order() -> None:
    def key(finding: FindingView) -> tuple[int, str, int]:
        letters = finding.code.rstrip("0123456789")
        return len(letters), letters, int(finding.code[len(letters) :])

    found = many().findings
    assert [key(finding) for finding in found] == sorted(map(key, found))
    assert len({finding.code for finding in found}) == len(found)
    assert any(finding.code.startswith("AA") for finding in found)
