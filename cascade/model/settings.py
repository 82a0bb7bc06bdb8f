"""What a project settles once, so that no call repeats it: `cascade.toml`, or `[tool.cascade]` of `pyproject.toml`."""

from __future__ import annotations

import msgspec

from cascade.model.limits import Limits
from cascade.model.rule import Severity


class Settings(msgspec.Struct, frozen=True, rename="kebab"):
    """The keys of the file; each means what the option of its name means, and an option of the call wins.

    Paths are those of the file's own folder. `ignores`: rules left out for some plans alone; a plan is named as in a
    call, or by a pattern of its file's name (`data/commune/*`).
    """

    paths: tuple[str, ...] = ()
    sources: str | None = None
    rules: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    baseline: str | None = None
    format: tuple[str, ...] = ()
    output: tuple[str, ...] = ()
    fail_on: Severity | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    ignores: dict[str, tuple[str, ...]] = {}
    exit_zero: bool = False
    allow_missing_parent: bool = False
    limits: Limits = Limits()
