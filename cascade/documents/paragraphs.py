"""Which paragraph of a Word document each line of it stands in: the way back, to write at the place."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from cascade.documents.clean import clean
from cascade.documents.document import Document, Line
from cascade.documents.docx import read_docx, read_paragraphs


def paragraphs_of(data: bytes, name: str) -> tuple[int | None, ...]:
    """For each line of the document its paragraph's number, from 0 among all of the main part; None where no one
    paragraph gives it. Raises DocumentError as `read_docx` does."""
    document: Document = read_docx(data, name)
    return _aligned(document.lines, read_paragraphs(data))


def _aligned(lines: Sequence[Line], said: Sequence[tuple[str, int]]) -> tuple[int | None, ...]:
    """Lines come in the order of the paragraphs, but for those that a table repeats and that are left out; one that
    joins several paragraphs is the first's."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, (text, _) in enumerate(said):
        places[_key(text)].append(number)
    found: list[int | None] = []
    last = -1
    for line in lines:
        place = _next(places.get(_key(line.text), ()), last)
        if place is None:
            place = _first_of(line.text, said, last)
        if place is None:
            found.append(None)
        else:
            found.append(said[place][1])
            last = place
    return tuple(found)


def _next(places: Sequence[int], last: int) -> int | None:
    """The first of some places after the last one that was used, or else the last before it."""
    at = bisect_right(places, last)
    if at < len(places):
        return places[at]
    return places[-1] if places else None


_NEAR = 50
"""How many paragraphs on the beginning of a joined line is sought."""


def _first_of(text: str, said: Sequence[tuple[str, int]], last: int) -> int | None:
    whole = _key(text)
    for place in range(last + 1, min(last + 1 + _NEAR, len(said))):
        begin = _key(said[place][0])
        if begin and whole.startswith(begin):
            return place
    return None


def _key(text: str) -> str:
    return "".join(clean(text).split())
