"""The badge: a picture that is well-formed and says the worst, or that nobody looked."""

from __future__ import annotations

import msgspec
import pytest
from lxml import etree

from cascade.formats.badge import COLOURS, GOOD, UNKNOWN, render
from cascade.model.words import LANGS
from cascade.result.result import Result
from tests.formats.forms import clean, golden, hostile_result, many
from tests.hostile import TEXTS


def said(result: Result) -> tuple[str, str]:
    picture = etree.fromstring(render(result, "en"))
    texts = [str(element.text) for element in picture.iter("{*}text")]
    colours = [str(element.get("fill")) for element in picture.iter("{*}path")]
    return texts[1], colours[0]


def test_it_says_the_worst_and_how_often() -> None:
    assert said(many()) == ("120 to correct", COLOURS["error"])
    assert said(clean()) == ("no findings", GOOD)
    notes = tuple(finding for finding in golden().findings if finding.severity == "info")[:1]
    assert said(msgspec.structs.replace(clean(), findings=notes)) == ("1 noted", COLOURS["info"])


def test_it_is_never_green_where_nobody_looked() -> None:
    assert said(golden()) == ("could not be read", UNKNOWN)
    assert said(msgspec.structs.replace(clean(), compares=False)) == ("not compared", UNKNOWN)


@pytest.mark.parametrize("name", TEXTS)
def test_it_is_a_picture_whatever_a_plan_says(name: str) -> None:
    for lang in LANGS:
        assert etree.fromstring(render(hostile_result(name), lang)).tag == "{http://www.w3.org/2000/svg}svg"
