"""Who carries out whom: parents, ancestors and descendants in the graph of plans.

Source: docs/domain.md, Citations. A plan carries out the nearest higher plan on the same subject that
its basis cites, and, where it is a yearly plan, its own unit's period plan. Where a parent's
content is not on file, the nearest ancestors that are on file bind.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from cascade.graph.amended import newest_versions
from cascade.graph.resolve import Outcome, Resolution, renewed, resolve_all
from cascade.graph.subject import Subjects
from cascade.graph.succession import Succession
from cascade.lexicon.units import Unit, Units
from cascade.model.domain import Domain
from cascade.model.plan import Plan
from cascade.model.text import fold

if TYPE_CHECKING:
    import networkx as nx


class TakenOver(msgspec.Struct, frozen=True):
    """A plan (its id) of a unit that is no more and that a later unit answers for: `unit`, now part of `now`.
    `cited`: the later plan's basis names it, so that it may bind."""

    plan: str
    unit: Unit
    now: Unit
    cited: bool


class Lineage(msgspec.Struct, frozen=True, dict=True):
    """The citations of a corpus, resolved, and what follows from them. `subjects`: how titles are told to be about
    one subject; `succession`: which units answer for which. `older`: versions of plans that are set aside, and
    `newest`: which plan takes the place of each."""

    plans: Mapping[str, Plan]
    domain: Domain
    resolutions: tuple[Resolution, ...]
    subjects: Subjects
    succession: Succession
    older: Mapping[str, Plan] = {}
    newest: Mapping[str, str] = {}

    @cached_property
    def citations(self) -> nx.DiGraph[str]:
        """A node a plan; an edge from each plan to each plan that it cites. `roles` of an edge: for each
        role the index of the first citation that plays it."""
        import networkx as nx

        graph: nx.DiGraph[str] = nx.DiGraph()
        graph.add_nodes_from(self.plans)
        for resolution in self.resolutions:
            own = resolution.older is not None and resolution.target == resolution.plan  # it cites what it amends
            if resolution.target is not None and not own:
                role = self.plans[resolution.plan].citations[resolution.index].role
                roles = graph.get_edge_data(resolution.plan, resolution.target, {"roles": {}})["roles"]
                graph.add_edge(resolution.plan, resolution.target, roles={role: resolution.index} | roles)
        return graph

    @cached_property
    def carrying(self) -> nx.DiGraph[str]:
        """A node a plan; an edge from each plan to each that it carries out directly, nearest level first."""
        import networkx as nx

        graph: nx.DiGraph[str] = nx.DiGraph()
        graph.add_nodes_from(self.plans)
        graph.add_edges_from((plan_id, parent) for plan_id in self.plans for parent in self._find_parents(plan_id))
        return graph

    @cached_property
    def binding(self) -> nx.DiGraph[str]:
        """Who carries out whom, and beside it who cites which other higher plan on its subject.

        Every edge leads to a higher level or from a year to its own period: no circle is possible."""
        graph = self.carrying.copy()
        graph.add_edges_from((plan_id, other) for plan_id in self.plans for other in self._higher(plan_id))
        return graph

    def cited(self, plan_id: str, role: str = "basis") -> tuple[str, ...]:
        """The plans on file that `plan_id` cites in this role, in printed order, without itself."""
        cited = self.citations.adj[plan_id]
        first = {other: edge["roles"][role] for other, edge in cited.items() if role in edge["roles"]}
        return tuple(sorted(first.keys() - {plan_id}, key=first.__getitem__))

    def resolution(self, plan_id: str, index: int) -> Resolution:
        """What citation `index` of a plan means."""
        return self._by_plan[plan_id][index]

    def resolutions_of(self, plan_id: str) -> tuple[Resolution, ...]:
        """What the citations of a plan mean, in their order."""
        return tuple(self._by_plan.get(plan_id, ()))

    @cached_property
    def _by_plan(self) -> dict[str, list[Resolution]]:
        grouped: dict[str, list[Resolution]] = {}
        for resolution in self.resolutions:
            grouped.setdefault(resolution.plan, []).append(resolution)
        return grouped

    @cached_property
    def _related(self) -> dict[str, tuple[str, ...]]:
        """Of each plan those of its basis that are on its subject, in printed order."""
        return {
            plan_id: tuple(other for other in self.cited(plan_id) if self.same_subject(plan, self.plans[other]))
            for plan_id, plan in self.plans.items()
        }

    def _higher(self, plan_id: str) -> tuple[str, ...]:
        return tuple(other for other in self._related[plan_id] if self.rank(other) < self.rank(plan_id))

    def _find_parents(self, plan_id: str) -> tuple[str, ...]:
        higher = self._standing_levels(plan_id, self._higher(plan_id))
        nearest = max((self.rank(other) for other in higher), default=None)
        own = [other for other in self._related[plan_id] if self.is_own_period_plan(plan_id, other)]
        return (*(other for other in higher if self.rank(other) == nearest), *own)

    def _standing_levels(self, plan_id: str, higher: tuple[str, ...]) -> tuple[str, ...]:
        """Of some higher plans those of levels that still exist on a plan's day, where there are any."""
        plan, levels = self.plans[plan_id], self.domain.levels
        day = plan.issued or date(plan.span.first, 1, 1)
        return tuple(o for o in higher if levels.get(self.plans[o].level).exists_on(day)) or higher

    def rank(self, plan_id: str) -> int:
        """How far below the centre the plan's level is."""
        return self.domain.levels.rank(self.plans[plan_id].level)

    def same_subject(self, one: Plan, other: Plan) -> bool:
        """Whether both titles share a subject (a title that names none that is known is not held against it)."""
        return self.subjects.may_be_alike(one.about, other.about)

    def is_own_period_plan(self, plan_id: str, other_id: str) -> bool:
        """Whether `other_id` is the period plan of which `plan_id` is one year, by the same unit or one before it."""
        plan, other = self.plans[plan_id], self.plans[other_id]
        fits = plan.level == other.level and plan.yearly and not other.yearly and plan.period in other.period
        return fits and (_one_place(plan, other) or self._is_former(plan, other))

    def _is_former(self, plan: Plan, other: Plan) -> bool:
        """Whether the unit of `other` went into that of `plan`."""
        former = self.succession.predecessors(plan).former
        return bool(former) and self.succession.unit(other) in former

    def taken_over(self, plan_id: str) -> tuple[TakenOver, ...]:
        """The plans on file of units that are no more for which this plan's unit answers: those of its basis in
        printed order, then those of its subject and years that it does not cite, by their ids."""
        plan, succession = self.plans[plan_id], self.succession
        predecessors = succession.predecessors(plan)
        if predecessors.unit is None:
            return ()
        cited = [other for other in self.cited(plan_id) if succession.unit(self.plans[other]) in predecessors.chain]
        uncited = sorted(
            other
            for unit in predecessors.former
            for other in self._by_unit.get(unit, ())
            if other not in cited and self._still_binds(plan, self.plans[other])
        )
        return tuple(
            TakenOver(other, unit, succession.heir(unit, predecessors), other in cited)
            for other in (*cited, *uncited)
            if (unit := succession.unit(self.plans[other])) and not _one_place(plan, self.plans[other], above=True)
        )

    def _still_binds(self, plan: Plan, other: Plan) -> bool:
        """Whether a period plan of another unit covers the years of a plan and is on its subject."""
        covers = not other.yearly and plan.span.first <= other.span.last
        return covers and plan.level == other.level and self.subjects.alike(plan.about, other.about)

    @cached_property
    def _by_unit(self) -> dict[Unit, list[str]]:
        """The plans of each unit that the lists know."""
        found: defaultdict[Unit, list[str]] = defaultdict(list)
        for plan_id, plan in self.plans.items():
            if (unit := self.succession.unit(plan)) is not None:
                found[unit].append(plan_id)
        return dict(found)

    def parents(self, plan_id: str) -> tuple[str, ...]:
        """The plans that this one carries out directly: nearest level first, then in printed order."""
        return tuple(self.carrying.successors(plan_id))

    def children(self, plan_id: str) -> tuple[str, ...]:
        """The plans that carry this one out directly, in the order of their ids."""
        return tuple(sorted(self.carrying.predecessors(plan_id)))

    def ancestors(self, plan_id: str) -> tuple[str, ...]:
        """All plans that bind this one: its parents, then the other plans of its basis and theirs in
        turn, nearest level first and then by the steps that lead there."""
        known = self._ancestors.get(plan_id)
        if known is None:
            known = self._ancestors[plan_id] = self._find_ancestors(plan_id)
        return known

    @cached_property
    def _ancestors(self) -> dict[str, tuple[str, ...]]:
        return {}

    def _find_ancestors(self, plan_id: str) -> tuple[str, ...]:
        import networkx as nx

        parents = self.parents(plan_id)
        found = [other for _, other in nx.bfs_edges(self.binding, plan_id)]
        return (*parents, *sorted(found[len(parents) :], key=lambda other: -self.rank(other)))

    def descendants(self, plan_id: str) -> tuple[str, ...]:
        """All plans below this one, in the order of their ids."""
        import networkx as nx

        return tuple(sorted(nx.ancestors(self.carrying, plan_id)))  # edges lead upwards

    def carried(self, plan_id: str) -> tuple[str, ...]:
        """All plans that this one carries out, directly or by way of others, in the order of their ids."""
        import networkx as nx

        return tuple(sorted(nx.descendants(self.carrying, plan_id)))

    def circle(self, plan_id: str) -> frozenset[str]:
        """A plan with all above and below it, and all that is above those."""
        below = self.descendants(plan_id) if self.parents(plan_id) else ()
        found = {plan_id, *below}
        return frozenset(found.union(*map(self.ancestors, found)))

    def part(self, plan_ids: Collection[str]) -> Lineage:
        """The lineage of some plans alone; each with its whole circle among them stands in it as it does in all."""
        plans = {plan_id: self.plans[plan_id] for plan_id in sorted(plan_ids)}
        resolutions = tuple(
            one if one.target is None or one.target in plans else Resolution(one.plan, one.index, Outcome.UNKNOWN)
            for plan_id in plans
            for one in self.resolutions_of(plan_id)
        )
        return Lineage(plans, self.domain, resolutions, self.subjects, self.succession)

    def cycles(self) -> tuple[tuple[str, ...], ...]:
        """For every knot of plans that cite one another in their basis, a shortest circle from its smallest
        id; of equally short ones the first by ids."""
        import networkx as nx

        basis: nx.DiGraph[str] = nx.DiGraph()
        basis.add_edges_from((one, other) for one, other, roles in self.edges() if "basis" in roles)
        knots = (basis.subgraph(knot) for knot in nx.strongly_connected_components(basis))
        return tuple(sorted(_circle(knot) for knot in knots if knot.number_of_edges()))

    def edges(self) -> tuple[tuple[str, str, frozenset[str]], ...]:
        """Every (citing plan, cited plan, roles), in the order of the ids."""
        edges = ((one, other, frozenset(edge["roles"])) for one, other, edge in self.citations.edges.data())
        return tuple(sorted(edges, key=lambda edge: edge[:2]))


