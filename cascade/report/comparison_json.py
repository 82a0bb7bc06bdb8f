"""The comparison as JSON, `cascade-compare/1` (contracts.md). These types are its schema."""

from __future__ import annotations

from typing import Literal

import msgspec

from cascade.answers.answer import Answer
from cascade.audit import Audit
from cascade.model.bound import Bound
from cascade.model.finding import Item
from cascade.report.audit_json import BecauseEntry, because_entries, escaped
from cascade.verdicts.targets import Comparison
from cascade.verdicts.tasks import Coverage
from cascade.verdicts.verdict import TargetVerdict, TaskVerdict


class AnswerEntry(msgspec.Struct, frozen=True):
    """An item of the child that answers."""

    item: str
    kind: str


class NearestEntry(msgspec.Struct, frozen=True):
    """An item that was not taken, with how sure it would have been from 0 to 1."""

    item: str
    confidence: float


class YearEntry(msgspec.Struct, frozen=True):
    """What both sides permit at worst in one year; null: anything."""

    year: int
    parent: str | None
    child: str | None


class TargetEntry(msgspec.Struct, frozen=True):
    """One target of the parent. `asked` and `reason`: whether and why it binds the child; `unsure`: to be looked at."""

    item: str
    verdict: str
    answers: tuple[AnswerEntry, ...]
    year: int | None
    confidence: float | None
    because: tuple[BecauseEntry, ...]
    runner_up: NearestEntry | None
    years: tuple[YearEntry, ...]
    unsure: bool
    asked: str | None
    reason: str | None


class TaskEntry(msgspec.Struct, frozen=True):
    """One task of the parent."""

    item: str
    verdict: str
    answers: tuple[AnswerEntry, ...]
    confidence: float | None
    because: tuple[BecauseEntry, ...]
    runner_up: NearestEntry | None
    unsure: bool
    asked: str
    reason: str


class ComparisonReport(msgspec.Struct, frozen=True):
    """What one child makes of every item of one parent, in the parent's order."""

    format: Literal["cascade-compare/1"]
    child: str
    parent: str
    targets: tuple[TargetEntry, ...]
    tasks: tuple[TaskEntry, ...]


def comparison_json(result: Audit, child: str, parents: tuple[str, ...]) -> str:
    """The comparison with each parent as JSON text: one object, or one a line where there are several parents."""
    reports = [comparison_report(result, child, parent) for parent in parents]
    if len(reports) == 1:
        return escaped(msgspec.json.format(msgspec.json.encode(reports[0]), indent=2).decode()) + "\n"
    return "".join(escaped(msgspec.json.encode(report).decode()) + "\n" for report in reports)


def comparison_report(result: Audit, child: str, parent: str) -> ComparisonReport:
    """The comparison as values."""
    context = result.context
    answers = {answer.asked: answer for answer in context.answering.answers(child, parent)}
    return ComparisonReport(
        format="cascade-compare/1",
        child=child,
        parent=parent,
        targets=tuple(_target(result, found, answers[found.parent]) for found in context.targets.pair(child, parent)),
        tasks=tuple(_task(result, found, answers[found.parent]) for found in context.tasks.pair(child, parent)),
    )


def _target(result: Audit, found: Comparison, answer: Answer) -> TargetEntry:
    answered = found.child is not None and found.verdict is not TargetVerdict.MISSING
    asked = found.verdict is not TargetVerdict.NOT_ASKED
    return TargetEntry(
        item=result.id_of(found.parent) or "",
        verdict=found.verdict.value,
        answers=_answers(result, found.child) if answered else (),
        year=found.year,
        confidence=answer.confidence(answered=answered) / 100 if asked else None,
        because=because_entries(result, found.parent, found.child) if answered else (),
        runner_up=_runner_up(result, answer, found.child if answered else None) if asked else None,
        years=tuple(YearEntry(row.year, _said(row.parent), _said(row.child)) for row in found.years),
        unsure=found.unsure,
        asked=found.scope.asked if found.scope else None,
        reason=found.scope.reason if found.scope else None,
    )


def _task(result: Audit, found: Coverage, answer: Answer) -> TaskEntry:
    asked = found.verdict is not TaskVerdict.NOT_ASKED
    answered = found.child if found.verdict in (TaskVerdict.COVERED, TaskVerdict.PARTIAL) else None
    return TaskEntry(
        item=result.id_of(found.parent) or "",
        verdict=found.verdict.value,
        answers=_answers(result, answered) if answered else (),
        confidence=answer.confidence(answered=answered is not None) / 100 if asked else None,
        because=because_entries(result, found.parent, answered) if answered else (),
        runner_up=_runner_up(result, answer, answered) if asked else None,
        unsure=found.unsure,
        asked=found.scope.asked,
        reason=found.scope.reason,
    )


def _answers(result: Audit, item: Item | None) -> tuple[AnswerEntry, ...]:
    return (AnswerEntry(result.id_of(item) or "", item.kind),) if item else ()


def _runner_up(result: Audit, answer: Answer, answered: Item | None) -> NearestEntry | None:
    """The nearest item that was not taken."""
    other = next((candidate for candidate in answer.candidates if candidate.item != answered), None)
    if other is None:
        return None
    return NearestEntry(result.id_of(other.item) or "", result.context.answering.chance(answer, other) / 100)


def _said(bound: Bound | None) -> str | None:
    return None if bound is None else str(bound)
