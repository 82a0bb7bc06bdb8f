"""What is new since a saved report, a baseline or a revision of git."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.command import CORPORA, WEAKER, Command, write

LOCAL = {f"plans/{name}": text for name, text in CORPORA["error"].items()}
MENDED = WEAKER.replace('"50-80%"', '"80%"')


@pytest.fixture
def own(tmp_path: Path) -> Command:
    write(tmp_path, LOCAL)
    return Command(tmp_path)


def git(folder: Path, *arguments: str) -> None:
    author = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a", "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a"}
    environment = {**os.environ, **author, "GIT_CONFIG_GLOBAL": os.devnull}
    subprocess.run(["git", *arguments], cwd=folder, env=environment, check=True, capture_output=True)


def mend(own: Command) -> None:
    (own.folder / "plans/commune/xa-mau-2023.yaml").write_text(MENDED, encoding="utf-8")


def test_a_baseline_sets_aside_what_it_holds(own: Command) -> None:
    assert own._make("baseline", "plans", "-o", "mốc.json").status == 0
    made = own._make("audit", "plans", "--baseline", "mốc.json", "--lang", "en", "--fail-on", "info")
    assert made.status == 0
    assert "Nothing is new: what is found today (2) stands in mốc.json already." in made.out
    write(own.folder, {"plans/commune/xa-khac-2023": WEAKER.replace("Mẫu", "Khác")})
    made = own._make("audit", "plans", "--baseline", "mốc.json", "--format", "json")
    assert made.status == 1
    report = json.loads(made.out)
    assert {finding["plan"] for finding in report["findings"]} == {"xa-khac-2023"}
    assert report["summary"]["error"] == 1


def test_a_baseline_is_renewed_but_replaces_nothing_else(own: Command) -> None:
    for _ in range(2):
        assert own._make("baseline", "plans", "-o", "b.json").status == 0
    (own.folder / "mine.json").write_text("{}", encoding="utf-8")
    assert own._make("baseline", "plans", "-o", "mine.json").status == 2
    assert own("baseline", "plans").out == (own.folder / "b.json").read_text("utf-8")


def test_since_a_report_what_is_new_and_what_was_mended(own: Command) -> None:
    own._make("audit", "plans", "-o", "r.json")
    mend(own)
    made = own._make("audit", "plans", "--since", "r.json", "--format", "json")
    report = json.loads(made.out)
    assert (made.status, report["findings"]) == (0, [])
    assert [one["rule"] for one in report["since"]["mended"]] == ["weaker-target"]


def test_since_a_revision_of_git(own: Command) -> None:
    git(own.folder, "init", "-q")
    git(own.folder, "add", "-A")
    git(own.folder, "commit", "-qm", "a")
    mend(own)
    git(own.folder, "commit", "-qam", "b")
    write(own.folder, {"plans/commune/xa-khac-2023": WEAKER.replace("Mẫu", "Khác")})
    report = json.loads(own._make("audit", "plans", "--since", "HEAD~1", "--format", "json").out)
    assert [(one["rule"], one["plan"]) for one in report["since"]["mended"]] == [("weaker-target", "xa-mau-2023")]
    assert {finding["plan"] for finding in report["findings"]} == {"xa-khac-2023"}
    report = json.loads(own._make("audit", "plans/commune", "--since", "HEAD", "--format", "json").out)
    assert report["since"]["mended"] == []
    assert list((own.folder / "plans").rglob("*.tar")) == []


def test_a_folder_that_the_revision_does_not_have_is_all_new(own: Command) -> None:
    git(own.folder, "init", "-q")
    git(own.folder, "commit", "-q", "--allow-empty", "-m", "a")
    report = json.loads(own._make("audit", "plans", "--since", "HEAD", "--format", "json").out)
    assert (report["since"]["known"], report["since"]["mended"]) == (0, [])
    assert report["findings"]


@pytest.mark.parametrize("given", ["HEAD~99", "--output=x", "nowhere", "$(touch x)"])
def test_what_is_neither_is_a_wrong_call(own: Command, given: str) -> None:
    git(own.folder, "init", "-q")
    made = own("audit", "plans", f"--since={given}", "--lang", "en")
    assert (made.status, made.out) == (2, "")
    assert made.err.startswith(f"Wrong call: «{given}» is no saved report in JSON and no revision of git")
    assert not (own.folder / "x").exists()


def test_a_broken_file_is_told_with_its_place(own: Command) -> None:
    (own.folder / "r.json").write_text("{", encoding="utf-8")
    for option in ("--since", "--baseline"):
        made = own("audit", "plans", option, "r.json", "--lang", "en")
        assert (made.status, made.out) == (2, "")
        assert made.err == "cascade: r.json:1:2: the file is not valid JSON from here on\n"
