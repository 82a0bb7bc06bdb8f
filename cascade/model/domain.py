"""Everything under `rules/`, read: the domain as data, and the rules that judge by it."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from cascade.model.agency import Agencies
from cascade.model.language import Language
from cascade.model.level import Levels
from cascade.model.matter import Matters
from cascade.model.measure import Measure
from cascade.model.phrases import Phrases
from cascade.model.plan import Target, Task
from cascade.model.quantities import Quantities
from cascade.model.rule import Rule
from cascade.model.wording import Wording
from cascade.model.words import Words


class DocumentType(msgspec.Struct, frozen=True):
    """A type of document. `plan`: such a document can be a plan that others carry out."""

    code: str
    name: Words
    plan: bool = False


class AreaOfReform(msgspec.Struct, frozen=True):
    """One of the seven areas (lĩnh vực) of the reform."""

    id: int
    name: Words
    phrases: tuple[str, ...] = ()


class Domain(msgspec.Struct, frozen=True, dict=True):
    """The domain as data, by id. `planners`: the issuer codes of bodies whose plans others carry out. What takes long
    to make of it is kept with it (see `answers.lexis.lexis_of`)."""

    levels: Levels
    document_types: dict[str, DocumentType]
    planners: tuple[str, ...]
    areas: dict[int, AreaOfReform]
    measures: dict[str, Measure]
    agencies: Agencies
    language: Language
    phrases: Phrases
    wording: Wording
    matters: Matters
    quantities: Quantities
    rules: dict[str, Rule]

    def area_name(self, area: int) -> Words:
        """An area's name; plan files hold only areas that exist."""
        return self.areas[area].name


def area_of(item: Target | Task, measures: Mapping[str, Measure]) -> int | None:
    """The area of an item: that of its measure, which is the same in every plan, or else the one that its plan gives
    it: plans number and order the areas each in their own way."""
    measure = measures.get(item.measure or "") if isinstance(item, Target) else None
    return item.area if measure is None else measure.area
