"""`cascade decide PATH…`: a person decides on findings one by one, and the decisions are kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cascade.cli import completion
from cascade.cli.asking import ENTER, EndedError, choice, day_of, in_rows, is_terminal, told_saved, typed
from cascade.cli.decisions_file import decisions_file, kept_decisions, no_edit
from cascade.cli.forms import printer
from cascade.cli.kept import Kept, UnsavedError
from cascade.cli.load import fail, load_audit, load_domain, tell
from cascade.cli.named import plan_ids
from cascade.cli.options import (
    kept_decisions_option,
    lang_option,
    names,
    paths_argument,
    rules_option,
    screen,
    sources_option,
    today_option,
)
from cascade.cli.usage import Translated, say

if TYPE_CHECKING:
    from cascade.audit import Audit
    from cascade.model.decision import Decision
    from cascade.model.words import Lang, Words
    from cascade.result.docket import Accepted, Author
    from cascade.result.items import Items
    from cascade.result.result import FindingView, Result

_SEVERAL = ";"
_SHOWN = 8  # units that are named where many plans are alike


@click.command(
    "decide",
    cls=Translated,
    help=say(
        "Kết luận từng điểm chưa kết luận trong ĐƯỜNG-DẪN, điểm chắc nhất trước; lưu ngay vào decisions.yaml. "
        "Với --from, đọc kết luận từ cột kết luận của bảng Excel (cascade audit -o bang.xlsx).",
        "Decide on each open finding in PATH, surest first; saved at once in decisions.yaml. "
        "With --from, the decisions are read from their column in the workbook (cascade audit -o table.xlsx).",
    ),
)
@paths_argument
@click.option(
    "--from",
    "workbook",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar=say("BẢNG.xlsx", "TABLE.xlsx"),
    help=say("Đọc kết luận từ bảng Excel này.", "Read the decisions from this workbook."),
)
@click.option(
    "--by",
    "name",
    metavar=say("TÊN", "NAME"),
    help=say("Người hoặc đơn vị kết luận; không nêu thì được hỏi.", "Who decides; asked for where it is left out."),
)
@click.option(
    "--plan",
    "plans",
    multiple=True,
    shell_complete=completion.plans,
    metavar=say("MÃ[,MÃ…]", "ID[,ID…]"),
    help=say("Chỉ kết luận về các kế hoạch này.", "Decide on these plans alone."),
)
@sources_option
@kept_decisions_option
@today_option
@rules_option
@lang_option
def command(
    paths: tuple[Path, ...],
    workbook: Path | None,
    name: str | None,
    plans: tuple[str, ...],
    sources: Path | None,
    decision_files: tuple[Path, ...],
    today: date,
    rule_folders: tuple[Path, ...],
    lang: Lang,
) -> int:
    from cascade.audit import select
    from cascade.result.fill import fill
    from cascade.result.items import Items

    if workbook is None and not is_terminal():
        fail(
            say(
                "cần một cửa sổ lệnh để hỏi; hoặc kết luận trong bảng Excel rồi đọc lại: --from bang.xlsx",
                "a terminal is needed to ask; or decide in a workbook and read it back: --from table.xlsx",
            )
        )
    kept = kept_decisions(decisions_file(paths, decision_files))
    domain, rules_whole = load_domain(rule_folders, lang, paths)
    audit = load_audit(paths, domain, lang, rule_folders, decision_files, today)
    tell(audit.faults, lang)
    whole = 0 if rules_whole and not audit.faults else 2
    chosen = select(audit, plans=plan_ids(audit, names(plans), lang), waived=workbook is not None)
    bring = printer(sources)
    result = fill(chosen, printer=bring)
    try:
        author = _author(name, kept.text, today, lang)
        if workbook is not None:
            from cascade.cli.from_workbook import decided_in

            return decided_in(workbook, result, Items(chosen, None), author, kept, lang) or whole
        _Asking(chosen, result, Items(chosen, bring), kept, author, lang).run()
    except EndedError:
        return whole
    except UnsavedError as error:
        tell([error.fault], lang)
        return 2
    return whole


def _author(name: str | None, text: str, today: date, lang: Lang) -> Author:
    """Who decides: as the call says, or as a person does; whoever decided last is proposed."""
    from cascade.model.plan import clean
    from cascade.reading.decisions import last_author
    from cascade.report import deciding_phrases as phrases
    from cascade.result.docket import Author

    given = clean(name or "")
    if not given and not is_terminal():
        fail(say("hãy nêu người kết luận: --by TÊN", "say who decides: --by NAME"))
    before = last_author(text) or ""
    while not given:
        given = clean(typed(phrases.WHO.say(lang), before))
    return Author(given, today)


class _Asking:
    """A session with a person at the terminal; every answer is saved before the next question."""

    def __init__(self, audit: Audit, result: Result, items: Items, kept: Kept, author: Author, lang: Lang) -> None:
        from cascade.result.docket import Docket, open_findings

        self.audit, self.result, self.items = audit, result, items
        self.kept, self.author, self.lang = kept, author, lang
        self.docket = Docket(open_findings(result), kept.text)

    def run(self) -> None:
        """Ask about everything that is open; whatever ends it, what was saved is told."""
        from cascade.report import deciding_phrases as phrases

        try:
            while (finding := self.docket.current) is not None:
                self._ask(finding)
            if not self.docket.left:
                click.echo(phrases.NOTHING_OPEN.say(self.lang))
        finally:
            told_saved(self.docket.saved, self.docket.left)

    def _ask(self, finding: FindingView) -> None:
        from cascade.report.question_text import question_text

        place = self.docket.findings.index(finding) + 1
        page = question_text(finding, place, len(self.docket.findings), self.result, self.lang, screen(None))
        click.echo(page, nl=False)
        answer = self._answer(finding)
        if answer == "stop":
            raise EndedError
        if answer == "undo":
            self._undo()
        elif answer == "later":
            self.docket.put_off(finding)
        else:
            self._decide(finding, answer)

    def _answer(self, finding: FindingView) -> str:
        """Which answer is given, of those that fit."""
        from cascade.report import deciding_phrases as phrases
        from cascade.result.docket import is_tied

        unfit = set() if is_tied(finding) else {"apart"}
        unfit |= set() if finding.of_two else {"other"}
        fitting = [answer for answer in phrases.ANSWERS if answer not in unfit]
        keys = {phrases.KEYS[one].say(self.lang) if one in phrases.KEYS else ENTER: one for one in fitting}
        return keys[choice(in_rows([phrases.ANSWERS[one].say(self.lang) for one in fitting]), tuple(keys))]

    def _decide(self, finding: FindingView, answer: str) -> None:
        if answer == "right":
            self._save([finding, *self._alike(finding)], self.author.right)
        elif answer == "apart":
            self._save([finding], self.author.apart)
        elif answer == "other":
            items = self._items(finding)
            if items:
                self._save([finding], lambda one: self.author.answered(one, items))
        else:
            why = self._why(wrong=answer == "wrong")
            if why is not None:
                self._save([finding, *self._alike(finding)], lambda one: self.author.waived(one, why))

    def _why(self, *, wrong: bool) -> Accepted | None:
        """Why a finding is let stand; None: nothing is decided."""
        from cascade.report import deciding_phrases as phrases
        from cascade.result.docket import Accepted

        if wrong:
            reason = typed(self._said(phrases.WRONG_REASON), phrases.WRONG.say(self.lang))
            return Accepted(reason, wrong=True)
        reason = typed(self._said(phrases.REASON))
        if not reason:
            return None
        return Accepted(reason, typed(self._said(phrases.DOCUMENT)) or None, self._until())

    def _said(self, words: Words) -> str:
        """What is asked or told below a finding, set in from it."""
        return f"  {words.say(self.lang)}"

    def _until(self) -> date | None:
        from cascade.report import deciding_phrases as phrases

        while answer := typed(self._said(phrases.UNTIL)):
            day = day_of(answer)
            if day is not None and day >= self.author.day:
                return day
            click.echo(self._said(phrases.NO_DAY if day is None else phrases.PAST_DAY))
        return None

    def _items(self, finding: FindingView) -> tuple[str, ...]:
        """The items that answer instead, chosen from the nearest or named; none: nothing is decided."""
        from cascade.report import deciding_phrases as phrases
        from cascade.report.question_text import candidates_text
        from cascade.result.compare import nearest_items

        found = nearest_items(self.audit, finding, self.items)
        click.echo(candidates_text(found, self.result, self.lang, screen(None)), nl=False)
        listed = {str(number): near.item.id or "" for number, near in enumerate(found, 1)}
        known = {self.audit.context.id_of(item) for item in self.audit.context.items(finding.plan)}
        while answer := typed(self._said(phrases.WHICH)):
            asked = [part.strip() for part in answer.split(_SEVERAL) if part.strip()]
            chosen = [listed.get(one, one) for one in asked]
            unknown = [one for one in chosen if one not in known]
            if not unknown:
                return tuple(dict.fromkeys(chosen))
            self._unknown(unknown[0], known)
        return ()

    def _unknown(self, item: str, known: set[str]) -> None:
        from cascade.model.text import one_line
        from cascade.reading.fault import nearest
        from cascade.report import deciding_phrases as phrases

        near = nearest(item, known).say(self.lang)
        click.echo(f"  {one_line(phrases.NO_ITEM.say(self.lang, item=item, nearest=near))}")

    def _alike(self, finding: FindingView) -> tuple[FindingView, ...]:
        """The findings of other plans that the same answer is for, where a person says so."""
        from cascade.model.text import one_line
        from cascade.report import deciding_phrases as phrases

        others = self.docket.alike(finding)
        if not others:
            return ()
        units = [self.result.plan(one.plan).unit for one in others]
        named = ", ".join(units[:_SHOWN]) + (", …" if len(units) > _SHOWN else "")
        whole = len(others) + 1
        click.echo(f"  {one_line(phrases.ALIKE.say(self.lang, n=len(others), units=named, all=whole))}")
        asked = f"  {phrases.ALL.say(self.lang, all=whole)}  {phrases.ONLY.say(self.lang)}"
        return others if choice(asked, (phrases.ALL_KEY.say(self.lang), ENTER)) else ()

    def _save(self, findings: Sequence[FindingView], decided: Callable[[FindingView], Decision]) -> None:
        """Keep a decision on each finding, in one step."""
        from cascade.reading.edits import NoEditError

        try:
            self.docket.decide(findings, map(decided, findings))
        except NoEditError as error:
            raise no_edit(self.kept.path, self.lang) from error
        self._write()

    def _undo(self) -> None:
        from cascade.report import deciding_phrases as phrases

        if self.docket.undo():
            self._write()
        else:
            click.echo(phrases.NOTHING_TO_UNDO.say(self.lang))

    def _write(self) -> None:
        try:
            self.kept.save(self.docket.text)
        except UnsavedError:
            self.docket.undo()
            raise
