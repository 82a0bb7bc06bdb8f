"""Wording: the matters of `wording.yaml`, and sentences made of them.

A sentence is made in two steps, so that an injected defect changes its number and nothing else: `choose` settles every
`[a|b]` and `<name>`, `fill` puts the number, the year and the unit in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, cached_property
from pathlib import Path
from random import Random
from typing import Literal

import msgspec
import yaml

_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_NAME = re.compile(r"<([a-z]+)>")
_FRAMES = ("{{q}} {0}.", "Bảo đảm {{q}} {0}.", "{1} đạt tỷ lệ {{q}}.", "{1}, tỷ lệ {{q}}.")
SWAPPED = 0.85  # how often a word is swapped for another where a sentence is said again
_BEFORE = "-before"  # words of the days before July 2025


class Matter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing that plans promise or do (see `wording.yaml`)."""

    id: str
    area: int
    asks: tuple[str, ...]
    says: tuple[str, ...] = ()
    topic: str = ""
    since: int = 0
    kin: tuple[str, ...] = ()
    # of a target
    values: tuple[int | str, ...] = ()
    unit: str = "%"
    way: Literal["min", "max"] = "min"
    tier: str | None = None
    measure: str | None = None
    counted: str | None = None
    # of a task
    product: str | None = None
    due: tuple[str, ...] = ()
    by: Literal["communes", "all", "with", "nobody"] = "communes"


class Matters(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Matters of both kinds."""

    targets: tuple[Matter, ...]
    tasks: tuple[Matter, ...]


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """The whole grammar."""

    words: dict[str, tuple[str, ...]]
    swaps: tuple[tuple[str, ...], ...]
    targets: tuple[Matter, ...]
    tasks: tuple[Matter, ...]
    province: Matters
    district: Matters
    commune: Matters
    general: tuple[str, ...]
    exceptions: tuple[str, ...]

    @property
    def asked(self) -> Matters:
        """What a higher plan asks of communes."""
        return Matters(self.targets, self.tasks)

    def choose(self, template: str, random: Random, *, before: bool = False) -> str:
        """A sentence with every choice settled; its slots are left. `before`: in words of before July 2025."""

        def word(found: re.Match[str]) -> str:
            words = (before and self.words.get(found[1] + _BEFORE)) or self.words[found[1]]
            return random.choice(words)

        said = _NAME.sub(word, template)
        while _CHOICE.search(said):
            said = _CHOICE.sub(lambda found: random.choice(found[1].split("|")), said)
        return said

    def said_again(self, sentence: str, random: Random) -> str:
        """The sentence in other words of an office: its number at another place, words swapped for others."""
        if sentence.startswith("{q} ") and not sentence.startswith("{q} {"):
            frame = random.choice(_FRAMES)
            sentence = frame.format(sentence[4:].rstrip("."), sentence[4:5].upper() + sentence[5:].rstrip("."))
        return self._swapped.sub(lambda found: self._swap(found[0], random), sentence)

    def _swap(self, word: str, random: Random) -> str:
        if random.random() > SWAPPED:
            return word
        return random.choice([other for swap in self.swaps if word in swap for other in swap])

    @cached_property
    def _swapped(self) -> re.Pattern[str]:
        words = sorted({word for swap in self.swaps for word in swap}, key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")


@cache
def wording() -> Wording:
    """The grammar as written."""
    text = (Path(__file__).resolve().parent / "wording.yaml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.safe_load(text), Wording)


def fill(sentence: str, slots: dict[str, str]) -> str:
    """A sentence with its slots filled, and a capital at its beginning."""
    said = " ".join(sentence.format_map(slots).split()).replace(" ,", ",").replace(" .", ".")
    return said[:1].upper() + said[1:]


_LEAST = ("tối thiểu {}", "ít nhất {}", "{}", "không dưới {}", "{} trở lên", "từ {} trở lên")
_MOST = ("không quá {}", "tối đa {}", "nhiều nhất {}")
_GRADE = ("từ loại {} trở lên", "loại {} trở lên", "loại {} hoặc cao hơn")
STYLES = 60
"""How a number is said: any whole number below this (the least common multiple of what there is to choose)."""


def quantity(value: int | str, matter: Matter, style: int, *, ahead: bool, high: int | None = None) -> str:
    """A number with its bound in words. `ahead`: before what it counts, where no "trở lên" may follow it."""
    if isinstance(value, str):
        return _pick(_GRADE, style).format(value.capitalize())
    shown = f"{value}%" if matter.unit == "%" else f"{value:02d} {matter.unit}"
    if high is not None:
        return f"{value}% đến {high}%" if matter.unit == "%" else f"{value:02d} đến {high:02d} {matter.unit}"
    if matter.way == "max":
        return _pick(_MOST, style).format(shown)
    if matter.unit == "%" and value == 100:
        return shown
    return _pick(_LEAST[:3] if ahead else _LEAST, style).format(shown)


def _pick(forms: Sequence[str], style: int) -> str:
    return forms[style % len(forms)]
