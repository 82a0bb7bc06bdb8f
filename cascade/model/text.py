"""Vietnamese text as a value: one normal form, one way to fold it for comparison."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby

_D_BAR = str.maketrans({"đ": "d", "Đ": "D", "ð": "d", "Ð": "D"})
_CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f]"
)
_COMMAND = re.compile(r":(?=:)|##(?=\w*\[)")
NOTHING = r"(?!)"
"""As a pattern: no text at all. An empty list of alternatives would match every text."""
UPPER = "".join(char for char in map(chr, range(0x1EFA)) if char.isupper())
LOWER = "".join(char for char in map(chr, range(0x1EFA)) if char.islower())
"""The letters of the language, for sets of a pattern: no range of them parts the capitals from the others."""
_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_ROMAN = {"I": 1, "V": 5, "X": 10}
MOST_ACCENTS = 4
"""How many combining marks one letter may carry on a page; more would be drawn over the lines around it."""
_PILE = re.compile(rf"[^\w\s\x00-\u02ff]{{{MOST_ACCENTS + 1},}}")


def nfc(text: str) -> str:
    """`text` in Unicode NFC, the form of every string that cascade holds or prints."""
    return unicodedata.normalize("NFC", text)


class _Folded(dict[int, str]):
    """For each character what it folds to, found when it is first met."""

    def __missing__(self, code: int) -> str:
        bare = unicodedata.normalize("NFD", chr(code).translate(_D_BAR).casefold())
        self[code] = "".join(char for char in bare if not unicodedata.combining(char))
        return self[code]


_FOLDED = _Folded()


def fold(text: str) -> str:
    """`text` without accents or case, Đ read as D: equal folds are the same words to a hasty reader."""
    return text.translate(_FOLDED)


class _Letters(dict[int, str]):
    """For each character the one that it folds to, found when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = fold(chr(code))[:1] or " "
        return self[code]


_LETTERS = _Letters()


def folded_same_length(text: str) -> str:
    """`text` folded letter for letter, so that offsets into the one are offsets into the other."""
    return text.translate(_LETTERS)


def syllables(text: str) -> list[str]:
    """The words of `text` in order, in NFC and lower case, without punctuation."""
    return _WORD.findall(nfc(text).lower())


def roman(label: str) -> int:
    """The value of a Roman number of the letters I, V and X."""
    values = [_ROMAN[letter] for letter in label]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def visible(text: str) -> str:
    """`text` with control, invisible direction and half characters replaced, safe to show anywhere."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def file_name(text: str) -> str:
    """A file's name as it may be shown: like `visible`, on one line, its spaces kept, and `quiet`."""
    return quiet(visible(text.replace("\t", "\0").replace("\n", "\0")))


def quiet(text: str) -> str:
    """`text` with what a CI would take for a command in its log, in whatever way the line is broken later, parted
    (`: :error`, `## [error]`)."""
    return _COMMAND.sub(r"\g<0> ", text)


def message_lines(text: str) -> str:
    """A message of several lines, in which nothing acts on a terminal or in the log of a CI."""
    return "\n".join(quiet(visible(line.replace("\t", " "))) for line in text.split("\n"))


@lru_cache(maxsize=4096)  # findings say the same texts again and again
def one_line(text: str) -> str:
    """`text` made safe and put on one line with single spaces, and `quiet`."""
    line = " ".join(visible(text.replace("\t", " ").replace("\n", " ").replace("\r", " ")).split())
    return quiet(line)


def page_line(text: str) -> str:
    """`text` like `one_line`, and no letter with so many accents that they are drawn over what stands around it."""
    return _PILE.sub(_without_pile, one_line(text))


def _without_pile(found: re.Match[str]) -> str:
    runs = groupby(found[0], lambda char: unicodedata.category(char).startswith("M"))
    return "".join("".join(run)[: MOST_ACCENTS if accents else None] for accents, run in runs)


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases, the longest first; spaces stand for any white space."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered) or NOTHING


def any_word_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern, ready to be sought, for any of the phrases where it stands as words of its own."""
    return re.compile(rf"(?<!\w)(?:{any_of(map(nfc, phrases))})(?!\w)")


def plain_text(text: str) -> str:
    """`text` in NFC and lower case, on one line with single spaces."""
    return " ".join(nfc(text).lower().split())
