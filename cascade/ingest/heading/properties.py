"""What a portal or a news page prints around a document: its table of properties, and the words that announce it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from cascade.lexicon.passage import Passage
from cascade.model.domain import Domain
from cascade.model.text import any_of, fold, folded_same_length

_FEWEST = 3
"""So many different labels make a table of properties."""
_WITHIN = 60
_DAY = re.compile(r"(?<!\d)(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>(?:19|20)\d\d)(?!\d)")


class Properties(msgspec.Struct, frozen=True):
    """The properties that a page names, each with its words, and the indexes of the rows that hold them."""

    values: dict[str, Passage] = {}
    rows: frozenset[int] = frozenset()

    def text(self, name: str) -> str:
        """The words of a property; empty where the page does not name it."""
        return self.values[name].text if name in self.values else ""

    @property
    def issued(self) -> date | None:
        """The day of issue."""
        found = _DAY.search(self.text("issued"))
        try:
            return date(int(found["y"]), int(found["m"]), int(found["d"])) if found else None
        except ValueError:
            return None


def properties_of(rows: Sequence[Passage], domain: Domain) -> Properties:
    """The table of properties among the first rows: each label with its value beside it or on the next row."""
    known = {fold(label): name for name, labels in domain.phrases.properties.items() for label in labels}
    label = re.compile(rf"^\W*(?P<label>{any_of(known)})\s*(?:[|:\t]\W*|\s(?=\S)|$)")
    texts = [folded_same_length(row.text) for row in rows[:_WITHIN]]
    found = [(at, match) for at, text in enumerate(texts) if (match := label.match(text))]
    labels = {match["label"] for _, match in found}
    if len(labels) < _FEWEST:
        return Properties()
    values: dict[str, Passage] = {}
    taken: set[int] = set()
    for at, words, used in _values(rows, found):
        name = known[" ".join(dict(found)[at]["label"].split())]
        if words is not None:
            values.setdefault(name, words)
        taken |= used
    return Properties(values, frozenset(taken))


def _values(
    rows: Sequence[Passage], found: Sequence[tuple[int, re.Match[str]]]
) -> Iterator[tuple[int, Passage | None, set[int]]]:
    """For each label its row, the words of its value, and the rows of both."""
    labelled = {at for at, _ in found}
    for at, match in found:
        row = rows[at]
        if row.text[match.end() :].strip(" |:"):
            yield at, row.part(match.end(), len(row.text.rstrip(" |"))), {at}
        elif at + 1 < len(rows) and at + 1 not in labelled:
            yield at, rows[at + 1], {at, at + 1}
        else:
            yield at, None, {at}
