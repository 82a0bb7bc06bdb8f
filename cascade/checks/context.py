"""What a check sees: the plans, how they are linked, and the comparisons made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

import msgspec

from cascade.answers.answering import Answering
from cascade.answers.because import Because, because
from cascade.answers.lexis import lexis_of
from cascade.answers.sought import Sought
from cascade.graph.lineage import Lineage
from cascade.model.decision import Decisions, Recorded, Waiver
from cascade.model.domain import Domain, area_of
from cascade.model.finding import Contributed, Finding, Item
from cascade.model.naming import in_short
from cascade.model.plan import SURE, Citation, Plan, Target, Task
from cascade.model.rule import Rule
from cascade.model.unread import NOTHING_UNREAD, Unread
from cascade.model.words import Words
from cascade.verdicts.collective import Collective, Collectives
from cascade.verdicts.fulfilment import Comparison
from cascade.verdicts.scope import Scopings
from cascade.verdicts.targets import TargetComparing
from cascade.verdicts.tasks import Coverage, TaskComparing
from cascade.verdicts.verdict import TargetVerdict


class Context(msgspec.Struct, frozen=True, dict=True):
    """The linked corpus. `files` gives each plan's file as the reviewer names it; `unread` what of some plans could
    not be read. `unused`: waivers of which nothing is found, once all else is. `chosen`: the
    plans whose findings are asked for; None: all. `contributed`: what each plan makes of targets of a collective above,
    filled where that is worked out before anybody asks."""

    lineage: Lineage
    files: Mapping[str, str]
    unread: Mapping[str, Unread] = NOTHING_UNREAD
    decisions: Decisions = Decisions()
    unused: tuple[Recorded[Waiver], ...] = ()
    chosen: frozenset[str] | None = None
    contributed: dict[str, tuple[Contributed, ...]] = {}

    @cached_property
    def answering(self) -> Answering:
        """Which item answers which."""
        return Answering(self.plans, self.domain, self.decisions, self.unread)

    @cached_property
    def scopings(self) -> Scopings:
        """Who is asked by which plan."""
        return Scopings(self.lineage)

    @cached_property
    def targets(self) -> TargetComparing:
        """Targets beside those of any plan above."""
        return TargetComparing(self.lineage, self.answering, self.scopings)

    @cached_property
    def tasks(self) -> TaskComparing:
        """Tasks beside those of any plan above."""
        return TaskComparing(self.lineage, self.answering, self.scopings)

    @cached_property
    def sought(self) -> Sought:
        """Phrases that rules name, sought in what plans say."""
        return Sought(lexis_of(self.domain))

    @cached_property
    def collectives(self) -> Mapping[str, tuple[tuple[int, Collective], ...]]:
        """For each plan that has any its targets of a collective, by their places."""
        known = Collectives(self.domain)
        found = {
            plan_id: tuple(
                (index, asked) for index, target in enumerate(plan.targets) if (asked := known.of(target, plan))
            )
            for plan_id, plan in self.plans.items()
        }
        return {plan_id: asked for plan_id, asked in found.items() if asked}

    @property
    def plans(self) -> Mapping[str, Plan]:
        """The plans by id, in the order of their ids."""
        return self.lineage.plans

    @cached_property
    def own(self) -> Mapping[str, Plan]:
        """The plans whose findings are asked for, in the order of their ids."""
        if self.chosen is None:
            return self.plans
        return {plan_id: plan for plan_id, plan in self.plans.items() if plan_id in self.chosen}

    @property
    def domain(self) -> Domain:
        """The domain as data."""
        return self.lineage.domain

    @cached_property
    def comparisons(self) -> dict[str, tuple[Comparison, ...]]:
        """For each plan with items on file, its targets beside those that bind it.

        Nothing is concluded from what a plan lacks that is not on file, or was not read, as a whole.
        """
        found = {
            plan_id: self.targets.compare(plan_id) for plan_id, plan in self.own.items() if plan.content != "cited"
        }
        return {
            plan_id: comparisons
            if self.shows_lacks(plan_id)
            else tuple(c for c in comparisons if c.verdict not in (TargetVerdict.MISSING, TargetVerdict.UNQUANTIFIED))
            for plan_id, comparisons in found.items()
        }

    @cached_property
    def coverage(self) -> dict[str, tuple[Coverage, ...]]:
        """For each plan that is on file as a whole, what it makes of the tasks of the plans above."""
        return {plan_id: self.tasks.compare(plan_id) for plan_id in self.own if self.shows_lacks(plan_id)}

    def because(self, asked: Item | None, said: Item | None) -> tuple[Because, ...]:
        """What ties an item of a plan to one of a plan above it."""
        if asked is None or said is None:
            return ()
        return because(self.answering.lexis, self.words(asked), self.words(said))

    def is_whole(self, plan_id: str) -> bool:
        """Whether all of the plan is on file and was read."""
        return self.plans[plan_id].content == "full" and plan_id not in self.unread

    def shows_lacks(self, plan_id: str) -> bool:
        """Whether it can be told what the plan lacks: all of it is on file, and single items at most could not be read.
        What these may hold is told as unsure, or not at all (see `Answering`)."""
        unread = self.unread.get(plan_id)
        return self.plans[plan_id].content == "full" and not (unread and unread.lost)

    def short(self, plan_id: str) -> Words:
        """A plan as messages name it: "Kế hoạch 412"."""
        return in_short(self.plans[plan_id], self.domain.document_types)

    def unit(self, plan_id: str) -> str:
        """The unit whose plan it is, or who issued it where that names none."""
        issuer = self.plans[plan_id].issuer
        return self.domain.language.unit_of(issuer) or issuer

    def area(self, item: Target | Task) -> int | None:
        """The area of an item."""
        return area_of(item, self.domain.measures)

    def all_comparisons(self) -> Iterable[Comparison]:
        """Every comparison, plan by plan."""
        return (comparison for found in self.comparisons.values() for comparison in found)

    def target(self, item: Item) -> Target:
        """The target that an item stands for."""
        return self.plans[item.plan].targets[item.index]

    def task(self, item: Item) -> Task:
        """The task that an item stands for."""
        return self.plans[item.plan].tasks[item.index]

    def citation(self, item: Item) -> Citation:
        """The citation that an item stands for."""
        return self.plans[item.plan].citations[item.index]

    def items(self, plan_id: str) -> tuple[Item, ...]:
        """Every target and task of a plan, in the order of the file."""
        plan = self.plans[plan_id]
        targets = (Item(plan_id, "target", index) for index in range(len(plan.targets)))
        return (*targets, *(Item(plan_id, "task", index) for index in range(len(plan.tasks))))

    def words(self, item: Item) -> str:
        """The words by which a target or task is compared."""
        return (self.target(item) if item.kind == "target" else self.task(item)).words

    def id_of(self, item: Item) -> str:
        """The id of a target or task as a person cites it."""
        return (self.target(item) if item.kind == "target" else self.task(item)).id

    def cited(self, item: Item | None) -> str | None:
        """An item of any kind as a person cites it; None for a plan as a whole."""
        if item is None or item.kind == "plan":
            return None
        if item.kind == "citation":
            return self.citation(item).number or self.citation(item).title
        return self.id_of(item)

    def text(self, item: Item | None) -> str:
        """The recorded words of an item: a text, a number, or the plan's title."""
        if item is None:
            return ""
        if item.kind == "target":
            return self.target(item).text
        if item.kind == "task":
            return self.task(item).text
        if item.kind == "citation":
            return self.citation(item).number or self.citation(item).title or ""
        return self.plans[item.plan].title or ""

    def sure(self, item: Item | None) -> bool:
        """Whether an item is surely printed as recorded: a person settled it, or the machine had no doubt.

        What an item means depends on whose plan it is and for which years, so the head must be sure too."""
        if item is None or self.plans[item.plan].review == "reviewed":
            return True
        confidence = self.plans[item.plan].confidence
        if min(confidence.get(name, 1.0) for name in ("level", "issuer", "period")) < SURE:
            return False
        if item.kind == "plan":
            return True
        read = self._read(item)
        return (read.confidence is None or read.confidence >= SURE) and read.doubt is None

    def _read(self, item: Item) -> Citation | Target | Task:
        if item.kind == "citation":
            return self.citation(item)
        return self.target(item) if item.kind == "target" else self.task(item)


Check = Callable[[Context, Rule], Iterable[Finding]]
