"""One line a finding, `file:line:column: severity: words [rule]`, as compilers print and editors read it."""

from __future__ import annotations

from cascade.formats.notices import Notice, notices
from cascade.formats.totals import total
from cascade.model.text import file_name
from cascade.model.words import Lang
from cascade.result.result import Result

KINDS = {"error": "error", "warning": "warning", "info": "note"}
"""The words that editors look for, in every language."""


def render(result: Result, lang: Lang) -> bytes:
    """The lines, and below them how many findings there are of each severity."""
    return "".join(f"{line}\n" for line in (*map(_line, notices(result, lang)), total(result, lang))).encode()


def _line(notice: Notice) -> str:
    place = notice.place
    code = f" ({notice.finding.code})" if notice.finding else ""
    at = f"{file_name(place.file)}:{place.line}:{place.column}"
    return f"{at}: {KINDS[notice.severity]}: {notice.text} [{notice.code}]{code}"
