"""Telling a saved report of ours from every other file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cascade.reading.reports import begins_as_report, ends_as_report, is_report
from tests.cli.documents import COMMUNE, DISTRICT, LETTER
from tests.support import DATA, ROOT

GOLDEN = sorted(path for path in (ROOT / "tests/golden").iterdir() if path.is_file())
OTHERS = [*DATA.rglob("*.yaml"), *(ROOT / "benchmarks/documents").iterdir(), ROOT / "README.md", ROOT / "LICENSE"]


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.name)
def test_every_report_is_told_with_either_line_ends(path: Path) -> None:
    assert is_report(path)
    raw = path.read_bytes().replace(b"\n", b"\r\n")
    assert begins_as_report(raw) or ends_as_report(raw)


@pytest.mark.parametrize("name", ["plan.schema.json", "report.schema.json"])
def test_a_schema_is_one_too(name: str) -> None:
    assert is_report(ROOT / "docs" / name)


def test_no_plan_and_no_document_is_taken_for_a_report() -> None:
    assert [path for path in OTHERS if path.is_file() and begins_as_report(path.read_bytes())] == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        LETTER,
        COMMUNE,
        DISTRICT,
        "Kiểm tra kế hoạch theo căn cứ\n\nNăm 2023, Sở Nội vụ kiểm tra các kế hoạch và căn cứ.\n",
        '{"schema": "plan/1", "title": "Kế hoạch"}\n',
        '[{"format": "cascade-audit/1"}]',
        "flowchart BT\n  nhap --> duyet\n",
        "Chỉ tiêu\nThanh toán trực tuyến  80%\n",
        "Đối chiếu số liệu năm 2023 với năm 2022\n\nBảng 1\n",
    ],
)
def test_what_only_resembles_one_is_none(text: str) -> None:
    assert not begins_as_report(text.encode())


@given(st.binary(max_size=200))
def test_no_bytes_make_it_raise(raw: bytes) -> None:
    assert begins_as_report(raw) in (True, False)


def test_a_pipe_or_a_folder_or_nothing_is_none(tmp_path: Path) -> None:
    assert not is_report(tmp_path)
    assert not is_report(tmp_path / "gone.txt")
