"""What every format is read to: lines in reading order, and the tables that some of them stand in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from cascade.documents.clean import squeezed
from cascade.model.plan import Lines

Form = Literal["text", "markdown", "html", "docx", "pdf", "scan", "office"]
UNWRAPPED: frozenset[Form] = frozenset(("docx", "html", "office"))
"""Forms whose lines are paragraphs: print has not wrapped them."""


class Cell(msgspec.Struct, frozen=True):
    """One cell of a table: the lines of the document that it holds; `text` joins them with newlines.

    `lines` is None for an empty cell.
    """

    text: str = ""
    lines: Lines | None = None


def cell_of(parts: Iterable[tuple[int, str]]) -> Cell:
    """The cell that holds these texts, each with the number of its line; blank ones are left out."""
    kept = [(line, shown) for line, text in parts if (shown := squeezed(text))]
    return Cell("\n".join(text for _, text in kept), Lines(kept[0][0], kept[-1][0])) if kept else Cell()


class Table(msgspec.Struct, frozen=True):
    """A table as rows of cells, each row as long as the table is wide.

    A merged cell stands, as the same object, in every place that it covers. A header row that a
    page break repeats is there once, and the parts of a cell that a page break cuts are one cell,
    as far as the format can tell. `lines`: the run of the document's lines that the table takes up.
    """

    lines: Lines
    rows: tuple[tuple[Cell, ...], ...]


class Line(msgspec.Struct, frozen=True):
    """One line: in NFC, without markup, its list label in front where the format keeps it apart.

    `page` counts from 1 and is None where the format knows no pages.
    """

    text: str
    page: int | None = None


class Document(msgspec.Struct, frozen=True):
    """A document read. Line n of a citation, target or task is `lines[n - 1]`.

    For plain text the lines are those of the file, so that a person finds them there; for other
    formats they are the lines of the extracted text. Lines of tables are among `lines` too.
    `notes`: codes of `model.doubt.DOUBTS`, what a person should know of how it was read.
    """

    name: str
    sha256: str
    form: Form
    lines: tuple[Line, ...]
    tables: tuple[Table, ...] = ()
    notes: tuple[str, ...] = ()


class Printed(msgspec.Struct, frozen=True):
    """What a document prints on some lines; `problem` where it cannot be trusted or found."""

    text: str
    problem: Literal["changed", "missing"] | None = None
