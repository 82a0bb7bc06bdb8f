"""A process that has imported cascade and read its rules once; each call of the command is a copy of it.

A call is a process of its own all the same: its folder, environment, streams, exit status and whatever it keeps in
memory are its own. What an interpreter reads when it starts is not: `tests.cli.command` starts a new one for that.
"""

from __future__ import annotations

import atexit
import fcntl
import gc
import json
import os
import pkgutil
import socket
import subprocess
import sys
import termios
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from socketserver import BaseRequestHandler, ForkingMixIn, UnixStreamServer
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Any

WARM = hasattr(os, "fork") and hasattr(socket, "send_fds")
"""Whether processes can be copied here."""
_MOST = 1 << 20  # bytes of a call


class Started:
    """A call under way."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection

    def status(self, seconds: float | None = None) -> int:
        """Its exit status, once it has ended; raises TimeoutError, or EOFError where it was ended from outside."""
        with self._connection:
            self._connection.settimeout(seconds)
            told = self._connection.recv(1)
        if not told:
            raise EOFError
        return told[0]


def start(
    arguments: tuple[str, ...],
    folder: Path,
    variables: Mapping[str, str],
    streams: tuple[int, int, int],
    *,
    terminal: bool = False,
) -> Started:
    """`cascade ARGUMENTS` in `folder`, with these variables and no others, and with `streams` as its own. `terminal`:
    in a session of its own, of which standard input is the terminal."""
    connection = socket.socket(socket.AF_UNIX)
    connection.connect(_server().address)
    call = {"arguments": arguments, "folder": str(folder), "variables": dict(variables), "terminal": terminal}
    socket.send_fds(connection, [json.dumps(call).encode()], streams)
    connection.shutdown(socket.SHUT_WR)
    return Started(connection)


class _Running:
    """The server, which ends with the process that started it; asked to, it is waited for."""

    def __init__(self) -> None:
        from tests.cli.command import environment

        self._folder = TemporaryDirectory()
        atexit.register(self._end)
        self.address = f"{self._folder.name}/calls"
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.cli.warm", self.address], env=environment(), stdout=subprocess.PIPE
        )
        assert self._process.stdout is not None
        with self._process.stdout as ready:
            assert ready.readline() == b"ready\n"

    def _end(self) -> None:
        self._process.terminate()
        self._process.wait()
        self._folder.cleanup()


_RUNNING: list[_Running] = []
_ONE = Lock()


def _server() -> _Running:
    with _ONE:
        if not _RUNNING:
            _RUNNING.append(_Running())
        return _RUNNING[0]


class _Call(BaseRequestHandler):
    """One call, in a copy of the server."""

    def handle(self) -> None:
        message, streams, _, _ = socket.recv_fds(self.request, _MOST, 3)
        while more := self.request.recv(_MOST):
            message += more
        self.request.sendall(bytes([_called(json.loads(message), streams)]))


def _called(call: dict[str, Any], streams: list[int]) -> int:
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    if call["terminal"]:
        os.setsid()
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    os.environ.clear()
    os.environ.update(call["variables"])
    os.chdir(call["folder"])
    sys.argv = ["cascade", *call["arguments"]]
    sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = os.fdopen(2, "w", 1, "utf-8", "backslashreplace", closefd=False)
    from cascade.cli.main import main

    try:
        main(call["arguments"])
    except SystemExit as leave:
        status = leave.code
    sys.stdout.flush()
    sys.stderr.flush()
    assert isinstance(status, int)
    return status


class _Server(ForkingMixIn, UnixStreamServer):
    max_children = 1000
    request_queue_size = 100

    def __init__(self, address: str) -> None:
        super().__init__(address, _Call)
        self._started_by = os.getppid()

    def service_actions(self) -> None:
        super().service_actions()
        if os.getppid() != self._started_by:
            sys.exit()


def _warm() -> None:
    """Import all but the command line, whose words are settled by the call, and read what ships with cascade."""
    import cascade
    from cascade.checks.registry import CHECKS
    from cascade.lexicon.units_table import builtin_units
    from cascade.reading import rules

    for module in pkgutil.walk_packages(cascade.__path__, "cascade."):
        if not module.name.startswith(("cascade.cli", "cascade.__main__")):
            import_module(module.name)
    builtin_units()
    read_rules, read_data = rules.read_rules, rules.read_data
    read = {examples: read_rules((), CHECKS, examples=examples) for examples in (True, False)}
    data = read_data()

    def rules_of(extra: Iterable[Path], checks: Iterable[str], *, beside: Sequence[Path] = (), examples: bool) -> Any:
        extra = tuple(extra)
        if extra or beside:
            return read_rules(extra, checks, beside=beside, examples=examples)
        return read[examples]

    def data_of(extra: Iterable[Path]) -> Any:
        extra = tuple(extra)
        return read_data(extra) if extra else data

    vars(rules).update(read_rules=rules_of, read_data=data_of)
    for one in (data, read[False]):
        _use(one.domain)


def _use(domain: Any) -> None:
    """Let the domain find what it finds of itself once."""
    from cascade.audit import audit
    from cascade.ingest.submitted import submitted
    from cascade.reading.plans import read_corpus
    from tests.cli.documents import COMMUNE, DISTRICT

    with TemporaryDirectory() as folder:
        for name, text in (("xa", COMMUNE), ("huyen", DISTRICT)):
            Path(folder, f"{name}.txt").write_text(text, "utf-8")
        audit(read_corpus([Path(folder)], domain, documents=submitted(domain)), domain)


if __name__ == "__main__":
    _warm()
    gc.freeze()
    with _Server(sys.argv[1]) as server:
        os.write(1, b"ready\n")
        server.serve_forever()
