"""Marks of Markdown taken off, line by line: the lines stay those of the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from cascade.documents.clean import scrubbed

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

LONGEST = 5_000
"""A longer line is no line of Markdown that a person wrote; its marks stay."""
_HEADING = re.compile(r"^ {0,3}#{1,6}(?:\s+|$)")
_MARKED = re.compile(r"[*_\[<&\\#>~`=]|^\s*-[\s-]*-\s*$")
_NO_WORDS = re.compile(r"^\s*(?:```|~~~)|^ {0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|=+)$")
_QUOTE = re.compile(r"^ {0,3}(?:>\s?)+")
_HEADING_END = re.compile(r"\s+#+\s*$")
_BULLET = re.compile(r"^(\s*)\*(?=\s)")
_UNPAIRED = re.compile(r"(?<!\()\*{2,3}(?=\S)|(?<=\S)\*{2,3}(?!\))|^\*(?=\w)|(?<=[\w.,;:])\*$")
_TAG = re.compile(r"</?(?:b|i|u|em|strong|sup|sub|center|p|div|span|font)(?:\s[^<>]*)?/?>|<!--.*", re.I | re.S)


def is_heading(line: str) -> bool:
    """Whether a line is a heading of Markdown."""
    found = _HEADING.match(line)
    return found is not None and bool(line[found.end() :].strip())


def unmarked(lines: Sequence[str]) -> Iterator[str]:
    """The lines of a Markdown file without its marks, as many as before; item marks stay, `*` as `-`."""
    for line in lines:
        if not _MARKED.search(line) or len(line) > LONGEST:
            yield line
        else:
            yield "" if _NO_WORDS.match(line.rstrip()) else _unmarked(line)


def _unmarked(line: str) -> str:
    line = _QUOTE.sub("", line)
    if _HEADING.match(line):
        line = _HEADING_END.sub("", _HEADING.sub("", line))
    line = _BULLET.sub(r"\1-", line).replace("\\|", r"\\|")  # the pipe of a cell stays told from one that parts cells
    words = line.strip()
    (inline,) = _parser().parseInline(words.removesuffix("\\"))
    read = _UNPAIRED.sub("", "".join(_words(inline.children or ())))
    return line[: len(line) - len(line.lstrip())] + scrubbed(read)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # only for a file that has marks

    return MarkdownIt("commonmark")


def _words(tokens: Iterable[Token]) -> Iterator[str]:
    """The text of tokens; a tag that is none of HTML's for words is text: people write `<name>` for what to fill in."""
    for token in tokens:
        if token.children:
            yield from _words(token.children)
        elif token.type != "html_inline" or not _TAG.fullmatch(token.content):
            yield token.content
