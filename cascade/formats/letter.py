"""Letters in Word: for each plan with findings a draft of comments in the layout of Decree 30/2020/NĐ-CP.

What only the reviewer should know (codes, how sure a point is, what the files lack) stands in comments at the margin,
all of which Word takes away at once. What the letter leaves open stands in square brackets, marked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from docx.shared import Mm, Pt

from cascade.formats import word
from cascade.formats.notices import not_compared_words
from cascade.formats.remark import Remark, is_for_writer, mend, remark, side_text
from cascade.model.rule import SEVERITIES, Severity
from cascade.model.text import one_line
from cascade.model.words import Lang
from cascade.report import office_phrases as phrases
from cascade.result.result import FindingView, PlanView, Result

_LEFT, _RIGHT = Mm(65), Mm(100)
_FOOT_LEFT, _FOOT_RIGHT = Mm(75), Mm(90)
NOTES_NAME = "ghi-chu.docx"


def render(result: Result, lang: Lang) -> bytes:
    """All letters, one after the other, and behind them what no letter says."""
    writer = _Writer(phrases.SUBJECT.say(lang, plan="…"), result, lang)
    told = False
    for plan, findings in _letters(result):
        if told:
            word.next_letter(writer.document)
        writer.letter(plan, findings)
        told = True
    notes = list(_notes(result, lang))
    if notes or not told:
        if told:
            word.next_letter(writer.document)
        writer.notes(notes)
    return word.finished(writer.document)


def render_each(result: Result, lang: Lang) -> Mapping[str, bytes]:
    """A file a letter, by the plan's id, and one with what no letter says."""
    made = {}
    for plan, findings in _letters(result):
        writer = _Writer(phrases.SUBJECT.say(lang, plan=one_line(plan.name.say(lang))), result, lang)
        writer.letter(plan, findings)
        made[f"{plan.id}.docx"] = word.finished(writer.document)
    notes = list(_notes(result, lang))
    if notes:
        writer = _Writer(phrases.NOTES.say(lang), result, lang)
        writer.notes(notes)
        made[NOTES_NAME] = word.finished(writer.document)
    return made


def _letters(result: Result) -> Iterator[tuple[PlanView, Sequence[FindingView]]]:
    """The plans whose writer is told something."""
    for plan_id, findings in result.by_plan.items():
        if any(is_for_writer(finding, result) for finding in findings):
            yield result.plan(plan_id), findings


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


def _note(said: Remark) -> str:
    """A finding in one paragraph."""
    message = said.said or said.suggestion
    parts = [f"{said.title}.", message, said.suggestion if said.said else "", f"({said.note})" if said.note else ""]
    return " ".join(part for part in parts if part)


def _surest(finding: FindingView) -> int:
    """What has the words of both sides comes first, then what is lacking, then the rest."""
    if finding.of_two:
        return 1 if finding.lacks else 0
    return 2


class _Writer:
    """A document that letters are written into."""

    def __init__(self, title: str, result: Result, lang: Lang) -> None:
        self.document = word.new(title, lang)
        self.margin = word.Margin(self.document)
        self.result, self.lang = result, lang

    def letter(self, plan: PlanView, findings: Sequence[FindingView]) -> None:
        """A letter to whoever issued the plan; what it does not tell stands in its margin."""
        told: list[FindingView] = []
        hidden: list[FindingView] = []
        for finding in findings:
            (told if is_for_writer(finding, self.result) else hidden).append(finding)
        self._head(plan)
        self._receiver(plan)
        self._opening(plan, hidden)
        list_id = word.new_list(self.document)
        for severity in SEVERITIES:
            self._section(severity, [finding for finding in told if finding.severity == severity], list_id)
        word.say(word.body(self.document), phrases.CLOSING.say(self.lang), receiver=one_line(plan.issuer))
        self._foot()

    def notes(self, notes: Sequence[tuple[str, str]]) -> None:
        """A page that is not to be sent."""
        heading = word.body(self.document, alignment=word.CENTRE)
        word.say(heading, phrases.NOTES.say(self.lang), bold=True)
        for code, text in notes:
            word.quote(word.body(self.document), f"{code}. {text}" if code else text)
        if not notes:
            word.quote(word.body(self.document), phrases.NO_LETTER.say(self.lang))

    def _head(self, plan: PlanView) -> None:
        lang = self.lang
        left, right = word.columns(self.document, (_LEFT, _RIGHT))
        superior = self._superior(plan)
        first = word.line(left, first=True)
        if superior:
            word.quote(first, superior, size=13)
        else:
            word.say(first, phrases.SUPERIOR.say(lang), size=13)
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

    def _superior(self, plan: PlanView) -> str:
        """The body above the one that comments: of a department of the level above, whoever issued the plan above."""
        above = (self.result.plan(parent) for parent in plan.compared_with)
        return next((one_line(one.issuer).upper() for one in above if one.level != "central"), "")

    def _receiver(self, plan: PlanView) -> None:
        paragraph = word.body(self.document, alignment=word.CENTRE)
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(14)
        word.say(paragraph, phrases.TO.say(self.lang), receiver=one_line(plan.issuer))

    def _opening(self, plan: PlanView, hidden: Iterable[FindingView]) -> None:
        lang = self.lang
        parents = "; ".join(one_line(self.result.plan(parent).name.say(lang)) for parent in plan.compared_with)
        words = phrases.OPENING if parents else phrases.OPENING_ALONE
        name = one_line(plan.name.say(lang))
        runs = word.say(word.body(self.document), words.say(lang), plan=name, parents=parents)
        for finding in hidden:
            note = _note(remark(finding, self.result, lang))
            self.margin.comment(runs, f"{finding.code} · {phrases.FOR_REVIEWER.say(lang)}: {note}")

    def _section(self, severity: Severity, findings: Sequence[FindingView], list_id: int) -> None:
        if not findings:
            return
        heading = word.body(self.document)
        heading.paragraph_format.keep_with_next = True
        word.numbered(heading, list_id, 0)
        word.say(heading, phrases.SECTIONS[severity].say(self.lang), bold=True)
        for finding in sorted(findings, key=_surest):
            self._remark(finding, list_id)

    def _remark(self, finding: FindingView, list_id: int) -> None:
        said = remark(finding, self.result, self.lang)
        heading = word.body(self.document)
        heading.paragraph_format.keep_with_next = True
        word.numbered(heading, list_id, 1)
        run = word.quote(heading, said.title, bold=True)
        if said.said:
            word.quote(word.body(self.document), said.said)
        for side, asks in ((said.parent, True), (said.child, False)):
            if side is not None:
                word.quote(word.body(self.document), f"- {side_text(side, self.lang, asks=asks)}.")
        word.quote(word.body(self.document), mend(said, self.lang))
        self.margin.comment([run], f"{finding.code} · {said.note}" if said.note else finding.code)

    def _foot(self) -> None:
        left, right = word.columns(self.document, (_FOOT_LEFT, _FOOT_RIGHT))
        copies = word.line(left, first=True, alignment=word.LEFT)
        copies.paragraph_format.space_before = Pt(12)
        word.say(copies, phrases.RECIPIENTS.say(self.lang), size=12, bold=True, italic=True)
        for words in phrases.RECIPIENT_LIST:
            word.say(word.line(left, alignment=word.LEFT), words.say(self.lang), size=11)
        office = word.line(right, first=True)
        office.paragraph_format.space_before = Pt(12)
        office.paragraph_format.space_after = Pt(70)
        word.say(office, phrases.SIGNER.say(self.lang), bold=True)
        word.say(word.line(right), phrases.SIGNED.say(self.lang), bold=True)
