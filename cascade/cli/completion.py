"""`cascade completion SHELL`: what a shell runs to complete commands, options, ids of rules and plans."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import click
from click.shell_completion import CompletionItem, get_completion_class

from cascade.cli.usage import Translated, say

SHELLS = ("bash", "zsh", "fish")
MOST = 5000
"""How many plan files are looked at while somebody waits for a completion."""


@click.command(
    "completion",
    cls=Translated,
    help=say(
        "In đoạn lệnh để SHELL tự điền lệnh, tùy chọn, mã quy tắc và mã kế hoạch. "
        'Ví dụ: eval "$(cascade completion bash)"',
        "Print what makes SHELL complete commands, options, ids of rules and plans. "
        'For example: eval "$(cascade completion bash)"',
    ),
)
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def command(ctx: click.Context, shell: str) -> int:
    kind = get_completion_class(shell)
    if kind is not None:
        click.echo(kind(ctx.find_root().command, {}, "cascade", "_CASCADE_COMPLETE").source())
    return 0


def rules(ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The ids of the rules, one's own among them, for the last of a list that is being typed."""
    from cascade.checks.registry import CHECKS
    from cascade.reading.rules import DATA_FILES, rules_beside

    folders = (*_named(ctx, "rule_folders"), *rules_beside(_where(ctx)))
    own = {path.stem for folder in folders for path in folder.glob("*.yaml") if path.name not in DATA_FILES}
    return _last(incomplete, (*CHECKS, *sorted(own - CHECKS.keys())))


def _where(ctx: click.Context) -> list[Path]:
    """Where the call or the settings say that plans are, or else the usual folder."""
    named = [*_named(ctx, "paths"), *_named(ctx, "data")]
    return named or [Path("data") if Path("data").is_dir() else Path()]


def _named(ctx: click.Context, name: str) -> list[Path]:
    """The paths that the call or the settings give a parameter."""
    return [Path(path) for path in ctx.params.get(name) or ctx.lookup_default(name) or ()]


def plans(ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The ids of the plan files where the call or the settings say that plans are, or else in the usual folder."""
    return _last(incomplete, sorted(_stems(_where(ctx))))


def plan(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The same for one plan, which may be a file too."""
    return [*plans(ctx, parameter, incomplete), CompletionItem(incomplete, type="file")]


def _last(incomplete: str, known: Iterable[str]) -> list[CompletionItem]:
    before, comma, typed = incomplete.rpartition(",")
    return [CompletionItem(f"{before}{comma}{one}") for one in known if one.startswith(typed)]


def _stems(folders: list[Path]) -> set[str]:
    found: set[str] = set()
    for place in folders:
        for _, below, files in os.walk(place):
            below[:] = [name for name in below if not name.startswith(".")]
            found.update(Path(name).stem for name in files if name.endswith((".yaml", ".yml")))
            if len(found) > MOST:
                return found
    return found


__all__ = ["command", "plan", "plans", "rules"]
