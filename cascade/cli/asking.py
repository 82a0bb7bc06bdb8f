"""Asking a person at the terminal: one key for a choice, a line for words; any end of the input ends the session."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date, datetime

import click

from cascade.cli.usage import say

_DAYS = ("%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y")
_ESCAPE = ("\x1b", "\x00", "\xe0")  # of a terminal, and of the console of Windows
_ALSO = {"đ": "v"}  # letters that answer as a key does that every keyboard has
ENTER = ""
"""The key that puts off, or keeps what stands."""


class EndedError(Exception):
    """Nobody answers any more: the input is closed or broken off, or a key ends the session."""


def is_terminal() -> bool:
    """Whether a person sits at both ends."""
    return all(stream is not None and not stream.closed and stream.isatty() for stream in (sys.stdin, sys.stdout))


def typed(prompt: str, default: str = "") -> str:
    """What a person types; raises EndedError where nobody does."""
    click.echo(f"{prompt} [{default}] " if default else f"{prompt} ", nl=False)
    try:
        answer: str = click.prompt("", default=default, show_default=False, prompt_suffix="")
    except (click.Abort, EOFError, OSError, RuntimeError) as error:  # a closed input is each of these somewhere
        click.echo()
        raise EndedError from error
    return answer.strip()


def choice(prompt: str, keys: Sequence[str]) -> str:
    """One of the keys that the prompt shows, taken at once on a terminal; any other does nothing."""
    from cascade.model.text import nfc

    if not is_terminal():
        while (answer := _key(nfc(typed(prompt)).lower())) not in keys:
            continue
        return answer
    click.echo(f"{prompt} ", nl=False)
    while not (taken := [one for one in _pressed() if one in keys]):
        continue
    click.echo(taken[0])
    return taken[0]


def _pressed() -> list[str]:
    """The keys that were pressed since the last were read: what types Vietnamese sends d, a step back and đ at once.
    A key that moves the cursor sends letters too, which nobody typed."""
    from cascade.model.text import nfc

    try:
        pressed = nfc(click.getchar()).lower()
    except (KeyboardInterrupt, EOFError, OSError, click.Abort) as error:
        click.echo()
        raise EndedError from error
    if pressed.startswith(_ESCAPE):
        return []
    return [ENTER if one in "\r\n" else _key(one) for one in pressed]


def _key(letter: str) -> str:
    return _ALSO.get(letter, letter)


def told_saved(saved: int, left: int) -> None:
    """Say what was saved and what is left."""
    click.echo(say(f"Đã lưu {saved}, còn {left}", f"Saved {saved}, left {left}"))


def in_rows(answers: Sequence[str]) -> str:
    """The answers side by side, in as many rows as the terminal needs."""
    import shutil

    width = max(40, shutil.get_terminal_size().columns - 2)
    rows: list[str] = []
    for answer in answers:
        longer = f"{rows[-1]}  {answer}" if rows else answer
        rows[-1:] = [longer] if len(longer) <= width else [*rows[-1:], answer]
    return "\n".join(rows)


def day_of(text: str) -> date | None:
    """A day as people write it; None for anything else."""
    for form in _DAYS:
        try:
            return datetime.strptime(text.strip(), form).date()
        except ValueError:
            continue
    return None
