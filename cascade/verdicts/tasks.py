"""Tasks beside tasks: what a higher plan asks of the child, and whether the child does it.

Source: docs/domain.md, Tasks. Who is asked is settled by `scope`, which item does the work by the answers room;
here it is said how far the work is done, and how sure that is.
"""

from __future__ import annotations

from functools import cached_property
from itertools import islice
from typing import Literal

import msgspec

from cascade.answers.answer import Answer, Candidate
from cascade.answers.answering import Answering
from cascade.graph.lineage import Lineage
from cascade.model.agency import Role
from cascade.model.finding import Item
from cascade.model.plan import Plan, Task
from cascade.verdicts.generality import Generality
from cascade.verdicts.often import Often
from cascade.verdicts.scope import Scope, Scoping, Scopings, deadline
from cascade.verdicts.verdict import TaskVerdict as Verdict

Why = Literal["nothing", "excluded", "far", "deed", "general", "seldom"]


class Coverage(msgspec.Struct, frozen=True):
    """One task of the parent beside what the child makes of it.

    `child`: the item that answers, or the nearest one. `unsure`: a person has to look, since the answer or
    who is asked is not clear. `why` it is not covered: nothing comes near, what does is about a thing that
    excludes the asked one, it is far, does something else with the same object, it only names the topic, or is done
    less often than asked.
    """

    parent: Item
    verdict: Verdict
    scope: Scope
    child: Item | None = None
    answer: Answer | None = None
    unsure: bool = False
    why: Why | None = None

    @property
    def role(self) -> Role | None:
        """In which role the child is in the task."""
        return self.scope.role


class TaskComparing:
    """Compares the tasks of plans with those of the plans above them."""

    def __init__(self, lineage: Lineage, answering: Answering, scopings: Scopings) -> None:
        self.lineage, self.answering, self.scopings = lineage, answering, scopings

    @cached_property
    def _generality(self) -> Generality:
        return Generality(self.lineage.domain.wording.general)

    @cached_property
    def _often(self) -> Often:
        return Often(self.lineage.domain.quantities)

    def compare(self, child_id: str) -> tuple[Coverage, ...]:
        """Every task of the nearest plans above whose tasks are on file, in their order."""
        parents = self.lineage.parents(child_id)
        with_tasks = [parent for parent in parents if self.lineage.plans[parent].tasks]
        if not any(self.lineage.plans[parent].content == "full" for parent in parents):
            further = (other for other in self.lineage.ancestors(child_id) if self.lineage.plans[other].tasks)
            with_tasks = with_tasks or list(islice(further, 1))
        return tuple(found for parent in with_tasks for found in self.pair(child_id, parent))

    def pair(self, child_id: str, parent_id: str) -> tuple[Coverage, ...]:
        """Every task of one plan beside what one child makes of it."""
        child, parent = self.lineage.plans[child_id], self.lineage.plans[parent_id]
        scopes = self._scopes(child_id, parent_id)
        if not any(scope.asked != "not-asked" for scope in scopes):
            answers: tuple[Answer | None, ...] = (None,) * len(scopes)
        else:
            answers = self.answering.answers(child_id, parent_id)[len(parent.targets) :]
        found = (
            self._coverage(Item(parent_id, "task", index), scope, answer, child)
            for index, (scope, answer) in enumerate(zip(scopes, answers, strict=True))
        )
        return tuple(self._but_itself(one, self.scopings.of(child_id, parent_id), parent) for one in found)

    def _but_itself(self, coverage: Coverage, scoping: Scoping, parent: Plan) -> Coverage:
        """What asks only for a plan that carries the parent out is done by the child's being there."""
        if coverage.verdict not in (Verdict.UNCOVERED, Verdict.PARTIAL):
            return coverage
        words = scoping.itself(parent.tasks[coverage.parent.index])
        if words is None:
            return coverage
        scope = Scope("not-asked", "itself", words, coverage.role, coverage.scope.named)
        return Coverage(coverage.parent, Verdict.NOT_ASKED, scope, coverage.child, coverage.answer)

    def _scopes(self, child_id: str, parent_id: str) -> list[Scope]:
        child, parent = self.lineage.plans[child_id], self.lineage.plans[parent_id]
        if self.lineage.is_own_period_plan(child_id, parent_id):
            return [self._of_own_year(task, child) for task in parent.tasks]
        scoping = self.scopings.of(child_id, parent_id)
        heads = {task.id: task for task in parent.tasks}
        firsts: dict[object, Task] = {}
        found = []
        for task in parent.tasks:
            first = firsts.setdefault(task.lines, task) if task.lines is not None else None
            found.append(scoping.task(task, first, heads.get(task.under or "")))
        return found

    def _of_own_year(self, task: Task, child: Plan) -> Scope:
        """What a unit's own period plan asks of its plan for one year: the tasks that fall due then."""
        if task.kind == "objective":
            return Scope("not-asked", "objective")
        due = deadline(task, self.lineage.domain)
        now = due.year == child.span.first if due else task.due is not None
        return Scope("asked", "leads", role="lead", named=True) if now else Scope("not-asked", "later", task.due)

    def _coverage(self, item: Item, scope: Scope, answer: Answer | None, child: Plan) -> Coverage:
        best = answer.best if answer else None
        if scope.asked == "not-asked" or answer is None:
            return Coverage(item, Verdict.NOT_ASKED, scope, best.item if best else None, answer)
        doubted = scope.asked == "unsure" or answer.hidden is not None
        if answer.hidden == "likely":
            return Coverage(item, Verdict.COVERED, scope, None, answer, unsure=True)
        if best is None:
            return Coverage(item, Verdict.UNCOVERED, scope, None, answer, unsure=doubted, why="nothing")
        found = Coverage(item, Verdict.COVERED, scope, best.item, answer)
        if answer.settled:
            return found
        return self._judged(found, best, answer, child, doubted)

    def _often_enough(self, found: Coverage, best: Candidate, child: Plan) -> Coverage:
        """The coverage, which is in part where the work is to be done more often than the child says."""
        asked = self.lineage.plans[found.parent.plan].tasks[found.parent.index]
        answer = (child.targets if best.item.kind == "target" else child.tasks)[best.item.index]
        if not self._often.is_seldomer(asked, answer):
            return found
        return msgspec.structs.replace(found, verdict=Verdict.PARTIAL, unsure=True, why="seldom")

    def _judged(self, found: Coverage, best: Candidate, answer: Answer, child: Plan, doubted: bool) -> Coverage:
        replace, rules = msgspec.structs.replace, self.lineage.domain.wording.answers.verdicts
        general = best.item.kind == "task" and self._generality.is_general(child.tasks[best.item.index].words)
        if general and best.said < rules.general_below and answer.standing != "none":
            return replace(found, verdict=Verdict.PARTIAL, unsure=doubted, why="general")
        if answer.standing == "answered":
            if best.excluded:
                return replace(found, verdict=Verdict.UNCOVERED, unsure=True, why="excluded")
            if answer.deed is None or best.both < rules.same_object:
                return self._often_enough(found, best, child)
            return replace(found, verdict=Verdict.UNCOVERED, unsure=True, why="deed")
        why: Why = "excluded" if best.excluded else "far"
        if answer.standing == "none":
            return replace(found, verdict=Verdict.UNCOVERED, unsure=doubted or answer.in_own_words, why=why)
        some = best.said >= rules.part_from and not best.excluded
        return replace(found, verdict=Verdict.PARTIAL if some else Verdict.UNCOVERED, unsure=True, why=why)
