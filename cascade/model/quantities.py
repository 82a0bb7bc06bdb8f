"""Words around a quantity that tell which way is better, as data: `rules/quantities.yaml`."""

from __future__ import annotations

import msgspec

from cascade.model.plan import LevelId


class Quantities(msgspec.Struct, frozen=True):
    """Words by what they say of a number.

    `at_least`, `at_most`: how a number binds; `and_more`, `and_less`: those that stand behind it. `reduced`: what is
    taken away, `remaining`: what is left. `bad`: things of which less is better. `durations`, `ranks`: units;
    `waiting`: words by which a time is a wait. `same_units`: units that count the same. `rates`: words by how many
    times a year they say. `bases`: words for the number that a ratio counts per, by that number. `everyone`: as much
    as 100%. `excepting`: words that make an exception. `occasions`: units in which meetings and the like are counted,
    `parts_of_year`: before the number of the part in which one is held. `grades`: scales, from the worst to the best;
    `graded`: words before a grade, `since`: before those. `halves`: of a year, as they are
    said; `months`, `quarters`: before the number of one; `runs_to`: between the ends of a run. `collectives`:
    units of government that are counted, by level; `collective_shares`: words before them that make a share of them,
    `collective_between`: what may stand between the number and them, `collective_joining`: between two of them,
    `collective_apart`: other things that begin like them.
    """

    at_least: tuple[str, ...] = ()
    at_most: tuple[str, ...] = ()
    and_more: tuple[str, ...] = ()
    and_less: tuple[str, ...] = ()
    reduced: tuple[str, ...] = ()
    remaining: tuple[str, ...] = ()
    bad: tuple[str, ...] = ()
    durations: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    ranks: tuple[str, ...] = ()
    same_units: tuple[tuple[str, ...], ...] = ()
    rates: dict[str, tuple[str, ...]] = {}
    bases: dict[str, tuple[str, ...]] = {}
    everyone: tuple[str, ...] = ()
    excepting: tuple[str, ...] = ()
    occasions: tuple[str, ...] = ()
    parts_of_year: tuple[str, ...] = ()
    grades: tuple[tuple[str, ...], ...] = ()
    graded: tuple[str, ...] = ()
    since: tuple[str, ...] = ()
    halves: tuple[tuple[str, ...], ...] = ()
    months: tuple[str, ...] = ()
    quarters: tuple[str, ...] = ()
    runs_to: tuple[str, ...] = ()
    collectives: dict[LevelId, tuple[str, ...]] = {}
    collective_shares: tuple[str, ...] = ()
    collective_between: tuple[str, ...] = ()
    collective_joining: tuple[str, ...] = ()
    collective_apart: tuple[str, ...] = ()
