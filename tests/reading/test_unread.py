"""What of a plan file could not be read: single items with or without their words, or more."""

from __future__ import annotations

from pathlib import Path

import pytest

from cascade.model.unread import Unread, UnreadItem
from cascade.reading.plans import known_names, read_plan
from tests.support import domain

HEAD = """schema: plan/1
title: Trồng rừng năm 2023
type: KH
level: commune
issuer: UBND xã Mẫu
place: [Mẫu, Thử]
period: 2023
content: full
review: reviewed
"""
GOOD = """targets:
  - {id: "1", text: Trồng 5 ha rừng, value: 5 ha}
tasks:
  - {id: "2", text: Tuần tra rừng}
"""


def unread(text: str) -> Unread | None:
    read = read_plan(Path("xa-mau.yaml"), "xa-mau.yaml", known_names(domain()), (HEAD + text).encode())
    assert read.plan is not None
    return read.plan.unread


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        GOOD + "citations:\n  - {role: no}\n",  # who is cited is no item
        GOOD + "notes: gì đó\nnumber: [1]\n",
        GOOD.replace("value: 5 ha", "value: 5 ha, by: 20233, tier: làng"),  # the item stands without them
        GOOD.replace("rừng}", "rừng, under: không có, due: năm 3023}"),
    ],
)
def test_what_is_no_item_hides_none(text: str) -> None:
    assert not unread(text)


@pytest.mark.parametrize(
    ("text", "item"),
    [
        (GOOD.replace("5 ha}", "5 ha trở lên 3}"), UnreadItem("target", "Trồng 5 ha rừng")),
        (GOOD.replace("value", "vaule"), UnreadItem("target", "Trồng 5 ha rừng")),
        (GOOD.replace('"2"', '"1"'), UnreadItem("task", "Tuần tra rừng")),
        (GOOD.replace('id: "2", ', ""), UnreadItem("task", "Tuần tra rừng")),
        (GOOD.replace("Tuần tra rừng", "[Tuần tra rừng]"), UnreadItem("task", None)),
        (GOOD.replace('{id: "2", text: Tuần tra rừng}', "*other"), UnreadItem("task", None)),
        (GOOD.replace('{id: "2", text: Tuần tra rừng}', "Tuần tra rừng"), UnreadItem("task", "Tuần tra rừng")),
    ],
)
def test_an_item_that_cannot_be_read_keeps_its_words_where_they_can(text: str, item: UnreadItem) -> None:
    assert unread(text) == Unread((item,))


@pytest.mark.parametrize(
    "text",
    [
        GOOD.replace("tasks:", "taks:"),
        GOOD + 'tasks:\n  - {id: "3", text: Phát dọn}\n',
        "targets: 5 ha\n",
        GOOD + "---\nschema: plan/1\n",
    ],
)
def test_more_is_lost_where_a_list_is(text: str) -> None:
    found = unread(text)
    assert found is not None
    assert found.lost
