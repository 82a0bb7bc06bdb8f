"""`cascade ingest --review`: a person settles, item by item, what the machine was unsure of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cascade.cli.asking import ENTER, EndedError, choice, in_rows, told_saved, typed
from cascade.cli.kept import Kept, UnsavedError
from cascade.cli.usage import say

if TYPE_CHECKING:
    from cascade.documents.document import Document
    from cascade.ingest.review.session import Question, Session, Sheet
    from cascade.model.domain import Domain
    from cascade.model.measure import Measure
    from cascade.model.words import Lang
    from cascade.reading.fault import Fault
    from cascade.reading.yaml_tree import Node

_QUIET = {"confidence", "doubt", "lines", "page", "restored"}
MOST_MEASURES = 8
"""Measures that are offered for what a person types."""
_SOURCE = ("document", "sha256", "path")
_LONGEST = 1200  # characters of printed words that are shown

_RIGHT, _CORRECT, _DROP = say("v", "a"), say("s", "e"), say("b", "d")
_STOP, _BACK, _LATER, _ALL = say("t", "q"), say("h", "u"), ENTER, say("n", "y")
"""The keys, as the prompt shows them; no other key does anything."""


def review_files(paths: Sequence[Path], folder: Path | None, domain: Domain, lang: Lang, faults: list[Fault]) -> None:
    """Review drafts, or documents whose drafts are written first: to `folder`, or beside the document.
    What cannot be reviewed joins `faults`; the rest is still asked about."""
    for path in paths:
        found = _file_of(path, folder, domain, lang)
        review = _opened(*found, domain, lang) if isinstance(found, tuple) else found
        if not isinstance(review, _Review):
            faults.append(review)
            continue
        try:
            review.run()
        except UnsavedError as error:
            faults.append(error.fault)
        except EndedError:
            review.close()
            return
        review.close()


def _file_of(path: Path, folder: Path | None, domain: Domain, lang: Lang) -> tuple[Path, Document | None] | Fault:
    """The draft file of a path, written first where the path is a document, and its document if at hand."""
    from cascade.cli.drafts import schema_beside, spot_of, write_draft
    from cascade.ingest.folder import read_one
    from cascade.reading.fault import Fault
    from cascade.reading.plans import PLAN_SUFFIXES

    if path.suffix.lower() in PLAN_SUFFIXES:
        return path, None
    outcome = read_one(path, domain)
    if outcome.draft is None:
        return outcome.fault or Fault(path.name, 1, 1, "no-draft")
    target = spot_of(outcome.draft, path, folder or path.parent, "yaml").path
    if target.exists():
        return target, outcome.draft.document
    schema = schema_beside(folder, domain, lang) if folder is not None else None
    fault = write_draft(target, outcome.draft, path, "yaml", schema)
    return (target, outcome.draft.document) if fault is None else fault


def _opened(path: Path, document: Document | None, domain: Domain, lang: Lang) -> _Review | Fault:
    from cascade.ingest.review.session import NoDraftError, Session
    from cascade.model.text import file_name
    from cascade.model.words import Words
    from cascade.reading.fault import Fault
    from cascade.reading.yaml_tree import read_tree

    shown = file_name(path.as_posix())
    read = read_tree(path, shown, Words("", ""))
    if read.root is None and read.faults[0].code in {"unreadable", "too-large"}:
        return read.faults[0]
    try:
        kept = Kept(path)
        session = Session(kept.text, path, domain)
    except OSError as error:
        from cascade.model.refused import refused

        return Fault(shown, 1, 1, "unreadable", (("reason", refused(error)),))
    except (NoDraftError, UnicodeDecodeError):
        return Fault(shown, 1, 1, "not-a-draft")
    return _Review(kept, session, document or _document_of(path, session.sheet), domain.measures, lang)


def _document_of(path: Path, sheet: Sheet) -> Document | None:
    """The document of a draft: where the draft says, beside it, in the folder above, or where the command was called.
    One that does not lie beside it is taken only where it is, by its hash, the very document; no link leads out of the
    folder: a draft may be a stranger's."""
    from cascade.documents.fault import DocumentError
    from cascade.documents.read import read_document
    from cascade.model.text import one_line
    from cascade.reading.plans import leads_into, real

    source = sheet.value("source")
    name, wanted, way = (sheet.said(key, source) if source is not None else None for key in _SOURCE)
    if name is None:
        return None
    beside = path.parent / Path(name).name
    above = [folder / Path(name).name for folder in (path.parent.parent, Path())]
    places = [*([path.parent / way] if way else []), beside, *above] if wanted else [beside]
    for place in places:
        if wanted is None and not leads_into(place, [real(path.parent)]):
            continue
        try:
            document = read_document(place)
        except DocumentError:
            continue
        if wanted in (None, document.sha256):
            return document
    vi = f"{path}: không tìm thấy văn bản gốc «{name}» nên không hiện được nguyên văn"
    click.echo(one_line(say(vi, f"{path}: the document «{name}» is not found, so its words cannot be shown")))
    return None


