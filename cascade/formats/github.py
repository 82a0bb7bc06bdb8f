"""Annotations for a step of GitHub Actions: workflow commands, at most as many of a kind as GitHub shows.

GitHub renders ten errors, ten warnings and ten notices of a step and drops the rest without a word. So where there
are more, the tenth says how many there are, and each of them stands as a line in a group of the log.
"""

from __future__ import annotations

from collections.abc import Sequence

from cascade.formats.notices import Notice, notices
from cascade.formats.totals import total
from cascade.model.rule import SEVERITIES
from cascade.model.words import Lang
from cascade.report import phrases
from cascade.result.result import Result

SHOWN = 10
"""How many annotations of a kind GitHub shows of one step."""
KINDS = {"error": "error", "warning": "warning", "info": "notice"}


def render(result: Result, lang: Lang) -> bytes:
    """The commands, errors first; then those that GitHub would not show, and the total."""
    lines: list[str] = []
    rest: list[Notice] = []
    told = notices(result, lang)
    for severity in SEVERITIES:
        of_kind = [notice for notice in told if notice.severity == severity]
        shown = of_kind if len(of_kind) <= SHOWN else of_kind[: SHOWN - 1]
        lines += map(_command, shown)
        more = of_kind[len(shown) :]
        if more:
            lines.append(f"::{KINDS[severity]} title=cascade::{_data(phrases.MORE.say(lang, n=len(more)))}")
            rest += more
    return "".join(f"{line}\n" for line in (*lines, *_group(rest, lang), _log(total(result, lang)))).encode()


def _command(notice: Notice) -> str:
    place = notice.place
    at = f"file={_property(place.file)},line={place.line},col={place.column}"
    return f"::{KINDS[notice.severity]} {at},title={_property(notice.name)}::{_data(f'{notice.text} [{notice.code}]')}"


def _group(rest: Sequence[Notice], lang: Lang) -> list[str]:
    if not rest:
        return []
    lines = [_log(f"{one.place.file}:{one.place.line}: {one.name}. {one.text} [{one.code}]") for one in rest]
    return [f"::group::{_data(phrases.MORE.say(lang, n=len(rest)))}", *lines, "::endgroup::"]


def _data(text: str) -> str:
    """Text as the value of a command: what would end it is written as its code."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Text as a property of a command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _log(text: str) -> str:
    """Text as a line of the log: it begins with what begins no command."""
    return f"· {text}".replace("\r", " ").replace("\n", " ")
