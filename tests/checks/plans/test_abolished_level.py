"""A plan of a level that did not exist on the day it was issued."""

from __future__ import annotations

from datetime import date

import msgspec

from cascade.audit import context_of, run
from cascade.model.level import Levels
from cascade.model.rule import Sketch
from tests.support import DISTRICT, domain, found, linked, rule


def test_the_words_tell_until_when_the_level_existed() -> None:
    (judged,) = found(linked(Sketch(issued="2025-07-01"), None), "abolished-level")
    assert "Cấp huyện" in judged.message.vi
    assert "30/06/2025" in judged.message.vi
    assert "01/07/2025" in judged.message.vi


def test_a_level_that_did_not_exist_yet_is_reported_with_its_first_day() -> None:
    levels = [
        msgspec.structs.replace(level, since=date(2022, 1, 1), until=None) if level.id == "district" else level
        for level in domain().levels.all
    ]
    changed = msgspec.structs.replace(domain(), levels=Levels(tuple(levels)))
    plans = linked(Sketch(issued="2021-12-31"), None).plans
    (judged,) = run(context_of(plans, changed, {DISTRICT: ""}), rule("abolished-level"))
    assert "01/01/2022" in judged.message.en
