"""Levels of government as data: who is above whom, and between which dates a level exists."""

from __future__ import annotations

from datetime import date

import msgspec

from cascade.model.words import Words


class Level(msgspec.Struct, frozen=True):
    """One level. `rank` 0 is the centre; a larger rank is lower. `since`/`until` are inclusive."""

    id: str
    rank: int
    name: Words
    phrases: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None

    def exists_on(self, day: date) -> bool:
        """Whether the level exists on `day` (docs/domain.md: the district level ended 2025-06-30)."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class Levels(msgspec.Struct, frozen=True):
    """All levels, highest first."""

    all: tuple[Level, ...]

    def get(self, level_id: str) -> Level:
        """The level with this id; the ids of plan files are checked when they are read."""
        return next(level for level in self.all if level.id == level_id)

    def rank(self, level_id: str) -> int:
        """How far below the centre a level is."""
        return self.get(level_id).rank

    def above(self, level_id: str, day: date) -> Level | None:
        """The next higher level that exists on `day`."""
        higher = [level for level in self.all if level.rank < self.rank(level_id) and level.exists_on(day)]
        return max(higher, key=lambda level: level.rank, default=None)

    def ids(self) -> tuple[str, ...]:
        """The ids, highest level first."""
        return tuple(level.id for level in self.all)
