"""The reports on a small invented corpus, byte for byte as they were last agreed to.

The corpus is `tests/golden/corpus/data/`; it has every kind of finding, and one file that cannot be
read. Where a report is meant to change, renew the files, and read the difference before you commit it:

    RENEW_GOLDEN=1 python -m pytest tests/report/test_golden.py && git diff tests/golden
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from cascade.audit import Audit, audit
from cascade.checks.registry import CHECKS
from cascade.documents.sources import Sources
from cascade.formats import audit_text, comparison_text
from cascade.formats.table import AUDIT
from cascade.model.words import Lang
from cascade.reading.plans import read_corpus
from cascade.report.lineage_pictures import dot, mermaid, tree
from cascade.report.screen import Screen
from cascade.result.fill import EVERYTHING, fill
from tests.support import ROOT, domain

NOT_HERE = {"stale-decision", "amended-plan", "parent-changed"}
"""Nobody has decided anything about this corpus, and no plan of it is there in two versions."""
GOLDEN = ROOT / "tests/golden"
RENEW = "RENEW_GOLDEN" in os.environ

Report = Callable[[Audit], str]


def compared(result: Audit, *, child: str, width: int) -> str:
    pairs = [(child, parent) for parent in result.context.lineage.parents(child)]
    return comparison_text.render(fill(result, EVERYTHING, pairs=pairs), "vi", Screen(width)).decode()


def text(result: Audit, *, lang: Lang, width: int, view: audit_text.View = "full") -> str:
    return audit_text.render(fill(result), lang, Screen(width), view=view).decode()


def formed(result: Audit, *, form: str, lang: Lang) -> str:
    return AUDIT[form].render(fill(result, AUDIT[form].needs), lang).decode()


def printed(result: Audit) -> str:
    filled = fill(result, printer=Sources(Path("documents")).printed)
    return audit_text.render(filled, "vi", Screen(100)).decode()


REPORTS: dict[str, Report] = {
    "audit.vi.80.txt": partial(text, lang="vi", width=80),
    "audit.vi.100.txt": partial(text, lang="vi", width=100),
    "audit.en.80.txt": partial(text, lang="en", width=80),
    "audit.en.100.txt": partial(text, lang="en", width=100),
    "summary.vi.80.txt": partial(text, lang="vi", width=80, view="summary"),
    "summary.en.140.txt": partial(text, lang="en", width=140, view="summary"),
    "statistics.vi.100.txt": partial(text, lang="vi", width=100, view="statistics"),
    "audit.vi.json": partial(formed, form="json", lang="vi"),
    "audit.en.json": partial(formed, form="json", lang="en"),
    "audit.vi.md": partial(formed, form="markdown", lang="vi"),
    "audit.vi.concise.txt": partial(formed, form="concise", lang="vi"),
    "audit.en.github.txt": partial(formed, form="github", lang="en"),
    "audit.vi.gitlab.json": partial(formed, form="gitlab", lang="vi"),
    "audit.en.sarif": partial(formed, form="sarif", lang="en"),
    "audit.vi.xml": partial(formed, form="junit", lang="vi"),
    "audit-sources.vi.100.txt": printed,
    "compare.vi.100.txt": partial(compared, child="xa-mau-2023", width=100),
    "graph.en.txt": lambda result: tree(result.context.lineage, "en", Screen(100)),
    "graph.vi.mmd": lambda result: mermaid(result.context.lineage, "vi"),
    "graph.vi.dot": lambda result: dot(result.context.lineage, "vi"),
}
"""Each golden file and how it is made."""


@pytest.fixture(scope="module")
def result() -> Audit:
    """The audit of the corpus, with its files named as a reviewer in that folder names them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(GOLDEN / "corpus")
        return audit(read_corpus([Path("data")], domain()), domain())


@pytest.mark.parametrize("name", REPORTS)
def test_the_report_is_what_was_last_agreed_to(result: Audit, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(GOLDEN / "corpus")
    made = REPORTS[name](result)
    if RENEW:
        (GOLDEN / name).write_text(made, encoding="utf-8")
    assert made == (GOLDEN / name).read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir() if path.is_file()} == set(REPORTS)


def test_the_corpus_has_every_kind_of_finding_and_a_file_that_cannot_be_read(result: Audit) -> None:
    assert {judged.finding.rule for judged in result.findings} == set(CHECKS) - NOT_HERE
    assert {judged.severity for judged in result.findings} == {"error", "warning", "info"}
    assert {fault.file for fault in result.faults} == {"data/commune/xa-hong-2023.yaml"}
    assert any(judged.finding.affects for judged in result.findings)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_finding_of_the_json_report_stands_in_the_text_report(result: Audit, lang: str) -> None:
    report = json.loads((GOLDEN / f"audit.{lang}.json").read_text(encoding="utf-8"))
    text = " ".join((GOLDEN / f"audit.{lang}.100.txt").read_text(encoding="utf-8").split())
    assert len(report["findings"]) == len(result.findings) > 30
    for finding in report["findings"]:
        assert " ".join(finding["suggestion"].split()) in text
        assert f"{finding['file']}:{finding['line']}:{finding['column']} [{finding['rule']}]" in text


def test_fingerprints_tell_every_finding_from_every_other_and_do_not_depend_on_the_language() -> None:
    vi, en = (json.loads((GOLDEN / f"audit.{lang}.json").read_text(encoding="utf-8")) for lang in ("vi", "en"))
    prints = [finding["fingerprint"] for finding in vi["findings"]]
    assert len(set(prints)) == len(prints)
    assert prints == [finding["fingerprint"] for finding in en["findings"]]


@pytest.mark.parametrize("width", [80, 100])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_no_line_of_a_report_is_wider_than_its_page_or_ends_in_space(lang: str, width: int) -> None:
    lines = (GOLDEN / f"audit.{lang}.{width}.txt").read_text(encoding="utf-8").split("\n")
    assert [line for line in lines if len(line) > width or line != line.rstrip()] == []