class _Review:
    """A session with a person at the terminal; every answer is saved before the next question."""

    def __init__(
        self,
        kept: Kept,
        session: Session,
        document: Document | None,
        measures: Mapping[str, Measure],
        lang: Lang,
    ) -> None:
        self.kept, self.session, self.document = kept, session, document
        self.measures, self.lang = measures, lang

    def run(self) -> None:
        """Ask about every unsettled thing, and at the end whether the plan is reviewed."""
        while (question := self.session.current) is not None or self.session.is_done:
            click.echo()
            if question is None:
                if not self._finish():
                    return
            else:
                self._ask(question)

    def close(self) -> None:
        """Say what was saved and what is left."""
        told_saved(self.session.saved, self.session.left)

    def _finish(self) -> bool:
        click.echo(
            say("Không còn mục nghi vấn. Đánh dấu kế hoạch đã soát?", "Nothing is left in doubt. Is the plan reviewed?")
        )
        answer = choice(
            say("[v/đ] đúng, đã soát  [Enter] để sau  [h] hoàn tác", "[a] accept, reviewed  [Enter] later  [u] undo"),
            (_RIGHT, _LATER, _BACK),
        )
        if answer == _BACK:
            self._undo()
            return True
        if answer == _RIGHT:
            self.session.mark_reviewed()
            self._save()
        return False

    def _ask(self, question: Question) -> None:
        left = self.session.left
        click.echo(say(f"{self.kept.path}: còn {left}", f"{self.kept.path}: {left} left"))
        _show(question, self.session.sheet, self.document)
        alike = self.session.as_sure(question)
        answer = choice(*_answers(len(alike), self.session.sheet.sure(question)))
        if answer == _STOP:
            raise EndedError
        if answer == _BACK:
            self._undo()
        elif answer == _LATER:
            self.session.put_off(question)
        elif answer == _ALL:
            self._accept(alike, question)
        else:
            self._change(question, answer)

    def _accept(self, alike: Sequence[Question], question: Question) -> None:
        """Accept all that is as sure as this, in one step."""
        from cascade.reading.edits import NoEditError

        try:
            self.session.accept_all(alike)
        except NoEditError:
            click.secho(_NO_EDIT, fg="red")
            self.session.put_off(question)
            return
        self._save()

    def _change(self, question: Question, answer: str) -> None:
        from cascade.reading.edits import NoEditError

        try:
            if answer == _RIGHT:
                self.session.accept(question)
            elif answer == _CORRECT:
                sheet = self._corrected(question)
                if sheet is None:
                    return
                self.session.replace(question, sheet)
            elif not self._is_to_go():
                return
            else:
                self.session.drop(question)
        except NoEditError:
            click.secho(_NO_EDIT, fg="red")
            self.session.put_off(question)
            return
        self._save()

    def _is_to_go(self) -> bool:
        asked = say("Bỏ hẳn mục này?  [b] bỏ  [Enter] giữ lại", "Drop it for good?  [d] drop  [Enter] keep")
        return choice(asked, (_DROP, _LATER)) == _DROP

    def _corrected(self, question: Question) -> Sheet | None:
        """The sheet with a person's corrections, taken until a blank line; one that makes the file wrong is told
        and not kept."""
        from cascade.reading.edits import NoEditError

        keys = question.where if question.index is None else say("khóa=giá trị", "key=value")
        sheet, changed = self.session.sheet, False
        while line := typed(f"  {keys}:"):
            key, found, value = ("", "=", line) if question.index is None else line.partition("=")
            if key.strip() == "measure":
                value = self._measure(value)
            problems = [] if found else [say("cần khóa=giá trị", "expected key=value")]
            try:
                trial = sheet.changed(question, key.strip(), value) if found else sheet
            except NoEditError:
                problems, trial = [_NO_EDIT], sheet
            problems = problems or self.session.problems_of(trial, self.lang)
            for problem in problems:
                click.secho(f"  {problem}", fg="red")
            if not problems:
                sheet, changed = trial, True
                if question.index is None:
                    break
        return sheet if changed else None

    def _measure(self, typed_name: str) -> str:
        """A measure's id: as it was typed, or chosen from those whose names come nearest to what was."""
        from cascade.model.text import one_line

        wanted = typed_name.strip()
        if not wanted or wanted in {"-", "null"} or wanted in self.measures:
            return wanted
        near = _measures_like(wanted, self.measures)
        for number, measure in enumerate(near, 1):
            click.echo(f"  {number}. {one_line(measure.name.say(self.lang))} ({measure.id})")
        asked = say("  số thứ tự (Enter: như đã gõ):", "  number (Enter: as typed):")
        chosen = _choice_of(typed(asked), len(near))
        return near[chosen].id if chosen is not None else wanted

    def _undo(self) -> None:
        if self.session.undo():
            self._save()
        else:
            click.echo(say("Không còn gì để hoàn tác.", "There is nothing to undo."))

    def _save(self) -> None:
        try:
            self.kept.save(self.session.sheet.text)
        except UnsavedError:
            self.session.undo()
            raise


