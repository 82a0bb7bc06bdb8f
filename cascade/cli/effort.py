"""How much an audit may use: processes that share the work, and the cache of what was worked out before."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cascade.cli.usage import say

if TYPE_CHECKING:
    from cascade.model.domain import Domain
    from cascade.parts import Shared

CACHE = "CASCADE_CACHE"
"""The environment variable that names the folder of the cache; empty: there is none."""


class Effort:
    """`jobs`: how many processes; None: as many as can work at once. `cache`: its folder; None: the usual one."""

    def __init__(self, jobs: int | None = None, cache: Path | None = None, *, no_cache: bool = False) -> None:
        self._jobs, self._cache, self._no_cache = jobs, cache, no_cache

    def shared(self, domain: Domain, rule_folders: Sequence[Path]) -> Shared:
        """Who reads and judges with this effort."""
        from cascade.model.limits import limits
        from cascade.parts import Shared
        from cascade.processes import processors
        from cascade.reading.cache import Cache, files_stamp
        from cascade.reading.rules import builtin_rules

        folder = self._folder()
        stamp = files_stamp((builtin_rules(), *rule_folders)) if folder is not None else b""
        cache = Cache(folder, stamp + repr(limits()).encode()) if folder is not None else None
        return Shared(domain, rule_folders, self._jobs or processors(), cache)

    def _folder(self) -> Path | None:
        named = os.environ.get(CACHE)
        if self._no_cache or (self._cache is None and named == ""):
            return None
        if self._cache is not None or named is not None:
            return self._cache or Path(named or "")
        from platformdirs import user_cache_path

        return user_cache_path("cascade", appauthor=False)


def effort_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--jobs`, `--cache`, `--no-cache`: the command gets them as one `effort`."""

    @wraps(function)
    def with_effort(
        *args: object, jobs: int | None, cache_folder: Path | None, no_cache: bool, **options: object
    ) -> object:
        return function(*args, effort=Effort(jobs, cache_folder, no_cache=no_cache), **options)

    jobs = click.option(
        "--jobs",
        type=click.IntRange(min=1),
        metavar=say("SỐ", "N"),
        help=say("Số tiến trình cùng làm; mặc định theo số nhân.", "How many processes share the work."),
    )
    cache = click.option(
        "--cache",
        "cache_folder",
        type=click.Path(path_type=Path, file_okay=False),
        metavar=say("THƯ-MỤC", "DIR"),
        help=say(
            "Nơi giữ những gì đã tính, xóa lúc nào cũng được.", "Where to keep what was worked out; may be deleted."
        ),
    )
    without = click.option(
        "--no-cache", is_flag=True, help=say("Tính lại tất cả, không giữ gì.", "Work all out anew, and keep nothing.")
    )
    wrapped: Callable[..., Any] = jobs(cache(without(with_effort)))
    return wrapped
