"""The comparison as JSON, `cascade-compare/1` (docs/contracts.md). These types are its schema."""

from __future__ import annotations

from typing import Literal

import msgspec

from cascade.formats.audit_json import BecauseEntry, because_entries, escaped
from cascade.model.bound import Bound
from cascade.model.words import Lang
from cascade.result.result import ItemComparison, PairView, Result


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


def render(result: Result, lang: Lang) -> bytes:  # noqa: ARG001 - codes, and words of plans: no language in it
    """The comparisons as JSON: one object, or one a line where there are several parents."""
    reports = [_comparison_report(pair) for pair in result.comparisons]
    if len(reports) == 1:
        text = msgspec.json.format(msgspec.json.encode(reports[0]), indent=2).decode()
        return (escaped(text) + "\n").encode()
    return "".join(escaped(msgspec.json.encode(report).decode()) + "\n" for report in reports).encode()


def _comparison_report(pair: PairView) -> ComparisonReport:
    """One comparison as values."""
    return ComparisonReport(
        format="cascade-compare/1",
        child=pair.child,
        parent=pair.parent,
        targets=tuple(map(_target, pair.targets)),
        tasks=tuple(map(_task, pair.tasks)),
    )


def _target(found: ItemComparison) -> TargetEntry:
    return TargetEntry(
        item=found.parent.id or "",
        verdict=found.verdict,
        answers=_answers(found),
        year=found.year,
        confidence=_share(found.confidence),
        because=because_entries(found.because),
        runner_up=_runner_up(found),
        years=tuple(YearEntry(row.year, *map(_written, (row.parent, row.child))) for row in found.years),
        unsure=found.unsure,
        asked=found.asked,
        reason=found.reason,
    )


def _task(found: ItemComparison) -> TaskEntry:
    return TaskEntry(
        item=found.parent.id or "",
        verdict=found.verdict,
        answers=_answers(found),
        confidence=_share(found.confidence),
        because=because_entries(found.because),
        runner_up=_runner_up(found),
        unsure=found.unsure,
        asked=found.asked or "",
        reason=found.reason or "",
    )


def _answers(found: ItemComparison) -> tuple[AnswerEntry, ...]:
    return (AnswerEntry(found.child.id or "", found.child.kind),) if found.child and found.answered else ()


def _written(bound: Bound | None) -> str | None:
    return None if bound is None else str(bound)


def _runner_up(found: ItemComparison) -> NearestEntry | None:
    near = found.runner_up
    return NearestEntry(near.item.id or "", near.confidence / 100) if near else None


def _share(percent: int | None) -> float | None:
    return None if percent is None else percent / 100
