"""From a printed citation to the plan it means.

Three separate steps (style.md, eyecite): take the number apart, collect the plans that bear it,
then keep those whose issuer and date agree. The issuer may be printed, named in the title beside
the number, or follow from the citing unit's own chain of superiors. A number alone never decides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import Enum

import msgspec

from cascade.model.domain import Domain
from cascade.model.number import Number, parse_number
from cascade.model.plan import Citation, Plan
from cascade.model.text import fold


class Outcome(Enum):
    """What became of one citation."""

    RESOLVED = "resolved"
    MISMATCH = "mismatch"  # one plan is meant, but its date as printed differs
    AMBIGUOUS = "ambiguous"  # two or more plans remain
    UNKNOWN = "unknown"  # no plan on file


class Resolution(msgspec.Struct, frozen=True):
    """The plans that one citation (`index` in its plan) may mean: one where it is resolved."""

    plan: str
    index: int
    outcome: Outcome
    candidates: tuple[str, ...] = ()

    @property
    def target(self) -> str | None:
        """The id of the plan that is meant, where exactly one is."""
        return self.candidates[0] if self.outcome in (Outcome.RESOLVED, Outcome.MISMATCH) else None


def resolve_all(plans: Mapping[str, Plan], domain: Domain) -> tuple[Resolution, ...]:
    """Every citation of every plan resolved, in the order of plans and citations."""
    by_number: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for plan_id, plan in plans.items():
        number = parse_number(plan.number) if plan.number else None
        if number is not None:
            by_number[number.serial, number.year].append(plan_id)
    return tuple(
        _resolve(plan_id, index, citation, plans, by_number, domain)
        for plan_id, plan in plans.items()
        for index, citation in enumerate(plan.citations)
    )


def _resolve(
    citing_id: str,
    index: int,
    citation: Citation,
    plans: Mapping[str, Plan],
    by_number: Mapping[tuple[str, str], list[str]],
    domain: Domain,
) -> Resolution:
    number = parse_number(citation.number) if citation.number else None
    if number is None:
        return Resolution(citing_id, index, Outcome.UNKNOWN)
    citing = plans[citing_id]
    bearing = [
        plan_id
        for plan_id in by_number.get((number.serial, number.year), ())
        if _same_code(number, parse_number(plans[plan_id].number or ""))
        and _same_issuer(citation, citing, plans[plan_id], domain)
    ]
    dated = [plan_id for plan_id in bearing if _date_agrees(citation, plans[plan_id])]
    exact = [plan_id for plan_id in dated if citation.date is not None and plans[plan_id].issued == citation.date]
    for agreeing in (exact, dated):
        if len(agreeing) == 1:
            return Resolution(citing_id, index, Outcome.RESOLVED, tuple(agreeing))
        if agreeing:
            return Resolution(citing_id, index, Outcome.AMBIGUOUS, tuple(sorted(agreeing)))
    misdated = [plan_id for plan_id in bearing if _likely_misdated(citation, plans[plan_id], domain)]
    if len(misdated) == 1:
        return Resolution(citing_id, index, Outcome.MISMATCH, tuple(misdated))
    if misdated:
        return Resolution(citing_id, index, Outcome.AMBIGUOUS, tuple(sorted(misdated)))
    return Resolution(citing_id, index, Outcome.UNKNOWN)


def _same_code(one: Number, other: Number | None) -> bool:
    """Equal codes, or one letter misprinted in a long enough code (`KH-UBNO`)."""
    if other is None:
        return False
    if one.code == other.code:
        return True
    if min(len(one.code), len(other.code)) < 6:
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(one.code, other.code, score_cutoff=1) <= 1


def _same_issuer(citation: Citation, citing: Plan, plan: Plan, domain: Domain) -> bool:
    """Whether the citation can mean a plan of this issuer."""
    if citation.issuer is not None:
        return issuer_names(citation.issuer, citing, plan, domain)
    named = domain.language.units_named(citation.title or "")
    if named:
        return any(_unit_is(level, words, plan) for level, words in named)
    return _in_chain(citing, plan)


def issuer_names(printed: str, citing: Plan, plan: Plan, domain: Domain) -> bool:
    """Whether `printed` ("UBND tỉnh", "UBND huyện Tứ Kỳ", "Chính phủ") names the issuer of `plan`."""
    if fold(printed) == fold(plan.issuer):
        return True
    named = domain.language.units_named(printed)
    if named:
        return any(_unit_is(level, words, plan) for level, words in named)
    level = next(
        (level for level in domain.levels.all if any(fold(word) in fold(printed) for word in level.phrases)), None
    )
    return level is not None and level.id == plan.level and _in_chain(citing, plan)


def _unit_is(level: str, words: str, plan: Plan) -> bool:
    """Whether the words after a unit's word begin with the plan's own place ("Tứ Kỳ giai đoạn")."""
    if level != plan.level or not plan.place:
        return False
    place, given = fold(plan.place[0]).split(), fold(words).split()
    return given[: len(place)] == place


def _in_chain(citing: Plan, plan: Plan) -> bool:
    """Whether `plan` is of the citing unit itself or of one of its superiors."""
    if not plan.place:
        return plan.level == "central"
    tail = citing.place[len(citing.place) - len(plan.place) :] if len(plan.place) <= len(citing.place) else ()
    return [fold(name) for name in tail] == [fold(name) for name in plan.place]


def _date_agrees(citation: Citation, plan: Plan) -> bool:
    return citation.date is None or plan.issued is None or citation.date == plan.issued


def _likely_misdated(citation: Citation, plan: Plan, domain: Domain) -> bool:
    """Same number and issuer but another date: the same document only within one year (numbers
    restart each January), or where the title says that the plan's own period is meant."""
    if citation.date is None or plan.issued is None:
        return False
    if citation.date.year == plan.issued.year:
        return True
    title = citation.title or ""
    return str(plan.period) in title.replace(" ", "") and bool(
        domain.language.subjects_of(title) & domain.language.subjects_of(plan.title)
    )


def dates_printed(
    resolutions: Iterable[Resolution], plans: Mapping[str, Plan]
) -> dict[tuple[str, str], list[Resolution]]:
    """The dated citations of each (citing plan, cited plan) pair, in printed order."""
    grouped: defaultdict[tuple[str, str], list[Resolution]] = defaultdict(list)
    for resolution in resolutions:
        if resolution.target is not None and plans[resolution.plan].citations[resolution.index].date is not None:
            grouped[resolution.plan, resolution.target].append(resolution)
    return dict(grouped)
