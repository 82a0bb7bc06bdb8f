from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from cascade.reading import cache as module
from cascade.reading.cache import FILE, Cache, files_stamp


def test_what_was_put_is_had_again_under_its_key_alone(tmp_path: Path) -> None:
    cache = Cache(tmp_path, b"rules")
    key = cache.key(b"a", b"bc")
    cache.put({key: b"value"})
    cache.close()
    again = Cache(tmp_path, b"rules")
    assert again.get([key, b"other"]) == {key: b"value"}
    assert again.key(b"a", b"bc") == key
    assert again.key(b"ab", b"c") != key
    assert Cache(tmp_path, b"other rules").key(b"a", b"bc") != key


def test_of_very_many_keys_all_that_are_kept_are_found(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    values = {cache.key(str(n).encode()): str(n).encode() for n in range(1234)}
    cache.put(values)
    assert cache.get(values) == values


@pytest.mark.parametrize("content", [b"SQLite format 3\0" + b"x" * 5000, b"no database" * 1000])
def test_a_damaged_file_is_as_none_and_gone_for_the_next_run(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    damaged = Cache(tmp_path)
    key = damaged.key(b"a")
    damaged.put({key: b"value"})
    assert damaged.get([key]) == {}
    damaged.close()
    fresh = Cache(tmp_path)
    fresh.put({key: b"value"})
    assert fresh.get([key]) == {key: b"value"}


def test_a_value_that_was_changed_is_not_had(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    keys = [cache.key(name) for name in (b"a", b"b", b"c")]
    cache.put(dict.fromkeys(keys, b"value"))
    cache.close()
    with sqlite3.connect(tmp_path / FILE) as file:
        file.execute("UPDATE kept SET value = substr(value, 1, 4) || x'00' WHERE key = ?", (keys[0],))
        file.execute("UPDATE kept SET value = 'text' WHERE key = ?", (keys[1],))
    file.close()
    assert keys[0] not in Cache(tmp_path).get(keys)
    assert Cache(tmp_path).get(keys[2:]) == {keys[2]: b"value"}


@pytest.mark.parametrize("folder", ["file/below", "read-only"])
def test_where_nothing_can_be_written_nothing_is_kept_and_nothing_fails(tmp_path: Path, folder: str) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "read-only").mkdir(mode=0o500)
    cache = Cache(tmp_path / folder)
    key = cache.key(b"a")
    cache.put({key: b"value"})
    assert cache.get([key]) in ({}, {key: b"value"})  # an administrator may write anywhere
    cache.close()


def test_two_runs_at_once_share_it_and_one_that_is_in_the_way_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_WAIT", 0.05)
    one, other = Cache(tmp_path), Cache(tmp_path)
    key, second = one.key(b"a"), one.key(b"b")
    one.put({key: b"value"})
    assert other.get([key]) == {key: b"value"}
    blocking = sqlite3.connect(tmp_path / FILE, isolation_level=None)
    blocking.execute("BEGIN IMMEDIATE")
    other.put({second: b"value"})
    blocking.execute("ROLLBACK")
    blocking.close()
    assert Cache(tmp_path).get([key, second]) == {key: b"value"}


def test_the_file_is_its_owners_alone_and_stays_within_its_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 500_000)
    for run in range(6):
        cache = Cache(tmp_path / "cache")
        last = {cache.key(str((run, n)).encode()): bytes(1000) for n in range(300)}
        cache.put(last)
        cache.close()
    if os.name == "posix":
        assert (tmp_path / "cache" / FILE).stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "cache" / FILE).stat().st_size < 1_500_000
    assert Cache(tmp_path / "cache").get(last)


def test_the_stamp_of_files_is_that_of_their_content(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("one")
    first = files_stamp([tmp_path])
    os.utime(tmp_path / "a.yaml", (1, 1))
    assert files_stamp([tmp_path]) == first
    (tmp_path / "a.yaml").write_text("two")
    assert files_stamp([tmp_path]) != first
