"""What a printed word is to the restorer: a number, a code, a boundary, or letters that may be damaged."""

from __future__ import annotations

import re

NUMBER, PERCENT, DATE, CODE, NAME, STOP = "<n>", "<%>", "<d>", "<c>", "<x>", "."
"""The classes that stand in the table of counts for words that are no syllables."""

_EDGE = " .,;:()[]{}“”\"'‘’`´«»…+*•·–—-_/=<>|~^"
_INSIDE = re.compile(r"([,;:.()\[\]“”\"…/+–—*•=<>-]+|(?<=\w{3})[‘’'](?=\w{3}))")
_PERCENT = re.compile(r"[\d.,–-]*\d\s*%\W*")
_DATE = re.compile(r"\d{1,4}(?:[/.-]\d{1,4})+|(?:19|20)\d\d")
_NUMBER = re.compile(r"\d[\d.,]*")
_CODE = re.compile(r"(?=.*\d)(?=.*[/]).+|\d+-\w.*|[A-ZĐ]{1,5}-[A-ZĐ][A-Za-zĐđ]{0,7}\d*|\S*(?:@\w+\.|www\.|://)\S*")
_ABBREVIATION = re.compile(r"(?=(?:.*[A-ZĐÊÔƠƯÂĂ]){2})[A-Za-zĐđÊÔƠƯÂĂ&-]{2,}")


def edges(printed: str) -> tuple[str, str, str]:
    """A printed word as what stands before its core, the core, and what stands after it."""
    start = len(printed) - len(printed.lstrip(_EDGE))
    core = printed[start:].rstrip(_EDGE)
    return printed[:start], core, printed[start + len(core) :]


def pieces(core: str) -> list[str]:
    """A core cut at the punctuation inside it: syllables at even places, what parts them at odd ones."""
    return _INSIDE.split(core)


def number_class(core: str, after: str = "") -> str | None:
    """The class of a number, date or document code; None for words."""
    if after.startswith("%") or _PERCENT.fullmatch(core):
        return PERCENT
    if _DATE.fullmatch(core):
        return DATE
    if _NUMBER.fullmatch(core):
        return NUMBER
    return CODE if _CODE.fullmatch(core) else None


def is_abbreviation(core: str) -> bool:
    """Whether a word is written like an abbreviation: two capitals or more (`TTHC`, `TTg`)."""
    return bool(_ABBREVIATION.fullmatch(core))


def ends_sentence(after: str) -> bool:
    """Whether the punctuation after a word ends what it is part of."""
    return any(mark in after for mark in ".;:!?")
