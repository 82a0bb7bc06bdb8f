"""The audit as JSON, `cascade-audit/1` (contracts.md). These types are the report's schema."""

from __future__ import annotations

import json
from typing import Literal

import msgspec

from cascade import __version__
from cascade.answers.because import Because
from cascade.model.decision import Confirmation, Waiver
from cascade.model.plan import Lines
from cascade.model.rule import SEVERITIES, Severity
from cascade.model.text import visible
from cascade.model.words import Lang
from cascade.result.result import FaultView, FindingView, ItemView, PlanView, Result, Since, TakenOverView

Pair = tuple[int, int]


class TakenOverEntry(msgspec.Struct, frozen=True):
    """A plan of a unit that existed `until` a day and is now part of the unit `now`. `cited`: the plan that takes it
    over names it in its basis; where it does not, the two are not compared."""

    plan: str
    unit: str
    until: str | None
    now: str
    cited: bool


class PlanEntry(msgspec.Struct, frozen=True):
    """One plan of the corpus. `targets` and `tasks` count its items; `parents` are plan ids; `took_over` are plans of
    units that are no more and for which its unit answers."""

    id: str
    file: str
    level: str
    number: str | None
    issued: str | None
    content: str
    review: str
    targets: int
    tasks: int
    parents: tuple[str, ...]
    took_over: tuple[TakenOverEntry, ...]


class CitationEntry(msgspec.Struct, frozen=True):
    """One citation; `resolved` is the id of the plan on file that it means, if exactly one."""

    plan: str
    number: str | None
    date: str | None
    role: str
    lines: Pair | None
    resolved: str | None


class AgainstEntry(msgspec.Struct, frozen=True):
    """The item that a finding is measured against."""

    plan: str
    item: str | None
    lines: Pair | None
    file: str
    line: int
    printed: str | msgspec.UnsetType = msgspec.UNSET


class WaivedEntry(msgspec.Struct, frozen=True):
    """Who lets a finding stand, why, by which document and until when; `wrong`: since it is not right."""

    reason: str
    document: str | None
    until: str | None
    by: str
    wrong: bool | msgspec.UnsetType = msgspec.UNSET


class ConfirmedEntry(msgspec.Struct, frozen=True):
    """Who says that a finding is right, and since when."""

    by: str
    on: str


class BecauseEntry(msgspec.Struct, frozen=True):
    """Words that tie the child's item to the parent's (or keep them apart), and how: same, synonym, near, shared,
    excluded, unsaid."""

    evidence: str
    child: str
    parent: str


class FindingEntry(msgspec.Struct, frozen=True):
    """One finding. `lines` are those of the source document, `line` and `column` those of the plan file.
    `draft`: it rests on what a machine read and no person has settled. `nearest`: the child's item that comes
    nearest where none answers; `confidence`: how sure the verdict is, from 0 to 1; `because`: what ties the two.
    `printed`: the words of the document, where it was at hand; `waived`: by whom it is let stand;
    `lapsed`: by whom it was, until a day that is past; `confirmed`: who says that it is right."""

    rule: str
    severity: Severity
    plan: str
    item: str | None
    lines: Pair | None
    file: str
    line: int
    column: int
    against: AgainstEntry | None
    measure: str | None
    year: int | None
    child_value: str | None
    parent_value: str | None
    message: str
    suggestion: str
    affects: tuple[str, ...]
    draft: bool
    fingerprint: str
    nearest: str | None
    confidence: float | None
    because: tuple[BecauseEntry, ...]
    printed: str | msgspec.UnsetType = msgspec.UNSET
    waived: WaivedEntry | msgspec.UnsetType = msgspec.UNSET
    lapsed: WaivedEntry | msgspec.UnsetType = msgspec.UNSET
    confirmed: ConfirmedEntry | msgspec.UnsetType = msgspec.UNSET


class ErrorEntry(msgspec.Struct, frozen=True):
    """One thing that could not be read; `code` says what, in one word."""

    file: str
    line: int
    column: int
    code: str
    message: str


class NotComparedEntry(msgspec.Struct, frozen=True):
    """A plan that was held against nothing; `missing`: numbers or titles of what its basis names and is not on file."""

    plan: str
    missing: tuple[str, ...]


class MendedEntry(msgspec.Struct, frozen=True):
    """A finding of the earlier report that is found no more; `message` is in the language of that report."""

    fingerprint: str
    rule: str
    plan: str
    item: str | None
    message: str | None


class SinceEntry(msgspec.Struct, frozen=True):
    """What an earlier report had told already: `known` of today's findings are left out as old."""

    name: str
    known: int
    mended: tuple[MendedEntry, ...]


class Summary(msgspec.Struct, frozen=True):
    """How many plans were audited and how many findings of each severity there are; `waived`: those that people let
    stand, which do not count among these."""

    plans: int
    error: int
    warning: int
    info: int
    waived: int | msgspec.UnsetType = msgspec.UNSET


class AuditReport(msgspec.Struct, frozen=True):
    """The whole report. Its order is stable: the same corpus gives the same bytes."""

    format: Literal["cascade-audit/1"]
    version: str
    lang: Lang
    plans: tuple[PlanEntry, ...]
    citations: tuple[CitationEntry, ...]
    findings: tuple[FindingEntry, ...]
    errors: tuple[ErrorEntry, ...]
    summary: Summary
    not_compared: tuple[NotComparedEntry, ...]
    since: SinceEntry | msgspec.UnsetType = msgspec.UNSET
    passed_over: tuple[ErrorEntry, ...] | msgspec.UnsetType = msgspec.UNSET


