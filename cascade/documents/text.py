"""Plain text and Markdown: the lines of the file, tables among them, marks of Markdown taken off."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cascade.documents.aligned import aligned_tables
from cascade.documents.clean import clean, scrubbed
from cascade.documents.document import Cell, Document, Line, Table
from cascade.documents.encoding import decode
from cascade.documents.read import digest
from cascade.model.plan import Lines

_HEADING = re.compile(r"^ {0,3}#{1,6}\s+\S")
_NAMED_MARKDOWN = (".md", ".markdown")


def read_text(data: bytes, name: str) -> Document:
    """The document in a text file. Line n is line n of the file."""
    decoded = decode(data)
    raw = _split(decoded.text)
    markdown = name.lower().endswith(_NAMED_MARKDOWN) or sum(map(_is_heading, raw)) >= 2
    plain = list(unmarked(raw)) if markdown else raw
    tables = (*_tab_tables(plain), *_pipe_tables(plain))
    tables = tables or tuple(aligned_tables(plain))
    lines = tuple(Line(_shown(line)) for line in plain)
    ordered = tuple(sorted(tables, key=lambda table: table.lines))
    return Document(name, digest(data), "markdown" if markdown else "text", lines, ordered, decoded.notes)


def _split(text: str) -> list[str]:
    """The lines of a file; an old Macintosh ends them with CR alone."""
    if "\n" not in text:
        text = text.replace("\r", "\n")
    lines = scrubbed(text.replace("\r", "")).split("\n")
    return lines[:-1] if lines and not lines[-1] else lines


def _is_heading(line: str) -> bool:
    return _HEADING.match(line) is not None


LONGEST = 10_000
"""A longer line is no line of Markdown that a person wrote; its marks stay."""
_MARKED = re.compile(r"[*_\[<&\\#>~`=]|^\s*-[\s-]*-\s*$")
_FENCE = re.compile(r"^\s*(?:```|~~~)")
_RULE = re.compile(r"^ {0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|=+)$")
_QUOTE = re.compile(r"^ {0,3}(?:>\s?)+")
_HEADING_MARK = re.compile(r"^ {0,3}#{1,6}(?:\s+|$)")
_HEADING_END = re.compile(r"\s+#+\s*$")
_BULLET = re.compile(r"^(\s*)\*(?=\s)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_HELD = re.compile("[\ufdd0-\ufdef]")
_DOUBLE = re.compile(r"(?<!\()\*{2,3}(?=\S)|(?<=\S)\*{2,3}(?!\))")
_SINGLE = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=\S)\*(?![\w*])")
_UNDERLINED = re.compile(r"(?<!\w)(_{1,2})(?=[^\s_])([^_]*)(?<=[^\s_])\1(?!\w)")
_LINK = re.compile(r"!?\[([^\]]{0,500})\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"]*\")?\)")
_TAG = re.compile(r"</?(?:b|i|u|em|strong|sup|sub|center|p|div|span|font)(?:\s[^<>]*)?/?>", re.I)
_COMMENT = re.compile(r"<!--.*?-->")
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,7}|#x[0-9a-fA-F]{1,6});")


def unmarked(lines: Sequence[str]) -> Iterator[str]:
    """The lines of a Markdown file without its marks, as many as before; item marks stay, `*` as `-`."""
    for line in lines:
        if not _MARKED.search(line) or len(line) > LONGEST:
            yield line
        else:
            yield "" if _FENCE.match(line) or _RULE.match(line.rstrip()) else _unmarked(line)


def _unmarked(line: str) -> str:
    line = _QUOTE.sub("", line)
    if _HEADING_MARK.match(line):
        line = _HEADING_END.sub("", _HEADING_MARK.sub("", line))
    line = _BULLET.sub(r"\1-", line)
    held: list[str] = []
    piped = _PIPED.match(line) is not None

    def hold(found: re.Match[str]) -> str:
        if piped and found[1] == "|":
            return found[0]
        held.append(found[1])
        return "\ufdd0"

    line = _ESCAPED.sub(hold, _HELD.sub("", line)).rstrip()
    line = line[:-1] if line.endswith("\\") else line
    line = _LINK.sub(r"\1", _COMMENT.sub("", line))
    line = _UNDERLINED.sub(_underlined, _SINGLE.sub(r"\1", _DOUBLE.sub("", line)))
    line = _ENTITY.sub(lambda found: clean(html.unescape(found[0]) + ".")[:-1], _TAG.sub("", line))
    kept = iter(held)
    return _HELD.sub(lambda _: next(kept, ""), line)


def _underlined(found: re.Match[str]) -> str:
    """Underlined words without the marks; a row of dots between two marks is left for a pen to fill in."""
    return found[2] if any(map(str.isalnum, found[2])) else found[0]


def _shown(line: str) -> str:
    """A line as it is held: without the pipes of a table."""
    if _PIPED.match(line):
        return "" if _DELIMITER.match(line) else _one_line("  ".join(_pipe_cells(line)))
    return _one_line(line)


def _one_line(text: str) -> str:
    return (_BREAK.sub(" ", text) if "<" in text else text).replace("\t", " ").rstrip()


_BREAK = re.compile(r"<br\s*/?>", re.I)


def _tab_tables(lines: Sequence[str]) -> Iterator[Table]:
    """Runs of two lines or more with the same number of tabs, two at least; blank lines do not end a run."""
    run: list[int] = []
    for number, line in enumerate(lines):
        if not line.strip():
            continue
        tabs = line.rstrip("\r\n").count("\t")
        if run and tabs != lines[run[-1]].count("\t"):
            yield from _table(run, [lines[at].split("\t") for at in run])
            run = []
        if tabs >= 2:
            run.append(number)
    yield from _table(run, [lines[at].split("\t") for at in run])


_PIPED = re.compile(r"^\s*\|.*\|\s*$")
_DELIMITER = re.compile(r"^\s*\|(?:\s*:?-+:?\s*\|)+\s*$")
_PIPE = re.compile(r"(?<!\\)\|")


def _pipe_tables(lines: Sequence[str]) -> Iterator[Table]:
    """Runs of two lines or more that begin and end with a pipe, as Markdown writes tables."""
    piped = [number for number, line in enumerate(lines) if _PIPED.match(line)]
    run: list[int] = piped[:1]
    for before, number in pairwise(piped):
        if number != before + 1:
            yield from _pipe_table(lines, run)
            run = []
        run.append(number)
    yield from _pipe_table(lines, run)


def _pipe_table(lines: Sequence[str], run: list[int]) -> Iterator[Table]:
    kept = [number for number in run if not _DELIMITER.match(lines[number])]
    yield from _table(kept, [_pipe_cells(lines[number]) for number in kept])


def _pipe_cells(line: str) -> list[str]:
    return [cell.strip().replace("\\|", "|") for cell in _PIPE.split(line.strip())[1:-1]]


def _table(numbers: list[int], rows: list[list[str]]) -> Iterator[Table]:
    """The table of these lines, counted from 0; none where there is one line only."""
    width = max(map(len, rows), default=0)
    if len(rows) < 2 or width < 2:
        return
    header = [cell.strip() for cell in rows[0]]
    kept = [
        (number, row)
        for place, (number, row) in enumerate(zip(numbers, rows, strict=True))
        if not place or [cell.strip() for cell in row] != header
    ]
    yield Table(
        Lines(numbers[0] + 1, numbers[-1] + 1),
        tuple(tuple(_cell(cell, number + 1) for cell in row + [""] * (width - len(row))) for number, row in kept),
    )


def _cell(text: str, line: int) -> Cell:
    shown = "\n".join(part for part in (clean(part).strip() for part in _BREAK.split(text)) if part)
    return Cell(shown, Lines(line, line)) if shown else Cell()
