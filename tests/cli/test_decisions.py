"""Decisions of people: what lies beside the plans, and what `--decisions` names, win over what is computed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import COMMUNE, DISTRICT, Command, write

ABOVE = """\
tasks:
  - {id: "2", text: Trồng cây xanh dọc đường thôn, area: 7, lead: ["UBND các xã, thị trấn"]}
  - {id: "3", text: Niêm yết TTHC tại trụ sở, area: 2, lead: ["UBND các xã, thị trấn"]}
"""
BELOW = """\
tasks:
  - {id: "b", text: Công khai TTHC tại trụ sở, area: 2}
  - {id: "c", text: Vệ sinh ngõ xóm vào chủ nhật, area: 7}
"""
ANSWERED = ("2", 'answered_by: ["c"]')
DENIED = ("3", 'not_answered_by: ["b"]')


def decisions(*made: tuple[str, str]) -> str:
    """A file of decisions on items of the plan of huyện Thử."""
    pair = "plan: xa-mau-2023, parent: huyen-thu-2021-2025"
    rows = [f'  - {{{pair}, asked: "{asked}", {what}, by: Phòng CCHC, on: 2026-01-12}}\n' for asked, what in made]
    return "schema: decisions/1\ndecisions:\n" + "".join(rows)


@pytest.fixture
def own(tmp_path: Path) -> Command:
    """The command beside a corpus in which item 3 is answered and item 2 is not."""
    write(
        tmp_path, {"data/district/huyen-thu-2021-2025": DISTRICT + ABOVE, "data/commune/xa-mau-2023": COMMUNE + BELOW}
    )
    return Command(tmp_path)


def audited(cascade: Command, *more: str) -> Any:
    return json.loads(cascade._make("audit", "data", "--format", "json", "--lang", "en", *more).out)


def left_out(cascade: Command, *more: str) -> list[str]:
    """The items of the plan above that are found to be left out."""
    findings = audited(cascade, *more)["findings"]
    return sorted(finding["against"]["item"] for finding in findings if finding["rule"] == "uncovered-task")


def test_without_decisions_the_words_decide(own: Command) -> None:
    assert left_out(own) == ["2"]


@pytest.mark.parametrize(
    ("made", "expected"),
    [((ANSWERED,), []), ((DENIED,), ["2", "3"]), ((ANSWERED, DENIED), ["3"])],
    ids=["one takes a finding away", "one brings a finding", "both"],
)
def test_decisions_beside_the_plans_and_decisions_named_do_the_same(
    own: Command, made: tuple[tuple[str, str], ...], expected: list[str]
) -> None:
    write(own.folder, {"elsewhere/made": decisions(*made)})
    assert left_out(own, "--decisions", "elsewhere/made.yaml") == expected
    assert left_out(own, "--decisions", "elsewhere") == expected
    assert left_out(own) == ["2"]
    write(own.folder, {"data/decisions": decisions(*made)})
    assert left_out(own) == expected
    assert audited(own)["errors"] == []


def test_decisions_that_are_named_replace_those_beside_the_plans(own: Command) -> None:
    write(own.folder, {"data/decisions": decisions(ANSWERED), "other": decisions(DENIED)})
    assert left_out(own, "--decisions", "other.yaml") == ["2", "3"]


def test_compare_and_explain_go_by_the_decisions_too(own: Command) -> None:
    write(own.folder, {"made": decisions(ANSWERED)})
    for call in (("compare", "xa-mau-2023"), ("explain", "xa-mau-2023", "2")):
        status, out, err = own(*call, "--decisions", "made.yaml", "--lang", "en", COLUMNS="240")
        assert (status, err) == (0, "")
        assert "a person has decided" in out.lower()
        assert "a person has decided" not in own(*call, "--lang", "en", COLUMNS="240").out.lower()


def test_a_decision_that_cannot_be_read_is_a_fault_with_its_place(own: Command) -> None:
    write(own.folder, {"data/decisions": decisions(ANSWERED).replace("on: 2026-01-12", "on: 2026-13-12")})
    made = own("audit", "data", "--format", "json", "--lang", "en")
    assert made.status == 2
    assert made.err.startswith("data/decisions.yaml:3:")
    assert left_out(own) == ["2"]
