"""Kills real commands at random moments (as `kill -9` does), and says what was left and what the next run made of it.

    python -m benchmarks.faults [--moments 20] [--seed 1] [audit | workbook | ingest | decide …]

A call is killed at a random time, or just before one of the deeds that leave something behind (a file opened to be
written, renamed, removed; a process started); the process alone, so that those it started must end by themselves, or
its whole group. Then: no process is left after two seconds, no file but those that were there or whole ones of the
call, nothing in the folder of temporary files, and the next call leaves the same bytes as one that nobody disturbed.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.running import marked, wait_for
from benchmarks.scale import write
from benchmarks.speed import ROOT

PATIENCE = 2.0  # seconds for all that a call has started to end
MARK = "CASCADE_FAULTS"
KEPT = "kept"
"""The folder of the cache, which may hold anything."""
BEING_WRITTEN = ".cascade-"
"""How a file begins that a killed call was writing: the next call takes it away."""
_CALL = """
import os, signal, sys
at, told, ours, seen = int(sys.argv.pop(1)), int(sys.argv.pop(1)), os.getpid(), 0
DEEDS = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.fork", "subprocess.Popen", "sqlite3.connect"}
def hear(event, given):
    global seen
    if event in DEEDS or (event == "open" and isinstance(given[2], int) and given[2] & (os.O_WRONLY | os.O_RDWR)):
        if os.getpid() == ours:
            seen += 1
            if seen == at:
                os.kill(ours, signal.SIGKILL)
from cascade import parts
from cascade.cli.main import main
parts.FEW_BYTES = 0  # so that processes share even a small corpus
sys.addaudithook(hear)
try:
    main()
finally:
    if told:
        os.write(told, str(seen).encode())
