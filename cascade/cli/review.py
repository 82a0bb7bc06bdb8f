"""`cascade ingest --review`: a person settles, item by item, what the machine was unsure of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cascade.cli.usage import say

if TYPE_CHECKING:
    from cascade.documents.document import Document
    from cascade.ingest.review.session import Question, Session, Sheet
    from cascade.model.domain import Domain
    from cascade.model.words import Lang
    from cascade.reading.fault import Fault
    from cascade.reading.yaml_tree import Node

_QUIET = {"confidence", "doubt", "lines", "page", "restored"}
_LONGEST = 1200  # characters of printed words that are shown
_BOM = "\ufeff"

_RIGHT, _CORRECT, _DROP = say("đ", "a"), say("s", "e"), say("b", "d")
_STOP, _BACK, _LATER = say("t", "q"), say("h", "u"), ""
"""The keys, as the prompt shows them; no other key does anything."""


class _EndedError(Exception):
    """Nobody answers any more: standard input is closed, or a key ends the review."""


class _UnsavedError(Exception):
    """An answer could not be saved."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.code)
        self.fault = fault


def review_files(paths: Sequence[Path], folder: Path | None, domain: Domain, lang: Lang, faults: list[Fault]) -> None:
    """Review drafts, or documents whose drafts are written first: to `folder`, or beside the document.
    What cannot be reviewed joins `faults`; the rest is still asked about."""
    for path in paths:
        found = _file_of(path, folder, domain)
        review = _opened(*found, domain, lang) if isinstance(found, tuple) else found
        if not isinstance(review, _Review):
            faults.append(review)
            continue
        try:
            review.run()
        except _UnsavedError as error:
            faults.append(error.fault)
        except _EndedError:
            review.close()
            return
        review.close()


def _file_of(path: Path, folder: Path | None, domain: Domain) -> tuple[Path, Document | None] | Fault:
    """The draft file of a path, written first where the path is a document, and its document if at hand."""
    from cascade.cli.drafts import spot_of, write_draft
    from cascade.ingest.folder import read_one
    from cascade.reading.fault import Fault
    from cascade.reading.plans import PLAN_SUFFIXES

    if path.suffix.lower() in PLAN_SUFFIXES:
        return path, None
    outcome = read_one(path, domain)
    if outcome.draft is None:
        return outcome.fault or Fault(path.name, 1, 1, "no-draft")
    target = spot_of(outcome.draft, path, folder or path.parent, "yaml").path
    fault = None if target.exists() else write_draft(target, outcome.draft, "yaml")
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
        held = path.read_bytes()
        session = Session(held.decode("utf-8").removeprefix(_BOM), path, domain)
    except OSError as error:
        return Fault(shown, 1, 1, "unreadable", (("reason", error.strerror or type(error).__name__),))
    except (NoDraftError, UnicodeDecodeError):
        return Fault(shown, 1, 1, "not-a-draft")
    return _Review(path, held, session, document or _document_of(path, session.sheet), lang)


def _document_of(path: Path, sheet: Sheet) -> Document | None:
    """The document of a draft: beside it, in the folder above, or where the command was called. Elsewhere than beside
    it the hash must be that of the draft, and no link leads out of the folder: a draft may be a stranger's."""
    from cascade.documents.fault import DocumentError
    from cascade.documents.read import read_document
    from cascade.reading.plans import leads_into, real

    source = sheet.value("source")
    name, wanted = (sheet.value(key, source) if source is not None else None for key in ("document", "sha256"))
    if name is None or not name.scalar:
        return None
    for folder in (path.parent, path.parent.parent, Path()):
        place = folder / Path(name.scalar).name
        try:
            document = read_document(place) if leads_into(place, [real(folder)]) else None
        except DocumentError:
            continue
        free = folder == path.parent and (wanted is None or wanted.scalar is None)
        if document is not None and (free or (wanted is not None and wanted.scalar == document.sha256)):
            return document
    return None


