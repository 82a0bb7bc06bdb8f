"""Letters in Word: for each plan with findings a draft of comments in the layout of Decree 30/2020/NĐ-CP.

What only the reviewer should know (codes, how sure a point is, what the files lack) stands in comments at the margin,
all of which Word takes away at once. What the letter leaves open stands in square brackets, marked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from docx.document import Document
from docx.shared import Mm, Pt

from cascade.formats import word
from cascade.formats.notices import not_compared_words
from cascade.formats.remark import Remark, Side, remark, side_text
from cascade.model.rule import SEVERITIES, Severity
from cascade.model.text import one_line
from cascade.model.words import Lang
from cascade.report import office_phrases as phrases
from cascade.result.result import FindingView, PlanView, Result

_LEFT, _RIGHT = Mm(65), Mm(100)
NOTES_NAME = "ghi-chu.docx"


def render(result: Result, lang: Lang) -> bytes:
    """All letters, one after the other, and behind them what no letter says."""
    document = word.new(phrases.SUBJECT.say(lang, plan="…"), lang)
    first = True
    for plan, findings in _letters(result):
        if not first:
            word.next_letter(document)
        _letter(document, plan, findings, result, lang)
        first = False
    notes = list(_notes(result, lang))
    if notes or first:
        if not first:
            word.next_letter(document)
        _note_page(document, notes, lang)
    return word.finished(document)


def render_each(result: Result, lang: Lang) -> Mapping[str, bytes]:
    """A file a letter, by the plan's id, and one with what no letter says."""
    made = {}
    for plan, findings in _letters(result):
        document = word.new(phrases.SUBJECT.say(lang, plan=one_line(plan.name.say(lang))), lang)
        _letter(document, plan, findings, result, lang)
        made[f"{plan.id}.docx"] = word.finished(document)
    notes = list(_notes(result, lang))
    if notes:
        document = word.new(phrases.NOTES.say(lang), lang)
        _note_page(document, notes, lang)
        made[NOTES_NAME] = word.finished(document)
    return made


def _letters(result: Result) -> Iterator[tuple[PlanView, Sequence[FindingView]]]:
    """The plans whose writer is told something."""
    for plan_id, findings in result.by_plan.items():
        if any(_is_for_writer(finding, result) for finding in findings):
            yield result.plan(plan_id), findings


def _is_for_writer(finding: FindingView, result: Result) -> bool:
    return result.rules[finding.rule].audience == "writer" and finding.waived is None


def _notes(result: Result, lang: Lang) -> Iterator[tuple[str, str]]:
    """What stands in no letter: each with the code of a finding, or nothing."""
    for _, said in not_compared_words(result, lang):
        yield "", said
    for fault in result.faults:
        yield "", one_line(f"{phrases.UNREADABLE.say(lang, place=fault.place.file)}: {fault.message.say(lang)}")
    told = {plan.id for plan, _ in _letters(result)}
    for finding in result.findings:
        if finding.plan not in told:
            plan = one_line(result.plan(finding.plan).name.say(lang))
            yield finding.code, f"{plan}. {_note(remark(finding, result, lang))}"


def _letter(document: Document, plan: PlanView, findings: Sequence[FindingView], result: Result, lang: Lang) -> None:
    _head(document, plan, result, lang)
    _receiver(document, plan, lang)
    _opening(document, plan, [one for one in findings if not _is_for_writer(one, result)], result, lang)
    list_id = word.new_list(document)
    for severity in SEVERITIES:
        chosen = [one for one in findings if one.severity == severity and _is_for_writer(one, result)]
        if chosen:
            _section(document, severity, chosen, list_id, result, lang)
    closing = word.body(document)
    word.say(closing, phrases.CLOSING.say(lang), receiver=one_line(plan.issuer))
    _foot(document, lang)


def _head(document: Document, plan: PlanView, result: Result, lang: Lang) -> None:
    left, right = word.columns(document, (_LEFT, _RIGHT))
    word.say(word.line(left, first=True), _superior(plan, result, lang), size=13)
    word.say(word.line(left), phrases.SENDER.say(lang), size=13, bold=True)
    word.line_below(left, 25)
    word.say(word.line(left), phrases.NUMBER.say(lang), size=13)
    subject = word.line(left)
    subject.paragraph_format.space_before = Pt(3)
    word.say(subject, phrases.SUBJECT.say(lang), size=12, plan=one_line(plan.name.say(lang)))
    word.say(word.line(right, first=True), phrases.NATION.say(lang), size=13, bold=True)
    word.say(word.line(right), phrases.MOTTO.say(lang), size=14, bold=True)
    word.line_below(right, 62)
    word.say(word.line(right), phrases.DATE.say(lang), size=14, italic=True)


