"""Where the draft of a document is written: never over another document's, nor over what a person has done."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from cascade.ingest.draft import Draft
    from cascade.model.domain import Domain
    from cascade.model.words import Lang
    from cascade.reading.fault import Fault

SCHEMA = "plan.schema.json"
_NAMES = 10_000  # so many drafts of one unit and year are tried before giving up


class Spot(msgspec.Struct, frozen=True):
    """The file of a draft, and the files that would have had its name but hold drafts of other documents."""

    path: Path
    others: tuple[Path, ...] = ()


def spot_of(draft: Draft, document: Path, folder: Path, form: str, taken: Collection[Path] = ()) -> Spot:
    """The file for the draft of a document in `folder`: the first of its name (`mau-2023`, `mau-2023-2`, …) that
    is free or holds the draft of the same document; `taken` are those of other documents of this call."""
    from cascade.ingest.folder import plan_id

    name = plan_id(draft.plan, document)
    others: list[Path] = []
    for number in range(1, _NAMES):
        path = folder / f"{name}{'' if number == 1 else f'-{number}'}.{form}"
        if path in taken:
            continue
        if not path.exists() or _source_hash(path) == draft.document.sha256:
            return Spot(path, tuple(others))
        others.append(path)
    return Spot(folder / f"{name}-{draft.document.sha256[:12]}.{form}", tuple(others[:1]))


def write_draft(path: Path, draft: Draft, document: Path, form: str, schema: str | None = None) -> Fault | None:
    """Write the draft of a document, unless the file there is no longer as it was written; the fault where it is not
    written. `schema`: the file beside it by which an editor checks it."""
    from cascade.cli.files import write_whole
    from cascade.model.text import file_name
    from cascade.reading.fault import Fault
    from cascade.report.draft_file import draft_json, draft_yaml

    shown = file_name(path.as_posix())
    way = _way(path.parent, document)
    data = (draft_json(draft, way) if form == "json" else draft_yaml(draft, way, schema)).encode()
    try:
        if path.exists() and not _is_replaceable(path, data):
            return Fault(shown, 1, 1, "settled-plan")
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)
    except OSError as error:
        from cascade.model.refused import refused

        return Fault(shown, 1, 1, "unwritable", (("reason", refused(error)),))
    return None


def schema_beside(folder: Path, domain: Domain, lang: Lang) -> str | None:
    """Write the schema of plan files to a folder of drafts, for editors; its name, or None where it cannot stand there.
    An editor looks for it from the draft's own folder, so the two can be moved and sent together."""
    from cascade.cli.files import write_whole
    from cascade.formats.schemas import plan_schema, schema_text
    from cascade.reading.reports import is_report

    path = folder / SCHEMA
    try:
        if path.exists() and not is_report(path):
            return None
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(path, schema_text(plan_schema(domain, lang)).encode())
    except OSError:
        return None  # the drafts that cannot be written either say so
    return SCHEMA


def _way(folder: Path, document: Path) -> str | None:
    """The way from a folder to a document; None where it lies there, or on another drive."""
    from cascade.reading.plans import real

    try:
        way = PurePath(os.path.relpath(real(document), real(folder))).as_posix()
    except ValueError:
        return None
    return way if way != document.name else None


def _is_replaceable(path: Path, data: bytes) -> bool:
    """Whether a file holds, to the byte, a draft as it was written: then nothing that a person did is lost."""
    from cascade.report.draft_file import is_as_written

    held = path.read_bytes() if path.is_file() else b""
    return held == data or is_as_written(held)


def _source_hash(path: Path) -> str | None:
    """The hash of the document that a draft was read from, as the draft's file says."""
    from cascade.model.words import Words
    from cascade.reading.yaml_tree import read_tree

    root = read_tree(path, path.name, Words("", "")).root
    for name in ("source", "sha256"):
        keys = root.keys if root is not None else None
        root = next((value for key, value in keys or () if key.scalar == name), None)
    return root.scalar if root is not None else None
