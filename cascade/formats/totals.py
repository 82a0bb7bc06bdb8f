"""The last line of a report: how many plans and findings, and what became of those of an earlier run."""

from __future__ import annotations

from collections import Counter

from cascade.model.rule import SEVERITIES
from cascade.model.text import one_line
from cascade.model.words import Lang
from cascade.report import phrases
from cascade.result.result import Result, Since


def total(result: Result, lang: Lang) -> str:
    """How many findings there are, in how many plans, how many of them nobody has decided, and what was not read."""
    fresh = [finding for finding in result.findings if finding.waived is None]
    counts = Counter(finding.severity for finding in fresh)
    said = phrases.TOTAL.say(
        lang,
        plans=len({finding.plan for finding in fresh}),
        new=len(fresh) - result.confirmed,
        decided=result.waived + result.confirmed,
        **{severity: phrases.count(severity, counts[severity], lang) for severity in SEVERITIES},
    )
    if result.faults:
        said = f"{said} · {phrases.UNREADABLE.say(lang, n=len(result.faults))}"
    return f"{said}. {since(result.since, lang)}" if result.since else said


def nothing(result: Result, lang: Lang) -> str:
    """What is said where no finding is told: how much was compared to say so."""
    if result.since and result.since.known:
        return one_line(phrases.NOTHING_NEW.say(lang, known=result.since.known, name=result.since.name))
    if result.waived:
        return phrases.NOTHING_OPEN.say(lang)
    if result.narrowed:
        return phrases.NOTHING_CHOSEN.say(lang)
    checked = [plan.checked for plan in result.reported]
    targets, tasks = sum(one.targets for one in checked), sum(one.tasks for one in checked)
    return phrases.NO_FINDINGS.say(lang, targets=targets, tasks=tasks)


def since(told: Since, lang: Lang) -> str:
    """How many findings are known from before, and how many were mended."""
    return one_line(phrases.SINCE.say(lang, name=told.name, known=told.known, mended=len(told.mended)))
