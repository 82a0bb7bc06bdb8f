"""The papers: what they name is there, and both languages of the README name the same."""

from __future__ import annotations

import re
import tomllib
from importlib.util import find_spec
from pathlib import Path

import msgspec
import pytest

from cascade.model.limits import Limits
from tests.support import ROOT

PAPERS = ("ARCHITECTURE.md", "README.md", "README.vi.md", "docs/figures.md", "docs/so-lieu.md", "SECURITY.md")
_PATH = re.compile(r"(?<![\w/.-])(?:cascade|rules|tests|benchmarks|docs|data|templates)/[\w./-]*[\w/]")
_MODULE = re.compile(r"(?<![\w/.])(?:benchmarks|docs)\.\w+(?![\w/])")
_LINK = re.compile(r"\]\((?P<to>[^()\s]+)\)")
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
    assert named
    assert {path for path in named if not (ROOT / path).exists()} == set()


@pytest.mark.parametrize("paper", PAPERS)
def test_every_module_that_is_named_exists(paper: str) -> None:
    named = {name for name in _MODULE.findall(text_of(paper)) if not name.endswith((".md", ".yaml"))}
    assert {name for name in named if find_spec(name) is None} == set()


@pytest.mark.parametrize("paper", PAPERS)
def test_every_relative_link_leads_to_a_file(paper: str) -> None:
    links = {match["to"].partition("#")[0] for match in _LINK.finditer(text_of(paper)) if "://" not in match["to"]}
    assert {link for link in links - {""} if not ((ROOT / paper).parent / link).exists()} == set()


@pytest.mark.parametrize(("one", "other"), [("README.md", "README.vi.md"), ("docs/figures.md", "docs/so-lieu.md")])
def test_both_languages_name_the_same(one: str, other: str) -> None:
    for found in (_calls, _options, _of_the_program, _headings):
        assert found(text_of(one)) == found(text_of(other)), found.__name__


def test_both_languages_install_and_test_alike() -> None:
    english, vietnamese = (re.findall(r"^```sh\n(.*?)^```", text_of(name), re.M | re.S) for name in PAPERS[1:3])
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
