"""How far the reading is: told on a terminal, with the file's name, and nowhere else."""

from __future__ import annotations

import os
import pty
import subprocess

from tests.cli.command import Command, command, environment


def on_a_terminal(cascade: Command, *arguments: str) -> str:
    """What a command draws on the terminal that its standard error is."""
    reading, writing = pty.openpty()
    surroundings = {**environment(), "TERM": "xterm"}
    process = subprocess.Popen(
        command(*arguments), cwd=cascade.folder, env=surroundings, stdout=subprocess.PIPE, stderr=writing
    )
    os.close(writing)
    drawn = b""
    try:
        while part := os.read(reading, 4096):
            drawn += part
    except OSError:  # the other end is closed
        pass
    process.communicate()
    os.close(reading)
    return drawn.decode()


def test_a_terminal_is_told_the_file_and_what_comes_after_and_then_the_line_goes(cascade: Command) -> None:
    drawn = on_a_terminal(cascade, "audit", "error")
    assert "đối chiếu 2 kế hoạch" in drawn
    assert "2/2" in drawn
    assert drawn.rstrip("\r\n").endswith(("\x1b[2K", "\x1b[?25h"))


def test_a_pipe_is_told_nothing(cascade: Command) -> None:
    assert cascade("audit", "error").err == ""
