"""Workflow commands: no more of a kind than GitHub shows, the rest counted, and no text of a plan is a command."""

from __future__ import annotations

import re
from collections import Counter

import msgspec
import pytest

from cascade.formats.github import SHOWN, render
from cascade.result.result import Place, Result
from tests.formats.forms import MANY, clean, golden, hostile_result, many
from tests.hostile import TEXTS

PROPERTY = r"[^:,%\r\n]*(?:%(?:25|0D|0A|3A|2C)[^:,%\r\n]*)*"
COMMAND = re.compile(
    rf"::(?P<kind>error|warning|notice) (?:file={PROPERTY},line=\d+,col=\d+,)?title={PROPERTY}"
    r"::[^%\r\n]*(?:%(?:25|0D|0A)[^%\r\n]*)*"
)


def commands(result: Result) -> list[str]:
    return [line for line in render(result, "vi").decode().split("\n") if line.startswith("::")]


@pytest.mark.parametrize("name", TEXTS)
def test_every_line_is_one_of_our_commands_or_begins_as_none(name: str) -> None:
    for line in render(hostile_result(name), "vi").decode().rstrip("\n").split("\n"):
        assert COMMAND.fullmatch(line) or re.fullmatch(r"::group::[^%]*|::endgroup::", line) or line.startswith("· ")
        assert "##[" not in line


def test_no_more_of_a_kind_than_github_shows() -> None:
    for result in (golden(), many()):
        kinds = Counter(found["kind"] for line in commands(result) if (found := COMMAND.fullmatch(line)))
        assert max(kinds.values()) == SHOWN


def test_the_last_of_a_kind_says_how_many_there_are_besides() -> None:
    errors = [line for line in commands(many()) if line.startswith("::error")]
    told = many().counts["error"]
    assert told > MANY
    assert errors[-1] == f"::error title=cascade::và {told - SHOWN + 1} điểm nữa"


def test_a_file_and_a_message_cannot_end_a_command() -> None:
    (first, *_) = golden().findings
    item = msgspec.structs.replace(first.item, place=Place("a,title=x::b%0A\n::error::c"))
    message = msgspec.structs.replace(first.message, vi="100%\n::error::hết ##[error]x")
    result = msgspec.structs.replace(
        clean(), findings=(msgspec.structs.replace(first, severity="error", item=item, message=message),)
    )
    line, total = render(result, "vi").decode().rstrip("\n").split("\n")
    assert line.startswith("::error file=a%2Ctitle=x%3A%3Ab%250A%0A%3A%3Aerror%3A%3Ac,line=1,col=1,title=A1%3A ")
    assert "::100%25 : :error: :hết ## [error]x " in line
    assert total.startswith("· ")
