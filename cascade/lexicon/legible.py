"""What a line may look like before patterns are held against it: no word and no row of marks without end, digits
that are digits, and letters of one script.

Patterns look for words of a language. Held against 99,000 dots, or a label of 50,000 numbers, many of them
take time with the square of its length, and none of them means anything there. A document keeps its lines as
they are; only what is read from them is shortened.

Print and typists put letters where digits belong ("9S%", "3O/6/2025") and letters of another script where Latin ones
do. Where the signs around such a letter leave no other reading it is read as what it stands for, and told as a doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import normalize

from cascade.model.doubt import Doubts, doubt

LONGEST_WORD = 160
"""Characters; an address of the web may be as long, and nothing that a plan says."""
MOST_MARKS = 40
"""So many words without a letter in a row may stand in a line (a table's numbers); a longer row is idle."""


def legible(text: str) -> str:
    """The line with words cut at `LONGEST_WORD` and rows of words without letters at `MOST_MARKS`."""
    if len(text) <= LONGEST_WORD:
        return text
    words = text.split()
    kept = list(_worth(words))
    return text if kept == words else " ".join(kept)


def _worth(words: list[str]) -> Iterator[str]:
    row = 0
    for word in words:
        row = 0 if any(map(str.isalpha, word[:LONGEST_WORD])) else row + 1
        if row <= MOST_MARKS:
            yield word[:LONGEST_WORD]


_DIGITS = str.maketrans("OoQlISsZzB", "0001155228")
_D = r"[\dOoQlISsZzB]"
_PART = rf"(?:\d{_D}?|{_D}\d)"
_N = rf"{_D}{{1,4}}(?:[.,]{_D}{{1,3}})?"
_YEAR = r"[2Z][0O][\dOlISZ]{2}"
_MAY_HOLD_LETTERS = re.compile(r"\d[.,]?[OoQlISsZzB]|[OoQlISZB][.,]?\d|[OoIl]{2}\s?%")
_WRONG_DIGITS = (
    re.compile(rf"(?<!\w){_N}(?:\s?[-–]\s?{_N})?(?=\s?%)"),
    re.compile(rf"(?<!\w)(?:{_PART}/)?{_PART}/{_YEAR}(?!\w)"),
    re.compile(rf"(?<!\w)(?<![^\W\d]-){_YEAR}(?!\w)"),
    re.compile(rf"(?<!\w){_D}{{0,4}}[\dOoQlISsZz](?=/(?:{_YEAR}/)?[A-ZĐ]{{1,4}}\w{{0,3}}\s?-\s?[A-ZĐ])"),
    re.compile(rf"(?<!\w){_D}{{0,4}}[\dOoQlISsZz](?=\s?-\s?[A-ZĐ]{{2,4}}/[A-ZĐ])"),
    re.compile(r"(?<!\S)[\dlO](?:[.,]?[\dOolI]){1,8}(?=\s+[^\W\d_])"),
)
"""Where only a number can stand: before a per cent sign, in a date, as a year, as the serial of a document's number,
before what is counted."""
_JOINED_NUMERAL = re.compile(r"^(?:H[Il1|]|[Il1|]H)\.(?=\s+[^\W\d_]{2})")
"""The number of a heading whose strokes a scanner has joined."""
_FOREIGN = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_LATIN = str.maketrans("АВСЕНІЈКМОРЅТХУаԁсеһіјорѕхуΑΒΕΖΗΙΚΜΝΟΡΤΥΧον", "ABCEHIJKMOPSTXYadcehijopsxyABEZHIKMNOPTYXov")
_CODES = ("letters-for-digits", "mixed-scripts")


def meant(text: str) -> str:
    """A line as it was meant, word for word: letters that stand for digits as these, and letters of another script
    that look like Latin ones as those."""
    if _FOREIGN.search(text):
        text = " ".join(map(_latin, text.split(" ")))
    text = _JOINED_NUMERAL.sub("III.", text)
    if _MAY_HOLD_LETTERS.search(text):
        for pattern in _WRONG_DIGITS:
            text = pattern.sub(_number, text)
    return text


def _latin(word: str) -> str:
    read = normalize("NFC", word.translate(_LATIN))
    return word if _FOREIGN.search(read) else read


def _number(match: re.Match[str]) -> str:
    printed = match[0]
    if not any(map(str.isdecimal, printed)) and not printed.endswith(("OO", "oo")):
        return printed
    return printed.translate(_DIGITS)


@lru_cache(maxsize=4096)
def misprint(printed: str, read: str) -> Doubts:
    """What a person should know of a word that is read otherwise than it is printed; nothing where it is restored."""
    if _digits(printed) != _digits(read):
        return doubt(_CODES[0], printed=printed, read=read)
    return doubt(_CODES[1], printed=printed, read=read) if _FOREIGN.search(printed) else ()


def _digits(word: str) -> int:
    return sum(map(str.isdecimal, word))
