"""The form of the table of units, and what is told where it is broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from cascade.lexicon.units_table import unit_faults, units_file
from tests.lexicon.made import TABLE


def codes(path: Path, text: str) -> list[tuple[int, str]]:
    path.write_text(text, encoding="utf-8")
    return [(fault.line, fault.code) for fault in unit_faults(path)]


def test_the_shipped_table_is_well_formed_and_says_whose_it_is() -> None:
    assert unit_faults(units_file()) == []
    head = units_file().read_text(encoding="utf-8").partition("valid\t")[0]
    assert all(said in head for said in ("vietnamadminunits", "MIT", "Copyright"))


def test_a_well_formed_table_has_no_fault(tmp_path: Path) -> None:
    assert codes(tmp_path / "units.tsv", TABLE) == []


@pytest.mark.parametrize(
    ("line", "changed", "fault"),
    [
        ("001\thuyện\tThử\t01", "001\thuyện", "unit-row"),
        ("001\thuyện\tThử\t01", "0001\thuyện\tThử\t01", "unit-row"),
        ("valid\t2025-07-01\t", "valid\t2025-07-32\t", "unit-row"),
        ("valid\t2025-07-01\t", "valid\t2025-07-01", "unit-row"),
        ("002\thuyện\tĐông Thử\t01", "001\thuyện\tĐông Thử\t01", "unit-order"),
        ("valid\t2025-01-01\t2025-06-30", "valid\t2025-01-01\t2024-06-30", "unit-order"),
        ("001\thuyện\tThử\t01", "001\thuyện\tThử\t99", "unit-unknown"),
        ("001\thuyện\tThử\t01", "001\thuyện\tThử\t001", "unit-unknown"),  # above itself
        ("00001\txã\tMẫu\t001\t00001", "00001\txã\tMẫu\t001\t00002", "unit-unknown"),
        ("00001\txã\tMẫu\t001\t00001", "00001\txã\tMẫu\t001", "unit-unknown"),
    ],
)
def test_a_broken_line_is_told_with_its_number(tmp_path: Path, line: str, changed: str, fault: str) -> None:
    number = TABLE.split("\n").index(line) + 1
    broken = TABLE.replace(f"{line}\n", f"{changed}\n", 1)
    assert (number, fault) in codes(tmp_path / "units.tsv", broken)
