"""Whether a text is healthy: told by letters that only Vietnamese has, without the model of the language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from enum import Enum

from cascade.model.text import nfc

_LETTERS = re.compile(r"[^\W\d_]{2,}")
_JUDGED_LINES = 200
"""So many lines, spread over a text, tell what it is."""
_HEALTHY_SHARE = 0.25
"""Of the words of a healthy text, some 60% carry a letter that only Vietnamese has; of a damaged one, none."""
_SPECIFIC = frozenset("ăđơưĩũĂĐƠƯĨŨ") | frozenset(map(chr, range(0x1EA0, 0x1EFA)))


class Health(Enum):
    """What a text is: healthy Vietnamese, Vietnamese whose letters were damaged or lost, or no Vietnamese."""

    HEALTHY = "healthy"
    DAMAGED = "damaged"
    FOREIGN = "foreign"


def is_specific(letter: str) -> bool:
    """Whether a letter is used by Vietnamese alone, so that a reader of another language never prints it."""
    return letter in _SPECIFIC


def is_vietnamese_word(word: str) -> bool:
    """Whether a word holds a letter that only Vietnamese has."""
    return any(map(is_specific, word))


def judged_words(lines: Sequence[str]) -> Counter[str]:
    """The words by which a text is judged, counted: those in small letters, unless nearly all are capitals."""
    some = lines[:: max(1, len(lines) // _JUDGED_LINES)]
    words = Counter(_LETTERS.findall(nfc("\n".join(some))))
    small = Counter({word: number for word, number in words.items() if not word.isupper()})
    return small if small.total() >= 0.2 * words.total() else words


def is_healthy(judged: Counter[str]) -> bool:
    """Whether words are those of a healthy text; no words at all are."""
    healthy = sum(number for word, number in judged.items() if is_vietnamese_word(word))
    return healthy >= _HEALTHY_SHARE * judged.total()
