"""What a project has settled, as the defaults of a call."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from cascade.cli.load import tell
from cascade.cli.usage import LANG, say

if TYPE_CHECKING:
    from cascade.model.settings import Settings

SETTLED = ("audit", "baseline", "compare", "decide", "explain", "graph", "review")
"""The commands that read plans, and so what is settled about them."""


def settle(ctx: click.Context, given: Path | None) -> None:
    """Make what the settings say the defaults of the command that is called; leaves with 2 where they are wrong."""
    from cascade.reading.settings import find_settings, read_settings

    path = given or find_settings(Path.cwd())
    if path is None:
        return
    read = read_settings(Path(_from_here(path)))
    if ctx.resilient_parsing and read.settings is None:
        return
    if read.settings is None or (read.faults and not ctx.resilient_parsing):
        tell(read.faults, LANG)
        raise click.ClickException(say("không đọc được cấu hình", "the settings cannot be read"))
    ctx.obj = read.settings
    defaults = _defaults(read.settings, read.folder)
    ctx.default_map = {name: _of(name, defaults) for name in SETTLED}


def _from_here(path: Path) -> str:
    """A path as somebody here would write it; one on another drive in full."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:
        return path.absolute().as_posix()


def settled(ctx: click.Context) -> Settings:
    """The settings of this call; where there are none, those that settle nothing."""
    from cascade.model.settings import Settings

    found = ctx.find_object(Settings)
    return found or Settings()


def own_reports(
    ctx: click.Context, forms: tuple[str, ...], outputs: tuple[Path, ...]
) -> tuple[tuple[str, ...], tuple[Path, ...]]:
    """The forms and files of the reports: where the call names any, what is settled of both is left aside."""
    named = {name for name in ("asked", "outputs") if ctx.get_parameter_source(name) is ParameterSource.COMMANDLINE}
    if not named:
        return forms, outputs
    return forms if "asked" in named else (), outputs if "outputs" in named else ()


def _of(command: str, defaults: dict[str, Any]) -> dict[str, Any]:
    """What applies to a command: forms and files are those of the audit's report."""
    return defaults if command == "audit" else {k: v for k, v in defaults.items() if k not in ("asked", "outputs")}


def _defaults(settings: Settings, folder: Path) -> dict[str, Any]:
    """The settings by the names of the parameters; what is not settled is not there."""

    def beside(name: str) -> str:
        return _from_here(folder / name)

    found: dict[str, Any] = {
        "paths": tuple(map(beside, settings.paths)),
        "data": tuple(map(beside, settings.paths)),
        "sources": settings.sources and beside(settings.sources),
        "rule_folders": tuple(map(beside, settings.rules)),
        "decision_files": tuple(map(beside, settings.decisions)),
        "baseline": settings.baseline and beside(settings.baseline),
        "asked": settings.format,
        "outputs": tuple("-" if name == "-" else beside(name) for name in settings.output),
        "fail_on": settings.fail_on,
        "only": settings.select,
        "ignore": settings.ignore,
        "exit_zero": settings.exit_zero,
        "allow_missing_parent": settings.allow_missing_parent,
    }
    return {name: value for name, value in found.items() if value}
