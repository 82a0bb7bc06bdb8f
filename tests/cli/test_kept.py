"""A file that is kept answer by answer: its mark and its permissions stay, and nobody's change is written over."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from cascade.cli.kept import Kept, UnsavedError


def test_a_file_that_is_not_there_is_made_with_the_first_answer(tmp_path: Path) -> None:
    path = tmp_path / "new/decisions.yaml"
    kept = Kept(path, "a: []\n")
    assert kept.text == "a: []\n"
    assert not path.exists()
    kept.save("a: [1]\n")
    assert path.read_text("utf-8") == kept.text == "a: [1]\n"


def test_the_mark_and_the_permissions_of_a_file_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes("\ufeffa: đ\n".encode())
    path.chmod(0o600)
    kept = Kept(path)
    assert kept.text == "a: đ\n"
    kept.save("a: e\n")
    assert path.read_bytes() == "\ufeffa: e\n".encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_someone_else_wrote_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a\n", "utf-8")
    kept, absent = Kept(path), Kept(tmp_path / "b.yaml", "")
    path.write_text("b\n", "utf-8")
    (tmp_path / "b.yaml").write_text("c\n", "utf-8")
    for one in (kept, absent):
        with pytest.raises(UnsavedError) as told:
            one.save("d\n")
        assert told.value.fault.code == "changed-meanwhile"
    assert path.read_text("utf-8") == "b\n"


def test_a_file_that_cannot_be_read_or_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="none"):
        Kept(tmp_path / "none.yaml")
    (tmp_path / "bad.yaml").write_bytes(b"\xff")
    with pytest.raises(UnicodeDecodeError):
        Kept(tmp_path / "bad.yaml")
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(UnsavedError) as told:
        Kept(tmp_path / "file/below.yaml", "").save("a\n")
    assert told.value.fault.code == "unwritable"