def _circle(knot: nx.DiGraph[str]) -> tuple[str, ...]:
    """The shortest way from the smallest id of a knot back to it, without its return."""
    import networkx as nx

    first = min(knot)
    ways = nx.bfs_tree(knot, first, sort_neighbors=sorted)
    last = next(plan_id for plan_id in ways if knot.has_edge(plan_id, first))
    return tuple(nx.shortest_path(ways, first, last))


def _one_place(plan: Plan, other: Plan, *, above: bool = False) -> bool:
    """Whether two plans are of one unit by its names, or (`above`) the other of one above."""
    place = plan.place[-len(other.place) :] if above and other.place else plan.place
    return [fold(name) for name in place] == [fold(name) for name in other.place]


def link(plans: Mapping[str, Plan], domain: Domain, units: Units) -> Lineage:
    """The lineage of a corpus: of a plan with newer versions on file the newest alone, whichever of them is cited."""
    subjects, succession = Subjects(domain), Succession(units)
    newest = newest_versions(plans, domain, subjects)
    resolutions = resolve_all(plans, domain, subjects, succession)
    if not newest:
        return Lineage(plans, domain, resolutions, subjects, succession)
    kept = {plan_id: plan for plan_id, plan in plans.items() if plan_id not in newest}
    of_kept = tuple(renewed(one, newest) for one in resolutions if one.plan in kept)
    older = {plan_id: plans[plan_id] for plan_id in newest}
    return Lineage(kept, domain, of_kept, subjects, succession, older, newest)
