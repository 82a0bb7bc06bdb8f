"""Bytes to text: the encodings that Vietnamese offices have written in, told apart by evidence.

Valid UTF-8 is UTF-8. Bytes that are not are decoded as each of the old encodings, and the one
under which the words are Vietnamese syllables is the one; where none is, the text is refused.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

import msgspec

from cascade.documents.fault import DocumentError
from cascade.model.text import nfc

ENOUGH = 0.85
"""The share of accented words that must be Vietnamese syllables before an old encoding is believed."""
AHEAD = 0.1
"""How far its share must be ahead of the next encoding's."""
DOUBTED = 0.6
"""Below this share, text in Unicode is tried as text of an old font that someone pasted."""
FEW = 12
"""With fewer accented words than this, text in Unicode is left as it is."""
SAMPLE = 200_000
"""How many bytes or characters are looked at as evidence."""


class Decoded(msgspec.Struct, frozen=True):
    """Text in NFC, and the notes on how it was decoded."""

    text: str
    notes: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded:
    """The text of `data`. Raises DocumentError `encoding` or `not-a-document` where there is no telling."""
    marked = _marked(data)
    if marked is not None:
        return marked
    wide = _wide(data)
    if wide is not None:
        return wide
    if _is_binary(data):
        raise DocumentError.of_kind("binary")
    try:
        return repair(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _old(data, error.start)


_MARKS: tuple[tuple[bytes, str, tuple[str, ...]], ...] = (
    (codecs.BOM_UTF8, "utf-8", ()),
    (codecs.BOM_UTF32_LE, "utf-32-le", ("utf-32",)),
    (codecs.BOM_UTF32_BE, "utf-32-be", ("utf-32",)),
    (codecs.BOM_UTF16_LE, "utf-16-le", ("utf-16",)),
    (codecs.BOM_UTF16_BE, "utf-16-be", ("utf-16",)),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))


def _is_binary(data: bytes) -> bool:
    """Whether `data` is no text in an 8-bit encoding: it holds control bytes."""
    head = data[:SAMPLE]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return b"\0" in head or controls * 100 > len(head)


def repair(text: str) -> Decoded:
    """Text in Unicode, restored where its letters are those of an old Vietnamese font or of UTF-8 read twice.

    A text pasted from a TCVN3 or VNI font is made of Western letters that spell no Vietnamese.
    """
    text = nfc(text)
    try:
        data = _western_bytes(text)
    except UnicodeEncodeError:
        return _mixed(text) if len(_PASTED.findall(text)) >= FEW else Decoded(text)
    words = _accented(text[:SAMPLE])
    if len(words) < FEW or _share(words) >= DOUBTED:
        return Decoded(text)
    best = _best(data, {**_OLD, "utf-8-twice": _utf8})
    return Decoded(text) if best is None else Decoded(best[1], (best[0],))


_PASTED = re.compile("[µ¶·¸¹¾®¬©¨ÆÑÖ×ØÞñøûåïäëöæ]")
"""Letters and signs that Vietnamese in Unicode does not use, and the old fonts use all the time."""


def _mixed(text: str) -> Decoded:
    """Text in Unicode in which some lines only are those of an old font: each such line restored."""
    lines = text.split("\n")
    pasted = {
        number: line for number, line in enumerate(lines) if _PASTED.search(line) and _share(_accented(line)) < DOUBTED
    }
    whole = "\n".join(line for line in pasted.values() if is_western(line))
    found = repair(whole)
    if not found.notes:
        return Decoded(text)
    restored = iter(found.text.split("\n"))
    for number, line in pasted.items():
        if is_western(line):
            lines[number] = next(restored)
    return Decoded("\n".join(lines), found.notes)


def is_western(text: str) -> bool:
    """Whether Windows-1252 has all letters of `text`, as it has those that an old font shows as Vietnamese."""
    try:
        _western_bytes(text)
    except UnicodeEncodeError:
        return False
    return True


def _marked(data: bytes) -> Decoded | None:
    """The text of `data` where a byte order mark says how it is encoded."""
    for mark, name, notes in _MARKS:
        if data.startswith(mark):
            try:
                found = repair(data[len(mark) :].decode(name))
            except UnicodeDecodeError as error:
                raise DocumentError("encoding", byte=str(len(mark) + error.start + 1)) from error
            return Decoded(found.text, notes + found.notes)
    return None


def _wide(data: bytes) -> Decoded | None:
    """The text of `data` where it is UTF-16 without a mark: nearly all of it is letters of Vietnamese."""
    head = data[:SAMPLE]
    if len(data) % 2 or b"\0" not in head:
        return None
    for name in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if _share_of_letters(text[:SAMPLE]) >= 0.95:
            return Decoded(nfc(text), ("utf-16",))
    return None


