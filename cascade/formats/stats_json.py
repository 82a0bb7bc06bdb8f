"""The figures as JSON, `cascade-stats/1`. These types are its schema."""

from __future__ import annotations

import json

import msgspec

from cascade.model.words import Lang
from cascade.result.figures import LevelFigures, Tally, figures
from cascade.result.result import Result


class TallyEntry(msgspec.Struct, frozen=True):
    """How many targets and tasks of plans above had each outcome."""

    targets: dict[str, int]
    tasks: dict[str, int]


class AreaEntry(msgspec.Struct, frozen=True):
    """The same in one area of reform; `area` is null where none is known."""

    area: int | None
    name: str | None
    targets: dict[str, int]
    tasks: dict[str, int]


class YearEntry(msgspec.Struct, frozen=True):
    """The same of the plans for one year or period."""

    year: str
    targets: dict[str, int]
    tasks: dict[str, int]


class LevelEntry(msgspec.Struct, frozen=True):
    """One level: how many of its plans were compared, and what they make of what is above them."""

    level: str
    plans: int
    whole: TallyEntry
    areas: tuple[AreaEntry, ...]
    years: tuple[YearEntry, ...]


class StatsReport(msgspec.Struct, frozen=True):
    """The whole."""

    format: str
    levels: tuple[LevelEntry, ...]


def render(result: Result, lang: Lang) -> bytes:
    """The figures of every level."""
    report = StatsReport("cascade-stats/1", tuple(_level(one, result, lang) for one in figures(result)))
    return (json.dumps(msgspec.to_builtins(report), ensure_ascii=False, indent=1) + "\n").encode()


def _level(one: LevelFigures, result: Result, lang: Lang) -> LevelEntry:
    return LevelEntry(
        one.level,
        one.plans,
        TallyEntry(*_counts(one.whole)),
        tuple(
            AreaEntry(area or None, result.areas[area].say(lang) if area else None, *_counts(tally))
            for area, tally in one.areas.items()
        ),
        tuple(YearEntry(year, *_counts(tally)) for year, tally in one.years.items()),
    )


def _counts(tally: Tally) -> tuple[dict[str, int], dict[str, int]]:
    return dict(tally.targets), dict(tally.tasks)