def _superior(plan: PlanView, result: Result, lang: Lang) -> str:
    """The body above the one that comments: in a department of the level above, whoever issued the plan above."""
    above = [result.plan(parent) for parent in plan.compared_with]
    issuer = next((one.issuer for one in above if one.level != "central"), None)
    return one_line(issuer).upper().replace("[", "(").replace("]", ")") if issuer else phrases.SUPERIOR.say(lang)


def _receiver(document: Document, plan: PlanView, lang: Lang) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = word.CENTRE
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(14)
    word.say(paragraph, phrases.TO.say(lang), receiver=one_line(plan.issuer))


def _opening(document: Document, plan: PlanView, hidden: Iterable[FindingView], result: Result, lang: Lang) -> None:
    parents = "; ".join(one_line(result.plan(parent).name.say(lang)) for parent in plan.compared_with)
    words = phrases.OPENING if parents else phrases.OPENING_ALONE
    runs = word.say(word.body(document), words.say(lang), plan=one_line(plan.name.say(lang)), parents=parents)
    for finding in hidden:
        text = f"{finding.code} · {phrases.FOR_REVIEWER.say(lang)}: {_note(remark(finding, result, lang))}"
        word.comment(document, runs, text)


def _note(said: Remark) -> str:
    """A finding in one paragraph."""
    message = said.said or said.suggestion
    parts = [f"{said.title}.", message, said.suggestion if said.said else "", f"({said.note})" if said.note else ""]
    return " ".join(part for part in parts if part)


def _section(
    document: Document,
    severity: Severity,
    findings: Sequence[FindingView],
    list_id: int,
    result: Result,
    lang: Lang,
) -> None:
    heading = word.body(document)
    heading.paragraph_format.keep_with_next = True
    word.numbered(heading, list_id, 0)
    word.say(heading, phrases.SECTIONS[severity].say(lang), bold=True)
    for finding in sorted(findings, key=_surest):
        _remark(document, finding, remark(finding, result, lang), list_id, lang)


def _surest(finding: FindingView) -> int:
    """What has the words of both sides comes first, then what is lacking, then the rest."""
    if finding.of_two:
        return 1 if finding.lacks else 0
    return 2


def _remark(document: Document, finding: FindingView, said: Remark, list_id: int, lang: Lang) -> None:
    heading = word.body(document)
    heading.paragraph_format.keep_with_next = True
    word.numbered(heading, list_id, 1)
    run = word.quote(heading, f"{said.title}", bold=True)
    if said.said:
        word.quote(word.body(document), said.said)
    for side, asks in ((said.parent, True), (said.child, False)):
        if side is not None:
            _side(document, side, lang, asks=asks)
    word.quote(word.body(document), said.suggestion)
    word.comment(document, [run], f"{finding.code}{f' · {said.note}' if said.note else ''}")


def _side(document: Document, side: Side, lang: Lang, *, asks: bool) -> None:
    word.quote(word.body(document), f"- {side_text(side, lang, asks=asks)}.")


def _foot(document: Document, lang: Lang) -> None:
    left, right = word.columns(document, (Mm(75), Mm(90)))
    copies = word.line(left, first=True, alignment=word.LEFT)
    copies.paragraph_format.space_before = Pt(12)
    word.say(copies, phrases.RECIPIENTS.say(lang), size=12, bold=True, italic=True)
    for words in phrases.RECIPIENT_LIST:
        word.say(word.line(left, alignment=word.LEFT), words.say(lang), size=11)
    office = word.line(right, first=True)
    office.paragraph_format.space_before = Pt(12)
    office.paragraph_format.space_after = Pt(70)
    word.say(office, phrases.SIGNER.say(lang), bold=True)
    word.say(word.line(right), phrases.SIGNED.say(lang), bold=True)


def _note_page(document: Document, notes: Sequence[tuple[str, str]], lang: Lang) -> None:
    heading = document.add_paragraph()
    heading.alignment = word.CENTRE
    word.say(heading, phrases.NOTES.say(lang), bold=True)
    for code, text in notes:
        word.quote(word.body(document), f"{code}. {text}" if code else text)
    if not notes:
        word.quote(word.body(document), phrases.NO_LETTER.say(lang))
