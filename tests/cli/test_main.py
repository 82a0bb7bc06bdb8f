"""The command itself: what it imports, its version, and how it leaves."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from cascade import __version__
from cascade.cli.main import COMMANDS
from tests.cli.command import Command, command, environment

HEAVY = ("networkx", "rich", "yaml", "rapidfuzz")
IMPORTED = """
import sys
from cascade.cli.main import COMMANDS, main
for call in ([], *([name] for name in COMMANDS)):
    try:
        main([*call, "--help"])
    except SystemExit as leave:
        assert leave.code == 0, call
    print("imported:", *call, *(name for name in sys.argv[1:] if name in sys.modules))
"""


def test_no_help_imports_what_only_an_audit_needs() -> None:
    made = subprocess.run(
        [sys.executable, "-c", IMPORTED, *HEAVY], env=environment(), capture_output=True, text=True, check=True
    )
    imported = [line for line in made.stdout.splitlines() if line.startswith("imported:")]
    assert imported == ["imported:", *(f"imported: {name}" for name in COMMANDS)]


def test_the_version_is_that_of_the_package(cascade: Command) -> None:
    assert cascade("--version") == (0, f"cascade, version {__version__}\n", "")


def test_a_full_disk_is_told_without_a_traceback(cascade: Command) -> None:
    with Path("/dev/full").open("wb") as full:
        made = subprocess.run(
            command("schema", "report"),
            cwd=cascade.folder,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert made.returncode == 2
    assert made.stderr.decode() == "cascade: đầu ra chuẩn: hết chỗ trên đĩa\n"
