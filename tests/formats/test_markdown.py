"""The summary in Markdown: a table of plans, a row a finding, and no text of a plan is markup."""

from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt

from cascade.formats import markdown
from cascade.formats.markdown import render, text
from cascade.result.result import Result
from tests.formats.forms import clean, golden, hostile_result, many
from tests.hostile import TEXTS

OWN = {"<br>", "<!-- -->", "<!-- cascade-audit/1 -->"}


def tokens(result: Result) -> list[tuple[str, str]]:
    """The kinds of everything that a reader of Markdown finds, with their contents."""
    parsed = MarkdownIt("gfm-like", {"linkify": False, "html": True}).parse(render(result, "vi").decode())
    found = []
    for token in parsed:
        found += [(inner.type, inner.content) for inner in token.children or [token]]
    return found


@pytest.mark.parametrize("name", TEXTS)
def test_no_text_of_a_plan_is_markup(name: str) -> None:
    kinds = tokens(hostile_result(name))
    assert {content.strip() for kind, content in kinds if kind.startswith("html")} <= OWN
    assert not {"link_open", "image", "code_inline", "em_open", "s_open", "fence"} & {kind for kind, _ in kinds}


@pytest.mark.parametrize("name", TEXTS)
def test_a_report_has_as_many_lines_whatever_a_plan_says(name: str) -> None:
    plain, said = (render(hostile_result(one), "vi").decode().split("\n") for one in ("empty", name))
    counts = (len(hostile_result(one).findings) for one in (name, "empty"))
    assert len(said) - len(plain) == next(counts) - next(counts)


@pytest.mark.parametrize(
    "words", ["@owner xem", "#12", ":tada: vui", "http://a.invalid", "www.a.invalid", "a|b", "1. x", "$x$"]
)
def test_nothing_is_a_mention_a_reference_a_picture_or_a_link(words: str) -> None:
    said = text(words)
    assert not re.search(r"@\w|(?<!&)#\w|:\w+:|://|www\.|\||^\d+\. |\$", said)
    assert re.sub(r"&#(\d+);", lambda sign: chr(int(sign[1])), said.replace("<!-- -->", "")) == words


def test_a_finding_is_a_row_with_both_sides_words() -> None:
    report = render(golden(), "vi").decode()
    for finding in golden().findings:
        (row,) = re.findall(rf"^\| {finding.code} .*$", report, re.MULTILINE)
        assert text(finding.message.vi) in row
        assert text(finding.suggestion.vi) in row
        if finding.against is not None and finding.against.kind in ("target", "task"):
            assert f"«{text(finding.against.text)}»" in row


def test_more_than_github_takes_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = len(render(many(), "vi"))
    monkeypatch.setattr(markdown, "MOST", whole // 2)
    report = render(many(), "vi").decode()
    left = re.search(r"^và (\d+) điểm nữa$", report, re.MULTILINE)
    assert left is not None
    assert len(report.encode()) < whole * 0.6
    assert len(re.findall(r"^\| [A-Z]+\d+ ", report, re.MULTILINE)) + int(left[1]) == len(many().findings)


def test_where_nothing_is_found_it_says_so() -> None:
    assert (
        "Không thấy nội dung nào thấp hơn hoặc thiếu so với kế hoạch cấp trên (đã so 0 chỉ tiêu, 1 nhiệm vụ)."
        in render(clean(), "vi").decode()
    )
