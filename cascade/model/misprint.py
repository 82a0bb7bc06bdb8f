"""Letters and signs that look like others: read as they were meant where nothing else can be meant, and never silently.

Print and typists put letters where digits belong ("9S%", "3O/6/2025") and letters of another script where Latin ones
do. Where the signs around such a letter leave no other reading it is read as what it stands for, and told. A word in
which Latin letters or digits stand beside signs that no reader knows is told as well: nothing is compared by it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from unicodedata import category, decimal, decomposition, normalize

from cascade.model.doubt import Doubts, doubt

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
_FOREIGN = re.compile("[\u0251\u0261\u0131\u0370-\u03ff\u0400-\u052f\u0531-\u0587\u13a0-\u13ff\u1d00-\u1d22\u3007]")
_LATIN = str.maketrans(
    "АВСЕНІЈКМОРЅТХУаԁсеһіјорѕхуԌԚԜԛԝѵүΑΒΕΖΗΙΚΜΝΟΡΤΥΧονՍՏՕհոսցօᎪᎬᎻᎫᏦᏞᎷᏢᎡᏚᎢᏙᏃᏟᎠɑɡıᴀᴄᴅᴇᴊᴋᴍᴏᴘᴛᴜᴠᴢ〇",
    "ABCEHIJKMOPSTXYadcehijopsxyGQWqwvyABEZHIKMNOPTYXovUSOhnugoAEHJKLMPRSTVZCDagiACDEJKMOPTUVZO",
)
_STEPS = 9  # a year that is mended lets the one behind its hyphen be mended: no value holds so many
_PLAIN = re.compile(r"[\x00-\u024f\u1e00-\u1eff\u2000-\u202f\u2032-\u206f\u20ab-\u20ac\u2190-\u23ff\u2500-\u27bf]*")
"""Words of Latin letters, digits and the signs of print."""
_MARKED_NUMBER = re.compile(r"[\d%][\u0300-\u036f]")
_HELD = re.compile(r"[0-9A-Za-z\u00c0-\u024f\u1e00-\u1eff%]")
_SIGNS = str.maketrans("٪﹪⁄∕٫٬∼〜", "%%//,.~~")
_SHARES = "℅‰‱"
_RAISED = ("<super>", "<sub>", "<fraction>")
_STYLED = ("<wide>", "<narrow>", "<font>", "<small>")


def plain_sign(char: str) -> str:
    """A character as Vietnamese prints it: digits of any script as digits, signs and letters of another width or
    style as the usual ones; any other as it is."""
    if char.isdecimal():
        return str(decimal(char))
    if decomposition(char).startswith(_STYLED) or "\u2160" <= char <= "\u217f":  # numerals of Rome are letters
        return normalize("NFKC", char).translate(_SIGNS)
    return char.translate(_SIGNS)


def meant(line: str) -> str:
    """A line as it was meant, word for word: letters that stand for digits as these, and letters of another script
    that look like Latin ones as those."""
    return _once(_JOINED_NUMERAL.sub("III.", line))


def as_meant(value: str) -> str:
    """A value as it was meant, like `meant`; what is read so is not read otherwise once more."""
    for _ in range(_STEPS):
        before, value = value, _once(value)
        if value == before:
            break
    return value


def _once(text: str) -> str:
    if _FOREIGN.search(text):
        text = " ".join(map(_latin, text.split(" ")))
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


class _Usual(dict[int, str]):
    """What `plain_sign` makes of every character, found out once."""

    def __missing__(self, char: int) -> str:
        found = self[char] = plain_sign(chr(char))
        return found


_USUAL = _Usual()


def plain_signs(text: str) -> str:
    """A text in the characters that Vietnamese prints: see `plain_sign`."""
    return text.translate(_USUAL)


@lru_cache(maxsize=4096)
def misprint(printed: str, read: str) -> Doubts:
    """What a person should know of a word that is read otherwise than it is printed, or cannot be read; nothing where
    it is restored."""
    if is_strange(read):
        return doubt("unknown-letters", printed=printed)
    if _digits(printed) != _digits(read):
        return doubt("letters-for-digits", printed=printed, read=read)
    return doubt("mixed-scripts", printed=printed, read=read) if _FOREIGN.search(printed) else ()


def is_strange(word: str) -> bool:
    """Whether Latin letters, digits or a per cent sign stand in a word beside letters, numerals or marks that no reader
    knows: what it says to a person is not what is compared."""
    if _PLAIN.fullmatch(word) and not _MARKED_NUMBER.search(word):
        return False
    if _HELD.search(word) is None:
        return False
    raised = () if "%" in word else _RAISED
    return any(_is_unknown(char, before, raised) for before, char in pairwise(f" {word}"))


def holds_strange(text: str) -> bool:
    """Whether any word of a text `is_strange`."""
    if _PLAIN.fullmatch(text) and not _MARKED_NUMBER.search(text):
        return False
    return any(map(is_strange, text.split()))


def _is_unknown(char: str, before: str, raised: tuple[str, ...]) -> bool:
    kind = category(char)
    if kind.startswith("M"):
        return not before.isalpha()
    if kind in ("No", "Nl"):
        return not raised or not decomposition(char).startswith(raised)
    if char in _SHARES:
        return True
    return kind.startswith("L") and not _PLAIN.fullmatch(normalize("NFD", char)[0])


def _digits(word: str) -> int:
    return sum(map(str.isdecimal, word))
