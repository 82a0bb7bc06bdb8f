"""`cascade ingest --review`: a person settles, item by item, what the machine was unsure of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cascade.cli.usage import say

if TYPE_CHECKING:
    from cascade.documents.document import Document
    from cascade.model.domain import Domain
    from cascade.model.words import Lang
    from cascade.reading.fault import Fault

Tree = dict[str, Any]
_LISTS = ("citations", "targets", "tasks")
_HEAD = ("title", "number", "type", "level", "issuer", "place", "issued", "period")
_QUIET = {"confidence", "lines", "page", "restored"}


class Question:
    """One thing to settle: a head field, or an item of a list."""

    def __init__(self, tree: Tree, where: str, index: int | None = None) -> None:
        self.tree, self.where, self.index = tree, where, index

    @property
    def item(self) -> Tree:
        """The keys that the answer may change."""
        return self.tree if self.index is None else self.tree[self.where][self.index]

    def settle(self) -> None:
        """The thing is as it should be: nobody is asked again."""
        if self.index is None:
            self.tree.setdefault("confidence", {})[self.where] = 1.0
        else:
            self.item["confidence"] = 1.0
            self.item.pop("doubt", None)

    def drop(self) -> None:
        """The item is none; a head field that is wrong becomes unknown."""
        if self.index is None:
            self.tree[self.where] = None
            self.settle()
        else:
            self.tree[self.where][self.index] = None


def review_files(paths: Sequence[Path], folder: Path | None, domain: Domain, lang: Lang, faults: list[Fault]) -> None:
    """Review drafts, or documents whose drafts are written first: to `folder`, or beside the document.
    What cannot be reviewed joins `faults`; the rest is still asked about."""
    for path in paths:
        made = _draft_of(path, folder, domain)
        if isinstance(made, tuple):
            draft, document = made
            tree = _load(draft)
            if isinstance(tree, dict):
                if not _review(draft, tree, document, domain, lang):
                    return
                continue
            made = tree
        faults.append(made)


def _draft_of(path: Path, folder: Path | None, domain: Domain) -> tuple[Path, Document | None] | Fault:
    """The draft file of a path, written first where the path is a document, and its document if at hand."""
    from cascade.cli.ingest import write_draft
    from cascade.ingest.folder import plan_id, read_one
    from cascade.reading.fault import Fault
    from cascade.reading.plans import PLAN_SUFFIXES

    if path.suffix.lower() in PLAN_SUFFIXES:
        return path, _document_beside(path)
    outcome = read_one(path, domain)
    if outcome.draft is None:
        return outcome.fault or Fault(path.name, 1, 1, "no-plan")
    name = plan_id(outcome.draft.plan, path)
    number = 1
    target = (folder or path.parent) / f"{name}.yaml"
    while target.exists() and _source(target).get("sha256") != outcome.draft.document.sha256:
        number += 1  # another document's draft
        target = target.with_name(f"{name}-{number}.yaml")
    if not target.exists():
        fault = write_draft(target, outcome.draft, "yaml")
        if fault is not None:
            return fault
    return target, outcome.draft.document


def _document_beside(path: Path) -> Document | None:
    from cascade.documents.fault import DocumentError
    from cascade.documents.read import read_document

    name = _source(path).get("document")
    if not isinstance(name, str):
        return None
    try:
        return read_document(path.parent / Path(name).name)
    except DocumentError:
        return None


def _source(path: Path) -> Tree:
    """What a draft says of the document it was read from."""
    tree = _load(path)
    source = tree.get("source") if isinstance(tree, dict) else None
    return source if isinstance(source, dict) else {}


def _load(path: Path) -> Tree | Fault:
    """The tree of a draft whose lists are lists of mappings, as all that follows takes for granted."""
    import yaml

    from cascade.model.text import file_name
    from cascade.reading.fault import Fault

    shown = file_name(path.as_posix())
    try:
        tree = yaml.safe_load(path.read_text("utf-8"))
    except OSError as error:
        return Fault(shown, 1, 1, "unreadable", (("reason", error.strerror or type(error).__name__),))
    except (ValueError, RecursionError, yaml.YAMLError):
        return Fault(shown, 1, 1, "no-draft")
    whole = isinstance(tree, dict) and isinstance(tree.get("confidence") or {}, dict)
    lists = [tree.get(name) or [] for name in _LISTS] if whole else []
    if not whole or not all(isinstance(items, list) and all(isinstance(i, dict) for i in items) for items in lists):
        return Fault(shown, 1, 1, "no-draft")
    found: Tree = tree
    return found


def questions(tree: Tree, sure: float) -> Iterator[Question]:
    """Everything that is not settled: what the text lacks, what is doubted, what is unsure."""
    confidence = tree.get("confidence") or {}
    for name in _HEAD:
        known = tree.get(name) not in (None, [])
        if _number(confidence.get(name), 1.0 if known else 0.0) < sure:
            yield Question(tree, name)
    for name in _LISTS:
        for index, item in enumerate(tree.get(name) or []):
            if item is not None and (item.get("doubt") or _number(item.get("confidence"), 1.0) < sure):
                yield Question(tree, name, index)


def _number(value: object, absent: float) -> float:
    return float(value) if isinstance(value, (int, float)) else absent


def _review(path: Path, tree: Tree, document: Document | None, domain: Domain, lang: Lang) -> bool:
    """Ask about every unsettled thing of one draft; False where the person stops."""
    from cascade.model.plan import SURE

    asked = list(questions(tree, SURE))
    for number, question in enumerate(asked, start=1):
        click.echo()
        click.echo(say(f"{path}: {number}/{len(asked)}", f"{path}: {number} of {len(asked)}"))
        if not _ask(question, tree, path, document, domain, lang):
            return False
    if list(questions(_compact(tree), SURE)):
        return True
    if tree.get("review") == "draft" and click.confirm(
        say(
            "Không còn mục nghi vấn. Đánh dấu kế hoạch đã soát?", "Nothing is left in doubt. Mark the plan as reviewed?"
        )
    ):
        tree["review"] = "reviewed"
        _save(path, tree)
    return True


def _ask(question: Question, tree: Tree, path: Path, document: Document | None, domain: Domain, lang: Lang) -> bool:
    _show(question, document)
    while True:
        answer = (
            click.prompt(
                say(
                    "[c] chấp nhận  [s] sửa  [x] bỏ  [n] để sau  [q] thôi",
                    "[a] accept  [e] edit  [d] drop  [l] later  [q] quit",
                ),
                default=say("n", "l"),
                show_default=False,
            )
            .strip()
            .lower()
        )
        if answer == "q":
            return False
        if answer in ("n", "l"):
            return True
        if answer in ("c", "a"):
            question.settle()
        elif answer in ("x", "d"):
            question.drop()
        elif answer not in ("s", "e") or not _edit(question, tree, path, domain, lang):
            continue
        _save(path, tree)
        return True


def _show(question: Question, document: Document | None) -> None:
    """The thing to settle: what is printed, what was read, how sure the reader is."""
    from cascade.model.text import one_line

    item = question.item
    if question.index is None:
        sure = (question.tree.get("confidence") or {}).get(question.where)
        value = item.get(question.where)
        click.secho(f"{question.where}: {_shown(value) if value not in (None, []) else '—'}", bold=True)
        if question.tree.get("doubt"):
            _wrapped(f"? {one_line(str(question.tree['doubt']))}")
    else:
        sure = item.get("confidence")
        printed = _printed(item.get("lines"), document)
        if printed:
            _wrapped(f"{say('In', 'Printed')} ({say('dòng', 'line')} {item['lines']}): «{one_line(printed)}»")
        for key, value in item.items():
            if key not in _QUIET:
                _wrapped(f"  {key}: {_shown(value)}")
    if sure is not None:
        click.secho(say(f"  độ chắc chắn {sure}", f"  confidence {sure}"), dim=True)


def _shown(value: object) -> str:
    from cascade.model.text import one_line

    return one_line("; ".join(map(str, value)) if isinstance(value, list) else str(value))


def _wrapped(text: str) -> None:
    """A line broken between words, under its own indent."""
    import shutil
    import textwrap

    indent = " " * (len(text) - len(text.lstrip()) + 2)
    width = max(40, shutil.get_terminal_size().columns)
    click.echo(textwrap.fill(text, width, subsequent_indent=indent, break_on_hyphens=False))


def _printed(lines: Any, document: Document | None) -> str:
    from cascade.model.plan import Lines

    if document is None or lines is None:
        return ""
    run = Lines.parse(str(lines))
    return " ".join(line.text for line in document.lines[run.first - 1 : run.last])


def _edit(question: Question, tree: Tree, path: Path, domain: Domain, lang: Lang) -> bool:
    """Take corrections until a blank line; one that makes the file wrong is told and not kept."""
    import copy

    keys = question.where if question.index is None else say("khóa=giá trị", "key=value")
    changed = False
    while True:
        line = click.prompt(f"  {keys}", default="", show_default=False).strip()
        if not line:
            break
        key, found, value = (question.where, "=", line) if question.index is None else line.partition("=")
        before = copy.deepcopy(question.item)
        problems = _problems(tree, path, domain, lang)
        question.item[key.strip()] = _value(key.strip(), value.strip())
        new = [problem for problem in _problems(tree, path, domain, lang) if problem not in problems]
        if not found or new:
            question.item.clear()
            question.item.update(before)
            for problem in new or [say("cần khóa=giá trị", "expected key=value")]:
                click.secho(f"  {problem}", fg="red")
            continue
        changed = True
        if question.index is None:
            break
    if changed:
        question.settle()
    return changed


def _value(key: str, text: str) -> Any:
    if not text or text in ("null", "-"):
        return None
    if key in ("place", "lead", "with"):
        return [part.strip() for part in re.split("[;,]" if key == "place" else ";", text) if part.strip()]
    return text


def _problems(tree: Tree, path: Path, domain: Domain, lang: Lang) -> list[str]:
    """What the plan reader says against the file as it would be."""
    from cascade.reading.plans import known_names, read_plan
    from cascade.report.draft_file import plan_yaml

    read = read_plan(path, path.name, known_names(domain), plan_yaml(_compact(tree)).encode())
    return [fault.message(lang) for fault in read.faults]


def _compact(tree: Tree) -> Tree:
    """The tree without the items that were dropped."""
    return tree | {name: [item for item in tree.get(name) or [] if item is not None] for name in _LISTS}


def _save(path: Path, tree: Tree) -> None:
    from cascade.cli.files import write_whole
    from cascade.report.draft_file import plan_yaml

    write_whole(path, plan_yaml(_compact(tree)).encode())
