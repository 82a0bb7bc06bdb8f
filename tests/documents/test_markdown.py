"""Marks of Markdown."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cascade.documents.markdown import is_heading, unmarked
from cascade.documents.text import read_text


def texts(text: str, name: str) -> list[str]:
    return [line.text for line in read_text(text.encode(), name).lines]


def test_marks_of_markdown_are_taken_off() -> None:
    marked = [
        ("## **I. Mục tiêu**", "I. Mục tiêu"),
        ("### Kế hoạch ###", "Kế hoạch"),
        ("**Ban hành kế hoạch  ", "Ban hành kế hoạch"),
        ("xã Mẫu**", "xã Mẫu"),
        ("*(kèm theo)*", "(kèm theo)"),
        (r"1\. Một \* hai", "1. Một * hai"),
        ("* mục", "- mục"),
        ("  * mục con", "  - mục con"),
        ("- giữ", "- giữ"),
        ("+ giữ", "+ giữ"),
        ("> trích", "trích"),
        ("---", ""),
        ("```", ""),
        ("[Cổng](https://thu.example/a_b)", "Cổng"),
        ("__đậm__ và _nghiêng_", "đậm và nghiêng"),
        ("ngày ___ tháng ___", "ngày ___ tháng ___"),
        ("Ghi chú (*) và (**)", "Ghi chú (*) và (**)"),
        ("5 * 3 = 15", "5 * 3 = 15"),
        ("a_b_c@thu.example", "a_b_c@thu.example"),
        ("A &amp; B&nbsp;C<br>D", "A & B C D"),
        ("<!-- trang 2 -->x", "x"),
        ("*Mẫu, ngày 1", "Mẫu, ngày 1"),
        ("tháng 2*", "tháng 2"),
        ("điền <ten don vi> vào", "điền <ten don vi> vào"),
        ("`12/KH-UBND`", "12/KH-UBND"),
        ("<80% và > 90%", "<80% và > 90%"),
    ]
    assert texts("\n".join(line for line, _ in marked), "a.md") == [plain for _, plain in marked]


@pytest.mark.parametrize(("line", "heads"), [("# A", True), ("####### A", False), ("#A", False), ("## ", False)])
def test_headings(line: str, heads: bool) -> None:
    assert is_heading(line) is heads


@pytest.mark.parametrize("mark", ["*a ", "[", "[a](", "<a ", "`", "_a_ ", "&"])
def test_marks_upon_marks_take_no_time(mark: str) -> None:
    line = (mark * 5_000)[:4_990]
    begun = time.process_time()
    assert len(list(unmarked([line] * 5))) == 5
    assert time.process_time() - begun < 5


@given(st.text(alphabet="*_\\#>`~[]()|-&;<br/>a ă\t", max_size=60))
def test_no_mark_makes_a_line_more_than_it_was(text: str) -> None:
    assert len(texts(f"{text}\nx", "a.md")) == 2
