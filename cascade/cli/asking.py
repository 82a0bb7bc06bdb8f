"""Asking a person at the terminal: one key for a choice, a line for words; any end of the input ends the session."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from cascade.cli.usage import say

ENTER = ""
"""The key that puts off, or keeps what stands."""


class EndedError(Exception):
    """Nobody answers any more: the input is closed or broken off, or a key ends the session."""


def is_terminal() -> bool:
    """Whether a person sits at both ends."""
    return all(stream is not None and not stream.closed and stream.isatty() for stream in (sys.stdin, sys.stdout))


def typed(prompt: str, default: str = "") -> str:
    """What a person types; raises EndedError where nobody does."""
    try:
        answer: str = click.prompt(prompt, default=default, show_default=bool(default), prompt_suffix=" ")
    except (click.Abort, EOFError, OSError, RuntimeError) as error:  # a closed input is each of these somewhere
        click.echo()
        raise EndedError from error
    return answer.strip()


def choice(prompt: str, keys: Sequence[str]) -> str:
    """One of the keys that the prompt shows, taken at once on a terminal; any other does nothing."""
    from cascade.model.text import nfc

    if not is_terminal():
        while (answer := nfc(typed(prompt)).lower()) not in keys:
            continue
        return answer
    click.echo(f"{prompt} ", nl=False)
    while (answer := _pressed()) not in keys:
        continue
    click.echo(answer)
    return answer


def _pressed() -> str:
    """The key that is pressed next."""
    from cascade.model.text import nfc

    try:
        pressed = nfc(click.getchar()).lower()
    except (KeyboardInterrupt, EOFError, OSError, click.Abort) as error:
        click.echo()
        raise EndedError from error
    return ENTER if pressed in {"\r", "\n"} else pressed


def told_saved(saved: int, left: int) -> None:
    """Say what was saved and what is left."""
    click.echo(say(f"Đã lưu {saved}, còn {left}", f"Saved {saved}, left {left}"))
