"""What a host of code is told: faults, plans that were not compared, and findings, each as one line at one place."""

from __future__ import annotations

import msgspec

from cascade.model.finding import fingerprint
from cascade.model.rule import Severity
from cascade.model.text import one_line
from cascade.model.words import Lang
from cascade.report import phrases
from cascade.result.result import FindingView, Place, Result

NOT_COMPARED = "not-compared"
NOTHING_HERE = Place(".")


class Notice(msgspec.Struct, frozen=True):
    """One thing to tell. `code`: the rule's id, the fault's, or `not-compared`; `name` and `text`: in words, on one
    line, nothing in them acts on a terminal; `fault`: it could not be read. `finding`: what it tells, if it is one."""

    code: str
    severity: Severity
    place: Place
    name: str
    text: str
    fingerprint: str
    fault: bool = False
    finding: FindingView | None = None


def notices(result: Result, lang: Lang) -> tuple[Notice, ...]:
    """Everything to be told, each once: first what makes the rest doubtful, then the findings in their order."""
    return (*_faults(result, lang), *_not_compared(result, lang), *(_finding(one, lang) for one in result.findings))


def _faults(result: Result, lang: Lang) -> list[Notice]:
    found = []
    for fault in result.faults:
        place = fault.place
        name = phrases.FAULTS.say(lang)
        print_ = fingerprint(fault.code, place.file, str(place.line), str(place.column), fault.message.vi)
        found.append(Notice(fault.code, "error", place, name, one_line(fault.message.say(lang)), print_, fault=True))
    return found


def not_compared_words(result: Result, lang: Lang) -> list[tuple[Place, str]]:
    """Each plan that was held against nothing, in words; where nothing at all was, that."""
    told = []
    for one in result.not_compared:
        plan = result.plan(one.plan)
        words = phrases.NOT_COMPARED if one.missing else phrases.NAMES_NO_PLAN
        said = words.say(lang, missing=", ".join(one.missing), plan=plan.label.say(lang))
        told.append((plan.place, one_line(said)))
    if not told and result.plans and not result.compares:
        told = [(NOTHING_HERE, phrases.NOTHING_COMPARED.say(lang))]
    return told


def _not_compared(result: Result, lang: Lang) -> list[Notice]:
    name = phrases.HEAD_NOT_COMPARED.say(lang)
    return [
        Notice(NOT_COMPARED, "warning", place, name, said, fingerprint(NOT_COMPARED, place.file))
        for place, said in not_compared_words(result, lang)
    ]


def _finding(finding: FindingView, lang: Lang) -> Notice:
    parts = [finding.message.say(lang)]
    if finding.suggestion.say(lang):
        parts.append(phrases.SUGGESTED.say(lang, suggestion=finding.suggestion.say(lang)))
    if finding.waived:
        parts.append(f"({phrases.waived(finding.waived).say(lang)})")
    return Notice(
        finding.rule,
        "info" if finding.waived else finding.severity,
        finding.item.place,
        f"{finding.code}: {one_line(finding.title.say(lang))}",
        one_line(" ".join(parts)),
        finding.fingerprint,
        finding=finding,
    )
