"""Which plan a call names: by its id, or by the file that holds it or its document."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from cascade.cli.load import fail
from cascade.cli.usage import say

if TYPE_CHECKING:
    from cascade.audit import Audit
    from cascade.model.words import Lang


USUAL = Path("data")


def beside(files: tuple[Path, ...], data: tuple[Path, ...]) -> tuple[Path, ...]:
    """Where the plans of a call are: the files that it names, and the folders of `--data`, by default the usual one."""
    folders = data or ((USUAL,) if USUAL.exists() or not files else ())
    return (*folders, *files)


def plan_id(result: Audit, name: str, lang: Lang) -> str:
    """The id of the plan that a call names: by its id, or by the file that holds it or its document."""
    from cascade.reading.fault import nearest

    path = Path(name)
    if path.is_file():
        found = _plan_of(result, path)
        if found is None:
            fail(say(f"không đọc được kế hoạch nào từ {name}", f"no plan could be read from {name}"))
        return found
    asked = path.stem if path.suffix in (".yaml", ".yml") else name
    if asked not in result.plans:
        near = nearest(asked, result.plans).say(lang)
        fail(say(f"không có kế hoạch «{asked}»{near}", f"there is no plan «{asked}»{near}"))
    return asked


def _plan_of(result: Audit, path: Path) -> str | None:
    """The plan that was read from this file, or that a plan file on file was recorded from."""
    from cascade.model.text import file_name
    from cascade.reading.plans import real

    shown, here = file_name(path.as_posix()), real(path)
    for known, file in result.corpus.plans.items():
        if file.file == shown or real(Path(file.file)) == here:
            return known
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    sources = ((known, plan.source) for known, plan in result.plans.items())
    return next((known for known, source in sources if source is not None and source.sha256 == digest), None)
