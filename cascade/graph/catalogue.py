"""The plans on file under everything by which a citation can mean them.

A citation names a unit or an issuer, or says neither and means a superior of its own unit. Under each
of these a plan is found without a look at the others; whether it is the one meant is judged elsewhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from cascade.graph.succession import Succession
from cascade.model.language import Language
from cascade.model.number import Number, parse_number
from cascade.model.plan import Citation, Plan
from cascade.model.text import fold

_Heading = tuple[str, ...]
"""What plans stand under: a level and a unit's name, an issuer, or the places of a unit, innermost first."""


class Catalogue:
    """All plans on file, ready to be looked up. `numbers`: each plan's number taken apart."""

    def __init__(self, plans: Mapping[str, Plan], language: Language, succession: Succession) -> None:
        self.numbers: dict[str, Number | None] = {}
        self._language, self._succession = language, succession
        self._under: defaultdict[_Heading, list[str]] = defaultdict(list)
        self._numbered: defaultdict[tuple[str, str, _Heading], list[str]] = defaultdict(list)
        for plan_id, plan in plans.items():
            number = parse_number(plan.number) if plan.number else None
            self.numbers[plan_id] = number
            for heading in _headings(plan):
                self._under[heading].append(plan_id)
                if number is not None:
                    self._numbered[number.serial, number.year, heading].append(plan_id)

    def bearing(self, number: Number, citing: Plan, citation: Citation) -> list[str]:
        """The plans with this serial and year, of the units and issuers that the citation names or the
        citing unit's own chain, and those before them."""
        headings = (*self._named(citation, citing), *_issuer(citation), *_chain(citing), *self._before(citing))
        found = (self._numbered.get((number.serial, number.year, heading), ()) for heading in headings)
        return list(dict.fromkeys(plan_id for ids in found for plan_id in ids))

    def of_units(self, citing: Plan, citation: Citation) -> list[str]:
        """The plans of all units that the citation names, in any province."""
        found = (self._under.get(heading, ()) for heading in self._named(citation, citing))
        return list(dict.fromkeys(plan_id for ids in found for plan_id in ids))

    def of_chain(self, citing: Plan) -> list[str]:
        """The plans of the citing unit and its superiors."""
        return list(dict.fromkeys(one for heading in _chain(citing) for one in self._under.get(heading, ())))

    def _named(self, citation: Citation, citing: Plan) -> Iterator[_Heading]:
        for unit in self._language.units_named(f"{citation.title or ''}; {citation.issuer or ''}"):
            for level in unit.levels:
                yield _unit(level, unit.name)
            for before in self._succession.formerly(unit, citing):
                yield _unit(before.level, before.name)

    def _before(self, citing: Plan) -> Iterator[_Heading]:
        """The units that the citing unit answers for."""
        return (_unit(unit.level, unit.name) for unit in self._succession.predecessors(citing).chain)


def _headings(plan: Plan) -> Iterator[_Heading]:
    yield _own_place(plan.place)
    yield ("issuer", fold(plan.issuer))
    if plan.place:
        yield _unit(plan.level, plan.place[0])


def _issuer(citation: Citation) -> Iterator[_Heading]:
    if citation.issuer is not None:
        yield ("issuer", fold(citation.issuer))


def _chain(citing: Plan) -> Iterator[_Heading]:
    """The citing unit and all its superiors, the centre last."""
    for height in range(len(citing.place) + 1):
        yield _own_place(citing.place[height:])


def _unit(level: str, name: str) -> _Heading:
    return ("unit", level, fold(name))


def _own_place(place: tuple[str, ...]) -> _Heading:
    return ("place", *map(fold, place))
