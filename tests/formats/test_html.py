"""The page: well made, complete in both languages, closed to the network, and no text of a plan is markup."""

from __future__ import annotations

import base64
import hashlib
import re
import subprocess
import sys
from collections import Counter
from urllib.parse import unquote

import msgspec
import pytest
from lxml import etree, html

from cascade.formats.html import render
from cascade.formats.page.passages import says_all
from cascade.formats.page.words import LACKING, LACKING_ALL
from cascade.model.decision import Waiver
from cascade.model.text import one_line
from cascade.model.words import LANGS
from cascade.result.result import Result
from tests.formats.forms import clean, golden, hostile_result, many
from tests.hostile import TEXTS


def page(result: Result, lang: str = "vi") -> html.HtmlElement:
    return html.document_fromstring(render(result, lang).decode())  # type: ignore[arg-type]


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def article(result: Result, code: str) -> html.HtmlElement:
    (found,) = page(result).xpath(f"//article[@id='{code}']")
    return found


def outline(result: Result) -> Counter[tuple[str, tuple[str, ...]]]:
    """The elements of a page, each with the names of its attributes."""
    return Counter((str(one.tag), tuple(sorted(one.attrib))) for one in page(result).iter() if isinstance(one.tag, str))


@pytest.mark.parametrize("name", TEXTS)
def test_no_text_of_a_plan_is_an_element_or_an_attribute(name: str) -> None:
    ours = set(outline(golden())) | set(outline(many())) | set(outline(hostile_result("empty")))
    assert {tag for tag, _ in outline(hostile_result(name))} <= {tag for tag, _ in ours}
    known = {attribute for _, attributes in ours for attribute in attributes}
    assert {attribute for _, attributes in outline(hostile_result(name)) for attribute in attributes} <= known
    assert len(page(hostile_result(name)).xpath("//script")) == 1


