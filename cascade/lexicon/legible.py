"""What a line may look like before patterns are held against it: no word and no row of marks without end.

Patterns look for words of a language. Held against 99,000 dots, or a label of 50,000 numbers, many of them
take time with the square of its length, and none of them means anything there. A document keeps its lines as
they are; only what is read from them is shortened.
"""

from __future__ import annotations

from collections.abc import Iterator

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
