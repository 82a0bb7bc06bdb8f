"""What a reader asks to see: a point by its code, all of a plan, a kind of trouble, a rule, an item of a plan above."""

from __future__ import annotations

from collections.abc import Iterable

from cascade.model.rule import SEVERITIES
from cascade.model.words import LANGS, Words
from cascade.report.kinds import GROUPS, NAMES, kind_of
from cascade.report.places import short
from cascade.result.result import FindingView, Result


def names(result: Result) -> list[str]:
    """Every name that `--show` takes, in small letters, the codes of points left out where they are very many."""
    codes = [finding.code for finding in result.findings]
    plans = [plan.code for plan in result.plans]
    items = [short(finding.against) for finding in result.findings if finding.of_two and finding.against]
    every = (*GROUPS, *SEVERITIES, *result.rules, *codes, *plans, *result.by_id, *items)
    return list(dict.fromkeys(name.lower() for name in every if name))


def allowed(result: Result) -> Words:
    """What `--show` takes, with the codes that there are as examples."""
    points = [finding.code for finding in result.findings]
    plans = [plan.code for plan in result.plans if plan.id in result.by_plan]
    facts = {"points": _few(points), "plans": _few(plans), "levels": ", ".join(SEVERITIES)}
    return Words(*(_ALLOWED.say(lang, kinds=NAMES.say(lang), **facts) for lang in LANGS))


_FEW = 3
_ALLOWED = Words(
    "một điểm{points}; một kế hoạch{plans}; một loại: {kinds}; một mức: {levels}; một quy tắc (cascade rules); "
    "số mục của kế hoạch cấp trên",
    "a point{points}; a plan{plans}; a kind: {kinds}; a severity: {levels}; a rule (cascade rules); "
    "the number of an item of a plan above",
)


def _few(codes: list[str]) -> str:
    """Some of the codes, as examples in brackets."""
    return f" ({', '.join(codes[:_FEW])}{', …' if len(codes) > _FEW else ''})" if codes else ""


def chosen(result: Result, wanted: Iterable[str]) -> tuple[FindingView, ...]:
    """The findings that any of the names stands for, in their order."""
    lowered = {name.lower() for name in wanted}
    kinds = {kind for name in lowered for kind in GROUPS.get(name, ())}
    return tuple(
        finding
        for finding in result.findings
        if kind_of(finding, result) in kinds or not lowered.isdisjoint(_called(result, finding))
    )


def _called(result: Result, finding: FindingView) -> set[str]:
    called = {finding.code, result.plan(finding.plan).code, finding.plan, finding.rule, finding.severity}
    if finding.of_two and finding.against:
        called.add(short(finding.against))
    return {name.lower() for name in called}
