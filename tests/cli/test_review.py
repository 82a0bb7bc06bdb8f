"""`cascade review`: what a plan was checked against is kept, and only what changed above it is told later."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command import COMMUNE, DISTRICT, Command, write

ABOVE = """\
tasks:
  - {id: "2", text: Công khai TTHC tại trụ sở, area: 2, lead: ["UBND các xã, thị trấn"]}
"""
BELOW = """\
tasks:
  - {id: "b", text: Công khai TTHC tại trụ sở, area: 2}
"""
BY = ("--by", "Phòng CCHC", "--today", "2026-03-01")


@pytest.fixture
def own(tmp_path: Path) -> Command:
    write(
        tmp_path, {"data/district/huyen-thu-2021-2025": DISTRICT + ABOVE, "data/commune/xa-mau-2023": COMMUNE + BELOW}
    )
    return Command(tmp_path)


def told(own: Command) -> list[tuple[str, str | None, str]]:
    """Severity, the plan's item and the message of each change that is told."""
    made = own._make("audit", "data", "--format", "json", "--lang", "en")
    findings = json.loads(made.out)["findings"]
    return [(one["severity"], one["item"], one["message"]) for one in findings if one["rule"] == "parent-changed"]


def district(own: Command, text: str) -> None:
    write(own.folder, {"data/district/huyen-thu-2021-2025": text})


def test_nothing_is_told_as_long_as_nothing_changes_above(own: Command) -> None:
    made = own._make("review", "xã Mẫu", *BY)
    assert (made.status, made.err) == (0, "")
    assert made.out == "Đã ghi vào data/decisions.yaml: soát theo 2 mục của 01/KH-UBND của UBND huyện Thử\n"
    (entry,) = (own.folder / "data/decisions.yaml").read_text("utf-8").splitlines()[2:]
    assert entry.startswith("  - {plan: xa-mau-2023, parent: huyen-thu-2021-2025, reviewed: {1: ")
    assert entry.endswith("}, by: Phòng CCHC, on: 2026-03-01}")
    assert told(own) == []
    district(own, (DISTRICT + ABOVE).replace("lines: 30", "lines: 31"))
    assert told(own) == []


def test_a_changed_item_above_names_the_plans_own_until_the_next_review(own: Command) -> None:
    own._make("review", "xa-mau-2023", *BY)
    district(own, (DISTRICT + ABOVE).replace("tại trụ sở", "tại trụ sở và trên mạng"))
    ((severity, item, message),) = told(own)
    assert (severity, item) == ("warning", "b")
    assert "Since the review of 01/03/2026 (Phòng CCHC), item 2 of 01/KH-UBND of UBND huyện Thử has changed" in message
    assert "To be looked at: item b «Công khai TTHC tại trụ sở»" in message
    own._make("review", "xa-mau-2023", "--by", "Phòng CCHC", "--today", "2026-04-01")
    assert told(own) == []


def test_items_that_were_added_or_removed_above_are_noted(own: Command) -> None:
    own._make("review", "data/commune/xa-mau-2023.yaml", *BY)
    district(
        own, (DISTRICT + ABOVE).replace('id: "2", text: Công khai TTHC tại trụ sở', 'id: "3", text: Trồng cây xanh')
    )
    found = told(own)
    assert [severity for severity, _, _ in found] == ["info", "info"]
    assert {message.split("Thử ")[1][:12] for _, _, message in found} == {"is new: «Trồ", "is there no "}


def test_what_stands_in_the_file_stays_to_the_byte(own: Command) -> None:
    text = "# của chúng tôi\nschema: decisions/1\ndecisions:   # chưa có\n# hết\n"
    (own.folder / "data/decisions.yaml").write_text(text, "utf-8")
    own._make("review", "xa-mau-2023", *BY)
    lines = (own.folder / "data/decisions.yaml").read_text("utf-8").splitlines()
    assert [*lines[:3], lines[4]] == text.splitlines()


def test_a_plan_without_one_above_it_and_no_name_are_wrong_calls(own: Command) -> None:
    for call in (("huyen-thu-2021-2025", *BY), ("xa-mau-2023", "--by", " "), ("xa-mau-2023",), ("khong-co", *BY)):
        made = own._make("review", *call)
        assert made.status == 2
        assert made.out == ""
        assert "Traceback" not in made.err
    assert not (own.folder / "data/decisions.yaml").exists()
