"""Rows of a workbook that people filled in, under the keys that one of its first rows gives to the columns."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from cascade.documents.fault import DocumentError
from cascade.documents.ooxml import Package
from cascade.documents.read import bytes_of
from cascade.model.plan import clean

MOST_ROWS = 200_000
"""More rows than anyone decides on are an attack, or a sheet that was formatted to its end."""
_HEADS = 5  # rows among which the keys of the columns stand
_BROKEN = (
    InvalidFileException,
    zipfile.BadZipFile,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    OSError,
)


class Row(msgspec.Struct, frozen=True):
    """One row: its number from 1, and what stands under each key, as text or a day; no empty cells."""

    number: int
    columns: Mapping[str, int]
    values: Mapping[str, str | date]

    def cell(self, key: str) -> str:
        """The name of a cell ("H5")."""
        return f"{get_column_letter(self.columns[key])}{self.number}"

    def text(self, key: str) -> str:
        """What stands in a cell, as text."""
        value = self.values.get(key, "")
        return value if isinstance(value, str) else value.isoformat()


def read_rows(path: Path, keys: Collection[str]) -> tuple[Row, ...] | None:
    """The rows of the first sheet that has all `keys` in one of its first rows, without the next, which has the heads
    for people; None where no sheet has.
    Raises DocumentError for a file that is no workbook, or is not safe to open."""
    data = _data(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what openpyxl does not keep: nothing is written back
            book = load_workbook(BytesIO(data), read_only=True, data_only=True)
        for sheet in book.worksheets:
            found = _rows(sheet, frozenset(keys))
            if found is not None:
                return tuple(found)
    except _BROKEN as error:
        raise DocumentError("damaged", part="xlsx") from error
    return None


def _data(path: Path) -> bytes:
    data = bytes_of(path)
    package = Package(data)
    for name in package.names:  # each part is whole, and none unpacks to what would fill the memory
        package.data(name)
    return data


def _rows(sheet: Any, keys: frozenset[str]) -> Iterator[Row] | None:
    """The rows below the one that gives the columns their keys, and the heads below it."""
    if not hasattr(sheet, "iter_rows"):  # a sheet of charts
        return None
    sheet.reset_dimensions()  # what the file says of its size may be wrong
    rows = sheet.iter_rows(max_row=MOST_ROWS)
    for _, row in zip(range(_HEADS), rows, strict=False):
        named = {clean(str(cell.value)): number for number, cell in enumerate(row, 1) if cell.value is not None}
        if keys <= named.keys():
            next(rows, None)  # the heads that people read
            return _below(rows, {key: named[key] for key in keys})
    return None


def _below(rows: Iterator[Any], columns: Mapping[str, int]) -> Iterator[Row]:
    for row in rows:
        values: dict[str, str | date] = {}
        number = 0
        for key, column in columns.items():
            cell = row[column - 1] if column <= len(row) else None
            value = _value(cell.value) if cell is not None else None
            number = number or getattr(cell, "row", 0) or 0
            if value:
                values[key] = value
        number = number or next((cell.row for cell in row if getattr(cell, "row", None)), 0)
        if values:
            yield Row(number, columns, values)


def _value(value: object) -> str | date | None:
    """What a cell says; a whole number as people see it."""
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return clean(str(value))
