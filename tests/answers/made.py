"""A small language of its own, and plans of few words, for the tests of the answers room."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from cascade.answers.lexis import Lexis, lexis_of
from cascade.answers.pairing import Pairing, Shelf
from cascade.answers.statement import Side, side_of
from cascade.model.language import Language
from cascade.model.plan import Plan, Target, Task
from cascade.model.rule import Sketch, plan_of
from cascade.model.wording import (
    Alike,
    AnswerRules,
    Band,
    Competition,
    Concept,
    Contrast,
    General,
    Length,
    Nearness,
    Vectors,
    VerdictRules,
    Wording,
)
from tests.support import domain, target, task

LANGUAGE = Language(
    abbreviations={"TTHC": "thủ tục hành chính", "PAR INDEX": "chỉ số", "KT-XH": "kinh tế xã hội"},
    spellings={"qui": "quy", "hằng": "hàng"},
    endings={"oá": "óa", "oà": "òa", "uỷ": "ủy", "uý": "úy"},
    subjects=(),
    units=(),
    recurring=(),
)
WORDING = Wording(
    concepts=(
        Concept("publish", ("niêm yết", "công khai")),
        Concept("posting", ("niêm yết giá", "bảng giá")),
        Concept("inform", ("tuyên truyền", "tin bài"), loose=True),
        Concept("speak", ("nói chuyện", "tuyên truyền", "công khai"), loose=True),
    ),
    contrasts=(
        Contrast("medium", (("bản giấy", "giấy"), ("bản điện tử", "điện tử")), when=("bản sao",)),
        Contrast("self", (("tự kiểm tra",), ("đoàn kiểm tra",))),
        Contrast("field", (("đất đai",), ("hộ tịch",), ("đất đai và hộ tịch",))),
    ),
    general=General(empty=("và", "các", "của", "tiếp tục")),
    answers=AnswerRules(
        Nearness(85, 50, 80, 100),
        Length(80, 100, 25),
        Alike(600, 500),
        {},
        Competition(-200, -120, -60, 0),
        {"target": Band(-250, -450, -350, 60), "task": Band(-250, -450, -350, 60)},
        VerdictRules(500, 600, 350, (-200, 200), (375, 300), -400, 650, 150, 600, 750),
    ),
    vectors=Vectors(("rừng", "cây", "cây xanh", "phí"), bytes([100, 0, 96, 28, 99, 10, 0, 156]), 2),
)
LEXIS = Lexis(LANGUAGE, WORDING)


def shipped() -> Lexis:
    """How texts are read by the shipped rules."""
    return lexis_of(domain())


def plan(*items: str | Target | Task) -> Plan:
    """A plan of these items; a text stands for a task."""
    made = [task(f"t{number}", one) if isinstance(one, str) else one for number, one in enumerate(items)]
    targets = tuple(one for one in made if isinstance(one, Target))
    tasks = tuple(one for one in made if isinstance(one, Task))
    return plan_of(Sketch(targets=targets, tasks=tasks), "child")[1]


def side(*items: str | Target | Task, lexis: Lexis = LEXIS, plan_id: str = "xa-mau-2023") -> Side:
    """The statements of a plan of these items."""
    return side_of(plan_id, plan(*items), lexis, domain().measures, domain().agencies)


def pairing(
    asked: tuple[str | Target | Task, ...], said: tuple[str | Target | Task, ...], lexis: Lexis = LEXIS
) -> Pairing:
    """A higher plan of these items beside a lower one."""
    above = side(*asked, lexis=lexis, plan_id="huyen-thu-2021-2025")
    return Pairing(above, side(*said, lexis=lexis), Shelf(above))


def words(item_id: str, value: str, text: str = "chỉ tiêu", **more: Any) -> Target:
    """A target that no measure fits."""
    return target(item_id, value, more.pop("measure", None), text=text, **more)


WORDS = (
    "niêm yết",
    "công khai",
    "niêm yết giá",
    "tuyên truyền",
    "tin bài",
    "thủ tục hành chính",
    "thủ tục",
    "hồ sơ",
    "bản sao",
    "bản giấy",
    "điện tử",
    "cây xanh",
    "rừng",
    "phí",
    "và",
)
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
"""Texts of words that the small language knows in part; one may hold no word of substance."""
PLANS = st.lists(TEXTS, min_size=1, max_size=6).map(tuple)