def _share_of_letters(text: str) -> float:
    """How much of `text` is made of characters that Vietnamese prose is written with."""
    return sum(map(_usual, text)) / len(text) if text else 0.0


@lru_cache(maxsize=4096)
def _usual(char: str) -> bool:
    code = ord(char)
    return 32 <= code < 0x250 or code in (9, 10, 13) or 0x300 <= code < 0x330 or 0x1EA0 <= code < 0x2070


def _old(data: bytes, start: int) -> Decoded:
    """The text of `data`, not UTF-8 from byte `start` on, in the old encoding that makes it Vietnamese."""
    western = _western(data)
    if not any(char.isalpha() and not char.isascii() for char in western):
        return Decoded(nfc(western), ("windows-1252",))
    best = _best(data, _OLD)
    if best is None:
        raise DocumentError("encoding", byte=str(start + 1))
    return Decoded(best[1], (best[0],))


def _best(data: bytes, decoders: dict[str, Callable[[bytes], str]]) -> tuple[str, str] | None:
    """The name of the decoder under which `data` is Vietnamese, and the text; None where that is unclear."""
    sample = data[:SAMPLE]
    scores = sorted(((_share(_accented(decoder(sample))), name) for name, decoder in decoders.items()), reverse=True)
    (first, name), (second, _) = scores[0], scores[1]
    if first < ENOUGH or first < second + AHEAD:
        return None
    return name, nfc(decoders[name](data))


_RHYMES = (
    r"(?:a(?:[iyouw]|ch?|m|n[gh]?|p|t)?|ă(?:c|m|ng?|p|t)|â(?:[uy]|c|m|ng?|p|t)|e(?:o|c|m|ng?|p|t)?"
    r"|ê(?:u|ch|m|n[gh]?|p|t)?|i(?:[ua]|ch|m|nh?|p|t)?|iê(?:u|c|m|ng?|p|t)|yê(?:u|m|ng?|t)|y"
    r"|o(?:[ia]|c|m|ng?|p|t)?|oo(?:c|ng)|ô(?:i|c|m|ng?|p|t)?|ơ(?:i|m|n|p|t)?|u(?:[iay]|c|m|ng?|p|t)?"
    r"|uô(?:i|c|m|ng?|p|t)|uơ|uê(?:ch|n|nh)?|uy(?:a|t|n|nh|ch|u|p)?|uyê(?:n|t)|uâ(?:n|ng|t|y)"
    r"|ư(?:[aui]|c|m|ng?|t)?|ươ(?:[iu]|c|m|ng?|p|t)|oa(?:[iyo]|ch?|m|n[gh]?|p|t)?|oă(?:c|m|ng?|t)|oe(?:[on]|t)?)"
)
_ANY = "(?:ch|d|đ|b|h|kh|l|m|nh|n|ph|p|qu|r|s|th|tr|t|v|x|gi)?"
_SYLLABLE = (
    f"{_ANY}{_RHYMES}|(?:c|g|ng)(?=[aăâoôơuư]){_RHYMES}|(?:k|gh|ngh)(?=[eêiy]){_RHYMES}|g(?=i){_RHYMES}|q(?=u){_RHYMES}"
)
"""Compiled where the first text asks for it: most texts are plainly UTF-8, and this is the longest of all patterns."""
_STOPPED = re.compile(r"(?:c|ch|p|t)$")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_LETTERS = re.compile(r"[^\W\d_][^\W\d_\u0300-\u0323]*(?:[\u0300-\u0323]+[^\W\d_]*)*|[^\x00-\x7f\s\u2010-\u203a«»°]")


def _accented(text: str) -> list[str]:
    """The words of `text` that are not plain ASCII: only they tell encodings apart."""
    return [word for word in _LETTERS.findall(text) if not word.isascii()]


def _share(words: list[str]) -> float:
    """The share of `words` that are Vietnamese syllables or abbreviations; 0 where there are no words."""
    return sum(map(is_syllable, words)) / len(words) if words else 0.0


@lru_cache(maxsize=50_000)
def is_syllable(word: str) -> bool:
    """Whether `word` can be a Vietnamese syllable, or an abbreviation with Đ such as QĐ."""
    word = nfc(word)
    if word in ("đ", "Đ") or (word.isupper() and not set(word) - set("BCDĐGHKLMNPQRSTUVXƯƠ")):
        return True
    bare = unicodedata.normalize("NFD", word.lower())
    tones = [char for char in bare if char in _TONES]
    plain = nfc("".join(char for char in bare if char not in _TONES))
    if len(tones) > 1 or (_STOPPED.search(plain) and tones not in (["\u0301"], ["\u0323"])):
        return False
    return re.fullmatch(_SYLLABLE, plain) is not None


