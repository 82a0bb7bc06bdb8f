"""The audit as JSON, `cascade-audit/1` (contracts.md). These types are the report's schema."""

from __future__ import annotations

import json
from typing import Literal

import msgspec

from cascade import __version__
from cascade.answers.because import because
from cascade.audit import Audit, Judged
from cascade.graph.lineage import TakenOver
from cascade.model.finding import Item
from cascade.model.plan import Lines
from cascade.model.rule import SEVERITIES, Severity
from cascade.model.text import visible
from cascade.model.words import Lang

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


class BecauseEntry(msgspec.Struct, frozen=True):
    """Words that tie the child's item to the parent's (or keep them apart), and how: same, synonym, near, shared,
    excluded, unsaid."""

    evidence: str
    child: str
    parent: str


class FindingEntry(msgspec.Struct, frozen=True):
    """One finding. `lines` are those of the source document, `line` and `column` those of the plan file.
    `draft`: it rests on what a machine read and no person has settled. `nearest`: the child's item that comes
    nearest where none answers; `confidence`: how sure the verdict is, from 0 to 1; `because`: what ties the two."""

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


class ErrorEntry(msgspec.Struct, frozen=True):
    """One thing that could not be read."""

    file: str
    line: int
    column: int
    message: str


class NotComparedEntry(msgspec.Struct, frozen=True):
    """A plan that was held against nothing; `missing`: numbers or titles of what its basis names and is not on file."""

    plan: str
    missing: tuple[str, ...]


class Summary(msgspec.Struct, frozen=True):
    """How many plans were audited and how many findings of each severity there are."""

    plans: int
    error: int
    warning: int
    info: int


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


def audit_json(result: Audit, lang: Lang) -> str:
    """The report as JSON text, indented, with its final newline."""
    raw = msgspec.json.format(msgspec.json.encode(audit_report(result, lang)), indent=2)
    return escaped(raw.decode()) + "\n"


def escaped(text: str) -> str:
    """JSON text whose invisible characters are written as escapes: the same values, safe to look at."""
    if visible(text) == text:
        return text
    return "".join(char if visible(char) == char else json.dumps(char)[1:-1] for char in text)


def audit_report(result: Audit, lang: Lang) -> AuditReport:
    """The report as values."""
    counts = {severity: result.count(severity) for severity in SEVERITIES}
    return AuditReport(
        format="cascade-audit/1",
        version=__version__,
        lang=lang,
        plans=tuple(_plan(result, plan_id) for plan_id in result.plans),
        citations=_citations(result),
        findings=tuple(_finding(result, judged, lang) for judged in result.findings),
        errors=tuple(ErrorEntry(fault.file, fault.line, fault.column, fault.message(lang)) for fault in result.faults),
        summary=Summary(len(result.plans), counts["error"], counts["warning"], counts["info"]),
        not_compared=tuple(NotComparedEntry(one.plan, one.missing) for one in result.not_compared),
    )


def _plan(result: Audit, plan_id: str) -> PlanEntry:
    plan = result.plans[plan_id]
    return PlanEntry(
        id=plan_id,
        file=result.corpus.plans[plan_id].file,
        level=plan.level,
        number=plan.number,
        issued=plan.issued.isoformat() if plan.issued else None,
        content=plan.content,
        review=plan.review,
        targets=len(plan.targets),
        tasks=len(plan.tasks),
        parents=result.context.lineage.parents(plan_id),
        took_over=tuple(map(_taken_over, result.context.lineage.taken_over(plan_id))),
    )


def _taken_over(one: TakenOver) -> TakenOverEntry:
    until = one.unit.until.isoformat() if one.unit.until else None
    return TakenOverEntry(one.plan, one.unit.shown, until, one.now.shown, one.cited)


def _citations(result: Audit) -> tuple[CitationEntry, ...]:
    entries = []
    for resolution in result.context.lineage.resolutions:
        citation = result.plans[resolution.plan].citations[resolution.index]
        entries.append(
            CitationEntry(
                plan=resolution.plan,
                number=citation.number,
                date=citation.date.isoformat() if citation.date else None,
                role=citation.role,
                lines=_pair(citation.lines),
                resolved=resolution.target,
            )
        )
    return tuple(entries)


def _finding(result: Audit, judged: Judged, lang: Lang) -> FindingEntry:
    finding = judged.finding
    file = result.corpus.plans[finding.item.plan]
    line, column = file.place(finding.item)
    return FindingEntry(
        rule=finding.rule,
        severity=judged.severity,
        plan=finding.item.plan,
        item=result.id_of(finding.item),
        lines=_pair(result.lines_of(finding.item)),
        file=file.file,
        line=line,
        column=column,
        against=_against(result, finding.against) if finding.against else None,
        measure=finding.measure,
        year=finding.year,
        child_value=finding.child_value,
        parent_value=finding.parent_value,
        message=judged.message.say(lang),
        suggestion=judged.suggestion.say(lang),
        affects=finding.affects,
        draft=judged.draft,
        fingerprint=result.fingerprint(judged),
        nearest=result.id_of(finding.nearest),
        confidence=None if finding.confidence is None else finding.confidence / 100,
        because=because_entries(result, finding.against, finding.nearest),
    )


def because_entries(result: Audit, parent: Item | None, child: Item | None) -> tuple[BecauseEntry, ...]:
    """What ties an item of a child to one of its parent."""
    if parent is None or child is None:
        return ()
    context = result.context
    found = because(context.answering.lexis, context.words(parent), context.words(child))
    return tuple(BecauseEntry(one.kind, one.child, one.parent) for one in found)


def _against(result: Audit, item: Item) -> AgainstEntry:
    file = result.corpus.plans[item.plan]
    return AgainstEntry(
        plan=item.plan,
        item=result.id_of(item),
        lines=_pair(result.lines_of(item)),
        file=file.file,
        line=file.place(item)[0],
    )


def _pair(lines: Lines | None) -> Pair | None:
    return (lines.first, lines.last) if lines else None
