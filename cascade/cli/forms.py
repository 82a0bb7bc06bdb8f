"""The forms of a call's reports: what they need of the result, and how each is made from it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from cascade.cli.deliver import Delivery, Forms, check_free
from cascade.cli.load import fail
from cascade.cli.options import screen
from cascade.cli.usage import say

if TYPE_CHECKING:
    from cascade.documents.document import Printed
    from cascade.formats.table import Form
    from cascade.model.plan import Lines, Plan
    from cascade.model.words import Lang
    from cascade.result.original import Original
    from cascade.result.result import Need, Result


def suffixes(table: Mapping[str, Form]) -> Forms:
    """The forms of a table with the suffixes of their files."""
    return {name: form.suffixes for name, form in table.items()}


def needs_of(table: Mapping[str, Form], wanted: Iterable[Delivery]) -> frozenset[Need]:
    """What the forms that are wanted need of the result."""
    return frozenset(need for one in wanted for need in table[one.form].needs)


def printer(sources: Path | None) -> Callable[[Plan, Lines | None], Printed | None] | None:
    """What brings the printed words, where a folder of documents is named."""
    if sources is None:
        return None
    from cascade.documents.sources import Sources

    return Sources(sources).printed


def into_folders(table: Mapping[str, Form]) -> tuple[str, ...]:
    """The forms that may go into a folder, a file a plan."""
    return tuple(name for name, form in table.items() if form.folder)


def check_seen(table: Mapping[str, Form], wanted: Iterable[Delivery]) -> None:
    """Leave with status 2 where a form that is no text would go to a terminal, or one of many files nowhere."""
    for one in wanted:
        form = table[one.form]
        if one.output is None and (form.originals or (form.binary and sys.stdout.isatty())):
            fail(say(f"--format {one.form} cần -o TỆP hoặc -o THƯ-MỤC", f"--format {one.form} needs -o FILE or -o DIR"))


def rendered(
    result: Result,
    table: Mapping[str, Form],
    wanted: Iterable[Delivery],
    lang: Lang,
    originals: Mapping[str, Original] | None = None,
    **drawing: object,
) -> Iterator[tuple[Delivery, bytes]]:
    """Each report that is wanted, into a folder file by file. `originals`: the documents of the plans, for the forms
    that are made into them; `drawing`: what the drawn forms are told besides their page."""
    for one in wanted:
        form = table[one.form]
        if form.originals or one.folder:
            yield from _each(form, one, result, lang, originals or {})
        else:
            more = {"screen": screen(one.output), **drawing} if form.drawn else {}
            yield one, form.render(result, lang, **more)


def _each(
    form: Form, one: Delivery, result: Result, lang: Lang, originals: Mapping[str, Original]
) -> Iterator[tuple[Delivery, bytes]]:
    """The files of a form by plan: into the folder that is named, or the only one as the file that is named."""
    made = form.render_each(result, lang, originals) if form.originals else form.render_each(result, lang)
    if one.output is None or not one.folder:
        if len(made) != 1:
            vi = f"có {len(made)} văn bản để ghi nhận xét; hãy nêu một thư mục sau -o"
            fail(say(vi, f"there are {len(made)} documents to comment on; name a folder after -o"))
        yield one, next(iter(made.values()))
        return
    for name in made:
        check_free(one.output / name)
    one.output.mkdir(parents=True, exist_ok=True)
    for name, data in made.items():
        yield Delivery(one.form, one.output / name), data
