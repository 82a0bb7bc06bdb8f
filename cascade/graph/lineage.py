"""Who carries out whom: parents, ancestors and descendants in the graph of plans.

Source: domain.md, Citations. A plan carries out the nearest higher plan on the same subject that
its basis cites, and, where it is a yearly plan, its own unit's period plan. Where a parent's
content is not on file, the nearest ancestors that are on file bind.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from cascade.graph.resolve import Resolution, resolve_all
from cascade.model.domain import Domain
from cascade.model.plan import Plan
from cascade.model.text import fold

if TYPE_CHECKING:
    import networkx as nx


class Lineage(msgspec.Struct, frozen=True, dict=True):
    """The citations of a corpus, resolved, and what follows from them."""

    plans: Mapping[str, Plan]
    domain: Domain
    resolutions: tuple[Resolution, ...]

    @cached_property
    def graph(self) -> nx.DiGraph[str]:
        """A node a plan; an edge from each plan to each plan that it cites, with its roles."""
        import networkx as nx

        graph: nx.DiGraph[str] = nx.DiGraph()
        graph.add_nodes_from(self.plans)
        for resolution in self.resolutions:
            if resolution.target is not None:
                role = self.plans[resolution.plan].citations[resolution.index].role
                roles = graph.get_edge_data(resolution.plan, resolution.target, {"roles": frozenset()})["roles"]
                graph.add_edge(resolution.plan, resolution.target, roles=roles | {role})
        return graph

    def cited(self, plan_id: str, role: str = "basis") -> tuple[str, ...]:
        """The plans on file that `plan_id` cites in this role, in printed order, without itself."""
        return tuple(
            dict.fromkeys(
                resolution.target
                for resolution in self._by_plan.get(plan_id, ())
                if resolution.target not in (None, plan_id)
                and self.plans[plan_id].citations[resolution.index].role == role
            )
        )

    def resolution(self, plan_id: str, index: int) -> Resolution:
        """What citation `index` of a plan means."""
        return self._by_plan[plan_id][index]

    @cached_property
    def _by_plan(self) -> dict[str, list[Resolution]]:
        grouped: dict[str, list[Resolution]] = {}
        for resolution in self.resolutions:
            grouped.setdefault(resolution.plan, []).append(resolution)
        return grouped

    @cached_property
    def _parents(self) -> dict[str, tuple[str, ...]]:
        return {plan_id: self._find_parents(plan_id) for plan_id in self.plans}

    def parents(self, plan_id: str) -> tuple[str, ...]:
        """The plans that this one carries out directly: nearest level first, then in printed order."""
        return self._parents[plan_id]

    def _find_parents(self, plan_id: str) -> tuple[str, ...]:
        plan = self.plans[plan_id]
        related = [other for other in self.cited(plan_id) if self.same_subject(plan, self.plans[other])]
        higher = [other for other in related if self.rank(other) < self.rank(plan_id)]
        nearest = max((self.rank(other) for other in higher), default=None)
        own = [other for other in related if self.is_own_period_plan(plan_id, other)]
        return tuple(dict.fromkeys([other for other in higher if self.rank(other) == nearest] + own))

    def rank(self, plan_id: str) -> int:
        """How far below the centre the plan's level is."""
        return self.domain.levels.rank(self.plans[plan_id].level)

    def same_subject(self, one: Plan, other: Plan) -> bool:
        """Whether both titles share a subject (a title that names none is not held against it)."""
        first = self.domain.language.subjects_of(one.about)
        second = self.domain.language.subjects_of(other.about)
        return not first or not second or bool(first & second)

    def is_own_period_plan(self, plan_id: str, other_id: str) -> bool:
        """Whether `other_id` is the period plan of which `plan_id` is one year, by the same unit."""
        plan, other = self.plans[plan_id], self.plans[other_id]
        same_unit = plan.level == other.level and [fold(p) for p in plan.place] == [fold(p) for p in other.place]
        return same_unit and plan.yearly and not other.yearly and plan.period in other.period

    def ancestors(self, plan_id: str) -> tuple[str, ...]:
        """All plans that bind this one: its parents, then the other plans of its basis and theirs in
        turn, nearest level first. Cycles end where a plan is met again."""
        parents = self.parents(plan_id)
        found: dict[str, None] = dict.fromkeys(parents)
        waiting = list(self.ancestors_step(plan_id))
        while waiting:
            current = waiting.pop(0)
            found.setdefault(current)
            waiting += [other for other in self.ancestors_step(current) if other not in found]
        further = [other for other in found if other not in parents]
        return (*parents, *sorted(further, key=lambda other: -self.rank(other)))

    def ancestors_step(self, plan_id: str) -> tuple[str, ...]:
        """The parents of a plan and the higher plans on its subject that its basis cites."""
        plan = self.plans[plan_id]
        higher = [
            other
            for other in self.cited(plan_id)
            if self.rank(other) < self.rank(plan_id) and self.same_subject(plan, self.plans[other])
        ]
        return tuple(dict.fromkeys([*self.parents(plan_id), *higher]))

    @cached_property
    def _children(self) -> dict[str, list[str]]:
        children: dict[str, list[str]] = {plan_id: [] for plan_id in self.plans}
        for child in self.plans:
            for parent in self.parents(child):
                children[parent].append(child)
        return children

    def children(self, plan_id: str) -> tuple[str, ...]:
        """The plans that carry this one out directly, in the order of their ids."""
        return tuple(self._children[plan_id])

    def descendants(self, plan_id: str) -> tuple[str, ...]:
        """All plans below this one, in the order of their ids."""
        found: set[str] = set()
        waiting = list(self.children(plan_id))
        while waiting:
            current = waiting.pop()
            if current not in found and current != plan_id:
                found.add(current)
                waiting.extend(self.children(current))
        return tuple(sorted(found))

    def cycles(self) -> tuple[tuple[str, ...], ...]:
        """For every knot of plans that cite one another in their basis, a shortest circle from its smallest id."""
        if all(self._upward(resolution) for resolution in self.resolutions):
            return ()
        import networkx as nx

        basis = self.graph.edge_subgraph([(citing, cited) for citing, cited, roles in self.edges() if "basis" in roles])
        circles = []
        for component in nx.strongly_connected_components(basis):
            first = min(component)
            if len(component) > 1 or basis.has_edge(first, first):
                circles.append(self._circle(basis, component, first))
        return tuple(sorted(circles))

    def _upward(self, resolution: Resolution) -> bool:
        """Whether a citation leads to a higher level or back in time: without others there is no circle."""
        citing, cited = self.plans[resolution.plan], self.plans.get(resolution.target or "")
        if cited is None or citing.citations[resolution.index].role != "basis":
            return True
        steps = self.domain.levels.rank(citing.level) - self.domain.levels.rank(cited.level)
        dated = citing.issued is not None and cited.issued is not None and cited.issued < citing.issued
        return steps > 0 or (steps == 0 and dated)

    def _circle(self, basis: nx.DiGraph[str], component: set[str], first: str) -> tuple[str, ...]:
        """The shortest way from a plan back to itself, without its return."""
        import networkx as nx

        ways = [
            nx.shortest_path(basis, after, first) for after in sorted(basis.successors(first)) if after in component
        ]
        way = min(ways, key=len)
        return (first, *way[:-1])

    def edges(self) -> tuple[tuple[str, str, frozenset[str]], ...]:
        """Every (citing plan, cited plan, roles), in the order of the ids."""
        return tuple(sorted(self.graph.edges(data="roles"), key=lambda edge: edge[:2]))


def link(plans: Mapping[str, Plan], domain: Domain) -> Lineage:
    """The lineage of a corpus."""
    return Lineage(plans, domain, resolve_all(plans, domain))
