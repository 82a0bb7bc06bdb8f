"""The forms of a call's reports: what they need of the result, and how each is made from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from cascade.cli.deliver import Delivery, Forms
from cascade.cli.options import screen

if TYPE_CHECKING:
    from cascade.documents.document import Printed
    from cascade.formats.table import Form
    from cascade.model.plan import Lines, Plan
    from cascade.model.words import Lang
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


def rendered(
    result: Result, table: Mapping[str, Form], wanted: Iterable[Delivery], lang: Lang, **drawing: object
) -> Iterator[tuple[Delivery, bytes]]:
    """Each report that is wanted; `drawing`: what the drawn forms are told besides their page."""
    for one in wanted:
        form = table[one.form]
        more = {"screen": screen(one.output), **drawing} if form.drawn else {}
        yield one, form.render(result, lang, **more)
