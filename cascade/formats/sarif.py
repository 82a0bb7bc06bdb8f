"""SARIF 2.1.0: findings as GitHub code scanning and other tools take them in.

Anchored at the child's file, the counterpart among the related locations. What could not be read and what was not
compared are notifications of the run, not results: they are about the check, not about a plan's words.
"""

from __future__ import annotations

import posixpath
from typing import Any
from urllib.parse import quote

import msgspec

from cascade import __version__
from cascade.formats.audit_json import escaped
from cascade.formats.notices import Notice, notices
from cascade.model.text import one_line
from cascade.model.words import Lang
from cascade.report import phrases
from cascade.result.result import FaultView, FindingView, Place, Result, RuleView

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVEL = {"error": "error", "warning": "warning", "info": "note"}
MOST_RESULTS = 25_000
"""How many results of a run GitHub takes; a run with more is refused as a whole."""
LONGEST = 1024
"""How many characters a description of a rule may have."""
FINGERPRINT = "cascade/v1"

Tree = dict[str, Any]


def render(result: Result, lang: Lang) -> bytes:
    """The log with one run."""
    told = notices(result, lang)
    findings = result.findings[:MOST_RESULTS]
    ids = {rule: place for place, rule in enumerate(result.rules)}
    texts = {notice.fingerprint: notice.text for notice in told if notice.finding}
    notes = [_notification(notice) for notice in told if notice.finding is None]
    notes += [_passed_over(fault, lang) for fault in result.passed_over]
    if len(result.findings) > MOST_RESULTS:
        said = phrases.MORE.say(lang, n=len(result.findings) - MOST_RESULTS)
        notes.append({"level": "warning", "message": {"text": said}})
    run: Tree = {
        "tool": {
            "driver": {
                "name": "cascade",
                "semanticVersion": __version__,
                "language": lang,
                "rules": [_rule(rule, lang) for rule in result.rules.values()],
            }
        },
        "invocations": [{"executionSuccessful": not result.faults, "toolExecutionNotifications": notes}],
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, ids[one.rule], texts[one.fingerprint], result, lang) for one in findings],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return (escaped(msgspec.json.format(msgspec.json.encode(log), indent=1).decode()) + "\n").encode()


def _rule(rule: RuleView, lang: Lang) -> Tree:
    return {
        "id": rule.id,
        "name": "".join(part.capitalize() for part in rule.id.split("-")),
        "shortDescription": {"text": _short(rule.title.say(lang))},
        "fullDescription": {"text": _short(rule.rationale.say(lang))},
        "help": {"text": f"{phrases.RULE_SCOPE.say(lang)}: {rule.scope.say(lang)}\n\n{rule.rationale.say(lang)}"},
        "defaultConfiguration": {"level": LEVEL[rule.severity]},
        "properties": {"tags": [rule.family]},
    }


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _result(finding: FindingView, rule: int, text: str, result: Result, lang: Lang) -> Tree:
    made: Tree = {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": LEVEL[finding.severity],
        "message": {"text": f"{finding.code}: {text}"},
        "locations": [_location(finding.item.place)],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
    }
    if finding.against is not None:
        label = result.plan(finding.against.plan).label.say(lang)
        said = one_line(f"{label}, {finding.against.id}: {finding.against.text}" if finding.against.id else label)
        made["relatedLocations"] = [_location(finding.against.place) | {"id": 1, "message": {"text": said}}]
    if finding.waived is not None:
        made["suppressions"] = [{"kind": "external", "justification": one_line(finding.waived.waived)}]
    return made


def _notification(notice: Notice) -> Tree:
    return {
        "level": LEVEL[notice.severity],
        "message": {"text": notice.text},
        "locations": [_location(notice.place)],
        "descriptor": {"id": notice.code},
    }


def _passed_over(fault: FaultView, lang: Lang) -> Tree:
    said = one_line(fault.message.say(lang))
    return {
        "level": "note",
        "message": {"text": said},
        "locations": [_location(fault.place)],
        "descriptor": {"id": fault.code},
    }


def _location(place: Place) -> Tree:
    region = {"startLine": place.line, "startColumn": place.column}
    return {"physicalLocation": {"artifactLocation": {"uri": uri(place.file)}, "region": region}}


def uri(file: str) -> str:
    """A file's name as a URI reference: below the root of the repository, or from the root of the machine."""
    normal = posixpath.normpath(file.replace("\\", "/"))
    quoted = quote(normal, safe="/")
    return f"file://{quoted}" if normal.startswith("/") else quoted
