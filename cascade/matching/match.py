"""One parent item against all items of a child: how near each comes, and what of it is missing."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from cascade.matching.shelf import Shelf
from cascade.matching.terms import Reader, Weights

# How near two items are: the share of words they have in common (Dice), how much of what is asked
# the answer says, and how much of the shorter one the other says; then the evidence beside the words.
# The mixture was chosen on the labelled pairs (see `python -m cascade.matching.evaluate`).
DICE, ASKED, SHORTER = 0.4, 0.4, 0.2
SAME_AREA, OBJECTIVE, PRODUCT = 0.3, 0.2, 0.1
NEAR = 5
SAID_BY = 3
LIKE_THE_BEST = 0.5  # an answer half as near as the best can still say the deed
WORTH_A_LOOK = 0.4  # of what the best answer shares


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
        terms = [reader.terms(entry.text) for entry in answers]
        self._terms = [frozenset(found) for found in terms]
        self._weights = Weights.learn([*(reader.terms(entry.text) for entry in asked), *terms])
        self._totals = [self._weights.total(found) for found in terms]
        self._shelf = Shelf(terms, self._weights)
        self._asked_totals: dict[str, int] = {}
        self._by_text: dict[str, dict[int, float]] = {}

    def match(self, entry: Entry, *, only_tasks: bool = False) -> Match:
        """How the child answers `entry`, with all its items or with its tasks alone."""
        asked = self._reader.terms(entry.text)
        plain = self._similarities(entry.text, self._tasks if only_tasks else None)
        if not plain:
            return NO_MATCH
        scores = self._scores(entry, plain)
        nearest = sorted(scores, key=lambda index: (-scores[index], index))[:NEAR]
        best = nearest[0]
        said = frozenset().union(*(self._terms[index] for index in nearest[:SAID_BY])).intersection(asked)
        deed = self._reader.deed(entry.text)
        near = [index for index in nearest if plain[index] >= plain[best] * LIKE_THE_BEST]
        return Match(
            best=best,
            strength=plain[best],
            topic=self._weights.total(said) / self._total(entry.text),
            deed=deed,
            deed_near=deed is None or any(deed in self._terms[index] for index in near),
            deed_anywhere=deed is None or deed in self._shelf,
        )

    def _scores(self, entry: Entry, plain: dict[int, float]) -> dict[int, float]:
        """How near the answers come by their words and by the evidence beside them."""
        areas = self._answers
        scores = {
            index: similarity * (1 + SAME_AREA)
            if entry.area is not None and areas[index].area == entry.area
            else similarity
            for index, similarity in plain.items()
        }
        for weight, text in ((OBJECTIVE, entry.objective), (PRODUCT, entry.product)):
            if text:
                context = self._similarities_of(text)
                for index in scores:
                    scores[index] += weight * context.get(index, 0.0)
        return scores

    def _similarities_of(self, text: str) -> dict[int, float]:
        """The same for a text that many items share, computed once."""
        if text not in self._by_text:
            self._by_text[text] = self._similarities(text)
        return self._by_text[text]

    def _total(self, text: str) -> int:
        """The weight of all terms of a text that is asked."""
        if text not in self._asked_totals:
            self._asked_totals[text] = self._weights.total(self._reader.terms(text))
        return self._asked_totals[text]

    def _similarities(self, text: str, among: frozenset[int] | None = None) -> dict[int, float]:
        """How near every answer (`among` those named) that shares a term comes, by the words alone, from 0 to 1."""
        shared = self._shelf.shared(self._reader.terms(text))
        if among is not None:
            shared = [common if index in among else 0 for index, common in enumerate(shared)]
        most = max(shared, default=0)
        if not most:
            return {}
        total, totals, enough = self._total(text), self._totals, max(1, most * WORTH_A_LOOK)
        return {
            index: DICE * 2 * common / (total + totals[index])
            + ASKED * common / total
            + SHORTER * common / min(total, totals[index])
            for index, common in enumerate(shared)
            if common >= enough
        }
