"""One way to clean the text of a line, whatever the format it comes from."""

from __future__ import annotations

import re
from functools import lru_cache

from cascade.model.misprint import plain_sign
from cascade.model.text import nfc

_SYMBOL_FONT = {0x2B: "+", 0x2D: "-", 0xA3: "≤", 0xA7: "-", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•"}
"""What a character of the private area means where Word took it from the font Symbol."""

_UNSEEN = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufffe\uffff\ue000-\uf8ff\ud800-\udfff\U000e0000-\U000e007f]"
)
_SPACE = re.compile("[\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
_HYPHENS = "\u2010\u2011\u2012\u2212\ufe63"  # those that print sets for the plain one, the minus sign among them
_PRIVATE = {0xF000 + code: char for code, char in _SYMBOL_FONT.items()}
_SPACES = re.compile(" {2,}")


def scrubbed(text: str) -> str:
    """`text` in NFC without invisible characters; tabs and line ends stay, other spaces become ordinary ones."""
    if text.isascii() and text.isprintable():
        return text
    for char in set(text) - _PLAIN:
        plain = _plain(char)
        if plain != char:
            text = text.replace(char, plain)
    return nfc(text)


_PLAIN = frozenset(map(chr, range(32, 127))) | frozenset(
    "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
    "ÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬĐÈẺẼÉẸÊỀỂỄẾỆÌỈĨÍỊÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢÙỦŨÚỤƯỪỬỮỨỰỲỶỸÝỴ–“”\n\t"
)
"""Characters that need no cleaning, as nearly all are."""


@lru_cache(maxsize=4096)
def _plain(char: str) -> str:
    """What stands for one character in clean text."""
    if ord(char) in _PRIVATE:
        return _PRIVATE[ord(char)]
    if char in _HYPHENS:
        return "-"
    return _SPACE.sub(" ", _UNSEEN.sub("", plain_sign(char)))


def clean(text: str) -> str:
    """`text` as `scrubbed` gives it, on one line: each tab or line end is one space, and none is left at the end."""
    return scrubbed(text).replace("\t", " ").replace("\n", " ").rstrip()


def squeezed(text: str) -> str:
    """`text` as `clean` gives it, with single spaces and none at either end."""
    return _SPACES.sub(" ", clean(text)).strip()


def symbol(code: int) -> str:
    """The character that code `code` of the font Symbol stands for; nothing where it has no meaning in words."""
    return _SYMBOL_FONT.get(code & 0xFF, "")
