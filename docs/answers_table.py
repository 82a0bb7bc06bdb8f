"""The table of `figures.md` that says how well answers are found, made of the committed figures of each family."""

from __future__ import annotations

from collections import Counter
from typing import Literal

import msgspec
import yaml

from benchmarks.answers import COMMITTED
from cascade.model.words import Lang, Words

BEGIN, END = "<!-- answers: python -m docs.generate -->\n", "<!-- /answers -->\n"
"""Between these two lines of a page the table stands."""
Kind = Literal["targets", "tasks"]


class Row(msgspec.Struct, frozen=True):
    """Families counted together; `at_first`: what was counted when the program first met them, by kind."""

    name: Words
    families: tuple[str, ...]
    at_first: dict[Kind, Counter[str]] = {}


def _counted(right: int, noticed: int, gaps: int, alarms: int, sound: int) -> Counter[str]:
    return Counter({"right": right, "noticed": noticed, "gaps": gaps, "alarms": alarms, "sound": sound})


ROWS = (
    Row(
        Words("ba bộ giả định, đủ cách viết", "three invented families, any wording"),
        ("chuyen-doi-so-2025", "three-level-cchc-2021-2025", "two-tier-cchc-2026"),
    ),
    Row(
        Words("hai cặp kế hoạch thật, ghép chéo", "two real pairs, transplanted"),
        ("real-tu-ky-nhat-quang", "real-tuy-phong-quang-khai"),
    ),
    Row(
        Words("một bộ giả định về giảm nghèo", "an invented family on poverty reduction"),
        ("giam-ngheo-2026",),
        {"targets": _counted(19, 22, 27, 1, 57), "tasks": _counted(11, 14, 20, 6, 115)},
    ),
    Row(
        Words("hai cặp kế hoạch thật khác", "two other real pairs"),
        ("real-tan-ky-nhat-quang", "real-tan-ky-quang-khai"),
        {"targets": _counted(13, 13, 13, 4, 66), "tasks": _counted(8, 9, 14, 4, 282)},
    ),
    Row(
        Words("một bộ giả định về an toàn thực phẩm", "an invented family on food safety"),
        ("an-toan-thuc-pham-2026",),
        {"targets": _counted(16, 16, 39, 2, 39), "tasks": _counted(0, 0, 33, 0, 70)},
    ),
    Row(
        Words("một bộ giả định về phòng, chống thiên tai", "an invented family on natural disasters"),
        ("phong-chong-thien-tai-2026-2030",),
        {"targets": _counted(21, 23, 26, 2, 42), "tasks": _counted(12, 12, 18, 4, 70)},
    ),
)
_HEAD = Words(
    "| kế hoạch | chỉ tiêu: đúng, có báo trên số sai; báo nhầm | nhiệm vụ: đúng, có báo trên số sai; báo nhầm |",
    "| plans | targets: right, noticed of gaps; alarms | tasks: right, noticed of gaps; alarms |",
)
_OF, _AT_FIRST = Words("trên", "of"), Words("lần đầu", "at first")


def with_table(page: str, lang: Lang) -> str:
    """A page with its table as the committed figures say it; raises ValueError where it has no place for one."""
    before, rest = page.split(BEGIN)
    _, after = rest.split(END)
    return f"{before}{BEGIN}\n{table(lang)}\n{END}{after}"


def table(lang: Lang) -> str:
    """The rows, each with its counts of today and, where they were kept, those of the first contact."""
    known = yaml.safe_load(COMMITTED.read_text(encoding="utf-8"))
    lines = [_HEAD.say(lang), "|---|---|---|"]
    for row in ROWS:
        cells = [row.name.say(lang)]
        kinds: tuple[Kind, ...] = ("targets", "tasks")
        for kind in kinds:
            cell = _said(sum((_read(known[family][kind]) for family in row.families), Counter()), lang)
            first = row.at_first.get(kind)
            cells.append(cell if first is None else f"{cell}<br>{_AT_FIRST.say(lang)} {_said(first, lang)}")
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _read(figures: str) -> Counter[str]:
    """The counts in one line of `benchmarks/answers.yaml`."""
    words = figures.split()
    right, gaps = words[words.index("right") + 1].split("/")
    alarms, sound = words[words.index("alarms") + 1].split("/")
    noticed = words[words.index("noticed") + 1]
    return _counted(*map(int, (right, noticed, gaps, alarms, sound)))


def _said(counts: Counter[str], lang: Lang) -> str:
    of = _OF.say(lang)
    return f"{counts['right']}, {counts['noticed']} {of} {counts['gaps']}; {counts['alarms']} {of} {counts['sound']}"
