"""From a printed citation to the plan it means.

Three separate steps (style.md, eyecite): take the number apart, collect the plans that bear it,
then keep those whose issuer and date agree. The issuer may be printed, named in the title beside
the number, or follow from the citing unit's own chain of superiors, and after a merger from the units
before it and theirs. A number alone never decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import Enum

import msgspec

from cascade.graph.catalogue import Catalogue
from cascade.graph.subject import Subjects
from cascade.graph.succession import Succession
from cascade.model.domain import Domain
from cascade.model.language import Named
from cascade.model.number import Number, parse_number
from cascade.model.plan import Citation, Plan
from cascade.model.text import fold

_YEARS = re.compile(r"\b(?:19|20)\d{2}\b")


class Outcome(Enum):
    """What became of one citation."""

    RESOLVED = "resolved"
    MISDATED = "misdated"  # one plan is meant, but its date as printed differs
    MISATTRIBUTED = "misattributed"  # one plan is meant, but its issuer as printed differs
    AMBIGUOUS = "ambiguous"  # two or more plans remain
    UNKNOWN = "unknown"  # no plan on file


class Resolution(msgspec.Struct, frozen=True):
    """The plans that one citation (`index` in its plan) may mean: one where it is resolved. `older`: the older version
    that is cited, where a newer one on file takes its place."""

    plan: str
    index: int
    outcome: Outcome
    candidates: tuple[str, ...] = ()
    older: str | None = None

    @property
    def target(self) -> str | None:
        """The id of the plan that is meant, where exactly one is."""
        return None if self.outcome in (Outcome.AMBIGUOUS, Outcome.UNKNOWN) else self.candidates[0]


def resolve_all(
    plans: Mapping[str, Plan], domain: Domain, subjects: Subjects, succession: Succession
) -> tuple[Resolution, ...]:
    """Every citation of every plan resolved, in the order of plans and citations."""
    resolver = _Resolver(plans, domain, subjects, succession)
    return tuple(
        resolver.resolve(plan_id, index) for plan_id, plan in plans.items() for index in range(len(plan.citations))
    )


def renewed(resolution: Resolution, newest: Mapping[str, str]) -> Resolution:
    """The same, with the newest version in the place of each older one; what differs from the older one's date or
    issuer is not held against it."""
    candidates = tuple(sorted({newest.get(plan_id, plan_id) for plan_id in resolution.candidates}))
    older = next((plan_id for plan_id in resolution.candidates if plan_id in newest), None)
    if older is None:
        return resolution
    outcome = Outcome.RESOLVED if len(candidates) == 1 else resolution.outcome
    return Resolution(resolution.plan, resolution.index, outcome, candidates, older if len(candidates) == 1 else None)


class _Resolver:
    """All plans on file, ready to be cited."""

    def __init__(self, plans: Mapping[str, Plan], domain: Domain, subjects: Subjects, succession: Succession) -> None:
        self.plans, self.domain = plans, domain
        self.types = {fold(code) for code in domain.document_types}
        self.catalogue = Catalogue(plans, domain.language, succession)
        self.subjects, self.succession = subjects, succession

    def resolve(self, citing_id: str, index: int) -> Resolution:
        """What one citation means."""
        citing = self.plans[citing_id]
        citation = citing.citations[index]
        number = parse_number(citation.number) if citation.number else None
        if number is None:
            titled = self._titled(citing_id, citation)
            return self._one(citing_id, index, titled, Outcome.RESOLVED) or Resolution(
                citing_id, index, Outcome.UNKNOWN
            )
        bearing = [
            plan_id
            for plan_id in self.catalogue.bearing(number, citing, citation)
            if self._same_code(number, self.catalogue.numbers[plan_id]) and self._can_cite(citing_id, citation, plan_id)
        ]
        named = [plan_id for plan_id in bearing if self._same_issuer(citation, citing, self.plans[plan_id])]
        named = named or self._renamed(citation, citing, bearing)
        tries: tuple[tuple[list[str], Callable[[str], bool], Outcome], ...] = (
            (named, lambda other: self._dated(citation, other), Outcome.RESOLVED),
            (named, lambda other: self._date_agrees(citation, other), Outcome.RESOLVED),
            (named, lambda other: self._likely_misdated(citation, other), Outcome.MISDATED),
            (bearing, lambda other: self._likely_misattributed(citing_id, citation, other), Outcome.MISATTRIBUTED),
        )
        for plan_ids, fits, outcome in tries:
            found = self._one(citing_id, index, [plan_id for plan_id in plan_ids if fits(plan_id)], outcome)
            if found is not None:
                return found
        unnumbered = [plan_id for plan_id in self._titled(citing_id, citation) if self.plans[plan_id].number is None]
        return self._one(citing_id, index, unnumbered, Outcome.RESOLVED) or Resolution(
            citing_id, index, Outcome.UNKNOWN
        )

    def _one(self, citing_id: str, index: int, found: list[str], outcome: Outcome) -> Resolution | None:
        if not found:
            return None
        if len(found) > 1:
            title = self.plans[citing_id].citations[index].title or ""
            told = [plan_id for plan_id in found if self._same_title(title, self.plans[plan_id])]
            found = told if len(told) == 1 else found
        if len(found) > 1:  # of namesakes the own unit, or what it took over
            own = [plan_id for plan_id in found if self._in_chain(self.plans[citing_id], self.plans[plan_id])]
            found = own if len(own) == 1 else found
        if len(found) > 1:
            outcome = Outcome.AMBIGUOUS
        return Resolution(citing_id, index, outcome, tuple(sorted(found)))

    def _same_code(self, one: Number, other: Number | None) -> bool:
        """Equal codes, the type alone (`KH số 02`), or one letter misprinted in a long enough code
        (`KH-UBNO`), unless it makes another type of document (`CT-UBND`, `CTr-UBND`)."""
        if other is None:
            return False
        if one.code == other.code or (not one.issuer_code and one.type_code == other.type_code):
            return True
        if min(len(one.code), len(other.code)) < 6:
            return False
        if one.type_code != other.type_code and {one.type_code, other.type_code} <= self.types:
            return False
        from rapidfuzz.distance import OSA

        return OSA.distance(one.code, other.code, score_cutoff=1) <= 1

    def _can_cite(self, citing_id: str, citation: Citation, plan_id: str) -> bool:
        """A plan cites itself, or one issued after it, only where it gives that very date."""
        citing, plan = self.plans[citing_id], self.plans[plan_id]
        if citation.date is not None and citation.date == plan.issued:
            return True
        later = citing.issued is not None and plan.issued is not None and plan.issued > citing.issued
        return plan_id != citing_id and not later

    def _same_issuer(self, citation: Citation, citing: Plan, plan: Plan) -> bool:
        """Whether the citation can mean a plan of this issuer."""
        if citation.issuer is not None:
            return self._names_issuer(citation.issuer, citing, plan)
        named = self.domain.language.units_named(citation.title or "")
        if named:
            return any(self._is_unit(unit, citing, plan) for unit in named)
        return self._in_chain(citing, plan)

    def _names_issuer(self, printed: str, citing: Plan, plan: Plan) -> bool:
        """Whether `printed` ("UBND tỉnh", "UBND huyện Tứ Kỳ", "Chính phủ") names the issuer of `plan`."""
        named = self.domain.language.units_named(printed)
        if named:
            return self._is_unit(named[0], citing, plan)
        if fold(printed) == fold(plan.issuer):
            return self._same_province(citing, plan)
        levels = self.domain.levels.all
        level = next((level for level in levels if any(fold(p) in fold(printed) for p in level.phrases)), None)
        return level is not None and level.id == plan.level and self._in_chain(citing, plan)

    def _dated(self, citation: Citation, plan_id: str) -> bool:
        return citation.date is not None and self.plans[plan_id].issued == citation.date

    def _date_agrees(self, citation: Citation, plan_id: str) -> bool:
        issued = self.plans[plan_id].issued
        return citation.date is None or issued is None or citation.date == issued

    def _likely_misdated(self, citation: Citation, plan_id: str) -> bool:
        """Same number and issuer but another date: the same document only within one year (numbers
        restart each January), or where the title says that the plan's own period is meant."""
        plan = self.plans[plan_id]
        if citation.date is None or plan.issued is None:
            return False
        return citation.date.year == plan.issued.year or self._same_title(citation.title or "", plan)

    def _likely_misattributed(self, citing_id: str, citation: Citation, plan_id: str) -> bool:
        """Same number and very date as the plan of a superior, though another issuer is printed."""
        plan = self.plans[plan_id]
        printed = citation.issuer is not None or bool(self.domain.language.units_named(citation.title or ""))
        return (
            plan_id != citing_id
            and printed
            and self._dated(citation, plan_id)
            and self._in_chain(self.plans[citing_id], plan)
        )

    def _titled(self, citing_id: str, citation: Citation) -> list[str]:
        """The plans that a citation without a number means: unit, subject and years of the title agree. An issuer
        without its name ("UBND tỉnh") is the citing unit's own superior."""
        title, citing = citation.title or "", self.plans[citing_id]
        units = self.domain.language.units_named(f"{title}; {citation.issuer or ''}")
        issuer = None if units else citation.issuer
        found = [
            plan_id
            for plan_id in (self.catalogue.of_chain(citing) if issuer else self.catalogue.of_units(citing, citation))
            if self._can_cite(citing_id, citation, plan_id)
            and self._date_agrees(citation, plan_id)
            and self._same_title(title, self.plans[plan_id])
        ]
        if issuer is not None:
            return [one for one in found if self._names_issuer(issuer, citing, self.plans[one])]
        of_unit = [one for one in found if any(self._is_unit(unit, citing, self.plans[one]) for unit in units)]
        return of_unit or self._renamed(citation, citing, found)

    def _same_title(self, title: str, plan: Plan) -> bool:
        """Whether a title names the subject and the very years of a plan."""
        years = {int(year) for year in _YEARS.findall(title)}
        own = {plan.span.first, plan.span.last}
        return years == own and self.subjects.alike(title, plan.about)

    def _is_unit(self, unit: Named, citing: Plan, plan: Plan) -> bool:
        """Whether a named unit is the one that issued `plan`; names of units recur from province to province."""
        if plan.level not in unit.levels or not plan.place or not self._same_province(citing, plan):
            return False
        return fold(unit.name) == fold(plan.place[0])

    def _renamed(self, citation: Citation, citing: Plan, plan_ids: list[str]) -> list[str]:
        """Of some plans those of units that went into one which the citation names by its new name."""
        units = self.domain.language.units_named(citation.issuer or citation.title or "")
        before = {old for unit in units for old in self.succession.formerly(unit, citing)}
        return [one for one in plan_ids if self.succession.unit(self.plans[one]) in before] if before else []

    def _same_province(self, citing: Plan, plan: Plan) -> bool:
        """Whether both units lie in one province, as far as their places tell (provinces may be cited freely), or the
        one now lies where the other did."""
        if len(plan.place) < 2 or len(citing.place) < 2:
            return True
        province = fold(plan.place[-1])
        return province == fold(citing.place[-1]) or province in self.succession.predecessors(citing).provinces

    def _in_chain(self, citing: Plan, plan: Plan) -> bool:
        """Whether `plan` is of the citing unit itself or of one of its superiors, or was of those before it."""
        if not plan.place:
            return plan.level == "central"
        tail = citing.place[len(citing.place) - len(plan.place) :] if len(plan.place) <= len(citing.place) else ()
        if [fold(name) for name in tail] == [fold(name) for name in plan.place]:
            return True
        before = self.succession.predecessors(citing).chain
        return bool(before) and self.succession.unit(plan) in before
