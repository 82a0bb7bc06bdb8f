"""Reading `rules/units.tsv`, the units of government, and the check of its form."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache, partial
from pathlib import Path

from cascade.lexicon.units import LEVELS, ROW, Units
from cascade.reading.fault import Fault
from cascade.reading.rules import builtin_rules


def units_file() -> Path:
    """The table that ships with cascade."""
    return builtin_rules() / "units.tsv"


@cache
def builtin_units() -> Units:
    """The units that ship with cascade, read when the first question is asked."""
    return Units(partial(units_file().read_text, encoding="utf-8"))


def unit_faults(path: Path) -> list[Fault]:
    """What is wrong in the form of a table of units: rows and days that cannot be read, that are out of order or
    given twice, and codes that no unit has on the day that they are of."""
    read = _Rows(path)
    return sorted({*read.faults, *read.unknown_codes(Units(partial(path.read_text, encoding="utf-8")))})


class _Rows:
    """A table read line by line. `places`: the line of each unit, by its code and last day."""

    def __init__(self, path: Path) -> None:
        self.file, self.faults = str(path), list[Fault]()
        self.places: dict[tuple[str, date | None], int] = {}
        self._days, self._last = ("", ""), (0, "")
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if line.startswith("valid\t"):
                self._part(number, line)
            elif line and not line.startswith("#"):
                self._row(number, line)

    def _fault(self, line: int, code: str, **facts: str) -> None:
        self.faults.append(Fault(self.file, line, 1, code, tuple(facts.items())))

    def _part(self, number: int, line: str) -> None:
        try:
            since, until = (str(date.fromisoformat(day)) if day else "" for day in line.split("\t")[1:])
        except ValueError:
            self._fault(number, "unit-row", found=line)
            return
        if (until or "~", since) <= (self._days[1], self._days[0]) or (until and since > until):
            self._fault(number, "unit-order", found=line)
        self._days, self._last = (since, until), (0, "")

    def _row(self, number: int, line: str) -> None:
        found = ROW.fullmatch(line)
        if found is None or len(found[1]) not in LEVELS:
            self._fault(number, "unit-row", found=line)
            return
        place = len(found[1]), found[1]
        if place <= self._last or self._days == ("", ""):
            self._fault(number, "unit-order", found=line)
        self._last = place
        self.places[found[1], date.fromisoformat(self._days[1]) if self._days[1] else None] = number

    def unknown_codes(self, units: Units) -> Iterator[Fault]:
        """The codes of other units that no unit has on their day; of what has ended, at least one is asked for."""
        if self.faults:  # what cannot be read would be missed here again
            return
        for unit in units:
            eve = unit.until or date.max
            above = unit.parent or ""
            lies_above = not above or (len(above) < len(unit.code) and units.at(above, eve) is not None)
            unknown = [] if lies_above else [above]
            if unit.until is not None:
                after = unit.until + timedelta(days=1)
                unknown += [code for code in unit.into if units.at(code, after) is None]
                unknown += [] if units.successors(unit) else [""]
            line = self.places[unit.code, unit.until]
            yield from (Fault(self.file, line, 1, "unit-unknown", (("found", code or "…"),)) for code in unknown)
