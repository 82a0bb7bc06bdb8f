"""Which plan a call names: by its id, by the file that holds it or its document, or as people say it ("xã Mẫu")."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
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
    """The id of the one plan that a call names; leaves with status 2 where it names none, or several."""
    found = plans_named(result, name)
    if len(found) != 1:
        fail(_not_one(result, name, found, lang))
    return found[0]


def _not_one(result: Audit, name: str, found: tuple[str, ...], lang: Lang) -> str:
    """Why a name is not that of one plan."""
    if found:
        listed = ", ".join(found)
        return say(f"«{name}» là nhiều kế hoạch: {listed}", f"«{name}» names several plans: {listed}")
    if Path(name).is_file():
        return say(f"không đọc được kế hoạch nào từ {name}", f"no plan could be read from {name}")
    return _unknown(result, name, lang)


def plan_ids(result: Audit, names: Iterable[str], lang: Lang) -> frozenset[str]:
    """The ids of all plans that a call names; leaves with status 2 for a name that is none's."""
    found: set[str] = set()
    for name in sorted(names):
        named = plans_named(result, name)
        if not named:
            fail(_unknown(result, name, lang))
        found.update(named)
    return frozenset(found)


def plans_named(result: Audit, name: str) -> tuple[str, ...]:
    """The plans that a name stands for: an id, a file or its name, a pattern of files, or a unit as people say it."""
    if name in result.plans:
        return (name,)
    path = Path(name)
    if path.is_file():
        found = _plan_of(result, path)
        return (found,) if found is not None else ()
    named = _by_file(result, name)
    return named or _by_unit(result, name)


def _unknown(result: Audit, name: str, lang: Lang) -> str:
    """That no plan has this name, and the nearest one."""
    from cascade.reading.fault import nearest

    units = set(map(result.context.unit, result.plans))
    near = nearest(name, (*result.plans, *units)).say(lang)
    return say(f"không có kế hoạch «{name}»{near}", f"there is no plan «{name}»{near}")


def _plan_of(result: Audit, path: Path) -> str | None:
    """The plan that was read from this file, or that a plan file on file was recorded from."""
    from cascade.model.text import file_name
    from cascade.reading.plans import real

    shown, here = file_name(path.as_posix()), real(path)
    for known, file in result.corpus.plans.items():
        if file.file == shown or real(Path(file.file)) == here:
            return result.context.lineage.newest.get(known, known)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    sources = ((known, plan.source) for known, plan in result.plans.items())
    return next((known for known, source in sources if source is not None and source.sha256 == digest), None)


def _by_file(result: Audit, name: str) -> tuple[str, ...]:
    """The plans whose file, or submitted document, has this name, with its ending or without, or fits this pattern."""
    from cascade.model.text import fold

    asked = fold(name)

    def fits(file: str) -> bool:
        whole = PurePosixPath(fold(file))
        return fnmatchcase(str(whole), asked) or asked in (whole.name, whole.stem)

    found = []
    for known, plan in result.plans.items():
        files = [result.context.files[known], *([plan.source.document] if plan.source else [])]
        if any(map(fits, files)):
            found.append(known)
    return tuple(found)


def _by_unit(result: Audit, name: str) -> tuple[str, ...]:
    """The plans of a unit, named as people say it, with accents or without: "xã Mẫu", "Mẫu", "UBND xã Mẫu"."""
    from cascade.model.text import fold

    asked = " ".join(fold(name).split())
    found = []
    for known, plan in result.plans.items():
        place = plan.place[0] if plan.place else ""
        if asked in {fold(result.context.unit(known)), fold(plan.issuer), fold(place)} - {""}:
            found.append(known)
    return tuple(found)
