"""The public functions: the example of the papers runs, errors are told, and the command does without them."""

from __future__ import annotations

import doctest
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import cascade
from cascade import api
from tests.cli.command import CORPORA, write
from tests.support import ROOT


def test_the_example_of_the_papers_runs_as_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    flags = doctest.ELLIPSIS | doctest.IGNORE_EXCEPTION_DETAIL
    tried = doctest.testfile(str(ROOT / "docs/api.md"), module_relative=False, optionflags=flags, encoding="utf-8")
    assert tried.attempted > 8
    assert tried.failed == 0


def test_a_file_with_faults_costs_that_file_only(tmp_path: Path) -> None:
    write(tmp_path, CORPORA["error-and-broken"])
    result = api.audit([tmp_path])
    assert {fault.code for fault in result.faults} == {"expected"}
    assert [one.rule for one in result.findings if one.severity == "error"] == ["weaker-target"]


def test_decisions_beside_the_plans_count_and_their_faults_are_told(tmp_path: Path) -> None:
    write(tmp_path, CORPORA["error"])
    (tmp_path / "decisions.yaml").write_text("schema: decisions/1\ndecisions: [{plan: x}]\n", "utf-8")
    assert {fault.place.file for fault in api.audit([str(tmp_path)]).faults} == {
        (tmp_path / "decisions.yaml").as_posix()
    }


def test_what_people_let_stand_is_there_and_does_not_count_until_its_day(tmp_path: Path) -> None:
    write(tmp_path, CORPORA["error"])
    waiver = "{plan: xa-mau-2023, rule: weaker-target, waived: a, by: b, on: 2023-01-01, until: 2023-12-31}"
    (tmp_path / "decisions.yaml").write_text(f"schema: decisions/1\ndecisions: [{waiver}]\n", "utf-8")
    for today, counted in ((date(2023, 12, 31), 0), (date(2024, 1, 1), 1)):
        result = api.audit([tmp_path], today=today)
        (finding,) = (one for one in result.findings if one.rule == "weaker-target")
        assert ((finding.waived is None), result.counts["error"]) == (bool(counted), counted)


def test_rules_that_cannot_be_read_whole_judge_nothing(tmp_path: Path) -> None:
    (tmp_path / "late-task.yaml").write_text("severity: [", "utf-8")
    with pytest.raises(api.CascadeError) as told:
        api.audit([tmp_path], rules=[tmp_path])
    assert told.value.faults[0].file.endswith("late-task.yaml")


@pytest.mark.parametrize("form", ["nonsense", "docx-comments"])
def test_a_form_that_a_result_cannot_give_is_a_wrong_call(tmp_path: Path, form: str) -> None:
    write(tmp_path, CORPORA["clean"])
    with pytest.raises(ValueError, match=form):
        api.report(api.audit([tmp_path]), form)


def test_importing_it_imports_nothing_else_and_the_command_does_without_it() -> None:
    script = (
        "import sys; import {}; print(sorted(name for name in sys.modules if name.startswith(('cascade', 'numpy'))))"
    )
    for module, wanted in (("cascade.api", ["cascade", "cascade.api"]), ("cascade.cli.audit", [])):
        told = subprocess.run(
            [sys.executable, "-c", script.format(module)], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout
        assert told.strip() == str(wanted) if wanted else "cascade.api" not in told


def test_types_are_shipped() -> None:
    assert (Path(cascade.__file__).parent / "py.typed").is_file()
