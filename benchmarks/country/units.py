"""Which units there are: provinces, districts where there were any, and communes, by the names of `rules/units.tsv`.

All names are real. Two tiers: the 34 provinces and 3,321 communes of 1 July 2025. Three tiers: the 63 provinces, 696
districts and 10,035 communes of the end of 2024; of the 705 and 10,598 of earlier years the table has no names for
those that were merged away, and none are invented.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import cache
from typing import Literal

import msgspec

from cascade.lexicon.units import Unit
from cascade.lexicon.units_table import builtin_units
from cascade.model.text import fold

Shape = Literal["two-tier", "three-tier"]
DAYS: dict[Shape, date] = {"two-tier": date(2025, 7, 1), "three-tier": date(2024, 12, 31)}
"""The day whose units are taken: the first of two local levels; the last before communes were merged for them."""


class Place(msgspec.Struct, frozen=True):
    """A unit with the names of itself and those above it, innermost first, and how files name it."""

    unit: Unit
    names: tuple[str, ...]

    @property
    def slug(self) -> str:
        """`an-phu-30337`: small letters without accents, and the official code."""
        words = "".join(letter if letter.isalnum() else " " for letter in fold(self.unit.name)).split()
        return "-".join((*words, self.unit.code))

    @property
    def issuer(self) -> str:
        """`UBND xã Mẫu`."""
        return f"UBND {self.unit.shown}"


class Province(msgspec.Struct, frozen=True):
    """A province, and those below it. `districts`: each with its communes; one of None where there are none."""

    place: Place
    districts: tuple[tuple[Place | None, tuple[Place, ...]], ...]


@cache
def country(shape: Shape) -> tuple[Province, ...]:
    """Every province of a form of government, in the order of their codes."""
    day = DAYS[shape]
    below: defaultdict[str | None, list[Unit]] = defaultdict(list)
    for unit in builtin_units():
        if unit.exists_on(day):
            below[unit.parent].append(unit)
    return tuple(_province(unit, below, shape) for unit in sorted(below[None], key=_code) if unit.level == "province")


def _province(unit: Unit, below: dict[str | None, list[Unit]], shape: Shape) -> Province:
    place = Place(unit, (unit.name,))
    if shape == "two-tier":
        return Province(place, ((None, _places(unit, below, place.names)),))
    districts = _places(unit, below, place.names)
    return Province(place, tuple((one, _places(one.unit, below, one.names)) for one in districts))


def _places(unit: Unit, below: dict[str | None, list[Unit]], names: tuple[str, ...]) -> tuple[Place, ...]:
    return tuple(Place(one, (one.name, *names)) for one in sorted(below.get(unit.code, ()), key=_code))


def _code(unit: Unit) -> str:
    return unit.code
