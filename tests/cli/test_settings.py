"""What a project settles is the default of its calls; an option of the call wins."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command import CORPORA, WEAKER, Command, write

LOCAL = {f"plans/{name}": text for name, text in CORPORA["error"].items()}


@pytest.fixture
def own(tmp_path: Path) -> Command:
    write(tmp_path, LOCAL)
    return Command(tmp_path)


def settle(own: Command, text: str) -> None:
    (own.folder / "cascade.toml").write_text(text, encoding="utf-8")


def rules_of(made: str) -> set[str]:
    return {finding["rule"] for finding in json.loads(made)["findings"]}


def test_paths_rules_and_the_status_are_settled(own: Command) -> None:
    whole = own("audit", "plans", "--format", "json")
    assert (whole.status, rules_of(whole.out)) == (1, {"weaker-target", "stale-deadline"})
    settle(own, 'paths = ["plans"]\nignore = ["weaker-target"]\nfail-on = "warning"\n')
    made = own._make("audit", "--format", "json")
    assert (made.status, rules_of(made.out)) == (1, {"stale-deadline"})
    assert own._make("audit", "--fail-on", "error").status == 0
    assert rules_of(own._make("audit", "--ignore", "stale-deadline", "--format", "json").out) == {"weaker-target"}


def test_paths_are_those_of_the_file_s_folder(own: Command) -> None:
    settle(own, 'paths = ["plans"]\n')
    below = Command(own.folder / "plans" / "commune")
    report = json.loads(below("audit", "--format", "json").out)
    assert {finding["file"] for finding in report["findings"]} == {"../commune/xa-mau-2023.yaml"}
    assert below("compare", "xa-mau-2023").status == 0
    elsewhere = Command(own.folder.parent)
    name = own.folder.name
    report = json.loads(elsewhere._make("--config", f"{name}/cascade.toml", "audit", "--format", "json").out)
    assert {finding["file"] for finding in report["findings"]} == {f"{name}/plans/commune/xa-mau-2023.yaml"}


def test_every_command_that_takes_plans_finds_those_that_are_settled(own: Command) -> None:
    settle(own, 'paths = ["plans"]\n')
    for name in ("stats", "graph", "baseline"):
        assert own._make(name).out == own._make(name, "plans").out != "", name


def test_forms_and_files_are_settled_unless_the_call_names_any(own: Command) -> None:
    settle(own, 'paths = ["plans"]\nformat = ["github"]\noutput = ["-", "r.md"]\n')
    made = own._make("audit")
    assert made.out.startswith("::")
    assert (own.folder / "r.md").is_file()
    (own.folder / "r.md").unlink()
    assert json.loads(own._make("audit", "--format", "json").out)["format"] == "cascade-audit/1"
    assert not (own.folder / "r.md").exists()
    assert own._make("compare", "xa-mau-2023").status == 0  # which has no such form


@pytest.mark.parametrize("name", ["xa-mau-2023", "xã Mẫu", "plans/commune/*", "xa-mau-2023.yaml"])
def test_rules_are_left_out_for_one_plan(own: Command, name: str) -> None:
    settle(own, f'paths = ["plans"]\n[ignores]\n"{name}" = ["weaker-target"]\n')
    write(own.folder, {"plans/other/xa-khac-2023": WEAKER.replace("Mẫu", "Khác")})
    report = json.loads(own._make("audit", "--format", "json").out)
    weaker = [finding["plan"] for finding in report["findings"] if finding["rule"] == "weaker-target"]
    assert weaker == ["xa-khac-2023"]


def test_an_ignore_that_matches_no_plan_is_told_and_one_of_no_rule_is_wrong(own: Command) -> None:
    settle(own, 'paths = ["plans"]\n[ignores]\n"xã Khác" = ["weaker-target"]\n')
    made = own._make("audit", "--lang", "en")
    assert (made.status, made.err) == (1, "settings [ignores]: there is no plan «xã Khác» in this call\n")
    settle(own, 'paths = ["plans"]\n[ignores]\n"xã Mẫu" = ["weaker-targt"]\n')
    made = own._make("audit", "--lang", "en")
    assert (made.status, made.out) == (2, "")
    assert "there is no «weaker-targt»; did you mean «weaker-target»?" in made.err


def test_a_baseline_is_settled(own: Command) -> None:
    settle(own, 'paths = ["plans"]\nbaseline = "b.json"\n')
    assert own._make("baseline", "-o", "b.json").status == 0
    assert own._make("audit", "--fail-on", "info").status == 0


def test_wrong_settings_stop_the_commands_that_heed_them_alone(own: Command) -> None:
    settle(own, "pths = []\n")
    made = own._make("audit", "plans", "--lang", "en")
    assert made == (
        2,
        "",
        "cascade.toml:1:1: there is no key «pths» here; did you mean «paths»?\ncascade: the settings cannot be read\n",
    )
    assert own._make("rules").status == 0
    assert own._make("audit", "--help").status == 0
