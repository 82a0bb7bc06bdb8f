"""Syllables that print has parted around their accents ("C Ộ NG HÒA", "đư ợ c"), joined again.

Some programs that write PDF place every accented vowel by itself, so that what reads the file finds a space before
and behind it. Which pieces are one syllable is told by what a Vietnamese syllable can be; numbers and signs stay as
they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

import msgspec

from cascade.documents.document import Document

NOTE = "accents-parted"
_MOST = 6  # pieces of one syllable: "ngh i ê n g" has five
_NEVER = 1000
_FEWEST, _SHARE = 6, 0.05  # lone accented vowels, and their share of all words, from which a text is parted
_LONE = re.compile(r"[ăâđêôơưà-ỹĂÂĐÊÔƠƯÀ-Ỹ]{1,2}")
_OWN_WORDS = frozenset({"à", "ạ", "á", "ô", "ơ", "ở", "ừ", "ý", "ỷ", "ồ"})
"""Single accented letters that are words by themselves, whatever stands beside them."""
_EDGE = re.compile(r"^(?P<before>[\W\d_]*)(?P<core>[^\W\d_]+)(?P<after>[\W_]*)$")
_CLOSING = re.compile(r"[,.;:!?)”\"]+")
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_OPEN = (
    "ai|ao|au|ay|âu|ây|eo|êu|iêu|ia|iu|yêu|oai|oay|oa|oeo|oe|oi|ôi|ơi|uôi|uây|uya|uyu|uy|uê|uơ|ua|ui"
    "|ươi|ươu|ưa|ưi|ưu|a|e|ê|i|o|ô|ơ|u|ư|y"
)
_CLOSED = "uyê|iê|yê|oa|oă|oe|oo|uâ|uê|uô|uy|ươ|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y"
_SYLLABLE = re.compile(
    r"(?:ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
    rf"(?:(?:{_OPEN})|(?:{_CLOSED})(?:ch|ng|nh|[cmnpt]))"
)


def respaced(document: Document) -> Document:
    """The document with its syllables whole, and a note that they were joined; itself where none was parted."""
    if not is_parted(line.text for line in document.lines):
        return document
    lines = tuple(msgspec.structs.replace(line, text=joined(line.text)) for line in document.lines)
    whole: dict[int, object] = {}
    tables = []
    for table in document.tables:
        for row in table.rows:
            for cell in row:  # a merged cell stays one object
                if id(cell) not in whole:
                    text = "\n".join(map(joined, cell.text.split("\n")))
                    whole[id(cell)] = msgspec.structs.replace(cell, text=text)
        rows = tuple(tuple(whole[id(cell)] for cell in row) for row in table.rows)
        tables.append(msgspec.structs.replace(table, rows=rows))
    return msgspec.structs.replace(document, lines=lines, tables=tuple(tables), notes=(*document.notes, NOTE))


def is_parted(lines: Iterable[str]) -> bool:
    """Whether accented vowels stand alone in a text more often than its words can."""
    words = [word for line in lines for word in line.split()]
    lone = sum(bool(_LONE.fullmatch(word)) and word.lower() not in _OWN_WORDS for word in words)
    return lone >= _FEWEST and lone >= _SHARE * len(words)


def joined(line: str) -> str:
    """A line with the pieces of each syllable together: the fewest words that are syllables."""
    pieces = line.split()
    best: list[tuple[int, int]] = [(0, 0)]  # the cost of the words up to a piece, and where the last of them begins
    for end in range(1, len(pieces) + 1):
        starts = range(max(0, end - _MOST), end)
        best.append(min((best[start][0] + _cost(pieces[start:end]), start) for start in starts))
    words: list[str] = []
    end = len(pieces)
    while end:
        start = best[end][1]
        words.append("".join(pieces[start:end]))
        end = start
    return " ".join(reversed(words))


def _cost(pieces: Sequence[str]) -> int:
    """What speaks against pieces as one word. Print parts a word at its accented vowels and nowhere else."""
    if len(pieces) == 1:
        return 2 if _is_syllable(pieces[0]) or not _EDGE.match(pieces[0]) else 5
    parts = pieces[:-1] if _CLOSING.fullmatch(pieces[-1]) else pieces
    touch = all(_LONE.match(one[-1:]) or _LONE.match(other) for one, other in pairwise(parts))
    return 2 if touch and _is_syllable("".join(pieces)) else _NEVER


@lru_cache(maxsize=20_000)
def _is_syllable(word: str) -> bool:
    found = _EDGE.match(word)
    return found is not None and _SYLLABLE.fullmatch(_toneless(found["core"])) is not None


def _toneless(word: str) -> str:
    """Small letters without their tone, the vowels as they are."""
    return unicodedata.normalize("NFC", _TONES.sub("", unicodedata.normalize("NFD", word.lower())))