"""


class Scene(NamedTuple):
    """A folder made ready, and the call that is killed in it."""

    name: str
    prepare: Callable[[Path], None]
    call: tuple[str, ...]


def _plans(folder: Path) -> None:
    write(folder / "data", 2, 2, 3, 3)


def _documents(folder: Path) -> None:
    (folder / "in").mkdir()
    for path in sorted((ROOT / "benchmarks/documents").glob("*.txt"))[:5]:
        shutil.copyfile(path, folder / "in" / path.name)
    if shutil.which("soffice"):
        text = (ROOT / "benchmarks/documents/thi-tran-pho-khau-2022.txt").read_text("utf-8").replace("2022", "2023")
        signs = "".join(f"\\u{ord(sign)}?" if ord(sign) > 127 else sign for sign in text)
        (folder / "in" / "office.rtf").write_text("{\\rtf1\\ansi " + signs.replace("\n", "\\par\n") + "}", "ascii")


def _decisions(folder: Path) -> None:
    from openpyxl import load_workbook

    _plans(folder)
    _made(("audit", "data", "-o", "bang.xlsx"), folder)
    book = load_workbook(folder / "bang.xlsx")
    for sheet in book.worksheets:
        columns = {cell.value: cell.column or 0 for row in sheet.iter_rows(max_row=10) for cell in row}
        if {"decision", "reason", "fingerprint"} <= columns.keys():
            filled = [row for row in range(4, sheet.max_row + 1) if sheet.cell(row, columns["fingerprint"]).value]
            for row in filled[:8]:
                sheet.cell(row, columns["decision"], "Đúng")
    book.save(folder / "bang.xlsx")


SCENES = (
    Scene(
        "audit",
        _plans,
        ("audit", "data", "--jobs", "2", "--cache", KEPT, "-o", "a.json", "-o", "a.html"),
    ),
    Scene("workbook", _plans, ("audit", "data", "--no-cache", "-o", "bang.xlsx")),
    Scene("ingest", _documents, ("ingest", "in", "-o", "out")),
    Scene("decide", _decisions, ("decide", "data", "--from", "bang.xlsx", "--by", "A", "--today", "2026-03-01")),
)


class Whole(NamedTuple):
    """What an undisturbed call leaves: its status, its files, and how many seconds and deeds it took."""

    status: int
    files: dict[str, bytes]
    seconds: float
    deeds: int


def _command(call: tuple[str, ...], at: int = 0, told: int = 0) -> list[str]:
    """The call, which kills itself before its deed number `at`, and says at the end to `told` how many there were."""
    return [sys.executable, "-c", _CALL, str(at), str(told), *call]


def _environment(temporary: Path, mark: str = "") -> dict[str, str]:
    temporary.mkdir(exist_ok=True)
    given = {"TMPDIR": str(temporary), "PYTHONPATH": str(ROOT), "CASCADE_CACHE": "", MARK: mark}
    return {**os.environ, **given, "PYTHONDONTWRITEBYTECODE": "1", "CASCADE_LANG": "vi"}


def _made(call: tuple[str, ...], folder: Path, temporary: Path | None = None) -> Whole:
    """The call, undisturbed."""
    counted, counting = os.pipe()
    before = time.monotonic()
    process = subprocess.Popen(
        _command(call, told=counting),
        cwd=folder,
        env=_environment(temporary or folder.parent / "tmp"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=(counting,),
    )
    os.close(counting)
    with open(counted, "rb") as told:  # noqa: PTH123 - a pipe
        deeds = int(told.read() or b"0")
    status = process.wait()
    return Whole(status, _files(folder), time.monotonic() - before, deeds)


def _files(folder: Path) -> dict[str, bytes]:
    found = ((path.relative_to(folder).as_posix(), path) for path in sorted(folder.rglob("*")) if path.is_file())
    return {name: path.read_bytes() for name, path in found if not name.startswith(f"{KEPT}/")}


def disturbed(scene: Scene, moments: int, seed: int) -> Iterator[str]:
    """What was wrong after each of so many kills, in words."""
    chance = random.Random(f"{scene.name} {seed}")  # noqa: S311 - the same moments every time
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as made:
        ready, work, temporary = Path(made, "ready"), Path(made, "work"), Path(made, "tmp")
        ready.mkdir()
        scene.prepare(ready)
        before = _files(ready)
        shutil.copytree(ready, work)
        whole = _made(scene.call, work, temporary)
        if not whole.files.keys() > before.keys():
            raise RuntimeError(f"{scene.name}: the call makes nothing")
        for number in range(moments):
            shutil.rmtree(work)
            shutil.copytree(ready, work)
            at = 0 if number % 2 else chance.randint(1, whole.deeds)
            seconds, group = chance.uniform(0, whole.seconds), bool(chance.getrandbits(1))
            when = f"deed {at} of {whole.deeds}" if at else f"{seconds:.2f} s, {'group' if group else 'process'}"
            mark = f"{scene.name}-{os.getpid()}-{number}"
            _killed(scene.call, work, _environment(temporary, mark), at, seconds, group=group)
            for fault in (*_left(mark, work, temporary, before, whole), *_next(scene, work, temporary, whole)):
                yield f"{scene.name}, killed at {when}: {fault}"


def _killed(
    call: tuple[str, ...], folder: Path, variables: dict[str, str], at: int, seconds: float, *, group: bool
) -> None:
    quiet = subprocess.DEVNULL
    with subprocess.Popen(
        _command(call, at), cwd=folder, env=variables, stdout=quiet, stderr=quiet, start_new_session=True
    ) as process:
        try:
            process.wait(None if at else seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL) if group else process.kill()


def _left(mark: str, folder: Path, temporary: Path, before: dict[str, bytes], whole: Whole) -> Iterable[str]:
    if not wait_for(lambda: not marked(f"{MARK}={mark}\0"), PATIENCE):
        yield f"processes are left: {marked(f'{MARK}={mark}')}"
        wait_for(lambda: not marked(f"{MARK}={mark}\0"), 60)
    for name, held in _files(folder).items():
        known = {files[name] for files in (before, whole.files) if name in files}
        if held not in known and not name.rpartition("/")[2].startswith(BEING_WRITTEN):
            yield f"{name} is not whole ({len(held)} bytes)"
    yield from _temporary(temporary)


def _next(scene: Scene, folder: Path, temporary: Path, whole: Whole) -> Iterable[str]:
    again = _made(scene.call, folder, temporary)
    if again.status != whole.status:
        yield f"the next call ends with {again.status} instead of {whole.status}"
    for name in sorted({*again.files, *whole.files}):
        if again.files.get(name) != whole.files.get(name):
            yield f"after the next call {name} is another"
    yield from _temporary(temporary)


def _temporary(folder: Path) -> Iterable[str]:
    for path in folder.iterdir():
        yield f"a temporary file is left: {path.name}"
        shutil.rmtree(path, ignore_errors=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scenes", nargs="*", metavar="SCENE", help=", ".join(scene.name for scene in SCENES))
    parser.add_argument("--moments", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    wrong = 0
    for scene in SCENES:
        if not given.scenes or scene.name in given.scenes:
            found = list(disturbed(scene, given.moments, given.seed))
            wrong += len(found)
            print(*found, f"{scene.name}: killed {given.moments} times, {len(found)} faults", sep="\n", flush=True)
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
