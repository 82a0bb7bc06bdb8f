"""Plain text and Markdown: the lines of the file, tables among them, marks of Markdown taken off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cascade.documents.aligned import aligned_tables
from cascade.documents.clean import scrubbed
from cascade.documents.document import Cell, Document, Line, Table, cell_of
from cascade.documents.encoding import decode
from cascade.documents.piped import BREAK, piped_tables, with_outer_pipes
from cascade.documents.read import digest
from cascade.model.plan import Lines

_NAMED_MARKDOWN = (".md", ".markdown")


def read_text(data: bytes, name: str) -> Document:
    """The document in a text file. Line n is line n of the file."""
    decoded = decode(data)
    plain = _split(decoded.text)
    markdown = name.lower().endswith(_NAMED_MARKDOWN)
    if markdown or "#" in decoded.text:
        from cascade.documents.markdown import is_heading, unmarked

        markdown = markdown or sum(map(is_heading, plain)) >= 2
        plain = list(unmarked(plain)) if markdown else plain
    tables = list(_tab_tables(plain))
    if "|" in decoded.text:
        plain = with_outer_pipes(plain)
        for piped in list(piped_tables(plain)):
            plain[piped.start : piped.end] = piped.lines()
            tables += filter(None, (piped.shown(),))
    found = sorted(tables, key=lambda table: table.lines) or aligned_tables(plain)
    lines = tuple(Line(BREAK.sub(" ", line).replace("\t", " ").rstrip()) for line in plain)
    return Document(name, digest(data), "markdown" if markdown else "text", lines, tuple(found), decoded.notes)


def _split(text: str) -> list[str]:
    """The lines of a file; an old Macintosh ends them with CR alone."""
    if "\n" not in text:
        text = text.replace("\r", "\n")
    lines = scrubbed(text.replace("\r", "")).split("\n")
    return lines[:-1] if lines and not lines[-1] else lines


def _tab_tables(lines: Sequence[str]) -> Iterator[Table]:
    """Runs of two lines or more with the same number of tabs, two at least; blank lines do not end a run."""
    run: list[int] = []
    for number, line in enumerate(lines):
        if not line.strip():
            continue
        tabs = line.count("\t")
        if run and tabs != lines[run[-1]].count("\t"):
            yield from _tabbed(lines, run)
            run = []
        if tabs >= 2:
            run.append(number)
    yield from _tabbed(lines, run)


def _tabbed(lines: Sequence[str], run: Sequence[int]) -> Iterator[Table]:
    """The table of these lines, counted from 0, without those that repeat the first; none of one line."""
    if len(run) < 2:
        return
    header = lines[run[0]].split()
    kept = [number for number in run if number == run[0] or lines[number].split() != header]
    yield Table(Lines(run[0] + 1, run[-1] + 1), tuple(_row(lines[number], number + 1) for number in kept))


def _row(line: str, number: int) -> tuple[Cell, ...]:
    return tuple(cell_of([(number, part) for part in BREAK.split(cell)]) for cell in line.split("\t"))
