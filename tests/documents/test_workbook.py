"""Rows of a workbook under the keys of its columns, wherever people moved those; nothing of a hostile file gets in."""

from __future__ import annotations

import os
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from cascade.documents.fault import DocumentError
from cascade.documents.workbook import Row, read_rows

KEYS = ("decision", "until", "fingerprint")


def saved(path: Path, *sheets: list[list[Any]]) -> Path:
    book = Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def rows(*found: Row) -> list[tuple[int, dict[str, object]]]:
    return [(row.number, dict(row.values)) for row in found]


def test_columns_are_found_by_their_keys_wherever_they_stand(tmp_path: Path) -> None:
    path = saved(
        tmp_path / "a.xlsx",
        [["Tổng hợp"], ["x", 1]],
        [
            ["fingerprint", "x", "until", "decision"],
            ["Dấu", "", "Đến ngày", "Kết luận"],
            ["f1", "gì đó", datetime(2026, 12, 31), "Đúng"],
            [None, "chỉ có chữ khác"],
            ["f2", None, " 31/12/2026 ", None],
            ["f3", None, 7.0, "Đu\u0301ng"],
        ],
    )
    found = read_rows(path, KEYS)
    assert found is not None
    assert rows(*found) == [
        (3, {"fingerprint": "f1", "until": date(2026, 12, 31), "decision": "Đúng"}),
        (5, {"fingerprint": "f2", "until": "31/12/2026"}),
        (6, {"fingerprint": "f3", "until": "7", "decision": "Đúng"}),
    ]
    assert (found[0].cell("until"), found[0].text("until"), found[1].text("decision")) == ("C3", "2026-12-31", "")


def test_a_workbook_without_the_keys_has_no_rows(tmp_path: Path) -> None:
    assert read_rows(saved(tmp_path / "a.xlsx", [["decision", "until"]], []), KEYS) is None
    late = [[n] for n in range(9)] + [list(KEYS)]
    assert read_rows(saved(tmp_path / "b.xlsx", late), KEYS) is None


@pytest.mark.parametrize("data", [b"", b"PK", b"not a workbook", b"\xd0\xcf\x11\xe0"])
def test_what_is_no_workbook_is_told(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)
    with pytest.raises(DocumentError):
        read_rows(path, KEYS)


def test_what_is_another_package_or_unpacks_to_too_much_is_told(tmp_path: Path) -> None:
    for name, content in (("x.txt", b"x"), ("xl/workbook.xml", b" " * (80 * 1024 * 1024))):
        path = tmp_path / "a.xlsx"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr(name, content)
        with pytest.raises(DocumentError):
            read_rows(path, KEYS)
    with pytest.raises(DocumentError):
        read_rows(tmp_path / "none.xlsx", KEYS)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with a name here")
def test_what_is_no_regular_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.xlsx")
    with pytest.raises(DocumentError) as caught:
        read_rows(tmp_path / "a.xlsx", KEYS)
    assert caught.value.code == "not-a-file"
