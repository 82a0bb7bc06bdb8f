"""Units of government by name and day: who lies above whom, and which unit went into which.

The table (`rules/units.tsv`) is read when the first question is asked. A name is found whatever its accents, but one
that is spelt as printed wins over its namesakes. The same official code may be of a different unit after a reform:
a unit is its code and its days.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

import msgspec

from cascade.model.plan import LevelId
from cascade.model.text import fold, nfc

LEVELS: dict[int, LevelId] = {2: "province", 3: "district", 5: "commune"}
"""The level of a unit by the number of digits of its official code."""
_PART = re.compile(r"^valid\t(.*)\t(.*)$", re.MULTILINE)
ROW = re.compile(r"^(\d+)\t([^\t\n]+)\t([^\t\n]+)(?:\t(\d*))?(?:\t([\d,]*))?$", re.MULTILINE)
"""A row of the table: code, kind, name, code of the unit above, codes of the units that it went into."""
_APART = re.compile(r"[^\S\n]*[–-][^\S\n]*")
_NO_LETTERS = str.maketrans("", "", "'’‘`")
_NUMBER = re.compile(r"\b0+(?=\d)")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_DAY = timedelta(days=1)
_SHORTEST = 5  # letters of a name that may be misprinted in one of them


class Unit(msgspec.Struct, frozen=True):
    """One unit in the days (inclusive) in which it had this name and place. `since`: None where no first day is known;
    `until`: None where it still exists. `parent`, `into`: codes of the unit above and of those that it went into."""

    code: str
    kind: str
    name: str
    parent: str | None
    into: tuple[str, ...]
    since: date | None
    until: date | None

    @property
    def level(self) -> LevelId:
        """The unit's level."""
        return LEVELS[len(self.code)]

    @property
    def shown(self) -> str:
        """`xã Mẫu`."""
        return f"{self.kind} {self.name}"

    def exists_on(self, day: date) -> bool:
        """Whether the unit exists on `day`, as far as is known."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


_Row = tuple[str, str, str, str, str]


class _Part(NamedTuple):
    since: date | None
    until: date | None
    rows: list[_Row]


_Found = tuple[_Part, _Row]


class Units:
    """All units. `read` gives the text of the table, once, when the first question is asked."""

    def __init__(self, read: Callable[[], str]) -> None:
        self._read = read

    @cached_property
    def _text(self) -> str:
        return self._read()

    @cached_property
    def first_change(self) -> date:
        """The first day of which it is known that units began: no unit has a predecessor before."""
        return min((date.fromisoformat(found[1]) for found in _PART.finditer(self._text) if found[1]), default=date.max)

    @cached_property
    def _parts(self) -> tuple[_Part, ...]:
        """The units of the same days, those that ended first before those that followed them."""
        found = _PART.split(self._text)[1:]
        parts = zip(found[0::3], found[1::3], found[2::3], strict=True)
        return tuple(_Part(_day(first), _day(last), ROW.findall(body)) for first, last, body in parts)

    def __iter__(self) -> Iterator[Unit]:
        """Every unit, those that ended first before those that followed them."""
        return (_unit(part, row) for part in self._parts for row in part.rows)

    @cached_property
    def _by_print(self) -> dict[str, list[_Found]]:
        """The units under their names in small letters: what most questions need, at a third of the cost."""
        return self._index(lambda row: (row[2].lower(),))

    @cached_property
    def _by_name(self) -> dict[str, list[_Found]]:
        names = list({row[2]: None for part in self._parts for row in part.rows})
        keys = dict(zip(names, _keys(names), strict=True))
        return self._index(lambda row: (keys[row[2]],))

    @cached_property
    def _communes(self) -> dict[str, list[_Found]]:
        return self._index(lambda row: (row[0],) if LEVELS.get(len(row[0])) == "commune" else ())

    @cached_property
    def _above_communes(self) -> dict[str, list[_Found]]:
        return self._index(lambda row: (row[0],) if LEVELS.get(len(row[0])) != "commune" else ())

    @cached_property
    def _by_successor(self) -> dict[str, list[_Found]]:
        """The units that went into others, by the codes of those."""
        return self._index(lambda row: row[4].split(",") if row[4] else ())

    @cached_property
    def _by_parent(self) -> dict[str, list[_Found]]:
        return self._index(lambda row: (row[3],))

    def _index(self, keys: Callable[[_Row], Iterable[str]]) -> dict[str, list[_Found]]:
        """The rows under each of their keys; units are made of the few that are asked for."""
        found: defaultdict[str, list[_Found]] = defaultdict(list)
        for part in self._parts:
            for row in part.rows:
                for key in keys(row):
                    found[key].append((part, row))
        return dict(found)

    def at(self, code: str, day: date) -> Unit | None:
        """The unit that has an official code on a day."""
        by_code = self._communes if LEVELS.get(len(code)) == "commune" else self._above_communes
        return next((unit for unit in _units(by_code.get(code)) if unit.exists_on(day)), None)

    def named(
        self, name: str, *, kind: str = "", level: str = "", on: date | None = None, within: Sequence[str] = ()
    ) -> tuple[Unit, ...]:
        """The units of a printed name: of this kind (`xã`) and level, on this day, below units of the names `within`.

        Where any is spelt as printed, those alone; a name without accents, or with others, may mean any of its letters.
        """
        exact = _units(self._by_print.get(" ".join(nfc(name).lower().split())))
        found = self._fitting(exact, kind, level, on, within)
        if not found:
            found = self._fitting(_units(self._by_name.get(_key(name))), kind, level, on, within)
        return _printed(name, found) or tuple(found)

    def printed(
        self, name: str, *, kind: str = "", level: str = "", on: date | None = None, within: Sequence[str] = ()
    ) -> Unit | None:
        """The one unit that is spelt as printed, accents too; None where there are several, or none."""
        found = _printed(name, self.named(name, kind=kind, level=level, on=on, within=within))
        return found[0] if len(found) == 1 else None

    def spelt(
        self, name: str, *, kind: str = "", level: str = "", on: date | None = None, within: Sequence[str]
    ) -> Unit | None:
        """The one unit below those of the names `within` that a damaged name can mean: the only one of its letters,
        or else the only one whose name differs in one letter. None where there are several, or none."""
        found = self.named(name, kind=kind, level=level, on=on, within=within)
        if found or len(key := _key(name)) < _SHORTEST or not within:
            return found[0] if len(found) == 1 else None
        from rapidfuzz.distance import OSA

        near = (
            unit
            for other, rows in self._by_name.items()
            if abs(len(other) - len(key)) <= 1 and OSA.distance(key, other, score_cutoff=1) <= 1
            for unit in _units(rows)
        )
        found = tuple(self._fitting(near, kind, level, on, within))
        return found[0] if len(found) == 1 else None

    def find(self, place: Sequence[str], level: str, on: date | None, kind: str = "") -> Unit | None:
        """The unit of a place (innermost name first) and level on a day; None where it is none or may be several."""
        if not place:
            return None
        found = self.named(place[0], kind=kind, level=level, on=on, within=place[1:])
        return found[0] if len(found) == 1 else None

    def _fitting(
        self, units: Iterable[Unit], kind: str, level: str, on: date | None, within: Sequence[str]
    ) -> list[Unit]:
        return [
            unit
            for unit in units
            if (not kind or unit.kind == kind)
            and (not level or unit.level == level)
            and (on is None or unit.exists_on(on))
            and (not within or self._lies_in(unit, on, within))
        ]

    def _lies_in(self, unit: Unit, on: date | None, within: Sequence[str]) -> bool:
        above = {_key(other.name) for other in self.superiors(unit, on)}
        return all(_key(name) in above for name in within)

    def superiors(self, unit: Unit, on: date | None = None) -> tuple[Unit, ...]:
        """The units above on a day, nearest first; without one, or on one of other days, on the last day known."""
        day = on if on is not None and unit.exists_on(on) else unit.until or date.max
        above: list[Unit] = []
        code = unit.parent
        while code is not None and (found := self.at(code, day)) is not None:
            above.append(found)
            code = found.parent
        return tuple(above)

    def place(self, unit: Unit, on: date | None = None) -> tuple[str, ...]:
        """The names of a unit and those above it, as plans hold them: innermost first."""
        return (unit.name, *(above.name for above in self.superiors(unit, on)))

    def below(self, unit: Unit, level: str, on: date) -> tuple[Unit, ...]:
        """The units of a level that lie below a unit on a day, directly or in others."""
        found: list[Unit] = []
        ahead = [unit]
        while ahead:
            lower = [one for one in _units(self._by_parent.get(ahead.pop().code)) if one.exists_on(on)]
            found += [one for one in lower if one.level == level]
            ahead += [one for one in lower if one.level != level]
        return tuple(found)

    def successors(self, unit: Unit) -> tuple[Unit, ...]:
        """The units that it went into on the day after its last, the one that took most of it first. A district that
        ended went into the communes that took its communes."""
        if unit.until is None:
            return ()
        day = unit.until + _DAY
        into = unit.into or self._communes_of(unit)
        return tuple(found for code in dict.fromkeys(into) if (found := self.at(code, day)) is not None)

    def _communes_of(self, unit: Unit) -> Iterator[str]:
        below = (other for other in _units(self._by_parent.get(unit.code)) if other.until == unit.until)
        return (code for other in below for code in other.into)

    def predecessors(self, unit: Unit) -> tuple[Unit, ...]:
        """The units of the day before its first that went into it, whole or in part: provinces into a province,
        communes into a commune (and a district that had no communes)."""
        if unit.since is None:
            return ()
        eve = unit.since - _DAY
        return tuple(before for before in _units(self._by_successor.get(unit.code)) if before.until == eve)

    def former(self, unit: Unit) -> tuple[Unit, ...]:
        """All units that went into it, and those that went into them, the latest first."""
        found: dict[Unit, None] = {}
        ahead = list(self.predecessors(unit))
        while ahead:
            one = ahead.pop(0)
            if one not in found:
                found[one] = None
                ahead += self.predecessors(one)
        return tuple(found)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _units(found: Iterable[_Found] | None) -> Iterator[Unit]:
    return (_unit(part, row) for part, row in found or ())


def _unit(part: _Part, row: _Row) -> Unit:
    code, kind, name, parent, into = row
    return Unit(code, kind, name, parent or None, tuple(into.split(",")) if into else (), part.since, part.until)


def _keys(names: Iterable[str]) -> list[str]:
    """The key of each name; all at once, which is several times as fast."""
    text = fold("\n".join(names).translate(_NO_LETTERS))
    return _NUMBER.sub("", _APART.sub(" ", text)).split("\n")


def _key(name: str) -> str:
    """What two prints of one name share: letters without accents, one space for any gap, no zero before a number."""
    return _keys([" ".join(name.split())])[0]


def _printed(name: str, units: Iterable[Unit]) -> tuple[Unit, ...]:
    spelling = _spelling(name)
    return tuple(unit for unit in units if _spelling(unit.name) == spelling)


def _spelling(name: str) -> str:
    """A name in small letters, each tone at the end of its syllable: `Hoà` and `Hòa` are one spelling."""
    words = _APART.sub(" ", nfc(name).lower().translate(_NO_LETTERS)).split()
    return " ".join(map(_toned, words))


def _toned(word: str) -> str:
    marks = unicodedata.normalize("NFD", word)
    return "".join(sorted(marks, key=lambda mark: mark in _TONES))
