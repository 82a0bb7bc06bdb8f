"""Vietnamese text as a value: one normal form, one way to fold it for comparison."""

from __future__ import annotations

import re
import unicodedata

_D_BAR = str.maketrans({"đ": "d", "Đ": "D", "ð": "d", "Ð": "D"})
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_WORD = re.compile(r"[^\W_]+", re.UNICODE)


def nfc(text: str) -> str:
    """`text` in Unicode NFC, the form of every string that cascade holds or prints."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """`text` without accents or case, Đ read as D: equal folds are the same words to a hasty reader."""
    bare = unicodedata.normalize("NFD", text.translate(_D_BAR).casefold())
    return "".join(char for char in bare if not unicodedata.combining(char))


def syllables(text: str) -> list[str]:
    """The words of `text` in order, in NFC and lower case, without punctuation."""
    return _WORD.findall(nfc(text).lower())


def visible(text: str) -> str:
    """`text` with control and invisible direction characters replaced, safe to show anywhere."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def one_line(text: str) -> str:
    """`text` made safe and put on one line with single spaces."""
    return " ".join(visible(text.replace("\t", " ").replace("\n", " ").replace("\r", " ")).split())
