"""What was worked out before, kept in one file under the hash of all that it came from.

The file may vanish, be damaged, be read-only or be used by other runs at the same moment: what cannot be had from it is
worked out anew, and what cannot be put there is let go. It holds values alone, nothing that runs.
"""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from cascade import __version__

FILE = "cascade.sqlite3"
MOST_BYTES = 1 << 30
"""How large the file may grow; then the older half of what it holds is let go."""
_WAIT = 2.0  # seconds for another run that writes
_MANY = 500  # keys that are asked for at once
_SUM = 4  # bytes of the checksum before each value
_TABLE = "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, value BLOB NOT NULL)"


class Cache:
    """The cache in a folder, made where it is missing. `stamp`: what all values depend on, such as the rules."""

    def __init__(self, folder: Path, stamp: bytes = b"") -> None:
        self._stamp = blake2b(_code_stamp() + stamp, digest_size=16).digest()
        self._path = folder / FILE
        self._file: sqlite3.Connection | None = None
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600))
            self._file = sqlite3.connect(self._path, timeout=_WAIT, isolation_level=None)
            self._file.execute("PRAGMA journal_mode = WAL")
            self._file.execute("PRAGMA synchronous = OFF")  # what a failing machine damages shows by its checksum
            self._file.execute(_TABLE)
        except (OSError, sqlite3.Error) as error:
            self._give_up(error)

    def key(self, *parts: bytes) -> bytes:
        """The key of what is worked out from `parts`."""
        made = blake2b(self._stamp, digest_size=16)
        for part in parts:
            made.update(len(part).to_bytes(8, "little") + part)
        return made.digest()

    def get(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """What is kept under some of these keys."""
        if self._file is None:
            return {}
        wanted, found = list(keys), {}
        try:
            for start in range(0, len(wanted), _MANY):
                some = wanted[start : start + _MANY]
                marks = ",".join("?" * len(some))
                rows = self._file.execute(f"SELECT key, value FROM kept WHERE key IN ({marks})", some)  # noqa: S608
                found.update({key: value[_SUM:] for key, value in rows if _sum(key, value[_SUM:]) == value[:_SUM]})
        except (sqlite3.Error, TypeError) as error:
            self._give_up(error)
        return found

    def put(self, values: Mapping[bytes, bytes]) -> None:
        """Keep values under their keys."""
        if self._file is None or not values:
            return
        rows = [(key, _sum(key, value) + value) for key, value in values.items()]
        try:
            self._file.execute("BEGIN IMMEDIATE")
            self._file.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", rows)
            self._file.execute("COMMIT")
        except sqlite3.Error as error:
            self._give_up(error)

    def close(self) -> None:
        """Let go of the file, and of the older half of what it holds where that has grown too large."""
        if self._file is None:
            return
        try:
            pages, free, size = (
                self._file.execute(f"PRAGMA {name}").fetchone()[0]
                for name in ("page_count", "freelist_count", "page_size")
            )
            if (pages - free) * size > MOST_BYTES:
                middle = "(SELECT (min(rowid) + max(rowid)) / 2 FROM kept)"
                self._file.execute(f"DELETE FROM kept WHERE rowid <= {middle}")  # noqa: S608
            self._file.close()
        except sqlite3.Error as error:
            self._give_up(error)
        self._file = None

    def _give_up(self, error: Exception) -> None:
        """From now on nothing is had or kept; a file that is damaged is taken away, for the next run."""
        file, self._file = self._file, None
        with suppress(sqlite3.Error):
            if file is not None:
                file.close()
        if isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError):
            for end in ("", "-wal", "-shm"):
                with suppress(OSError):
                    Path(f"{self._path}{end}").unlink()


def _sum(key: bytes, value: bytes) -> bytes:
    return zlib.crc32(value, zlib.crc32(key)).to_bytes(_SUM, "little")


def _code_stamp() -> bytes:
    """What tells this program from any other version of it: its number, and names, sizes and times of its files."""
    package = Path(__file__).resolve().parents[1]
    made = blake2b(__version__.encode())
    if not package.is_dir():  # packed into one file
        status = next(path for path in package.parents if path.exists()).stat()
        made.update(f"{status.st_size} {status.st_mtime_ns}".encode())
    for folder, folders, files in os.walk(package):
        folders.sort()
        for name in sorted(files):
            if name.endswith(".py"):
                status = (Path(folder) / name).stat()
                made.update(f"{folder}/{name} {status.st_size} {status.st_mtime_ns}\n".encode())
    return made.digest()


def files_stamp(folders: Iterable[Path]) -> bytes:
    """What tells the files of some folders from any others, by their content."""
    made = blake2b()
    for folder in folders:
        for path in sorted(path for path in folder.glob("*") if path.is_file()):
            content = path.read_bytes()
            made.update(f"{path.name} {len(content)}\n".encode() + content)
    return made.digest()
