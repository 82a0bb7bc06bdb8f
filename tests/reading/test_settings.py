"""Settings: every key is read, every fault has its place, and the nearest file counts."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cascade.model.limits import Limits
from cascade.model.settings import Settings
from cascade.reading.settings import find_settings, read_settings

WHOLE = """\
paths = ["plans", "more"]
sources = "documents"
rules = ["own-rules"]
decisions = ["decisions.yaml"]
baseline = "baseline.json"
format = ["github"]
output = ["-"]
fail-on = "warning"
select = ["weaker-target"]
ignore = ["no-parent"]
exit-zero = true
allow-missing-parent = false

[ignores]
"xã Mẫu" = ["late-task"]

[limits]
seconds = 60
memory = 1024
file-size = 20
plan-size = 2
characters = 100000
pages = 100
depth = 12
"""


def test_every_key_is_read(tmp_path: Path) -> None:
    (tmp_path / "cascade.toml").write_text(WHOLE, encoding="utf-8")
    read = read_settings(tmp_path / "cascade.toml")
    assert (read.faults, read.folder) == ([], tmp_path)
    assert read.settings == Settings(
        paths=("plans", "more"),
        sources="documents",
        rules=("own-rules",),
        decisions=("decisions.yaml",),
        baseline="baseline.json",
        format=("github",),
        output=("-",),
        fail_on="warning",
        select=("weaker-target",),
        ignore=("no-parent",),
        ignores={"xã Mẫu": ("late-task",)},
        exit_zero=True,
        limits=Limits(60, 1024, 20, 2, 100_000, 100, 12),
    )
    given = WHOLE.replace("[ignores]", "[tool.cascade.ignores]").replace("[limits]", "[tool.cascade.limits]")
    (tmp_path / "pyproject.toml").write_text(f"[tool.cascade]\n{given}", encoding="utf-8")
    assert read_settings(tmp_path / "pyproject.toml").settings == read.settings
    fields = (*msgspec.structs.fields(Settings), *msgspec.structs.fields(Limits))
    assert {field.encode_name for field in fields} == {
        line.split(" = ")[0] for line in WHOLE.splitlines() if " = " in line and "Mẫu" not in line
    } | {"ignores", "limits"}


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("pths = []", (1, 1), "unknown-key"),
        ('\n  fail-on = "eror"', (2, 3), "expected"),
        ('paths = "data"', (1, 1), "expected"),
        ("exit-zero = 1", (1, 1), "expected"),
        ('[ignores]\na = "x"', (2, 1), "expected"),
        ("paths = [1, {}]", (1, 1), "expected"),
        ("x = [", (1, 6), "toml-syntax"),
        ("a = 1\na = 2", (2, 6), "toml-syntax"),
        ("paths = 'a\nb'", (1, 11), "toml-syntax"),
    ],
)
def test_a_fault_has_its_place(tmp_path: Path, text: str, place: tuple[int, int], code: str) -> None:
    (tmp_path / "cascade.toml").write_text(text, encoding="utf-8")
    (fault, *_) = read_settings(tmp_path / "cascade.toml").faults
    assert (fault.code, (fault.line, fault.column)) == (code, place)


def test_a_fault_in_a_shared_file_has_its_place_too(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text('[project]\nname = "x"\n\n[tool.cascade]\npahts = ["a"]\n', encoding="utf-8")
    (fault,) = read_settings(path).faults
    assert (fault.line, fault.column, fault.code) == (5, 1, "unknown-key")
    assert "«paths»" in fault.message("vi")


def test_the_nearest_file_counts_and_a_shared_one_only_with_our_table(tmp_path: Path) -> None:
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.other]\n", encoding="utf-8")
    assert find_settings(below) is None
    (tmp_path / "cascade.toml").touch()
    assert find_settings(below) == tmp_path / "cascade.toml"
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.cascade]\n", encoding="utf-8")
    assert find_settings(below) == tmp_path / "a" / "pyproject.toml"
    (tmp_path / "a" / "cascade.toml").touch()
    assert find_settings(below) == tmp_path / "a" / "cascade.toml"
    (below / "pyproject.toml").write_text("[tool.cascade\n", encoding="utf-8")  # another tool's fault
    assert find_settings(below) == tmp_path / "a" / "cascade.toml"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_no_bytes_make_it_raise(tmp_path: Path, raw: bytes) -> None:
    for name in ("cascade.toml", "pyproject.toml"):
        (tmp_path / name).write_bytes(raw)
        read = read_settings(tmp_path / name)
        assert read.settings is not None or read.faults
    find_settings(tmp_path)