def _answers(alike: int, sure: float | None) -> tuple[str, tuple[str, ...]]:
    """The prompt for an item and its keys; where several are as sure as it, all can be accepted at once."""
    told = [say("[v/đ] đúng", "[a] accept")]
    keys = [_RIGHT]
    if alike > 1 and sure is not None:
        told.append(
            say(f"[n] nhận cả {alike} mục chắc từ {sure:.0%}", f"[y] accept all {alike} of at least {sure:.0%}")
        )
        keys.append(_ALL)
    told += [say("[s] sửa", "[e] edit"), say("[b] bỏ", "[d] drop"), say("[Enter] để sau", "[Enter] later")]
    told += [say("[h] hoàn tác", "[u] undo"), say("[t] dừng", "[q] quit")]
    return in_rows(told), (*keys, _CORRECT, _DROP, _LATER, _BACK, _STOP)


_NO_EDIT = say(
    "không sửa tại chỗ được; hãy sửa tệp bằng trình soạn thảo", "this cannot be edited in place; use an editor"
)


def _measures_like(wanted: str, measures: Mapping[str, Measure]) -> list[Measure]:
    """The measures whose names or phrases say most of what was typed, with accents or without."""
    from rapidfuzz import fuzz, process

    from cascade.model.text import fold

    names = {
        key: fold(" ; ".join((key, measure.name.vi, measure.name.en, *measure.phrases)))
        for key, measure in sorted(measures.items())
    }
    best = process.extract(fold(wanted), names, scorer=fuzz.token_set_ratio, limit=MOST_MEASURES)
    return [measures[key] for _, _, key in best]


def _choice_of(answer: str, among: int) -> int | None:
    """The place of a number that was typed; None where it is none of the list's."""
    return int(answer) - 1 if answer.isascii() and answer.isdecimal() and 1 <= int(answer) <= among else None


def _show(question: Question, sheet: Sheet, document: Document | None) -> None:
    """The thing to settle: what is printed, what was read, how sure the reader is."""
    if question.index is None:
        value, doubt = sheet.value(question.where), sheet.doubt()
        known = value is not None and not value.is_null and value.items != []
        click.secho(f"{question.where}: {_shown(value) if value is not None and known else '—'}", bold=True)
        if doubt:
            _wrapped(f"? {_line(say(doubt.vi, doubt.en))}")
    else:
        item = sheet.item(question)
        lines = sheet.value("lines", item)
        printed = _printed(lines, document)
        if printed and lines is not None:
            _wrapped(f"{say('Nguyên văn (dòng', 'Printed (line')} {lines.scalar}): «{_line(printed)}»")
        for text in _keys_of(item):
            _wrapped(text)
        noted = sheet.doubt(item)
        if noted:
            _wrapped(f"  ? {_line(say(noted.vi, noted.en))}")
    sure = sheet.sure(question)
    if sure is not None:
        click.secho(say(f"  độ chắc {sure:.0%}", f"  confidence {sure:.0%}"), dim=True)


def _keys_of(item: Node) -> Iterator[str]:
    for key, value in item.keys or ():
        if key.scalar is not None and key.scalar not in _QUIET:
            yield f"  {_line(key.scalar)}: {_shown(value)}"


def _shown(value: Node) -> str:
    if value.items is not None:
        return _line("; ".join(one.scalar or one.shown() for one in value.items))
    return _line(value.scalar if value.scalar is not None else value.shown())


def _line(text: str) -> str:
    from cascade.model.text import one_line

    return one_line(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")


def _wrapped(text: str) -> None:
    """A line broken between words, under its own indent."""
    import shutil
    import textwrap

    indent = " " * (len(text) - len(text.lstrip()) + 2)
    width = max(40, shutil.get_terminal_size().columns)
    click.echo(textwrap.fill(text, width, subsequent_indent=indent, break_on_hyphens=False))


def _printed(lines: Node | None, document: Document | None) -> str:
    from cascade.model.plan import Lines

    if document is None or lines is None or lines.scalar is None:
        return ""
    try:
        run = Lines.parse(lines.scalar)
    except ValueError:
        return ""
    return " ".join(line.text for line in document.lines[run.first - 1 : run.last])
