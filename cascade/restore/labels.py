"""The labels of lists and sections at the beginnings of lines, read by their sequence: `¢)` after `b)` is `c)`."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LETTERS = "abcdđeghiklmn"
_LOOKS = {
    "¢": "ceg",
    "d": "dđ",
    "€": "ce",
    "é": "e",
    "&": "a",
    "4": "a",
    "6": "b",
    "@": "a",
    "f": "ef",
    "o": "c",
    "đ": "đ",
}
_LETTER = re.compile(r"(?P<letter>[^\W_]|[¢€&@])\)")
_PLAIN = re.compile(r"\d{1,2}\.|[IVX]{1,4}\.")
_ROMAN = re.compile(r"[I1l|]{2,3}\.")


def list_labels(lines: Sequence[Sequence[str]]) -> dict[int, str]:
    """The labels at the beginnings of lines, as they should read, by 1-based line."""
    found: dict[int, str] = {}
    last = ""
    arabic = 0
    for number, words in enumerate(lines, 1):
        if not words:
            continue
        word = words[0]
        letter = _LETTER.fullmatch(word)
        if letter is not None:
            last = _next_letter(letter["letter"], last)
            found[number] = last + ")"
        elif _ROMAN.fullmatch(word) and _is_roman(word, words, arabic):
            found[number] = "I" * (len(word) - 1) + "."
            last = ""
        elif _PLAIN.fullmatch(word):
            arabic = int(word[:-1]) if word[0].isdigit() else 0
            found[number] = word
            last = ""
    return found


def _next_letter(printed: str, last: str) -> str:
    """The first letter after `last` that can look like this; the print itself where none does."""
    start = _LETTERS.find(last) + 1 if last else 0
    possible = _LOOKS.get(printed, printed)
    upcoming = [letter for letter in _LETTERS[start : start + 2] if letter in possible]
    return upcoming[0] if upcoming else printed


def _is_roman(word: str, words: Sequence[str], arabic: int) -> bool:
    """Whether strokes before a point are a Roman number: some are no ones, or the heading is in capitals."""
    if "I" in word or "l" in word or "|" in word:
        return True
    heading = "".join(words[1:])
    return heading == heading.upper() and any(map(str.isalpha, heading)) and int(word[:-1]) != arabic + 1
