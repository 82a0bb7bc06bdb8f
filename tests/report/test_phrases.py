"""Everything that is said to people is said in both languages, and says the same things."""

from __future__ import annotations

import importlib
import pkgutil
import re
import unicodedata
from collections.abc import Iterator
from string import Formatter
from typing import Any, get_args

import msgspec
import pytest

import cascade
from cascade.model.plan import Plan
from cascade.model.rule import FAMILIES, SEVERITIES
from cascade.model.words import Words
from cascade.report import phrases
from cascade.verdicts.verdict import TargetVerdict, TaskVerdict
from tests.support import domain

VIETNAMESE = re.compile("[ăâđêôơưĂÂĐÊÔƠƯàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]")


def words_in(value: Any, name: str) -> Iterator[tuple[str, Words]]:
    """Every `Words` in a value, with a name to find it by."""
    if isinstance(value, Words):
        yield name, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from words_in(inner, f"{name}[{key}]")
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            yield from words_in(inner, f"{name}[{index}]")
    elif isinstance(value, msgspec.Struct) and not isinstance(value, type):
        for field in value.__struct_fields__:
            yield from words_in(getattr(value, field), f"{name}.{field}")


def words_of_modules() -> Iterator[tuple[str, Words]]:
    """Every `Words` that a module of cascade holds under a name."""
    for module in pkgutil.walk_packages(cascade.__path__, "cascade."):
        if not module.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(module.name)).items():
                yield from words_in(value, f"{module.name}.{name}")


WORDS = dict(words_of_modules()) | dict(words_in(domain(), "rules"))


def placeholders(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def test_words_are_found_in_reports_readers_checks_and_rules() -> None:
    rooms = {".".join(name.split(".")[:2]) for name in WORDS}
    assert {"cascade.report", "cascade.reading", "cascade.checks", "rules.rules[weaker-target]"} <= rooms
    assert WORDS["cascade.report.phrases.TITLE"] is phrases.TITLE
    assert len(WORDS) > 500


def test_every_statement_is_made_in_both_languages() -> None:
    assert [name for name, words in WORDS.items() if not words.vi.strip() or not words.en.strip()] == []


def test_every_statement_is_in_the_one_normal_form() -> None:
    assert [
        name
        for name, words in WORDS.items()
        for text in (words.vi, words.en)
        if not unicodedata.is_normalized("NFC", text)
    ] == []


def test_both_languages_are_filled_from_the_same_facts() -> None:
    assert {
        name: (words.vi, words.en) for name, words in WORDS.items() if placeholders(words.vi) != placeholders(words.en)
    } == {}


def test_no_statement_has_space_around_it_or_two_spaces_in_a_row() -> None:
    assert [
        name for name, words in WORDS.items() for text in (words.vi, words.en) if text != text.strip() or "  " in text
    ] == []


def test_the_english_of_a_report_has_no_vietnamese_letter() -> None:
    own = {name: words.en for name, words in WORDS.items() if name.startswith("cascade.report.phrases.")}
    assert len(own) > 80
    assert [name for name, text in own.items() if VIETNAMESE.search(text)] == []


@pytest.mark.parametrize(
    ("said", "needed"),
    [
        (phrases.VERDICT, {verdict.value for verdict in TargetVerdict}),
        (phrases.COVER, {verdict.value for verdict in TaskVerdict}),
        (phrases.SEVERITY, set(SEVERITIES)),
        (phrases.COUNT, set(SEVERITIES)),
        (phrases.FAMILIES, set(FAMILIES)),
        (phrases.CONTENT, set(get_args(msgspec.structs.fields(Plan)[7].type))),
        (phrases.CASES, {case for rule in domain().rules.values() for case in rule.severity}),
    ],
    ids=["VERDICT", "COVER", "SEVERITY", "COUNT", "FAMILIES", "CONTENT", "CASES"],
)
def test_there_are_words_for_every_value_that_a_report_can_show_and_for_no_other(said: Any, needed: set[str]) -> None:
    assert set(said) == needed


@pytest.mark.parametrize(
    ("n", "vi", "en"), [(0, "0 điểm cần sửa", "0 to correct"), (1, "1 điểm cần sửa", "1 to correct")]
)
def test_a_count_says_what_is_to_be_done(n: int, vi: str, en: str) -> None:
    assert phrases.count("error", n, "vi") == vi
    assert phrases.count("error", n, "en") == en


def test_what_is_plainly_no_answer_is_said_in_words_and_whose_likelihood_follows() -> None:
    said = phrases.STANDING["none"]
    assert said.say("vi", chance=1) == "Chưa thấy mục nào trả lời (mục gần nhất chỉ có khả năng 1% là mục trả lời)"
    assert said.say("en", chance=1) == "Nothing was found that answers it (the nearest item is only 1% likely to)"
