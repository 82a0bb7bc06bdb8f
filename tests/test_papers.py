"""The papers: what they name is there, what they show runs, and both languages of the README name the same."""

from __future__ import annotations

import re
import shlex
import tomllib
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import get_args

import msgspec
import pytest
from msgspec import structs

from cascade import __version__
from cascade.cli.main import COMMANDS, cascade
from cascade.model.limits import Limits
from cascade.model.own_rule import PLACEHOLDERS, Condition, Due, Every, OwnRuleFile, PlanCondition, VerdictId
from cascade.reading.decisions import read_decisions
from cascade.reading.plans import known_names, read_plan
from tests.cli.command import Command
from tests.support import ROOT, domain

READMES = ("README.md", "README.vi.md")
PAPERS = sorted(
    path.relative_to(ROOT).as_posix()
    for pattern in ("*.md", "docs/*.md", "docs/decisions/*.md", "examples/*.md", "tools/*/*.md")
    for path in ROOT.glob(pattern)
)
_PATH = re.compile(
    r"(?<![\w/.-])(?:cascade|rules|tests|benchmarks|docs|data|templates|examples|tools|\.ci|\.github)/[\w./-]*[\w/]"
)
_MODULE = re.compile(r"(?<![\w/.])(?:benchmarks|docs)\.\w+(?![\w/])")
_LINK = re.compile(r"\]\((?P<to>[^()\s]+)\)")
_TASK = re.compile(r"\bpoe (?P<task>[a-z]+)\b")
_NAMED = re.compile(r"`(?P<name>\w+)` \(`(?P<file>[\w/]+\.py)`\)")
_CALL = re.compile(r"\bcascade (?P<command>[a-z]+)(?=[^a-z-]|$)")
_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")


def text_of(paper: str) -> str:
    return (ROOT / paper).read_text("utf-8")


def paths_in(text: str) -> set[str]:
    """The paths that a text names; one with a placeholder (`rules/<id>.yaml`) is no path."""
    found = ((match.group(), text[match.end() : match.end() + 1]) for match in _PATH.finditer(text))
    return {path for path, after in found if after not in {"<", "*"}}


@pytest.mark.parametrize("paper", PAPERS)
def test_every_path_that_is_named_exists(paper: str) -> None:
    named = paths_in(text_of(paper))
    assert {path for path in named if not (ROOT / path).exists()} == set()


@pytest.mark.parametrize("paper", PAPERS)
def test_every_module_that_is_named_exists(paper: str) -> None:
    named = {name for name in _MODULE.findall(text_of(paper)) if not name.endswith((".md", ".yaml"))}
    assert {name for name in named if find_spec(name) is None} == set()


@pytest.mark.parametrize("paper", PAPERS)
def test_every_relative_link_leads_to_a_file_and_a_heading_in_it(paper: str) -> None:
    broken = set()
    for link in (match["to"] for match in _LINK.finditer(text_of(paper)) if "://" not in match["to"]):
        name, _, heading = link.partition("#")
        target = (ROOT / paper).parent / name if name else ROOT / paper
        if not target.exists() or (heading and heading not in slugs(target.read_text("utf-8"))):
            broken.add(link)
    assert broken == set()


@pytest.mark.parametrize("paper", PAPERS)
def test_every_call_that_is_shown_names_a_command_and_options_that_there_are(paper: str) -> None:
    for line in re.findall(r"^cascade .*$", "\n".join(fences(text_of(paper), "sh")), re.M):
        words = shlex.split(line, comments=True)[1:]
        given = [word.partition("=")[0] for word in words if word.startswith("-") and word != "-"]
        name = next((word for word in words if word in COMMANDS), None)
        assert name, line
        command = import_module(f"cascade.cli.{name}").command
        known = {option for one in (command, cascade) for param in one.params for option in param.opts}
        assert set(given) - {"--help"} <= known, line


@pytest.mark.parametrize("paper", PAPERS)
def test_every_task_that_is_named_can_be_run(paper: str) -> None:
    tasks = tomllib.loads(text_of("pyproject.toml"))["tool"]["poe"]["tasks"]
    assert {match["task"] for match in _TASK.finditer(_code(text_of(paper)))} <= set(tasks)


def test_the_answer_to_why_it_was_read_as_weaker_is_one_call() -> None:
    (call,) = (one for one in fences(text_of("CONTRIBUTING.md"), "sh") if "explain" in one)
    told = Command(ROOT)(*shlex.split(call)[1:], "--lang", "en")
    assert told.status == 0
    assert "weaker" in told.out
    assert "2027" in told.out


def test_the_files_that_the_contracts_show_are_read_without_a_fault(tmp_path: Path) -> None:
    plan, decisions = fences(text_of("docs/contracts.md"), "yaml")
    read = read_plan(tmp_path / "xa-mau-2023.yaml", "xa-mau-2023.yaml", known_names(domain()), plan.encode())
    assert read.faults == []
    (tmp_path / "decisions.yaml").write_text(decisions, "utf-8")
    assert read_decisions([tmp_path / "decisions.yaml"], domain().rules).faults == ()


def test_the_glossary_names_what_the_code_has() -> None:
    named = _NAMED.findall(text_of("docs/glossary.md"))
    assert len(named) > 20
    missing = {name for name, file in named if not re.search(rf"\b{name}\b", text_of(file))}
    assert missing == set()