def render(result: Result, lang: Lang) -> bytes:
    """The report as JSON, indented, with its final newline."""
    raw = msgspec.json.format(msgspec.json.encode(audit_report(result, lang)), indent=2)
    return (escaped(raw.decode()) + "\n").encode()


def escaped(text: str) -> str:
    """JSON text whose invisible characters are written as escapes: the same values, safe to look at."""
    if visible(text) == text:
        return text
    return "".join(char if visible(char) == char else json.dumps(char)[1:-1] for char in text)


def audit_report(result: Result, lang: Lang) -> AuditReport:
    """The report as values."""
    return AuditReport(
        format="cascade-audit/1",
        version=__version__,
        lang=lang,
        plans=tuple(map(_plan, result.plans)),
        citations=_citations(result),
        findings=tuple(_finding(finding, lang) for finding in result.findings),
        errors=tuple(_error(fault, lang) for fault in result.faults),
        summary=_summary(result),
        not_compared=tuple(NotComparedEntry(one.plan, one.missing) for one in result.not_compared),
        since=_since(result.since) if result.since else msgspec.UNSET,
        passed_over=tuple(_error(fault, lang) for fault in result.passed_over) or msgspec.UNSET,
    )


def _summary(result: Result) -> Summary:
    error, warning, info = (result.counts[severity] for severity in SEVERITIES)
    return Summary(len(result.plans), error, warning, info, result.waived or msgspec.UNSET)


def _error(fault: FaultView, lang: Lang) -> ErrorEntry:
    place = fault.place
    return ErrorEntry(place.file, place.line, place.column, fault.code, fault.message.say(lang))


def _since(since: Since) -> SinceEntry:
    mended = tuple(MendedEntry(one.fingerprint, one.rule, one.plan, one.item, one.message) for one in since.mended)
    return SinceEntry(since.name, since.known, mended)


def _plan(plan: PlanView) -> PlanEntry:
    return PlanEntry(
        id=plan.id,
        file=plan.place.file,
        level=plan.level,
        number=plan.number,
        issued=plan.issued.isoformat() if plan.issued else None,
        content=plan.content,
        review=plan.review,
        targets=plan.targets,
        tasks=plan.tasks,
        parents=plan.parents,
        took_over=tuple(map(_taken_over, plan.took_over)),
    )


def _taken_over(one: TakenOverView) -> TakenOverEntry:
    until = one.until.isoformat() if one.until else None
    return TakenOverEntry(one.plan, one.unit, until, one.now, one.cited)


def _citations(result: Result) -> tuple[CitationEntry, ...]:
    return tuple(
        CitationEntry(
            plan=citation.plan,
            number=citation.number,
            date=citation.date.isoformat() if citation.date else None,
            role=citation.role,
            lines=_pair(citation.lines),
            resolved=citation.resolved,
        )
        for citation in result.citations
    )


def _finding(finding: FindingView, lang: Lang) -> FindingEntry:
    place = finding.item.place
    return FindingEntry(
        rule=finding.rule,
        severity=finding.severity,
        plan=finding.plan,
        item=finding.item.id,
        lines=_pair(finding.item.lines),
        file=place.file,
        line=place.line,
        column=place.column,
        against=_against(finding.against) if finding.against else None,
        measure=finding.measure,
        year=finding.year,
        child_value=finding.child_value,
        parent_value=finding.parent_value,
        message=finding.message.say(lang),
        suggestion=finding.suggestion.say(lang),
        affects=finding.affects,
        draft=finding.draft,
        fingerprint=finding.fingerprint,
        nearest=finding.nearest.id if finding.nearest else None,
        confidence=None if finding.confidence is None else finding.confidence / 100,
        because=because_entries(finding.because),
        printed=_printed(finding.item),
        waived=_waived(finding.waived) if finding.waived else msgspec.UNSET,
        lapsed=_waived(finding.lapsed) if finding.lapsed else msgspec.UNSET,
        confirmed=_confirmed(finding.confirmed) if finding.confirmed else msgspec.UNSET,
    )


def _printed(item: ItemView) -> str | msgspec.UnsetType:
    """The printed words of an item, where its document was at hand."""
    return item.printed.text if item.printed and item.printed.text else msgspec.UNSET


def _waived(waiver: Waiver) -> WaivedEntry:
    until = waiver.until.isoformat() if waiver.until else None
    return WaivedEntry(waiver.waived, waiver.document, until, waiver.by, waiver.wrong or msgspec.UNSET)


def _confirmed(confirmation: Confirmation) -> ConfirmedEntry:
    return ConfirmedEntry(confirmation.by, confirmation.on.isoformat())


def because_entries(because: tuple[Because, ...]) -> tuple[BecauseEntry, ...]:
    """What ties an item of a child to one of its parent."""
    return tuple(BecauseEntry(one.kind, one.child, one.parent) for one in because)


def _against(item: ItemView) -> AgainstEntry:
    return AgainstEntry(item.plan, item.id, _pair(item.lines), item.place.file, item.place.line, _printed(item))


def _pair(lines: Lines | None) -> Pair | None:
    return (lines.first, lines.last) if lines else None
