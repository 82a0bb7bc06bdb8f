"""JUnit's XML, which every CI shows: a suite for each plan, a case for each finding in it.

An error fails its case; a warning or a note is a case that was skipped, with its words, so that the count of
failures is the count of errors. A plan that was compared and holds has one case that passes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from xml.etree import ElementTree as ET

from cascade.formats.notices import Notice, notices
from cascade.model.text import visible
from cascade.model.words import Lang
from cascade.report import phrases
from cascade.result.result import PlanView, Result

_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(result: Result, lang: Lang) -> bytes:
    """The suites: the plans in the order of their ids, then files that could not be read."""
    told: defaultdict[str, list[Notice]] = defaultdict(list)
    for notice in notices(result, lang):
        told[notice.place.file].append(notice)
    root = ET.Element("testsuites", name="cascade")
    suites = [_suite(root, plan.place.file, plan, told.pop(plan.place.file, []), lang) for plan in result.plans]
    suites += [_suite(root, file, None, of_file, lang) for file, of_file in told.items()]
    for name in ("tests", "failures", "errors"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in suites)))
    ET.indent(root, " ")
    body = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'.encode()


def _suite(root: ET.Element, file: str, plan: PlanView | None, told: Iterable[Notice], lang: Lang) -> ET.Element:
    name = f"{plan.id} · {plan.label.say(lang)}" if plan else file
    suite = ET.SubElement(root, "testsuite", name=_text(name))
    for notice in told:
        _case(suite, plan.id if plan else file, file, notice)
    if plan is not None and not len(suite) and plan.compared_with:
        checked = phrases.CHECKED.say(lang, targets=plan.checked.targets, tasks=plan.checked.tasks)
        ET.SubElement(suite, "testcase", name=checked, classname=_text(plan.id))
    for key, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(key, str(len(suite.findall(f"testcase/{tag}"))))
    suite.set("tests", str(len(suite)))
    return suite


def _case(suite: ET.Element, owner: str, file: str, notice: Notice) -> None:
    """One case; its name is its own, since GitLab drops the second of two that are called alike."""
    place = f"{file}:{notice.place.line}:{notice.place.column}"
    name = f"{notice.name} [{notice.code}]" if notice.finding else f"{notice.name} {place} [{notice.code}]"
    case = ET.SubElement(suite, "testcase", name=_text(name), classname=_text(owner))
    tag = "error" if notice.fault else "failure" if notice.severity == "error" else "skipped"
    ET.SubElement(case, tag, type=notice.code, message=_text(notice.text)).text = _text(place)


def _text(text: str) -> str:
    """Text without the characters that XML cannot hold."""
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", visible(text))