def test_messages_and_vietnamese_pages_say_the_words_of_the_glossary() -> None:
    glossary = text_of("docs/glossary.md")
    told = glossary[glossary.index("**not said**") :].partition("\n\n")[0]
    pairs = re.findall(r"((?:«[^»]+»[,\s]*)+)\((.+?)\)", told.partition(":")[2])
    assert len(pairs) > 5
    said = {path: (ROOT / path).read_text("utf-8").lower() for path in _speaking()}
    for instead, word in pairs:
        assert re.search(rf"^\| `.*\| {re.escape(word)} \|", glossary, re.M), word
        assert any(word in text for text in said.values()), word
        for other in re.findall(r"«([^»]+)»", instead):
            assert [path for path, text in said.items() if re.search(rf"\b{other}\b", text)] == [], other


def test_every_decision_is_listed_and_has_its_parts() -> None:
    listed = text_of("docs/decisions/README.md")
    for path in (ROOT / "docs/decisions").glob("[0-9]*.md"):
        text = path.read_text("utf-8")
        assert f"]({path.name})" in listed
        assert all(f"**{part}" in text for part in ("Decided.", "Costs."))


def test_the_changelog_is_about_this_version() -> None:
    assert f"## {__version__}" in text_of("CHANGELOG.md")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("README.md", "README.vi.md"),
        ("docs/figures.md", "docs/so-lieu.md"),
        ("docs/own-rules.md", "docs/quy-tac-rieng.md"),
    ],
)
def test_both_languages_name_the_same(one: str, other: str) -> None:
    for found in (_calls, _options, _of_the_program, _headings):
        assert found(text_of(one)) == found(text_of(other)), found.__name__


@pytest.mark.parametrize("paper", ["docs/own-rules.md", "docs/quy-tac-rieng.md"])
def test_the_page_on_one_s_own_rules_names_every_key_and_shows_a_sample_as_it_is(paper: str) -> None:
    text = text_of(paper)
    fields = (field for part in (OwnRuleFile, Condition, PlanCondition, Due) for field in structs.fields(part))
    named = {field.encode_name for field in fields} - {"schema", "id"}
    codes = {word for code in re.findall(r"`([^`\n]+)`", text) for word in re.findall(r"[\w-]+", code)}
    assert named - codes == set()
    assert {*get_args(VerdictId), *get_args(Every), *PLACEHOLDERS} - codes == set()
    assert f"```yaml\n{text_of('examples/rules/bao-cao-truoc-15-12.yaml')}```" in text


def test_both_languages_install_and_test_alike() -> None:
    english, vietnamese = (re.findall(r"^```sh\n(.*?)^```", text_of(name), re.M | re.S) for name in READMES)
    assert english[:2] == vietnamese[:2]


def test_the_layers_are_those_of_the_contract() -> None:
    contracts = tomllib.loads(text_of("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    layers = next(one["layers"] for one in contracts if one["type"] == "layers")
    drawn = "\n".join(layer.replace("cascade.", "") for layer in layers)
    assert f"```text\n{drawn}\n```" in text_of("ARCHITECTURE.md")


def test_every_threat_has_tests_that_exist() -> None:
    rows = [line.split(" | ") for line in text_of("SECURITY.md").splitlines() if line.startswith("| ")][1:]
    assert len(rows) > 15
    for threat, _, tests in rows:
        named = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", tests)
        assert named, threat
        assert {(path, name) for path, name in named if f"def {name}(" not in text_of(path)} == set()


def test_the_limits_that_are_told_are_those_that_apply() -> None:
    told = re.findall(r"^([a-z-]+) = (\d+)", text_of("SECURITY.md"), re.M)
    fields = msgspec.structs.fields(Limits)
    assert told == [(field.encode_name, str(field.default)) for field in fields]


def test_a_path_that_is_not_there_would_be_found() -> None:
    text = "see `cascade/no_such_room/` and [it](docs/none.md), not `rules/<id>.yaml` or `plans/2021/*`"
    assert paths_in(text) == {"cascade/no_such_room/", "docs/none.md"}
    assert not any((ROOT / Path(path)).exists() for path in paths_in(text))


def fences(text: str, language: str) -> list[str]:
    """What stands in the fences of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.M | re.S)


def slugs(text: str) -> set[str]:
    """The headings of a paper as links name them."""
    headings = re.findall(r"^#+ (.*)$", re.sub(r"^```.*?^```", "", text, flags=re.M | re.S), re.M)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def _speaking() -> list[str]:
    """The files in which something is said to people in Vietnamese."""
    every = (*ROOT.glob("cascade/**/*.py"), *ROOT.glob("cascade/**/*.jinja"), *ROOT.glob("rules/*-*.yaml"))
    pages = ("README.vi.md", "docs/quy-tac.md", "docs/quy-tac-rieng.md", "docs/so-lieu.md")
    return [*(path.relative_to(ROOT).as_posix() for path in every), *pages]


def _of_the_program(text: str) -> set[str]:
    """The paths that are named, without the pages that each language has of its own."""
    return {path for path in paths_in(text) if not path.startswith("docs/")}


def _calls(text: str) -> set[str]:
    return {match["command"] for match in _CALL.finditer(_code(text))}


def _options(text: str) -> set[str]:
    return set(_OPTION.findall(_code(text)))


def _headings(text: str) -> list[int]:
    """How deep the headings are, in order: their words differ."""
    return [len(match) for match in re.findall(r"^(#+) ", re.sub(r"^```.*?^```", "", text, flags=re.M | re.S), re.M)]


def _code(text: str) -> str:
    """What stands in fences and between backticks."""
    return "\n".join(re.findall(r"^```.*?^```|`[^`\n]+`", text, re.M | re.S))
