"""Markdown for the summary of a job or a comment: a table of the plans, then the findings of each.

It is what a host can show of plans that are Word files: their lines are in no diff. Text of plans is text: no link,
no mention, no reference, no markup of it takes effect.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from cascade.formats.notices import not_compared_words
from cascade.formats.totals import nothing, total
from cascade.model.rule import SEVERITIES
from cascade.model.text import one_line
from cascade.model.words import Lang
from cascade.report import phrases
from cascade.report.screen import MARKS
from cascade.result.result import FindingView, ItemView, Result

BEGINNING = "<!-- cascade-audit/1 -->"
MOST = 900_000
"""How many bytes are written before the rest is only counted: GitHub drops a summary of more than 1 MiB as a whole."""
_MARKUP = re.compile(r"[\\`*_\[\]<>|~&$#]|:(?=//)|(?<=[wW]{3})\.|^[-+=]|(?<=^\d)[.)]|(?<=^\d\d)[.)]")
_REFERENCE = re.compile(r"([@#](?=\w)|:(?=[\w+-]+:))")
_APART = "<!-- -->"
"""Between a sign and the name behind it: no mention, reference or picture is made of them."""


def render(result: Result, lang: Lang) -> bytes:
    """The whole summary."""
    head = [BEGINNING, f"## {phrases.TITLE.say(lang)}", ""]
    head += [f"**{text(said)}**\n" for _, said in not_compared_words(result, lang)]
    head += [*_table(result, lang), *_faults(result, lang)]
    foot = f"\n{_mended(result, lang)}{text(total(result, lang))}\n"
    return ("\n".join(_bounded(head, _findings(result, lang), lang)) + foot).encode()


def _bounded(lines: list[str], more: Iterable[tuple[str, int]], lang: Lang) -> list[str]:
    """The lines, and as many of `more` as there is room for; each brings how many findings it tells."""
    size, left = sum(len(line.encode()) + 1 for line in lines), 0
    for line, told in more:
        size += len(line.encode()) + 1
        if size <= MOST:
            lines.append(line)
        else:
            left += told
    return [*lines, "", phrases.MORE.say(lang, n=left)] if left else lines


def _table(result: Result, lang: Lang) -> list[str]:
    """Every plan that was compared or has findings, with how many of each severity."""
    plans = [plan for plan in result.plans if plan.compared_with or plan.id in result.by_plan]
    if not plans:
        return []
    heads = [phrases.PLAN.say(lang), *(phrases.SEVERITY[severity].say(lang) for severity in SEVERITIES)]
    lines = [f"| {' | '.join(heads)} |", f"|---{'|--:' * len(SEVERITIES)}|"]
    for plan in plans:
        found = [finding.severity for finding in result.by_plan.get(plan.id, ())]
        counts = (str(found.count(severity) or "·") for severity in SEVERITIES)
        lines.append(f"| {text(plan.label.say(lang))} | {' | '.join(counts)} |")
    return [*lines, ""]


def _mended(result: Result, lang: Lang) -> str:
    """What was told before and is found no more: good news is worth a line."""
    if result.since is None or not result.since.mended:
        return ""
    told = (
        f"{one.rule}: {result.plan(one.plan).label.say(lang)}. {one.message or one.item or ''}"
        for one in result.since.mended
    )
    return f"### {phrases.MENDED.say(lang)}\n\n" + "".join(f"- {text(one)}\n" for one in told) + "\n"


def _faults(result: Result, lang: Lang) -> list[str]:
    """What could not be read, and what was passed over."""
    lines = []
    if result.passed_over:
        lines += [f"### {phrases.PASSED_OVER.say(lang)}", ""]
        lines += [f"- {text(one.place.file)}: {text(one.message.say(lang))}" for one in result.passed_over]
        lines += [""]
    if not result.faults:
        return lines
    lines += [f"### {phrases.FAULTS.say(lang)}", ""]
    for fault in result.faults:
        place = f"{fault.place.file}:{fault.place.line}:{fault.place.column}"
        lines.append(f"- {text(place)}: {text(fault.message.say(lang))}")
    return [*lines, ""]


def _findings(result: Result, lang: Lang) -> Iterable[tuple[str, int]]:
    """The lines of all findings, each with how many findings it tells."""
    if not result.findings and result.plans:
        yield nothing(result, lang), 0
    for plan_id, findings in result.by_plan.items():
        plan = result.plan(plan_id)
        draft = f" ({phrases.DRAFT.say(lang)})" if plan.review == "draft" else ""
        yield f"\n### {text(plan.label.say(lang))}{draft}\n\n{text(plan.place.file)}\n", 0
        yield f"| | {phrases.THIS_PLAN.say(lang)} | {phrases.HIGHER.say(lang)} | |", 0
        yield "|---|---|---|---|", 0
        for finding in findings:
            yield _row(finding, result, lang), 1


def _row(finding: FindingView, result: Result, lang: Lang) -> str:
    mark = f"{finding.code} {MARKS[finding.severity]}"
    child = phrases.NOTHING_HERE.say(lang) if finding.lacks else _side(finding.item, lang)
    above = ""
    if finding.against is not None:
        label = result.plan(finding.against.plan).label.say(lang) if finding.against.plan != finding.plan else ""
        above = "<br>".join(part for part in (text(label), _side(finding.against, lang)) if part)
    said = f"**{text(finding.title.say(lang))}**<br>{text(finding.message.say(lang))}"
    mend = f"<br>{phrases.MEND.say(lang)}: {text(finding.suggestion.say(lang))}"
    return f"| {mark} | {child} | {above} | {said}{mend} |"


def _side(item: ItemView, lang: Lang) -> str:
    """The item as it is cited, with the words printed, or else recorded."""
    if item.is_plan:
        return ""
    words = phrases.CITATION if item.kind == "citation" else phrases.ITEM
    said = item.printed.text if item.printed and item.printed.text else item.text
    page = f", {phrases.PAGE.say(lang, page=item.page)}" if item.page else ""
    return f"{text(words.say(lang, id=item.id))}{page}: «{text(said)}»" if item.kind != "citation" else text(item.text)


def text(words: str) -> str:
    """Words as text of a table's cell: what could act in Markdown, or on GitHub, does not."""
    parts = _REFERENCE.split(one_line(words))
    return "".join(f"{_plain(part)}{_APART}" if place % 2 else _plain(part) for place, part in enumerate(parts))


def _plain(words: str) -> str:
    return _MARKUP.sub(lambda sign: f"&#{ord(sign[0])};", words)
