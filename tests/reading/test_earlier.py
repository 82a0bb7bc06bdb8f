"""Reading an earlier report or a baseline: what it told, or one fault with its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cascade.formats import audit_json, baseline
from cascade.model.earlier import Earlier
from cascade.reading.earlier import read_earlier
from cascade.reading.fault import Fault
from tests.formats.forms import clean, golden


def test_a_report_and_a_baseline_tell_the_same_findings(tmp_path: Path) -> None:
    report, kept = tmp_path / "r.json", tmp_path / "b.json"
    report.write_bytes(audit_json.render(golden(), "vi"))
    kept.write_bytes(baseline.render(golden(), "vi"))
    found = read_earlier(report), read_earlier(kept)
    assert all(isinstance(one, Earlier) for one in found)
    prints = [{told.fingerprint for told in one.findings} for one in found if isinstance(one, Earlier)]
    assert prints[0] == prints[1] == {finding.fingerprint for finding in golden().findings}


def test_a_baseline_is_sorted_one_finding_a_line_and_needs_no_language(tmp_path: Path) -> None:
    text = baseline.render(golden(), "vi").decode()
    assert text == baseline.render(golden(), "en").decode()
    lines = text.splitlines()[1:-1]
    assert len(lines) == len(golden().findings)
    (tmp_path / "b.json").write_bytes(baseline.render(clean(), "vi"))
    empty = read_earlier(tmp_path / "b.json")
    assert isinstance(empty, Earlier)
    assert empty.findings == ()


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("", "not-json", (1, 1)),
        ('{"format": "cascade-audit/1",\n  x}', "not-json", (2, 3)),
        ("[]", "no-earlier", (1, 1)),
        ('{"format": "cascade-compare/1", "findings": []}', "no-earlier", (1, 1)),
        ('{"format": "cascade-audit/1", "findings": [{"rule": "x"}]}', "no-earlier", (1, 1)),
        ('{"format": "cascade-audit/1"}', "no-earlier", (1, 1)),
    ],
)
def test_a_file_that_is_neither_is_a_fault_with_its_place(
    tmp_path: Path, text: str, code: str, place: tuple[int, int]
) -> None:
    (tmp_path / "r.json").write_text(text, encoding="utf-8")
    fault = read_earlier(tmp_path / "r.json")
    assert isinstance(fault, Fault)
    assert (fault.code, (fault.line, fault.column)) == (code, place)


def test_a_file_that_cannot_be_read_is_one_too(tmp_path: Path) -> None:
    fault = read_earlier(tmp_path)
    assert isinstance(fault, Fault)
    assert fault.code == "unreadable"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=st.binary(max_size=80) | st.just(b"[" * 100_000))
def test_no_bytes_make_it_raise(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "r.json").write_bytes(raw)
    assert isinstance(read_earlier(tmp_path / "r.json"), Fault)


def test_what_an_earlier_report_says_cannot_act(tmp_path: Path) -> None:
    told = '{"fingerprint": "f", "rule": "r", "plan": "p", "item": null, "message": "\\u001b[2J"}'
    (tmp_path / "r.json").write_text(f'{{"format": "cascade-audit/1", "findings": [{told}]}}', encoding="utf-8")
    found = read_earlier(tmp_path / "r.json")
    assert isinstance(found, Earlier)
    assert found.findings[0].message == "\N{REPLACEMENT CHARACTER}[2J"
