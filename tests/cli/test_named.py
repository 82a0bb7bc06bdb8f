"""A plan is named by its id, by its file or document, or as people say it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command import CORPORA, WEAKER, Command, write

LOCAL = {f"data/{name}": text for name, text in CORPORA["error"].items()}


@pytest.fixture
def own(tmp_path: Path) -> Command:
    write(tmp_path, LOCAL)
    return Command(tmp_path)


NAMES = [
    "xa-mau-2023",
    "data/commune/xa-mau-2023.yaml",
    "xa-mau-2023.yaml",
    "xã Mẫu",
    "xa mau",
    "XÃ  MẪU",
    "Mẫu",
    "UBND xã Mẫu",
    "xa-mau.txt",
    "data/commune/*",
]


@pytest.mark.parametrize("name", NAMES)
def test_every_way_to_name_a_plan(own: Command, name: str) -> None:
    report = json.loads(own("audit", "data", "--plan", name, "--format", "json").out)
    assert {finding["plan"] for finding in report["findings"]} == {"xa-mau-2023"}
    assert own("compare", name).out == own("compare", "xa-mau-2023").out


def test_a_parent_too(own: Command) -> None:
    assert own("compare", "Mẫu", "huyện Thử") == own("compare", "xa-mau-2023", "huyen-thu-2021-2025")
    assert own("explain", "xã Mẫu", "1", "--parent", "huyện Thử").status == 0


def test_several_plans_of_a_unit_are_all_meant_or_told_apart(own: Command) -> None:
    write(own.folder, {"data/commune/xa-mau-2024": WEAKER.replace("2023", "2024").replace("09/KH", "10/KH")})
    report = json.loads(own._make("audit", "data", "--plan", "xã Mẫu", "--format", "json").out)
    assert {finding["plan"] for finding in report["findings"]} == {"xa-mau-2023", "xa-mau-2024"}
    made = own._make("compare", "xã Mẫu", "--lang", "en")
    assert made.status == 2
    assert "«xã Mẫu» names several plans: xa-mau-2023, xa-mau-2024" in made.err


@pytest.mark.parametrize(("name", "near"), [("xã Máy", "xã Mẫu"), ("xa-mau-2032", "xa-mau-2023")])
def test_a_name_of_no_plan_is_a_wrong_call_with_the_nearest(own: Command, name: str, near: str) -> None:
    for call in (("audit", "data", "--plan", name), ("compare", name)):
        made = own(*call, "--lang", "en")
        assert (made.status, made.out) == (2, "")
        assert f"there is no plan «{name}»; did you mean «{near}»?" in made.err


def test_nothing_is_no_name(own: Command) -> None:
    assert own("compare", "").status == 2
