"""What lies in a folder of plans and is none: passed over, and said once."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

import msgspec

from cascade.model.words import Lang, Words

_LOCK = Words("tệp khóa của Word", "lock file")
_TEMPORARY = Words("tệp tạm", "temporary file")
_ARCHIVE = Words("tệp nén", "archive")
_SHEET = Words("bảng tính", "spreadsheet")
_SLIDES = Words("bài trình chiếu", "presentation")
_PICTURE = Words("hình ảnh", "picture")
_LOCKS = ("~$", ".~lock.")
_KINDS = {
    **dict.fromkeys((".tmp", ".temp", ".bak", ".part", ".crdownload", ".wbk", ".asd"), _TEMPORARY),
    **dict.fromkeys((".zip", ".rar", ".7z", ".gz", ".tgz", ".tar"), _ARCHIVE),
    **dict.fromkeys((".xlsx", ".xls", ".xlsm", ".xlsb", ".ods", ".csv"), _SHEET),
    **dict.fromkeys((".pptx", ".ppt", ".pps", ".ppsx", ".odp"), _SLIDES),
    **dict.fromkeys((".gif", ".bmp", ".webp", ".heic", ".svg", ".ico"), _PICTURE),
}
CODE = "passed-over"
"""What a report calls such a file."""
_NAMED = 5
"""So many files of one kind are told by name."""
SAID = Words("Bỏ qua {n} tệp không phải kế hoạch: {files}", "Passed over {n} files that are no plans: {files}")


class PassedOver(msgspec.Struct, frozen=True):
    """One file of a folder that is not read as a plan, and what it is."""

    file: str
    kind: Words


def kind_by_name(name: str) -> Words | None:
    """What a file is that is never a plan, by its name alone; None where the name does not tell."""
    if name.startswith(_LOCKS):
        return _LOCK
    return _TEMPORARY if name.endswith("~") else _KINDS.get(Path(name).suffix.lower())


def said(files: Iterable[PassedOver], lang: Lang) -> str:
    """What was passed over, on one line: the files of each kind, of many the first."""
    ordered = sorted(set(files), key=lambda one: (one.kind.vi, one.file))
    groups = []
    for kind, group in groupby(ordered, key=lambda one: one.kind):
        names = [one.file for one in group]
        shown = ", ".join(names[:_NAMED]) + (f", … (+{len(names) - _NAMED})" if len(names) > _NAMED else "")
        groups.append(f"{kind.say(lang)} ({shown})")
    return SAID.say(lang, n=len(ordered), files="; ".join(groups))
