"""The last line of a report: how many plans and findings, and what became of those of an earlier run."""

from __future__ import annotations

from cascade.model.text import one_line
from cascade.model.words import Lang
from cascade.report import phrases
from cascade.result.result import Result, Since


def total(result: Result, lang: Lang) -> str:
    """How many plans and findings there are, in words."""
    counts = {severity: phrases.count(severity, n, lang) for severity, n in result.counts.items()}
    said = phrases.TOTAL.say(lang, plans=len(result.plans), **counts)
    if result.faults:
        said = f"{said} {phrases.UNREADABLE.say(lang, n=len(result.faults))}"
    if result.decided:
        said = f"{said} {phrases.DECIDED.say(lang, n=result.decided)}"
    return f"{said} {since(result.since, lang)}" if result.since else said


def nothing(result: Result, lang: Lang) -> str:
    """What is said where no finding is told."""
    return (phrases.NOTHING_NEW if result.since else phrases.NO_FINDINGS).say(lang)


def since(told: Since, lang: Lang) -> str:
    """How many findings are known from before, and how many were mended."""
    return one_line(phrases.SINCE.say(lang, name=told.name, known=told.known, mended=len(told.mended)))
