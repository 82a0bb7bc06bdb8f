"""The shell completes commands, options, ids of rules and plans, and says so in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from cascade.cli.completion import SHELLS
from tests.cli.command import CORPORA, Command, write


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Command:
    folder: Path = tmp_path_factory.mktemp("completion")
    write(folder, {f"data/{name}": text for name, text in CORPORA["error"].items()})
    return Command(folder)


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("cascade aud", {"audit"}),
        ("cascade audit --fail", {"--fail-on"}),
        ("cascade audit --format sa", {"sarif"}),
        ("cascade audit data --select weak", {"weaker-target"}),
        ("cascade audit data --ignore weaker-target,late-", {"weaker-target,late-target", "weaker-target,late-task"}),
        ("cascade audit data --plan xa", {"xa-mau-2023"}),
        ("cascade rules weak", {"weaker-target"}),
        ("cascade compare xa", {"xa-mau-2023", "xa"}),
        ("cascade compare xa-mau-2023 huy", {"huyen-thu-2021-2025", "huy"}),
        ("cascade audit data --show weak", {"weaker-target"}),
        ("cascade explain xa", {"xa-mau-2023", "xa"}),
        ("cascade explain xa-mau-2023 1 --parent huy", {"huyen-thu-2021-2025", "huy"}),
        ("cascade review xa", {"xa-mau-2023"}),
        ("cascade decide data --plan xa", {"xa-mau-2023"}),
        ("cascade schema se", {"settings"}),
    ],
)
def test_what_is_being_typed_is_completed(own: Command, words: str, offered: set[str]) -> None:
    count = str(len(words.split()) - 1)
    made = own(_CASCADE_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=count)
    assert {line.split(",", 1)[1] for line in made.out.splitlines()} == offered


def test_plans_are_looked_for_where_the_settings_say(tmp_path: Path) -> None:
    write(tmp_path, {"plans/xa-khac-2023": ""})
    (tmp_path / "cascade.toml").write_text('paths = ["plans"]\n', encoding="utf-8")
    call = {"_CASCADE_COMPLETE": "bash_complete", "COMP_WORDS": "cascade audit --plan xa", "COMP_CWORD": "3"}
    assert Command(tmp_path)(**call).out == "plain,xa-khac-2023\n"
    (tmp_path / "cascade.toml").write_text("paths = [", encoding="utf-8")
    assert Command(tmp_path)(**call).out == "plain,xa-khac-2023\n"


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_has_its_script(own: Command, shell: str) -> None:
    made = own("completion", shell)
    assert made.status == 0
    assert f"_CASCADE_COMPLETE={shell}_complete" in made.out


def test_help_is_asked_for_in_three_ways(own: Command) -> None:
    for name in ("audit", "completion"):
        assert own("help", name) == own(name, "-h") == own(name, "--help")
    assert own("help") == own("-h") == own("--help")
    assert own("help", "audt").status == 2
