"""What other repositories take from this one: the action, the GitLab job and the hook, tried as far as one can here."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from cascade.documents.formats import DOCUMENT_SUFFIXES
from tests.cli.command import CORPORA, environment, write
from tests.support import ROOT

ACTION: Any = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
JOB: Any = yaml.safe_load((ROOT / "templates/gitlab.yml").read_text("utf-8"))["cascade"]
HOOKS: Any = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("schema", "files", "more"),
    [
        ("github-actions", "action.yml", ()),
        ("gitlab-ci", "templates/gitlab.yml", ("--data-transform=gitlab-ci",)),
        ("github-workflows", ".github/workflows/*.yml", ()),
        ("github-issue-forms", ".github/ISSUE_TEMPLATE/*-*.yml", ()),
        ("github-issue-config", ".github/ISSUE_TEMPLATE/config.yml", ()),
    ],
)
def test_the_files_are_what_the_hosts_read(schema: str, files: str, more: tuple[str, ...]) -> None:
    pytest.importorskip("check_jsonschema")
    call = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *more]
    found = sorted(ROOT.glob(files))
    assert found
    made = subprocess.run([*call, *found], capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stdout + made.stderr


@pytest.fixture
def runner(tmp_path: Path) -> Path:
    """A repository with one corpus, and a place where `cascade` and `pip` can be called."""
    write(tmp_path / "repo", {f"plans/{name}": text for name, text in CORPORA["error"].items()})
    bin_ = tmp_path / "cascade" / "bin"
    bin_.mkdir(parents=True)
    (bin_ / "cascade").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m cascade "$@"\n')
    (bin_ / "pip").write_text("#!/bin/sh\n")
    for program in bin_.iterdir():
        program.chmod(0o755)
    return tmp_path


def run(runner: Path, script: str, **variables: str) -> subprocess.CompletedProcess[str]:
    path = f"{runner / 'cascade' / 'bin'}:{os.environ['PATH']}"
    given = environment(RUNNER_TEMP=str(runner), PATH=path, **variables)
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=runner / "repo",
        env=given,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_action_annotates_summarises_and_ends_with_the_status(runner: Path) -> None:
    outputs = {"GITHUB_STEP_SUMMARY": str(runner / "summary"), "GITHUB_OUTPUT": str(runner / "output")}
    script = ACTION["runs"]["steps"][1]["run"]
    made = run(runner, script, PATHS="plans\n\n", ARGUMENTS="--fail-on\nwarning", CASCADE_LANG="en", **outputs)
    assert made.returncode == 1, made.stderr
    assert made.stdout.startswith("::error file=plans/commune/xa-mau-2023.yaml,line=")
    assert (runner / "summary").read_text("utf-8").startswith("<!-- cascade-audit/1 -->\n## CHECK OF PLANS")
    told = dict(line.split("=", 1) for line in (runner / "output").read_text("utf-8").splitlines())
    assert told["status"] == "1"
    assert json.loads(Path(told["sarif"]).read_text("utf-8"))["runs"][0]["results"]
    assert json.loads(Path(told["report"]).read_text("utf-8"))["summary"]["error"] == 1


def test_the_action_takes_its_paths_from_the_settings_and_runs_no_text_of_its_inputs(runner: Path) -> None:
    outputs = {"GITHUB_STEP_SUMMARY": str(runner / "summary"), "GITHUB_OUTPUT": str(runner / "output")}
    script = ACTION["runs"]["steps"][1]["run"]
    (runner / "repo/cascade.toml").write_text('paths = ["plans"]\nignore = ["weaker-target"]\n', encoding="utf-8")
    assert run(runner, script, PATHS="", ARGUMENTS="", **outputs).returncode == 0
    hostile = "$(touch x); `touch x`; plans && touch x"
    assert run(runner, script, PATHS=hostile, ARGUMENTS="", **outputs).returncode == 2
    assert not (runner / "repo/x").exists()
    assert "${{" not in "".join(step["run"] for step in ACTION["runs"]["steps"])


def test_the_gitlab_job_writes_what_it_promises(runner: Path) -> None:
    made = run(runner, "\n".join(JOB["script"]), CASCADE_ARGUMENTS="plans", CASCADE_PACKAGE="x")
    assert made.returncode == 1, made.stderr
    assert "weaker-target" in made.stdout
    written = [*JOB["artifacts"]["paths"], *JOB["artifacts"]["reports"].values()]
    assert all((runner / "repo" / name).is_file() for name in written)
    assert json.loads((runner / "repo/gl-code-quality-report.json").read_text("utf-8"))[0]["engine_name"] == "cascade"
    again = run(runner, "\n".join(JOB["script"]), CASCADE_ARGUMENTS="plans", CASCADE_PACKAGE="x")
    assert again.returncode == 1, again.stderr  # its own reports are replaced


def test_the_hook_never_judges_a_file_alone(runner: Path) -> None:
    (hook,) = HOOKS
    assert hook["pass_filenames"] is False
    (runner / "repo/cascade.toml").write_text('paths = ["plans"]\n', encoding="utf-8")
    assert run(runner, hook["entry"]).returncode == 1
    for name in ("plans/xa.yaml", "Kế hoạch.docx", "a/b.PDF".lower(), "cascade.toml"):
        assert re.search(hook["files"], name)
    assert not re.search(hook["files"], "main.py")
    assert {suffix for suffix in DOCUMENT_SUFFIXES if not re.search(hook["files"], f"a/b{suffix}")} == set()


def test_every_check_is_written_down_once() -> None:
    tasks = set(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["poe"]["tasks"])
    script = (ROOT / ".ci/run").read_text("utf-8")
    (looped,) = re.findall(r"^for task in ([a-z ]+); do", script, re.M)
    assert {"lint", "types", "contracts", "rules", "papers", "answers", "reading"} == set(looped.split()) <= tasks
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"][0]["hooks"]
    assert {hook["entry"].removeprefix("poe -q ") for hook in hooks} <= tasks


def test_the_workflow_runs_what_a_change_must_pass_on_every_version_and_the_suite_on_windows() -> None:
    jobs: Any = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text("utf-8"))["jobs"]
    assert jobs["checks"]["strategy"]["matrix"]["python"] == ["3.11", "3.12", "3.13", "3.14"]
    assert [step["run"] for step in jobs["checks"]["steps"] if "run" in step] == [".ci/run"]
    assert "poe -q test" in [step.get("run") for step in jobs["windows"]["steps"]]


def test_the_archive_holds_all_that_stands_in_the_repository() -> None:
    kept = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]["sdist"]
    made = {".git", ".gitignore", "pyproject.toml", "PKG-INFO", "dist", "build"}
    caches = re.compile(r"\.venv.*|.*cache.*|\.hypothesis|.*\.egg-info")
    here = {path.name for path in ROOT.iterdir() if path.name not in made and not caches.fullmatch(path.name)}
    wanted = {name for pattern in kept["include"] for name in ([pattern] if "*" not in pattern else [])}
    assert {name for name in here if not name.endswith(".md")} == wanted
