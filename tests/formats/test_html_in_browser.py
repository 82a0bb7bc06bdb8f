"""The page in a browser: no error, filters, search, links, both languages, print, and hostile text that stays text."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest

from cascade.formats.html import render
from cascade.result.result import Result
from tests.formats.forms import clean, golden, hostile_result, many
from tests.hostile import TEXTS

playwright = pytest.importorskip("playwright.sync_api")
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")
MANY = 4000
SHOWN = "article:not([hidden])"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """Opens a result's page from disk without a network; whatever the browser complains of fails the test."""
    told: list[str] = []
    pages = []

    def open_page(result: Result, link: str = "", **screen: Any) -> Any:
        path = tmp_path / "trang.html"
        path.write_bytes(render(result, "vi"))
        page = browser.new_page(**{"offline": True, "viewport": {"width": 1280, "height": 900}} | screen)
        pages.append(page)
        page.on("console", lambda message: told.append(message.text))
        page.on("pageerror", lambda error: told.append(str(error)))
        page.on("request", lambda request: told.append(request.url) if not request.url.startswith("file:") else None)
        page.on("dialog", lambda dialog: told.append(dialog.message))
        page.goto(f"{path.as_uri()}{link}")
        return page

    yield open_page
    for page in pages:
        page.close()
    assert told == []


def shown(page: Any) -> list[str]:
    codes: list[str] = page.eval_on_selector_all(SHOWN, "all => all.map(one => one.id)")
    return codes


def search(page: Any, words: str) -> list[str]:
    page.fill("input[type=search]", words)
    page.eval_on_selector("input[type=search]", "one => one.dispatchEvent(new Event('change', {bubbles: true}))")
    return shown(page)


