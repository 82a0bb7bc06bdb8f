"""Which plan on file takes the place of an older version of itself.

Two plans of one unit for the same years are versions of one plan where their titles say the same, or where one says
that it amends and cites the other. Of two the later counts: by date, or by saying that it amends. One that tells only
the changes (far fewer items than the plan it amends) takes the place of nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from cascade.graph.subject import Subjects
from cascade.model.domain import Domain
from cascade.model.number import parse_number
from cascade.model.plan import Plan
from cascade.model.text import fold

RULE = "amended-plan"
_SHARE = "whole_percent"
"""The rule's parameter: how many percent of the older version's items a newer one must have to be the whole plan."""


def newest_versions(plans: Mapping[str, Plan], domain: Domain, subjects: Subjects) -> dict[str, str]:
    """For each plan that a newer version takes the place of, the newest of them."""
    alike: defaultdict[object, list[str]] = defaultdict(list)
    for plan_id, plan in plans.items():
        if plan.content != "cited":
            alike[plan.level, tuple(map(fold, plan.place)), plan.span].append(plan_id)
    versions = _Versions(plans, domain, subjects)
    return {
        older: newer
        for same in alike.values()
        if len(same) > 1
        for older in same
        if (newer := versions.newest_of(older, same)) is not None
    }


class _Versions:
    def __init__(self, plans: Mapping[str, Plan], domain: Domain, subjects: Subjects) -> None:
        self._plans, self._language, self._subjects = plans, domain.language, subjects
        rule = domain.rules.get(RULE)
        self._share = rule.parameters[_SHARE] if rule else 0.0

    def newest_of(self, older: str, same: list[str]) -> str | None:
        """The newest of the versions that take the place of a plan, directly or through one another."""
        seen, now = {older}, older
        while True:
            later = [other for other in same if other not in seen and self._replaces(other, now)]
            if not later:
                return now if now != older else None
            now = max(later, key=lambda plan_id: (self._issued(plan_id), self._amends(plan_id), plan_id))
            seen.add(now)

    def _replaces(self, newer_id: str, older_id: str) -> bool:
        newer, older = self._plans[newer_id], self._plans[older_id]
        return (
            self._is_later(newer_id, older_id)
            and len(newer.items) * 100 >= self._share * len(older.items)
            and (self._same_title(newer, older) or (self._amends(newer_id) and self._cites(newer, older)))
        )

    def _is_later(self, newer_id: str, older_id: str) -> bool:
        newer, older = self._plans[newer_id], self._plans[older_id]
        if newer.issued is not None and older.issued is not None:
            return newer.issued > older.issued
        return self._amends(newer_id) and not self._amends(older_id)

    def _issued(self, plan_id: str) -> str:
        issued = self._plans[plan_id].issued
        return issued.isoformat() if issued else ""

    def _amends(self, plan_id: str) -> bool:
        return self._language.says_amended(self._plans[plan_id].title or "")

    def _same_title(self, newer: Plan, older: Plan) -> bool:
        titles = [self._language.without_amendment(plan.title or "") for plan in (newer, older)]
        return all(titles) and self._subjects.same(*titles)

    def _cites(self, newer: Plan, older: Plan) -> bool:
        number = parse_number(older.number or "")
        cited = (citation for citation in newer.citations if citation.date in (None, older.issued))
        return number is not None and any(parse_number(citation.number or "") == number for citation in cited)
