"""The submitted Word documents of an audit, for the reports that are written into them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from cascade.cli.streams import warn
from cascade.cli.usage import say

if TYPE_CHECKING:
    from cascade.audit import Audit
    from cascade.model.words import Lang
    from cascade.result.original import Original


def originals_of(audit: Audit, plan_ids: Iterable[str], sources: Path | None, lang: Lang) -> Mapping[str, Original]:
    """The documents of these plans by plan id; of each that cannot be had, or is no .docx, it is told why."""
    found = {}
    for plan_id in plan_ids:
        path = _document(audit, plan_id, sources)
        original = _original(path, audit, plan_id, lang) if path is not None else None
        if original is not None:
            found[plan_id] = original
        elif path is None:
            _tell_uncommented(audit.context.files[plan_id], say("không có văn bản gốc", "its document is not at hand"))
    return found


def _tell_uncommented(name: str, reason: str) -> None:
    """That a document gets no comments, why, and what does instead."""
    instead = say("dùng --format docx để có thư góp ý", "--format docx makes a letter instead")
    warn(f"{name}: {say('không ghi nhận xét được', 'no comments written')}: {reason}; {instead}")


def _document(audit: Audit, plan_id: str, sources: Path | None) -> Path | None:
    """The file that a plan was read from: itself, or what its plan file names, in `sources` or beside it."""
    from cascade.reading.plans import PLAN_SUFFIXES, leads_into, real

    file = Path(audit.context.files[plan_id])
    if file.suffix.lower() not in PLAN_SUFFIXES:
        return file
    source = audit.plans[plan_id].source
    if source is None:
        return None
    name = Path(source.document).name  # no folder in a name leads elsewhere
    places = [folder / name for folder in (sources, file.parent) if folder is not None]
    return next((place for place in places if place.is_file() and leads_into(place, [real(place.parent)])), None)


def _original(path: Path, audit: Audit, plan_id: str, lang: Lang) -> Original | None:
    """The document at `path`, if it is the one that was read and comments can be written into it."""
    import docx

    from cascade.documents.fault import DocumentError
    from cascade.documents.ooxml import Package
    from cascade.documents.paragraphs import paragraphs_of
    from cascade.documents.read import digest, kind_of
    from cascade.result.original import Original

    shown = path.as_posix()
    source = audit.plans[plan_id].source
    try:
        data = path.read_bytes()
        if kind_of(data) != "docx":
            _tell_uncommented(shown, say("không phải tệp .docx", "it is no .docx"))
            return None
        if source is not None and source.sha256 not in (None, digest(data)):
            _tell_uncommented(shown, say("tệp đã thay đổi từ khi được đọc", "it has changed since it was read"))
            return None
        package = Package(data)
        for part in package.names:  # what a library unpacks unasked is looked at first
            package.data(part)
        original = Original(path.name, data, paragraphs_of(data, path.name))
        docx.Document(BytesIO(data))
    except DocumentError as error:
        _tell_uncommented(shown, error.message(lang))
    except OSError as error:
        from cascade.model.refused import refused

        _tell_uncommented(shown, refused(error).say(lang))
    except Exception:  # noqa: BLE001 -- whatever the library makes of a package that it does not know
        kind = say("tệp có macro hoặc ở dạng Strict", "it has macros, or is in Strict Open XML")
        _tell_uncommented(shown, kind)
    else:
        return original
    return None