@cache
def thousands() -> Result:
    """A result of `MANY` findings: those of many communes, told of ever more."""
    result = many()
    plans, findings = list(result.plans), list(result.findings)
    names = [plan for plan in result.plans if plan.id in result.by_plan]
    for again in range(MANY // len(findings)):
        for plan in names:
            other = f"{plan.id}-{again}"
            plans.append(msgspec.structs.replace(plan, id=other, unit=f"{plan.unit} số {again}"))
            findings += [
                msgspec.structs.replace(one, plan=other, code=f"{one.code}x{again}") for one in result.by_plan[plan.id]
            ]
    return msgspec.structs.replace(result, plans=tuple(plans), findings=tuple(findings))


def test_each_filter_shows_what_it_says(opened: Any) -> None:
    result = golden()
    page = opened(result)
    every = {one.code for one in result.findings}
    assert set(shown(page)) == every
    page.uncheck("[name=severity][value=error]")
    assert set(shown(page)) == {one.code for one in result.findings if one.severity != "error"}
    page.click("button[type=reset]")
    page.wait_for_function(f"document.querySelectorAll('{SHOWN}').length === {len(every)}")
    page.select_option("[name=rule]", "weaker-target")
    assert set(shown(page)) == {one.code for one in result.findings if one.rule == "weaker-target"}
    page.select_option("[name=rule]", "")
    page.select_option("[name=area]", "2")
    assert set(shown(page)) == {one.code for one in result.findings if one.area == 2}
    page.select_option("[name=area]", "0")
    assert set(shown(page)) == {one.code for one in result.findings if one.area is None}
    page.select_option("[name=area]", "")
    page.select_option("[name=plan]", "plan-xa-mau-2023")
    assert set(shown(page)) == {one.code for one in result.findings if one.plan == "xa-mau-2023"}
    assert page.inner_text("[role=status]") == f"Đang hiện {len(shown(page))} trong {len(every)} điểm"
    assert page.eval_on_selector_all("section.plan:not([hidden])", "all => all.map(one => one.id)") == [
        "plan-xa-mau-2023"
    ]


def test_decisions_are_filtered(opened: Any) -> None:
    result = golden()
    first, *others = result.findings
    waiver = {"plan": first.plan, "rule": first.rule, "waived": "có công văn", "by": "SNV", "on": "2026-01-02"}
    accepted = msgspec.convert({**msgspec.to_builtins(first), "waived": waiver}, type(first))
    page = opened(msgspec.structs.replace(result, findings=(accepted, *others)))
    page.select_option("[name=decision]", "accepted")
    assert shown(page) == [first.code]
    page.select_option("[name=decision]", "open")
    assert set(shown(page)) == {one.code for one in others}


def test_words_are_found_with_and_without_accents(opened: Any) -> None:
    page = opened(golden())
    with_accents = search(page, "hài lòng")
    assert with_accents
    assert set(with_accents) <= set(search(page, "hai LONG"))
    assert search(page, "hài long") != []
    assert search(page, "hãi lòng") == []
    assert search(page, "đối") == search(page, "ĐỐI")
    assert search(page, "khongcotunay") == []
    first = golden().findings[0].code
    assert first in search(page, first.lower())
    assert len(search(page, "")) == len(golden().findings)


def test_a_link_leads_to_its_point_and_shows_it_where_the_filter_hid_it(opened: Any) -> None:
    last = many().findings[-1]
    page = opened(many(), f"#{last.code}")
    assert page.locator(f"#{last.code}").evaluate("one => one.getBoundingClientRect().top < innerHeight")
    assert search(page, "khongcotunay") == []
    page.evaluate("location.hash = 'A1'")
    page.wait_for_function("document.getElementById('A1').offsetHeight > 0")
    assert len(shown(page)) == len(many().findings)
    page.evaluate(f"location.hash = 'plan-{last.plan}'")
    heading = page.locator(f"[id='plan-{last.plan}'] h3")
    page.wait_for_function(
        "one => Math.abs(one.getBoundingClientRect().top) < innerHeight", arg=heading.element_handle()
    )


def test_one_language_is_seen_at_a_time(opened: Any) -> None:
    page = opened(golden())
    assert page.evaluate("document.documentElement.lang") == "vi"
    vietnamese = page.inner_text("h1")
    page.click("label[for=lang-en]")
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.inner_text("h1") != vietnamese
    assert page.title() == page.inner_text("h1")
    seen = "all => all.filter(one => one.checkVisibility()).length"
    assert page.eval_on_selector_all("span[lang=vi]:not(.said)", seen) == 0
    assert page.eval_on_selector_all("span[lang=en]", seen) > 100
    assert page.locator("[name=area] option").first.inner_text() == "All areas"


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
@pytest.mark.parametrize("name", ["golden", "many", "long", "long without a space", "wide", "accents"])
def test_nothing_is_wider_than_the_screen(opened: Any, name: str, width: int) -> None:
    result = {"golden": golden, "many": many}.get(name, lambda: hostile_result(name))()
    page = opened(result, viewport={"width": width, "height": 800})
    page.eval_on_selector_all("details", "all => all.forEach(one => one.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    outside = "all => all.filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.id)"
    assert page.eval_on_selector_all("article, article .sides > *", outside) == []


@pytest.mark.parametrize("name", ["html", "braces", "mermaid", "bidi", "lines", "accents"])
def test_hostile_text_does_nothing(opened: Any, name: str) -> None:
    page = opened(hostile_result(name))
    assert len(shown(page)) == len(hostile_result(name).findings)
    assert page.evaluate("document.scripts.length") == 1
    if name == "html":
        assert TEXTS[name] in page.text_content("#points")


def test_a_script_that_is_not_ours_does_not_run(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "khac.html"
    path.write_bytes(render(clean(), "vi").replace(b"</main>", b"<script>document.title='chay'</script></main>"))
    page = browser.new_page()
    page.goto(path.as_uri())
    assert page.title() != "chay"
    page.close()


def test_without_scripts_everything_can_be_read(opened: Any) -> None:
    page = opened(golden(), java_script_enabled=False)
    assert page.locator("article").count() == len(golden().findings)
    assert not page.locator("form.filters").is_visible()
    assert golden().findings[0].suggestion.vi in page.text_content("#points")
    page.click("label[for=lang-en]")
    assert page.locator("h1 span[lang=en]").is_visible()
    assert not page.locator("h1 span[lang=vi]").is_visible()


def test_it_is_used_by_keyboard(opened: Any) -> None:
    page = opened(golden())
    reached = []
    for _ in range(9):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id || document.activeElement.hash"))
    assert reached[:2] == ["lang-vi", "#points"]
    assert "#matrix" in reached
    page.focus("#lang-vi")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.documentElement.lang") == "en"
    page.focus(".scheme.wide a[href]")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash").startswith("#plan-")


def _channel(value: int) -> float:
    part = value / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _light(colour: str) -> float:
    parts = [_channel(int(colour[place : place + 2], 16)) for place in (1, 3, 5)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_what_is_behind_them(opened: Any, scheme: str) -> None:
    page = opened(golden(), color_scheme=scheme)
    style = "name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim()"

    def light(name: str) -> float:
        colour = page.evaluate(style, name)
        return _light(colour if len(colour) == 7 else "#" + "".join(sign * 2 for sign in colour[1:]))

    for behind in ("paper", "sheet", "faint", "tie", "apart"):
        words = (
            ("ink",) if behind in ("tie", "apart") else ("ink", "muted", "link", "error", "warning", "info", "sound")
        )
        for name in words:
            low, high = sorted((light(name), light(behind)))
            assert (high + 0.05) / (low + 0.05) >= 4.5, (name, behind)


def test_it_prints_what_is_shown_on_a4(opened: Any, tmp_path: Path) -> None:
    pypdfium2 = pytest.importorskip("pypdfium2")
    page = opened(golden())
    page.select_option("[name=plan]", "plan-xa-mau-2023")
    path = tmp_path / "in.pdf"
    page.pdf(path=path, prefer_css_page_size=True)
    document = pypdfium2.PdfDocument(path)
    width, height = document[0].get_size()
    assert (round(width), round(height)) == (595, 842)
    text = " ".join(sheet.get_textpage().get_text_range() for sheet in document)
    for one in golden().findings:
        assert (f"{one.code} " in text.replace("\r\n", " ")) == (one.plan == "xa-mau-2023" or f" {one.code} " in text)
    assert "Hướng xử lý" in text


def test_thousands_of_findings_stay_quick(opened: Any) -> None:
    page = opened(thousands())
    assert len(shown(page)) >= MANY
    apply = """async act => {
        const begun = performance.now();
        const form = document.forms[0];
        if (act === 'words') form.words.value = 'bao cao'; else form.plan.selectedIndex = 3;
        form.dispatchEvent(new Event('change'));
        await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
        return performance.now() - begun;
    }"""
    for act in ("plan", "words", "words"):
        assert page.evaluate(apply, act) < 5000, act
