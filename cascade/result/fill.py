"""From an audit to its result: every value that a form shows, looked up once."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from cascade.audit import UNSURE, Audit, Judged
from cascade.checks.not_compared import is_compared
from cascade.model.finding import Checked, Finding, Item
from cascade.model.naming import in_full, in_short
from cascade.model.plan import Plan
from cascade.model.rule import SEVERITIES, Rule
from cascade.model.words import LANGS, Words
from cascade.reading.fault import Fault
from cascade.reading.passed_over import CODE as PASSED_OVER
from cascade.reading.passed_over import PassedOver
from cascade.result.compare import Pair, compare, pairs_of
from cascade.result.items import Items, Printer
from cascade.result.result import (
    CitationView,
    FaultView,
    FindingView,
    Need,
    NotComparedView,
    PairView,
    Place,
    PlanView,
    Result,
    RuleView,
    TakenOverView,
)

EVERYTHING: frozenset[Need] = frozenset(("comparisons", "because"))


def fill(
    audit: Audit,
    needs: Collection[Need] = (),
    printer: Printer | None = None,
    pairs: Iterable[Pair] | None = None,
) -> Result:
    """The result of an audit with what the forms that were asked for need. `printer` brings printed words;
    `pairs`: the comparisons wanted, by default those of every plan that is reported on."""
    items = Items(audit, printer)
    findings = tuple(_finding(audit, judged, items) for judged in audit.findings)
    comparisons: tuple[PairView, ...] = ()
    if "comparisons" in needs:
        wanted = pairs_of(audit) if pairs is None else pairs
        comparisons = compare(audit, wanted, items, findings, tied="because" in needs)
    return Result(
        plans=tuple(_plan(audit, plan_id, plan, items) for plan_id, plan in audit.plans.items()),
        citations=_citations(audit),
        findings=findings,
        faults=tuple(map(_fault, audit.faults)),
        not_compared=tuple(NotComparedView(one.plan, one.missing) for one in audit.not_compared),
        compares=audit.compares,
        rules=_rules(audit),
        areas={number: area.name for number, area in audit.context.domain.areas.items()},
        comparisons=comparisons,
        passed_over=(*map(_passed_over, audit.corpus.passed_over), *map(_fault, audit.corpus.elsewhere)),
        narrowed=audit.narrowed,
        chosen=audit.chosen,
        let_stand=audit.let_stand,
    )


def _plan(audit: Audit, plan_id: str, plan: Plan, items: Items) -> PlanView:
    context = audit.context
    level = context.domain.levels.get(plan.level)
    types = context.domain.document_types
    lineage = context.lineage
    above = lineage.ancestors(plan_id) if is_compared(context, plan_id) else ()
    return PlanView(
        id=plan_id,
        place=items.place(Item(plan_id)),
        label=plan.label,
        name=in_full(plan, types),
        short=in_short(plan, types),
        code=audit.letters.get(plan_id, ""),
        unit=context.unit(plan_id),
        title=plan.title,
        number=plan.number,
        type=plan.type,
        level=plan.level,
        level_name=level.name,
        rank=level.rank,
        issuer=plan.issuer,
        issued=plan.issued,
        period=plan.period,
        year=plan.year,
        content=plan.content,
        review=plan.review,
        targets=len(plan.targets),
        tasks=len(plan.tasks),
        parents=lineage.parents(plan_id),
        children=lineage.children(plan_id),
        compared_with=tuple(other for other in above if audit.plans[other].items),
        checked=audit.checked.get(plan_id, Checked()),
        whole=context.shows_lacks(plan_id),
        document=plan.source.document if plan.source else None,
        took_over=tuple(
            TakenOverView(one.plan, one.unit.shown, one.unit.until, one.now.shown, one.cited)
            for one in lineage.taken_over(plan_id)
        ),
    )


def _citations(audit: Audit) -> tuple[CitationView, ...]:
    found = []
    for resolution in audit.context.lineage.resolutions:
        citation = audit.plans[resolution.plan].citations[resolution.index]
        found.append(
            CitationView(
                resolution.plan,
                resolution.index,
                citation.number,
                citation.title,
                citation.date,
                citation.role,
                citation.lines,
                resolution.target,
            )
        )
    return tuple(found)


def _finding(audit: Audit, judged: Judged, items: Items) -> FindingView:
    finding = judged.finding
    measure = audit.context.domain.measures.get(finding.measure or "")
    return FindingView(
        code=judged.code,
        fingerprint=audit.fingerprint(judged),
        rule=finding.rule,
        severity=judged.severity,
        plan=finding.item.plan,
        title=audit.context.domain.rules[finding.rule].title,
        message=judged.message,
        suggestion=judged.suggestion,
        item=items.view(finding.item),
        against=items.of(finding.against),
        nearest=items.of(finding.nearest),
        measure=finding.measure,
        measure_name=measure.name if measure else None,
        year=finding.year,
        child_value=finding.child_value,
        parent_value=finding.parent_value,
        child_bound=_bound(finding, "child_bound", finding.child_value),
        parent_bound=_bound(finding, "parent_bound", finding.parent_value),
        affects=finding.affects,
        confidence=finding.confidence,
        because=judged.because,
        draft=judged.draft,
        unsure=finding.case in UNSURE,
        waived=judged.waived,
        lapsed=judged.ruling.lapsed,
        confirmed=judged.ruling.confirmed,
    )


def _bound(finding: Finding, name: str, value: str | None) -> Words | None:
    """The bound of one side in words, where the finding weighs bounds."""
    if value is None:
        return None
    said = dict(finding.facts).get(name)
    return said if isinstance(said, Words) else Words(value, value)


def _fault(fault: Fault) -> FaultView:
    vi, en = (fault.message(lang) for lang in LANGS)
    return FaultView(Place(fault.file, fault.line, fault.column), fault.code, Words(vi, en))


def _passed_over(one: PassedOver) -> FaultView:
    return FaultView(Place(one.file, 1, 1), PASSED_OVER, one.kind)


def _rules(audit: Audit) -> dict[str, RuleView]:
    used = dict.fromkeys(judged.finding.rule for judged in audit.findings)
    return {rule_id: _rule(audit.context.domain.rules[rule_id]) for rule_id in sorted(used)}


def _rule(rule: Rule) -> RuleView:
    worst = min(rule.severity.values(), key=SEVERITIES.index)
    return RuleView(rule.id, rule.family, worst, rule.title, rule.scope, rule.rationale, rule.audience)
