"""What the documentation takes from rules and types is what they say today."""

from __future__ import annotations

import subprocess
import sys

import pytest

from docs.generate import pages
from tests.support import ROOT, domain


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return pages(domain())


def test_the_generated_pages_are_up_to_date() -> None:
    checked = subprocess.run(
        [sys.executable, "-m", "docs.generate", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (checked.returncode, checked.stdout, checked.stderr) == (0, "", "")


def test_the_generated_pages_are_the_rules_the_schemas_and_the_pictures(made: dict[str, str]) -> None:
    pictures = {"report.svg", "report.en.svg"}
    schemas = {f"{what}.schema.json" for what in ("plan", "report", "decisions", "rule")}
    assert set(made) == {"quy-tac.md", "rules.md"} | schemas | pictures
    for name in pictures:
        assert made[name].startswith("<svg ")
        assert "xã Quang Khải" in made[name].replace("&#160;", " ")


def test_every_rule_has_its_section_in_both_languages(made: dict[str, str]) -> None:
    for page in ("quy-tac.md", "rules.md"):
        heads = [line.split("`")[1] for line in made[page].splitlines() if line.startswith("### ")]
        assert sorted(heads) == sorted(domain().rules)


def test_no_page_names_a_folder_of_the_machine_it_was_made_on(made: dict[str, str]) -> None:
    for name, text in made.items():
        assert str(ROOT) not in text, name
