"""One parent item against all items of a child: how near each comes, and what of it is missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from cascade.matching.terms import Reader, Terms, Weights

# How near two items are: the share of words they have in common (Dice), how much of what is asked
# the answer says, and how much of the shorter one the other says; then the evidence beside the words.
# The mixture was chosen on the labelled pairs (see `python -m cascade.matching.evaluate`).
DICE, ASKED, SHORTER = 0.4, 0.4, 0.2
SAME_AREA, OBJECTIVE, PRODUCT = 0.3, 0.2, 0.1
NEAR = 5


class Entry(msgspec.Struct, frozen=True):
    """One item as the matcher sees it. `objective` is the text of the objective that it serves."""

    text: str
    area: int | None = None
    objective: str | None = None
    product: str | None = None


class Match(msgspec.Struct, frozen=True):
    """How the child answers one parent item.

    `best` is the index of the nearest child item (None: none shares a word); `strength` from 0 to 1
    how much of the asked words it says; `topic` the share said by the nearest few together;
    `deed_near`, `deed_anywhere`: whether what is to be done is said there, or anywhere in the child.
    """

    best: int | None
    strength: float
    topic: float
    deed: str | None
    deed_near: bool
    deed_anywhere: bool


NO_MATCH = Match(None, 0.0, 0.0, None, False, False)


class Matcher:
    """Answers of one child plan (`answers`) to the items of the plan that it carries out (`asked`)."""

    def __init__(
        self, reader: Reader, asked: Sequence[Entry], answers: Sequence[Entry], tasks: frozenset[int] = frozenset()
    ) -> None:
        """`tasks`: the indexes of the answers that are tasks."""
        self._reader = reader
        self._tasks = tasks
        self._answers = answers
        self._terms = [reader.terms(entry.text) for entry in answers]
        self._weights = Weights.learn([*(reader.terms(entry.text) for entry in asked), *self._terms])
        self._totals = [self._weights.total(terms) for terms in self._terms]
        self._postings: defaultdict[str, list[int]] = defaultdict(list)
        for index, terms in enumerate(self._terms):
            for term in terms:
                self._postings[term].append(index)

    def match(self, entry: Entry, *, only_tasks: bool = False) -> Match:
        """How the child answers `entry`, with all its items or with its tasks alone."""
        asked = self._reader.terms(entry.text)
        plain = self._similarities(asked)
        if only_tasks:
            plain = {index: similarity for index, similarity in plain.items() if index in self._tasks}
        if not plain:
            return NO_MATCH
        scores = {
            index: similarity * (1 + SAME_AREA * (entry.area is not None and self._answers[index].area == entry.area))
            for index, similarity in plain.items()
        }
        for weight, text in ((OBJECTIVE, entry.objective), (PRODUCT, entry.product)):
            if text:
                context = self._similarities(self._reader.terms(text))
                scores = {index: score + weight * context.get(index, 0.0) for index, score in scores.items()}
        nearest = sorted(scores, key=lambda index: (-scores[index], index))[:NEAR]
        said = set().union(*(self._terms[index] for index in nearest[:3]))
        near = set().union(*(self._terms[index] for index in nearest))
        deed = self._reader.deed(entry.text)
        return Match(
            best=nearest[0],
            strength=plain[nearest[0]],
            topic=self._weights.total(term for term in asked if term in said) / self._weights.total(asked),
            deed=deed,
            deed_near=deed is None or deed in near,
            deed_anywhere=deed is None or deed in self._postings,
        )

    def _similarities(self, asked: Terms) -> dict[int, float]:
        """How near every answer that shares a term comes, by the words alone, from 0 to 1."""
        shared: defaultdict[int, list[str]] = defaultdict(list)
        for term in asked:
            for index in self._postings.get(term, ()):
                shared[index].append(term)
        if not shared:
            return {}
        total = self._weights.total(asked)
        found = {}
        for index, terms in shared.items():
            common, other = self._weights.total(terms), self._totals[index]
            found[index] = (
                DICE * 2 * common / (total + other) + ASKED * common / total + SHORTER * common / min(total, other)
            )
        return found
