"""What is read, made such that a plan file can hold it: every draft that is written is read back as it was.

Readers take what a text prints. Here texts become NFC on one line without characters that nobody sees, numbers
outside what a plan may say are left out, and every item has an id of its own.
"""

from __future__ import annotations

import typing
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from types import NoneType
from typing import Any, TypeVar

import msgspec

from cascade.documents.clean import squeezed
from cascade.ingest.heading.head import Head
from cascade.ingest.item import Read
from cascade.model.bound import BadBoundError, Bound, parse_bound
from cascade.model.doubt import Doubt, doubt
from cascade.model.misprint import as_meant
from cascade.model.plan import FIRST_YEAR, LAST_YEAR, Citation, Growth, Target, Task
from cascade.reading.misprints import AS_PRINTED

Item = TypeVar("Item", Citation, Target, Task)
Kept = TypeVar("Kept", Target, Task)
_PLACES = 4  # decimals of a confidence
_LARGEST = Decimal(10) ** 9  # beyond it nothing is a number of a plan
_FINEST = -9
_BLANK_ID = "muc"


def sound(read: Read[Item]) -> Read[Item] | None:
    """An item as a plan file can hold it; None where nothing of it is left to record."""
    item = read.item
    ranges = _ranges(type(item))
    given = {name: getattr(item, name) for name in item.__struct_fields__}
    found = {name: _meant(name, _sound(value, ranges.get(name))) for name, value in given.items()}
    if isinstance(item, Citation) and not (found["number"] or found["title"]):
        return None
    if not isinstance(item, Citation):
        found["id"] = found["id"] or _BLANK_ID
        if not found["text"]:
            return None
    if isinstance(item, Target):
        if found["value"] is None:
            return None
        found |= _one_horizon(found)
    return msgspec.structs.replace(read, item=type(item)(**found))


def sound_head(head: Head) -> Head:
    """The head as a plan file can hold it. A year outside the period is left out, with a doubt."""
    given = {name: getattr(head, name) for name in head.__struct_fields__ if name != "traces"}
    found = {name: _meant(name, _sound(value, None)) for name, value in given.items()}
    found["confidence"] = {name: _share(sure) for name, sure in head.confidence.items()}
    period, year = head.period, head.year
    if year is not None and (period is None or not period.first <= year <= period.last):
        found["year"] = None
        if period is not None:
            found["doubts"] = (*found["doubts"], *doubt("year-outside-period", year=year, period=period))
    return msgspec.structs.replace(head, **found)


def sound_names(names: Iterable[str]) -> tuple[str, ...]:
    """Names as a plan file can hold them, each once."""
    return tuple(dict.fromkeys(text for name in names if (text := _text(name)) and (text := as_meant(text))))


def told_apart(
    *groups: tuple[Sequence[Read[Target]], Sequence[Read[Task]]],
) -> tuple[tuple[Read[Target], ...], tuple[Read[Task], ...]]:
    """The targets and the tasks of all groups, each item under an id of its own; what a task says that it serves
    (`under`) is an item of its own group, or left out."""
    taken: set[str] = set()
    named: list[dict[str, str]] = [{} for _ in groups]
    targets = [
        _called(read, _own(read.item.id, taken, names))
        for (reads, _), names in zip(groups, named, strict=True)
        for read in reads
    ]
    called = [
        (_called(read, _own(read.item.id, taken, names)), names)
        for (_, reads), names in zip(groups, named, strict=True)
        for read in reads
    ]
    return tuple(targets), tuple(_placed_under(read, names) for read, names in called)


def _own(wanted: str, taken: set[str], names: dict[str, str]) -> str:
    """The id, or the next that is free; `names` learns what the first item of a group is called."""
    free, number = wanted, 1
    while free in taken:
        number += 1
        free = f"{wanted}~{number}"
    taken.add(free)
    names.setdefault(wanted, free)
    return free


def _called(read: Read[Kept], item_id: str) -> Read[Kept]:
    if read.item.id == item_id:
        return read
    return msgspec.structs.replace(read, item=msgspec.structs.replace(read.item, id=item_id))


def _placed_under(read: Read[Task], names: dict[str, str]) -> Read[Task]:
    under = names.get(read.item.under or "")
    under = None if under == read.item.id else under
    if under == read.item.under:
        return read
    return msgspec.structs.replace(read, item=msgspec.structs.replace(read.item, under=under))


def all_sound(reads: Iterable[Read[Item]]) -> list[Read[Item]]:
    """The items that a plan file can hold, in order."""
    return [one for read in reads if (one := sound(read)) is not None]


def _sound(value: Any, ends: tuple[int, int] | None) -> Any:
    if isinstance(value, tuple):
        return tuple(made for one in value if (made := _sound(one, None)))
    if ends is not None and value is not None:
        return value if ends[0] <= value <= ends[1] else None
    made = _MADE_SOUND.get(type(value))
    return made(value) if made else value


def _meant(name: str, value: Any) -> Any:
    """A value as a plan file is read (`reading.misprints`): only the printed words stay as they are printed."""
    if name in AS_PRINTED:
        return value
    if isinstance(value, tuple):
        return tuple(_meant(name, one) for one in value)
    return as_meant(value) if isinstance(value, str) else value


def _text(text: str) -> str | None:
    return squeezed(" ".join(text.split())) or None


def _share(sure: float) -> float:
    return round(min(1.0, max(0.0, sure)), _PLACES)


def _bound(value: Bound) -> Bound | None:
    try:
        return parse_bound(squeezed(value.text))
    except BadBoundError:
        return None


def _doubt(one: Doubt) -> Doubt:
    facts = {name: text for name, fact in one.facts.items() if (text := _text(fact))}
    return Doubt(one.code, facts)


def _date(day: date) -> date | None:
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def _growth(growth: Growth) -> Growth | None:
    since = _ranges(Growth)["since"]
    numbers = [number for number in (growth.per_year, growth.until) if number is not None]
    years = growth.since is None or since[0] <= growth.since <= since[1]
    return growth if years and all(map(_is_writable, numbers)) else None


def _is_writable(number: Decimal) -> bool:
    exponent = number.normalize().as_tuple().exponent
    return 0 <= number < _LARGEST and isinstance(exponent, int) and exponent >= _FINEST


def _one_horizon(found: dict[str, Any]) -> dict[str, Any]:
    """What applies every year names no year; what is to be reached by one year is not asked in another."""
    if found["yearly"]:
        return {"by": None, "in_year": None}
    return {"in_year": None if found["by"] is not None else found["in_year"]}


@cache
def _ranges(kind: type[msgspec.Struct]) -> dict[str, tuple[int, int]]:
    """The whole numbers that a field may hold, by the field's name."""
    hints = typing.get_type_hints(kind, include_extras=True)
    return {name: ends for name, hint in hints.items() if (ends := _range(hint))}


def _range(hint: Any) -> tuple[int, int] | None:
    if typing.get_origin(hint) is not typing.Annotated:
        arms = [arm for arm in typing.get_args(hint) if arm is not NoneType]
        return _range(arms[0]) if len(arms) == 1 else None
    meta = next((one for one in hint.__metadata__ if isinstance(one, msgspec.Meta) and one.ge is not None), None)
    return (int(meta.ge or 0), int(meta.le or 0)) if meta else None


_MADE_SOUND: dict[type, Callable[[Any], Any]] = {
    str: _text,
    Doubt: _doubt,
    float: _share,
    date: _date,
    Bound: _bound,
    Growth: _growth,
}