def test_nothing_is_loaded_and_only_its_own_script_and_style_run() -> None:
    drawn = page(golden())
    (policy,) = drawn.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert "default-src 'none'" in policy
    for tag in ("script", "style"):
        (own,) = drawn.xpath(f"//{tag}")
        digest = base64.b64encode(hashlib.sha256((own.text or "").encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert not drawn.xpath("//@src | //link | //@style | //*[starts-with(name(@*), 'on')]")
    assert all(link.startswith("#") for link in drawn.xpath("//@href"))


@pytest.mark.parametrize("result", [golden(), many(), clean()], ids=["golden", "many", "clean"])
def test_every_link_leads_somewhere_and_every_id_is_one(result: Result) -> None:
    drawn = page(result)
    ids = drawn.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {unquote(link[1:]) for link in drawn.xpath("//@href")} <= set(ids)
    assert set(" ".join(drawn.xpath("//@aria-labelledby")).split()) <= set(ids)
    assert set(drawn.xpath("//label/@for")) <= set(ids)


def test_a_plan_whose_id_is_no_address_has_a_place_of_its_own() -> None:
    plans = {"xa-mau-0": "a b", "xa-mau-1": "a-b", "xa-mau-2": "100% «xã»"}
    text = msgspec.json.encode(many()).decode()
    for old, new in plans.items():
        text = text.replace(f'"{old}"', f'"{new}"')
    result = msgspec.json.decode(text, type=Result)
    drawn = page(result)
    sections = drawn.xpath("//section[@class='plan']/@id")
    assert len(set(sections)) == len(sections)
    assert not [one for one in sections if re.search(r"\s", one)]
    assert {unquote(link[1:]) for link in drawn.xpath("//@href")} <= set(drawn.xpath("//@id"))


@pytest.mark.parametrize("result", [golden(), many(), clean()], ids=["golden", "many", "clean"])
def test_what_is_said_in_one_language_is_said_in_the_other(result: Result) -> None:
    for element in page(result).xpath("//*[span[@lang] or tspan[@lang]]"):
        said = [one.get("lang") for one in element if one.tag in ("span", "tspan") and one.get("lang")]
        if "said" not in {one.get("class") for one in element}:
            assert said.count("vi") == said.count("en")
    assert not page(result).xpath("//*[@data-vi and not(@data-en)]")


@pytest.mark.parametrize("lang", LANGS)
def test_it_opens_in_the_language_asked_for(lang: str) -> None:
    drawn = page(golden(), lang)
    assert drawn.get("lang") == lang
    assert drawn.xpath("//input[@name='lang'][@checked]/@id") == [f"lang-{lang}"]


def test_a_finding_has_both_passages_in_full_its_bounds_and_what_mends_it() -> None:
    result = golden()
    for finding in result.findings:
        said = words(article(result, finding.code))
        for lang in LANGS:
            assert one_line(finding.title.say(lang)) in said
            assert one_line(finding.suggestion.say(lang)) in said
            assert says_all(finding, result) or one_line(finding.message.say(lang)) in said
        for item in (finding.against, finding.nearest or finding.item):
            if item is not None and item.kind in ("target", "task") and finding.of_two:
                assert one_line(item.text) in said
        if finding.of_two and finding.parent_bound:
            assert finding.parent_bound.vi in said
        assert finding.of_two or not says_all(finding, result)


def test_a_finding_about_a_whole_plan_is_not_told_by_the_item_that_it_names_as_an_example() -> None:
    result = golden()
    (finding, *_) = (one for one in result.findings if one.rule == "missing-area")
    assert finding.against is not None
    drawn = article(result, finding.code)
    assert finding.message.vi in words(drawn)
    assert not drawn.xpath(".//figure | .//mark")
    assert LACKING.vi not in words(drawn)
    assert LACKING_ALL.vi not in words(drawn)
    assert not page(result).xpath(f"//table[starts-with(@class, 'matrix')]//a[@href='#{finding.code}']")


def test_the_words_printed_stand_instead_of_those_recorded() -> None:
    result = golden()
    text = msgspec.json.encode(result).decode()
    (first, *_) = (one for one in result.findings if one.rule == "weaker-target")
    text = text.replace('"printed":null', '"printed":{"text":"Lời <b>in</b> & nguyên văn","problem":null}')
    drawn = article(msgspec.json.decode(text, type=Result), first.code)
    assert [words(one) for one in drawn.xpath(".//q")] == ["Lời <b>in</b> & nguyên văn"] * 2
    assert "nguyên văn" in words(drawn)


def test_a_decision_is_told_and_its_finding_counts_no_more() -> None:
    result = golden()
    day = result.plans[-1].issued
    assert day is not None
    first, *others = result.findings
    waiver = Waiver(first.plan, first.rule, "đã có công văn", "Sở Nội vụ", day, document="12/SNV", until=day)
    decided = msgspec.structs.replace(result, findings=(msgspec.structs.replace(first, waived=waiver), *others))
    drawn = article(decided, first.code)
    assert "waived" in drawn.get("class", "").split()
    for said in ("đã có công văn", "Sở Nội vụ", "12/SNV", f"{day:%d/%m/%Y}"):
        assert said in words(drawn)
    (select,) = page(decided).xpath("//select[@name='decision']")
    assert select.xpath("option/@value") == ["", "open", "accepted"]
    assert not page(result).xpath("//select[@name='decision']")

    def told(one: Result) -> list[str]:
        (row,) = page(one).xpath(f"//table[@class='plans']//tr[th/a[@href='#plan-{first.plan}']]")
        return [words(cell) for cell in row.xpath("td")]

    before, after = told(result), told(decided)
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1


def test_the_order_is_plans_with_the_worst_first_and_nothing_is_lost() -> None:
    sections = page(many()).xpath("//section[@class='plan']")
    worst = [min(("error", "warning", "info").index(one) for one in s.xpath("article/@class")) for s in sections]
    assert worst == sorted(worst)


def test_where_nothing_is_found_it_says_what_was_compared() -> None:
    assert "đã so 0 chỉ tiêu, 1 nhiệm vụ" in words(page(clean()))


def test_a_page_is_as_large_as_its_findings() -> None:
    one, whole = len(render(clean(), "vi")), len(render(many(), "vi"))
    assert (whole - one) / len(many().findings) < 4000


def test_every_element_closes_where_it_should() -> None:
    text = render(golden(), "vi").decode()
    body = re.sub(r"<(style|script)>.*?</\1>|<!doctype html>", "", text, flags=re.DOTALL)
    body = re.sub(r"<(meta|input)\b([^>]*)>", r"<\1\2/>", body)
    body = re.sub(r"(?<=[ <])(lang|class)=(\w+)(?=[ />])", r'\1="\2"', body)
    body = re.sub(r" (checked)(?=[ />])", r' \1=""', body)
    etree.fromstring(body)


def test_the_template_library_is_imported_for_a_page_alone() -> None:
    code = "import sys, cascade.formats.table, cascade.cli.audit; sys.exit('jinja2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
