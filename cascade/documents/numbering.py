"""The labels of list items in a Word document, counted as Word counts them.

All lists that share a definition share its counters; a list with a start of its own begins anew
at its first item. An item restarts the levels below it, unless the definition says otherwise.
"""

from __future__ import annotations

import re

import msgspec
from lxml import etree

from cascade.documents.clean import clean, symbol
from cascade.documents.ooxml import W, child, is_on, number, value, whole

LEVELS = 9


class Level(msgspec.Struct, frozen=True):
    """How one level of a list is numbered. `text` holds %1 to %9 where the counters of the levels go."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    gap: str = " "
    restart: int | None = None
    decimal_only: bool = False
    style: str | None = None


class _List(msgspec.Struct, frozen=True):
    definition: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """The lists of a document and how far each has been counted."""

    def __init__(self, root: etree._Element | None) -> None:
        self._definitions: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, _List] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root)

    def label(self, list_id: str, level: int) -> tuple[str, str] | None:
        """The label of the next item of a list, and what stands between it and the words; None for no list."""
        found = self._lists.get(list_id)
        if found is None:
            return None
        level = min(max(level, 0), LEVELS - 1)
        levels = {**self._definitions.get(found.definition, {}), **found.levels}
        counters = self._counters.setdefault(found.definition, [None] * LEVELS)
        self._count(list_id, found, level, counters, levels)
        chosen = levels.get(level, Level())
        return _label(chosen, counters, levels), chosen.gap

    def level_of(self, list_id: str, style: str) -> int:
        """The level of a list that a paragraph style is tied to; 0 where it is tied to none."""
        found = self._lists.get(list_id)
        levels = {**self._definitions.get(found.definition, {}), **found.levels} if found else {}
        return next((number for number, level in levels.items() if level.style == style), 0)

    def _count(
        self, list_id: str, found: _List, level: int, counters: list[int | None], levels: dict[int, Level]
    ) -> None:
        now = counters[level]
        if level in found.starts and (list_id, level) not in self._begun:
            counters[level] = found.starts[level]
        else:
            counters[level] = levels.get(level, Level()).start if now is None else now + 1
        self._begun.add((list_id, level))
        for below in range(level + 1, LEVELS):
            restart = levels.get(below, Level()).restart
            if restart is None or level < restart:
                counters[below] = None

    def _read(self, root: etree._Element) -> None:
        links: dict[str, str] = {}
        styles: dict[str, str] = {}
        for element in root.findall(W + "abstractNum"):
            name = element.get(W + "abstractNumId", "")
            self._definitions[name] = {
                place: _level(found) for found in element.findall(W + "lvl") if (place := _place(found)) is not None
            }
            if (style := value(element, "styleLink")) is not None:
                styles[style] = name
            if (style := value(element, "numStyleLink")) is not None:
                links[name] = style
        for element in root.findall(W + "num"):
            definition = value(element, "abstractNumId") or ""
            definition = styles.get(links.get(definition, ""), definition)
            overrides = [(place, o) for o in element.findall(W + "lvlOverride") if (place := _place(o)) is not None]
            self._lists[element.get(W + "numId", "")] = _List(
                definition,
                {place: _level(found) for place, o in overrides if (found := child(o, "lvl")) is not None},
                {place: start for place, o in overrides if (start := number(o, "startOverride")) is not None},
            )


def _place(element: etree._Element) -> int | None:
    place = whole(element.get(W + "ilvl"))
    return place if place is not None and 0 <= place < LEVELS else None


def _level(element: etree._Element) -> Level:
    start = number(element, "start")
    return Level(
        start=0 if start is None else start,
        form=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText") or "",
        gap="" if value(element, "suff") == "nothing" else " ",
        restart=number(element, "lvlRestart"),
        decimal_only=is_on(element, "isLgl"),
        style=value(element, "pStyle"),
    )


_COUNTER = re.compile(r"%([1-9])")


def _label(level: Level, counters: list[int | None], levels: dict[int, Level]) -> str:
    if level.form == "bullet":
        return _bullet(level.text)

    def said(found: re.Match[str]) -> str:
        place = int(found[1]) - 1
        other = levels.get(place, Level())
        counter = counters[place]
        form = "decimal" if level.decimal_only else other.form
        return written(other.start if counter is None else counter, form)

    return _COUNTER.sub(said, level.text)


def _bullet(text: str) -> str:
    """The sign of a list without numbers: a plus or a word as it is, any other sign a dash."""
    code = ord(text[0]) if text else 0
    sign = symbol(code) if 0xF000 <= code <= 0xF0FF else clean(text).strip()
    if sign == "+" or (len(sign) > 1 and sign[0].isalnum()):
        return sign
    return "-" if text else ""


_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def written(count: int, form: str) -> str:
    """A counter in one of Word's number formats; in digits where the format is another or has no such number."""
    if form == "none":
        return ""
    if form in ("upperRoman", "lowerRoman") and 0 < count < 4000:
        roman = ""
        for size, sign in _ROMAN:
            roman += sign * (count // size)
            count %= size
        return roman if form == "upperRoman" else roman.lower()
    if form in ("upperLetter", "lowerLetter") and 0 < count <= 26 * 30:
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letters.upper() if form == "upperLetter" else letters
    return f"{count:02d}" if form == "decimalZero" else str(count)
