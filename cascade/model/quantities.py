"""Words around a quantity that tell which way is better, as data: `rules/quantities.yaml`."""

from __future__ import annotations

import msgspec


class Quantities(msgspec.Struct, frozen=True):
    """Words by what they say of a number.

    `at_least`, `at_most`: how a number binds; `and_more`, `and_less`: those that stand behind it. `reduced`: what is
    taken away, `remaining`: what is left.
    `bad`: things of which less is better. `durations`, `ranks`: units; `waiting`: words by which a time is a
    wait. `same_units`: units that count the same. `rates`: words by how many times a year they say. `everyone`:
    as much as 100%. `excepting`: words that make an exception. `occasions`: units in which meetings and the like
    are counted, `parts_of_year`: before the number of the part in which one is held. `grades`: scales, from the worst
    to the best; `graded`: words before a grade, `since`: before those.
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
    everyone: tuple[str, ...] = ()
    excepting: tuple[str, ...] = ()
    occasions: tuple[str, ...] = ()
    parts_of_year: tuple[str, ...] = ()
    grades: tuple[tuple[str, ...], ...] = ()
    graded: tuple[str, ...] = ()
    since: tuple[str, ...] = ()
