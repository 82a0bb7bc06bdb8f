"""What the documentation takes from rules and types is what they say today."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from cascade.formats.schemas import SCHEMAS
from docs.demo import CALLS, PLANS
from docs.generate import WITH_TABLES, pages
from docs.tables import blocks
from tests.support import ROOT, domain


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return pages(domain())


def test_the_generated_pages_are_up_to_date(made: dict[str, str]) -> None:
    stale = [name for name, text in made.items() if (ROOT / "docs" / name).read_text("utf-8") != text]
    assert stale == [], "run python -m docs.generate"


def test_the_generated_pages_are_the_rules_the_schemas_the_tables_and_the_pictures(made: dict[str, str]) -> None:
    pictures = {"report.svg", "report.en.svg"}
    demos = {"demo.svg", "demo.en.svg"}
    schemas = {f"{what}.schema.json" for what in SCHEMAS}
    papers = {"quy-tac.md", "rules.md", "so-lieu.md", "figures.md", *WITH_TABLES}
    assert set(made) == papers | schemas | pictures | demos
    for name in pictures:
        assert made[name].startswith("<svg ")
        assert "xã Quang Khải" in made[name].replace("&#160;", " ")


@pytest.mark.parametrize("name", ["demo.svg", "demo.en.svg"])
def test_the_demo_is_small_runs_nothing_and_shows_every_call(made: dict[str, str], name: str) -> None:
    root = etree.fromstring(made[name].encode())
    scenes = [one for one in root if one.get("class", "").startswith("scene")]
    said = ["".join(map(str, scene.itertext())).replace("\xa0", " ") for scene in scenes]
    assert all(f"$ cascade audit {PLANS} {call.typed}".strip() in text for call, text in zip(CALLS, said, strict=True))
    assert len(made[name]) < 80_000
    assert not re.search(r"<script|<image|href|url\(", made[name])


@pytest.mark.parametrize("paper", WITH_TABLES)
def test_every_table_that_can_be_generated_stands_in_a_paper_and_nothing_else_is_asked_for(paper: str) -> None:
    asked = [found for one in WITH_TABLES for found in re.findall(r"<!-- made: ([a-z-]+) -->", _text(one))]
    assert sorted(asked) == sorted(blocks(domain()))
    assert _text(paper).count("<!-- made: ") == _text(paper).count("<!-- end -->")


def _text(paper: str) -> str:
    return (ROOT / "docs" / paper).read_text("utf-8")


def test_every_rule_has_its_section_in_both_languages(made: dict[str, str]) -> None:
    for page in ("quy-tac.md", "rules.md"):
        heads = [line.split("`")[1] for line in made[page].splitlines() if line.startswith("### ")]
        assert sorted(heads) == sorted(domain().rules)


def test_no_page_names_a_folder_of_the_machine_it_was_made_on(made: dict[str, str]) -> None:
    for name, text in made.items():
        assert str(ROOT) not in text, name