def _western_bytes(text: str) -> bytes:
    """The bytes that Windows-1252 has for `text`; control characters from 80 to 9F are those bytes."""
    return text.encode("cp1252", "cascade-controls")


def _controls(error: UnicodeError) -> tuple[bytes, int]:
    if not isinstance(error, UnicodeEncodeError) or _NO_CONTROL.search(error.object, error.start, error.end):
        raise error
    return error.object[error.start : error.end].encode("latin-1"), error.end


_NO_CONTROL = re.compile("[^\x80-\x9f]")
codecs.register_error("cascade-controls", _controls)
_UNUSED = bytes((0x81, 0x8D, 0x8F, 0x90, 0x9D))


def _western(data: bytes) -> str:
    return data.translate(None, _UNUSED).decode("cp1252")


def _utf8(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _windows_1258(data: bytes) -> str:
    return nfc(data.decode("cp1258", "replace"))


_TCVN3_LETTERS = (
    "ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịò"
    "ỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
)
_TCVN3 = {ord(bytes((0xA1 + place,)).decode("cp1252")): char for place, char in enumerate(_TCVN3_LETTERS)}
"""TCVN 5712:1993 from A1 to FF, over Windows-1252, whose quotes and dashes the ABC fonts keep below A0."""


def tcvn3(text: str) -> str:
    """Text typed in a TCVN3 (ABC) font, given as the Windows-1252 letters that its bytes are, in Unicode.

    The encoding of those fonts has no accented capitals: a word or line of capitals gets them back.
    """
    return "\n".join(map(_capitals, nfc(text.translate(_TCVN3)).split("\n")))


_CAPITAL_WORD = re.compile(r"[A-Z]{2}")
_WORD = re.compile(r"[^\W\d_]+")


def _capitals(line: str) -> str:
    """`line` with the small accented letters among capitals made capitals: `CéNG HOµ` is not `CộNG HOà`."""
    if line.isascii() or not _CAPITAL_WORD.search(line):
        return line
    if not re.search(r"[a-z]", line):
        return line.upper()
    return _WORD.sub(lambda found: _capital_word(found[0]), line)


def _capital_word(word: str) -> str:
    bare = [char for char in word if char.isascii()]
    return word.upper() if len(bare) >= 2 and all(char.isupper() for char in bare) else word


_VNI_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_VNI_HATS = {"â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_VNI_BREVES = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_VNI_ALONE = {"í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ô": "ơ", "ö": "ư", "ñ": "đ"}


def _vni_table() -> dict[str, str]:
    """The letters of VNI-Windows: a base letter, alone or with the mark that follows it."""
    found = dict(_VNI_ALONE)
    for base, letter in (*((vowel, vowel) for vowel in "aeouy"), ("ô", "ơ"), ("ö", "ư")):
        found |= {base + mark: letter + tone for mark, tone in _VNI_TONES.items()}
    for base in "aeo":
        found |= {base + mark: base + "\u0302" + tone for mark, tone in _VNI_HATS.items()}
    found |= {"a" + mark: "a\u0306" + tone for mark, tone in _VNI_BREVES.items()}
    small = {key: nfc(letter) for key, letter in found.items()}
    large = {key.upper(): letter.upper() for key, letter in small.items()}
    mixed = {key[0].upper() + key[1:]: letter.upper() for key, letter in small.items() if len(key) == 2}
    return small | mixed | large


_VNI = _vni_table()
_VNI_MARKS = "".join(sorted({key[1:] for key in _VNI if len(key) == 2}))
_VNI_PATTERN = re.compile(f"[aeouyôöAEOUYÔÖ][{_VNI_MARKS}]|[{''.join(key for key in _VNI if len(key) == 1)}]")


def vni(text: str) -> str:
    """Text typed in a VNI-Windows font, given as the Windows-1252 letters that its bytes are, in Unicode."""
    return nfc(_VNI_PATTERN.sub(lambda found: _VNI.get(found[0], found[0]), text))


_OLD: dict[str, Callable[[bytes], str]] = {
    "windows-1258": _windows_1258,
    "tcvn3": lambda data: tcvn3(_western(data)),
    "vni": lambda data: vni(_western(data)),
}
FONTS: dict[str, Callable[[str], str]] = {"tcvn3": tcvn3, "vni": vni}
"""The old fonts, by note: from the letters that a file of today holds to Unicode."""


def spells(text: str) -> float:
    """The share of accented words of `text` that are Vietnamese syllables; 0 where there are none."""
    return _share(_accented(text[:SAMPLE]))