class _Review:
    """A session with a person at the terminal; every answer is saved before the next question."""

    def __init__(self, path: Path, held: bytes, session: Session, document: Document | None, lang: Lang) -> None:
        self.path, self.held, self.session, self.document, self.lang = path, held, session, document, lang

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
        saved, left = self.session.saved, self.session.left
        click.echo(say(f"Đã lưu {saved}, còn {left}", f"Saved {saved}, left {left}"))

    def _finish(self) -> bool:
        click.echo(
            say("Không còn mục nghi vấn. Đánh dấu kế hoạch đã soát?", "Nothing is left in doubt. Is the plan reviewed?")
        )
        answer = _key(
            say("[đ] đúng, đã soát  [Enter] để sau  [h] hoàn tác", "[a] accept, reviewed  [Enter] later  [u] undo"),
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
        click.echo(say(f"{self.path}: còn {left}", f"{self.path}: {left} left"))
        _show(question, self.session.sheet, self.document)
        answer = _key(
            say(
                "[đ] đúng  [s] sửa  [b] bỏ  [Enter] để sau  [h] hoàn tác  [t] dừng",
                "[a] accept  [e] edit  [d] drop  [Enter] later  [u] undo  [q] quit",
            ),
            (_RIGHT, _CORRECT, _DROP, _LATER, _BACK, _STOP),
        )
        if answer == _STOP:
            raise _EndedError
        if answer == _BACK:
            self._undo()
        elif answer == _LATER:
            self.session.put_off(question)
        else:
            self._change(question, answer)

    def _change(self, question: Question, answer: str) -> None:
        from cascade.ingest.review.edits import NoEditError

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
        return _key(asked, (_DROP, _LATER)) == _DROP

    def _corrected(self, question: Question) -> Sheet | None:
        """The sheet with a person's corrections, taken until a blank line; one that makes the file wrong is told
        and not kept."""
        from cascade.ingest.review.edits import NoEditError

        keys = question.where if question.index is None else say("khóa=giá trị", "key=value")
        sheet, changed = self.session.sheet, False
        while line := _typed(f"  {keys}:"):
            key, found, value = ("", "=", line) if question.index is None else line.partition("=")
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

    def _undo(self) -> None:
        if self.session.undo():
            self._save()
        else:
            click.echo(say("Không còn gì để hoàn tác.", "There is nothing to undo."))

    def _save(self) -> None:
        """Write the file, unless someone else has changed it since it was read."""
        from cascade.cli.files import write_whole
        from cascade.model.text import file_name
        from cascade.reading.fault import Fault

        shown = file_name(self.path.as_posix())
        mark = _BOM if self.held.startswith(_BOM.encode()) else ""
        data = f"{mark}{self.session.sheet.text}".encode()
        try:
            if self.path.read_bytes() != self.held:
                self.session.undo()
                raise _UnsavedError(Fault(shown, 1, 1, "changed-meanwhile"))
            if data != self.held:
                write_whole(self.path, data)
        except OSError as error:
            self.session.undo()
            reason = error.strerror or type(error).__name__
            raise _UnsavedError(Fault(shown, 1, 1, "unwritable", (("reason", reason),))) from error
        self.held = data


_NO_EDIT = say(
    "không sửa tại chỗ được; hãy sửa tệp bằng trình soạn thảo", "this cannot be edited in place; use an editor"
)


def _typed(prompt: str) -> str:
    """What a person types; raises _EndedError where nobody does."""
    try:
        answer: str = click.prompt(prompt, default="", show_default=False, prompt_suffix=" ")
    except (click.Abort, EOFError, OSError, RuntimeError) as error:  # a closed input is each of these somewhere
        click.echo()
        raise _EndedError from error
    return answer.strip()


def _key(prompt: str, keys: Sequence[str]) -> str:
    """One of the keys that the prompt shows; anything else is asked again."""
    from cascade.model.text import nfc

    while (answer := nfc(_typed(prompt)).lower()) not in keys:
        continue
    return answer


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
