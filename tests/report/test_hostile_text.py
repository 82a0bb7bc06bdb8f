"""The text of a plan is text: nothing in it acts on a terminal or a picture, or breaks a line's layout."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from rich.cells import cell_len

from cascade.audit import Audit
from cascade.formats import audit_json, audit_text, comparison_text
from cascade.model.text import MOST_ACCENTS
from cascade.report.lineage_pictures import dot, mermaid, tree
from cascade.report.screen import Screen
from cascade.result.fill import EVERYTHING, fill
from tests.hostile import TEXTS, acts, hostile
from tests.support import COMMUNE, DISTRICT

WIDTH = 80
PLAIN = Screen(WIDTH)
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def pages(result: Audit, screen: Screen = PLAIN) -> dict[str, str]:
    """Every report that is laid out as a page."""
    filled = fill(result, EVERYTHING, pairs=[(COMMUNE, DISTRICT)])
    return {
        "audit": audit_text.render(filled, "vi", screen).decode(),
        "comparison": comparison_text.render(filled, "vi", screen).decode(),
        "tree": tree(result.context.lineage, "vi", screen),
    }


def json_of(result: Audit) -> str:
    return audit_json.render(fill(result, EVERYTHING), "vi").decode()


@cache
def audit_of(name: str) -> Audit:
    return hostile(TEXTS[name])


@cache
def pages_of(name: str) -> dict[str, str]:
    return pages(audit_of(name))


@cache
def fancy_pages_of(name: str) -> dict[str, str]:
    return pages(audit_of(name), Screen(WIDTH, fancy=True))


@pytest.mark.parametrize("name", TEXTS)
def test_nothing_in_a_page_acts(name: str) -> None:
    for report, text in pages_of(name).items():
        assert acts(text) == [], report


@pytest.mark.parametrize("name", TEXTS)
def test_a_page_with_colour_has_no_escape_but_its_own_colours(name: str) -> None:
    for report, text in fancy_pages_of(name).items():
        assert acts(COLOUR.sub("", text)) == [], report
        assert COLOUR.sub("", text) != text, report


@pytest.mark.parametrize("name", TEXTS)
def test_no_line_is_wider_than_the_page(name: str) -> None:
    for made in (pages_of(name), fancy_pages_of(name)):
        for report, text in made.items():
            assert max(cell_len(COLOUR.sub("", line)) for line in text.split("\n")) <= WIDTH, report


def test_a_line_break_in_a_plan_breaks_no_line_of_a_report() -> None:
    breaks, spaces = hostile("một\nhai\r\n  ba\tbốn"), hostile("một hai ba bốn")
    assert pages(breaks) == pages(spaces)
    assert dot(breaks.context.lineage, "vi") == dot(spaces.context.lineage, "vi")


def test_markup_is_shown_as_it_is_written() -> None:
    markup, emoji = (pages_of(name)["audit"] for name in ("rich markup", "emoji names"))
    assert "[bold]đậm[/bold]" in markup
    assert "[link=http://example.invalid]đây[/link]" in markup
    assert ":warning: :smile:" in emoji


def test_a_title_of_ten_thousand_characters_is_shown_whole() -> None:
    page = pages_of("long without a space")["audit"]
    assert "x" * 10_000 in "".join(page.split("\n"))


def test_no_letter_carries_more_accents_than_stay_on_its_line() -> None:
    for text in pages_of("accents").values():
        runs = re.findall(r"[\u0300-\u036f\u20d0-\u20ff\u0488\u0489]+", text)
        assert runs != []
        assert max(len(run) for run in runs) == MOST_ACCENTS


def test_the_accents_of_every_language_that_plans_are_written_in_stay() -> None:
    word = "Đ\u0323\u0302ắ\u0323 ก\u0e35\u0e49"
    assert unicodedata.normalize("NFC", word) in pages(hostile(unicodedata.normalize("NFC", word)))["audit"]


NODE = re.compile(r'  p\d+\["[^"\[\](){}|`<>&\\\x00-\x1f]*<br/>[^"\[\](){}|`<>&\x00-\x1f]*"\]:::(full|excerpt|cited)')
MERMAID = [
    re.compile("%% cascade-graph/1"),
    re.compile("flowchart BT"),
    NODE,
    re.compile(r"  p\d+ (==>|-->|-\.->) p\d+"),
    re.compile(r"  classDef (cited|excerpt) stroke-dasharray: \d \d"),
]
DOT = [
    re.compile(r"digraph cascade \{|  rankdir=BT;|  node \[shape=box\];|\}"),
    re.compile(r'  "[a-z0-9-]+" \[label="([^"\\\x00-\x1f]|\\["\\])*", style=(solid|dashed|dotted)\];'),
    re.compile(r'  "[a-z0-9-]+" -> "[a-z0-9-]+" \[style=(bold|solid|dashed)\];'),
]


def strange(picture: str, grammar: list[re.Pattern[str]]) -> list[str]:
    """The lines of a picture that are none of those that such a picture is made of."""
    assert picture.endswith("\n")
    return [line for line in picture[:-1].split("\n") if not any(shape.fullmatch(line) for shape in grammar)]


@pytest.mark.parametrize("name", TEXTS)
def test_a_picture_for_another_program_holds_only_its_own_nodes_and_arrows(name: str) -> None:
    lineage = audit_of(name).context.lineage
    for picture, grammar in ((mermaid(lineage, "vi"), MERMAID), (dot(lineage, "vi"), DOT)):
        plain = picture.replace("\\", "/") if grammar is MERMAID else picture  # a backslash is nothing to mermaid
        assert strange(plain, grammar) == []
        assert acts(picture) == []
        assert len(picture.splitlines()) == 7


@pytest.mark.parametrize("name", TEXTS)
def test_the_json_report_keeps_every_character_and_none_of_them_acts(name: str) -> None:
    text = json_of(audit_of(name))
    assert acts(text) == []
    report = json.loads(text)
    assert report["plans"][1]["number"] == f"9 {TEXTS[name][:1000]}"
    assert f"b {TEXTS[name][:1000]}" in {finding["item"] for finding in report["findings"]}


@hypothesis_settings(max_examples=15)
@given(st.text(max_size=60))
def test_no_text_at_all_acts_or_breaks_the_layout(text: str) -> None:
    result = hostile(text)
    for page in pages(result).values():
        assert acts(page) == []
        assert max(cell_len(line) for line in page.split("\n")) <= WIDTH
    assert strange(mermaid(result.context.lineage, "vi").replace("\\", "/"), MERMAID) == []
    assert strange(dot(result.context.lineage, "vi"), DOT) == []
    assert acts(json_of(result)) == []
